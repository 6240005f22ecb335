"""What the log tells of beds, applied one event at a time."""

import msgspec
import pytest

from dispatch.capacity import (
    BedHeld,
    BedKind,
    BedOccupied,
    BedReleased,
    BedsClosed,
    BedsOpened,
    BedsOverridden,
    BedTaken,
    BedVacated,
    CapacityReported,
    Closure,
    apply_to_beds,
    free_beds,
)
from dispatch.kernel import TransferId
from tests.builders import MATARO, NOON, at, refused, some_beds

T1 = TransferId("T1")
OF_MATARO = (MATARO, BedKind.ICU)
CLOSED = BedsClosed(*OF_MATARO, "outbreak", at(120), "Dra. Puig")


def reported(total=14, used=13, *, is_closed=False):
    return CapacityReported(
        *OF_MATARO, total=total, used=used, is_closed=is_closed, reported_by="Dra. Puig"
    )


def test_report_dates_and_signs_the_news():
    after = apply_to_beds(some_beds(), reported(), occurred_at=at(30))
    assert (after.total, after.used) == (14, 13)
    assert (after.reported_at, after.reported_by) == (at(30), "Dra. Puig")


def test_old_report_closes_a_unit_until_it_is_opened():
    closed = apply_to_beds(some_beds(), reported(is_closed=True), occurred_at=NOON)
    assert closed.closure == Closure("", "Dra. Puig", NOON, ends_at=None)
    assert apply_to_beds(closed, reported(), occurred_at=at(5)).closure == closed.closure


def test_report_out_of_range_changes_nothing():
    with refused("beds_out_of_range", field="used"):
        apply_to_beds(some_beds(), reported(total=4, used=5), occurred_at=NOON)


def test_agreement_holds_a_bed():
    after = apply_to_beds(some_beds(), BedHeld(*OF_MATARO, T1), occurred_at=at(30))
    assert (after.held, free_beds(after)) == (1, 3)


def test_holding_a_bed_is_no_news_of_capacity():
    after = apply_to_beds(some_beds(), BedHeld(*OF_MATARO, T1), occurred_at=at(30))
    assert after.reported_at == NOON


def test_cancelled_transfer_frees_its_bed():
    held = some_beds(held=1)
    assert apply_to_beds(held, BedReleased(*OF_MATARO, T1), occurred_at=NOON) == some_beds()


def test_arrived_patient_uses_the_bed():
    after = apply_to_beds(some_beds(held=1), BedOccupied(*OF_MATARO, T1), occurred_at=NOON)
    assert (after.used, after.held) == (7, 0)


def test_bed_is_not_used_after_all():
    after = apply_to_beds(some_beds(), BedVacated(*OF_MATARO, T1), occurred_at=NOON)
    assert (after.used, after.held) == (5, 0)
    with refused("no_bed_used"):
        apply_to_beds(some_beds(used=0), BedVacated(*OF_MATARO, T1), occurred_at=NOON)


@pytest.mark.parametrize("event", [BedReleased(*OF_MATARO, T1), BedOccupied(*OF_MATARO, T1)])
def test_bed_not_held_can_not_be_given_up(event):
    with refused("no_bed_held"):
        apply_to_beds(some_beds(), event, occurred_at=NOON)


@pytest.mark.parametrize(
    ("event", "tag"),
    [
        (reported(), "capacity.reported"),
        (BedHeld(*OF_MATARO, T1), "capacity.bed-held"),
        (BedReleased(*OF_MATARO, T1), "capacity.bed-released"),
        (BedOccupied(*OF_MATARO, T1), "capacity.bed-occupied"),
        (BedTaken(*OF_MATARO, T1), "capacity.bed-taken"),
        (BedVacated(*OF_MATARO, T1), "capacity.bed-vacated"),
        (CLOSED, "capacity.closed"),
        (BedsOpened(*OF_MATARO), "capacity.opened"),
        (BedsOverridden(*OF_MATARO, T1, ("closed",), "no other"), "capacity.overridden"),
    ],
    ids=lambda value: value if isinstance(value, str) else "event",
)
def test_event_is_written_under_its_own_word(event, tag):
    written = msgspec.json.encode(event)
    assert msgspec.json.decode(written)["type"] == tag
    assert msgspec.json.decode(written, type=type(event)) == event


def test_event_with_an_unknown_field_is_not_read():
    written = msgspec.json.encode({"type": "capacity.bed-held", "hospital": "x", "bed": 7})
    with pytest.raises(msgspec.ValidationError, match="bed"):
        msgspec.json.decode(written, type=BedHeld)


def test_closure_keeps_reason_author_and_end():
    after = apply_to_beds(some_beds(), CLOSED, occurred_at=at(5))
    assert after.closure == Closure("outbreak", "Dra. Puig", at(5), at(120))


def test_opening_ends_a_closure():
    closed = apply_to_beds(some_beds(), CLOSED, occurred_at=at(5))
    assert apply_to_beds(closed, BedsOpened(*OF_MATARO), occurred_at=at(9)).closure is None


def test_closure_counts_who_overrides_it():
    closed = apply_to_beds(some_beds(), CLOSED, occurred_at=at(5))
    over = BedsOverridden(*OF_MATARO, T1, ("closed",), "no other ICU")
    after = apply_to_beds(closed, over, occurred_at=at(9))
    assert after.closure is not None
    assert (after.closure.overridden, after.overridden) == (1, 1)


def test_asking_a_full_unit_counts_on_no_closure():
    closed = apply_to_beds(some_beds(), CLOSED, occurred_at=at(5))
    over = BedsOverridden(*OF_MATARO, T1, ("full",), "they will open one")
    for before, counted in ((closed, closed.closure), (some_beds(), None)):
        after = apply_to_beds(before, over, occurred_at=at(9))
        assert (after.closure, after.overridden) == (counted, 1)


def test_patient_without_a_held_bed_lies_in_one_all_the_same():
    after = apply_to_beds(some_beds(used=10), BedTaken(*OF_MATARO, T1), occurred_at=NOON)
    assert (after.total, after.used, after.held, free_beds(after)) == (10, 11, 0, 0)
