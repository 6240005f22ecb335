"""Who is sent: four ways to decide, from what many dispatch systems do to the live planner."""

from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from msgspec.structs import replace

from bench.month_board import allowed, bedside_min, question
from bench.month_engine import Crew, Journey, Run, assign, on_shift, outing_end, release
from bench.month_world import instant
from dispatch.assessment.criteria import criterion
from dispatch.desk import propose_units
from dispatch.fleet.shift import shift_end_at
from dispatch.routing.assign_units import assign_units
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.propose import Proposed, propose
from dispatch.routing.travel.travel_source import Rung
from dispatch.transfer.plan_instance import plan_question
from dispatch.transfer.unit_proposals import news_of_proposals

LIMITS = SolveLimits(wall_s=5.0)
OVERTIME_MIN = 60.0
T = TypeVar("T")


class _Solver:
    """Stands where headquarters stands for the planner: it only solves."""

    async def plan(self, instance: Instance, pinned: frozenset[str]) -> Proposed:
        """The best plan."""
        return propose(instance, LIMITS, pinned)


def nearest_idle(run: Run) -> None:
    """The idle unit that is there first; who finds none idle waits. Nothing is undone."""
    _send_first(run, lambda crew: _is_idle(run, crew))


def earliest_arrival(run: Run) -> None:
    """The unit that is there first, busy ones until they are free included; nothing undone."""
    _send_first(run, lambda crew: crew.patient is None)


def _send_first(run: Run, may_go: Callable[[Crew], bool]) -> None:
    for journey in run.waiting():
        if journey.crew is not None:
            continue
        kinds = allowed(run, journey.patient)
        able = [
            (bedside_min(run, crew, journey), str(crew.unit.unit_id))
            for crew in run.crews.values()
            if crew.unit.unit_type in kinds and may_go(crew) and _in_shift(run, crew, journey)
        ]
        if able:
            assign(run, journey, run.crews[min(able)[1]])


def _is_idle(run: Run, crew: Crew) -> bool:
    return (
        crew.patient is None and run.now_min >= crew.clear_min and outing_end(run, crew) is None
    )


def _in_shift(run: Run, crew: Crew, journey: Journey) -> bool:
    """Whether the crew would be free again within its overtime, its ride being as the drive."""
    ends_at = shift_end_at(crew.unit, instant(run.now_min))
    if ends_at is None:
        return False
    work_min = criterion("bedside_p0_min") + criterion("handover_min")
    free_min = bedside_min(run, crew, journey) + work_min
    return instant(free_min - OVERTIME_MIN) <= ends_at


def replan_freely(run: Run) -> None:
    """The best plan of this minute, whoever was sent where: no crew is held, none costs."""
    asked = plan_question(question(run))
    rules = asked.parameters
    free = replace(asked, parameters=replace(rules, weights=replace(rules.weights, switch=0)))
    plan = assign_units(free, limits=LIMITS).plan
    run.plans += 1
    first = {
        trips[0].transfer: unit for unit, trips in plan.routes if not run.crews[unit].loaded
    }
    for journey in run.waiting():
        if journey.crew is not None and first.get(journey.patient.name) != journey.crew:
            release(run, journey)
    for name, unit in first.items():
        if run.journeys[name].crew is None:
            assign(run, run.journeys[name], run.crews[unit])


def live_planner(run: Run) -> None:
    """The live rules: who is near is frozen, who was just asked is left alone, a diversion
    must gain more than it costs. The dispatcher confirms every proposal at once.
    """
    for _ in range(2):  # what a confirmation leaves without a unit is planned again at once
        if not _confirm_news(run):
            return


def _confirm_news(run: Run) -> bool:
    asked = question(run)
    instance = plan_question(asked)
    hq: Any = _Solver()
    proposed, kept = _now(
        propose_units._plan(hq, asked.board, instance, asked.now_at)  # noqa: SLF001
    )
    run.plans += 1
    sources = dict.fromkeys(asked.board.transfers, Rung.MATRIX)
    news = news_of_proposals(
        asked.board, proposed, now_at=asked.now_at, sources=sources, kept=kept
    )
    undone = 0
    for event in news:
        run.journeys[event.transfer_id].proposal = event.proposal
    for event in news:
        proposal, journey = event.proposal, run.journeys[event.transfer_id]
        if proposal.unit_id is None or proposal.after is not None:
            continue
        if proposal.unit_id != journey.crew and on_shift(run, run.crews[proposal.unit_id]):
            before = sum(each.undone for each in run.journeys.values())
            assign(run, journey, run.crews[proposal.unit_id])
            journey.proposal = proposal
            undone += sum(each.undone for each in run.journeys.values()) - before
    return undone > 0


def _now(coroutine: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine that never waits."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        result: T = done.value
        return result
    raise AssertionError


POLICIES: dict[str, Callable[[Run], None]] = {
    "nearest idle": nearest_idle,
    "earliest arrival": earliest_arrival,
    "re-plan freely": replan_freely,
    "ours": live_planner,
}
