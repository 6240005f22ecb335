"""Which unit takes which transfer to which hospital: the best plan, level by level, and proof.

Exact wherever the limits allow. Priority 0 is settled first on its own transfers, since by the
triangle inequality no 3 h trip makes a unit earlier; a matrix without it costs only time.
"""

from typing import Literal, NamedTuple

import msgspec

from dispatch.kernel import Refused
from dispatch.routing.greedy import greedy
from dispatch.routing.instance import Instance
from dispatch.routing.levels import Deadline, Pool, Reached, Search, SolveLimits, minimise
from dispatch.routing.master import Stage, reached_by
from dispatch.routing.objective import objective
from dispatch.routing.parameters import LEVELS, Vector
from dispatch.routing.plan import Plan, plan_of
from dispatch.routing.routes import (
    Route,
    RouteSpace,
    keeps_triangle,
    plan_from,
    quickest_response,
    route_space,
    routes_of,
)
from dispatch.routing.unserved import Unserved, why_unserved

Method = Literal["exact", "restricted", "greedy"]


LARGEST_CELLS = 150_000
"""Hospitals by options above which only the greedy plan is made (about 70 MB of tables)."""


class LevelResult(msgspec.Struct, frozen=True):
    """One level's value, a bound given the earlier levels' values, and whether it is proven.

    ``proven`` means that no plan is better at this level without being worse at an earlier
    one, and so never follows a level that is not proven.
    """

    name: str
    value: int
    bound: int
    proven: bool


class Solution(msgspec.Struct, frozen=True):
    """The plan proposed and how good it is known to be.

    ``fallback_reason`` says why the method is ``greedy``; ``unkept_pins`` are pinned units that
    could not make the trip they were given.
    """

    plan: Plan
    vector: Vector
    levels: tuple[LevelResult, ...]
    method: Method
    unserved: tuple[Unserved, ...] = ()
    fallback_reason: str | None = None
    unkept_pins: tuple[str, ...] = ()


class _Answer(NamedTuple):
    """The routes so far and what each level reached, the most important first."""

    routes: tuple[Route, ...]
    reached: tuple[Reached, ...]


class _Task(NamedTuple):
    """What the stages of one solve share."""

    instance: Instance
    pinned: frozenset[str]
    limits: SolveLimits
    deadline: Deadline


def assign_units(
    instance: Instance, *, limits: SolveLimits, pinned: frozenset[str] = frozenset()
) -> Solution:
    """The best plan that the limits allow, never an empty answer.

    The units in ``pinned`` make the transfer they are assigned to first, before anything else
    counts. Raises ``Refused("pin_impossible")`` for a pinned unit that is not in the instance
    or was given no transfer.
    """
    _require_assigned(instance, pinned)
    quick = greedy(instance, pinned=pinned)
    task = _Task(instance, pinned, limits, Deadline(limits))
    full = route_space(instance, [each.id for each in instance.transfers], pinned)
    if limits.wall_s <= 0 or full.cells > LARGEST_CELLS:
        reason = "no_time" if limits.wall_s <= 0 else "too_large"
        return _solution(task, full, _Answer(routes_of(full, quick), ()), reason=reason)
    shocks = _priority_0(task, full, quick)
    answer = _everything(task, full, shocks=shocks, quick=quick)
    if plan_from(full, answer.routes) == quick and task.deadline.left_s() <= 0:
        return _solution(task, full, answer, reason="time_over")
    return _solution(task, full, answer, reason=None)


def _require_assigned(instance: Instance, pinned: frozenset[str]) -> None:
    given = {unit.id for unit in instance.units if unit.assigned_to is not None}
    for unit_id in sorted(pinned - given):
        raise Refused("pin_impossible", field="pinned", unit=unit_id)


def _priority_0(task: _Task, full: RouteSpace, quick: Plan) -> _Answer:
    """Levels 1 to 3, over priority 0 and pinned transfers alone where that is safe."""
    space = full
    if keeps_triangle(task.instance):
        held = {unit.assigned_to for unit in task.instance.units if unit.id in task.pinned}
        open_ids = [
            each.id
            for each in task.instance.transfers
            if each.priority == "P0" or each.id in held
        ]
        space = route_space(task.instance, open_ids, task.pinned)
    chosen = frozenset(space.open_ids)
    kept = {
        unit: [trip for trip in trips if trip.transfer in chosen]
        for unit, trips in quick.routes
    }
    pool = Pool(space)
    routes = pool.take(routes_of(space, plan_of(task.instance, kept)))
    served = _level(task, pool, Stage(0, {}, None, None), routes)
    longest = _longest(task, pool, served)
    stage = Stage(2, {0: served.value}, longest.value, None)
    total = _level(task, pool, stage, longest.routes)
    return _Answer(total.routes, (served, longest, total))


