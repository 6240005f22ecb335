"""A small network, its units and its people, and values with defaults. Nothing has happened.

Hospitals and roads are read from files, so that minutes are real ones.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from dispatch.assessment.priority import Condition
from dispatch.capacity.beds import BedKind, Beds
from dispatch.checklist.questions import CURRENT
from dispatch.checklist.verdict import Answer
from dispatch.fleet.position import Position
from dispatch.fleet.types import Mode, UnitType
from dispatch.fleet.unit import Unit, UnitStatusChanged
from dispatch.identity.actor import Actor
from dispatch.identity.duty import Post, Shift
from dispatch.identity.roles import Role
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode, PersonId, TransferId, UnitId
from dispatch.network.levels import Care
from dispatch.network.network import Network
from dispatch.network.parse_hospitals import parse_hospitals
from dispatch.routing.travel.paces import pace_at
from dispatch.routing.travel.road_model import NORMAL, Pace
from dispatch.routing.travel.roads import Roads, parse_roads
from dispatch.routing.travel.travel_source import TravelNow
from dispatch.routing.travel.travel_times import TravelTimes, build_travel_times
from dispatch.transfer.board import Board
from dispatch.transfer.decide_request import Request
from dispatch.transfer.events import Event, Step

REPOSITORY = Path(__file__).parent.parent
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
"""A Sunday, 13:00 on the wall in Barcelona."""

T1, T2 = TransferId("T1"), TransferId("T2")
CALELLA = HospitalCode("calella")
MATARO = HospitalCode("mataro")
GERMANS_TRIAS = HospitalCode("germans-trias")
VALL_HEBRON = HospitalCode("vall-hebron")
SANT_PAU = HospitalCode("sant-pau")
BASES = {
    "base-mataro": (41.540, 2.440),
    "base-badalona": (41.450, 2.240),
    "base-vall-hebron": (41.428, 2.145),
}
SVA_1, SVA_2 = UnitId("SVA-01"), UnitId("SVA-02")
SVI_1, SVB_1 = UnitId("SVI-01"), UnitId("SVB-01")
PED_1, HELI_1 = UnitId("PED-01"), UnitId("HELI-01")

ALL_YES: Mapping[str, Answer] = {each.question_id: Answer.YES for each in CURRENT.questions}
JOURNEY: tuple[Step, ...] = ("notified", "en_route", "at_patient", "departed", "arrived")


def at(minutes: float) -> datetime:
    """So many minutes after noon."""
    return NOON + timedelta(minutes=minutes)


@contextmanager
def refused(code: str, *, field: str | None = None, **facts: Any) -> Iterator[None]:
    """The block is refused with this code, and with this field and these facts if given."""
    with pytest.raises(Refused) as caught:
        yield
    assert caught.value.code == code
    assert field in {None, caught.value.field}
    assert {name: caught.value.facts.get(name) for name in facts} == facts


@cache
def a_network() -> Network:
    """Eleven hospitals between Barcelona and the coast north of it."""
    return parse_hospitals((REPOSITORY / "tests/data/small_hospitals.csv").read_bytes())


@cache
def some_roads() -> Roads:
    """The main roads of the data files."""
    data = REPOSITORY / "data"
    return parse_roads(
        (data / "roads_nodes.csv").read_bytes(), (data / "roads_edges.csv").read_bytes()
    )


@cache
def travel_times(pace: Pace = NORMAL) -> TravelTimes:
    """Among the hospitals of the network and three bases."""
    places = dict(BASES)
    for each in a_network().hospitals.values():
        places[each.code] = (each.lat, each.lon)
    return build_travel_times(some_roads(), places, pace=pace)


def travel_now(now_at: datetime = NOON) -> TravelNow:
    """By the embedded roads alone."""
    return TravelNow(
        free=travel_times(),
        normal=travel_times(pace_at(now_at, by_lights=False)),
        lights=travel_times(pace_at(now_at, by_lights=True)),
    )


def an_actor(
    role: Role,
    *,
    name: str = "",
    hospital: str | None = None,
    unit_id: str | None = None,
) -> Actor:
    """Somebody in that role; the same place gives the same person."""
    person = "-".join(part for part in (role.value, hospital, unit_id) if part)
    return Actor(
        person_id=PersonId(name or person),
        name=name or person,
        role=role,
        hospital=None if hospital is None else HospitalCode(hospital),
        unit_id=None if unit_id is None else UnitId(unit_id),
    )


def dispatcher() -> Actor:
    return an_actor(Role.DISPATCHER)


def coordinating_doctor() -> Actor:
    return an_actor(Role.COORDINATING_DOCTOR)


def analyst() -> Actor:
    return an_actor(Role.ANALYST)


def admin() -> Actor:
    return an_actor(Role.ADMIN)


def referring_doctor(hospital: str = CALELLA) -> Actor:
    return an_actor(Role.REFERRING_DOCTOR, hospital=hospital)


def intensivist(hospital: str = MATARO) -> Actor:
    return an_actor(Role.INTENSIVIST, hospital=hospital)


def on_duty(actor: Actor, post: Post = Post.FIRST, **changes: Any) -> Shift:
    """The shift of that person at their hospital, a day before noon to a day after."""
    assert actor.hospital is not None
    plain = Shift(
        shift_id=f"{actor.person_id} as {post}",
        hospital=actor.hospital,
        person_id=actor.person_id,
        name=actor.name,
        post=post,
        starts_at=NOON - timedelta(days=1),
        ends_at=NOON + timedelta(days=1),
        added_by="tests",
        added_at=NOON - timedelta(days=2),
    )
    return replace(plain, **changes)


def crew(unit_id: str = SVA_1) -> Actor:
    return an_actor(Role.CREW, unit_id=unit_id)


def a_unit(unit_id: str = SVA_1, **changes: Any) -> Unit:
    """A road unit of the kind its call sign says, around the clock, waiting at its base."""
    kind = UnitType(unit_id.partition("-")[0])
    plain = Unit(
        unit_id=UnitId(unit_id),
        unit_type=kind,
        mode=Mode.AIR if kind is UnitType.HELI else Mode.ROAD,
        base_id="base-mataro",
        shift_starts=time(0),
        shift_ends=time(0),
    )
    return replace(plain, **changes)


def some_beds(hospital: str = MATARO, kind: BedKind = BedKind.ICU, **changes: Any) -> Beds:
    """Ten beds of which six are used, reported at noon."""
    plain = Beds(
        hospital=HospitalCode(hospital),
        kind=kind,
        total=10,
        used=6,
        reported_at=NOON,
        reported_by="tests",
    )
    return replace(plain, **changes)


def a_position(unit_id: str = SVA_1, **changes: Any) -> Position:
    """On the motorway near Mataró, at noon."""
    plain = Position(unit_id=UnitId(unit_id), lat=41.55, lon=2.43, seen_at=NOON)
    return replace(plain, **changes)


def a_board(*units: Unit, beds: Iterable[Beds] = ()) -> Board:
    """Nothing open. Without ``units``, one or two of each kind wait at their bases."""
    waiting = units or (
        a_unit(SVA_1),
        a_unit(SVA_2, base_id="base-badalona"),
        a_unit(SVI_1),
        a_unit(SVB_1),
        a_unit(PED_1, base_id="base-vall-hebron"),
        a_unit(
            HELI_1,
            base_id="base-vall-hebron",
            shift_starts=time(8),
            shift_ends=time(20),
        ),
    )
    return Board(
        units={unit.unit_id: unit for unit in waiting},
        beds={(row.hospital, row.kind): row for row in beds},
    )


def a_request(**changes: Any) -> Request:
    """An adult in Calella with sepsis who needs an ICU."""
    plain = Request(
        referring=CALELLA,
        care=Care.ADULT,
        condition=Condition.SEPSIS,
        patient_reference="NHC 1",
        contact_phone="+34 937 690 201",
        bedside="Urgències, box 3",
        has_treatment_limits=False,
    )
    return replace(plain, **changes)


def status_of(events: Iterable[Event]) -> UnitStatusChanged:
    """The one change of a unit's status among the events."""
    (status,) = (event for event in events if isinstance(event, UnitStatusChanged))
    return status
