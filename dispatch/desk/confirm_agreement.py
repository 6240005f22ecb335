"""The intensivist confirms what they agreed by telephone."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_phone import confirm_agreement as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.INTENSIVIST})


@verb(ALLOWED)
async def confirm_agreement(
    hq: Headquarters, command: Command, transfer_id: TransferId
) -> Receipt:
    """Only the doctor named in it, on duty or not."""
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    events = decide(transfer, actor=command.actor)
    return await hq.record(command, board, events, subject=transfer_id)
