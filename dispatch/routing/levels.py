"""One level of the objective, minimised by generating routes until a proof or a limit.

The relaxation's value plus the bound on every unit's cheapest route is a bound on the level;
rounded up it is compared with the best plan known, which attains every earlier level.
"""

import math
from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec
from ortools.linear_solver import pywraplp

from dispatch.routing.master import Master, Relaxed, Stage, reached_by, reduced_cost
from dispatch.routing.plan import Trip
from dispatch.routing.pricing import Effort, Priced, price_routes
from dispatch.routing.routes import Route, RouteSpace, route_of

_TOLERANCE = 1e-6
_NARROW = 3
"""Ways followed from each step while routes are easily found."""

_EACH = 30
"""Routes taken per unit and round."""


_SCALES = (1.0, 0.1, 0.0)
"""Nudges are tried whole, then finer, then not at all: which proves a level soonest varies."""


class SolveLimits(msgspec.Struct, frozen=True):
    """What a solve may spend. ``steps`` bounds the walks of one pricing, so that the same
    instance gives the same plan wherever the wall seconds do not run out.

    ``clock`` gives seconds from any zero; without one, OR-Tools' own stopwatch serves.
    """

    wall_s: float = 5.0
    deterministic_s: float = 5.0
    steps: int = 60_000
    seed: int = 1
    clock: Callable[[], float] | None = None


class Reached(NamedTuple):
    """The best routes found for a stage, their value, the proven bound on any plan's."""

    routes: tuple[Route, ...]
    value: int
    bound: int


class Deadline:
    """Seconds left of a limit; the stopwatch starts when it is made."""

    def __init__(self, limits: SolveLimits) -> None:
        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        self._clock = limits.clock or self._stopwatch
        self._end = self._clock() + limits.wall_s

    def _stopwatch(self) -> float:
        return float(self._solver.wall_time()) / 1000

    def left_s(self) -> float:
        """Seconds left, negative when over."""
        return self._end - self._clock()


class Pool:
    """Every route met so far, each once, shared by the levels of a space."""

    def __init__(self, space: RouteSpace) -> None:
        self.space = space
        self._known: dict[tuple[object, ...], Route] = {}

    def take(self, routes: Iterable[Route]) -> tuple[Route, ...]:
        """Those that are new."""
        fresh = []
        for route in routes:
            key = (route.unit, route.trips)
            if key not in self._known:
                self._known[key] = route
                fresh.append(route)
        return tuple(fresh)

    def within(self, stage: Stage) -> tuple[Route, ...]:
        """Those the stage allows."""
        longest = math.inf if stage.longest_p0 is None else stage.longest_p0
        latest = math.inf if stage.longest_late is None else stage.longest_late
        return tuple(
            route
            for route in self._known.values()
            if route.amounts[1] <= longest and route.amounts[5] <= latest
        )


class Search(NamedTuple):
    """What one stage works with; ``enough`` is a value at which to stop improving."""

    pool: Pool
    stage: Stage
    limits: SolveLimits
    left_s: Callable[[], float]
    enough: int | None = None


def minimise(search: Search, start: tuple[Route, ...]) -> Reached:
    """The stage's least value from the plan ``start``, which must attain its earlier levels."""
    space, stage = search.pool.space, search.stage
    best = Reached(start, reached_by(space, start, stage.level), _floor(space, stage))
    for scale in _SCALES if stage.nudges else (0.0,):
        if _settled(search, best):
            break
        nudges = tuple((level, scale * nudge) for level, nudge in stage.nudges if scale)
        best = _improved(search._replace(stage=stage._replace(nudges=nudges)), best)
    return best


def _improved(search: Search, best: Reached) -> Reached:
    """The best after one round of generation, and after enumeration where nothing is nudged."""
    space, stage = search.pool.space, search.stage
    master = Master(space, stage)
    master.add(search.pool.within(stage))
    best, relaxed = _generate(search, master, best)
    if relaxed is None or _settled(search, best):
        return best
    best = _whole(search, master, relaxed, best=best, final=False)
    if stage.nudges or _settled(search, best):
        return best
    gap = best.value - 1 - relaxed.value + _TOLERANCE
    rest = price_routes(space, relaxed.prices, Effort(gap, search.limits.steps))
    _take(search, master, rest.found)
    return _whole(search, master, relaxed, best=best, final=rest.complete)


