"""One side of a handover says that its part is done."""

from datetime import datetime

from dispatch.identity import Role
from dispatch.kernel import TransferId, require_utc
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.custody import confirm_part as decide
from dispatch.transfer.parts import Part
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset(
    {
        Role.REFERRING_DOCTOR,
        Role.INTENSIVIST,
        Role.CREW,
        Role.DISPATCHER,
        Role.COORDINATING_DOCTOR,
    }
)


@verb(ALLOWED)
async def confirm_part(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    part: Part,
    occurred_at: datetime | None = None,
) -> Receipt:
    """Each side its own; headquarters writes down what is told by telephone. None means now."""
    board = await hq.read_tied(transfer_id)
    transfer, now_at = require_seen(board, transfer_id, command.actor), hq.clock()
    at = require_utc(occurred_at, field="occurred_at") if occurred_at else now_at
    events = decide(transfer, part, actor=command.actor, occurred_at=at, now_at=now_at)
    return await hq.record(command, board, events, subject=transfer_id, occurred_at=at)
