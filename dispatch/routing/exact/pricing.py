"""Which routes are worth adding to the master, and proof that no other is.

For prices given to transfers, beds and levels, the least that any continuation can cost from a
hospital and minute on is computed backwards in time (a bound, for it may repeat a transfer);
then routes are walked forward only where that bound leaves hope. Minutes are whole, so the
grid is exact. Compiled.
"""

from typing import NamedTuple

import numpy as np

from dispatch.routing.problem.amounts import add_amounts
from dispatch.routing.problem.compiled import compiled
from dispatch.routing.problem.parameters import Level
from dispatch.routing.problem.routes import (
    Crews,
    Flags,
    Floats,
    Ints,
    Kind,
    Routes,
    RouteSpace,
    Rules,
    no_routes,
)


class Prices(NamedTuple):
    """What the master pays per transfer, bed and unit; what it charges per level.

    The bed price past the last is 0; a transfer of price minus infinity is not to be made.
    ``longest_p0`` and ``longest_late`` are minutes no single trip may exceed. A route that has
    two or three of one of ``triples`` (transfers, and units counted on from them) is paid its
    ``shared``, never more than 0.
    """

    transfers: Floats
    beds: Floats
    units: Floats
    levels: Floats
    longest_p0: int
    longest_late: int
    triples: Ints
    shared: Floats


class Effort(NamedTuple):
    """How far to walk: routes that cost less than the unit's price and ``below`` are kept.

    ``each`` is how many to keep per unit, ``steps`` how many steps to walk per unit; ``most``
    how many routes to keep in all.
    """

    below: float
    each: int
    steps: int
    most: int


class Tables(NamedTuple):
    """Per option and minute the cost of the trip; per hospital and minute what can follow."""

    trip: Floats
    best: Floats


class Priced(NamedTuple):
    """Routes found, a bound on each unit's cheapest, whether all were walked."""

    routes: Routes
    least: Floats
    complete: bool


def price_routes(space: RouteSpace, prices: Prices, effort: Effort) -> Priced:
    """Routes under the limit, of all kinds."""
    least = np.full(len(space.crews.given), np.inf)
    complete, parts = True, []
    for kind in space.kinds:
        tables = fill_tables(
            kind, space.rules, prices, int(space.crews.horizon[kind.crews].max())
        )
        found, whole = walk_kind(
            (kind, space.crews, space.rules), prices, tables, effort, least
        )
        parts.append(found)
        complete = complete and whole
    parts.append(no_routes(space.rules.trips))
    return Priced(
        Routes(*(np.concatenate(each) for each in zip(*parts, strict=True))), least, complete
    )


@compiled
def latest_of(kind: Kind, rules: Rules, prices: Prices, horizon: int) -> Ints:
    """The last minute at which each option's bedside may be reached; before ready is never."""
    latest = horizon - kind.busy
    for option in range(len(latest)):
        limit = kind.ready[option] - kind.to_end[option]
        if kind.shock[option]:
            limit += prices.longest_p0
        else:
            limit += rules.window + prices.longest_late
        latest[option] = min(latest[option], limit)
        if prices.transfers[kind.transfer[option]] == -np.inf:
            latest[option] = -1
    return latest


@compiled
def fill_tables(kind: Kind, rules: Rules, prices: Prices, horizon: int) -> Tables:
    """The backward pass, a block of minutes at a time: no trip is shorter than a block."""
    latest = latest_of(kind, rules, prices, horizon)
    last = max(0, latest.max())
    trip = _trip_costs(kind, rules, prices, latest)
    ahead = np.full(trip.shape, np.inf)
    best = np.zeros((len(kind.onward), last + 2))
    block = max(1, kind.busy.min())
    drive = rules.drive * prices.levels[Level.COST]
    high = last
    while high >= 0:
        low = max(0, high - block + 1)
        _fill_ahead(kind, (trip, best), ahead, (low, high))
        _fill_best(kind.onward, drive, ahead, (best, low, high))
        high = low - 1
    return Tables(trip, best)


