"""Returns are planned after everybody else, on units that are left over.

A return never delays a priority 0 nor a transfer up to 3 h: none is proposed while a patient of
the code has no unit yet; only free units that the plan of the code does not use are looked at;
and a crew sent on a return is a free crew for the plan of the code until it has loaded.
"""

from datetime import datetime

from msgspec.structs import replace

from dispatch.fleet.unit import LOADED, Assignability, Unit
from dispatch.routing.propose import Proposed
from dispatch.transfer.board import Board
from dispatch.transfer.events import UnitProposed
from dispatch.transfer.parts import UnitProposal, Why
from dispatch.transfer.plan_instance import Question
from dispatch.transfer.stage import WITHOUT_UNIT, Stage
from dispatch.transfer.transfer import Transfer, goes_last

WAITS = Why("return_waits")


def waiting_returns(board: Board) -> tuple[Transfer, ...]:
    """The agreed returns without a unit, in order of their names."""
    rows = (row for row in board.transfers.values() if _is_waiting_return(row))
    return tuple(sorted(rows, key=lambda row: row.transfer_id))


def must_wait(board: Board) -> bool:
    """Whether a patient of the code has no unit yet: then every return waits."""
    return any(
        not goes_last(row) and row.stage in WITHOUT_UNIT for row in board.transfers.values()
    )


def returns_question(question: Question, proposed: Proposed | None) -> Question:
    """The question about the returns alone, with the units that the plan of the code leaves."""
    board = question.board
    routes = proposed.solution.plan.routes if proposed else ()
    used = {unit for unit, trips in routes if trips}
    units = {key: unit for key, unit in board.units.items() if _is_left(board, unit, used)}
    return replace(question, board=replace(board, units=units), of_returns=True)


def told_to_wait(board: Board, *, now_at: datetime) -> tuple[UnitProposed, ...]:
    """Every waiting return says so, once, and proposes nobody any more."""
    waiting = UnitProposal(
        unit_id=None,
        after=None,
        options=(),
        method="exact",
        proved=(),
        vector=(),
        solve_s=0.0,
        computed_at=now_at,
        why_unserved=(WAITS,),
    )
    return tuple(
        UnitProposed(row.transfer_id, waiting)
        for row in waiting_returns(board)
        if row.proposal is None or row.proposal.why_unserved != (WAITS,)
    )


def _is_waiting_return(row: Transfer) -> bool:
    return goes_last(row) and row.stage is Stage.ACCEPTED and row.papers is None


def _is_left(board: Board, unit: Unit, used: set[str]) -> bool:
    if unit.unit_id in used:
        return False
    if unit.assignability is Assignability.AVAILABLE:
        return True
    row = board.transfers.get(unit.transfer_id) if unit.transfer_id else None
    return row is not None and goes_last(row) and unit.activity not in LOADED
