"""Linear assignment in rounds: everybody's next trip at once, by the Hungarian method.

Each round first gives priority 0 its units, with the least longest response and then the least
sum, and then the 3 h transfers theirs; who is left over waits for the next round.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching

from bench.peers.fleet_state import FleetState, most_urgent_first
from bench.question import Answer, Question
from dispatch.routing.problem.instance import Instance, Transfer, Unit

Minutes = NDArray[np.float64]
_NEVER = 1e7


def hungarian(instance: Instance, _: Question, /) -> Answer:
    """Rounds of assignment until nobody else can be served."""
    state = FleetState(instance)
    waiting = most_urgent_first(instance)
    while waiting:
        shocks = [each for each in waiting if each.priority == "P0"]
        others = [each for each in waiting if each.priority != "P0"]
        taken = _assign(state, shocks, frozenset(), _response_min, bottleneck=True)
        cost = _cost(state)
        taken |= _assign(state, others, frozenset(taken.values()), cost, bottleneck=False)
        if not taken:
            break
        waiting = [each for each in waiting if each.id not in taken]
    return Answer(state.trips)


Value = Callable[[FleetState, Unit, Transfer], float]


def _assign(
    state: FleetState,
    transfers: list[Transfer],
    used: frozenset[str],
    value: Value,
    *,
    bottleneck: bool,
) -> dict[str, str]:
    """Appends at most one trip to each unit not used yet; transfer to unit."""
    units = [unit for unit in state.instance.units if unit.id not in used]
    if not units or not transfers:
        return {}
    costs = _matrix(state, transfers, units, value)
    if bottleneck:
        costs = np.where(costs <= _least_longest(costs), costs, _NEVER)
    found = {}
    for row, column in zip(*linear_sum_assignment(costs), strict=True):
        if costs[row, column] < _NEVER:
            found[transfers[row].id] = units[column].id
            state.append(units[column], transfers[row])
    return found


def _matrix(
    state: FleetState, transfers: list[Transfer], units: list[Unit], value: Value
) -> Minutes:
    column = {unit.id: index for index, unit in enumerate(units)}
    costs = np.full((len(transfers), len(units)), _NEVER)
    for row, transfer in enumerate(transfers):
        for unit in state.able(transfer):
            if unit.id in column and state.in_shift(unit, transfer):
                costs[row, column[unit.id]] = value(state, unit, transfer)
    return costs


def _least_longest(costs: Minutes) -> float:
    """The least threshold under which as many transfers find a unit as without one."""
    values = np.unique(costs[costs < _NEVER])
    if not len(values):
        return _NEVER
    most = _matched(costs, values[-1])
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high) // 2
        if _matched(costs, values[middle]) == most:
            high = middle
        else:
            low = middle + 1
    return float(values[low])


def _matched(costs: Minutes, longest: float) -> int:
    graph = csr_array(costs <= longest)
    return int((maximum_bipartite_matching(graph, perm_type="column") >= 0).sum())


def _response_min(state: FleetState, unit: Unit, transfer: Transfer) -> float:
    return state.bedside_at(unit, transfer) - transfer.ready


def _cost(state: FleetState) -> Value:
    """The part of the cost that one more trip of a unit adds, a late one ten times as dear."""
    rules = state.instance.parameters
    weights = rules.weights

    def value(state: FleetState, unit: Unit, transfer: Transfer) -> float:
        wait_min = state.bedside_at(unit, transfer) - transfer.ready
        opening = 0 if state.trips[unit.id] else weights.coverage * unit.coverage_cost
        late = 10.0 * max(0, wait_min - rules.window)
        drive = weights.drive * state.drive_min(unit, transfer)
        return drive + weights.wait * wait_min + opening + late

    return value
