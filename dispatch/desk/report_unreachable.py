"""Nobody answers at the hospital that has agreed."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_ways import report_unreachable as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.CREW, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def report_unreachable(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, reason: str
) -> Receipt:
    """Its next word, another hospital, or a person with a reason settles it."""
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    events = decide(transfer, reason=reason)
    return await hq.record(command, board, events, subject=transfer_id)
