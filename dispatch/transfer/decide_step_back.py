"""The wrong button: the last step of a journey is taken back, with its reason."""

from collections.abc import Mapping

from dispatch.fleet.unit import Activity, Unit, UnitStatusChanged, status_change
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import UnitId
from dispatch.transfer.events import Event
from dispatch.transfer.limits import require_because
from dispatch.transfer.parts import Stranded
from dispatch.transfer.stage import Stage
from dispatch.transfer.stepped import Reversible, Stepped
from dispatch.transfer.transfer import Transfer, waiting_unit
from dispatch.transfer.way_events import StepTakenBack

ACTIVITY_AT: dict[Stage, Activity] = {
    Stage.ASSIGNED: Activity.DISPATCHED,
    Stage.NOTIFIED: Activity.ACKNOWLEDGED,
    Stage.EN_ROUTE: Activity.EN_ROUTE,
    Stage.AT_PATIENT: Activity.PATIENT_CONTACT,
    Stage.DEPARTED: Activity.TRANSPORTING,
    Stage.ARRIVED: Activity.HOSPITAL,
}
"""What a unit is doing, by the stage of its transfer."""


def take_back_step(
    transfer: Transfer, units: Mapping[UnitId, Unit], *, step: Reversible, reason: str
) -> tuple[Event, ...]:
    """The events that put the transfer, its unit, and a crew that had been let go, back to
    before ``step``, the last one.

    Raises ``Refused``: ``no_step_to_take_back``; ``step_not_last`` when another one followed;
    ``unit_moved_on`` when the crew that had waited with the patient is gone.
    """
    require_because(reason, field="reason")
    if not transfer.steps or transfer.unit_id is None:
        raise Refused("no_step_to_take_back", stage=transfer.stage.value)
    last = transfer.steps[-1]
    if step != last.step:
        raise Refused("step_not_last", field="step", value=step, allowed=last.step)
    taken_back = StepTakenBack(
        transfer_id=transfer.transfer_id,
        step=step,
        back_to=last.from_stage,
        reason=reason.strip(),
    )
    unit = units[transfer.unit_id]
    waits = waits_again(transfer, units, last.stranded)
    return (taken_back, *_as_before(transfer, unit, last), *waits)


def _as_before(transfer: Transfer, unit: Unit, last: Stepped) -> tuple[UnitStatusChanged, ...]:
    """The unit's status before; taking over changed none."""
    if last.step == "crew_took_over":
        return ()
    status = status_change(
        unit,
        ACTIVITY_AT[last.from_stage],
        transfer_id=transfer.transfer_id,
        busy_until_at=unit.busy_until_at,
        place=last.unit_was_at or unit.base_id,
    )
    return (status,)


def waits_again(
    transfer: Transfer, units: Mapping[UnitId, Unit], stranded: Stranded | None
) -> tuple[UnitStatusChanged, ...]:
    """The crew whom a step, or a closing, had relieved has the patient again.

    Raises ``Refused("unit_moved_on")`` when it is gone.
    """
    waited = stranded.unit_id if stranded else None
    if waited is None or waited == waiting_unit(transfer):
        return ()
    unit = units.get(waited)
    is_there = unit is not None and unit.transfer_id is None
    if unit is None or not is_there or unit.activity is not Activity.OUT_OF_SERVICE:
        raise Refused("unit_moved_on", unit=waited)
    return (status_change(unit, Activity.OUT_OF_SERVICE, transfer_id=transfer.transfer_id),)