def _floor(space: RouteSpace, stage: Stage) -> int:
    """A bound that needs no work: only the cost may be negative, by the switches saved."""
    if stage.level < 6:
        return 0
    given = sum(unit.assigned_to is not None for unit in space.instance.units)
    return -space.instance.parameters.weights.switch * given


def _settled(search: Search, best: Reached) -> bool:
    """Proven, good enough, or known to be out of reach of good enough."""
    if best.value <= best.bound:
        return True
    enough = search.enough
    return enough is not None and (best.value <= enough or best.bound > enough)


def _take(search: Search, master: Master, found: Iterable[tuple[str, tuple[Trip, ...]]]) -> int:
    space = search.pool.space
    fresh = search.pool.take(route_of(space, unit, trips) for unit, trips in found)
    master.add(fresh)
    return len(fresh)


def _generate(search: Search, master: Master, best: Reached) -> tuple[Reached, Relaxed | None]:
    """Adds routes until none is missing: the best so far, and the last relaxation.

    The relaxation's value is then a bound; None when a limit came first.
    """
    while search.left_s() > 0:
        relaxed = master.relaxed(search.left_s())
        if relaxed is None:
            break
        best = _read(search, master, relaxed, best)
        narrow, slack = _narrow(search, relaxed)
        best = _raised(best, relaxed.value + slack)
        if _settled(search, best):
            return best, relaxed
        if _take(search, master, narrow.found):
            continue
        effort = Effort(-_TOLERANCE, search.limits.steps, each=_EACH)
        every = price_routes(search.pool.space, relaxed.nudged, effort)
        if _take(search, master, every.found) == 0:
            bound = relaxed.value + (slack if search.stage.nudges else 0.0)
            if every.complete:
                return _raised(best, bound), relaxed._replace(value=bound)
            break
    return best, None


def _narrow(search: Search, relaxed: Relaxed) -> tuple[Priced, float]:
    """The routes soonest found, and the bound's slack, which no nudge may touch."""
    space, effort = search.pool.space, Effort(-_TOLERANCE, search.limits.steps, _NARROW, _EACH)
    narrow = price_routes(space, relaxed.nudged, effort)
    if search.stage.nudges:
        return narrow, price_routes(space, relaxed.prices, Effort(0.0, 0)).slack
    return narrow, narrow.slack


def _raised(best: Reached, bound: float) -> Reached:
    return best._replace(bound=max(best.bound, math.ceil(bound - _TOLERANCE)))


def _read(search: Search, master: Master, relaxed: Relaxed, best: Reached) -> Reached:
    """A relaxation whose shares are whole is a plan."""
    shares = relaxed.shares
    if any(min(share, 1 - share) > _TOLERANCE for share in shares):
        return best
    routes = tuple(
        route for route, share in zip(master.routes, shares, strict=True) if share > 0.5
    )
    value = reached_by(search.pool.space, routes, search.stage.level)
    return best._replace(routes=routes, value=value) if value < best.value else best


def _whole(
    search: Search, master: Master, relaxed: Relaxed, *, best: Reached, final: bool
) -> Reached:
    """Whole routes among those that can still improve; ``final`` when no other can."""
    # CP-SAT brings pandas along: half a second that only who plans should wait for.
    from dispatch.routing.choose_routes import IntegerLimits, choose_routes  # noqa: PLC0415

    space, stage = search.pool.space, search.stage
    gap = best.value - 1 - relaxed.value + _TOLERANCE
    hopeful = [
        route for route in master.routes if reduced_cost(space, route, relaxed.prices) <= gap
    ]
    chosen = choose_routes(
        space,
        stage,
        routes=hopeful,
        ceiling=best.value - 1,
        limits=IntegerLimits(
            search.left_s(), search.limits.deterministic_s, search.limits.seed
        ),
    )
    if chosen.routes is not None:
        value = reached_by(space, chosen.routes, stage.level)
        best = best._replace(routes=chosen.routes, value=value)
    return best._replace(bound=best.value) if final and chosen.final else best
