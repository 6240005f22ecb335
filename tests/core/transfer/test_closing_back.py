"""The wrong button that closed a transfer: everything is as it was before, or people decide."""

import pytest
from msgspec.structs import replace

from dispatch.capacity.events import BedVacated
from dispatch.fleet.unit import Activity
from dispatch.kernel.ids import UnitId
from dispatch.transfer.board import apply_event
from dispatch.transfer.custody import responsible, responsible_unit
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.parts import Described
from dispatch.transfer.stage import BEFORE_LOADING, CLOSED, Stage
from dispatch.transfer.transfer import is_open
from tests.builders import (
    CALELLA,
    SANT_PAU,
    SVA_1,
    SVA_2,
    Story,
    a_board,
    a_story,
    coordinating_doctor,
    crew,
    intensivist,
    refused,
)

HERE = (41.58, 2.55)
OPEN = tuple(stage for stage in Stage if stage not in CLOSED)
WAYS = (
    *((stage, Story.cancel) for stage in sorted(BEFORE_LOADING)),
    *((stage, Story.die) for stage in OPEN),
    (Stage.DEPARTED, Story.give_up),
    (Stage.ARRIVED, Story.give_up),
    (Stage.ARRIVED, Story.hand_over),
)
WOMAN = Described("female", 68)


def kinds(story, name="T1"):
    return [each.kind for each in open_decisions(story.transfer(name))]


def but_version(row):
    return replace(row, version=0, **({"proposal": None} if hasattr(row, "proposal") else {}))


def placed(unit):
    return but_version(replace(unit, place=unit.place or unit.base_id))


@pytest.mark.parametrize(("stage", "close"), WAYS)
def test_everything_is_as_it_was_before_the_closing(stage, close):
    story = a_story(stage)
    if close is Story.give_up:
        story.miss()
    transfer, unit, beds = story.transfer(), story.unit(), dict(story.board.beds)
    story.wait(5)
    (Story.lose if close is Story.give_up else close)(story)
    assert not is_open(story.transfer())
    story.wait(2)
    story.reopen()
    assert but_version(story.transfer()) == but_version(transfer)
    assert placed(story.unit()) == placed(unit)
    counts = {key: replace(row, version=0) for key, row in story.board.beds.items()}
    assert counts == {key: replace(row, version=0) for key, row in beds.items()}


def test_patient_taken_back_to_the_sender_by_mistake_is_before_that_door_again():
    story = a_story(Stage.DEPARTED)
    story.divert(hospital=CALELLA)
    story.step("arrived")
    before = story.transfer()
    story.hand_over()
    assert story.transfer().stage is Stage.TAKEN_BACK
    story.reopen(by=crew())
    assert but_version(story.transfer()) == but_version(before)
    assert story.unit().place == CALELLA


def test_handover_elsewhere_than_agreed_gives_the_agreed_bed_back():
    story = a_story(Stage.DEPARTED)
    story.divert(hospital=SANT_PAU)
    story.step("arrived")
    before = story.transfer()
    story.hand_over()
    assert story.beds().held == 0
    story.reopen()
    assert but_version(story.transfer()) == but_version(before)
    assert story.beds().held == 1


def test_hold_that_had_expired_is_not_held_after_all():
    story = a_story(Stage.ACCEPTED)
    story.wait(400)
    story.expire_hold()
    for stage in (Stage.ASSIGNED, Stage.EN_ROUTE, Stage.AT_PATIENT, Stage.DEPARTED):
        story.go_to(stage, "T1", SVA_1)
    story.step("arrived")
    before = story.beds()
    story.hand_over()
    story.reopen()
    assert replace(story.beds(), version=0, total=0) == replace(before, version=0, total=0)
    assert story.transfer().bed_held_at is None
    assert kinds(story) == []


def test_patient_is_the_crews_again_and_so_is_its_last_step():
    story = a_story(Stage.HANDED_OVER)
    assert responsible(story.transfer()) == "receiving"
    story.reopen(by=crew())
    assert responsible_unit(story.transfer()) == SVA_1
    assert story.unit().activity is Activity.HOSPITAL
    story.take_back("arrived")
    assert story.transfer().stage is Stage.DEPARTED


def test_missing_patient_given_up_by_mistake_is_missing_again():
    story = a_story(Stage.LOST)
    story.reopen(by=coordinating_doctor())
    assert kinds(story) == ["patient_missing"]


