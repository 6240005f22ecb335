"""Headquarters plans all open transfers and units together, and proposes."""

import asyncio
from datetime import datetime

from msgspec.structs import replace

from dispatch.identity import Role
from dispatch.routing.problem.instance import Instance
from dispatch.routing.propose import Proposed
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.telemetry import logger
from dispatch.transfer.board import Board
from dispatch.transfer.events import UnitProposed
from dispatch.transfer.plan_drives import asked_drives, travel_sources
from dispatch.transfer.plan_instance import Question, off_the_map, plan_question
from dispatch.transfer.plan_returns import must_wait, returns_question, told_to_wait
from dispatch.transfer.stability import (
    frozen_units,
    hold_resting,
    moves_a_crew,
    sent_units,
)
from dispatch.transfer.unit_proposals import news_of_proposals

ALLOWED = frozenset({Role.HEADQUARTERS, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def propose_units(hq: Headquarters, command: Command) -> Receipt:
    """Records the proposals that say something new. The solver works in another process."""
    board = await hq.log.read_board()
    now_at = hq.clock()
    question = await _question(hq, board, now_at)
    if lost := off_the_map(question):
        logger("planner").error("off_the_map", left_out=lost)
    instance = await asyncio.to_thread(plan_question, question)
    events: tuple[UnitProposed, ...] = ()
    proposed: Proposed | None = None
    if instance.transfers:
        sources = await asyncio.to_thread(travel_sources, question)
        proposed, kept = await _plan(hq, board, instance, now_at)
        events = news_of_proposals(board, proposed, now_at=now_at, sources=sources, kept=kept)
    events = (*events, *await _returns(hq, question, proposed))
    if not events:
        return Receipt(board.seq, "plan")
    planned = {event.transfer_id for event in events}
    rows = Board(
        seq=board.seq,
        transfers={key: row for key, row in board.transfers.items() if key in planned},
    )
    return await hq.record(command, rows, events, subject="plan")


async def _returns(
    hq: Headquarters, question: Question, proposed: Proposed | None
) -> tuple[UnitProposed, ...]:
    """The returns after everybody else, on what the plan of the code leaves."""
    board, now_at = question.board, question.now_at
    if not any(row.returns is not None for row in board.transfers.values()):
        return ()
    if must_wait(board):
        return told_to_wait(board, now_at=now_at)
    left = returns_question(question, proposed)
    instance = await asyncio.to_thread(plan_question, left)
    if not instance.transfers:
        return ()
    sources = await asyncio.to_thread(travel_sources, left)
    planned = await hq.plan(instance, sent_units(instance))
    return news_of_proposals(left.board, planned, now_at=now_at, sources=sources)


async def _question(hq: Headquarters, board: Board, now_at: datetime) -> Question:
    """With the minutes of a live router where there is one."""
    question = Question(
        board=board,
        network=hq.network,
        travel=await hq.roads.at(now_at),
        positions={seen.unit_id: seen for seen in await hq.fleet.read_positions()},
        now_at=now_at,
    )
    travel = await hq.roads.ask(question.travel, asked_drives(question))
    return replace(question, travel=travel)


async def _plan(
    hq: Headquarters, board: Board, question: Instance, now_at: datetime
) -> tuple[Proposed, Proposed | None]:
    """The plan to propose, and beside a diversion the best plan in which every crew goes on.

    Crews near their patient stay on it, and units just proposed keep to that. A diversion must
    be strictly better, the price of switching included, however far the solver came.
    """
    pinned = frozen_units(question)
    proposed = await hq.plan(question, pinned)
    held_question, held = hold_resting(board, question, proposed, now_at=now_at)
    if held:
        question, pinned = held_question, pinned | held
        proposed = await hq.plan(question, pinned)
    if not moves_a_crew(question, proposed):
        return proposed, None
    kept = await hq.plan(question, sent_units(question))
    if kept.solution.vector <= proposed.solution.vector:
        return kept, None
    return proposed, kept
