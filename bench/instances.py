"""Instances of the assignment problem from a seed.

On Catalonia, hospitals, references, bases and roads are those of ``data``; who calls and who
is free is drawn. Two runs with the same size and seed give equal instances. No bed is limited.
"""

import csv
import math
import random
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bench.sizes import Size
from dispatch.routing.problem.instance import (
    DestinationOption,
    Instance,
    Mode,
    Transfer,
    Travel,
    Unit,
)
from dispatch.routing.problem.parameters import Parameters
from dispatch.routing.travel.roads import Position, parse_roads
from dispatch.routing.travel.travel_times import build_travel_times

DATA = Path(__file__).resolve().parents[1] / "data"

PLANE_HOSPITALS, PLANE_KM, CENTRE_EVERY = 400, 900.0, 10
ROAD_DETOUR, ROAD_KMH, ROAD_FIXED_MIN = 1.3, 80, 2
AIR_KMH, AIR_FIXED_MIN = 220, 12

# Shares of the transfers and of the units, all proposed.
CHILD_SHARE, SHOCK_SHARE, CHOICE_SHARE, NURSE_SHARE = 0.07, 0.5, 0.1, 0.5
DOCTOR_SHARE = 0.6
BUSY_SHARE, ON_ROAD_SHARE, GIVEN_SHARE, SHORT_SHIFT_SHARE = 0.20, 0.15, 0.5, 0.25


class Hospital(NamedTuple):
    """Where patients are taken from and, where its level allows, to."""

    code: str
    adult: str
    child: str
    receives_adults: bool
    receives_children: bool


class Land(NamedTuple):
    """Hospitals and bases with the minutes between all of them."""

    hospitals: tuple[Hospital, ...]
    bases: tuple[str, ...]
    locations: tuple[str, ...]
    travel: Travel


class Group(NamedTuple):
    """Who sends adults, or children, and who may receive them."""

    senders: tuple[tuple[str, str], ...]
    receivers: tuple[str, ...]


def instance_of(size: Size, seed: int, /) -> Instance:
    """The instance that this size and seed stand for."""
    land = catalonia() if size.map == "catalonia" else plane(seed)
    rng = random.Random(f"{size.name}-{seed}")
    groups = (_group(land, child=False), _group(land, child=True))
    transfers = tuple(_transfer(rng, f"t{index}", groups) for index in range(size.transfers))
    return Instance(
        parameters=Parameters(),
        locations=land.locations,
        travel=land.travel,
        units=_units(rng, land, transfers, size=size),
        transfers=transfers,
        name=f"{size.name}-{seed}",
        description=f"{size.label}, drawn from seed {seed}",
    )


@cache
def catalonia() -> Land:
    """The hospitals and bases of ``data`` and the travel times between them."""
    rows, bases = _rows("hospitals.csv"), _rows("bases.csv")
    receives = {"SEP-2a", "SEP-2b"}
    hospitals = tuple(
        Hospital(
            row["code"],
            row["adult_ref_sep2a"],
            row["paediatric_ref_sep2a"],
            row["adult_level"] in receives,
            row["paediatric_level"] in receives,
        )
        for row in rows
    )
    places = {row["code"]: (float(row["lat"]), float(row["lon"])) for row in rows}
    places |= {row["id"]: (float(row["lat"]), float(row["lon"])) for row in bases}
    roads = parse_roads(
        (DATA / "roads_nodes.csv").read_bytes(), (DATA / "roads_edges.csv").read_bytes()
    )
    times = build_travel_times(roads, places)
    names = tuple(places)
    road = tuple(tuple(times.minutes[a][b] for b in names) for a in names)
    air = tuple(tuple(times.air_min(a, b) for b in names) for a in names)
    return Land(hospitals, tuple(row["id"] for row in bases), names, Travel(road, air))


def plane(seed: int, /) -> Land:
    """Hospitals at random, each also a base; every tenth receives those nearest to it."""
    rng = random.Random(seed)
    spots: list[Position] = [
        (rng.uniform(0, PLANE_KM), rng.uniform(0, PLANE_KM)) for _ in range(PLANE_HOSPITALS)
    ]
    names = tuple(f"h{index:03}" for index in range(PLANE_HOSPITALS))
    centres = range(0, PLANE_HOSPITALS, CENTRE_EVERY)
    hospitals = []
    for index, name in enumerate(names):
        away = {each: math.dist(spots[each], spots[index]) for each in centres}
        centre = names[min(centres, key=away.__getitem__)]
        hospitals.append(Hospital(name, centre, centre, index in away, index in away))
    road = _minutes(spots, ROAD_DETOUR * 60 / ROAD_KMH, ROAD_FIXED_MIN)
    air = _minutes(spots, 60 / AIR_KMH, AIR_FIXED_MIN)
    return Land(tuple(hospitals), names, names, Travel(road, air))


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _minutes(
    spots: list[Position], min_per_km: float, fixed_min: int
) -> tuple[tuple[int, ...], ...]:
    """Rounded up, so that no detour is shorter; 0 to the place itself."""
    return tuple(
        tuple(
            0 if here is there else fixed_min + math.ceil(min_per_km * math.dist(here, there))
            for there in spots
        )
        for here in spots
    )