def test_decisions_come_back_with_their_ground():
    story = a_story(Stage.DEPARTED)
    story.tell_course("worse")
    asked = open_decisions(story.transfer())
    story.die(by=crew())
    assert open_decisions(story.transfer()) == ()
    story.reopen(by=crew())
    assert open_decisions(story.transfer()) == asked


def test_word_about_the_agreement_stands():
    story = a_story(Stage.ASKED)
    story.phone()
    for stage in tuple(Stage)[3:10]:
        story.go_to(stage, "T1", SVA_1)
    story.dispute(by=intensivist())
    story.reopen()
    assert kinds(story) == ["agreement_disputed"]


def test_the_log_alone_tells_the_same():
    story = a_story(Stage.HANDED_OVER)
    story.reopen()
    story.die()
    story.reopen()
    board = a_board()
    for line in story.lines:
        board = apply_event(board, line)
    assert board == story.board


# What comes back otherwise


def test_unit_elsewhere_leaves_the_transfer_to_be_planned_anew():
    story = a_story(Stage.EN_ROUTE)
    story.cancel()
    story.report_status(SVA_1, Activity.OTHER_MISSION)
    story.reopen()
    transfer = story.transfer()
    assert (transfer.stage, transfer.unit_id) == (Stage.ACCEPTED, None)
    assert (transfer.proposal, transfer.milestones.assigned_at) == (None, None)
    assert story.unit().activity is Activity.OTHER_MISSION
    story.assign(unit_id=SVA_2)


def test_unit_that_is_not_of_the_fleet_any_more():
    story = a_story(Stage.EN_ROUTE)
    story.cancel()
    del story.board.units[UnitId(SVA_1)]
    story.reopen()
    assert story.transfer().unit_id is None


def test_bed_given_to_another_is_a_decision_and_no_second_patient_in_it():
    story = Story()
    story.report_beds(total=1, used=0)
    story.request()
    story.bring_to(Stage.EN_ROUTE)
    story.cancel()
    story.request("T2")
    story.bring_to(Stage.ACCEPTED, "T2")
    story.reopen()
    assert story.transfer().agreement is not None
    assert story.transfer().bed_held_at is None
    assert (story.beds().held, story.beds().total) == (1, 1)
    assert kinds(story) == ["bed_given_away"]
    story.keep_bed(by=intensivist())
    assert kinds(story) == []


def test_hospital_that_counted_its_beds_since_the_handover_is_believed():
    story = a_story(Stage.HANDED_OVER)
    story.wait(2)
    story.report_beds(total=4, used=4)
    story.reopen()
    assert BedVacated not in [type(line.event) for line in story.lines]
    assert (story.beds().used, story.beds().held) == (4, 0)
    assert kinds(story) == ["bed_given_away"]


def test_hospital_that_closed_meanwhile_is_told_on_the_transfer():
    story = a_story(Stage.EN_ROUTE)
    story.cancel()
    story.wait(1)
    story.close_beds()
    story.reopen()
    assert kinds(story) == ["receiver_closed"]


def test_hospital_that_had_closed_before_is_not_told_twice():
    story = a_story(Stage.EN_ROUTE)
    story.close_beds()
    story.keep_bed(by=intensivist())
    story.wait(1)
    story.cancel()
    story.reopen()
    assert kinds(story) == []


# The way back


@pytest.mark.parametrize("told", [None, "ward"])
@pytest.mark.parametrize("close", [Story.cancel, Story.die])
def test_way_back_goes_on_and_the_first_waits_for_it(told, close):
    story = a_story(Stage.HANDED_OVER)
    if told:
        story.resolve(told)
    story.request_return()
    before = [but_version(story.transfer(name)) for name in ("T1", "R1")]
    for _ in range(2):
        story.wait(1)
        close(story, "R1")
        story.reopen(name="R1")
    assert [but_version(story.transfer(name)) for name in ("T1", "R1")] == before


def test_patient_who_went_on_otherwise_is_on_no_way_back():
    story = a_story(Stage.HANDED_OVER)
    story.request_return()
    story.cancel("R1")
    story.resolve("home")
    with refused("closing_resolved", number="CSI-T1"):
        story.reopen(name="R1")


def test_another_way_back_was_asked_for():
    story = a_story(Stage.HANDED_OVER)
    story.request_return()
    story.cancel("R1")
    story.request_return("R2")
    story.die("R2")
    with refused("closing_return_asked", number="CSI-T1"):
        story.reopen(name="R1")
