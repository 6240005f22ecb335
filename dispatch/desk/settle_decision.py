"""A person settles, with a reason, what headquarters asks to decide."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decisions import Settling
from dispatch.transfer.decisions import settle_decision as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.DISPATCHER, Role.COORDINATING_DOCTOR, Role.INTENSIVIST})


@verb(ALLOWED)
async def settle_decision(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, settling: Settling
) -> Receipt:
    """Its cause lasts, and a person answers for that; each kind says who may."""
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    events = decide(transfer, settling, actor=command.actor)
    return await hq.record(command, board, events, subject=transfer_id)
