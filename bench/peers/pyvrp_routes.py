"""PyVRP: hard windows, optional stops with prizes, unit types as profiles."""

import numpy as np
import pyvrp
from pyvrp.stop import MaxRuntime

from bench.peers.stops import (
    NEVER_MIN,
    SERVED_3H,
    SERVED_P0,
    Minutes,
    Stop,
    Stops,
    ends_at,
    stops_of,
    trips_of,
)
from bench.question import Answer, Question
from dispatch.routing.problem.instance import Instance


def pyvrp_routes(instance: Instance, question: Question, /) -> Answer:
    """Iterated local search until its time is over.

    Priority 0, or everybody in the shared problem, must be served in time; where no such plan
    is found, it is asked again, for as long, with every transfer optional.
    """
    stops = stops_of(instance, question)
    due = "3h" if question.only_drive else "P0"
    found, how, begun_s = _solved(instance, stops, question, must=due), "", 0.0
    if not found.is_feasible():
        found, how = _solved(instance, stops, question, must=None), "all optional"
        begun_s = question.limit_s
    # Units are one vehicle type each, in order.
    routes = {
        instance.units[route.vehicle_type()].id: [
            each.idx for each in route.schedule() if each.is_client()
        ]
        for route in found.best.routes()
        if found.is_feasible()
    }
    return Answer(trips_of(stops, routes), how=how, improved=_improved(found.stats, begun_s))


def _solved(
    instance: Instance, stops: Stops, question: Question, *, must: str | None
) -> pyvrp.Result:
    data = _problem(instance, stops, must=must)
    stop = MaxRuntime(question.limit_s)
    return pyvrp.solve(data, stop, seed=question.seed, collect_stats=True, display=False)


def _problem(instance: Instance, stops: Stops, *, must: str | None) -> pyvrp.ProblemData:
    """Every stop and start is a location of its own; the last depot is home."""
    kinds = sorted({(each.type, each.mode) for each in instance.units})
    profile = {kind: index for index, (kind, _) in enumerate(kinds)}
    matrices = [_for_type(stops, kind, stops.minutes[mode]) for kind, mode in kinds]
    count = len(stops.stops)
    coverage = instance.parameters.weights.coverage
    return pyvrp.ProblemData(
        locations=[pyvrp.Location(0, 0) for _ in range(stops.home + 1)],
        clients=[_client(index, stop, must=must) for index, stop in enumerate(stops.stops)],
        depots=[pyvrp.Depot(index) for index in range(count, stops.home + 1)],
        vehicle_types=[
            pyvrp.VehicleType(
                start_depot=stops.start_of[unit.id] - count,
                end_depot=stops.home - count,
                fixed_cost=coverage * unit.coverage_cost,
                tw_early=unit.free_at,
                tw_late=ends_at(instance, unit),
                profile=profile[unit.type],
            )
            for unit in instance.units
        ],
        distance_matrices=matrices,
        duration_matrices=matrices,
    )


def _client(index: int, stop: Stop, *, must: str | None) -> pyvrp.Client:
    is_shock = stop.transfer.priority == "P0"
    return pyvrp.Client(
        index,
        service_duration=stop.service_min,
        tw_early=stop.earliest_at,
        tw_late=stop.latest_at,
        prize=SERVED_P0 if is_shock else SERVED_3H,
        required=stop.transfer.priority == must,
    )


def _for_type(stops: Stops, kind: str, minutes: Minutes) -> Minutes:
    """The matrix with the stops out of reach that this type of unit may not serve."""
    barred = [
        index for index, stop in enumerate(stops.stops) if kind not in stop.transfer.unit_types
    ]
    minutes = minutes.copy()
    minutes[:, barred] = NEVER_MIN
    minutes[barred, barred] = 0
    return np.ascontiguousarray(minutes)


def _improved(stats: pyvrp.Statistics, begun_s: float) -> tuple[tuple[float, int], ...]:
    """When the best feasible plan got better, and to what."""
    improved: list[tuple[float, int]] = []
    passed_s = begun_s
    for spent_s, each in zip(stats.runtimes, stats.data, strict=True):
        passed_s += spent_s
        if each.best_feas and (not improved or each.best_cost < improved[-1][1]):
            improved.append((round(passed_s, 4), int(each.best_cost)))
    return tuple(improved)