def _group(land: Land, *, child: bool) -> Group:
    def reference(each: Hospital) -> str:
        return each.child if child else each.adult

    return Group(
        tuple(
            (each.code, reference(each))
            for each in land.hospitals
            if reference(each) not in {"", each.code}
        ),
        tuple(
            each.code
            for each in land.hospitals
            if (each.receives_children if child else each.receives_adults)
        ),
    )


def _transfer(rng: random.Random, name: str, groups: tuple[Group, Group]) -> Transfer:
    child = rng.random() < CHILD_SHARE
    shock = rng.random() < SHOCK_SHARE
    group = groups[child]
    sender, reference = rng.choice(group.senders)
    if child:
        types: tuple[str, ...] = ("PED",)
    elif shock or rng.random() >= NURSE_SHARE:
        types = ("SVA", "HELI")
    else:
        types = ("SVA", "SVI", "HELI")
    return Transfer(
        id=name,
        priority="P0" if shock else "3h",
        ready=rng.randint(-60, 30),
        origin=sender,
        destinations=_hospitals(rng, group, sender, reference=reference),
        unit_types=types,
        bedside=rng.randint(30, 45) if shock else rng.randint(25, 40),
        handover=rng.randint(20, 30),
    )


def _hospitals(
    rng: random.Random, group: Group, sender: str, *, reference: str
) -> tuple[DestinationOption, ...]:
    """The reference centre; for one in ten another agreed beside it, at a price."""
    others = [each for each in group.receivers if each not in {reference, sender}]
    chosen = [DestinationOption(reference)]
    if others and rng.random() < CHOICE_SHARE:
        chosen.append(DestinationOption(rng.choice(others), 20))
    return tuple(chosen)


def _units(
    rng: random.Random, land: Land, transfers: tuple[Transfer, ...], *, size: Size
) -> tuple[Unit, ...]:
    plain = size.units - size.paediatric - size.helicopters
    doctors = round(DOCTOR_SHARE * plain)
    types = ["SVA"] * doctors + ["SVI"] * (plain - doctors)
    types += ["PED"] * size.paediatric + ["HELI"] * size.helicopters
    codes = tuple(each.code for each in land.hospitals)
    left = list(transfers)
    return tuple(_unit(rng, f"u{n}", kind, land, (codes, left)) for n, kind in enumerate(types))


def _unit(
    rng: random.Random,
    name: str,
    kind: str,
    land: Land,
    given: tuple[tuple[str, ...], list[Transfer]],
) -> Unit:
    """Idle at its base, busy until a known time at a hospital, or on the road, some with a
    transfer that no other unit was given.
    """
    codes, left = given
    mode: Mode = "air" if kind == "HELI" else "road"
    location = rng.choice(land.bases)
    free_at = rng.randint(10, 15) if mode == "air" else rng.randint(2, 5)
    assigned: str | None = None
    lot = rng.random()
    if lot < BUSY_SHARE:
        location, free_at = rng.choice(codes), rng.randint(20, 100)
    elif lot < BUSY_SHARE + ON_ROAD_SHARE:
        location, free_at = rng.choice(land.locations), 0
        if rng.random() < GIVEN_SHARE:
            assigned = _given(rng, kind, left)
    short = rng.random() < SHORT_SHIFT_SHARE
    return Unit(
        id=name,
        type=kind,
        mode=mode,
        location=location,
        free_at=free_at,
        shift_end=rng.choice((180, 210, 240)) if short else 900,
        coverage_cost=rng.choice((0, 2, 5, 10, 20)),
        assigned_to=assigned,
    )


def _given(rng: random.Random, kind: str, left: list[Transfer]) -> str | None:
    """A transfer this type may take, removed from ``left``; None when there is none."""
    able = [index for index, each in enumerate(left) if kind in each.unit_types]
    return left.pop(rng.choice(able)).id if able else None
