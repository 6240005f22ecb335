"""Which routes are worth adding to the master, and proof that no other is.

For prices given to transfers, beds and levels, ``price_routes`` first computes backwards in
time the least that any continuation can cost from a hospital and minute on (a bound, for it may
repeat a transfer), then walks forward only where that bound leaves hope. Minutes are whole, so
the grid is exact.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dispatch.routing.instance import Unit
from dispatch.routing.plan import Trip
from dispatch.routing.routes import LONGEST_HORIZON_MIN, RouteSpace, UnitClass

Floats = NDArray[np.float64]


class Prices(NamedTuple):
    """What the master pays: per transfer, unit and bed; what it charges per level.

    ``longest_p0`` and ``longest_late`` are minutes no single trip may exceed; None is free.
    """

    transfers: Floats
    units: dict[str, float]
    beds: dict[str, float]
    levels: tuple[float, ...]
    longest_p0: int | None
    longest_late: int | None


class Effort(NamedTuple):
    """How far to walk: keep routes cheaper than ``below``, in at most so many steps.

    ``width`` is how many ways to follow from each step, ``each`` how many routes to keep per
    unit; 0 is all. Without ``steps`` only the bound is computed.
    """

    below: float
    steps: int
    width: int = 0
    each: int = 0


class Priced(NamedTuple):
    """Routes found, the bound on each unit's cheapest route (≤ 0), whether all was walked."""

    found: tuple[tuple[str, tuple[Trip, ...]], ...]
    slack: float
    complete: bool


class _Tables(NamedTuple):
    """Per option and minute: cost of the trip; cost with its best continuation, or waiting."""

    trip: Floats
    ahead: Floats
    drive: Floats
    end: int


class _Step(NamedTuple):
    """A walk so far."""

    cost: float
    here: int
    free_at: int
    trips: tuple[int, ...]


class _Walk(NamedTuple):
    """What one unit's walk looks up at every step."""

    kind: UnitClass
    tables: _Tables
    effort: Effort
    first: Floats


def price_routes(space: RouteSpace, prices: Prices, effort: Effort) -> Priced:
    """Routes whose reduced cost is under ``effort.below``, and what bounds the others."""
    found: list[tuple[str, tuple[Trip, ...]]] = []
    slack, steps = 0.0, effort.steps
    place = {name: index for index, name in enumerate(space.instance.locations)}
    for kind in space.classes:
        tables = _tables(space, kind, prices)
        for unit in kind.units:
            walk = _Walk(kind, tables, effort, _first_costs(space, kind, unit, prices))
            cost = _start_cost(space, unit, prices)
            start = _Step(cost, place[unit.location], unit.free_at, ())
            ways, _bedside_at = _ways(walk, start)
            slack += min(0.0, float(ways.min()))
            kept = 0
            for trips in _walked(walk, start):
                steps -= 1
                if steps < 0 or kept == (effort.each or -1):
                    break
                if trips:
                    kept += 1
                    found.append((unit.id, tuple(kind.trips[index] for index in trips)))
    return Priced(tuple(found), slack, complete=steps >= 0 and effort.width == 0)


def _start_cost(space: RouteSpace, unit: Unit, prices: Prices) -> float:
    weights = space.instance.parameters.weights
    used = prices.levels[6] * weights.coverage * unit.coverage_cost
    return used - prices.units[unit.id]


def _first_costs(space: RouteSpace, kind: UnitClass, unit: Unit, prices: Prices) -> Floats:
    """Per option, what it adds as the unit's first trip: the switch saved, the pin kept."""
    given = np.array([trip.transfer == unit.assigned_to for trip in kind.trips], dtype=np.bool_)
    saved = -prices.levels[6] * space.instance.parameters.weights.switch
    other = np.inf if unit.id in space.pinned else 0.0
    return np.where(given, saved, other)


