"""The crew (or the dispatcher for it) takes back the step it reported by mistake."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_step_back import take_back_step as decide
from dispatch.transfer.seen import require_own_unit, require_seen
from dispatch.transfer.stepped import Reversible

ALLOWED = frozenset({Role.CREW, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def take_back_step(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    step: Reversible,
    reason: str,
) -> Receipt:
    """Only the last one, and only until the next; ``step`` says which one is meant."""
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    require_own_unit(transfer, command.actor)
    events = decide(transfer, board.units, step=step, reason=reason)
    return await hq.record(command, board, events, subject=transfer_id)
