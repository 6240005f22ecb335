"""A time told by the clock on the wall: nobody guesses the day."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.identity.wall_clock import (
    LAST_EVENING_H,
    WALL,
    NeverWas,
    WhichDay,
    read_day,
    read_time,
    read_wall,
    told_instant,
)

SLIP_S = 120


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def told(shown, now):
    return told_instant(time.fromisoformat(shown), now_at=utc(now), slip_s=SLIP_S)


def test_time_earlier_than_now_is_today():
    assert told("12:05", "2026-11-22T12:00") == utc("2026-11-22T11:05")


@pytest.mark.parametrize("shown", ["00:00", "04:40", "12:00"])
def test_time_long_ago_is_still_that_of_today(shown):
    """At 16:35 an antibiotic of midnight "had not come yet"."""
    expected = datetime.fromisoformat(f"2026-11-22T{shown}").replace(tzinfo=WALL)
    assert told(shown, "2026-11-22T15:35") == expected.astimezone(UTC)


@pytest.mark.parametrize("now_h", range(24))
@pytest.mark.parametrize("shown_h", range(24))
def test_every_hour_told_at_every_hour_is_the_last_one_or_is_asked_about(shown_h, now_h):
    now_at = datetime(2026, 11, 22, now_h, 35, tzinfo=WALL)
    found = told_instant(time(shown_h), now_at=now_at, slip_s=SLIP_S)
    is_past = shown_h <= now_h
    last_at = datetime(2026, 11, 22 if is_past else 21, shown_h, tzinfo=WALL)
    comes_within_h = (last_at - now_at).total_seconds() / 3600 + 24
    is_last_evening = not is_past and comes_within_h >= 24 - LAST_EVENING_H
    is_plain = (is_past and comes_within_h > LAST_EVENING_H) or is_last_evening
    assert found == (last_at if is_plain else WhichDay(last_at.astimezone(UTC)))


def test_time_before_midnight_told_after_it_was_yesterday():
    assert told("23:50", "2026-11-29T23:10") == utc("2026-11-29T22:50")
    assert told("21:30", "2026-11-29T23:30") == utc("2026-11-29T20:30")


@pytest.mark.parametrize(
    ("shown", "now"),
    [
        ("01:27", "2026-11-30T00:25:10"),
        ("14:05", "2026-11-30T13:03"),
        ("00:01", "2026-11-30T22:59:30"),
    ],
)
def test_two_minutes_ahead_are_now_and_never_yesterday(shown, now):
    """At 01:25 a nurse's watch said 01:27: stored as yesterday, and "done in time"."""
    assert told(shown, now) == utc(now)


@pytest.mark.parametrize(
    ("shown", "now", "last"),
    [
        ("01:50", "2026-11-30T00:35", "2026-11-29T00:50"),
        ("14:06", "2026-11-30T13:03", "2026-11-29T13:06"),
        ("00:10", "2026-11-30T22:55", "2026-11-29T23:10"),
        ("21:00", "2026-11-30T07:00", "2026-11-29T20:00"),
        ("21:00", "2026-11-29T23:30", "2026-11-29T20:00"),
    ],
)
def test_time_that_has_not_come_asks_for_the_day(shown, now, last):
    assert told(shown, now) == WhichDay(utc(last))


@pytest.mark.parametrize("now", ["2027-03-28T00:50", "2027-03-28T01:10", "2027-03-28T20:00"])
def test_hour_that_never_was_is_refused(now):
    """On 28 March 2027 clocks go from 02:00 to 03:00."""
    assert told("02:30", now) == NeverWas(datetime(2027, 3, 28, 2, 30))  # noqa: DTZ001 -- a wall


def test_hour_left_out_the_day_before_is_not_asked_about():
    assert told("02:30", "2027-03-28T23:00") == NeverWas(datetime(2027, 3, 28, 2, 30))  # noqa: DTZ001 -- a wall


def test_hour_left_out_tomorrow_harms_nothing_today():
    assert told("02:30", "2027-03-27T15:00") == utc("2027-03-27T01:30")


def test_hour_shown_twice_is_the_last_one_past():
    """25 October 2026: at the second 2:40, 2:30 was ten minutes ago, not seventy."""
    assert told("02:30", "2026-10-25T01:40") == utc("2026-10-25T01:30")
    assert told("02:50", "2026-10-25T01:40") == utc("2026-10-25T00:50")


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001 -- given its zone below
    st.times(),
)
def test_what_is_told_shows_that_time_and_lies_no_more_than_a_day_back(now, shown):
    now_at = now.replace(tzinfo=UTC)
    shown = shown.replace(second=0, microsecond=0)
    found = told_instant(shown, now_at=now_at, slip_s=SLIP_S)
    if isinstance(found, datetime) and found != now_at:
        assert found.astimezone(WALL).time() == shown
        assert 0 <= (now_at - found).total_seconds() <= 22 * 3600
    if isinstance(found, WhichDay):
        assert found.last_at.astimezone(WALL).time() == shown
        assert found.last_at <= now_at


@pytest.mark.parametrize(
    ("written", "read"),
    [
        *(("14:05", time(14, 5)), ("9:05", time(9, 5)), ("14.05", time(14, 5))),
        *(("1405", time(14, 5)), (" 23h59 ", time(23, 59)), ("14:05:30", time(14, 5))),
        *(("24:00", None), ("12:60", None), ("14", None), ("T14", None), ("", None)),
        *(("14:05+02:00", None), ("１４:05", None), ("2026-11-22T14:05", None)),
    ],
)
def test_time_is_read_as_people_write_it(written, read):
    assert read_time(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-11-22T20:00", datetime(2026, 11, 22, 20)),  # noqa: DTZ001 -- a wall
        ("2026-11-22 20:00:00", datetime(2026, 11, 22, 20)),  # noqa: DTZ001 -- a wall
        *(("2026-11-22", None), ("20261122T20", None), ("2026-W48-1T20:00", None)),
        *(("2026-11-22T20:00Z", None), ("2026-02-30T20:00", None), ("", None)),
    ],
)
def test_day_and_time_are_read_as_browsers_send_them(written, read):
    assert read_wall(written) == read


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        (" 22/11/2026 ", date(2026, 11, 22)),
        ("2.1.2026", date(2026, 1, 2)),
        ("2-1-2026", date(2026, 1, 2)),
        ("30/02/2026", None),
        ("11/22/2026", None),
        ("2026-13-01", None),
        ("22/11/26", None),
        ("soon", None),
        ("", None),
    ],
)
def test_day_is_read_as_browsers_send_it_and_as_people_write_it(written, expected):
    assert read_day(written) == expected
