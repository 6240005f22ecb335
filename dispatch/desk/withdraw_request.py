"""The sender does not want the transfer any more, the patient being on the way."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_ways import withdraw_request as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.REFERRING_DOCTOR, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def withdraw_request(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, reason: str
) -> Receipt:
    """People decide what the crew does; before the departure it is cancelled instead."""
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    events = decide(transfer, reason=reason)
    return await hq.record(command, board, events, subject=transfer_id)
