"""The stages of a transfer, in the order a patient passes them."""

from enum import StrEnum


class Stage(StrEnum):
    """Where a transfer stands. The value is what the wire and the database carry."""

    REQUESTED = "requested"
    """The referring doctor asked; no hospital is being asked right now."""
    ASKED = "asked"
    """The intensivist of one hospital has the checklist open."""
    ACCEPTED = "accepted"
    """4 of 4: agreement, bed held, waiting for a unit."""
    ASSIGNED = "assigned"
    """A dispatcher confirmed a unit; its crew is being notified."""
    NOTIFIED = "notified"
    """The crew acknowledged."""
    EN_ROUTE = "en_route"
    AT_PATIENT = "at_patient"
    DEPARTED = "departed"
    ARRIVED = "arrived"
    HANDED_OVER = "handed_over"
    CANCELLED = "cancelled"
    DIED = "died"
    """The patient died before the handover."""
    TAKEN_BACK = "taken_back"
    """The crew turned round, and the referring team has the patient again."""
    LOST = "lost"
    """Nobody knows where the patient is, and a doctor has given the search up."""


CLOSED = frozenset(
    {Stage.HANDED_OVER, Stage.CANCELLED, Stage.DIED, Stage.TAKEN_BACK, Stage.LOST}
)
"""These leave the board. After a handover only words about it follow: what each side confirms,
the outcome, the way back. A closing by mistake is taken back while nothing has followed.
"""

BEFORE_LOADING = frozenset(
    {
        Stage.REQUESTED,
        Stage.ASKED,
        Stage.ACCEPTED,
        Stage.ASSIGNED,
        Stage.NOTIFIED,
        Stage.EN_ROUTE,
        Stage.AT_PATIENT,
    }
)
"""The patient has not left: priority may change, the unit may be diverted up to the bedside."""

WITHOUT_UNIT = frozenset({Stage.REQUESTED, Stage.ASKED, Stage.ACCEPTED})
"""No unit is on its way: a hospital is looked for, asked, or has agreed."""

WITH_UNIT = frozenset({Stage.ASSIGNED, Stage.NOTIFIED, Stage.EN_ROUTE})
"""A unit is on its way and carries nobody yet."""

FAILS = frozenset({*WITH_UNIT, Stage.AT_PATIENT, Stage.DEPARTED, Stage.ARRIVED})
"""The unit can say that it can't go on: from the assignment until the patient is handed over.
Another one is needed everywhere but before the door where that happens.
"""

HOLD_EXPIRES = frozenset({Stage.ACCEPTED, *WITH_UNIT})
"""A held bed waits for a patient whom nobody has reached yet: the hold can expire."""

AGREED = frozenset({*HOLD_EXPIRES, Stage.AT_PATIENT, Stage.DEPARTED, Stage.ARRIVED})
"""Open and agreed 4 of 4: from the agreement to the handover."""

LOADED_STAGES = frozenset({Stage.DEPARTED, Stage.ARRIVED})
"""The patient is with the crew, on the road or before a door."""

HANDING_OVER = frozenset({Stage.AT_PATIENT, Stage.DEPARTED, Stage.ARRIVED, Stage.HANDED_OVER})
"""The patient passes from one side to the other, or has passed."""
