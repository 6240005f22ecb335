"""Why this unit and none of the others, transfer by transfer.

Every other unit is given the transfer in turn, the rest of the plan kept: the first level at
which the plan gets worse, and by how much, is the reason. Nothing is solved again, so a reason
is exact for that one change and says nothing of larger rearrangements.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

import msgspec

from dispatch.routing.problem.instance import Instance, Transfer, Unit
from dispatch.routing.problem.objective import amounts_of
from dispatch.routing.problem.parameters import LEVELS, Level, Vector
from dispatch.routing.problem.plan import Plan, Trip
from dispatch.routing.problem.schedule import Leg, Roads, legs_of, roads_of


class NotChosen(msgspec.Struct, frozen=True):
    """Why a unit does not take the transfer.

    ``code`` is one of ``type_not_allowed``, ``off_shift``, ``hospitals_full``, ``pinned``,
    ``busy_with`` (the trips made leave no room, or come first and make it late),
    ``would_delay`` (another transfer), ``arrives_later``, ``costs_coverage``,
    ``switches_crew``, ``costs_more``, ``as_good`` and, in a plan not proven, ``better``.
    ``level`` and ``by`` say where the plan would get worse; ``minutes`` is how much later the
    patient named by ``transfer`` would be reached, or past the end of shift and overtime.
    """

    unit: str
    code: str
    level: str | None = None
    by: int | None = None
    transfer: str | None = None
    minutes: int | None = None


class Explained(msgspec.Struct, frozen=True):
    """One transfer: who takes it where (None: nobody), and why not each of the others."""

    transfer: str
    unit: str | None
    hospital: str | None
    not_chosen: tuple[NotChosen, ...]


class _Standing(NamedTuple):
    """The plan as it stands, unit by unit."""

    instance: Instance
    roads: Roads
    trips: dict[str, tuple[Trip, ...]]
    amounts: dict[str, Vector]
    bedside_at: dict[str, int]
    beds: Counter[str]
    pinned: frozenset[str]


class _Change(NamedTuple):
    """The transfer given to another unit: what the levels change by, that unit's trips."""

    difference: Vector
    legs: tuple[Leg, ...]


def explain(
    instance: Instance, plan: Plan, /, *, pinned: frozenset[str] = frozenset()
) -> tuple[Explained, ...]:
    """Every transfer of the instance with its reasons. The plan must be feasible."""
    standing = _standing(instance, plan, pinned)
    owner = {trip.transfer: (unit, trip) for unit, trips in plan.routes for trip in trips}
    explained = []
    for transfer in instance.transfers:
        unit_id, trip = owner.get(transfer.id, (None, None))
        reasons = tuple(
            _reason(standing, transfer, unit, owner=unit_id)
            for unit in instance.units
            if unit.id != unit_id
        )
        hospital = trip.hospital if trip else None
        explained.append(Explained(transfer.id, unit_id, hospital, reasons))
    return tuple(explained)


def _standing(instance: Instance, plan: Plan, pinned: frozenset[str]) -> _Standing:
    roads = roads_of(instance)
    trips: dict[str, tuple[Trip, ...]] = {unit.id: () for unit in instance.units}
    trips |= dict(plan.routes)
    legs = {unit_id: legs_of(roads, unit_id, route) for unit_id, route in trips.items()}
    rules = instance.parameters
    return _Standing(
        instance=instance,
        roads=roads,
        trips=trips,
        amounts={each.id: amounts_of(rules, each, legs[each.id]) for each in instance.units},
        bedside_at={
            leg.transfer.id: leg.bedside_at for route in legs.values() for leg in route
        },
        beds=Counter(trip.hospital for route in trips.values() for trip in route),
        pinned=pinned,
    )


def _reason(
    standing: _Standing, transfer: Transfer, unit: Unit, *, owner: str | None
) -> NotChosen:
    if unit.type not in transfer.unit_types:
        return NotChosen(unit.id, "type_not_allowed")
    held = _held_by_pin(standing, transfer, unit, owner=owner)
    if held is not None:
        return NotChosen(unit.id, "pinned", transfer=held)
    past_min = _past_shift_min(standing, transfer, unit)
    if past_min is None:
        return NotChosen(unit.id, "hospitals_full")
    if past_min > 0:
        return NotChosen(unit.id, "off_shift", minutes=past_min)
    changes = list(_changes(standing, transfer, unit, owner=owner))
    if not changes:
        busy_with = next((trip.transfer for trip in standing.trips[unit.id]), None)
        return NotChosen(unit.id, "busy_with", transfer=busy_with)
    return _named(standing, transfer, unit, min(changes, key=lambda change: change.difference))


def _held_by_pin(
    standing: _Standing, transfer: Transfer, unit: Unit, *, owner: str | None
) -> str | None:
    """The pinned transfer that forbids the change: its crew must make it first, or nothing."""
    if owner in standing.pinned and standing.roads.units[owner].assigned_to == transfer.id:
        return transfer.id
    if unit.id in standing.pinned and not standing.trips[unit.id]:
        return unit.assigned_to
    return None


