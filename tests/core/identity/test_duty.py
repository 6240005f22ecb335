"""Who is on duty: shifts are instants, said by the clock on the wall."""

from datetime import UTC, datetime, timedelta

import pytest

from dispatch.identity.duty import (
    Post,
    ended,
    on_duty,
    require_shift,
    runs,
    shift_of,
)
from dispatch.identity.wall_clock import wall_instant
from tests.builders import GERMANS_TRIAS, MATARO, NOON, an_actor, at, intensivist, refused
from tests.builders import on_duty as a_shift

OTHER = an_actor(intensivist().role, name="Dr. Roca", hospital=MATARO)
NIGHT = a_shift(intensivist(), starts_at=at(0), ends_at=at(60))


@pytest.mark.parametrize(
    ("minutes", "running"), [(-1, False), (0, True), (59, True), (60, False)]
)
def test_shift_runs_from_its_start_until_before_its_end(minutes, running):
    assert runs(NIGHT, at(minutes)) is running


def test_duty_is_of_one_hospital_in_the_order_of_the_posts():
    shifts = [
        a_shift(intensivist(), Post.HEAD, name="Zoe"),
        a_shift(intensivist(), Post.SECOND, name="Eva"),
        a_shift(intensivist(), Post.FIRST, name="Pau"),
        a_shift(intensivist(), Post.FIRST, name="Laia"),
        a_shift(intensivist(GERMANS_TRIAS)),
        a_shift(intensivist(), Post.FIRST, name="Gone", ends_at=NOON),
    ]
    found = on_duty(shifts, MATARO, at=NOON)
    assert [shift.name for shift in found] == ["Laia", "Pau", "Eva", "Zoe"]


def test_person_on_duty_is_found_by_who_they_are():
    shifts = (a_shift(OTHER), NIGHT)
    assert shift_of(shifts, intensivist().person_id) == NIGHT


def test_person_off_duty_is_told_who_is_on():
    twice = (a_shift(OTHER), a_shift(OTHER, Post.HEAD))
    with refused("not_on_duty", allowed="Dr. Roca"):
        shift_of(twice, intensivist().person_id)
    with refused("not_on_duty", allowed="-"):
        shift_of((), intensivist().person_id)


def test_shift_is_kept_in_utc():
    zone = wall_instant(datetime.fromisoformat("2026-11-22T14:00"), field="x").astimezone(UTC)
    shift = require_shift(a_shift(intensivist(), starts_at=zone, ends_at=at(120)), NOON)
    assert (shift.starts_at, shift.starts_at.tzinfo) == (at(60), UTC)


@pytest.mark.parametrize(
    ("code", "starts_at", "ends_at"),
    [
        ("shift_order", at(60), at(60)),
        ("shift_order", at(60), at(59)),
        ("shift_over", at(-60), at(0)),
        ("shift_too_long", at(0), at(31 * 24 * 60 + 1)),
        ("instant_without_zone", at(0).replace(tzinfo=None), at(60)),
    ],
)
def test_impossible_shift_is_refused(code, starts_at, ends_at):
    with refused(code):
        require_shift(a_shift(intensivist(), starts_at=starts_at, ends_at=ends_at), NOON)


def test_shift_of_a_month_is_allowed():
    month = a_shift(intensivist(), starts_at=at(0), ends_at=at(31 * 24 * 60))
    assert require_shift(month, NOON) == month


def test_shift_ended_early_keeps_its_start():
    early = ended(NIGHT, at(30), by="Dr. Roca")
    assert (early.starts_at, early.ends_at, early.ended_by) == (at(0), at(30), "Dr. Roca")


def test_shift_withdrawn_before_its_start_never_runs():
    none = ended(NIGHT, at(-30), by="Dr. Roca")
    assert not any(runs(none, at(minute)) for minute in range(-60, 90))
    with refused("shift_over"):
        ended(none, at(-20), by="Dr. Roca")


def test_shift_that_is_over_cannot_be_ended():
    with refused("shift_over", field="shift_id"):
        ended(NIGHT, at(60), by="Dr. Roca")


@pytest.mark.parametrize(
    ("starts", "ends", "hours"),
    [
        (
            datetime.fromisoformat("2026-10-24T20:00"),
            datetime.fromisoformat("2026-10-25T08:00"),
            13,
        ),
        (
            datetime.fromisoformat("2027-03-27T20:00"),
            datetime.fromisoformat("2027-03-28T08:00"),
            11,
        ),
        (
            datetime.fromisoformat("2026-11-21T20:00"),
            datetime.fromisoformat("2026-11-22T08:00"),
            12,
        ),
    ],
)
def test_night_has_the_hours_the_clocks_give_it(starts, ends, hours):
    """25 October 2026 and 28 March 2027 are the nights on which clocks change."""
    night = wall_instant(ends, field="e", latest=True) - wall_instant(starts, field="s")
    assert night == timedelta(hours=hours)


def test_hour_that_comes_twice_leaves_no_gap():
    twice = datetime.fromisoformat("2026-10-25T02:30")
    ends_at = wall_instant(twice, field="ends_at", latest=True)
    starts_at = wall_instant(twice, field="starts_at")
    assert starts_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert ends_at - starts_at == timedelta(hours=1)


def test_hour_that_is_left_out_is_refused():
    with refused("wall_time_missing", field="starts_at", value="2027-03-28T02:30"):
        wall_instant(datetime.fromisoformat("2027-03-28T02:30"), field="starts_at")


@pytest.mark.parametrize("year", [1, 9999])
def test_shift_at_the_end_of_the_calendar_is_refused(year):
    with refused("instant_out_of_range", field="starts_at"):
        wall_instant(datetime(year, 1, 1), field="starts_at")  # noqa: DTZ001 -- of the wall
