"""A crew that was sent: when it sets out and how much of its way is left, by its promise."""

import pytest
from msgspec.structs import replace

from dispatch.fleet.unit import Activity
from dispatch.transfer.promised import (
    NOT_YET_MOVING,
    OVERSTATED_MIN,
    left_min,
    promised_min,
    sets_out_min,
)
from dispatch.transfer.stage import Stage
from tests.builders import NOON, a_transfer, a_unit, at

SENT = replace(a_transfer(Stage.EN_ROUTE), expected_bedside_at=at(30))
UNPROMISED = replace(SENT, expected_bedside_at=None)


def left(seen_min, *, row=SENT, activity=Activity.EN_ROUTE, now_at=NOON):
    return left_min(a_unit(activity=activity), row, seen_min=seen_min, now_at=now_at)


def sets_out(activity, *, row=SENT, drive_min=20):
    unit = a_unit(activity=activity)
    return sets_out_min(unit, row, drive_min=drive_min, now_at=NOON)


@pytest.mark.parametrize(("minute", "promised"), [(0, 30), (29.6, 0), (30, 0), (50, 0)])
def test_promise_that_has_passed_is_no_minutes_away(minute, promised):
    assert promised_min(SENT, at(minute)) == promised


def test_transfer_without_a_promise_has_none():
    assert promised_min(UNPROMISED, NOON) is None


@pytest.mark.parametrize(
    ("seen_min", "expected_min"),
    [(25, 25), (30, 30), (35, 30), (30 + OVERSTATED_MIN, 30), (50, 50 - OVERSTATED_MIN)],
)
def test_way_left_is_the_promise_as_far_as_the_position_allows(seen_min, expected_min):
    assert left(seen_min) == expected_min


def test_way_left_without_a_promise_is_what_the_position_says():
    assert left(35, row=UNPROMISED) == 35


@pytest.mark.parametrize("activity", sorted(NOT_YET_MOVING))
def test_crew_that_does_not_move_yet_is_where_it_is_seen(activity):
    assert left(35, activity=activity) == 35


@pytest.mark.parametrize("activity", sorted(NOT_YET_MOVING))
def test_crew_sets_out_in_time_for_its_promise(activity):
    assert sets_out(activity) == 10
    assert sets_out(activity, drive_min=40) == 0


def test_crew_without_a_promise_can_set_out_now():
    assert sets_out(Activity.DISPATCHED, row=UNPROMISED) == 0


def test_crew_on_its_way_has_set_out():
    assert sets_out(Activity.EN_ROUTE) == 0