def _open_hospitals(standing: _Standing, transfer: Transfer) -> list[str]:
    """Hospitals with a bed for the transfer, the one it holds included."""
    held = {
        trip.hospital
        for route in standing.trips.values()
        for trip in route
        if trip.transfer == transfer.id
    }
    beds, used = standing.instance.beds, standing.beds
    return [
        each.hospital
        for each in transfer.destinations
        if each.hospital in held
        or used[each.hospital] < beds.get(each.hospital, used.total() + 1)
    ]


def _past_shift_min(standing: _Standing, transfer: Transfer, unit: Unit) -> int | None:
    """Minutes past shift and overtime were the unit to do this alone; None without a bed."""
    limit = unit.shift_end + standing.instance.parameters.overtime
    ends = [
        legs_of(standing.roads, unit.id, [(transfer.id, hospital)])[-1].free_at - limit
        for hospital in _open_hospitals(standing, transfer)
    ]
    return min(ends, default=None)


def _changes(
    standing: _Standing, transfer: Transfer, unit: Unit, *, owner: str | None
) -> Iterator[_Change]:
    """Every feasible place of the transfer in the unit's route, with what it changes."""
    rules = standing.instance.parameters
    route = standing.trips[unit.id]
    new = {}
    if owner is not None:
        left = [trip for trip in standing.trips[owner] if trip.transfer != transfer.id]
        legs, giver = legs_of(standing.roads, owner, left), standing.roads.units[owner]
        if legs and legs[-1].free_at > giver.shift_end + rules.overtime:
            return  # only where the matrix breaks the triangle inequality
        new[owner] = amounts_of(rules, giver, legs)
    for hospital in _open_hospitals(standing, transfer):
        for place in range(int(unit.id in standing.pinned), len(route) + 1):
            trips = (*route[:place], Trip(transfer.id, hospital), *route[place:])
            legs = legs_of(standing.roads, unit.id, trips)
            if legs[-1].free_at <= unit.shift_end + rules.overtime:
                changed = new | {unit.id: amounts_of(rules, unit, legs)}
                yield _Change(_difference(standing, transfer, owner, changed), legs)


def _difference(
    standing: _Standing, transfer: Transfer, owner: str | None, changed: dict[str, Vector]
) -> Vector:
    before = standing.amounts
    added = [
        sum(after[level] - before[unit][level] for unit, after in changed.items())
        for level in Level
    ]
    longest_of = itemgetter(Level.MAX_P0_RESPONSE)
    longest = max(longest_of(changed.get(unit, amounts)) for unit, amounts in before.items())
    added[Level.MAX_P0_RESPONSE] = longest - max(map(longest_of, before.values()))
    if owner is None:
        unserved = Level.UNSERVED_P0 if transfer.priority == "P0" else Level.UNSERVED_3H
        added[unserved] = -1
    return (added[0], added[1], added[2], added[3], added[4], added[5], added[6])


def _named(standing: _Standing, transfer: Transfer, unit: Unit, change: _Change) -> NotChosen:
    """The change in words: who would wait longer, or what the cost would be made of."""
    level = next((index for index, by in enumerate(change.difference) if by), None)
    if level is None:
        return NotChosen(unit.id, "as_good")
    name, by = LEVELS[level], change.difference[level]
    if by < 0:
        return NotChosen(unit.id, "better", name, by)
    later = _later(standing, change.legs)
    own_min = next((minutes for other, minutes in later if other == transfer.id), 0)
    others = [(minutes, other) for other, minutes in later if other != transfer.id]
    before = [leg for leg in change.legs if leg.bedside_at < _reached(change.legs, transfer)]
    if own_min > 0 and before:
        return NotChosen(unit.id, "busy_with", name, by, before[-1].transfer.id, own_min)
    if own_min > 0:
        return NotChosen(unit.id, "arrives_later", name, by, transfer.id, own_min)
    if others:
        minutes, other = max(others)
        return NotChosen(unit.id, "would_delay", name, by, other, minutes)
    return NotChosen(unit.id, _cost_code(standing, unit, change.legs), name, by)


def _reached(legs: Sequence[Leg], transfer: Transfer) -> int:
    return next(leg.bedside_at for leg in legs if leg.transfer.id == transfer.id)


def _later(standing: _Standing, legs: Sequence[Leg]) -> list[tuple[str, int]]:
    """Transfers of these trips reached later than in the plan, with by how many minutes."""
    known = standing.bedside_at
    moved = [
        (leg.transfer.id, leg.bedside_at - known.get(leg.transfer.id, leg.bedside_at))
        for leg in legs
    ]
    return [(transfer, minutes) for transfer, minutes in moved if minutes > 0]


def _cost_code(standing: _Standing, unit: Unit, legs: Sequence[Leg]) -> str:
    weights, route = standing.instance.parameters.weights, standing.trips[unit.id]
    if not route and weights.coverage * unit.coverage_cost:
        return "costs_coverage"
    was_kept = bool(route) and route[0].transfer == unit.assigned_to
    if was_kept and legs[0].transfer.id != unit.assigned_to:
        return "switches_crew"
    return "costs_more"
