"""Headquarters plans all open transfers and units together, and proposes."""

from dispatch.identity import Role
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.board import Board
from dispatch.transfer.plan_instance import Question, plan_question
from dispatch.transfer.unit_proposals import news_of_proposals

ALLOWED = frozenset({Role.HEADQUARTERS, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def propose_units(hq: Headquarters, command: Command) -> Receipt:
    """Records the proposals that say something new. The solver works in another process."""
    board = await hq.log.read_board()
    now_at = hq.clock()
    question = plan_question(
        Question(
            board=board,
            network=hq.network,
            travel=hq.travel,
            positions={seen.unit_id: seen for seen in await hq.fleet.read_positions()},
            now_at=now_at,
        )
    )
    if not question.transfers:
        return Receipt(board.seq, "plan")
    proposed = await hq.plan(question, frozenset())
    events = news_of_proposals(board, proposed, now_at=now_at)
    if not events:
        return Receipt(board.seq, "plan")
    planned = {event.transfer_id for event in events}
    rows = Board(
        seq=board.seq,
        transfers={key: row for key, row in board.transfers.items() if key in planned},
    )
    return await hq.record(command, rows, events, subject="plan")
