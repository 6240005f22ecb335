"""More papers of a transfer are to come: nothing is raised or planned for it until then."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_papers import expect_papers as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED, takes=True)
async def expect_papers(hq: Headquarters, command: Command, transfer_id: TransferId) -> Receipt:
    """Said of one that was open before the outage, or again when its papers take long."""
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    events = decide(transfer, actor=command.actor)
    return await hq.record(command, board, events, subject=transfer_id)