def _trip_costs(space: RouteSpace, kind: UnitClass, prices: Prices) -> Floats:
    """Reduced cost of every option at every minute at the bedside; the last column never."""
    rules, levels = space.instance.parameters, prices.levels
    end = min(kind.horizon_min, LONGEST_HORIZON_MIN)
    bedside_at = np.arange(end + 1, dtype=np.int64)[None, :]
    since = bedside_at - kind.ready_at[:, None]
    ends = since + kind.to_end_min[:, None]
    shock = kind.priority_0[:, None]
    late = np.maximum(0, ends - rules.window)
    window = levels[4] * (late > 0) + levels[5] * late + levels[6] * rules.weights.wait * since
    beds = np.array([prices.beds.get(trip.hospital, 0.0) for trip in kind.trips])
    fixed = levels[6] * kind.option_cost - prices.transfers[kind.transfer] - beds
    costs = np.where(shock, levels[2] * ends, window) + fixed[:, None]
    never = (since < 0) | (bedside_at + kind.busy_min[:, None] > end)
    if prices.longest_p0 is not None:
        never |= shock & (ends > prices.longest_p0)
    if prices.longest_late is not None:
        never |= ~shock & (late > prices.longest_late)
    costs[never] = np.inf
    return np.pad(costs, ((0, 0), (0, 1)), constant_values=np.inf)


def _tables(space: RouteSpace, kind: UnitClass, prices: Prices) -> _Tables:
    """The backward pass, a block of minutes at a time: no trip is shorter than a block."""
    trip = _trip_costs(space, kind, prices)
    per_min = prices.levels[6] * space.instance.parameters.weights.drive
    drive = per_min * kind.reach_min.astype(np.float64)
    end = trip.shape[1] - 1
    hospitals, row = np.unique(kind.receiving, return_inverse=True)
    reach = kind.reach_min[hospitals][:, :, None]
    drive_here = drive[hospitals][:, :, None]
    option = np.arange(len(kind.trips))[:, None]
    ready = np.clip(kind.ready_at, 0, end)
    ahead = np.full_like(trip, np.inf)
    best = np.zeros((len(hospitals), end + 1))
    block = max(1, int(kind.busy_min.min()))
    for last in range(end, 0, -block):
        minutes = np.arange(max(0, last - block), last)
        freed = np.minimum(minutes + kind.busy_min[:, None], end)
        ahead[:, minutes] = trip[:, minutes] + best[row[:, None], freed]
        early = minutes < ready[:, None]
        ahead[:, minutes] = np.where(early, ahead[option, ready[:, None]], ahead[:, minutes])
        ways = drive_here + ahead[option, np.minimum(minutes + reach, end)]
        best[:, minutes] = np.minimum(0.0, ways.min(axis=1))
    return _Tables(trip, ahead, drive, end)


def _ways(walk: _Walk, step: _Step) -> tuple[Floats, NDArray[np.int64]]:
    """Per option, the bound on the whole walk if it comes next, and its bedside minute."""
    kind, tables = walk.kind, walk.tables
    reach_at = step.free_at + kind.reach_min[step.here]
    bedside_at = np.minimum(np.maximum(kind.ready_at, reach_at), tables.end)
    option = np.arange(len(kind.trips))
    ways = step.cost + tables.drive[step.here] + tables.ahead[option, bedside_at]
    return (ways if step.trips else ways + walk.first), bedside_at


def _walked(walk: _Walk, start: _Step) -> Iterator[tuple[int, ...]]:
    """Every route under the limit, depth first; an empty one for a step that ends nothing."""
    below = walk.effort.below
    waiting = [start]
    while waiting:
        step = waiting.pop()
        yield ()
        ways, bedside_at = _ways(walk, step)
        for option in _hopeful(walk, step, ways):
            at = int(bedside_at[option])
            ahead = float(walk.tables.ahead[option, at] - walk.tables.trip[option, at])
            cost = float(ways[option]) - ahead
            trips = (*step.trips, option)
            if cost < below:
                yield trips
            if ahead < 0 or below > 0:
                free_at = at + int(walk.kind.busy_min[option])
                waiting.append(_Step(cost, int(walk.kind.receiving[option]), free_at, trips))


def _hopeful(walk: _Walk, step: _Step, ways: Floats) -> Sequence[int]:
    """Options not taken yet whose bound is under the limit, the best few first."""
    used = walk.kind.transfer[list(step.trips)]
    options = np.flatnonzero((ways < walk.effort.below) & ~np.isin(walk.kind.transfer, used))
    if walk.effort.width:
        options = options[np.argsort(ways[options], kind="stable")][: walk.effort.width]
    return [int(option) for option in options]
