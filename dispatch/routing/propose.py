"""A plan with its reasons, in one call: what a solver process is asked and answers."""

from typing import NamedTuple

import msgspec

from dispatch.routing.assign_units import Solution, assign_units
from dispatch.routing.explain import Explained, explain
from dispatch.routing.problem.instance import Instance, Transfer, Unit
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.plan import Plan
from dispatch.routing.problem.schedule import Roads, roads_of, schedule


class Reaches(NamedTuple):
    """Minutes after now at which a unit would be at the bedside and at the hospital."""

    bedside_min: int
    arrival_min: int


class Proposed(msgspec.Struct, frozen=True):
    """The solution, the reasons for every transfer, when each unit would be where, and the
    seconds all of it took. ``reaches``: by transfer, by unit of an allowed type; of a unit not
    chosen, as if it did this transfer next.
    """

    solution: Solution
    explained: tuple[Explained, ...]
    reaches: dict[str, dict[str, Reaches]]
    solve_s: float


def propose(
    instance: Instance, limits: SolveLimits, pinned: frozenset[str] = frozenset()
) -> Proposed:
    """The best plan within ``limits``, explained. See ``assign_units`` for what it raises."""
    started_s = limits.clock() if limits.clock else 0.0
    solution = assign_units(instance, limits=limits, pinned=pinned)
    return Proposed(
        solution=solution,
        explained=explain(instance, solution.plan, pinned=pinned),
        reaches=_reaches(instance, solution.plan),
        solve_s=(limits.clock() - started_s) if limits.clock else 0.0,
    )


def _reaches(instance: Instance, plan: Plan) -> dict[str, dict[str, Reaches]]:
    roads = roads_of(instance)
    found = {
        transfer.id: {
            unit.id: _next(roads, unit, transfer)
            for unit in instance.units
            if unit.type in transfer.unit_types and transfer.destinations
        }
        for transfer in instance.transfers
    }
    for leg in schedule(instance, plan):
        found[leg.transfer.id][leg.unit.id] = Reaches(leg.bedside_at, leg.arrival_at)
    return found


def _next(roads: Roads, unit: Unit, transfer: Transfer) -> Reaches:
    minutes = roads.minutes[unit.mode]
    bedside_at = max(
        transfer.ready, unit.free_at + minutes.between(unit.location, transfer.origin)
    )
    hospital = transfer.destinations[0].hospital
    return Reaches(
        bedside_at, bedside_at + transfer.bedside + minutes.between(transfer.origin, hospital)
    )
