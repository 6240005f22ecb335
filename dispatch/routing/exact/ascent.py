"""A bound on the sum of priority 0 responses where the relaxation is too large to solve.

Whatever is paid for each transfer, the units' cheapest routes give a bound; payments are moved
towards those that are fetched too seldom, away from those fetched twice, for so many steps.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from dispatch.routing.exact.columns import NO_TRIPLES
from dispatch.routing.exact.master import Priced, Stage, bound_of
from dispatch.routing.exact.pricing import Prices, Tables, fill_tables
from dispatch.routing.problem.amounts import NO_LIMIT
from dispatch.routing.problem.compiled import compiled
from dispatch.routing.problem.parameters import Level
from dispatch.routing.problem.routes import Crews, Flags, Floats, Kind, RouteSpace, Rules

_TOLERANCE = 1e-6

_FIRST_PACE, _SLOWER, _PATIENCE, _KEPT = 0.8, 0.7, 5, 0.7
"""Share of the gap a step tries to close, how it shrinks after so many steps without a better
bound, and how much of the last direction each step keeps.
"""


class Raised(NamedTuple):
    """The best bound found, and the prices it rests on."""

    bound: int
    prices: Prices


class Ascent(NamedTuple):
    """The stage (the summed response of priority 0 alone), a value some plan has, and how many
    steps to take at most.
    """

    stage: Stage
    value: int
    steps: int
    left_s: Callable[[], float]


def raised(space: RouteSpace, ascent: Ascent, worth: Floats) -> Raised:
    """The bound from payments that start at ``worth`` (minutes, by transfer).

    A pinned unit may go elsewhere first: by the triangle inequality no patient is later then.
    """
    kinds = tuple(_part_of(kind, _open(space)) for kind in space.kinds)
    paid, way = np.where(space.shock, worth, 0.0), np.zeros(len(worth))
    best, best_prices = -math.inf, _prices(space, ascent.stage, paid)
    pace, waited = _FIRST_PACE, 0
    for _ in range(ascent.steps):
        prices = _prices(space, ascent.stage, paid)
        least, fetched = _answered(space, kinds, prices)
        bound = bound_of(space, ascent.stage, Priced(prices, least))
        waited += 1
        if bound > best:
            best, best_prices, waited = bound, prices, 0
        if waited > _PATIENCE:
            pace, waited = pace * _SLOWER, 0
        way = np.where(space.shock, 1.0 - fetched, 0.0) + _KEPT * way
        length = float(way @ way)
        if ascent.value - best < 1 or length == 0 or ascent.left_s() <= 0:
            break
        paid = np.maximum(0.0, paid + pace * (ascent.value - bound) / length * way)
    return Raised(math.ceil(best - _TOLERANCE), best_prices)


def _prices(space: RouteSpace, stage: Stage, paid: Floats) -> Prices:
    """Serving is worth at least what is paid for anyone, so that nobody is left out."""
    levels = stage.charged
    levels[Level.UNSERVED_P0] = float(paid.max(initial=0.0))
    return Prices(
        transfers=np.where(_open(space), paid, -np.inf),
        beds=np.zeros(len(space.beds) + 1),
        units=np.zeros(len(space.crews.given)),
        levels=levels,
        longest_p0=stage.longest_p0,
        longest_late=NO_LIMIT,
        triples=NO_TRIPLES,
        shared=np.zeros(0),
    )


def _open(space: RouteSpace) -> Flags:
    """Priority 0, and what keeps a pin: units that keep one must have their way."""
    kept = space.shock.copy()
    kept[space.crews.given[space.crews.pinned]] = True
    return kept


def _part_of(kind: Kind, transfers: Flags) -> Kind:
    """The kind with its options of these transfers only."""
    kept = transfers[kind.transfer]
    return Kind(
        transfer=kind.transfer[kept],
        row=kind.row[kept],
        bed=kind.bed[kept],
        ready=kind.ready[kept],
        busy=kind.busy[kept],
        to_end=kind.to_end[kept],
        cost=kind.cost[kept],
        shock=kind.shock[kept],
        reach=np.ascontiguousarray(kind.reach[:, kept]),
        onward=np.ascontiguousarray(kind.onward[:, kept]),
        crews=kind.crews,
    )


def _answered(
    space: RouteSpace, kinds: tuple[Kind, ...], prices: Prices
) -> tuple[Floats, Floats]:
    """What bounds each unit's cheapest route, pins not minded; how often each transfer is in
    one.
    """
    least = np.full(len(space.crews.given), np.inf)
    fetched = np.zeros(len(space.shock))
    for kind in kinds:
        if len(kind.transfer) == 0:
            continue
        horizon = int(space.crews.horizon[kind.crews].max())
        tables = fill_tables(kind, space.rules, prices, horizon)
        world = (kind, space.crews, space.rules)
        follow_best(world, prices.levels, tables, least, fetched)
    return least, fetched


@compiled
def follow_best(
    world: tuple[Kind, Crews, Rules],
    levels: Floats,
    tables: Tables,
    least: Floats,
    fetched: Floats,
) -> None:
    """Each unit's way that the tables call cheapest; it may fetch one transfer twice."""
    kind, crews, rules = world
    for unit in kind.crews:
        free_at, here, cost = crews.free_at[unit], -1, 0.0
        for depth in range(rules.trips):
            option, way = _next(world, levels, tables, (unit, free_at, here))
            if depth == 0:
                least[unit] = way
            if option < 0 or way >= -1e-9:
                break
            reach = kind.onward[here] if here >= 0 else kind.reach[crews.location[unit]]
            at = max(kind.ready[option], free_at + reach[option])
            cost += tables.trip[option, at]
            fetched[kind.transfer[option]] += 1.0
            free_at, here = at + kind.busy[option], kind.row[option]


@compiled
def _next(
    world: tuple[Kind, Crews, Rules],
    levels: Floats,
    tables: Tables,
    place: tuple[int, int, int],
) -> tuple[int, float]:
    """The option to go on with, and the bound on all that follows from here."""
    kind, crews, rules = world
    unit, free_at, here = place
    reach = kind.onward[here] if here >= 0 else kind.reach[crews.location[unit]]
    beyond, chosen, least = tables.trip.shape[1] - 1, -1, np.inf
    for option in range(len(reach)):
        at = max(kind.ready[option], free_at + reach[option])
        if at >= beyond or at + kind.busy[option] > crews.horizon[unit]:
            continue
        freed = min(at + kind.busy[option], beyond)
        way = rules.drive * levels[Level.COST] * reach[option] + tables.trip[option, at]
        way += tables.best[kind.row[option], freed]
        if way < least:
            chosen, least = option, way
    return chosen, least
