"""The receiving hospital tells how the episode went on."""

from datetime import datetime

from dispatch.identity import Role
from dispatch.kernel import Refused, TransferId, require_utc
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.custody import resolve_episode as decide
from dispatch.transfer.parts import Outcome
from dispatch.transfer.seen import require_seen
from dispatch.transfer.transfer import taken_in_by

ALLOWED = frozenset({Role.INTENSIVIST, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def resolve_episode(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    outcome: Outcome,
    occurred_at: datetime | None = None,
) -> Receipt:
    """The last word counts. ``occurred_at`` None means now."""
    board = await hq.log.read_rows((transfer_id,))
    transfer, actor = require_seen(board, transfer_id, command.actor), command.actor
    if actor.role is Role.INTENSIVIST and actor.hospital != taken_in_by(transfer):
        raise Refused("not_your_hospital", allowed=taken_in_by(transfer))
    now_at = hq.clock()
    at = require_utc(occurred_at, field="occurred_at") if occurred_at else now_at
    events = decide(transfer, outcome, occurred_at=at, now_at=now_at)
    return await hq.record(command, board, events, subject=transfer_id, occurred_at=at)
