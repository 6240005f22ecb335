"""Nobody knows any more where the patient is."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_missing import report_missing as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def report_missing(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, reason: str
) -> Receipt:
    """Moves nothing: it is searched for until somebody says where the patient is."""
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    events = decide(transfer, reason=reason)
    return await hq.record(command, board, events, subject=transfer_id)
