"""The two doctors look at what they share of one transfer."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading
from dispatch.transfer.seen import require_seen
from dispatch.transfer.shared import SharedView, shared_view

ALLOWED = frozenset(
    {
        Role.REFERRING_DOCTOR,
        Role.INTENSIVIST,
        Role.COORDINATING_DOCTOR,
        Role.CREW,
    }
)


@reading(ALLOWED)
async def read_shared(
    hq: Headquarters, command: Command, transfer_id: TransferId
) -> SharedView:
    """The transfer with its bundle and scores as of now; nothing of it is kept."""
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    used = await hq.cutoffs_of(transfer.referring)
    return shared_view(transfer, command.actor, now_at=hq.clock(), used=used)
