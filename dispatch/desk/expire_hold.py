"""Headquarters frees the beds held too long for patients whom no unit has reached."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_bed import expire_hold as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.HEADQUARTERS})


@verb(ALLOWED)
async def expire_hold(hq: Headquarters, command: Command, transfer_id: TransferId) -> Receipt:
    """Nothing is recorded before its time; the agreement stands without the bed."""
    board = await hq.read_tied(transfer_id)
    events = decide(require_seen(board, transfer_id, command.actor), now_at=hq.clock())
    if not events:
        return Receipt(board.seq, transfer_id)
    return await hq.record(command, board, events, subject=transfer_id)
