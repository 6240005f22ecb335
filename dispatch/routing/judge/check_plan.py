"""An independent judge of plans: shares no line with the solver, the schedule, the objective.

Written from the published description of the instance alone, so that a fault in the solver
can't hide behind the same fault here.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dispatch.routing.problem.instance import Instance, Transfer, Unit
from dispatch.routing.problem.parameters import Vector


class PlanFault(msgspec.Struct, frozen=True):
    """A rule the plan breaks. ``code`` is stable; the rest names where."""

    code: str
    unit: str = ""
    transfer: str = ""
    hospital: str = ""


class CheckedPlan(msgspec.Struct, frozen=True):
    """What the judge found; ``vector`` is None when the plan breaks a rule."""

    faults: tuple[PlanFault, ...]
    vector: Vector | None


class _Stop(msgspec.Struct, frozen=True):
    """One trip as the judge times it."""

    transfer: Transfer
    bedside_at: int
    arrival_at: int
    drive_min: int
    penalty: int


Trips = Mapping[str, Sequence[Sequence[str]]]


def check_plan(instance: Instance, trips: Trips, /) -> CheckedPlan:
    """Judges a plan in its published form: unit id to ordered (transfer, hospital) pairs."""
    faults = list(_name_faults(instance, trips))
    if faults:
        return CheckedPlan(tuple(faults), None)
    stops: dict[str, list[_Stop]] = {}
    for unit in instance.units:
        stops[unit.id] = []
        for stop, fault in _timed(instance, unit, trips.get(unit.id, ())):
            stops[unit.id].append(stop)
            faults.extend(fault)
    faults.extend(_bed_faults(instance, trips))
    return CheckedPlan(tuple(faults), None if faults else _vector(instance, stops))


def _name_faults(instance: Instance, trips: Trips, /) -> Iterator[PlanFault]:
    """Unknown names, transfers taken twice, hospitals that were not offered."""
    units = {unit.id for unit in instance.units}
    offered = {
        transfer.id: {option.hospital for option in transfer.destinations}
        for transfer in instance.transfers
    }
    taken: set[str] = set()
    for unit, pairs in trips.items():
        if unit not in units:
            yield PlanFault("unit_unknown", unit=unit)
        for transfer, hospital in pairs:
            if transfer not in offered:
                yield PlanFault("transfer_unknown", unit=unit, transfer=transfer)
            elif hospital not in offered[transfer]:
                yield PlanFault("hospital_not_offered", unit, transfer, hospital)
            if transfer in taken:
                yield PlanFault("transfer_twice", unit=unit, transfer=transfer)
            taken.add(transfer)


def _timed(
    instance: Instance, unit: Unit, pairs: Sequence[Sequence[str]]
) -> Iterator[tuple[_Stop, tuple[PlanFault, ...]]]:
    """The unit's trips in time, each with the rules it breaks."""
    place = {name: index for index, name in enumerate(instance.locations)}
    matrix = instance.travel.air if unit.mode == "air" else instance.travel.road
    by_id = {transfer.id: transfer for transfer in instance.transfers}
    here, now = place[unit.location], unit.free_at
    for name, hospital in pairs:
        transfer = by_id[name]
        sender, receiver = place[transfer.origin], place[hospital]
        loaded = matrix[sender][receiver]
        bedside_at = max(now + matrix[here][sender], transfer.ready)
        arrival_at = bedside_at + transfer.bedside + loaded
        drive = matrix[here][sender]
        if instance.parameters.drive_counts == "all":
            drive += loaded
        penalties = {each.hospital: each.penalty for each in transfer.destinations}
        here, now = receiver, arrival_at + transfer.handover
        stop = _Stop(transfer, bedside_at, arrival_at, drive, penalties[hospital])
        yield stop, tuple(_trip_faults(instance, unit, transfer, now))


def _trip_faults(
    instance: Instance, unit: Unit, transfer: Transfer, free_at: int
) -> Iterator[PlanFault]:
    if unit.type not in transfer.unit_types:
        yield PlanFault("type_not_allowed", unit.id, transfer.id)
    if free_at > unit.shift_end + instance.parameters.overtime:
        yield PlanFault("past_overtime", unit.id, transfer.id)


def _bed_faults(instance: Instance, trips: Trips, /) -> Iterator[PlanFault]:
    chosen = [pair[1] for pairs in trips.values() for pair in pairs]
    for hospital, free in instance.beds.items():
        if chosen.count(hospital) > free:
            yield PlanFault("beds_exceeded", hospital=hospital)


def _vector(instance: Instance, stops: Mapping[str, Sequence[_Stop]], /) -> Vector:
    rules = instance.parameters
    shocks = [t for t in instance.transfers if t.priority == "P0"]
    every = [stop for route in stops.values() for stop in route]
    answers, lates = [], []
    cost = sum(_switch_and_coverage(instance, unit, stops[unit.id]) for unit in instance.units)
    for stop in every:
        cost += rules.weights.drive * stop.drive_min
        cost += rules.weights.destination * stop.penalty
        if stop.transfer.priority == "P0":
            end_at = stop.bedside_at if rules.p0_to == "bedside" else stop.arrival_at
            answers.append(end_at - stop.transfer.ready)
            continue
        end_at = stop.bedside_at if rules.window_to == "bedside" else stop.arrival_at
        lates.append(max(end_at - stop.transfer.ready - rules.window, 0))
        cost += rules.weights.wait * (stop.bedside_at - stop.transfer.ready)
    unserved_3h = len(instance.transfers) - len(shocks) - len(lates)
    broken = len([late for late in lates if late])
    longest = max(answers) if answers else 0
    unserved_p0 = len(shocks) - len(answers)
    return (unserved_p0, longest, sum(answers), unserved_3h, broken, sum(lates), cost)


def _switch_and_coverage(instance: Instance, unit: Unit, route: Sequence[_Stop]) -> int:
    weights = instance.parameters.weights
    cost = weights.coverage * unit.coverage_cost if route else 0
    kept = bool(route) and route[0].transfer.id == unit.assigned_to
    if unit.assigned_to is not None and not kept:
        cost += weights.switch
    return cost
