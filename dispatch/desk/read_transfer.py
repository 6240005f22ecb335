"""Somebody looks at one transfer, or at its timeline."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading
from dispatch.transfer.seen import require_seen
from dispatch.transfer.views import EventView, TransferView, view_event, view_transfer

ALLOWED = frozenset(set(Role) - {Role.ADMIN})


@reading(ALLOWED)
async def read_transfer(
    hq: Headquarters, command: Command, transfer_id: TransferId
) -> TransferView:
    """In full: every hospital not proposed, every unit considered."""
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    view = view_transfer(transfer, command.actor, in_full=True)
    assert view is not None
    return view


@reading(ALLOWED)
async def read_timeline(
    hq: Headquarters, command: Command, transfer_id: TransferId
) -> tuple[EventView, ...]:
    """Everything that happened to it, oldest first."""
    board = await hq.log.read_rows((transfer_id,))
    require_seen(board, transfer_id, command.actor)
    return tuple(view_event(line) for line in await hq.log.read_events(transfer_id))
