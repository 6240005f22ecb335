"""What headquarters asks people to decide about a transfer, and how it was settled."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from dispatch.kernel.ids import HospitalCode, PersonId
from dispatch.transfer.parts import Why

DecisionKind = Literal[
    "graver_known",
    "shock_suspected",
    "in_danger",
    "unit_below_needs",
    "unit_silent",
    "unit_overdue",
    "patient_missing",
    "receiver_withdrew",
    "receiver_closed",
    "receiver_overbooked",
    "receiver_unreachable",
    "bed_given_away",
    "agreement_disputed",
    "agreement_unconfirmed",
    "patient_worse",
    "crew_diverts",
    "request_withdrawn",
    "needs_exceed_hospital",
    "question_withdrawn",
    "no_hospital_has_all",
    "limits_recorded",
    "no_infection",
    "duplicate_patient",
    "identity_mismatch",
    "papers_stand_still",
    "handed_over_unagreed",
    "receipt_denied",
]
"""Each kind has one rule in ``decisions.py``, its row in ``MAY_SETTLE``, and two sentences:
``decision-<kind>`` says what is asked, ``decision-do-<kind>`` what may be done.
"""


class Decision(Struct, frozen=True):
    """Something that only people can decide, open since ``since_at``.

    ``about`` is a fingerprint of the facts that raised it: the same facts give the same one.
    ``why`` is for everybody who sees the transfer, ``clinical_why`` only for eyes that see the
    clinical picture. ``author_id``: who wrote down the act in question, and never settles it.
    ``hospital``: whose act or word it is about, which need not be the one asked now.
    """

    kind: DecisionKind
    about: str
    since_at: datetime
    why: tuple[Why, ...]
    clinical_why: tuple[Why, ...] = ()
    author_id: PersonId | None = None
    hospital: HospitalCode | None = None


class Settled(Struct, frozen=True):
    """A decision that a person settled without removing its cause, and why."""

    kind: DecisionKind
    about: str
    reason: str
    settled_by: str
    settled_at: datetime


def fingerprint(why: tuple[Why, ...], *told: str) -> str:
    """What a decision is about: ``told`` and the reasons with their facts, as one text."""
    reasons = (
        " ".join((each.code, *(f"{name}={each.facts[name]}" for name in sorted(each.facts))))
        for each in why
    )
    return "; ".join((*told, *reasons))
