"""Headquarters asks the next ones when nobody has answered."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.escalation import escalate as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.HEADQUARTERS})


@verb(ALLOWED)
async def escalate_request(
    hq: Headquarters, command: Command, transfer_id: TransferId
) -> Receipt:
    """Records every rung that is due by the clock; nothing when none is."""
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    running = await hq.on_duty(transfer.asked)
    events = decide(transfer, running, now_at=hq.clock())
    if not events:
        return Receipt(board.seq, transfer_id)
    return await hq.record(command, board, events, subject=transfer_id)
