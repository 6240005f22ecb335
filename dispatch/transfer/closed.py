"""What a closing changed, remembered so that a wrong one can be taken back."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from dispatch.kernel.ids import HospitalCode, UnitId
from dispatch.transfer.parts import Stranded
from dispatch.transfer.stage import Stage
from dispatch.transfer.stepped import Stepped
from dispatch.transfer.told import Told

Closing = Literal["handed_over", "cancelled", "died", "taken_back", "lost"]
"""How a transfer was closed: the word of the stage in which it is since."""


class Closed(Struct, frozen=True, forbid_unknown_fields=True):
    """When a transfer closed and when that was written, the stage before it, whether the
    receiving team said so itself, and what the transfer had until then: its unit, the question
    that was open, the held bed, the crew that waited with the patient, the steps that could be
    taken back, and whether the patient was missing. ``confirmed_at``: when the receiving team's
    own word was written, ``denied_at`` when it took that back. ``counted_in``: a hospital that
    had never agreed, where one bed more counts as used.
    """

    closed_at: datetime
    said_at: datetime
    from_stage: Stage
    by_receiver: bool
    unit_id: UnitId | None
    asked: HospitalCode | None
    bed_held_at: datetime | None
    stranded: Stranded | None
    steps: tuple[Stepped, ...]
    missing: Told | None
    confirmed_at: datetime | None = None
    denied_at: datetime | None = None
    counted_in: HospitalCode | None = None
