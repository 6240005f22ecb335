"""Small instances of the assignment problem for tests."""

import math
import random
from typing import Any

import msgspec

from dispatch.routing.problem.instance import (
    DestinationOption,
    Instance,
    Transfer,
    Travel,
    Unit,
)
from dispatch.routing.problem.parameters import Parameters, Weights, WhereResponseEnds

LINE = ("west", "middle", "east", "far")
"""Four places on a road, 20 minutes from each to the next; a flight takes a quarter."""


def line_travel() -> Travel:
    road = tuple(tuple(20 * abs(a - b) for b in range(len(LINE))) for a in range(len(LINE)))
    air = tuple(tuple(5 * abs(a - b) for b in range(len(LINE))) for a in range(len(LINE)))
    return Travel(road=road, air=air)


def a_unit(name: str, location: str = "west", **changes: Any) -> Unit:
    plain = Unit(id=name, type="SVA", mode="road", location=location, free_at=0, shift_end=900)
    return msgspec.structs.replace(plain, **changes)


def a_transfer(name: str, origin: str = "middle", to: str = "east", **changes: Any) -> Transfer:
    plain = Transfer(
        id=name,
        priority="3h",
        ready=0,
        origin=origin,
        destinations=(DestinationOption(to),),
        unit_types=("SVA",),
        bedside=30,
        handover=20,
    )
    return msgspec.structs.replace(plain, **changes)


def a_shock(name: str, origin: str = "middle", to: str = "east", **changes: Any) -> Transfer:
    return a_transfer(name, origin, to, priority="P0", **changes)


def an_instance(
    units: tuple[Unit, ...], transfers: tuple[Transfer, ...], **changes: Any
) -> Instance:
    plain = Instance(
        parameters=Parameters(),
        locations=LINE,
        travel=line_travel(),
        units=units,
        transfers=transfers,
    )
    return msgspec.structs.replace(plain, **changes)


def random_instance(
    rng: random.Random, *, units: int, transfers: int, places: int = 6
) -> Instance:
    """Every feature of the schema, on a plane: rounding up keeps the triangle inequality."""
    spots = [(rng.uniform(0, 100), rng.uniform(0, 100)) for _ in range(places)]
    names = tuple(f"place-{index}" for index in range(places))
    ends: tuple[WhereResponseEnds, ...] = ("bedside", "arrival")
    weights = Weights(
        drive=rng.choice((0, 1, 2)),
        wait=rng.choice((0, 1)),
        coverage=rng.choice((0, 1, 3)),
        switch=rng.choice((0, 15, 40)),
        destination=rng.choice((0, 1)),
    )
    parameters = Parameters(
        window=rng.choice((60, 120, 180)),
        window_to=rng.choice(ends),
        p0_to=rng.choice(ends),
        overtime=rng.choice((0, 60)),
        drive_counts=rng.choice(("all", "empty")),
        weights=weights,
    )
    given = [f"t{index}" for index in range(transfers)]
    return Instance(
        parameters=parameters,
        locations=names,
        travel=Travel(road=_plane(spots, 1.0, 2), air=_plane(spots, 0.3, 6)),
        units=tuple(_random_unit(rng, f"u{index}", names, given) for index in range(units)),
        transfers=tuple(_random_transfer(rng, name, names) for name in given),
        beds={name: rng.randrange(3) for name in names if rng.random() < 0.4},
    )


def _plane(
    spots: list[tuple[float, float]], per_km: float, extra: int
) -> tuple[tuple[int, ...], ...]:
    return tuple(
        tuple(0 if a is b else extra + math.ceil(per_km * math.dist(a, b)) for b in spots)
        for a in spots
    )


def _random_unit(
    rng: random.Random, name: str, places: tuple[str, ...], transfers: list[str]
) -> Unit:
    flies = rng.random() < 0.25
    return Unit(
        id=name,
        type="HELI" if flies else rng.choice(("SVA", "SVI")),
        mode="air" if flies else "road",
        location=rng.choice(places),
        free_at=rng.choice((0, 3, 45)),
        shift_end=rng.choice((150, 300, 720)),
        coverage_cost=rng.choice((0, 5, 20)),
        assigned_to=rng.choice(transfers) if transfers and rng.random() < 0.4 else None,
    )


def _random_transfer(rng: random.Random, name: str, places: tuple[str, ...]) -> Transfer:
    hospitals = rng.sample(places, rng.choice((1, 1, 2)))
    return Transfer(
        id=name,
        priority=rng.choice(("P0", "3h", "3h")),
        ready=rng.randrange(-90, 40),
        origin=rng.choice(places),
        destinations=tuple(
            DestinationOption(hospital, rng.choice((0, 8))) for hospital in hospitals
        ),
        unit_types=rng.choice((("SVA", "HELI"), ("SVA", "SVI", "HELI"), ("SVA",))),
        bedside=rng.randrange(25, 46),
        handover=rng.randrange(20, 31),
    )


def fractional_instance(seed: int) -> Instance:
    """Large enough for a relaxation that is not whole."""
    rng = random.Random(seed)
    units, transfers = rng.randint(8, 14), rng.randint(10, 18)
    return random_instance(rng, units=units, transfers=transfers, places=15)


FRACTIONAL = [99, 204, 216, 347, 487, 557, 731, 1527, 1875, 2033]
"""Seeds of such instances."""
