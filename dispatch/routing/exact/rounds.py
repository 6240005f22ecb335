"""The levels in their order, round after round with more effort, until all are proven.

The effort of a round does not depend on the time limit, which only cuts the rounds short: so
more time never gives a worse plan. Priority 0 is settled on its own transfers first, since by
the triangle inequality no 3 h trip makes a unit earlier; a matrix without it costs only time.
"""

from typing import NamedTuple

import numpy as np

from dispatch.routing.exact.ascent import Ascent, raised
from dispatch.routing.exact.claims import Answer, bounds_of, proofs_of
from dispatch.routing.exact.columns import ROW_LEVELS, rows_of
from dispatch.routing.exact.levels import Reached, Search, minimise
from dispatch.routing.exact.master import SMALL_ROWS, Master, Nudges, Stage, reached_by
from dispatch.routing.problem.amounts import NO_LIMIT
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import Deadline, SolveLimits
from dispatch.routing.problem.parameters import Level
from dispatch.routing.problem.plan import Plan, plan_of
from dispatch.routing.problem.proof import LevelProof
from dispatch.routing.problem.routes import (
    Floats,
    Routes,
    RouteSpace,
    keeps_triangle,
    no_routes,
    plan_from,
    route_space,
    taken,
)
from dispatch.routing.search.greedy import greedy
from dispatch.routing.search.improve import (
    Neighbourhood,
    built,
    improved,
    neighbourhood_of,
    quicker,
)
from dispatch.routing.search.known_routes import quickest_response, routes_of
from dispatch.routing.search.matching import matched

_OF_P0 = (Level.UNSERVED_P0, Level.MAX_P0_RESPONSE, Level.SUM_P0_RESPONSE)
_AFTER_P0 = tuple(level for level in Level if level not in _OF_P0)

_FIRST_S, _GROWTH = 1.0, 4
"""Seconds a level may take in the first round, and how both grow from round to round."""

_PRIORITY_0 = 4
"""How much longer a level of priority 0 may take."""

_FIRST_STEPS = 100
"""Steps of the neighbourhood search in the first round."""

_FEW_PAIRS, _SOME_PAIRS = 10_000, 100_000
"""Units times transfers up to which the greedy plan, and one built from nothing, are made as
well, for they may be better.
"""

_ASCENT_STEPS = 15
"""Steps towards a bound in the first round, where the relaxation is too large to solve."""

LARGEST_ROWS = 2_500
"""Rows of the master above which no relaxation is solved."""


class Task(NamedTuple):
    """What the rounds of one solve share; ``alone`` lets priority 0 be settled first.

    ``met`` are the routes that the stages of this round ended with.
    """

    space: RouteSpace
    master: Master
    hood: Neighbourhood
    limits: SolveLimits
    deadline: Deadline
    alone: bool
    met: list[Routes]

    def left_s(self) -> float:
        """Seconds left of the whole solve."""
        return self.deadline.left_s()


class Ways(NamedTuple):
    """Seconds for one stage, what nudges its relaxation, whether whole plans are sought."""

    budget_s: float
    nudges: Nudges = ()
    whole: bool = True


class Outcome(NamedTuple):
    """The best plan found and a bound for every level, -1 where nothing is claimed.

    A bound holds for every plan that is no worse at the earlier levels.
    """

    plan: Plan
    bounds: tuple[int, ...]
    proofs: tuple[LevelProof, ...]


def solved(instance: Instance, pinned: frozenset[str], limits: SolveLimits) -> Outcome:
    """The best plan that the limits allow; level by level proven where it can be."""
    deadline = Deadline(limits)
    space = route_space(instance, pinned)
    hood, alone = neighbourhood_of(space), keeps_triangle(space)
    answer = _solved(Task(space, Master(space), hood, limits, deadline, alone, met=[]))
    proofs = tuple(proofs_of(space, answer)) if space.whole else ()
    return Outcome(plan_from(space, answer.routes), bounds_of(space, answer), proofs)


def _solved(task: Task) -> Answer:
    space = task.space
    small, large = (rows_of(space).total <= size for size in (SMALL_ROWS, LARGEST_ROWS))
    answer, worth = _started(task, small=small)
    effort, number = 1, 0
    while task.left_s() > 0 and not all(_is_proven(each) for each in answer.reached):
        if number > 0 or not small:
            routes = _searched(task, answer, effort, seed=task.limits.seed + number)
            answer = _with_routes(space, answer, routes)
        if large:
            answer = _round(task, answer, _FIRST_S * effort)
        elif task.alone:
            answer = _shocks_bounded(task, answer, worth, _ASCENT_STEPS * effort)
        effort, number = effort * _GROWTH, number + 1
    return answer


