"""Somebody looks for a transfer that was closed lately, perhaps by mistake."""

from dispatch.identity import Role
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading
from dispatch.transfer.closing_back import EndedView, view_ended

ALLOWED = frozenset(
    {
        Role.CREW,
        Role.INTENSIVIST,
        Role.REFERRING_DOCTOR,
        Role.DISPATCHER,
        Role.COORDINATING_DOCTOR,
    }
)


@reading(ALLOWED)
async def read_ended(hq: Headquarters, command: Command) -> tuple[EndedView, ...]:
    """Those whose closing the asking person may still take back, the last one first."""
    rows, now_at = await hq.log.read_ended(), hq.clock()
    views = (view_ended(row, command.actor, now_at=now_at) for row in rows)
    return tuple(view for view in views if view is not None)
