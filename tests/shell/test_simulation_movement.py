"""Where a simulated unit is along its way."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.fleet import Mode
from dispatch.routing.travel.travel_times import Waypoint
from dispatch.simulation.movement import Trip, place_along, there_and_back, way_between
from tests.builders import NOON
from tests.desk_world import region

NORTH = (Waypoint(41.0, 2.0, 0), Waypoint(41.2, 2.0, 10), Waypoint(41.2, 2.4, 30))


@pytest.mark.parametrize(
    ("minute", "lat", "lon", "heading"),
    [
        (-5, 41.0, 2.0, None),
        (0, 41.0, 2.0, None),
        (5, 41.1, 2.0, 0),
        (10, 41.2, 2.0, 90),
        (20, 41.2, 2.2, 90),
        (30, 41.2, 2.4, None),
        (99, 41.2, 2.4, None),
    ],
)
def test_unit_is_where_its_minutes_have_brought_it(minute, lat, lon, heading):
    place = place_along(NORTH, minute)
    assert (place.lat, place.lon) == pytest.approx((lat, lon))
    assert place.heading_deg == (None if heading is None else pytest.approx(heading))


@given(st.floats(0, 30))
def test_unit_never_leaves_the_box_around_its_way(minute):
    place = place_along(NORTH, minute)
    assert 41.0 <= place.lat <= 41.2 + 1e-9
    assert 2.0 <= place.lon <= 2.4 + 1e-9


def test_road_way_takes_the_minutes_of_the_travel_times():
    travel = region().travel
    way = way_between(travel, Mode.ROAD, "calella", end="mataro")
    assert way[-1].minute == travel.road_min("calella", "mataro")
    assert (way[-1].lat, way[-1].lon) == travel.position("mataro")


def test_helicopter_flies_straight_and_lifts_off_first():
    travel = region().travel
    way = way_between(travel, Mode.AIR, "olot", end="vall-hebron")
    total_min = travel.air_min("olot", "vall-hebron")
    assert way[-1].minute == total_min
    assert place_along(way, 5).heading_deg is None
    half = place_along(way, total_min / 2)
    lat_start, lat_end = travel.position("olot")[0], travel.position("vall-hebron")[0]
    assert half.lat == pytest.approx((lat_start + lat_end) / 2)


def test_helicopter_to_where_it_stands_goes_nowhere():
    way = way_between(region().travel, Mode.AIR, "olot", end="olot")
    assert place_along(way, 1).heading_deg is None


def test_round_trip_stays_as_long_as_told():
    back = tuple(Waypoint(p.lat, p.lon, 30 - p.minute) for p in reversed(NORTH))
    way = there_and_back(NORTH, back, stay_min=12)
    assert way[-1].minute == 72
    assert place_along(way, 36) == place_along(NORTH, 30)
    assert (way[-1].lat, way[-1].lon) == (41.0, 2.0)


def test_trip_at_double_pace_is_over_in_half_the_time():
    trip = Trip(NORTH, NOON, "test", pace=2)
    assert not trip.is_over(NOON + timedelta(minutes=14.9))
    assert trip.is_over(NOON + timedelta(minutes=15))
    assert trip.place(NOON + timedelta(minutes=2.5)) == place_along(NORTH, 5)
