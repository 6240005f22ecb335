"""How a transfer remembers what the failure of its unit changed, and goes on without it."""

from datetime import datetime

from msgspec.structs import replace

from dispatch.kernel.ids import UnitId
from dispatch.transfer.care_events import ConditionChanged, PriorityChanged
from dispatch.transfer.events import (
    AnyTransferEvent,
    TransferProgressed,
    UnitAssigned,
    UnitFailed,
)
from dispatch.transfer.failed import Failed
from dispatch.transfer.transfer import Transfer, receiving
from dispatch.transfer.way_events import FailureTakenBack, UnitFailedAtDoor

TIMES = (
    "assigned_at",
    "notified_at",
    "en_route_at",
    "at_patient_at",
    "sender_released_at",
    "departed_at",
    "arrived_at",
)
"""The milestones that a failure can have cleared."""


def failure_after(
    before: Transfer, event: AnyTransferEvent, *, occurred_at: datetime, said_at: datetime
) -> Failed | None:
    """The last failure after ``event``: known until a unit has left with the patient, so that
    one assigned and let go again closes no way.
    """
    failed = before.failed
    match event:
        case UnitFailed() | UnitFailedAtDoor():
            return _failed_by(before, event, failed_at=occurred_at, said_at=said_at)
        case TransferProgressed(step="departed" | "arrived"):
            return None
        case UnitAssigned():
            return _without(failed, event.unit_id)
        case FailureTakenBack():
            return failed.earlier if failed else None
        case PriorityChanged() | ConditionChanged() if failed is not None:
            is_raised = _is_of_the_failure(failed, event, occurred_at)
            return replace(failed, is_raised=True) if is_raised else _not_raised(failed)
        case _:
            return failed


def _without(failed: Failed | None, unit_id: UnitId) -> Failed | None:
    """The failures but those of a unit that is given anew: it starts anew."""
    if failed is None:
        return None
    earlier = _without(failed.earlier, unit_id)
    return earlier if failed.unit_id == unit_id else replace(failed, earlier=earlier)


def _not_raised(failed: Failed) -> Failed:
    """Somebody said another priority, after all of them."""
    earlier = _not_raised(failed.earlier) if failed.earlier else None
    return replace(failed, is_raised=False, earlier=earlier)


def _failed_by(
    before: Transfer,
    event: UnitFailed | UnitFailedAtDoor,
    *,
    failed_at: datetime,
    said_at: datetime,
) -> Failed:
    return Failed(
        unit_id=event.unit_id,
        unit_type=before.unit_type,
        reason=event.reason,
        failed_at=failed_at,
        said_at=said_at,
        from_stage=before.stage,
        hospital=receiving(before),
        expected_bedside_at=before.expected_bedside_at,
        expected_arrival_at=before.expected_arrival_at,
        arrived_in=before.arrived_in,
        times=before.milestones,
        stranded=before.stranded,
        steps=before.steps,
        priority=before.priority,
        rule=before.rule,
        upgraded=before.upgraded,
        earlier=_without(before.failed, event.unit_id),
    )


def _is_of_the_failure(
    failed: Failed, event: PriorityChanged | ConditionChanged, occurred_at: datetime
) -> bool:
    """Whether the priority is the one that the failure itself brings along."""
    is_first = isinstance(event, PriorityChanged) and event.reason == failed.reason
    return is_first and occurred_at == failed.failed_at


def runs_again(transfer: Transfer, *, lowers: bool) -> Transfer:
    """The transfer with its unit again, as it was before the failure; its stage is set already.

    What was said meanwhile stands: of hospitals, of the patient, and of the priority by
    somebody else. The way to another hospital than before has no expected time. ``lowers``: the
    priority that the failure raised falls with it.
    """
    failed = transfer.failed
    assert failed is not None, "the table leads here from a failure only"
    now, was = transfer.milestones, failed.times
    times = {name: getattr(now, name) or getattr(was, name) for name in TIMES}
    is_same = receiving(transfer) == failed.hospital
    back = replace(
        transfer,
        unit_id=failed.unit_id,
        unit_type=failed.unit_type,
        proposal=None,
        expected_bedside_at=failed.expected_bedside_at,
        expected_arrival_at=failed.expected_arrival_at if is_same else None,
        arrived_in=failed.arrived_in,
        stranded=failed.stranded,
        milestones=replace(now, **times),
    )
    if not failed.is_raised or not lowers:
        return back
    return replace(back, priority=failed.priority, rule=failed.rule, upgraded=failed.upgraded)
