"""Where the minutes of a drive come from: a live router, the embedded roads, a straight line.

The ladder goes down drive by drive: what a router left out, or said that can't be, is taken
from the embedded roads, and what those can't say from the straight line. Every drive tells its
rung. Routers answer for a car in free flow; lights and the hour change their minutes by the
share by which they change those of the embedded roads.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from math import ceil
from typing import NamedTuple, Protocol

from dispatch.routing.travel.road_model import NEIGHBOURS_MIN, Pace, are_neighbours
from dispatch.routing.travel.roads import Position, straight_km
from dispatch.routing.travel.travel_times import Spot, TravelTimes


class Rung(StrEnum):
    """Where minutes come from, best first."""

    OSRM = "osrm"
    VALHALLA = "valhalla"
    MATRIX = "matrix"
    STRAIGHT_LINE = "straight_line"


LONGEST_MIN = 600
"""No drive of the region takes as long: more is an error of whoever says it."""

FASTEST_KMH, SNAPPED_S = 150, 60
"""Faster than this in a straight line, but for a minute lost where a router moves a position to
its nearest road, nobody drives: the router took two places for one.
"""

OFF_ROADS_KM = 40
"""Farther than this from every junction the embedded roads say nothing of a position."""

STRAIGHT_FACTOR, STRAIGHT_KMH, STRAIGHT_FIXED_MIN = 1.4, 80.0, 5.0
"""The straight line: mean error 16 % against the remembered drives (``data/README.md``)."""


class Drive(NamedTuple):
    """Whole minutes of a drive, 0 to 600, and who says so."""

    minutes: int
    rung: Rung


class Asked(NamedTuple):
    """From each of these spots to each of those."""

    starts: tuple[Spot, ...]
    ends: tuple[Spot, ...]


class Answer(NamedTuple):
    """Free-flow seconds as a router gave them, by start and end; None where it gave none."""

    rung: Rung
    seconds: tuple[tuple[float | None, ...], ...]
    map_version: str = ""


Live = Mapping[tuple[Spot, Spot], float]
"""Free-flow seconds a live router gave, by start and end."""


@dataclass(frozen=True)
class TravelNow:
    """Travel as of one moment: the embedded roads at its hour, and a router's answers if any.

    ``free`` are the embedded roads in free flow; ``normal`` and ``lights`` at this hour.
    """

    free: TravelTimes
    normal: TravelTimes
    lights: TravelTimes
    live: Live = field(default_factory=dict)
    live_rung: Rung = Rung.MATRIX
    map_version: str = ""

    def knows(self, spot: Spot) -> bool:
        """Whether it is on the map; a position always is."""
        return self.free.knows(spot)

    def position(self, spot: Spot) -> Position:
        """Where a place is; a position stands for itself."""
        return self.free.position(spot)

    def air_min(self, start: Spot, end: Spot) -> int:
        """Whole minutes by helicopter: no router and no hour changes them."""
        return self.free.air_min(start, end)

    def road_min(self, start: Spot, end: Spot, *, by_lights: bool = False) -> int:
        """Whole minutes by road, from the best rung that can say."""
        return self.drive(start, end, by_lights=by_lights).minutes

    def drive(self, start: Spot, end: Spot, *, by_lights: bool = False) -> Drive:
        """The drive, with the rung it comes from. Raises ``Refused("unknown_place")``."""
        paced = self.lights if by_lights else self.normal
        apart_km = straight_km(self.position(start), self.position(end))
        if start == end:
            return Drive(0, self.live_rung)
        embedded_min = _embedded_min(paced, start, end)
        found_s = self.live.get((start, end))
        if found_s is not None and is_believable(found_s, apart_km):
            share = _share(self.free, start, end, paced_min=embedded_min, pace=paced.pace)
            minutes = ceil(round(found_s / 60 * share, 6))
            return Drive(min(LONGEST_MIN, max(NEIGHBOURS_MIN, minutes)), self.live_rung)
        if embedded_min is not None:
            return Drive(embedded_min, Rung.MATRIX)
        return Drive(straight_min(apart_km, paced.pace), Rung.STRAIGHT_LINE)

    def with_answer(self, asked: Asked, answer: Answer | None) -> "TravelNow":
        """The same with a router's answer, whose rows must be those that were asked."""
        if answer is None:
            return self
        live = {
            (start, end): found_s
            for start, row in zip(asked.starts, answer.seconds, strict=True)
            for end, found_s in zip(asked.ends, row, strict=True)
            if found_s is not None
        }
        return replace(self, live=live, live_rung=answer.rung, map_version=answer.map_version)


class TravelSource(Protocol):
    """What gives travel at a moment. Neither fails: the ladder always has one rung more."""

    async def at(self, now_at: datetime) -> TravelNow:
        """By the embedded roads alone."""
        ...

    async def ask(self, travel: TravelNow, asked: Asked) -> TravelNow:
        """With a live router's answers for these drives, if one is there and answers."""
        ...


def worst_rung(drives: Iterable[Drive]) -> Rung:
    """The lowest rung among these drives; of none, the embedded roads."""
    order = tuple(Rung)
    return max((each.rung for each in drives), key=order.index, default=Rung.MATRIX)


def sound_seconds(
    rows: object, starts: int, ends: int
) -> tuple[tuple[float | None, ...], ...] | None:
    """A router's table, its unsound cells (null, negative, endless, no number) left out.

    None when it has not as many rows and columns as were asked: then no cell can be trusted.
    """
    if not isinstance(rows, list) or len(rows) != starts:
        return None
    if any(not isinstance(row, list) or len(row) != ends for row in rows):
        return None
    return tuple(tuple(_sound(cell) for cell in row) for row in rows)


def is_believable(found_s: float, apart_km: float) -> bool:
    """Whether a car can do that: not faster than 150 km/h in a straight line."""
    return apart_km * 3600 <= FASTEST_KMH * (found_s + SNAPPED_S)


def straight_min(apart_km: float, pace: Pace) -> int:
    """Minutes by 1.4 times the straight line at 80 km/h and 5 more, rounded up."""
    drive_min = STRAIGHT_FACTOR * apart_km / STRAIGHT_KMH * 60
    return min(LONGEST_MIN, ceil(STRAIGHT_FIXED_MIN * pace.city + drive_min * pace.road))


def _sound(cell: object) -> float | None:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return None
    return float(cell) if 0 <= cell <= LONGEST_MIN * 60 else None


def _embedded_min(travel: TravelTimes, start: Spot, end: Spot) -> int | None:
    """Minutes by the embedded roads; None where they say nothing or nonsense."""
    if are_neighbours(travel.position(start), travel.position(end)):
        return NEIGHBOURS_MIN
    if isinstance(start, str) and not isinstance(end, str):
        # The embedded roads lead to named places; the way back is taken to be as long.
        start, end = end, start
    if not isinstance(end, str) or not _is_on_roads(travel, start):
        return None
    minutes = travel.road_min(start, end)
    return minutes if minutes <= LONGEST_MIN else None


def _is_on_roads(travel: TravelTimes, start: Spot) -> bool:
    if isinstance(start, str):
        return True
    return any(straight_km(start, at) <= OFF_ROADS_KM for at in travel.junctions.values())


def _share(
    free: TravelTimes, start: Spot, end: Spot, *, paced_min: int | None, pace: Pace
) -> float:
    """By how much this pace changes the minutes of free flow on this drive."""
    free_min = _embedded_min(free, start, end)
    if paced_min is None or free_min is None:
        return max(pace.city, pace.road)
    return paced_min / free_min
