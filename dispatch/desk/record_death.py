"""The patient dies before the handover."""

from datetime import datetime

from dispatch.identity import Role
from dispatch.kernel import TransferId, require_utc
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_ways import record_death as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset(
    {
        Role.REFERRING_DOCTOR,
        Role.CREW,
        Role.DISPATCHER,
        Role.COORDINATING_DOCTOR,
    }
)


@verb(ALLOWED)
async def record_death(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    occurred_at: datetime | None = None,
) -> Receipt:
    """Told by the side that answers for the patient, or by headquarters for it; closes the
    transfer. ``occurred_at`` None means now.
    """
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    unit = board.units.get(transfer.unit_id) if transfer.unit_id else None
    now_at = hq.clock()
    at = require_utc(occurred_at, field="occurred_at") if occurred_at else now_at
    events = decide(transfer, unit, actor=command.actor, occurred_at=at, now_at=now_at)
    return await hq.record(command, board, events, subject=transfer_id, occurred_at=at)
