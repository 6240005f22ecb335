"""Why a transfer is left without a unit."""

from collections import Counter

import msgspec

from dispatch.routing.problem.instance import Instance, Transfer
from dispatch.routing.problem.plan import Plan
from dispatch.routing.problem.schedule import Roads, legs_of, roads_of


class Unserved(msgspec.Struct, frozen=True):
    """A transfer left without a unit, and why, as a stable code."""

    transfer: str
    why: str


def why_unserved(instance: Instance, plan: Plan, /) -> tuple[Unserved, ...]:
    """Every transfer the plan leaves out, with the first reason that alone suffices.

    ``no_receiving_hospital``, ``no_eligible_unit``, ``hospitals_full``, ``shift_ends`` (no
    unit could end in time, were it to do nothing else) or ``outranked`` (what could serve it
    serves others instead).
    """
    served = {trip.transfer for _, trips in plan.routes for trip in trips}
    taken = Counter(trip.hospital for _, trips in plan.routes for trip in trips)
    roads = roads_of(instance)
    return tuple(
        Unserved(transfer.id, _why(instance, roads, transfer, taken))
        for transfer in instance.transfers
        if transfer.id not in served
    )


def _why(instance: Instance, roads: Roads, transfer: Transfer, taken: Counter[str]) -> str:
    if not transfer.destinations:
        return "no_receiving_hospital"
    eligible = [unit for unit in instance.units if unit.type in transfer.unit_types]
    if not eligible:
        return "no_eligible_unit"
    hospitals = [option.hospital for option in transfer.destinations]
    beds = instance.beds
    if all(hospital in beds and taken[hospital] >= beds[hospital] for hospital in hospitals):
        return "hospitals_full"
    overtime = instance.parameters.overtime
    for unit in eligible:
        for hospital in hospitals:
            (leg,) = legs_of(roads, unit.id, [(transfer.id, hospital)])
            if leg.free_at <= unit.shift_end + overtime:
                return "outranked"
    return "shift_ends"
