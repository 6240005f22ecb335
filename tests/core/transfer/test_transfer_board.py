"""The board follows from the log alone: one event, one row, one number."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from dispatch.capacity.beds import BedKind, Beds
from dispatch.capacity.events import BedHeld, BedOccupied, BedReleased, CapacityReported
from dispatch.fleet.unit import Activity, status_change
from dispatch.kernel.ids import TransferId, UnitId
from dispatch.transfer.board import (
    Board,
    Recorded,
    apply_event,
    record_on,
    require_transfer,
    require_unit,
    row_of,
    version_of,
)
from dispatch.transfer.stage import Stage
from tests.builders import (
    MATARO,
    NOON,
    SVA_1,
    Story,
    a_board,
    a_story,
    a_transfer,
    a_unit,
    at,
    crew,
    dispatcher,
    refused,
    some_beds,
)

T1 = TransferId("T1")
ICU = (MATARO, BedKind.ICU)


def line(event, seq=1):
    return Recorded(
        seq=seq,
        event=event,
        actor_id="x",
        actor_name="X",
        actor_role="dispatcher",
        occurred_at=NOON,
        recorded_at=NOON,
    )


@pytest.mark.parametrize(
    "event",
    [
        CapacityReported(*ICU, total=1, used=0, reported_by="x"),
        BedHeld(*ICU, T1),
        BedReleased(*ICU, T1),
        BedOccupied(*ICU, T1),
    ],
    ids=lambda event: type(event).__name__,
)
def test_event_of_beds_touches_the_row_of_the_hospital(event):
    assert row_of(event) == ICU


def test_event_of_a_unit_touches_its_row():
    assert row_of(status_change(a_unit(), Activity.STATION)) == SVA_1


@pytest.mark.parametrize("stage", Stage)
def test_every_other_event_touches_its_transfer(stage):
    for each in a_story(stage).lines:
        assert row_of(each.event) in {T1, SVA_1, ICU}


def test_row_carries_the_number_of_its_last_event():
    story = a_story(Stage.ARRIVED)
    for key in (T1, SVA_1, ICU):
        last = max(each.seq for each in story.lines if row_of(each.event) == key)
        assert version_of(story.board, key) == last


@pytest.mark.parametrize("key", [TransferId("T9"), UnitId("SVA-99"), ICU])
def test_row_that_is_not_there_has_version_0(key):
    assert version_of(Board(), key) == 0


def test_log_is_numbered_without_gaps():
    story = a_story(Stage.HANDED_OVER)
    assert [each.seq for each in story.lines] == list(range(1, len(story.lines) + 1))
    assert story.board.seq == len(story.lines)


def test_log_goes_on_from_the_boards_number():
    board = replace(a_board(), seq=41)
    event = status_change(a_unit(), Activity.OUT_OF_SERVICE)
    after, lines = record_on(
        board, (event, event), actor=dispatcher(), occurred_at=NOON, recorded_at=NOON
    )
    assert [each.seq for each in lines] == [42, 43]
    assert (after.seq, after.units[SVA_1].version) == (43, 43)


def test_line_says_who_when_and_when_written():
    event = status_change(a_unit(), Activity.OUT_OF_SERVICE)
    _, (written,) = record_on(
        a_board(), (event,), actor=crew(), occurred_at=NOON, recorded_at=at(7)
    )
    assert (written.actor_id, written.actor_role) == (crew().person_id, "crew")
    assert written.actor_name == crew().name
    assert (written.occurred_at, written.recorded_at) == (NOON, at(7))


def test_board_before_is_never_touched():
    before = a_board(beds=(some_beds(),))
    units, beds = dict(before.units), dict(before.beds)
    story = Story(before)
    story.request()
    story.bring_to(Stage.HANDED_OVER)
    assert (before.seq, before.transfers) == (0, {})
    assert (before.units, before.beds) == (units, beds)


def test_log_told_again_makes_the_same_board():
    story = a_story(Stage.HANDED_OVER)
    board = a_board()
    for each in story.lines:
        board = apply_event(board, each)
    assert board == story.board


def test_first_event_of_beds_makes_their_row():
    board = apply_event(Board(), line(BedHeld(*ICU, T1)))
    assert board.beds[ICU] == Beds(*ICU, held=1, version=1)


def test_report_is_dated_by_when_it_was_said():
    said_at = NOON - timedelta(minutes=20)
    event = CapacityReported(*ICU, total=9, used=2, reported_by="x")
    board = apply_event(Board(), replace(line(event), occurred_at=said_at, recorded_at=NOON))
    assert board.beds[ICU].reported_at == said_at


def test_unit_nobody_knows_has_no_status():
    with refused("unknown_unit", field="unit_id", value="SVA-01"):
        apply_event(Board(), line(status_change(a_unit(), Activity.STATION)))


def test_transfer_is_not_requested_twice():
    story = a_story()
    with refused("requested_twice", number="CSI-T1"):
        apply_event(story.board, replace(story.lines[0], seq=3))


def test_event_of_an_unknown_transfer_is_refused():
    story = a_story(Stage.ASKED)
    with refused("unknown_transfer", field="transfer_id"):
        apply_event(Board(), story.lines[-1])


def test_refused_event_takes_the_whole_command_with_it():
    story = a_story(Stage.ACCEPTED)
    before = story.board
    status = status_change(story.unit(), Activity.OUT_OF_SERVICE)
    with refused("no_bed_held"):
        story.record((status, BedReleased(MATARO, BedKind.PICU, T1)), by=dispatcher())
    assert story.board is before
    assert before.units[SVA_1].activity is Activity.STATION


def test_known_transfer_and_unit_are_found():
    story = a_story()
    assert require_transfer(story.board, T1) == a_transfer()
    assert require_unit(story.board, SVA_1) == a_unit()


def test_unknown_transfer_and_unit_are_refused():
    with refused("unknown_transfer", field="transfer_id"):
        require_transfer(Board(), T1)
    with refused("unknown_unit", field="unit_id", value="SVA-01"):
        require_unit(Board(), SVA_1)
