"""The failure that was none, or is over: the unit runs again and has its patient again."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from dispatch.assessment.criteria import criterion
from dispatch.fleet.unit import Activity, Unit, status_change
from dispatch.identity.actor import Actor
from dispatch.identity.roles import Role
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import UnitId
from dispatch.transfer.closing_back import AT_HEADQUARTERS
from dispatch.transfer.decide_priority import MAY_LOWER
from dispatch.transfer.decide_step_back import ACTIVITY_AT
from dispatch.transfer.events import Event
from dispatch.transfer.evolve import evolve
from dispatch.transfer.failed import Failed, FailedView, failure_back_until
from dispatch.transfer.limits import require_because
from dispatch.transfer.transfer import Transfer, is_open, waiting_unit
from dispatch.transfer.way_events import FailureTakenBack


def may_take_failure_back(transfer: Transfer, actor: Actor) -> bool:
    """Whether that failure is this person's: headquarters', or of the crew of that unit."""
    failed = _to_take_back(transfer)
    if failed is None:
        return False
    is_crew = actor.role is Role.CREW and actor.unit_id == failed.unit_id
    return is_crew or actor.role in AT_HEADQUARTERS


def view_failed(transfer: Transfer) -> FailedView | None:
    """The failure that can be taken back now; None where there is none."""
    failed = _to_take_back(transfer)
    if failed is None:
        return None
    return FailedView(
        transfer_id=transfer.transfer_id,
        number=transfer.number,
        unit_id=failed.unit_id,
        reason=failed.reason,
        failed_at=failed.failed_at,
        until_at=failure_back_until(failed),
        is_with_patient=_is_with_patient(transfer, failed),
    )


def is_shown(view: FailedView, actor: Actor, *, now_at: datetime) -> bool:
    """Within its minutes; to headquarters longer while that crew still has the patient."""
    is_longer = view.is_with_patient and actor.role in AT_HEADQUARTERS
    return is_longer or now_at <= view.until_at


def _to_take_back(transfer: Transfer) -> Failed | None:
    """The last failure of an open transfer that has no other unit."""
    failed = transfer.failed
    if failed is None or not is_open(transfer):
        return None
    return failed if transfer.unit_id in {None, failed.unit_id} else None


def _is_with_patient(transfer: Transfer, failed: Failed) -> bool:
    """Nobody but that crew has him: no clock may take its way back."""
    return waiting_unit(transfer) == failed.unit_id


def take_back_failure(
    transfer: Transfer,
    units: Mapping[UnitId, Unit],
    *,
    reason: str,
    actor: Actor,
    now_at: datetime,
) -> tuple[Event, ...]:
    """The events that give the transfer its unit again, where both stood before the failure.
    The priority that the failure raised stays, unless ``actor`` may lower one (decision 10).

    Raises ``Refused``: ``no_failure_to_take_back`` when there is none, or another unit is
    assigned; ``not_your_unit``; ``failure_too_long_ago``, but to headquarters while that crew
    still has the patient; ``failed_unit_elsewhere`` when the unit does something else by now.
    """
    require_because(reason, field="reason")
    failed = _to_take_back(transfer)
    if failed is None:
        raise Refused("no_failure_to_take_back", stage=transfer.stage.value)
    if not may_take_failure_back(transfer, actor):
        raise Refused("not_your_unit", unit=failed.unit_id)
    is_longer = _is_with_patient(transfer, failed) and actor.role in AT_HEADQUARTERS
    if not is_longer and now_at > failure_back_until(failed):
        most_min = criterion("failure_back_min")
        raise Refused("failure_too_long_ago", allowed=f"<= {most_min:g} min")
    unit = units.get(failed.unit_id)
    if unit is None or not _is_there(unit, transfer):
        raise Refused("failed_unit_elsewhere", unit=failed.unit_id)
    taken_back = FailureTakenBack(
        transfer_id=transfer.transfer_id,
        unit_id=failed.unit_id,
        back_to=failed.from_stage,
        reason=reason.strip(),
        lowers=actor.role in MAY_LOWER,
    )
    after = evolve(transfer, taken_back, occurred_at=now_at)
    return (taken_back, _as_before(after, unit, failed))


def _is_there(unit: Unit, transfer: Transfer) -> bool:
    """With the patient still, or nobody's and where its failure or its crew has left it."""
    if unit.transfer_id is not None:
        return unit.transfer_id == transfer.transfer_id
    return unit.activity in {Activity.OUT_OF_SERVICE, Activity.STATION}


def _as_before(after: Transfer, unit: Unit, failed: Failed) -> Event:
    arrival_at = after.expected_arrival_at
    handover = timedelta(minutes=criterion("handover_min"))
    return status_change(
        unit,
        ACTIVITY_AT[failed.from_stage],
        transfer_id=after.transfer_id,
        busy_until_at=arrival_at + handover if arrival_at else None,
    )
