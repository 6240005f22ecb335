"""Instants are in UTC and minutes between them are elapsed ones, also when clocks change."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.kernel import elapsed_min, require_utc
from dispatch.kernel.instants import is_before
from tests.builders import NOON, at, refused

MADRID = ZoneInfo("Europe/Madrid")
WITHOUT_ZONE = NOON.replace(tzinfo=None)


def wall(month, day, hour, minute):
    return datetime(2026, month, day, hour, minute, tzinfo=MADRID)


SPRING_NIGHT = (wall(3, 29, 1, 30), wall(3, 29, 3, 30))
AUTUMN_NIGHT = (wall(10, 25, 1, 30), wall(10, 25, 3, 30))


def test_whole_minute_is_never_before_a_second_of_its_own():
    known_at = at(5) + timedelta(seconds=32)
    assert not is_before(at(5), known_at)
    assert is_before(at(4), known_at)
    assert is_before(at(5) + timedelta(seconds=31), known_at)
    assert not is_before(known_at, known_at)


def test_local_instant_becomes_utc():
    local = datetime(2026, 7, 1, 14, tzinfo=MADRID)
    assert require_utc(local) == datetime(2026, 7, 1, 12, tzinfo=UTC)
    assert require_utc(local).tzinfo is UTC


def test_instant_without_zone_is_refused():
    with refused("instant_without_zone", field="occurred_at"):
        require_utc(WITHOUT_ZONE, field="occurred_at")


@pytest.mark.parametrize("text", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"])
def test_instant_at_the_end_of_the_calendar_is_refused(text):
    with refused("instant_out_of_range", field="occurred_at", allowed="1900-2199"):
        require_utc(datetime.fromisoformat(text), field="occurred_at")


def test_refused_instant_names_at_by_default():
    with refused("instant_without_zone", field="at"):
        require_utc(WITHOUT_ZONE)


def test_elapsed_minutes_keep_their_fraction():
    assert elapsed_min(NOON, NOON + timedelta(seconds=90)) == 1.5


def test_elapsed_minutes_are_negative_backwards():
    assert elapsed_min(at(10), NOON) == -10


@pytest.mark.parametrize(
    ("night", "minutes"), [(SPRING_NIGHT, 60), (AUTUMN_NIGHT, 180)], ids=["march", "october"]
)
def test_night_of_changed_clocks_lasts_what_it_lasts(night, minutes):
    assert elapsed_min(*night) == minutes


def test_elapsed_minutes_need_a_zone():
    with refused("instant_without_zone"):
        elapsed_min(WITHOUT_ZONE, NOON)


@given(
    start_at=st.integers(0, 7_000_000).map(at),
    hours=st.integers(-12, 14),
    minutes=st.integers(0, 2000),
)
def test_elapsed_minutes_do_not_depend_on_the_zone(start_at, hours, minutes):
    end_at = start_at + timedelta(minutes=minutes)
    there = timezone(timedelta(hours=hours))
    assert elapsed_min(start_at.astimezone(there), end_at.astimezone(MADRID)) == minutes
