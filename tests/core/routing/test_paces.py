"""How fast a unit drives at what hour."""

from datetime import UTC, datetime

import pytest

from dispatch.routing.travel.paces import LIGHTS_PEAK, NORMAL_PEAK, PACES, is_peak, pace_at
from dispatch.routing.travel.road_model import LIGHTS, NORMAL
from tests.builders import travel_times

MONDAY = 23


def in_november(day, hour, minute=0):
    """UTC; the clock in Barcelona shows an hour more."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hour", "minute", "full"),
    [
        (5, 59, False),
        (6, 0, True),
        (7, 59, True),
        (8, 0, False),
        (15, 59, False),
        (16, 0, True),
        (18, 59, True),
        (19, 0, False),
    ],
)
def test_streets_are_full_from_7_to_9_and_17_to_20(hour, minute, full):
    assert is_peak(in_november(MONDAY, hour, minute)) == full


def test_summer_follows_the_clock_on_the_wall():
    assert is_peak(datetime(2026, 7, 6, 5, 0, tzinfo=UTC))
    assert not is_peak(datetime(2026, 7, 6, 7, 0, tzinfo=UTC))


@pytest.mark.parametrize("day", [21, 22])
def test_streets_are_never_full_at_the_weekend(day):
    assert not any(is_peak(in_november(day, hour)) for hour in range(24))


@pytest.mark.parametrize(
    ("hour", "by_lights", "pace"),
    [
        (12, False, NORMAL),
        (12, True, LIGHTS),
        (6, False, NORMAL_PEAK),
        (6, True, LIGHTS_PEAK),
    ],
)
def test_pace_follows_hour_and_lights(hour, by_lights, pace):
    assert pace_at(in_november(MONDAY, hour), by_lights=by_lights) == pace
    assert pace in PACES


@pytest.mark.parametrize(("fast", "slow"), [(LIGHTS, NORMAL), (LIGHTS_PEAK, NORMAL_PEAK)])
def test_lights_are_never_slower(fast, slow):
    by_lights, normal = travel_times(fast).minutes, travel_times(slow).minutes
    assert all(
        by_lights[start][end] <= minutes
        for start, row in normal.items()
        for end, minutes in row.items()
    )


def test_full_streets_cost_time_in_the_city():
    free, full = travel_times(NORMAL), travel_times(NORMAL_PEAK)
    assert full.road_min("sant-pau", "vall-hebron") > free.road_min("sant-pau", "vall-hebron")
    assert full.road_min("calella", "mataro") < 1.3 * free.road_min("calella", "mataro")
