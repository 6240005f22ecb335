"""Instances of medium size with every feature, on a matrix that is no plane.

Minutes differ by direction and are closed under detours, so that the triangle inequality holds.
"""

import random
from typing import Literal

from msgspec.structs import replace

from dispatch.routing.problem.instance import (
    DestinationOption,
    Instance,
    Transfer,
    Travel,
    Unit,
)
from dispatch.routing.problem.parameters import Parameters, Weights

Minutes = tuple[tuple[int, ...], ...]
Ends = Literal["bedside", "arrival"]
ENDS: tuple[Ends, ...] = ("bedside", "arrival")


def minutes_without_shortcuts(rng: random.Random, size: int, *, longest: int) -> Minutes:
    """A random matrix in which no detour is quicker than the way itself."""
    rows = [[rng.randint(4, longest) for _ in range(size)] for _ in range(size)]
    for here in range(size):
        rows[here][here] = 0
    for via in range(size):
        for start in range(size):
            for end in range(size):
                rows[start][end] = min(rows[start][end], rows[start][via] + rows[via][end])
    return tuple(tuple(row) for row in rows)


def medium_instance(
    rng: random.Random, *, units: int, transfers: int, is_easy: bool = False
) -> Instance:
    """``is_easy``: all windows can be met, by shifts and beds that hold nobody up."""
    size = rng.randint(8, 12)
    places = tuple(f"place-{index}" for index in range(size))
    given = [f"t{index}" for index in range(transfers)]
    window = rng.choice((90, 150, 180))
    instance = Instance(
        parameters=Parameters(
            window=window,
            window_to=rng.choice(ENDS),
            p0_to=rng.choice(ENDS),
            overtime=rng.choice((0, 30, 60)),
            drive_counts=rng.choice(("all", "empty")),
            weights=Weights(
                drive=rng.choice((0, 1, 1, 2)),
                wait=rng.choice((0, 1, 1)),
                coverage=rng.choice((0, 1, 2)),
                switch=rng.choice((0, 15, 40)),
                destination=rng.choice((0, 1, 3)),
            ),
        ),
        locations=places,
        travel=Travel(
            road=minutes_without_shortcuts(rng, size, longest=180),
            air=minutes_without_shortcuts(rng, size, longest=50),
        ),
        units=tuple(_unit(rng, f"u{index}", places, given) for index in range(units)),
        transfers=tuple(_transfer(rng, name, places) for name in given),
        beds={name: rng.randint(0, 2) for name in places if rng.random() < 0.3},
    )
    return _eased(instance) if is_easy else instance


def _eased(instance: Instance) -> Instance:
    """Long shifts, no beds to miss, and a nurse's unit waiting beside every 3 h patient."""
    at_the_door = tuple(
        Unit(
            id=f"near-{each.id}",
            type="SVI",
            mode="road",
            location=each.origin,
            free_at=5,
            shift_end=480,
            coverage_cost=30,
        )
        for each in instance.transfers
        if each.priority == "3h"
    )
    soon = tuple(
        replace(each, ready=max(each.ready, 0), unit_types=(*each.unit_types, "SVI"))
        if each.priority == "3h"
        else each
        for each in instance.transfers
    )
    return replace(
        instance,
        parameters=replace(instance.parameters, window_to="bedside"),
        units=(*(replace(unit, shift_end=480) for unit in instance.units[:4]), *at_the_door),
        transfers=soon,
        beds={},
    )


def _unit(rng: random.Random, name: str, places: tuple[str, ...], given: list[str]) -> Unit:
    kind = rng.choice(("SVA", "SVA", "SVA", "SVI", "SVI", "PED", "HELI"))
    return Unit(
        id=name,
        type=kind,
        mode="air" if kind == "HELI" else "road",
        location=rng.choice(places),
        free_at=rng.choice((0, 3, 3, rng.randint(10, 90))),
        shift_end=rng.choice((-30, 120, 200, 320, 420)),
        coverage_cost=rng.choice((0, 5, 20)),
        assigned_to=rng.choice(given) if rng.random() < 0.3 else None,
    )


def _transfer(rng: random.Random, name: str, places: tuple[str, ...]) -> Transfer:
    is_shock = rng.random() < 0.5
    adult = (("SVA", "HELI"),) if is_shock else (("SVA", "SVI"), ("SVA", "SVI", "HELI"))
    kinds = ("PED", "SVA") if rng.random() < 0.1 else rng.choice(adult)
    referring, *hospitals = rng.sample(places, rng.choice((2, 2, 3, 4)))
    return Transfer(
        id=name,
        priority="P0" if is_shock else "3h",
        ready=rng.randint(-60, 60),
        origin=referring,
        destinations=tuple(
            DestinationOption(hospital, rng.choice((0, 0, 10))) for hospital in hospitals
        ),
        unit_types=kinds,
        bedside=rng.randint(25, 45),
        handover=rng.randint(20, 30),
    )
