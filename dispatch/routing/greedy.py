"""The plan a quick dispatcher would make: earliest arrival, priority 0 first.

Busy units count as well as idle ones. It always answers, in milliseconds, and is what is left
when the solver can't be used.
"""

from collections import Counter
from typing import NamedTuple

from dispatch.routing.instance import Instance, Transfer, Unit
from dispatch.routing.plan import Plan, Trip, plan_of
from dispatch.routing.schedule import Roads, roads_of


class _Offer(NamedTuple):
    """One way to serve a transfer; the least offer wins, field by field."""

    response_end_at: int
    bedside_at: int
    penalty: int
    free_at: int
    order: int
    hospital: str


def greedy(instance: Instance, /, *, kept: Plan | None = None, pinned: frozenset[str]) -> Plan:
    """A feasible plan: ``kept`` first, then each open transfer at the end of some route.

    The crews in ``pinned`` make the trip they were given first, or none where they can't.
    ``kept`` must be feasible and keep its own pins.
    """
    roads = roads_of(instance)
    state = _State(instance, roads, kept or Plan())
    for unit in instance.units:
        if unit.id in pinned and unit.assigned_to and not state.trips[unit.id]:
            state.take(roads.transfers[unit.assigned_to], [unit])
    most_urgent_first = sorted(
        instance.transfers, key=lambda each: (each.priority != "P0", each.ready)
    )
    able = [unit for unit in instance.units if unit.id not in pinned or state.trips[unit.id]]
    for transfer in most_urgent_first:
        state.take(transfer, able)
    return plan_of(instance, state.trips)


class _State:
    """Where every unit is left by the trips chosen so far, and the beds they took."""

    def __init__(self, instance: Instance, roads: Roads, kept: Plan) -> None:
        self.instance = instance
        self.roads = roads
        self.order = {unit.id: index for index, unit in enumerate(instance.units)}
        self.trips: dict[str, list[Trip]] = {unit.id: [] for unit in instance.units}
        self.here = {unit.id: unit.location for unit in instance.units}
        self.free_at = {unit.id: unit.free_at for unit in instance.units}
        self.taken: set[str] = set()
        self.beds: Counter[str] = Counter()
        for unit_id, trips in kept.routes:
            for trip in trips:
                offer = self._offer(roads.units[unit_id], roads.transfers[trip.transfer], trip)
                self._append(unit_id, trip, offer.free_at)

    def take(self, transfer: Transfer, units: list[Unit]) -> None:
        """Gives the transfer to whom of ``units`` responds first, if anybody can."""
        if transfer.id in self.taken:
            return
        limit = self.instance.beds
        open_to = [
            Trip(transfer.id, option.hospital)
            for option in transfer.destinations
            if self.beds[option.hospital] < limit.get(option.hospital, len(self.taken) + 1)
        ]
        overtime = self.instance.parameters.overtime
        offers = [
            (offer, unit.id)
            for unit in units
            if unit.type in transfer.unit_types
            for offer in (self._offer(unit, transfer, trip) for trip in open_to)
            if offer.free_at <= unit.shift_end + overtime
        ]
        if offers:
            offer, unit_id = min(offers)
            self._append(unit_id, Trip(transfer.id, offer.hospital), offer.free_at)

    def _offer(self, unit: Unit, transfer: Transfer, trip: Trip) -> _Offer:
        minutes = self.roads.minutes[unit.mode]
        rules = self.instance.parameters
        reach_at = self.free_at[unit.id] + minutes[self.here[unit.id], transfer.origin]
        bedside_at = max(transfer.ready, reach_at)
        arrival_at = bedside_at + transfer.bedside + minutes[transfer.origin, trip.hospital]
        ends = rules.p0_to if transfer.priority == "P0" else rules.window_to
        penalty = next(
            each.penalty for each in transfer.destinations if each.hospital == trip.hospital
        )
        return _Offer(
            response_end_at=arrival_at if ends == "arrival" else bedside_at,
            bedside_at=bedside_at,
            penalty=penalty,
            free_at=arrival_at + transfer.handover,
            order=self.order[unit.id],
            hospital=trip.hospital,
        )

    def _append(self, unit_id: str, trip: Trip, free_at: int) -> None:
        self.trips[unit_id].append(trip)
        self.here[unit_id] = trip.hospital
        self.free_at[unit_id] = free_at
        self.taken.add(trip.transfer)
        self.beds[trip.hospital] += 1
