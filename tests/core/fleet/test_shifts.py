"""Shifts are local wall time: right in winter, in summer, past midnight and between them."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.fleet import shift_end_at
from tests.builders import NOON, a_unit, at

DAY = a_unit(shift_starts=time(8), shift_ends=time(20))
NIGHT = a_unit(shift_starts=time(20), shift_ends=time(8))
EARLY = a_unit(shift_starts=time(2, 30), shift_ends=time(10))


def utc(month, day, hour, minute=0, second=0):
    return datetime(2026, month, day, hour, minute, second, tzinfo=UTC)


@pytest.mark.parametrize(
    ("unit", "now_at", "ends_at"),
    [
        (DAY, utc(11, 22, 12), utc(11, 22, 19)),
        (DAY, utc(7, 1, 12), utc(7, 1, 18)),
        (DAY, utc(11, 22, 7), utc(11, 22, 19)),
        (DAY, utc(11, 22, 18, 59, 59), utc(11, 22, 19)),
        (NIGHT, utc(11, 22, 19), utc(11, 23, 7)),
        (NIGHT, utc(11, 22, 23, 30), utc(11, 23, 7)),
        (NIGHT, utc(11, 23, 6, 59, 59), utc(11, 23, 7)),
        (NIGHT, utc(12, 31, 23), utc(1, 1, 7).replace(year=2027)),
    ],
    ids=["winter", "summer", "first", "last", "evening", "past midnight", "morning", "eve"],
)
def test_running_shift_ends_at_its_wall_time(unit, now_at, ends_at):
    assert shift_end_at(unit, now_at) == ends_at


@pytest.mark.parametrize(
    ("unit", "now_at"),
    [
        (DAY, utc(11, 22, 6, 59, 59)),
        (DAY, utc(11, 22, 19)),
        (DAY, utc(7, 1, 18)),
        (NIGHT, utc(11, 22, 7)),
        (NIGHT, utc(11, 22, 18, 59, 59)),
    ],
    ids=["before", "at its end", "summer", "morning", "evening"],
)
def test_unit_is_off_between_shifts(unit, now_at):
    assert shift_end_at(unit, now_at) is None


def test_unit_around_the_clock_never_ends():
    assert shift_end_at(a_unit(), NOON) == NOON + timedelta(days=1)


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "hours"),
    [
        (utc(3, 28, 19), utc(3, 29, 6), 11),
        (utc(10, 24, 18), utc(10, 25, 7), 13),
        (utc(3, 27, 19), utc(3, 28, 7), 12),
    ],
    ids=["march", "october", "plain"],
)
def test_night_of_changed_clocks_is_shorter_or_longer(starts_at, ends_at, hours):
    assert shift_end_at(NIGHT, starts_at) == ends_at
    assert ends_at - starts_at == timedelta(hours=hours)
    assert shift_end_at(NIGHT, starts_at - timedelta(seconds=1)) is None
    assert shift_end_at(NIGHT, ends_at) is None


def test_night_shift_lasts_through_the_hour_that_comes_twice():
    for hour in (0, 1):
        assert shift_end_at(NIGHT, utc(10, 25, hour, 30)) == utc(10, 25, 7)


def test_shift_from_an_hour_that_never_comes_starts_with_the_next():
    # 02:30 is skipped that night: the wall goes from 01:59 to 03:00.
    assert shift_end_at(EARLY, utc(3, 29, 1, 29)) is None
    assert shift_end_at(EARLY, utc(3, 29, 1, 30)) == utc(3, 29, 8)


def test_shift_from_an_hour_that_comes_twice_starts_with_the_first():
    assert shift_end_at(EARLY, utc(10, 25, 0, 29)) is None
    assert shift_end_at(EARLY, utc(10, 25, 0, 30)) == utc(10, 25, 9)


def test_day_shift_of_the_changed_day_ends_by_the_new_clock():
    assert shift_end_at(DAY, utc(3, 29, 12)) == utc(3, 29, 18)
    assert shift_end_at(DAY, utc(10, 25, 12)) == utc(10, 25, 19)


moments = st.integers(0, 60 * 24 * 730).map(at)
"""Any minute of two years."""


@given(moments)
def test_day_and_night_shifts_leave_no_gap(now_at: datetime):
    ends = [shift_end_at(unit, now_at) for unit in (DAY, NIGHT)]
    assert sum(end is not None for end in ends) == 1


@given(moments, st.times(), st.times())
def test_running_shift_ends_in_the_future_within_a_day(now_at, starts, ends):
    unit = a_unit(shift_starts=starts.replace(fold=0), shift_ends=ends.replace(fold=0))
    end_at = shift_end_at(unit, now_at)
    if end_at is not None:
        assert timedelta(0) < end_at - now_at <= timedelta(hours=25)
