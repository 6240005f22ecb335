"""OR-Tools' routing library: a time dimension with soft bounds, guided local search."""

from collections.abc import Iterable

from ortools.constraint_solver import pywrapcp, routing_enums_pb2

from bench.peers.stops import (
    SERVED_3H,
    SERVED_P0,
    Stop,
    Stops,
    ends_at,
    stops_of,
    trips_of,
)
from bench.question import Answer, Question
from dispatch.routing.problem.instance import Instance

LONGEST_MIN = 100_000
RESPONSE_PRICE, LATE_PRICE = 20, 50
"""Per minute: of a priority 0 response, and past the window of a 3 h transfer."""


def routing(instance: Instance, question: Question, /) -> Answer:
    """The best plan found in its time; no plan where it finds none.

    A window of 3 h is soft outside of the shared problem, the given longest response is hard.
    """
    stops = stops_of(instance, question)
    starts = [stops.start_of[unit.id] for unit in instance.units]
    indexes = pywrapcp.RoutingIndexManager(
        stops.home + 1, len(instance.units), starts, [stops.home] * len(starts)
    )
    model = pywrapcp.RoutingModel(indexes)
    _time(instance, stops, model)
    times, waits = model.GetDimensionOrDie("time"), model.GetDimensionOrDie("wait")
    for index, stop in enumerate(stops.stops):
        node = indexes.NodeToIndex(index)
        able = [n for n, u in enumerate(instance.units) if u.type in stop.transfer.unit_types]
        model.VehicleVar(node).SetValues([-1, *able])
        is_shock = stop.transfer.priority == "P0"
        model.AddDisjunction([node], SERVED_P0 if is_shock else SERVED_3H)
        _bound(times, node, stop, question)
        waits.CumulVar(node).SetMin(stop.earliest_at)
        if not is_shock:
            wait_price = instance.parameters.weights.wait
            waits.SetCumulVarSoftUpperBound(node, stop.earliest_at, wait_price)
    found = model.SolveWithParameters(_parameters(question.limit_s))
    if found is None:
        return Answer({}, how="none found")
    routes = {
        unit.id: list(_route(model, indexes, found, number))
        for number, unit in enumerate(instance.units)
    }
    return Answer(trips_of(stops, routes))


def _time(instance: Instance, stops: Stops, model: pywrapcp.RoutingModel) -> None:
    """Drives cost what they last; a unit that is used costs its coverage."""
    count = len(stops.stops)
    drive, total = {}, {}
    for mode, minutes in stops.minutes.items():
        drive[mode] = model.RegisterTransitMatrix(minutes.tolist())
        spent = minutes.copy()
        spent[:count, :] += [[stop.service_min] for stop in stops.stops]
        total[mode] = model.RegisterTransitMatrix(spent.tolist())
    transits = [total[unit.mode] for unit in instance.units]
    coverage = instance.parameters.weights.coverage
    for number, unit in enumerate(instance.units):
        model.SetArcCostEvaluatorOfVehicle(drive[unit.mode], number)
        model.SetFixedCostOfVehicle(coverage * unit.coverage_cost, number)

    for name in ("time", "wait"):
        model.AddDimensionWithVehicleTransits(transits, LONGEST_MIN, LONGEST_MIN, False, name)
        times = model.GetDimensionOrDie(name)
        for number, unit in enumerate(instance.units):
            times.CumulVar(model.Start(number)).SetRange(unit.free_at, unit.free_at)
            times.CumulVar(model.End(number)).SetMax(ends_at(instance, unit))


def _bound(times: pywrapcp.RoutingDimension, node: int, stop: Stop, question: Question) -> None:
    latest_at = min(stop.latest_at, LONGEST_MIN)
    times.CumulVar(node).SetMin(stop.earliest_at)
    if stop.transfer.priority == "P0":
        times.CumulVar(node).SetMax(latest_at)
        times.SetCumulVarSoftUpperBound(node, stop.earliest_at, RESPONSE_PRICE)
    elif question.only_drive:
        times.CumulVar(node).SetMax(latest_at)
    else:
        times.SetCumulVarSoftUpperBound(node, latest_at, LATE_PRICE)


def _parameters(limit_s: float) -> object:
    asked = pywrapcp.DefaultRoutingSearchParameters()
    asked.first_solution_strategy = (
        routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    )
    asked.local_search_metaheuristic = (
        routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    )
    asked.time_limit.FromMilliseconds(round(1000 * limit_s))
    return asked


def _route(
    model: pywrapcp.RoutingModel,
    indexes: pywrapcp.RoutingIndexManager,
    found: pywrapcp.Assignment,
    number: int,
) -> Iterable[int]:
    index = found.Value(model.NextVar(model.Start(number)))
    while not model.IsEnd(index):
        yield indexes.IndexToNode(index)
        index = found.Value(model.NextVar(index))
