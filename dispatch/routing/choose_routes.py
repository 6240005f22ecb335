"""The whole choice of routes: the master problem in integers, by CP-SAT.

One worker and a fixed seed, so that the same routes give the same choice; numbers stay whole,
so that a choice is never better only by rounding.
"""

from collections.abc import Sequence
from typing import NamedTuple

from ortools.sat.python import cp_model

from dispatch.routing.master import Stage, slack_weights
from dispatch.routing.routes import Route, RouteSpace


class Chosen(NamedTuple):
    """The best whole choice found under the ceiling (None: none), and whether it is final."""

    routes: tuple[Route, ...] | None
    final: bool


class IntegerLimits(NamedTuple):
    """Seconds of wall time, deterministic seconds and the seed of one integer search."""

    wall_s: float
    deterministic_s: float
    seed: int


def choose_routes(
    space: RouteSpace,
    stage: Stage,
    *,
    routes: Sequence[Route],
    ceiling: int,
    limits: IntegerLimits,
) -> Chosen:
    """The least choice of whole routes for the stage, if any is at most ``ceiling``."""
    model = cp_model.CpModel()
    picks = [model.new_bool_var("") for _ in routes]
    undone, unkept = _rows(model, space, picks, routes)
    totals = {}
    for level in (*stage.reached, stage.level):
        weights, pins = slack_weights(space, level)
        terms = [route.amounts[level] * pick for route, pick in zip(routes, picks, strict=True)]
        terms += [weight * each for weight, each in zip(weights, undone, strict=True)]
        terms += [weight * unkept[unit] for unit, weight in pins.items()]
        totals[level] = sum(terms)
    for level, value in stage.reached.items():
        model.add(totals[level] <= value)
    model.add(totals[stage.level] <= ceiling)
    model.minimize(totals[stage.level])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = limits.seed
    solver.parameters.max_time_in_seconds = max(0.001, limits.wall_s)
    solver.parameters.max_deterministic_time = limits.deterministic_s
    status = solver.solve(model)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        chosen = tuple(
            route for route, pick in zip(routes, picks, strict=True) if solver.value(pick)
        )
        return Chosen(chosen, status == cp_model.OPTIMAL)
    return Chosen(None, status == cp_model.INFEASIBLE)


def _rows(
    model: cp_model.CpModel,
    space: RouteSpace,
    picks: Sequence[cp_model.IntVar],
    routes: Sequence[Route],
) -> tuple[list[cp_model.IntVar], dict[str, cp_model.IntVar]]:
    """The rows every choice obeys; the variables that say what is left undone."""
    of_unit: dict[str, list[cp_model.IntVar]] = {unit.id: [] for unit in space.instance.units}
    doing: dict[str, list[cp_model.IntVar]] = {each: [] for each in space.open_ids}
    beds: dict[str, list[cp_model.IntVar]] = {each: [] for each in space.instance.beds}
    for route, pick in zip(routes, picks, strict=True):
        of_unit[route.unit].append(pick)
        for trip in route.trips:
            doing[trip.transfer].append(pick)
            beds.setdefault(trip.hospital, []).append(pick)
    undone = [model.new_bool_var("") for _ in doing]
    unkept = {unit: model.new_bool_var("") for unit in of_unit if unit in space.pinned}
    for each, ways in zip(undone, doing.values(), strict=True):
        model.add_exactly_one([*ways, each])
    for unit, ways in of_unit.items():
        if unit in unkept:
            model.add_exactly_one([*ways, unkept[unit]])
        else:
            model.add_at_most_one(ways)
    for hospital, free in space.instance.beds.items():
        model.add(sum(beds[hospital]) <= free)
    return undone, unkept