@compiled
def _trip_costs(kind: Kind, rules: Rules, prices: Prices, latest: Ints) -> Floats:
    last = max(0, latest.max())
    trip = np.full((len(latest), last + 2), np.inf)
    of_cost, of_response = prices.levels[Level.COST], prices.levels[Level.SUM_P0_RESPONSE]
    for option in range(len(latest)):
        fixed = of_cost * kind.cost[option] - prices.transfers[kind.transfer[option]]
        fixed -= prices.beds[kind.bed[option]]
        ready, to_end = kind.ready[option], kind.to_end[option]
        for minute in range(max(0, ready), latest[option] + 1):
            since = minute - ready
            if kind.shock[option]:
                trip[option, minute] = fixed + of_response * (since + to_end)
                continue
            cost = fixed + of_cost * rules.wait * since
            late = since + to_end - rules.window
            if late > 0:
                cost += prices.levels[Level.BROKEN_WINDOWS]
                cost += prices.levels[Level.TOTAL_LATENESS] * late
            trip[option, minute] = cost
    return trip


@compiled
def _fill_ahead(
    kind: Kind, known: tuple[Floats, Floats], ahead: Floats, minutes: tuple[int, int]
) -> None:
    """Cost of each option from a bedside minute on; one reached too soon waits until ready."""
    trip, best = known
    beyond = trip.shape[1] - 1
    for option in range(len(trip)):
        ready = min(kind.ready[option], beyond)
        for minute in range(minutes[1], minutes[0] - 1, -1):
            if minute < ready:
                ahead[option, minute] = ahead[option, ready]
            else:
                freed = min(minute + kind.busy[option], beyond)
                ahead[option, minute] = trip[option, minute] + best[kind.row[option], freed]


@compiled
def _fill_best(
    onward: Ints, per_min: float, ahead: Floats, known: tuple[Floats, int, int]
) -> None:
    best, low, high = known
    for here in range(len(onward)):
        for option in range(len(ahead)):
            away = onward[here, option]
            _lower(
                ahead[option, low + away : high + away + 1], per_min * away, best[here, low:]
            )


@compiled
def _lower(costs: Floats, drive: float, best: Floats) -> None:
    """The best where a cost and its drive are less; a loop the processor does in parallel."""
    for minute in range(len(costs)):
        cost = drive + costs[minute]
        best[minute] = min(best[minute], cost)


@compiled
def walk_kind(
    world: tuple[Kind, Crews, Rules],
    prices: Prices,
    tables: Tables,
    effort: Effort,
    least: Floats,
) -> tuple[Routes, bool]:
    """Walks every unit of the kind; writes the bound on its cheapest route to ``least``."""
    kind, _, rules = world
    count, complete = 0, True
    unit_of = np.empty(effort.most, dtype=np.int64)
    size = np.empty(effort.most, dtype=np.int64)
    options = np.empty((effort.most, rules.trips), dtype=np.int64)
    for unit in kind.crews:
        limit = prices.units[unit] + effort.below
        room = min(effort.each, effort.most - count)
        task = (unit, limit, room, effort.steps)
        bound, found, whole = _walk_unit(world, prices, tables, task, (size, options, count))
        for index in range(count, count + found):
            unit_of[index] = unit
        count += found
        complete = complete and whole
        least[unit] = bound
    amounts = np.zeros((count, len(prices.levels)), dtype=np.int64)
    for index in range(count):
        add_amounts(world, unit_of[index], options[index, : size[index]], amounts[index])
    found_routes = Routes(
        unit_of[:count].copy(), size[:count].copy(), options[:count].copy(), amounts
    )
    return found_routes, complete


class _Walk(NamedTuple):
    """A walk so far, one entry per step: the bound on each way on, when the unit is free, the
    cost, the option taken. ``used`` tells the transfers taken, ``second`` what each costs more
    because it would be the second of a triple.
    """

    ways: Floats
    free_at: Ints
    cost: Floats
    path: Ints
    used: Flags
    second: Floats


@compiled
def _reach(world: tuple[Kind, Crews, Rules], unit: int, walk: _Walk, depth: int) -> Ints:
    """Minutes to each option from where the unit is at that step."""
    kind, crews, _ = world
    here = crews.location[unit] if depth == 0 else kind.row[walk.path[depth - 1]]
    away: Ints = (kind.reach if depth == 0 else kind.onward)[here]
    return away


