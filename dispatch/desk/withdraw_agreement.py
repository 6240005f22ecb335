"""The receiving hospital takes its yes back."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_withdrawal import withdraw_agreement as decide
from dispatch.transfer.seen import require_seen
from dispatch.transfer.transfer import receiving

ALLOWED = frozenset({Role.INTENSIVIST, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def withdraw_agreement(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    reason: str | None,
    told_by: str | None = None,
) -> Receipt:
    """The transfer looks for a hospital again and keeps its clocks; its unit stays with it
    until a person takes it off. Headquarters says who told it by telephone.
    """
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    events = decide(
        transfer,
        reason=reason,
        told_by=told_by,
        actor=command.actor,
        running=await hq.on_duty(receiving(transfer)),
    )
    return await hq.record(command, board, events, subject=transfer_id)
