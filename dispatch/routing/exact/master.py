"""The master problem: at most one route per unit, no transfer twice, no bed too many.

Levels already decided are rows of their own, so a later level can't spoil an earlier one. One
program serves all levels of a solve: each starts from where the one before it ended. Triples
that the relaxation breaks become rows as well; they hold for every level.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from dispatch.routing.exact import simplex
from dispatch.routing.exact.columns import (
    NO_TRIPLES,
    ROUTE_LEVELS,
    ROW_LEVELS,
    ROW_SCALES,
    beside,
    own_columns,
    right_hand_sides,
    route_columns,
    rows_of,
    undone_weights,
)
from dispatch.routing.exact.linear import Program, Relaxed, relax
from dispatch.routing.exact.pricing import Prices
from dispatch.routing.exact.triples import broken_triples
from dispatch.routing.problem.amounts import NO_LIMIT
from dispatch.routing.problem.parameters import Level
from dispatch.routing.problem.routes import (
    Flags,
    Floats,
    Routes,
    RouteSpace,
    joined,
    kind_of_unit,
    longest_p0_min,
    no_routes,
    taken,
)

_TOLERANCE = 1e-6
_PIVOTS = 500

_MANY, _KEPT = 30, 10
"""Routes by row above which a large program is cut back, and how many of them it keeps."""

_MOST_TRIPLES = 60
"""Triples that are rows of the master at most."""

_UNPAID = 10
"""More of them that cost nothing are forgotten before the next level."""

SMALL_ROWS = 250
"""Rows up to which the program stays in the cache, and starting where it was left pays."""


Nudges = tuple[tuple[Level, float], ...]
"""A little of later levels in the relaxation's objective: where many plans tie, prices that
mean something come only so. No bound rests on them.
"""


class Stage(NamedTuple):
    """One level to minimise, given what the earlier ones reached (level to value).

    The first level counts a pin that is not kept before any unserved priority 0.
    ``longest_p0`` and ``longest_late`` are minutes that no trip of the routes may exceed.
    ``shocks_only`` leaves 3 h trips out.
    """

    level: Level
    reached: Mapping[Level, int]
    longest_p0: int = NO_LIMIT
    longest_late: int = NO_LIMIT
    shocks_only: bool = False

    @property
    def charged(self) -> Floats:
        """What a route pays for each level."""
        return nudged(((self.level, 1.0),) if self.level in ROUTE_LEVELS else ())


def nudged(nudges: Nudges) -> Floats:
    """What the nudges charge for each level."""
    charged = np.zeros(len(Level))
    for level, nudge in nudges:
        charged[level] += nudge
    return charged


def reached_by(space: RouteSpace, routes: Routes, level: Level) -> int:
    """The value of the level in the plan of those routes (the cost: without the idle price)."""
    if level == Level.MAX_P0_RESPONSE:
        return longest_p0_min(routes)
    if level in ROUTE_LEVELS:
        return int(routes.amounts[:, level].sum())
    transfers, pins = undone_weights(space, level)
    kinds = kind_of_unit(space)
    for unit, size, options in zip(*routes[:3], strict=True):
        transfers[space.kinds[kinds[unit]].transfer[options[:size]]] = 0.0
        pins[unit] = 0.0
    return int(transfers.sum() + pins.sum())


class Priced(NamedTuple):
    """Prices, and what bounds each unit's cheapest route at them."""

    prices: Prices
    least: Floats


def bound_of(space: RouteSpace, stage: Stage, final: Priced) -> float:
    """No plan within the stage has less of its level.

    Where the prices hold nudges, the bound is one of stage and nudges.
    """
    prices = final.prices
    undone, _ = _undone(space, stage, prices)
    total = float(prices.beds[:-1] @ space.beds) + float(prices.shared.sum())
    for level, value in stage.reached.items():
        total -= (prices.levels[level] - stage.charged[level]) * value
    wanted = prices.transfers > -np.inf
    paid = prices.transfers[wanted]
    total += float((paid + np.minimum(0.0, undone[wanted] - paid)).sum())
    return total + float(tight_units(space, stage, final).sum())


