"""Headquarters tells a transfer that what people are asked about is so, or not any more."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_answer import bed_keys_of
from dispatch.transfer.grounds import changed_grounds as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.HEADQUARTERS})


@verb(ALLOWED)
async def tell_grounds(hq: Headquarters, command: Command, transfer_id: TransferId) -> Receipt:
    """A closure that has ended, another transfer that has closed, beds promised twice, a
    unit that says nothing or does not come; else nothing is recorded.
    """
    everything = await hq.log.read_board()
    keys = bed_keys_of(require_seen(everything, transfer_id, command.actor))
    board = await hq.log.read_rows((transfer_id, *keys))
    transfer = require_seen(board, transfer_id, command.actor)
    events = decide(transfer, everything, now_at=hq.clock())
    if not events:
        return Receipt(board.seq, transfer_id)
    return await hq.record(command, board, events, subject=transfer_id)
