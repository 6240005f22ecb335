"""The search for a patient of whom nobody knows is given up."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_missing import close_as_lost as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.COORDINATING_DOCTOR})


@verb(ALLOWED, takes=True)
async def close_as_lost(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, reason: str
) -> Receipt:
    """Closes a transfer whose patient is missing; what is known of its unit is unknown, too."""
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    unit = board.units.get(transfer.unit_id) if transfer.unit_id else None
    events = decide(transfer, unit, reason=reason)
    return await hq.record(command, board, events, subject=transfer_id)