def tight_units(space: RouteSpace, stage: Stage, final: Priced) -> Floats:
    """The highest unit prices at which no route pays: the bound rests on these.

    A plan at most ``gap`` above the bound has only routes that cost at most ``gap`` more than
    their unit's price here. With lower prices, as a degenerate relaxation may leave them,
    routes of good plans would be missed.
    """
    _, unkept = _undone(space, stage, final.prices)
    return np.minimum(unkept, final.least)


def _undone(space: RouteSpace, stage: Stage, prices: Prices) -> tuple[Floats, Floats]:
    """What a transfer or a pin left undone costs, levels held included."""
    undone, unkept = undone_weights(space, stage.level)
    for level in stage.reached:
        due = prices.levels[level] - stage.charged[level]
        others, pins = undone_weights(space, level)
        undone, unkept = undone + due * others, unkept + due * pins
    return undone, unkept


class Master:
    """The relaxation over the routes taken so far. Its prices are good guesses, no proof."""

    def __init__(self, space: RouteSpace) -> None:
        self.space = space
        self.stage = Stage(Level.UNSERVED_P0, {})
        self.nudges: Nudges = ()
        self.routes = no_routes(space.rules.trips)
        self.triples = NO_TRIPLES
        self.is_small = rows_of(space).total <= SMALL_ROWS
        self._plan = self.routes
        self._build()
        self._relaxed = Relaxed(np.zeros(self._rows.total), np.zeros(self._rows.total))

    def _build(self) -> None:
        """The rows and columns anew; the basis is that of a plan that does nothing."""
        self._rows = rows_of(self.space, self.triples)
        rows = self._rows.total
        every = route_columns(self.space, self.routes, self.triples)
        self._columns = beside(own_columns(self._rows, self.space), every)
        self._shake = _TOLERANCE * np.random.default_rng(rows).uniform(0.5, 1.5, rows)
        self._basis = np.arange(rows, dtype=np.int64)
        self._inverse = np.zeros((rows, rows) if self.is_small else (0, 0))
        self._charge()
        if self.is_small:
            simplex.invert(self._table())

    def add(self, routes: Routes) -> None:
        """Takes routes."""
        more = route_columns(self.space, routes, self.triples)
        self._columns = beside(self._columns, more)
        self.routes = joined(self.routes, routes)
        self._charge()

    def cut_back(self) -> None:
        """Forgets the routes that are of least use now, where there are very many."""
        rows = self._rows.total
        solved = len(self._relaxed.values) == len(self._program.cost)
        if self.is_small or not solved or len(self.routes.unit) <= _MANY * rows:
            return
        kept = np.sort(np.argsort(self.reduced_costs(), kind="stable")[: _KEPT * rows])
        self.routes = taken(self.routes, kept)
        every = route_columns(self.space, self.routes, self.triples)
        self._columns = beside(own_columns(self._rows, self.space), every)
        columns = np.concatenate([np.arange(rows), rows + kept])
        self._relaxed = self._relaxed._replace(values=self._relaxed.values[columns])
        self._charge()

    def cut_off(self) -> bool:
        """Takes the triples that the last shares break; False where there are none."""
        found = broken_triples(self.space, self.routes, self.shares())
        room = _MOST_TRIPLES - len(self.triples)
        if len(found) == 0 or room <= 0:
            return False
        self.triples = np.concatenate([self.triples, found[:room]])
        self._build()
        if self.is_small:
            self._restarted()
        return True

    def _forget_triples(self) -> None:
        """Those that cost nothing now, where they are many."""
        paid = self._relaxed.prices[self._rows.first_triple :] < -_TOLERANCE
        if len(paid) == len(self.triples) and len(paid) - paid.sum() > _UNPAID:
            self.triples = self.triples[paid]
            self._build()

    def aim(self, stage: Stage, plan: Routes, nudges: Nudges = ()) -> None:
        """Another level from here on; ``plan`` must attain what the stage holds."""
        self.stage, self.nudges = stage, nudges
        self._plan = plan
        self._forget_triples()
        if self.is_small:
            self._charge()
        else:
            self.add(plan)

    def _charge(self) -> None:
        """What every column costs in this stage, and whether it may be used."""
        stage, amounts, rows = self.stage, self.routes.amounts, self._rows
        undone = np.zeros(rows.total)
        undone[: rows.first_bed] = np.concatenate(undone_weights(self.space, stage.level))
        most_late = stage.longest_late * np.maximum(1, amounts[:, Level.BROKEN_WINDOWS])
        some_later = amounts[:, Level.TOTAL_LATENESS] > most_late
        barred = (amounts[:, Level.MAX_P0_RESPONSE] > stage.longest_p0) | some_later
        self._program = Program(
            columns=self._columns,
            cost=np.concatenate([undone, amounts @ (stage.charged + nudged(self.nudges))]),
            allowed=np.concatenate([np.ones(rows.total, dtype=np.bool_), ~barred]),
            sides=right_hand_sides(rows, self.space, stage.reached),
        )

    def solve(self, wall_s: float) -> bool:
        """The relaxation over the routes known; False when there was no time for it."""
        relaxed = self._pivoted() if self.is_small else None
        relaxed = relaxed or relax(self._program, wall_s)
        self._relaxed = relaxed or self._relaxed
        return relaxed is not None

    def _pivoted(self) -> Relaxed | None:
        """From where the last program was left; None where the arithmetic fails."""
        table = self._table()
        fits = bool(self._program.allowed[self._basis].all()) and (
            simplex.basic_values(table, self._program.sides).min() >= -_TOLERANCE
        )
        if not fits:
            table = self._restarted()
        if not simplex.improve(table, len(self._program.cost), _PIVOTS)[1]:
            return None
        values = np.zeros(len(self._program.cost))
        values[self._basis] = simplex.basic_values(table, self._program.sides)
        return Relaxed(simplex.prices_of(table), values)

    def _restarted(self) -> simplex.Table:
        """From the basis of the plan: each route in the place of its first transfer."""
        first = len(self._program.cost)
        self.add(self._plan)
        self._basis = np.arange(self._rows.total, dtype=np.int64)
        starts = self._columns.start[first : first + len(self._plan.unit)]
        self._basis[self._columns.row[starts]] = np.arange(first, first + len(starts))
        table = self._table()
        assert simplex.invert(table), "the routes of a plan share no transfer"
        return table

    def _table(self) -> simplex.Table:
        program, columns = self._program, self._columns
        return simplex.Table(
            columns.start,
            columns.row,
            columns.value,
            program.cost,
            program.allowed,
            program.sides + self._shake,
            self._basis,
            self._inverse,
        )

    def prices(self) -> Prices:
        """The prices of the last solve, each on its right side of zero; nudges included."""
        raw, rows = self._relaxed.prices, self._rows
        levels = self.stage.charged + nudged(self.nudges)
        due = np.minimum(0.0, raw[rows.first_level : rows.first_triple]) * ROW_SCALES
        units = raw[rows.first_unit : rows.first_bed]
        for place, level in enumerate(ROW_LEVELS):
            levels[level] -= due[place] * (level in self.stage.reached)
        transfers = raw[: rows.first_unit].copy()
        if self.stage.shocks_only:
            transfers[~self.space.shock & ~self._given_to_pinned()] = -np.inf
        return Prices(
            transfers=transfers,
            beds=np.append(np.minimum(0.0, raw[rows.first_bed : rows.first_level]), 0.0),
            units=np.where(self.space.crews.pinned, units, np.minimum(0.0, units)),
            levels=levels,
            longest_p0=self.stage.longest_p0,
            longest_late=self.stage.longest_late,
            triples=self.triples,
            shared=np.minimum(0.0, raw[rows.first_triple :]),
        )

    def _given_to_pinned(self) -> Flags:
        held = np.zeros(len(self.space.shock), dtype=np.bool_)
        held[self.space.crews.given[self.space.crews.pinned]] = True
        return held

    def reduced_costs(self) -> Floats:
        """What one whole share of each route would add; infinite where it is not allowed."""
        columns, program = self._columns, self._program
        priced = self._relaxed.prices[columns.row] * columns.value
        reduced = program.cost - np.add.reduceat(priced, columns.start[:-1])
        return np.where(program.allowed, reduced, np.inf)[self._rows.total :]

    def level_value(self) -> float:
        """What the relaxation reaches at the stage's level alone, nudges left out."""
        more = self.routes.amounts @ nudged(self.nudges)
        whole = float(self._program.cost @ self._relaxed.values)
        return whole - float(more @ self.shares())

    def shares(self) -> Floats:
        """How much of each route the relaxation takes."""
        return self._relaxed.values[self._rows.total :]
