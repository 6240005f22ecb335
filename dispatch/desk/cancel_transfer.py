"""The transfer is not needed any more."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_unit import cancel_transfer as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.REFERRING_DOCTOR, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED, takes=True)
async def cancel_transfer(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, reason: str
) -> Receipt:
    """Closes it before the patient leaves; its bed and its unit are free again."""
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    unit = board.units.get(transfer.unit_id) if transfer.unit_id else None
    events = decide(transfer, unit, reason=reason)
    return await hq.record(command, board, events, subject=transfer_id)
