"""What somebody told about a transfer that turns out otherwise, and that asks for an answer."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from dispatch.kernel.ids import HospitalCode, PersonId

CourseWord = Literal["worse", "better"]
"""How the patient does in the care of a crew."""


class Told(Struct, frozen=True, forbid_unknown_fields=True):
    """Why, in the words of who told it, and when."""

    reason: str
    told_at: datetime


class Course(Struct, frozen=True, forbid_unknown_fields=True):
    """How the patient does on the way, by the crew's last word."""

    word: CourseWord
    note: str
    told_at: datetime


class Diverted(Struct, frozen=True, forbid_unknown_fields=True):
    """The crew drives elsewhere than agreed: where, why, since when, and who said so; None in
    lines older than that.
    """

    hospital: HospitalCode
    reason: str
    told_at: datetime
    told_by_id: PersonId | None = None