def _started(task: Task, *, small: bool) -> tuple[Answer, Floats]:
    """The best of the plans that are made at once, and what each transfer is worth in it."""
    space, pairs = task.space, len(task.space.crews.given) * len(task.space.transfers)
    nothing = no_routes(space.rules.trips)
    plans, worth = [], np.zeros(len(space.transfers))
    if not small:
        found = matched(space, task.left_s)
        plans, worth = [built(task.hood, found.routes)], found.worth
    if small or pairs <= _SOME_PAIRS:
        plans.append(built(task.hood, nothing))
    if pairs <= _FEW_PAIRS:
        plans.append(routes_of(space, greedy(space.instance, pinned=space.pinned)))
    unknown = tuple(_unknown(space, plans[0], level) for level in Level)
    answer = Answer(plans[0], unknown)
    for routes in plans[1:]:
        answer = _with_routes(space, answer, routes)
    return answer, worth


def _shocks_bounded(task: Task, answer: Answer, worth: Floats, steps: int) -> Answer:
    """Bounds on the longest response and on their sum, where everyone is served."""
    served, longest, total = answer.reached[:3]
    if served.value > 0:
        return answer
    longest = longest._replace(bound=max(longest.bound, quickest_response(task.space)))
    served = served._replace(bound=0)
    stage = Stage(
        Level.SUM_P0_RESPONSE, {Level.UNSERVED_P0: 0}, longest.value, shocks_only=True
    )
    known = total.prices
    start = worth if known is None else known.transfers
    found = raised(task.space, Ascent(stage, total.value, steps, task.left_s), start)
    if found.bound > total.bound:
        total = total._replace(
            bound=found.bound, stage=stage, prices=found.prices, priced=found.bound
        )
    return answer._replace(reached=(served, longest, total, *answer.reached[3:]))


def _unknown(space: RouteSpace, routes: Routes, level: Level) -> Reached:
    bound = 0
    if level == Level.COST:
        bound = -space.rules.switch * int((space.crews.given >= 0).sum())
    return Reached(routes, reached_by(space, routes, level), bound, Stage(level, {}))


def _is_proven(reached: Reached) -> bool:
    return reached.value <= reached.bound


def _searched(task: Task, answer: Answer, effort: int, *, seed: int) -> Routes:
    """The plan made better without proof, levels proven already left as they are."""
    routes, steps = answer.routes, _FIRST_STEPS * effort
    if not _is_proven(answer.reached[Level.MAX_P0_RESPONSE]):
        routes = quicker(task.hood, routes, steps=steps, seed=seed, left_s=task.left_s)
    if len(task.space.transfers) > 1:
        routes = improved(task.hood, routes, steps=steps, seed=seed, left_s=task.left_s)
    return routes


def _with_routes(space: RouteSpace, answer: Answer, routes: Routes) -> Answer:
    """The answer with these routes if they are no worse; its bounds stay good."""
    values = [reached_by(space, routes, level) for level in Level]
    if values > [reached_by(space, answer.routes, level) for level in Level]:
        return answer
    reached = [
        known._replace(routes=routes, value=value)
        for known, value in zip(answer.reached, values, strict=True)
    ]
    return Answer(routes, tuple(reached))


def _round(task: Task, answer: Answer, budget_s: float) -> Answer:
    """Every level that is not proven once more, the most important first."""
    answer = _priority_0(task, answer, _PRIORITY_0 * budget_s)
    for level in _AFTER_P0:
        if not _is_proven(answer.reached[level]) and task.left_s() > 0:
            answer = _level(task, answer, level, budget_s)
    return answer


def _priority_0(task: Task, answer: Answer, budget_s: float) -> Answer:
    """The levels of priority 0, on its own and pinned transfers alone where that is safe."""
    if all(_is_proven(answer.reached[level]) for level in _OF_P0):
        return answer
    task.met.clear()
    served, longest, total = answer.reached[:3]
    routes = answer.routes
    if not _is_proven(served):
        stage = Stage(Level.UNSERVED_P0, {}, shocks_only=task.alone)
        served = _minimised(task, stage, served, Ways(budget_s))
    if not _is_proven(longest):
        longest = _longest(task, served, longest, budget_s)
    stage = Stage(
        Level.SUM_P0_RESPONSE,
        {Level.UNSERVED_P0: served.value},
        longest.value,
        shocks_only=task.alone,
    )
    if longest.routes is not routes or not _is_proven(total):
        total = total._replace(routes=longest.routes)
        total = _minimised(task, stage, total, Ways(budget_s))
    reached = (served, longest, total, *answer.reached[3:])
    return _best_rebuilt(task, answer._replace(reached=reached))


def _best_rebuilt(task: Task, answer: Answer) -> Answer:
    """The best of the whole plans that the routes met on the way lead to.

    Each of them, not the last alone: a stage that had longer may end with routes that leave
    less room for the others, and more time must not cost anybody a unit.
    """
    for routes in task.met:
        answer = _with_routes(task.space, answer, built(task.hood, _shocks_of(task, routes)))
    return answer


def _shocks_of(task: Task, routes: Routes) -> Routes:
    """The trips of the routes that serve priority 0, or keep a pin."""
    if not task.alone:
        return routes
    space, plan = task.space, plan_from(task.space, routes)
    held = {unit.assigned_to for unit in space.instance.units if unit.id in space.pinned}
    wanted = {
        each.id for each in space.instance.transfers if each.priority == "P0" or each.id in held
    }
    kept = {
        unit: [trip for trip in trips if trip.transfer in wanted] for unit, trips in plan.routes
    }
    return routes_of(space, plan_of(space.instance, kept))


