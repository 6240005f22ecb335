"""held + free + used = total + overbooked at every instant, and unknown stays unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dispatch.capacity import (
    BedKind,
    Beds,
    Closure,
    closure_now,
    expires_at,
    free_beds,
    free_now,
    hold_bed,
    occupy_bed,
    overbooked,
    release_bed,
    report_beds,
    require_closure_end,
    speaks_against,
)
from dispatch.capacity.beds import NEWS_EXPIRE_MIN
from dispatch.kernel import Refused
from tests.builders import MATARO, NOON, at, refused, some_beds

NEVER_REPORTED = Beds(MATARO, BedKind.ICU)


def test_free_beds_are_what_is_left():
    assert free_beds(some_beds(total=10, used=6, held=1)) == 3


def test_beds_nobody_reported_are_unknown_not_free():
    assert free_beds(NEVER_REPORTED) is None


def test_beds_held_before_any_report_stay_unknown():
    assert free_beds(hold_bed(NEVER_REPORTED)) is None


def test_report_replaces_the_counts():
    after = report_beds(some_beds(total=10, used=6), total=12, used=9)
    assert (after.total, after.used, after.held) == (12, 9, 0)


def test_report_leaves_beds_held():
    after = report_beds(some_beds(held=2), total=12, used=9)
    assert (after.total, after.held, free_beds(after)) == (12, 2, 1)


def test_report_without_room_for_held_beds_makes_none():
    after = report_beds(some_beds(held=2), total=10, used=9)
    assert (after.total, free_beds(after), overbooked(after)) == (10, 0, 1)


@pytest.mark.parametrize("total", [-1, 501])
def test_total_out_of_range_is_refused(total):
    with refused("beds_out_of_range", field="total", value=total, allowed="0-500"):
        report_beds(some_beds(), total=total, used=0)


@pytest.mark.parametrize("total", [0, 1, 499, 500])
def test_total_at_its_limits_is_accepted(total):
    assert report_beds(some_beds(), total=total, used=0).total == total


@pytest.mark.parametrize("used", [-1, 11])
def test_more_used_than_there_are_is_refused(used):
    with refused("beds_out_of_range", field="used", value=used, allowed="0-10"):
        report_beds(some_beds(), total=10, used=used)


@pytest.mark.parametrize("used", [0, 10])
def test_none_or_all_used_is_accepted(used):
    assert report_beds(some_beds(), total=10, used=used).used == used


def test_held_bed_is_no_longer_free():
    before = some_beds(total=10, used=6)
    assert free_beds(hold_bed(before)) == 3
    assert hold_bed(before).total == 10


def test_agreement_beyond_the_last_report_makes_no_bed():
    held = hold_bed(some_beds(total=10, used=10))
    assert (held.total, free_beds(held), overbooked(held)) == (10, 0, 1)


def test_nothing_is_promised_too_often_where_nobody_ever_reported():
    assert overbooked(hold_bed(NEVER_REPORTED)) == 0


def test_released_bed_is_free_again():
    before = some_beds()
    assert release_bed(hold_bed(before)) == before


def test_bed_promised_beyond_the_report_is_not_free_when_released():
    full = some_beds(total=10, used=10)
    assert release_bed(hold_bed(full)) == full


def test_occupied_bed_moves_from_held_to_used():
    after = occupy_bed(some_beds(total=10, used=6, held=2))
    assert (after.held, after.used, after.total) == (1, 7, 10)


@pytest.mark.parametrize("change", [release_bed, occupy_bed])
def test_bed_not_held_is_neither_released_nor_occupied(change):
    with refused("no_bed_held", hospital=MATARO):
        change(some_beds(held=0))


def test_change_never_touches_the_row_it_came_from():
    before = some_beds(held=1)
    for change in (hold_bed, release_bed, occupy_bed):
        change(before)
    assert before == some_beds(held=1)


counts = st.integers(-2, 12)
changes = st.lists(
    st.sampled_from(("hold", "release", "occupy")) | st.tuples(counts, counts), max_size=20
)


def _after(beds: Beds, change: str | tuple[int, int]) -> Beds:
    if isinstance(change, tuple):
        reported = report_beds(beds, total=change[0], used=change[1])
        return some_beds(total=reported.total, used=reported.used, held=reported.held)
    return {"hold": hold_bed, "release": release_bed, "occupy": occupy_bed}[change](beds)


@given(changes)
def test_beds_always_add_up(sequence: list[str | tuple[int, int]]):
    beds = NEVER_REPORTED
    for change in sequence:
        try:
            beds = _after(beds, change)
        except Refused:
            continue
        assert min(beds.total, beds.used, beds.held, overbooked(beds)) >= 0
        free = free_beds(beds)
        assert (free is None) == (beds.reported_at is None)
        if free is not None:
            assert free * overbooked(beds) == 0
            assert beds.held + free + beds.used == beds.total + overbooked(beds)


def test_report_by_itself_does_not_date_the_news():
    # The instant of a report comes with its event, not with its counts.
    assert report_beds(NEVER_REPORTED, total=4, used=1).reported_at is None
    assert some_beds().reported_at == NOON


def test_news_is_unknown_once_old_and_never_free():
    beds = some_beds(total=10, used=6)
    assert expires_at(beds) == at(NEWS_EXPIRE_MIN)
    assert free_now(beds, at(NEWS_EXPIRE_MIN)) == 4
    assert free_now(beds, at(NEWS_EXPIRE_MIN + 0.1)) is None


def test_news_that_never_came_does_not_expire():
    assert expires_at(NEVER_REPORTED) is None
    assert free_now(NEVER_REPORTED, NOON) is None


CLOSURE = Closure("outbreak", "Dra. Puig", NOON, ends_at=at(60))


def test_closure_ends_by_itself():
    beds = some_beds(closure=CLOSURE)
    assert closure_now(beds, at(59.9)) == CLOSURE
    assert closure_now(beds, at(60)) is None


def test_closure_without_an_end_lasts():
    lasting = replace(CLOSURE, ends_at=None)
    assert closure_now(some_beds(closure=lasting), at(10_000)) == lasting


def test_open_unit_has_no_closure():
    assert closure_now(some_beds(), NOON) is None


@pytest.mark.parametrize(
    ("beds", "found"),
    [
        (some_beds(), ()),
        (some_beds(closure=CLOSURE), ("closed",)),
        (some_beds(used=10), ("full",)),
        (some_beds(used=9, held=1, closure=CLOSURE), ("closed", "full")),
        (some_beds(used=10, reported_at=at(-31)), ()),
        (NEVER_REPORTED, ()),
    ],
    ids=["free", "closed", "full", "both", "full-long-ago", "never-reported"],
)
def test_only_what_is_known_speaks_against_a_bed(beds, found):
    assert speaks_against(beds, NOON) == found


@pytest.mark.parametrize("minutes", [1, 72 * 60])
def test_closure_can_last_up_to_three_days(minutes):
    require_closure_end(at(minutes), NOON)


@pytest.mark.parametrize("minutes", [-1, 0, 72 * 60 + 1])
def test_closure_without_a_sensible_end_is_refused(minutes):
    with refused("closure_end", field="ends_at", most_h=72):
        require_closure_end(at(minutes), NOON)
