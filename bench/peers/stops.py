"""A transfer as one stop, which is how programs for vehicle routing can be asked at all.

A unit reaches the patient, stays for bedside and handover, and leaves from the hospital: the
loaded drive is part of the way from one stop to the next, and of the way home, which is
otherwise free. So one stop has one window, and no program needs pickups and deliveries.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench.question import Question, Trips
from dispatch.routing.problem.instance import Instance, Mode, Transfer, Unit

Minutes = NDArray[np.int64]

NEVER_MIN = 1_000_000
"""A drive that no plan makes."""

SERVED_P0, SERVED_3H = 100_000, 3_000
"""What leaving a transfer out costs, in minutes driven, where a program asks for a price: no
priority 0 is given up for a few of 3 h, and none of 3 h for a shorter drive.
"""


class Stop(NamedTuple):
    """When a transfer may begin and what time it takes beside the drives, in minutes."""

    transfer: Transfer
    earliest_at: int
    latest_at: int
    service_min: int


class Stops(NamedTuple):
    """The stops first, then the places where units start, then ``home``, where routes end."""

    stops: tuple[Stop, ...]
    start_of: dict[str, int]
    home: int
    minutes: dict[Mode, Minutes]


def stops_of(instance: Instance, question: Question, /) -> Stops:
    """The instance in stops; windows are hard, priority 0's is the response it was given."""
    place = {name: index for index, name in enumerate(instance.locations)}
    stops = tuple(_stop(instance, question, each) for each in instance.transfers)
    starts = sorted({each.location for each in instance.units})
    home = len(stops) + len(starts)
    senders = np.array([place[each.origin] for each in instance.transfers], dtype=np.int64)
    receivers = np.array(
        [place[each.destinations[0].hospital] for each in instance.transfers], dtype=np.int64
    )
    units_at = np.array([place[name] for name in starts], dtype=np.int64)
    minutes: dict[Mode, Minutes] = {}
    for mode in {each.mode for each in instance.units}:
        travel = np.array(getattr(instance.travel, mode), dtype=np.int64)
        loaded = travel[senders, receivers]
        between = np.full((home + 1, home + 1), NEVER_MIN, dtype=np.int64)
        count = len(stops)
        between[:count, :count] = loaded[:, None] + travel[receivers][:, senders]
        between[count:home, :count] = travel[units_at][:, senders]
        between[:count, home] = loaded
        between[count:, home] = 0
        np.fill_diagonal(between, 0)
        minutes[mode] = between
    start_of = {unit.id: len(stops) + starts.index(unit.location) for unit in instance.units}
    return Stops(stops, start_of, home, minutes)


def ends_at(instance: Instance, unit: Unit, /) -> int:
    """When a unit must be home: the end of its shift and overtime, never before it is free."""
    return max(unit.free_at, unit.shift_end + instance.parameters.overtime)


def trips_of(stops: Stops, routes: dict[str, list[int]], /) -> Trips:
    """Unit to stop numbers, as a plan. Every transfer goes to its first hospital."""
    return {
        unit: [
            (stop.transfer.id, stop.transfer.destinations[0].hospital)
            for stop in (stops.stops[index] for index in route)
        ]
        for unit, route in routes.items()
    }


def _stop(instance: Instance, question: Question, transfer: Transfer) -> Stop:
    limit_min: int | None = instance.parameters.window
    if transfer.priority == "P0":
        limit_min = question.longest_p0_min
    earliest_at = max(0, transfer.ready)
    latest_at = NEVER_MIN // 2
    if limit_min is not None:
        latest_at = max(earliest_at, transfer.ready + limit_min)
    return Stop(transfer, earliest_at, latest_at, transfer.bedside + transfer.handover)
