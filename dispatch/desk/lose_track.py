"""Nobody knows any more where the patient is."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_ways import lose_track as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def lose_track(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, reason: str
) -> Receipt:
    """Closes the transfer; what is known of its unit is unknown, too."""
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    unit = board.units.get(transfer.unit_id) if transfer.unit_id else None
    events = decide(transfer, unit, reason=reason)
    return await hq.record(command, board, events, subject=transfer_id)