@compiled
def _look(
    world: tuple[Kind, Crews, Rules],
    tables: Tables,
    prices: Prices,
    walk: _Walk,
    step: tuple[int, int],
) -> None:
    """Per option, the bound on the whole walk if it comes next at that step."""
    kind, crews, rules = world
    (unit, depth), levels = step, prices.levels
    _count_seconds(world, prices, walk, step)
    beyond, horizon = tables.trip.shape[1] - 1, crews.horizon[unit]
    reach = _reach(world, unit, walk, depth)
    drive = rules.drive * levels[Level.COST]
    walk.ways[depth] = np.inf
    for option in range(len(reach)):
        at = max(kind.ready[option], walk.free_at[depth] + reach[option])
        given = depth == 0 and kind.transfer[option] == crews.given[unit]
        barred = walk.used[kind.transfer[option]] or (
            depth == 0 and crews.pinned[unit] and not given
        )
        if barred or at >= beyond or at + kind.busy[option] > horizon:
            continue
        freed = min(at + kind.busy[option], beyond)
        way = walk.cost[depth] + drive * reach[option] + tables.trip[option, at]
        way += tables.best[kind.row[option], freed] - levels[Level.COST] * rules.switch * given
        walk.ways[depth, option] = way + walk.second[kind.transfer[option]]


@compiled
def _count_seconds(
    world: tuple[Kind, Crews, Rules], prices: Prices, walk: _Walk, step: tuple[int, int]
) -> None:
    """What each transfer would cost more as the second of a triple."""
    kind, crews, _ = world
    unit, depth = step
    walk.second[:] = 0.0
    for index in range(len(prices.triples)):
        triple = prices.triples[index]
        had = int((triple == crews.transfers + unit).any())
        for earlier in range(depth):
            had += int((triple == kind.transfer[walk.path[earlier]]).any())
        if had == 1:
            _charge_second(walk.second, triple, -prices.shared[index])


@compiled
def _charge_second(second: Floats, triple: Ints, cost: float) -> None:
    for member in triple:
        if member < len(second):
            second[member] += cost


@compiled
def _began(world: tuple[Kind, Crews, Rules], unit: int, levels: Floats) -> _Walk:
    kind, crews, rules = world
    width = rules.trips + 1
    walk = _Walk(
        np.full((width, len(kind.row)), np.inf),
        np.zeros(width, dtype=np.int64),
        np.zeros(width),
        np.zeros(width, dtype=np.int64),
        np.zeros(crews.transfers, dtype=np.bool_),
        np.zeros(crews.transfers),
    )
    walk.cost[0] = levels[Level.COST] * crews.coverage[unit]
    walk.free_at[0] = crews.free_at[unit]
    return walk


@compiled
def _walk_unit(
    world: tuple[Kind, Crews, Rules],
    prices: Prices,
    tables: Tables,
    task: tuple[int, float, int, int],
    kept: tuple[Ints, Ints, int],
) -> tuple[float, int, bool]:
    """Depth first, the most hopeful first: bound on the unit's cheapest, routes kept, all?"""
    kind, _, rules = world
    unit, limit, room, steps = task
    size, options, count = kept
    depth, found, cheapest = 0, 0, limit
    walk = _began(world, unit, prices.levels)
    _look(world, tables, prices, walk, (unit, 0))
    root = walk.ways[0].min()
    while depth >= 0:
        option = np.argmin(walk.ways[depth])
        way = walk.ways[depth, option]
        if way >= limit:
            depth -= 1
            walk.used[kind.transfer[walk.path[max(0, depth)]]] = False
            continue
        steps -= 1
        if steps < 0 or found >= room:
            return root, found, False
        walk.ways[depth, option] = np.inf
        walk.path[depth] = option
        away = _reach(world, unit, walk, depth)[option]
        freed = max(kind.ready[option], walk.free_at[depth] + away) + kind.busy[option]
        ahead = tables.best[kind.row[option], min(freed, tables.best.shape[1] - 1)]
        total = way - ahead
        if total < limit:
            options[count + found, : depth + 1] = walk.path[: depth + 1]
            size[count + found] = depth + 1
            found += 1
            cheapest = min(cheapest, total)
        if (ahead < 0 or total < limit) and depth + 1 < rules.trips:
            walk.used[kind.transfer[option]] = True
            depth += 1
            walk.free_at[depth], walk.cost[depth] = freed, total
            _look(world, tables, prices, walk, (unit, depth))
    return max(root, cheapest), found, True
