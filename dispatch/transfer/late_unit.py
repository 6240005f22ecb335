"""A unit that was sent and says nothing, or does not come: people are asked what to do.

Both begin by the clock, so headquarters tells the transfer; both end with the transfer itself.
"""

from collections.abc import Iterable
from datetime import datetime

from dispatch.assessment.criteria import criterion
from dispatch.kernel.instants import elapsed_min
from dispatch.transfer.decision import Decision, DecisionKind, fingerprint
from dispatch.transfer.events import Event
from dispatch.transfer.parts import Why
from dispatch.transfer.stage import WITH_UNIT, Stage
from dispatch.transfer.transfer import Transfer
from dispatch.transfer.way_events import UnitOverdue, UnitSilent


def late_unit(transfer: Transfer, *, now_at: datetime) -> tuple[Event, ...]:
    """That its unit has been silent for too long, or is overdue; once an assignment each."""
    events: list[Event] = []
    unit_id, transfer_id = transfer.unit_id, transfer.transfer_id
    if unit_id is None or transfer.stage not in WITH_UNIT:
        return ()
    assigned_at, due_at = transfer.milestones.assigned_at, transfer.expected_bedside_at
    is_silent = transfer.stage is Stage.ASSIGNED and transfer.unit_silent_at is None
    if is_silent and _has_passed(assigned_at, "unit_silent_min", now_at):
        events.append(UnitSilent(transfer_id, unit_id))
    is_told = transfer.unit_overdue_at is not None
    if not is_told and _has_passed(due_at, "unit_overdue_min", now_at):
        events.append(UnitOverdue(transfer_id, unit_id))
    return tuple(events)


def _has_passed(since_at: datetime | None, name: str, now_at: datetime) -> bool:
    return since_at is not None and elapsed_min(since_at, now_at) >= criterion(name)


def unit_silent(transfer: Transfer) -> Iterable[Decision]:
    """The crew has not acknowledged: perhaps it does not know."""
    if transfer.stage is not Stage.ASSIGNED:
        return ()
    return _asked("unit_silent", "not_acknowledged", transfer, transfer.unit_silent_at)


def unit_overdue(transfer: Transfer) -> Iterable[Decision]:
    """The unit should have been at the bedside: perhaps it does not come."""
    if transfer.stage not in WITH_UNIT:
        return ()
    return _asked("unit_overdue", "bedside_overdue", transfer, transfer.unit_overdue_at)


def _asked(
    kind: DecisionKind, code: str, transfer: Transfer, since_at: datetime | None
) -> Iterable[Decision]:
    if since_at is not None and transfer.unit_id is not None:
        why = (Why(code, {"unit": transfer.unit_id}),)
        yield Decision(kind, fingerprint(why, since_at.isoformat()), since_at, why)
