"""A crew looks for the failure of its unit that it told, perhaps by mistake."""

from dispatch.identity import Role
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading
from dispatch.transfer.decide_failure_back import is_shown, may_take_failure_back, view_failed
from dispatch.transfer.failed import FailedView

ALLOWED = frozenset({Role.CREW, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@reading(ALLOWED)
async def read_failed(hq: Headquarters, command: Command) -> tuple[FailedView, ...]:
    """Those that the asking person may still take back, the last one first."""
    board, now_at = await hq.log.read_board(), hq.clock()
    own = (row for row in board.transfers.values() if may_take_failure_back(row, command.actor))
    views = (view_failed(row) for row in own)
    found = (view for view in views if view and is_shown(view, command.actor, now_at=now_at))
    return tuple(sorted(found, key=lambda view: view.failed_at, reverse=True))
