"""A unit taken off its transfer before it carries the patient."""

from dispatch.fleet.unit import Activity, Unit, status_change
from dispatch.kernel.failures import Refused
from dispatch.transfer.breakdown import require_fit
from dispatch.transfer.custody import responsible_unit
from dispatch.transfer.events import Event, UnitReleased
from dispatch.transfer.limits import require_because
from dispatch.transfer.stage import WITH_UNIT, Stage
from dispatch.transfer.transfer import Transfer


def release_unit(transfer: Transfer, unit: Unit, *, reason: str) -> tuple[Event, ...]:
    """Take the unit off; it is available where it stands. At the bedside only while no hospital
    agrees: the crew may wait there for the next yes, or be sent to somebody else meanwhile.

    Raises ``Refused``: ``not_at_this_stage``; ``patient_with_crew`` when its crew has taken the
    patient over, and has to take that step back first; ``breakdown_is_failure`` for a unit that
    can't go on, and would be free again.
    """
    require_because(reason, field="reason")
    require_fit(unit.unit_id, reason, field="reason")
    waits = transfer.stage is Stage.AT_PATIENT and transfer.agreement is None
    if not waits and transfer.stage not in WITH_UNIT:
        raise Refused("not_at_this_stage", stage=transfer.stage.value, event="unit-released")
    if responsible_unit(transfer) == unit.unit_id:
        raise Refused("patient_with_crew", unit=unit.unit_id)
    released = UnitReleased(transfer.transfer_id, unit.unit_id, reason.strip())
    return (released, status_change(unit, Activity.STATION))
