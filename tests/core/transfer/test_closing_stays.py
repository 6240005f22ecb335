"""What forbids to take a closing back: something has followed from it, or it is another's."""

from typing import get_args

import pytest
from msgspec.structs import replace

from dispatch.fleet.unit import Activity
from dispatch.identity.patient import IdentifierKind
from dispatch.transfer.closed import Closing
from dispatch.transfer.closing_back import CLOSING_OF, back_until, may_take_back, view_ended
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.parts import Described, Twin
from dispatch.transfer.stage import CLOSED, Stage
from dispatch.transfer.transfer import waiting_unit
from tests.builders import (
    SANT_PAU,
    SVA_1,
    SVA_2,
    Story,
    a_story,
    analyst,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)

HERE = (41.58, 2.55)
WOMAN = Described("female", 68)


def kinds(story):
    return [each.kind for each in open_decisions(story.transfer())]


def but_version(row):
    return replace(row, version=0, proposal=None)


def test_receiving_team_has_confirmed():
    story = a_story(Stage.HANDED_OVER)
    story.confirm_part("receiver_took_over", by=intensivist())
    with refused("closing_confirmed", number="CSI-T1"):
        story.reopen()


def test_handover_told_by_the_receiving_team_is_its_own_to_take_back():
    story = a_story(Stage.ARRIVED)
    before = story.transfer()
    story.hand_over(by=intensivist())
    with refused("closing_of_others"):
        story.reopen(by=crew())
    story.reopen(by=intensivist())
    assert but_version(story.transfer()) == but_version(before)


def test_outcome_was_told():
    story = a_story(Stage.HANDED_OVER)
    story.resolve("ward")
    with refused("closing_resolved", number="CSI-T1"):
        story.reopen()


def test_way_back_was_asked_for():
    story = a_story(Stage.HANDED_OVER)
    story.request_return()
    with refused("closing_return_asked", number="CSI-T1"):
        story.reopen()


def test_patient_has_another_transfer_by_now():
    story = a_story(Stage.CANCELLED)
    story.request("T2", patient_reference="NHC T1")
    with refused("patient_requested_again", number="CSI-T2"):
        story.reopen()
    story.cancel("T2")
    story.reopen()


def test_known_twin_of_the_same_patient_goes_on_beside_it():
    story = a_story(patient_reference="NHC 1")
    story.request("T2", patient_reference="NHC 1")
    twin = replace(story.transfer("T2"), twins=(Twin("CSI-T1", "same"),))
    story.board.transfers[twin.transfer_id] = twin
    story.cancel()
    story.reopen()
    assert story.transfer().stage is Stage.REQUESTED


@pytest.mark.parametrize(
    ("kind", "asked"), [(IdentifierKind.CIP, ["duplicate_patient"]), (None, [])]
)
def test_look_alike_opened_meanwhile_is_asked_about(kind, asked):
    story = a_story()
    row = replace(story.transfer(), identified_by=kind, described=WOMAN)
    story.board.transfers[row.transfer_id] = row
    story.cancel()
    story.request("T2")
    other = replace(story.transfer("T2"), identified_by=IdentifierKind.RECORD, described=WOMAN)
    story.board.transfers[other.transfer_id] = other
    story.reopen()
    assert kinds(story) == asked


def test_unit_that_has_the_patient_serves_another_transfer():
    story = a_story(Stage.HANDED_OVER)
    story.request("T2")
    story.bring_to(Stage.ACCEPTED, "T2")
    story.report_status(SVA_1, Activity.STATION)
    story.assign("T2", SVA_1)
    with refused("closing_unit_elsewhere", unit=SVA_1, number="CSI-T2"):
        story.reopen()
    story.release("T2")
    story.reopen()
    assert story.transfer().unit_id == SVA_1


def test_unit_that_works_for_somebody_else_does_not_have_the_patient():
    story = a_story(Stage.HANDED_OVER)
    story.report_status(SVA_1, Activity.OTHER_MISSION)
    with refused("closing_unit_elsewhere", unit=SVA_1, number="-"):
        story.reopen()


def test_crew_that_waited_has_gone():
    story = a_story(Stage.DEPARTED)
    story.fail(position=HERE)
    story.die()
    story.report_status(SVA_1, Activity.STATION)
    with refused("unit_moved_on", unit=SVA_1):
        story.reopen()


def test_crew_that_waits_has_the_patient_again():
    story = a_story(Stage.DEPARTED)
    story.fail(position=HERE)
    story.assign(unit_id=SVA_2)
    before = story.transfer()
    story.die(by=crew())
    assert not may_take_back(story.transfer(), crew(SVA_2))
    story.reopen(by=crew())
    assert but_version(story.transfer()) == but_version(before)
    assert waiting_unit(story.transfer()) == SVA_1
    assert story.unit().transfer_id == story.unit(SVA_2).transfer_id == "T1"


def test_too_long_ago_by_when_it_was_told_and_never_before_it_happened():
    story = a_story(Stage.ARRIVED)
    closed_at = story.now_at
    story.wait(70)
    story.hand_over(occurred_at=closed_at)
    story.wait(60)
    assert back_until(story.transfer()) == story.now_at
    again = Story(story.board)
    again.lines, again.now_at = story.lines, closed_at
    again.wait(-5)
    with refused("out_of_order", field="occurred_at"):
        again.reopen()
    story.wait(1)
    with refused("closing_too_long_ago", allowed="<= 60 min"):
        story.reopen()


def test_which_closing_why_and_whether_there_is_one():
    story = a_story(Stage.HANDED_OVER)
    with refused("closing_not_that", field="closing", allowed="handed_over"):
        story.reopen("died")
    with refused("text_invalid", field="reason"):
        story.reopen(reason=" ")
    with refused("no_closing_to_take_back", stage="requested"):
        a_story().reopen()


ROWS = {
    (Stage.ARRIVED, "hand_over"): {"crew"},
    (Stage.ACCEPTED, "cancel"): {"sender"},
    (Stage.ACCEPTED, "die"): {"sender"},
    (Stage.DEPARTED, "die"): {"crew"},
    (Stage.DEPARTED, "give_up"): set(),
}


@pytest.mark.parametrize(("row", "sides"), ROWS.items())
def test_side_whose_act_it_was_takes_it_back_and_headquarters(row, sides):
    stage, close = row
    story = a_story(stage)
    assert not may_take_back(story.transfer(), dispatcher())
    assert view_ended(story.transfer(), dispatcher(), now_at=story.now_at) is None
    getattr(story, close)()
    transfer = story.transfer()
    people = {
        "crew": crew(),
        "other crew": crew(SVA_2),
        "sender": referring_doctor(),
        "other sender": referring_doctor(SANT_PAU),
        "receiver": intensivist(),
        "desk": dispatcher(),
        "doctor": coordinating_doctor(),
        "analyst": analyst(),
    }
    may = {name for name, who in people.items() if may_take_back(transfer, who)}
    assert may == {*sides, "desk", "doctor"}
    seen = {n for n, who in people.items() if view_ended(transfer, who, now_at=story.now_at)}
    assert seen == may
    story.wait(61)
    assert view_ended(transfer, dispatcher(), now_at=story.now_at) is None


def test_every_closing_has_its_word():
    assert {word: stage.value for stage, word in CLOSING_OF.items()} == {
        word: word for word in get_args(Closing)
    }
    assert CLOSING_OF.keys() == CLOSED
