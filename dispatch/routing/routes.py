"""What routes can be made of: options, classes of units, and the amounts a route adds.

A route is one unit's ordered trips. It adds to every level of the objective on its own, so a
plan is a choice of at most one route per unit that takes no transfer twice and no bed too many.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dispatch.routing.instance import Instance, Mode, Unit
from dispatch.routing.objective import amounts_of
from dispatch.routing.parameters import Vector
from dispatch.routing.plan import Plan, Trip, plan_of
from dispatch.routing.schedule import Roads, legs_of, roads_of

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

LONGEST_HORIZON_MIN = 4_000
"""Routes that end later than this are not generated; the answer then counts as restricted."""


class Route(NamedTuple):
    """One unit's trips and what they add to each level; level 2 holds the longest response."""

    unit: str
    trips: tuple[Trip, ...]
    amounts: Vector


class UnitClass(NamedTuple):
    """Units that can make the same routes once free: same type, mode and end of shift.

    One entry per option (a transfer to one of its hospitals). ``reach_min`` has a row per
    location; ``receiving`` is the row of the option's hospital.
    """

    units: tuple[Unit, ...]
    trips: tuple[Trip, ...]
    transfer: Ints
    receiving: Ints
    reach_min: Ints
    ready_at: Ints
    busy_min: Ints
    to_end_min: Ints
    option_cost: Ints
    priority_0: Flags
    horizon_min: int


class RouteSpace(NamedTuple):
    """Every route over the transfers ``open_ids``, described class by class.

    ``whole`` is False when some route is left out (too long a horizon, trips of no duration).
    """

    instance: Instance
    roads: Roads
    pinned: frozenset[str]
    open_ids: tuple[str, ...]
    classes: tuple[UnitClass, ...]
    whole: bool

    @property
    def cells(self) -> int:
        """Cells of the largest table per minute of its pricing: hospitals by options."""
        return max(
            (len(set(each.receiving)) * len(each.trips) for each in self.classes), default=0
        )


def route_space(
    instance: Instance, open_ids: Iterable[str], pinned: frozenset[str]
) -> RouteSpace:
    """The routes over those transfers. ``pinned`` units make their given trip first."""
    chosen = tuple(open_ids)
    roads = roads_of(instance)
    alike: dict[tuple[str, Mode, int], list[Unit]] = {}
    for unit in instance.units:
        alike.setdefault((unit.type, unit.mode, unit.shift_end), []).append(unit)
    classes = [_unit_class(instance, chosen, units) for units in alike.values()]
    useful = tuple(each for each in classes if each.trips and each.horizon_min >= 0)
    whole = all(
        each.horizon_min <= LONGEST_HORIZON_MIN and int(each.busy_min.min()) > 0
        for each in useful
    )
    return RouteSpace(instance, roads, pinned, chosen, useful, whole)


def _unit_class(
    instance: Instance, open_ids: Sequence[str], units: Sequence[Unit]
) -> UnitClass:
    place = {name: index for index, name in enumerate(instance.locations)}
    rules, kind = instance.parameters, units[0]
    index_of = {transfer_id: index for index, transfer_id in enumerate(open_ids)}
    options = [
        (transfer, choice)
        for transfer in instance.transfers
        if transfer.id in index_of and kind.type in transfer.unit_types
        for choice in transfer.destinations
    ]
    matrix = np.array(
        instance.travel.road if kind.mode == "road" else instance.travel.air, dtype=np.int64
    )
    referring = np.array([place[transfer.origin] for transfer, _ in options], dtype=np.int64)
    receiving = np.array([place[choice.hospital] for _, choice in options], dtype=np.int64)
    bedside = np.array([transfer.bedside for transfer, _ in options], dtype=np.int64)
    handover = np.array([transfer.handover for transfer, _ in options], dtype=np.int64)
    penalty = np.array([choice.penalty for _, choice in options], dtype=np.int64)
    priority_0 = np.array([each.priority == "P0" for each, _ in options], dtype=np.bool_)
    loaded = matrix[referring, receiving]
    to_arrival = np.where(priority_0, rules.p0_to == "arrival", rules.window_to == "arrival")
    drive = rules.weights.drive if rules.drive_counts == "all" else 0
    return UnitClass(
        units=tuple(units),
        trips=tuple(Trip(transfer.id, choice.hospital) for transfer, choice in options),
        transfer=np.array([index_of[transfer.id] for transfer, _ in options], dtype=np.int64),
        receiving=receiving,
        reach_min=matrix[:, referring],
        ready_at=np.array([transfer.ready for transfer, _ in options], dtype=np.int64),
        busy_min=bedside + loaded + handover,
        to_end_min=np.where(to_arrival, bedside + loaded, 0),
        option_cost=drive * loaded + rules.weights.destination * penalty,
        priority_0=priority_0,
        horizon_min=kind.shift_end + rules.overtime,
    )


def route_of(space: RouteSpace, unit_id: str, trips: Sequence[Trip]) -> Route:
    """The route and what it adds to each level, from its schedule."""
    rules, unit = space.instance.parameters, space.roads.units[unit_id]
    legs = legs_of(space.roads, unit_id, trips)
    return Route(unit_id, tuple(trips), amounts_of(rules, unit, legs))


def routes_of(space: RouteSpace, plan: Plan) -> tuple[Route, ...]:
    """The plan's routes with their amounts; its transfers must be in the space."""
    return tuple(route_of(space, unit_id, trips) for unit_id, trips in plan.routes)


def plan_from(space: RouteSpace, routes: Iterable[Route]) -> Plan:
    """The plan that those routes are."""
    return plan_of(space.instance, {route.unit: route.trips for route in routes})


def keeps_triangle(instance: Instance, /) -> bool:
    """Whether no 3 h trip on the way brings a unit sooner to the next patient, in any mode.

    Only drives that a plan can have are compared: empty to a patient, loaded to a hospital.
    """
    place = {name: index for index, name in enumerate(instance.locations)}
    patients = sorted({place[transfer.origin] for transfer in instance.transfers})
    detours = {
        (place[transfer.origin], place[choice.hospital])
        for transfer in instance.transfers
        if transfer.priority == "3h"
        for choice in transfer.destinations
    }
    for rows in (instance.travel.road, instance.travel.air):
        matrix = np.array(rows, dtype=np.int64).reshape(len(rows), len(rows))
        for referring, receiving in detours:
            first_min = matrix[:, referring, None] + matrix[referring, receiving]
            if bool(
                (first_min + matrix[None, receiving, patients] < matrix[:, patients]).any()
            ):
                return False
    return True


def quickest_response(space: RouteSpace, /) -> int:
    """A bound on the longest priority 0 response when all are served: each one's quickest."""
    index = {name: row for row, name in enumerate(space.instance.locations)}
    quickest = np.full(len(space.open_ids), np.iinfo(np.int64).max)
    for kind in space.classes:
        for unit in kind.units:
            reach_at = unit.free_at + kind.reach_min[index[unit.location]]
            since = np.maximum(kind.ready_at, reach_at) - kind.ready_at + kind.to_end_min
            np.minimum.at(quickest, kind.transfer[kind.priority_0], since[kind.priority_0])
    served = quickest[quickest < np.iinfo(np.int64).max]
    return int(served.max(initial=0))
