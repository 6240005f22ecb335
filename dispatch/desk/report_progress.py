"""The crew (or the dispatcher for it, by radio) reports a step of the journey."""

from datetime import datetime

from dispatch.identity import Role
from dispatch.kernel import Refused, TransferId, require_utc
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.board import require_unit
from dispatch.transfer.decide_unit import report_step
from dispatch.transfer.events import Step
from dispatch.transfer.seen import require_own_unit, require_seen

ALLOWED = frozenset({Role.CREW, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def report_progress(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    step: Step,
    occurred_at: datetime | None = None,
) -> Receipt:
    """``occurred_at`` None means now; a late report keeps its true time and its order."""
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    if transfer.unit_id is None:
        raise Refused("no_unit_assigned", stage=transfer.stage.value)
    require_own_unit(transfer, command.actor)
    now_at = hq.clock()
    at = require_utc(occurred_at, field="occurred_at") if occurred_at else now_at
    events = report_step(
        transfer,
        require_unit(board, transfer.unit_id),
        step,
        occurred_at=at,
        now_at=now_at,
    )
    return await hq.record(command, board, events, subject=transfer_id, occurred_at=at)
