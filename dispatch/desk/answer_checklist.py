"""The intensivist of the asked hospital answers the four questions."""

from collections.abc import Mapping

from dispatch.checklist import Answer
from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_answer import answer_checklist as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.INTENSIVIST})


@verb(ALLOWED)
async def answer_checklist(  # noqa: PLR0913 -- an answer whole, each part by its name
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    answers: Mapping[str, Answer],
    reason: str | None = None,
    despite_reason: str | None = None,
) -> Receipt:
    """4 of 4 is the agreement and holds a bed; anything else declines, with its reason. Against
    limits or no infection on record a yes says why.

    Only who is on the duty roster of the asked hospital now may answer.
    """
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    events = decide(
        transfer,
        answers,
        actor=command.actor,
        reason=reason,
        running=await hq.on_duty(transfer.asked),
        despite_reason=despite_reason,
    )
    return await hq.record(command, board, events, subject=transfer_id)
