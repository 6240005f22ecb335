"""What routes can be made of, as arrays: options, crews, rules.

A route is one unit's ordered options. It adds to every level of the objective on its own, so a
plan is a choice of at most one route per unit that takes no transfer twice and no bed too many.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dispatch.routing.problem.instance import Instance, Mode, Transfer
from dispatch.routing.problem.parameters import Level
from dispatch.routing.problem.plan import Plan, Trip, plan_of

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

LONGEST_HORIZON_MIN = 4_000
"""Routes that end later than this are not generated; the answer then counts as restricted."""

MOST_TRIPS = 40
"""Routes of more trips than this are not generated either."""


class Kind(NamedTuple):
    """Units of one type and mode. One entry per option: a transfer to one of its hospitals.

    ``row`` is the option's hospital among those the kind drives to; ``reach`` has the minutes
    to the option from every location, ``onward`` from those hospitals. ``bed`` is one past the
    last limited hospital where beds are not limited. ``crews`` are the units' indices.
    """

    transfer: Ints
    row: Ints
    bed: Ints
    ready: Ints
    busy: Ints
    to_end: Ints
    cost: Ints
    shock: Flags
    reach: Ints
    onward: Ints
    crews: Ints


class Crews(NamedTuple):
    """One entry per unit; ``given`` is the transfer it was given, or -1. ``transfers`` is how
    many transfers there are.
    """

    location: Ints
    free_at: Ints
    horizon: Ints
    coverage: Ints
    given: Ints
    pinned: Flags
    transfers: int


class Rules(NamedTuple):
    """The weights and the window as the compiled loops read them."""

    window: int
    drive: int
    wait: int
    switch: int
    trips: int


class RouteSpace(NamedTuple):
    """Every route of the instance. ``trips`` names the options of each kind; ``minutes`` has
    one square per mode (road, air).

    ``whole`` is False when some route is left out (too long a horizon, trips of no duration).
    """

    instance: Instance
    pinned: frozenset[str]
    minutes: Ints
    transfers: tuple[str, ...]
    kinds: tuple[Kind, ...]
    trips: tuple[tuple[Trip, ...], ...]
    crews: Crews
    rules: Rules
    shock: Flags
    beds: Ints
    whole: bool


def route_space(instance: Instance, pinned: frozenset[str]) -> RouteSpace:
    """The routes of the instance. ``pinned`` units make their given trip first."""
    alike: dict[tuple[str, Mode], list[int]] = {}
    for index, unit in enumerate(instance.units):
        alike.setdefault((unit.type, unit.mode), []).append(index)
    places = len(instance.locations)
    minutes = np.array([instance.travel.road, instance.travel.air], dtype=np.int64)
    minutes = minutes.reshape(2, places, places)
    made = [
        _kind(instance, kind, minutes[int(mode == "air")], units)
        for (kind, mode), units in alike.items()
    ]
    useful = [(kind, trips) for kind, trips in made if trips]
    crews = _crews(instance, pinned)
    trips = _most_trips([kind for kind, _ in useful], crews, len(instance.transfers))
    whole = trips <= MOST_TRIPS and all(
        int(kind.busy.min()) > 0 and int(crews.horizon[kind.crews].max()) <= LONGEST_HORIZON_MIN
        for kind, _ in useful
    )
    rules, weights = instance.parameters, instance.parameters.weights
    return RouteSpace(
        instance=instance,
        pinned=pinned,
        minutes=minutes,
        transfers=tuple(each.id for each in instance.transfers),
        kinds=tuple(kind for kind, _ in useful),
        trips=tuple(trips for _, trips in useful),
        crews=crews,
        rules=Rules(
            rules.window, weights.drive, weights.wait, weights.switch, min(trips, MOST_TRIPS)
        ),
        shock=np.array([each.priority == "P0" for each in instance.transfers], dtype=np.bool_),
        beds=np.array(list(instance.beds.values()), dtype=np.int64),
        whole=whole,
    )


def _most_trips(kinds: Sequence[Kind], crews: Crews, transfers: int) -> int:
    """No route has more trips than this."""
    most = 1
    for kind in kinds:
        room = int((crews.horizon - crews.free_at)[kind.crews].max())
        most = max(most, room // max(1, int(kind.busy.min())))
    return min(most, max(1, transfers))


def _crews(instance: Instance, pinned: frozenset[str]) -> Crews:
    place = {name: index for index, name in enumerate(instance.locations)}
    order = {each.id: index for index, each in enumerate(instance.transfers)}
    overtime, weight = instance.parameters.overtime, instance.parameters.weights.coverage
    units = instance.units

    def numbers(values: Iterable[int]) -> Ints:
        return np.array(list(values), dtype=np.int64)

    return Crews(
        location=numbers(place[unit.location] for unit in units),
        free_at=numbers(unit.free_at for unit in units),
        horizon=numbers(
            min(unit.shift_end + overtime, LONGEST_HORIZON_MIN + 1) for unit in units
        ),
        coverage=numbers(weight * unit.coverage_cost for unit in units),
        given=numbers(order.get(unit.assigned_to or "", -1) for unit in units),
        pinned=np.array([unit.id in pinned for unit in units], dtype=np.bool_),
        transfers=len(instance.transfers),
    )


def _kind(
    instance: Instance, name: str, matrix: Ints, crews: Sequence[int]
) -> tuple[Kind, tuple[Trip, ...]]:
    place = {name: index for index, name in enumerate(instance.locations)}
    beds = {name: index for index, name in enumerate(instance.beds)}
    options = [
        (index, transfer, choice)
        for index, transfer in enumerate(instance.transfers)
        if name in transfer.unit_types
        for choice in transfer.destinations
    ]
    trips = tuple(Trip(transfer.id, choice.hospital) for _, transfer, choice in options)

    def numbers(values: Iterable[int]) -> Ints:
        return np.array(list(values), dtype=np.int64)

    sender = numbers(place[transfer.origin] for _, transfer, _ in options)
    receiver = numbers(place[trip.hospital] for trip in trips)
    care = [transfer for _, transfer, _ in options]
    loaded = matrix[sender, receiver]
    bedside = numbers(each.bedside for each in care)
    hospitals, row = np.unique(receiver, return_inverse=True)
    kind = Kind(
        transfer=numbers(index for index, _, _ in options),
        row=row.astype(np.int64),
        bed=numbers(beds.get(trip.hospital, len(beds)) for trip in trips),
        ready=numbers(each.ready for each in care),
        busy=bedside + loaded + numbers(each.handover for each in care),
        to_end=np.where([_to_arrival(instance, each) for each in care], bedside + loaded, 0),
        cost=_fixed_cost(instance, loaded, numbers(each.penalty for _, _, each in options)),
        shock=np.array([each.priority == "P0" for each in care], dtype=np.bool_),
        reach=np.ascontiguousarray(matrix[:, sender]),
        onward=np.ascontiguousarray(matrix[np.ix_(hospitals, sender)]),
        crews=numbers(crews),
    )
    return kind, trips


def _to_arrival(instance: Instance, transfer: Transfer) -> bool:
    rules = instance.parameters
    ends = rules.p0_to if transfer.priority == "P0" else rules.window_to
    return ends == "arrival"


def _fixed_cost(instance: Instance, loaded: Ints, penalty: Ints) -> Ints:
    rules = instance.parameters
    drive = rules.weights.drive if rules.drive_counts == "all" else 0
    return drive * loaded + rules.weights.destination * penalty


class Routes(NamedTuple):
    """Routes side by side: unit, number of trips, options, and what they add to each level.

    ``amounts`` hold the longest response of each; what is unserved is counted elsewhere.
    """

    unit: Ints
    size: Ints
    options: Ints
    amounts: Ints


def longest_p0_min(routes: Routes, /) -> int:
    """The longest response to a priority 0 of all these routes, 0 where there is none."""
    return int(routes.amounts[:, Level.MAX_P0_RESPONSE].max(initial=0))


def no_routes(trips: int) -> Routes:
    """None, of at most so many trips."""
    empty, no_amounts = (np.zeros(shape, dtype=np.int64) for shape in (0, (0, len(Level))))
    return Routes(empty, empty, np.zeros((0, trips), dtype=np.int64), no_amounts)


def joined(first: Routes, second: Routes) -> Routes:
    """Both, in this order."""
    return Routes(*(np.concatenate(pair) for pair in zip(first, second, strict=True)))


def taken(routes: Routes, chosen: Flags | Ints) -> Routes:
    """Those chosen."""
    return Routes(*(each[chosen] for each in routes))


def kind_of_unit(space: RouteSpace) -> Ints:
    """Which kind each unit is; -1 for one that can do nothing here."""
    kinds = np.full(len(space.crews.given), -1, dtype=np.int64)
    for index, kind in enumerate(space.kinds):
        kinds[kind.crews] = index
    return kinds


def plan_from(space: RouteSpace, routes: Routes) -> Plan:
    """The plan that those routes are."""
    kinds, units = kind_of_unit(space), space.instance.units
    trips = {
        units[unit].id: [space.trips[kinds[unit]][option] for option in options[:size]]
        for unit, size, options in zip(*routes[:3], strict=True)
    }
    return plan_of(space.instance, trips)


def keeps_triangle(space: RouteSpace, /) -> bool:
    """Whether no 3 h trip on the way brings a unit sooner to the next patient, in any mode.

    Only drives that a plan can have are compared: empty to a patient, loaded to a hospital.
    """
    instance = space.instance
    place = {name: index for index, name in enumerate(instance.locations)}
    origins = {place[transfer.origin] for transfer in instance.transfers}
    patients = np.array(sorted(origins), dtype=np.int64)
    detours = {
        (place[transfer.origin], place[choice.hospital])
        for transfer in instance.transfers
        if transfer.priority == "3h"
        for choice in transfer.destinations
    }
    starts = {place[unit.location] for unit in instance.units}
    starts |= {place[trip.hospital] for trips in space.trips for trip in trips}
    here = np.array(sorted(starts), dtype=np.int64)
    for matrix in space.minutes:
        direct = matrix[np.ix_(here, patients)]
        for referring, receiving in detours:
            first_min = matrix[here, referring] + matrix[referring, receiving]
            if bool((first_min[:, None] + matrix[receiving, patients] < direct).any()):
                return False
    return True
