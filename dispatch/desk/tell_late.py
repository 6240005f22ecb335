"""Headquarters tells that steps of the bundle have run out of time."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_bundle import late_steps
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.HEADQUARTERS})


@verb(ALLOWED)
async def tell_late(hq: Headquarters, command: Command, transfer_id: TransferId) -> Receipt:
    """Records each step once, however often somebody looks."""
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    events = late_steps(transfer, now_at=hq.clock())
    if not events:
        return Receipt(board.seq, transfer_id)
    return await hq.record(command, board, events, subject=transfer_id)
