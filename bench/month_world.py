"""The region of a simulated month: places, units, patients and the units' other work.

Everything random is drawn before, by seed and name, so that every policy meets the same month
(common random numbers). Shares and rates are those of the design's demand model; all proposed.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from dispatch.assessment.priority import Condition, Priority
from dispatch.fleet.types import Mode, UnitType
from dispatch.fleet.unit import Unit
from dispatch.kernel.ids import HospitalCode
from dispatch.main import read_region, units_of
from dispatch.network.levels import Care, Level
from dispatch.network.network import Network, offer, reference
from dispatch.routing.travel.road_model import LIGHTS
from dispatch.routing.travel.roads import Position
from dispatch.routing.travel.travel_source import TravelNow
from dispatch.routing.travel.travel_times import Spot, build_travel_times
from dispatch.simulation.demand import CHILDREN, FAILURE, SHOCK, UPGRADES

BEGIN_AT = datetime(2026, 11, 2, tzinfo=UTC)
DAY_MIN = 1440.0
PER_DAY = 4.5
"""Transfers a day in the nominal region."""

DAY_RATIO = 1.4
"""Transfers by day (8 to 20 h) to those by night."""

BUSY_SHARE, OUTING_MIN = 0.85, 60.0
"""Of a unit's time other work takes so much, in outings of that mean (gamma, shape 4)."""

NOISE = 0.12
"""Sigma of the lognormal by which a drive differs from its minutes."""


@dataclass(frozen=True)
class Patient:
    """A transfer agreed at minute ``agreed_min``."""

    name: str
    agreed_min: float
    care: Care
    condition: Condition
    priority: Priority
    referring: HospitalCode
    receiving: HospitalCode


@dataclass
class Minutes:
    """The program's own travel minutes, remembered; free flow around the clock."""

    real: TravelNow
    known: dict[tuple[Spot, Spot, bool], int] = field(default_factory=dict)
    flown: dict[tuple[Spot, Spot], int] = field(default_factory=dict)

    def knows(self, spot: Spot) -> bool:
        """Whether it is on the map."""
        return self.real.knows(spot)

    def position(self, spot: Spot) -> Position:
        """Where a place is."""
        return self.real.position(spot)

    def air_min(self, start: Spot, end: Spot) -> int:
        """Whole minutes by helicopter."""
        key = (start, end)
        if key not in self.flown:
            self.flown[key] = self.real.air_min(start, end)
        return self.flown[key]

    def road_min(self, start: Spot, end: Spot, *, by_lights: bool = False) -> int:
        """Whole minutes by road."""
        key = (start, end, by_lights)
        if key not in self.known:
            self.known[key] = self.real.road_min(start, end, by_lights=by_lights)
        return self.known[key]


@dataclass(frozen=True)
class Region:
    """What no seed changes."""

    network: Network
    units: tuple[Unit, ...]
    travel: Minutes


@dataclass(frozen=True)
class Month:
    """What one seed draws: patients in order, and each unit's outings in order."""

    seed: int
    patients: tuple[Patient, ...]
    outings: Mapping[str, tuple[tuple[float, float], ...]]


def instant(minute: float) -> datetime:
    """The instant so many minutes after the month's begin."""
    return BEGIN_AT + timedelta(minutes=minute)


def region() -> Region:
    """The region of the data files, with all units that may carry such patients."""
    read = read_region()
    places = dict(read.travel.places)
    lights = build_travel_times(read.roads, places, pace=LIGHTS)
    now = TravelNow(free=read.travel, normal=read.travel, lights=lights)
    units = tuple(unit for unit in units_of(read) if unit.unit_type is not UnitType.SVB)
    return Region(read.network, units, Minutes(now))


def month(where: Region, *, seed: int, load: float, days: float) -> Month:
    """One month's draw. More ``load`` is another draw, not the same with more patients."""
    patients = tuple(_patients(where.network, seed, load, days))
    outings = {
        str(unit.unit_id): tuple(_outings(Random(f"outings:{seed}:{unit.unit_id}"), days))
        for unit in where.units
    }
    return Month(seed, patients, outings)


def noise(seed: int, *names: object) -> float:
    """The factor on one drive: the same for the same names, whatever the policy."""
    return math.exp(Random(f"noise:{seed}:{names}").gauss(0.0, NOISE))


def nominal_min(travel: Minutes, mode: Mode, start: Spot, end: str, *, lights: bool) -> int:
    """Minutes of a drive as the program expects them."""
    if mode is Mode.AIR:
        return travel.air_min(start, end)
    return travel.road_min(start, end, by_lights=lights)


def _patients(network: Network, seed: int, load: float, days: float) -> Iterator[Patient]:
    """Poisson by thinning: the rate of the day is the highest."""
    random = Random(f"patients:{seed}:{load}")
    night = 2 * PER_DAY * load / (1 + DAY_RATIO) / DAY_MIN
    minute, number = 0.0, 0
    while (minute := minute + random.expovariate(night * DAY_RATIO)) < days * DAY_MIN:
        by_day = 8 * 60 <= minute % DAY_MIN < 20 * 60
        if by_day or random.random() * DAY_RATIO < 1:
            number += 1
            yield _patient(network, random, f"T{number:05}", minute)


def _patient(network: Network, random: Random, name: str, minute: float) -> Patient:
    care = Care.PAEDIATRIC if random.random() < CHILDREN else Care.ADULT
    upgrade = random.random() < UPGRADES
    needed = Level.SEP_2B if upgrade else Level.SEP_2A
    own = Level.SEP_2A if upgrade else Level.SEP_1
    senders = [
        each.code
        for each in network.hospitals.values()
        if (offered := offer(each, care)) is not None
        and offered.level is own
        and reference(network, each.code, care=care, level=needed) not in {None, each.code}
    ]
    referring = random.choice(senders)
    receiving = reference(network, referring, care=care, level=needed)
    assert receiving is not None
    drawn = random.random()
    condition = Condition.SEPSIS
    if drawn < SHOCK + FAILURE:
        condition = Condition.SEPTIC_SHOCK if drawn < SHOCK else Condition.MULTI_ORGAN_FAILURE
    ill = condition is not Condition.SEPSIS
    priority = Priority.ZERO if ill else Priority.THREE_HOURS
    return Patient(name, minute, care, condition, priority, referring, receiving)


def _outings(random: Random, days: float) -> Iterator[tuple[float, float]]:
    """Other work, one outing after the other, begun long before so that its phase is any."""
    idle_min = OUTING_MIN * (1 - BUSY_SHARE) / BUSY_SHARE
    minute = -10 * OUTING_MIN * random.random() - 5 * OUTING_MIN
    while minute < days * DAY_MIN:
        start = minute + random.expovariate(1 / idle_min)
        minute = start + random.gammavariate(4.0, OUTING_MIN / 4)
        if minute > 0:
            yield start, minute
