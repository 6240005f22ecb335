"""The intensivist of the asked hospital can't take the patient."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_answer import decline as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.INTENSIVIST})


@verb(ALLOWED)
async def decline_transfer(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, reason: str | None
) -> Receipt:
    """Says no with a coded reason, without the questions; the request goes on elsewhere."""
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    running = await hq.on_duty(transfer.asked)
    events = decide(transfer, actor=command.actor, reason=reason, running=running)
    return await hq.record(command, board, events, subject=transfer_id)
