"""The master problem: at most one route per unit, no transfer twice, no bed too many.

Levels already decided are rows of their own, so a later level can't spoil an earlier one. The
relaxation (GLOP) gives prices and bounds; whole routes are chosen in ``choose_routes``.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from ortools.linear_solver import pywraplp

from dispatch.routing.pricing import Prices
from dispatch.routing.routes import Route, RouteSpace

_ROUTE_LEVELS = (2, 4, 5, 6)


class Stage(NamedTuple):
    """One level to minimise, given what the earlier ones reached (level to value).

    Level 0 counts a pin that is not kept before any unserved priority 0. ``longest_p0`` and
    ``longest_late`` are minutes that no trip of the routes may exceed. ``nudges`` add a little
    of later levels to the relaxation's objective: where many plans tie, prices that mean
    something come only so. No bound rests on them.
    """

    level: int
    reached: Mapping[int, int]
    longest_p0: int | None
    longest_late: int | None
    nudges: tuple[tuple[int, float], ...] = ()


class Relaxed(NamedTuple):
    """The relaxation over the routes known: its value, its prices, the routes' shares.

    ``prices`` charge the level alone, ``nudged`` the nudges as well.
    """

    value: float
    prices: Prices
    nudged: Prices
    shares: tuple[float, ...]


def slack_weights(space: RouteSpace, level: int) -> tuple[list[int], dict[str, int]]:
    """What leaving each transfer, and each pin, undone adds to the level."""
    by_id = space.roads.transfers
    wanted = {0: "P0", 3: "3h"}.get(level)
    transfers = [int(by_id[each].priority == wanted) for each in space.open_ids]
    pin = 1 + sum(transfers) if level == 0 else 0
    return transfers, {unit.id: pin for unit in space.instance.units if unit.id in space.pinned}


def reached_by(space: RouteSpace, routes: Sequence[Route], level: int) -> int:
    """The value of the level in the plan of those routes (level 6: without the idle price)."""
    if level == 1:
        return max((route.amounts[1] for route in routes), default=0)
    if level in _ROUTE_LEVELS:
        return sum(route.amounts[level] for route in routes)
    weights, pins = slack_weights(space, level)
    served = {trip.transfer for route in routes for trip in route.trips}
    used = {route.unit for route in routes}
    undone = sum(
        weight
        for transfer, weight in zip(space.open_ids, weights, strict=True)
        if transfer not in served
    )
    return undone + sum(weight for unit, weight in pins.items() if unit not in used)


class Master:
    """The relaxation of one stage, which grows by routes. Raises nothing; keep no two alive."""

    def __init__(self, space: RouteSpace, stage: Stage) -> None:
        self.space = space
        self.stage = stage
        self.routes: list[Route] = []
        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        self._shares: list[pywraplp.Variable] = []
        self._build_rows()

    def _build_rows(self) -> None:
        solver, space = self._solver, self.space
        units = space.instance.units
        pinned = space.pinned
        kept = {unit.id: float(unit.id in pinned) for unit in units}
        self._done = {each: solver.Constraint(1.0, 1.0) for each in space.open_ids}
        self._units = {unit: solver.Constraint(least, 1.0) for unit, least in kept.items()}
        self._beds = {
            hospital: solver.Constraint(-solver.infinity(), float(free))
            for hospital, free in space.instance.beds.items()
        }
        self._reached = {
            level: solver.Constraint(-solver.infinity(), float(value))
            for level, value in self.stage.reached.items()
        }
        solver.Objective().SetMinimization()
        undone = {each: solver.NumVar(0.0, 1.0, "") for each in space.open_ids}
        unkept = {unit: solver.NumVar(0.0, 1.0, "") for unit in self._units if unit in pinned}
        for each, variable in undone.items():
            self._done[each].SetCoefficient(variable, 1.0)
        for unit, variable in unkept.items():
            self._units[unit].SetCoefficient(variable, 1.0)
        for level in (*self.stage.reached, self.stage.level):
            weights, pins = slack_weights(space, level)
            for each, weight in zip(space.open_ids, weights, strict=True):
                self._charge(level, undone[each], weight)
            for unit, weight in pins.items():
                self._charge(level, unkept[unit], weight)

    def _charge(self, level: int, variable: "pywraplp.Variable", amount: int) -> None:
        if amount == 0:
            return
        if level == self.stage.level:
            self._solver.Objective().SetCoefficient(variable, float(amount))
        else:
            self._reached[level].SetCoefficient(variable, float(amount))

    def add(self, routes: Iterable[Route]) -> None:
        """Takes routes that no earlier call took."""
        for route in routes:
            share = self._solver.NumVar(0.0, self._solver.infinity(), "")
            self._units[route.unit].SetCoefficient(share, 1.0)
            for trip in route.trips:
                self._done[trip.transfer].SetCoefficient(share, 1.0)
            for hospital, beds in Counter(trip.hospital for trip in route.trips).items():
                if hospital in self._beds:
                    self._beds[hospital].SetCoefficient(share, float(beds))
            for level in self.stage.reached:
                self._charge(level, share, route.amounts[level])
            cost = self._levels_charged(self.stage.nudges)
            objective = math.fsum(
                price * amount for price, amount in zip(cost, route.amounts, strict=True)
            )
            self._solver.Objective().SetCoefficient(share, objective)
            self.routes.append(route)
            self._shares.append(share)

    def _levels_charged(self, nudges: Iterable[tuple[int, float]]) -> list[float]:
        charged = [0.0] * 7
        if self.stage.level in _ROUTE_LEVELS:
            charged[self.stage.level] = 1.0
        for level, nudge in nudges:
            charged[level] += nudge
        return charged

    def relaxed(self, wall_s: float) -> Relaxed | None:
        """The relaxation over the routes taken so far; None when time ran out."""
        self._solver.SetTimeLimit(max(1, int(1000 * wall_s)))
        if self._solver.Solve() != pywraplp.Solver.OPTIMAL:
            return None
        due = [0.0] * 7
        for level, row in self._reached.items():
            due[level] = -row.dual_value()
        prices = Prices(
            transfers=np.array([row.dual_value() for row in self._done.values()]),
            units={unit: row.dual_value() for unit, row in self._units.items()},
            beds={hospital: row.dual_value() for hospital, row in self._beds.items()},
            levels=tuple(map(sum, zip(due, self._levels_charged(()), strict=True))),
            longest_p0=self.stage.longest_p0,
            longest_late=self.stage.longest_late,
        )
        charged = self._levels_charged(self.stage.nudges)
        nudged = prices._replace(levels=tuple(map(sum, zip(due, charged, strict=True))))
        shares = tuple(each.solution_value() for each in self._shares)
        return Relaxed(self._solver.Objective().Value(), prices, nudged, shares)


def reduced_cost(space: RouteSpace, route: Route, prices: Prices) -> float:
    """What one whole share of the route would add to the relaxation's value."""
    index = {each: place for place, each in enumerate(space.open_ids)}
    cost = math.fsum(prices.levels[level] * route.amounts[level] for level in _ROUTE_LEVELS)
    cost -= prices.units[route.unit]
    for trip in route.trips:
        cost -= prices.transfers[index[trip.transfer]] + prices.beds.get(trip.hospital, 0.0)
    return cost
