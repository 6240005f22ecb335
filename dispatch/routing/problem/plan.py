"""A plan: to each unit the ordered trips it makes; every transfer at most once."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from dispatch.routing.problem.instance import Instance


class Trip(NamedTuple):
    """One transfer, taken to one of its hospitals."""

    transfer: str
    hospital: str


class Plan(msgspec.Struct, frozen=True):
    """The trips of every unit that is used, in the order of the instance's units."""

    routes: tuple[tuple[str, tuple[Trip, ...]], ...] = ()


def plan_of(instance: Instance, trips: Mapping[str, Sequence[tuple[str, str]]], /) -> Plan:
    """The plan in its one canonical form: idle units left out, units in instance order.

    Units the instance does not know come last, so that a check can still see them.
    """
    order = {unit.id: index for index, unit in enumerate(instance.units)}
    used = sorted(
        (unit for unit in trips if trips[unit]), key=lambda unit: order.get(unit, len(order))
    )
    return Plan(tuple((unit, tuple(Trip(*trip) for trip in trips[unit])) for unit in used))


def plan_document(plan: Plan, /) -> dict[str, list[list[str]]]:
    """The plan as published beside instances: ``{"u1": [["t1", "germans-trias"]]}``."""
    return {unit: [list(trip) for trip in trips] for unit, trips in plan.routes}
