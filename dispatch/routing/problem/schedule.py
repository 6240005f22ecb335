"""When everything in a plan happens: always the earliest that the crews can manage."""

from collections.abc import Sequence
from typing import NamedTuple

from dispatch.routing.problem.instance import (
    DestinationOption,
    Instance,
    Minutes,
    Mode,
    Transfer,
    Unit,
)
from dispatch.routing.problem.instance import minutes_between as _minutes_between
from dispatch.routing.problem.plan import Plan


class Leg(NamedTuple):
    """One trip in time. Times are whole minutes after now; drives are minutes.

    ``free_at`` is the end of the handover, at the hospital.
    """

    unit: Unit
    transfer: Transfer
    choice: DestinationOption
    departed_from: str
    first: bool
    bedside_at: int
    arrival_at: int
    free_at: int
    empty_drive_min: int
    loaded_drive_min: int


class Roads(NamedTuple):
    """An instance indexed by name, made once and used for many schedules."""

    minutes: dict[Mode, Minutes]
    units: dict[str, Unit]
    transfers: dict[str, Transfer]


def roads_of(instance: Instance, /) -> Roads:
    """The index of the instance."""
    return Roads(
        minutes={
            "road": _minutes_between(instance, "road"),
            "air": _minutes_between(instance, "air"),
        },
        units={unit.id: unit for unit in instance.units},
        transfers={transfer.id: transfer for transfer in instance.transfers},
    )


def schedule(instance: Instance, plan: Plan, /) -> tuple[Leg, ...]:
    """Every trip of the plan in time, unit by unit. The plan's names must be known."""
    roads = roads_of(instance)
    return tuple(leg for unit, trips in plan.routes for leg in legs_of(roads, unit, trips))


def legs_of(roads: Roads, unit_id: str, trips: Sequence[tuple[str, str]]) -> tuple[Leg, ...]:
    """The trips of one unit in time, from where and when it is next free."""
    unit = roads.units[unit_id]
    minutes = roads.minutes[unit.mode]
    here, free_at = unit.location, unit.free_at
    legs: list[Leg] = []
    for transfer_id, hospital in trips:
        transfer = roads.transfers[transfer_id]
        choice = next(each for each in transfer.destinations if each.hospital == hospital)
        empty_min = minutes.between(here, transfer.origin)
        loaded_min = minutes.between(transfer.origin, hospital)
        bedside_at = max(transfer.ready, free_at + empty_min)
        arrival_at = bedside_at + transfer.bedside + loaded_min
        free_at = arrival_at + transfer.handover
        leg = Leg(
            unit=unit,
            transfer=transfer,
            choice=choice,
            departed_from=here,
            first=not legs,
            bedside_at=bedside_at,
            arrival_at=arrival_at,
            free_at=free_at,
            empty_drive_min=empty_min,
            loaded_drive_min=loaded_min,
        )
        legs.append(leg)
        here = hospital
    return tuple(legs)
