"""The plan a quick dispatcher would make: earliest arrival, priority 0 first.

Busy units count as well as idle ones. It always answers, in milliseconds, and is what is left
when the solver can't be used.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dispatch.routing.problem.instance import Instance, Transfer
from dispatch.routing.problem.plan import Plan, Trip, plan_of

Ints = NDArray[np.int64]


class _Offers(NamedTuple):
    """What every unit offers for one trip; the least is taken, field by field."""

    response_end_at: Ints
    bedside_at: Ints
    penalty: Ints
    free_at: Ints
    order: Ints


def greedy(instance: Instance, /, *, pinned: frozenset[str]) -> Plan:
    """A feasible plan: each open transfer at the end of some route, where it can be at one.

    The crews in ``pinned`` make the trip they were given first, or none where they can't.
    """
    state = _State(instance)
    transfers = {transfer.id: transfer for transfer in instance.transfers}
    for index, unit in enumerate(instance.units):
        if unit.id in pinned and unit.assigned_to:
            state.take(transfers[unit.assigned_to], [index])
    able = [
        index
        for index, unit in enumerate(instance.units)
        if unit.id not in pinned or state.trips[index]
    ]
    most_urgent_first = sorted(
        instance.transfers, key=lambda each: (each.priority != "P0", each.ready)
    )
    for transfer in most_urgent_first:
        state.take(transfer, able)
    return plan_of(
        instance,
        {unit.id: trips for unit, trips in zip(instance.units, state.trips, strict=True)},
    )


class _State:
    """Where every unit is left by the trips chosen so far, and the beds they took."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.place = {name: index for index, name in enumerate(instance.locations)}
        self.trips: list[list[Trip]] = [[] for _ in instance.units]
        self.taken: set[str] = set()
        self.beds: Counter[str] = Counter()
        units, overtime = instance.units, instance.parameters.overtime
        self.here = _whole(self.place[unit.location] for unit in units)
        self.free_at = _whole(unit.free_at for unit in units)
        self.horizon = _whole(unit.shift_end + overtime for unit in units)
        self.mode = _whole(unit.mode == "air" for unit in units)
        self.types = np.array([unit.type for unit in units], dtype=np.str_)
        self.minutes = np.array([instance.travel.road, instance.travel.air], dtype=np.int64)
        self.minutes = self.minutes.reshape(2, len(self.place), len(self.place))

    def take(self, transfer: Transfer, units: Sequence[int]) -> None:
        """Gives the transfer to whom of ``units`` responds first, if anybody can."""
        if transfer.id in self.taken:
            return
        chosen = np.array(units, dtype=np.int64)
        chosen = chosen[np.isin(self.types[chosen], transfer.unit_types)]
        limit = self.instance.beds
        best: tuple[tuple[int, ...], str] | None = None
        for option in transfer.destinations:
            if self.beds[option.hospital] < limit.get(option.hospital, len(self.taken) + 1):
                offer = self._best(transfer, option.hospital, option.penalty, chosen)
                if offer and (best is None or (offer, option.hospital) < best):
                    best = (offer, option.hospital)
        if best:
            (_, _, _, free_at, unit), hospital = best
            self.trips[unit].append(Trip(transfer.id, hospital))
            self.here[unit], self.free_at[unit] = self.place[hospital], free_at
            self.taken.add(transfer.id)
            self.beds[hospital] += 1

    def _best(
        self, transfer: Transfer, hospital: str, penalty: int, units: Ints
    ) -> tuple[int, ...] | None:
        """The least offer of these units for the trip, None where none ends in time."""
        sender, receiver = self.place[transfer.origin], self.place[hospital]
        mode, rules = self.mode[units], self.instance.parameters
        reach_at = self.free_at[units] + self.minutes[mode, self.here[units], sender]
        bedside_at = np.maximum(transfer.ready, reach_at)
        arrival_at = bedside_at + transfer.bedside + self.minutes[mode, sender, receiver]
        free_at = arrival_at + transfer.handover
        ends = rules.p0_to if transfer.priority == "P0" else rules.window_to
        end_at = arrival_at if ends == "arrival" else bedside_at
        offers = _Offers(end_at, bedside_at, np.full_like(units, penalty), free_at, units)
        in_time = np.flatnonzero(free_at <= self.horizon[units])
        if not in_time.size:
            return None
        least = np.lexsort([field[in_time] for field in reversed(offers)])[0]
        return tuple(int(field[in_time[least]]) for field in offers)


def _whole(numbers: Iterable[int]) -> Ints:
    return np.fromiter(numbers, dtype=np.int64)
