"""A person raises or lowers a priority by hand."""

from dispatch.assessment import Priority
from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_priority import change_priority as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset(
    {Role.REFERRING_DOCTOR, Role.INTENSIVIST, Role.DISPATCHER, Role.COORDINATING_DOCTOR}
)


@verb(ALLOWED)
async def change_priority(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    priority: Priority,
    reason: str,
) -> Receipt:
    """Raising is free with a reason; lowering is for the two doctors who may."""
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    events = decide(transfer, priority, reason=reason, actor=command.actor)
    return await hq.record(command, board, events, subject=transfer_id)
