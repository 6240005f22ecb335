"""Where a unit is along its way. Pure: the minute comes in, the place comes out."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import atan2, cos, degrees, radians

from dispatch.fleet import Mode
from dispatch.kernel import elapsed_min
from dispatch.routing.travel.travel_times import Spot, TravelTimes, Waypoint

START_AIR_MIN = 6
"""Of the fixed minutes of a flight, those before the helicopter moves over the map."""


@dataclass(frozen=True)
class Place:
    """A point in WGS 84 degrees; ``heading_deg`` None while standing."""

    lat: float
    lon: float
    heading_deg: float | None = None


@dataclass(frozen=True)
class Trip:
    """A way being travelled since ``started_at`` at ``pace`` times the travel times.

    ``purpose`` says what for: a trip of another purpose replaces it.
    """

    way: tuple[Waypoint, ...]
    started_at: datetime
    purpose: str
    pace: float = 1.0

    def is_over(self, now_at: datetime) -> bool:
        """Whether the end is reached."""
        return self.minute(now_at) >= self.way[-1].minute

    def minute(self, now_at: datetime) -> float:
        """Minutes of the way behind the unit, by the travel times."""
        return elapsed_min(self.started_at, now_at) * self.pace

    def place(self, now_at: datetime) -> Place:
        """Where it is."""
        return place_along(self.way, self.minute(now_at))


def way_between(
    travel: TravelTimes, mode: Mode, start: Spot, *, end: str
) -> tuple[Waypoint, ...]:
    """The way by the unit's own means; its last minute is that of the travel times."""
    if mode is Mode.ROAD:
        return travel.path(start, end)
    first, last = travel.position(start), travel.position(end)
    total_min = travel.air_min(start, end)
    lift_min = min(START_AIR_MIN, total_min / 2)
    return (
        Waypoint(*first, 0),
        Waypoint(*first, lift_min),
        Waypoint(*last, total_min - lift_min),
        Waypoint(*last, total_min),
    )


def there_and_back(
    there: Sequence[Waypoint], back: Sequence[Waypoint], *, stay_min: float
) -> tuple[Waypoint, ...]:
    """One way, some minutes at its end, and another way on from there."""
    leaves_min = there[-1].minute + stay_min
    onward = (Waypoint(p.lat, p.lon, leaves_min + p.minute) for p in back)
    return (*there, *onward)


def place_along(way: Sequence[Waypoint], minute: float) -> Place:
    """The place after so many minutes; before the start and after the end it stands there."""
    if minute <= way[0].minute:
        return Place(way[0].lat, way[0].lon)
    if minute >= way[-1].minute:
        return Place(way[-1].lat, way[-1].lon)
    index = bisect_right(way, minute, key=lambda point: point.minute)
    before, after = way[index - 1], way[index]
    share = (minute - before.minute) / (after.minute - before.minute)
    return Place(
        lat=before.lat + (after.lat - before.lat) * share,
        lon=before.lon + (after.lon - before.lon) * share,
        heading_deg=_heading(before, after),
    )


def _heading(start: Waypoint, end: Waypoint) -> float | None:
    """Clockwise from north, None between two equal points."""
    if (start.lat, start.lon) == (end.lat, end.lon):
        return None
    east = (end.lon - start.lon) * cos(radians(start.lat))
    return degrees(atan2(east, end.lat - start.lat)) % 360
