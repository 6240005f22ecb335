"""The receiving hospital goes on holding the bed for a patient who takes long to come."""

from dispatch.identity import Role
from dispatch.kernel import Refused, TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_bed import keep_bed as decide
from dispatch.transfer.seen import require_seen
from dispatch.transfer.transfer import receiving

ALLOWED = frozenset({Role.INTENSIVIST, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def keep_bed(hq: Headquarters, command: Command, transfer_id: TransferId) -> Receipt:
    """The hold begins anew; one that has expired takes a bed again."""
    board = await hq.read_tied(transfer_id)
    transfer, actor = require_seen(board, transfer_id, command.actor), command.actor
    if actor.role is Role.INTENSIVIST and actor.hospital != receiving(transfer):
        raise Refused("not_your_hospital", allowed=receiving(transfer))
    return await hq.record(command, board, decide(transfer), subject=transfer_id)
