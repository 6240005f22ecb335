"""What a failure of the unit changed, remembered so that a wrong one can be taken back."""

from datetime import datetime, timedelta

from msgspec import Struct

from dispatch.assessment.criteria import criterion
from dispatch.assessment.priority import Priority
from dispatch.fleet.types import UnitType
from dispatch.kernel.ids import HospitalCode, TransferId, UnitId
from dispatch.transfer.parts import Milestones, Stranded
from dispatch.transfer.stage import Stage
from dispatch.transfer.stepped import Stepped


class Failed(Struct, frozen=True, forbid_unknown_fields=True):
    """The unit that failed, why and when, and when that was written; the stage before it, and
    what the transfer had until then. ``hospital`` had agreed. ``is_raised``: the priority is
    what the failure made it, and nobody has said another since. ``earlier``: the failure that
    it was to make good, of the unit that still has the patient or left him to it.
    """

    unit_id: UnitId
    unit_type: UnitType | None
    reason: str
    failed_at: datetime
    said_at: datetime
    from_stage: Stage
    hospital: HospitalCode | None
    expected_bedside_at: datetime | None
    expected_arrival_at: datetime | None
    arrived_in: HospitalCode | None
    times: Milestones
    stranded: Stranded | None
    steps: tuple[Stepped, ...]
    priority: Priority
    rule: str
    upgraded: bool
    is_raised: bool = False
    earlier: "Failed | None" = None


class FailedView(Struct, frozen=True):
    """A failure that can be taken back until ``until_at``, and the number of its transfer.
    ``is_with_patient``: the crew of that unit has him still, and headquarters may do it later.
    """

    transfer_id: TransferId
    number: str
    unit_id: UnitId
    reason: str
    failed_at: datetime
    until_at: datetime
    is_with_patient: bool


def failure_back_until(failed: Failed) -> datetime:
    """Until when it can be taken back."""
    return failed.said_at + timedelta(minutes=criterion("failure_back_min"))
