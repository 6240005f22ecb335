"""Headquarters writes down a no given by telephone."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_phone import PhoneRefusal
from dispatch.transfer.decide_phone import decline_by_phone as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def decline_by_phone(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, call: PhoneRefusal
) -> Receipt:
    """In the name of the doctor on duty who spoke; the request goes on elsewhere."""
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    running = await hq.on_duty(transfer.asked)
    events = decide(transfer, call, actor=command.actor, running=running)
    return await hq.record(command, board, events, subject=transfer_id)