def _longest(task: _Task, pool: Pool, served: Reached) -> Reached:
    """The least longest response that still serves as many, by halving what is not known."""
    routes = served.routes
    longest = max((route.amounts[1] for route in routes), default=0)
    least = quickest_response(pool.space) if served.value == 0 else 0
    guess = least
    while least < longest:
        stage = Stage(0, {}, guess, None)
        start = tuple(route for route in routes if route.amounts[1] <= guess)
        tried = _level(task, pool, stage, start, enough=served.value)
        if tried.value <= served.value:
            routes = tried.routes
            longest = max((route.amounts[1] for route in routes), default=0)
        elif tried.bound > served.value:
            least = guess + 1
        else:
            break
        guess = (least + longest) // 2
    return Reached(routes, longest, least)


def _everything(task: _Task, full: RouteSpace, *, shocks: _Answer, quick: Plan) -> _Answer:
    """Levels 4 to 7 over all transfers, the first three held at what they reached."""
    pool = Pool(full)
    starts = [greedy(task.instance, kept=plan_from(full, shocks.routes), pinned=task.pinned)]
    starts.append(quick)
    held = {0: shocks.reached[0].value, 2: shocks.reached[2].value}
    longest = shocks.reached[1].value
    allowed = [
        routes
        for routes in (routes_of(full, plan) for plan in starts)
        if reached_by(full, routes, 0) <= held[0]
        and reached_by(full, routes, 1) <= longest
        and reached_by(full, routes, 2) <= held[2]
    ]
    routes = min(
        allowed, key=lambda each: tuple(reached_by(full, each, n) for n in (3, 4, 5, 6))
    )
    for each in allowed:
        pool.take(each)
    reached = list(shocks.reached)
    latest: int | None = None
    for level in (3, 4, 5, 6):
        if level == 5:
            latest = reached_by(full, routes, 5)
        nudges = _nudges(full, routes) if level == 4 else ()
        stage = Stage(level, dict(held), longest, latest, nudges)
        found = _level(task, pool, stage, routes)
        routes = found.routes
        held[level] = found.value
        reached.append(found)
        latest = found.value if level == 5 else latest
    return _Answer(routes, tuple(reached))


def _nudges(full: RouteSpace, routes: tuple[Route, ...]) -> tuple[tuple[int, float], ...]:
    """Broken windows tie in most plans: a little lateness and cost tell them apart."""
    return tuple((level, 0.03 / (1 + abs(reached_by(full, routes, level)))) for level in (5, 6))


def _level(
    task: _Task, pool: Pool, stage: Stage, routes: tuple[Route, ...], enough: int | None = None
) -> Reached:
    """One stage within its share of the time left."""
    share = 1.0 if stage.level == 6 else 0.5
    reserve_s = task.deadline.left_s() * (1 - share)
    search = Search(
        pool, stage, task.limits, lambda: task.deadline.left_s() - reserve_s, enough
    )
    return minimise(search, routes)


def _solution(
    task: _Task, full: RouteSpace, answer: _Answer, *, reason: str | None
) -> Solution:
    instance = task.instance
    plan = plan_from(full, answer.routes)
    vector = objective(instance, plan)
    levels = _levels(task, full, answer, vector)
    first = {unit: trips[0].transfer for unit, trips in plan.routes}
    unkept = tuple(
        unit.id
        for unit in instance.units
        if unit.id in task.pinned and first.get(unit.id) != unit.assigned_to
    )
    method: Method = "exact" if all(level.proven for level in levels) else "restricted"
    return Solution(
        plan=plan,
        vector=vector,
        levels=levels,
        method="greedy" if reason else method,
        unserved=why_unserved(instance, plan),
        fallback_reason=reason,
        unkept_pins=unkept,
    )


def _levels(
    task: _Task, full: RouteSpace, answer: _Answer, vector: Vector
) -> tuple[LevelResult, ...]:
    """The bounds as whole levels; none is claimed when a route was left out of the space."""
    weights = task.instance.parameters.weights
    idle_cost = weights.switch * sum(
        unit.assigned_to is not None for unit in task.instance.units
    )
    bounds = [each.bound for each in answer.reached] if full.whole else []
    proven, levels = True, []
    for index, (name, value) in enumerate(zip(LEVELS, vector, strict=True)):
        bound = 0
        if index < len(bounds):
            pins = answer.reached[0].value - vector[0] if index == 0 else 0
            bound = max(0, bounds[index] - pins + (idle_cost if index == 6 else 0))
        proven = proven and bool(bounds) and bound >= value
        levels.append(LevelResult(name, value, min(bound, value), proven))
    return tuple(levels)
