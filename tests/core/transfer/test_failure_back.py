"""A failure told by mistake, or over: the unit has its patient again, as if it had not been."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from dispatch.assessment.criteria import criterion
from dispatch.assessment.priority import Condition, Priority
from dispatch.fleet.unit import Activity
from dispatch.transfer.custody import responsible, responsible_unit
from dispatch.transfer.decide_failure_back import (
    is_shown,
    may_take_failure_back,
    take_back_failure,
    view_failed,
)
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.stage import FAILS, Stage
from dispatch.transfer.transfer import Transfer, waiting_unit
from dispatch.transfer.way_events import FailureTakenBack
from tests.builders import (
    GERMANS_TRIAS,
    MATARO,
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
from tests.core.transfer.test_unit_fails import HERE, SECOND, in_the_hospital, on_the_road

LONGEST = timedelta(minutes=criterion("failure_back_min"))


def as_told(row: Transfer) -> Transfer:
    return replace(row, version=0, proposal=None)


@pytest.mark.parametrize("stage", sorted(FAILS))
def test_failure_taken_back_changes_nothing_in_the_end(stage):
    story = a_story(stage)
    before, unit = story.transfer(), story.unit()
    story.wait(3)
    story.fail(by=crew(), position=HERE)
    assert story.transfer().failed is not None
    story.wait(3)
    story.run_again(by=coordinating_doctor())
    after = story.transfer()
    assert as_told(after) == as_told(before)
    assert (story.unit().activity, story.unit().transfer_id) == (unit.activity, "T1")
    assert story.unit().place == unit.place
    last = [line.event for line in story.lines if isinstance(line.event, FailureTakenBack)]
    assert [(each.back_to, each.reason) for each in last] == [(stage, "runs again")]


def test_patient_is_aboard_the_same_unit_and_the_journey_goes_on():
    story = on_the_road()
    story.run_again(by=crew())
    transfer = story.transfer()
    assert (transfer.stage, transfer.unit_id) == (Stage.DEPARTED, SVA_1)
    assert (responsible(transfer), responsible_unit(transfer)) == ("crew", SVA_1)
    assert waiting_unit(transfer) is None
    story.step("arrived", by=crew())
    story.hand_over(by=crew())
    assert story.transfer().stage is Stage.HANDED_OVER


def test_step_before_the_failure_can_be_taken_back_again():
    story = on_the_road()
    story.run_again(by=crew())
    story.take_back("departed", by=crew())
    assert story.transfer().stage is Stage.AT_PATIENT


def test_crew_that_was_nobodys_any_more_has_its_mission_again():
    story = a_story(Stage.EN_ROUTE)
    story.fail(by=crew())
    story.report_status(SVA_1, Activity.STATION)
    story.run_again(by=crew())
    assert (story.transfer().stage, story.transfer().unit_id) == (Stage.EN_ROUTE, SVA_1)
    assert (story.unit().activity, story.unit().transfer_id) == (Activity.EN_ROUTE, "T1")


@pytest.mark.parametrize("activity", [Activity.OTHER_MISSION, Activity.OFF_DUTY])
def test_unit_that_does_something_else_by_now_has_no_patient_again(activity):
    story = a_story(Stage.EN_ROUTE)
    story.fail(by=crew())
    story.report_status(SVA_1, activity)
    with refused("failed_unit_elsewhere", unit=SVA_1):
        story.run_again()


def test_unit_given_to_another_patient_is_not_taken_from_it():
    story = a_story(Stage.EN_ROUTE)
    story.fail(by=crew())
    story.report_status(SVA_1, Activity.STATION)
    story.request("T2")
    story.bring_to(Stage.ASSIGNED, "T2")
    with refused("failed_unit_elsewhere", unit=SVA_1):
        story.run_again()


def test_unit_that_is_in_the_fleet_no_more_has_no_patient_again():
    story = on_the_road()
    with refused("failed_unit_elsewhere", unit=SVA_1):
        take_back_failure(
            story.transfer(), {}, reason="slip", actor=crew(), now_at=story.now_at
        )


def test_another_unit_assigned_keeps_it_until_it_is_let_go():
    story = on_the_road()
    story.assign(unit_id=SVA_2)
    assert view_failed(story.transfer()) is None
    for who in (dispatcher(), crew()):
        with refused("no_failure_to_take_back", stage="assigned"):
            story.run_again(by=who)
    story.release()
    assert view_failed(story.transfer()) is not None
    story.run_again(by=crew())
    transfer = story.transfer()
    assert (transfer.stage, transfer.unit_id) == (Stage.DEPARTED, SVA_1)
    assert (transfer.failed, waiting_unit(transfer)) == (None, None)
    assert transfer.milestones.departed_at is not None
    story.step("arrived", by=crew())


@pytest.mark.parametrize("on_its_way", [SECOND[:2], SECOND[:3]])
def test_unit_on_its_way_to_the_stranded_is_let_go_and_the_first_runs_again(on_its_way):
    story = on_the_road()
    for stage in on_its_way:
        story.go_to(stage, "T1", SVA_2)
    story.release()
    story.run_again()
    assert (story.transfer().stage, story.transfer().unit_id) == (Stage.DEPARTED, SVA_1)
    assert story.unit(SVA_2).transfer_id is None


def test_unit_that_has_taken_the_patient_and_left_ends_it():
    story = on_the_road()
    for stage in SECOND:
        story.go_to(stage, "T1", SVA_2)
    story.step("departed", by=crew(SVA_2))
    assert story.transfer().stage is Stage.DEPARTED
    assert story.transfer().failed is None


def test_second_failure_taken_back_leaves_the_first_to_take_back():
    story = on_the_road()
    for stage in SECOND[:3]:
        story.go_to(stage, "T1", SVA_2)
    story.fail(by=crew(SVA_2))
    story.change_priority(priority=Priority.THREE_HOURS, by=coordinating_doctor())
    story.run_again(by=crew(SVA_2))
    story.release()
    story.run_again(by=crew())
    transfer = story.transfer()
    assert (transfer.stage, transfer.unit_id, transfer.failed) == (Stage.DEPARTED, SVA_1, None)
    assert transfer.priority is Priority.THREE_HOURS


def test_failure_of_a_unit_given_again_is_over():
    story = a_story(Stage.EN_ROUTE)
    story.fail(by=crew())
    story.assign(unit_id=SVA_2)
    story.fail(by=crew(SVA_2))
    story.report_status(SVA_1, Activity.STATION)
    story.assign(unit_id=SVA_1)
    failed = story.transfer().failed
    assert failed is not None
    assert (failed.unit_id, failed.earlier) == (SVA_2, None)


def test_headquarters_takes_it_back_after_its_minutes_while_the_crew_has_the_patient():
    story = on_the_road()
    story.wait(int(LONGEST.total_seconds() // 60) + 1)
    view = view_failed(story.transfer())
    assert view is not None
    assert is_shown(view, dispatcher(), now_at=story.now_at)
    assert not is_shown(view, crew(), now_at=story.now_at)
    with refused("failure_too_long_ago", allowed="<= 60 min"):
        story.run_again(by=crew())
    story.run_again(by=dispatcher())
    assert (story.transfer().stage, story.transfer().unit_id) == (Stage.DEPARTED, SVA_1)


def test_failure_is_taken_back_until_its_minutes_are_over():
    story = a_story(Stage.EN_ROUTE)
    story.fail(by=crew())
    since_at = story.now_at
    story.wait(int(LONGEST.total_seconds() // 60))
    shown = view_failed(story.transfer())
    assert shown is not None
    assert (shown.unit_id, shown.until_at) == (SVA_1, since_at + LONGEST)
    late = Story(story.board)
    late.lines, late.now_at = story.lines, story.now_at
    late.wait(1)
    with refused("failure_too_long_ago", allowed="<= 60 min"):
        late.run_again()
    story.run_again()


def test_failure_needs_a_reason_to_be_taken_back():
    with refused("text_invalid", field="reason"):
        on_the_road().run_again(reason=" ")


@pytest.mark.parametrize("who", [crew(SVA_2), referring_doctor(), intensivist(), analyst()])
def test_failure_is_its_crews_and_headquarters_to_take_back(who):
    transfer = on_the_road().transfer()
    assert not may_take_failure_back(transfer, who)
    for own in (crew(), dispatcher(), coordinating_doctor()):
        assert may_take_failure_back(transfer, own)


def test_other_side_is_told_whose_unit_it_is():
    with refused("not_your_unit", unit=SVA_1):
        on_the_road().run_again(by=referring_doctor())


def test_nothing_is_taken_back_of_a_unit_that_never_failed():
    with refused("no_failure_to_take_back", stage="departed"):
        a_story(Stage.DEPARTED).run_again()


def test_failure_of_a_closed_transfer_waits_for_the_closing_to_be_taken_back():
    story = on_the_road()
    story.die()
    assert not may_take_failure_back(story.transfer(), dispatcher())
    assert view_failed(story.transfer()) is None
    with refused("no_failure_to_take_back", stage="died"):
        story.run_again()
    story.reopen()
    story.run_again()
    assert story.transfer().stage is Stage.DEPARTED


@pytest.mark.parametrize("who", [dispatcher(), crew()])
def test_priority_that_the_failure_raised_does_not_fall_by_those_who_lower_none(who):
    story = on_the_road()
    story.run_again(by=who)
    transfer = story.transfer()
    assert (transfer.priority, transfer.upgraded) == (Priority.ZERO, True)


def test_priority_that_the_failure_raised_is_that_of_before_by_who_may_lower_it():
    story = on_the_road()
    assert story.transfer().priority is Priority.ZERO
    story.run_again(by=coordinating_doctor())
    transfer = story.transfer()
    assert (transfer.priority, transfer.rule) == (Priority.THREE_HOURS, "sepsis")
    assert not transfer.upgraded


def test_priority_that_somebody_said_since_stays():
    story = on_the_road()
    story.wait(1)
    story.change_condition(condition=Condition.SEPTIC_SHOCK)
    story.run_again()
    assert story.transfer().rule == "septic_shock"


def test_priority_raised_by_hand_before_stays():
    story = a_story(Stage.AT_PATIENT)
    story.change_priority()
    story.step("departed")
    story.fail(position=HERE)
    story.run_again()
    assert (story.transfer().priority, story.transfer().rule) == (Priority.ZERO, "by_hand")


def test_yes_taken_back_meanwhile_stays_so():
    story = in_the_hospital()
    story.withdraw()
    story.run_again()
    transfer = story.transfer()
    assert (transfer.stage, transfer.agreement) == (Stage.AT_PATIENT, None)
    assert "receiver_withdrew" in {each.kind for each in open_decisions(transfer)}


def test_other_hospital_that_agreed_meanwhile_is_the_one_and_its_time_unknown():
    story = on_the_road()
    story.ask(hospital=GERMANS_TRIAS, reason="nearer to the unit")
    story.answer()
    story.run_again()
    transfer = story.transfer()
    assert transfer.agreement is not None
    assert (transfer.stage, transfer.agreement.hospital) == (Stage.DEPARTED, GERMANS_TRIAS)
    assert transfer.expected_arrival_at is None


def test_rescue_that_runs_again_goes_on_to_the_crew_that_waits():
    story = on_the_road()
    for stage in SECOND[:3]:
        story.go_to(stage, "T1", SVA_2)
    before = story.transfer()
    story.fail(by=crew(SVA_2))
    story.run_again(by=crew(SVA_2))
    assert as_told(story.transfer()) == as_told(before)
    assert waiting_unit(story.transfer()) == SVA_1
    assert story.unit(SVA_2).activity is Activity.EN_ROUTE


def test_missing_patient_is_missing_after_it_too():
    story = on_the_road()
    story.miss()
    story.run_again()
    assert story.transfer().missing is not None


def test_bed_that_is_held_stays_held():
    story = on_the_road()
    held = {key: replace(row, version=0) for key, row in story.board.beds.items()}
    story.run_again()
    assert {key: replace(row, version=0) for key, row in story.board.beds.items()} == held
    assert any(key[0] == MATARO for key in held)
