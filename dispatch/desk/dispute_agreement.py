"""The intensivist denies an agreement that was recorded in their name by telephone."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_phone import dispute_agreement as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.INTENSIVIST})


@verb(ALLOWED)
async def dispute_agreement(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, reason: str
) -> Receipt:
    """Only the doctor named in it, on duty or not; until departure people have to decide, and
    afterwards it is a protest that stays.
    """
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    events = decide(transfer, reason=reason, actor=command.actor)
    return await hq.record(command, board, events, subject=transfer_id)