def _longest(task: Task, served: Reached, longest: Reached, budget_s: float) -> Reached:
    """The least longest response that still serves as many, by halving what is not known.

    ``doubtful`` are the guesses that were neither met nor disproved.
    """
    space = task.space
    least = max(longest.bound, quickest_response(space) if served.value == 0 else 0)
    longest = longest._replace(routes=served.routes, bound=least)
    proof = _ruled_out(task, served.value, longest, budget_s)
    routes, least = proof.routes, proof.bound
    most = reached_by(space, routes, Level.MAX_P0_RESPONSE)
    guess = doubtful = least
    while doubtful < most and task.left_s() > 0:
        tried = _within(task, routes, served.value, guess, Ways(budget_s))
        if tried.value <= served.value:
            routes = tried.routes
            most = reached_by(space, routes, Level.MAX_P0_RESPONSE)
        else:
            doubtful = guess + 1
            if tried.bound > served.value:
                least, proof = guess + 1, tried
        guess = (doubtful + most) // 2
    return proof._replace(routes=routes, value=most, bound=least)


def _ruled_out(task: Task, served: int, longest: Reached, budget_s: float) -> Reached:
    """What the relaxation alone rules out, by halving: searching whole plans costs far more."""
    routes, proof = longest.routes, longest
    hopeful = reached_by(task.space, routes, Level.MAX_P0_RESPONSE)
    while proof.bound < hopeful and task.left_s() > 0:
        guess = (proof.bound + hopeful) // 2
        tried = _within(task, routes, served, guess, Ways(budget_s, whole=False))
        if tried.bound > served:
            proof = tried._replace(bound=guess + 1)
            continue
        hopeful = guess
        if tried.value <= served:
            routes = tried.routes
            hopeful = reached_by(task.space, routes, Level.MAX_P0_RESPONSE)
    return proof._replace(routes=routes)


def _within(task: Task, routes: Routes, served: int, guess: int, ways: Ways) -> Reached:
    """Serves as many with no response longer than the guess, or finds that none can."""
    nudge = 0.5 / (1 + reached_by(task.space, routes, Level.SUM_P0_RESPONSE))
    stage = Stage(Level.UNSERVED_P0, {}, guess, shocks_only=task.alone)
    start = taken(routes, routes.amounts[:, Level.MAX_P0_RESPONSE] <= guess)
    unknown = Reached(start, reached_by(task.space, start, Level.UNSERVED_P0), 0, stage)
    ways = ways._replace(nudges=((Level.SUM_P0_RESPONSE, nudge),))
    return _minimised(task, stage, unknown, ways, enough=served)


def _level(task: Task, answer: Answer, level: Level, budget_s: float) -> Answer:
    """One of the levels after priority 0, the earlier ones held at what they reached."""
    space, routes = task.space, answer.routes
    held = {each: answer.reached[each].value for each in ROW_LEVELS if each < level}
    latest = (
        answer.reached[Level.TOTAL_LATENESS].value if level > Level.BROKEN_WINDOWS else NO_LIMIT
    )
    longest = answer.reached[Level.MAX_P0_RESPONSE].value
    stage = Stage(level, held, longest, latest)
    ways = Ways(budget_s, _nudges(answer, level))
    found = _minimised(task, stage, answer.reached[level], ways)
    reached = list(answer.reached)
    reached[level] = found
    answer = answer._replace(reached=tuple(reached))
    return answer if found.routes is routes else _with_routes(space, answer, found.routes)


def _nudges(answer: Answer, level: Level) -> Nudges:
    """Windows and lateness tie in most plans: a little of what follows tells them apart."""
    if level not in {Level.BROKEN_WINDOWS, Level.TOTAL_LATENESS}:
        return ()
    return tuple(
        (later, 0.03 / (1 + abs(answer.reached[later].value)))
        for later in Level
        if later > level
    )


def _minimised(
    task: Task, stage: Stage, known: Reached, ways: Ways, enough: int | None = None
) -> Reached:
    """One stage within its budget, from the routes known; the better bound is kept."""
    end_s = task.left_s() - ways.budget_s

    def left_s() -> float:
        return min(task.left_s(), task.left_s() - end_s)

    def shaken(plan: Routes) -> Routes:
        return improved(
            task.hood, plan, steps=_FIRST_STEPS, seed=task.limits.seed, left_s=left_s
        )

    search = Search(
        task.space,
        task.master,
        stage,
        task.limits,
        left_s,
        shaken,
        nudges=ways.nudges,
        enough=enough,
        whole=ways.whole,
    )
    found = minimise(search, known.routes, known.bound)
    task.met.append(found.routes)
    if found.bound > known.bound:
        return found
    return known._replace(routes=found.routes, value=found.value)
