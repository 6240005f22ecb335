"""Days over which something is counted."""

from datetime import UTC, date, datetime

import pytest

from dispatch.registry import Period, last_days, period
from tests.builders import refused

LATE_AT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
"""Half past midnight of the 23rd on the wall."""


def test_usual_days_end_with_the_one_on_the_wall():
    assert last_days(LATE_AT) == Period(date(2026, 10, 25), date(2026, 11, 23))
    assert last_days(LATE_AT, 1) == Period(date(2026, 11, 23), date(2026, 11, 23))


def test_what_is_not_said_is_as_usual():
    usual = last_days(LATE_AT)
    first, last = date(2026, 11, 1), date(2026, 11, 20)
    assert period(None, None, now_at=LATE_AT) == usual
    assert period(first, None, now_at=LATE_AT) == Period(first, usual.ends_on)
    assert period(None, last, now_at=LATE_AT) == Period(date(2026, 10, 22), last)


def test_day_of_the_change_of_clocks_is_whole():
    day = date(2026, 10, 25)
    one = period(day, day, now_at=LATE_AT)
    assert one.begins_at == datetime(2026, 10, 24, 22, tzinfo=UTC)
    assert one.ends_at == datetime(2026, 10, 25, 23, tzinfo=UTC)


def test_year_is_counted_and_not_a_day_more():
    last = date(2026, 11, 22)
    assert period(date(2025, 11, 22), last, now_at=LATE_AT).ends_on == last
    with refused("period_too_long", field="from", allowed=366):
        period(date(2025, 11, 21), last, now_at=LATE_AT)


def test_end_before_the_beginning_is_refused():
    with refused("period_reversed", field="to", allowed="2026-11-22"):
        period(date(2026, 11, 22), date(2026, 11, 21), now_at=LATE_AT)


@pytest.mark.parametrize(
    ("begins_on", "ends_on", "field"),
    [(date.min, None, "from"), (None, date.min, "to"), (None, date.max, "to")],
)
def test_year_that_nobody_means_is_refused(begins_on, ends_on, field):
    with refused("instant_out_of_range", field=field):
        period(begins_on, ends_on, now_at=LATE_AT)
