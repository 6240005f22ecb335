"""A doctor of the hospital asked answers for a patient who is to come back."""

from collections.abc import Mapping

from dispatch.checklist import Answer
from dispatch.identity import Role
from dispatch.kernel import Refused, TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_answer import answer_checklist, decline
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.REFERRING_DOCTOR, Role.INTENSIVIST})


@verb(ALLOWED)
async def answer_return(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    answers: Mapping[str, Answer] | None,
    reason: str | None = None,
) -> Receipt:
    """4 of 4 is the agreement; ``answers`` None declines. A hospital without an ICU has no
    intensivist: any doctor of the hospital asked answers, for returns to a ward alone. A bed
    in an ICU is agreed by its intensivist on duty.
    """
    board = await hq.read_tied(transfer_id)
    transfer, actor = require_seen(board, transfer_id, command.actor), command.actor
    if transfer.returns is None:
        raise Refused("not_a_return", number=transfer.number)
    running = await hq.on_duty(transfer.asked)
    if answers is None:
        events = decline(transfer, actor=actor, reason=reason, running=running)
    else:
        events = answer_checklist(
            transfer, answers, actor=actor, reason=reason, running=running
        )
    return await hq.record(command, board, events, subject=transfer_id)
