"""Rows and news cut to one pair of eyes, and what leaves a screen."""

import pytest

from dispatch.capacity.beds import BedKind
from dispatch.identity.actor import HEADQUARTERS
from dispatch.transfer.cut import Rows, cut, is_party, sees
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import is_open
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    SVA_1,
    SVA_2,
    T1,
    a_story,
    admin,
    analyst,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
)


def rows_of(story, after=0):
    """What changed after event ``after``, and every line since."""
    board = story.board
    return Rows(
        transfers=tuple(row for row in board.transfers.values() if row.version > after),
        # From the beginning also means the units that nothing has happened to.
        units=tuple(row for row in board.units.values() if row.version > after or not after),
        beds=tuple(row for row in board.beds.values() if row.version > after),
        lines=tuple(line for line in story.lines if line.seq > after),
    )


def seen_by(actor, story, after=0):
    still_open = [row for row in story.board.transfers.values() if is_open(row)]
    return cut(rows_of(story, after), actor, open_transfers=still_open)


def ids(units):
    return {unit.unit_id for unit in units}


def test_headquarters_gets_every_row():
    story = a_story(Stage.EN_ROUTE)
    seen = seen_by(dispatcher(), story)
    assert [each.transfer_id for each in seen.transfers] == [T1]
    assert ids(seen.units) == set(story.board.units)
    assert [(each.hospital, each.kind) for each in seen.beds] == [(MATARO, BedKind.ICU)]
    assert len(seen.events) == len(story.lines)
    assert (seen.gone, seen.gone_units) == ((), ())


def test_referring_doctor_gets_the_transfer_and_the_unit_that_comes():
    seen = seen_by(referring_doctor(CALELLA), a_story(Stage.EN_ROUTE))
    assert [each.transfer_id for each in seen.transfers] == [T1]
    assert ids(seen.units) == {SVA_1}
    assert seen.beds == ()


def test_receiving_intensivist_gets_the_own_beds_too():
    seen = seen_by(intensivist(MATARO), a_story(Stage.EN_ROUTE))
    assert [each.hospital for each in seen.beds] == [MATARO]


@pytest.mark.parametrize(
    "actor",
    [admin(), intensivist(GERMANS_TRIAS), referring_doctor(MATARO)],
    ids=lambda actor: actor.name,
)
def test_nobody_else_gets_the_transfer_or_its_events(actor):
    seen = seen_by(actor, a_story(Stage.EN_ROUTE))
    assert (seen.transfers, seen.units, seen.events) == ((), (), ())
    assert seen.gone == (T1,)


def test_crew_gets_its_unit_before_any_mission():
    seen = seen_by(crew(SVA_2), a_story(Stage.EN_ROUTE))
    assert ids(seen.units) == {SVA_2}
    assert seen.transfers == ()


@pytest.mark.parametrize("stage", [Stage.HANDED_OVER, Stage.CANCELLED])
def test_closed_transfer_leaves_every_screen(stage):
    for actor in (dispatcher(), referring_doctor(), intensivist()):
        seen = seen_by(actor, a_story(stage))
        assert seen.transfers == ()
        assert seen.gone == (T1,)


@pytest.mark.parametrize("actor", [dispatcher(), intensivist(), referring_doctor(), crew()])
def test_end_of_a_transfer_is_told_to_those_who_took_part(actor):
    story = a_story(Stage.ARRIVED)
    before = story.board.seq
    story.hand_over()
    names = [each.name for each in seen_by(actor, story, before).events]
    assert "transfer.handed-over" in names


def test_hospital_that_declined_loses_sight_at_once():
    story = a_story(Stage.ASKED)
    before = story.board.seq
    story.decline()
    seen = seen_by(intensivist(MATARO), story, before)
    assert (seen.transfers, seen.events) == ((), ())
    assert seen.gone == (T1,)


def test_unit_leaves_the_doctors_screen_after_the_handover():
    story = a_story(Stage.ARRIVED)
    before = story.board.seq
    story.hand_over()
    assert seen_by(referring_doctor(), story, before).gone_units == (SVA_1,)
    assert seen_by(crew(), story, before).gone_units == ()


def test_crew_taken_off_loses_the_transfer_and_keeps_its_unit():
    story = a_story(Stage.EN_ROUTE)
    before = story.board.seq
    story.assign(unit_id=SVA_2)
    seen = seen_by(crew(SVA_1), story, before)
    assert seen.gone == (T1,)
    assert ids(seen.units) == {SVA_1}


def test_news_of_beds_and_units_alone_go_to_headquarters():
    story = a_story()
    before = story.board.seq
    story.report_beds(MATARO, total=9, used=4)
    for actor in (dispatcher(), analyst(), HEADQUARTERS):
        assert [each.name for each in seen_by(actor, story, before).events] == [
            "capacity.reported"
        ]
    assert seen_by(intensivist(MATARO), story, before).events == ()


def test_bed_held_is_told_to_those_of_the_transfer():
    story = a_story(Stage.ASKED)
    before = story.board.seq
    story.answer()
    names = [each.name for each in seen_by(referring_doctor(), story, before).events]
    assert names == ["transfer.accepted", "capacity.bed-held"]


def test_row_on_the_board_is_short():
    (view,) = seen_by(dispatcher(), a_story()).transfers
    assert view.not_proposed == ()


def test_open_transfer_is_seen_and_a_closed_one_only_known():
    opened, closed = a_story().transfer(), a_story(Stage.CANCELLED).transfer()
    assert sees(opened, referring_doctor())
    assert not sees(closed, referring_doctor())
    assert is_party(closed, referring_doctor())
    assert not is_party(opened, intensivist(MATARO))
