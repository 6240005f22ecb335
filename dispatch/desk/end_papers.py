"""That was all the papers: the transfer is of now again."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_papers import end_papers as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED, takes=True)
async def end_papers(hq: Headquarters, command: Command, transfer_id: TransferId) -> Receipt:
    """Its alarms, proposals and plans go on, by the times that the papers said. Whoever says so
    has seen the last one, or is told that another desk is still entering.
    """
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    return await hq.record(command, board, decide(transfer), subject=transfer_id)
