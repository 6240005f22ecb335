"""The steps of a journey that can still be taken back, and what was before each."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from dispatch.transfer.parts import Stranded
from dispatch.transfer.stage import Stage
from dispatch.transfer.told import Told

Reversible = Literal[
    "notified", "en_route", "at_patient", "crew_took_over", "departed", "arrived"
]
"""What a crew says by pressing one button, and can have pressed by mistake."""


class Stepped(Struct, frozen=True, forbid_unknown_fields=True):
    """A step and what it changed: the stage before it, whether it made the crew answer for the
    patient, what was known of a patient who waited with another crew, where the unit last stood
    before, and whether the patient was missing.
    """

    step: Reversible
    said_at: datetime
    from_stage: Stage
    took_over: bool
    stranded: Stranded | None
    unit_was_at: str | None
    missing: Told | None = None
