"""Every way out of the plan: its author, its end, who answers, what becomes of bed and unit."""

import pytest
from msgspec.structs import replace

from dispatch.capacity.beds import BedKind
from dispatch.capacity.events import BedOccupied, BedReleased
from dispatch.fleet.unit import Activity
from dispatch.identity.sight import Sight, sight
from dispatch.transfer.custody import missing_parts, responsible, responsible_hospital
from dispatch.transfer.decide_ways import record_death
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.plan_instance import Question, plan_question
from dispatch.transfer.stage import AGREED, CLOSED, WITH_UNIT, Stage
from dispatch.transfer.told import Course, Told
from dispatch.transfer.transfer import (
    heading_to,
    is_followed,
    is_open,
    parties,
    receiving,
    taken_in_by,
)
from dispatch.transfer.views import view_transfer
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    SANT_PAU,
    SVA_1,
    SVA_2,
    Story,
    a_network,
    a_story,
    at,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
    travel_now,
)

HERE = (41.58, 2.55)


def kinds(story: Story) -> list[str]:
    return [each.kind for each in open_decisions(story.transfer())]


@pytest.mark.parametrize("stage", sorted(set(Stage) - CLOSED))
def test_death_closes_the_transfer_at_every_stage(stage):
    story = a_story(stage)
    side = responsible(story.transfer())
    story.wait(2)
    story.die()
    transfer = story.transfer()
    assert (transfer.stage, transfer.outcome) == (Stage.DIED, "died")
    assert transfer.milestones.died_at == transfer.milestones.resolved_at == story.now_at
    assert responsible(transfer) == side
    assert missing_parts(transfer) == ()
    assert not is_open(transfer)
    assert not is_followed(transfer)
    assert story.unit().transfer_id is None
    assert all(beds.held == 0 for beds in story.board.beds.values())


@pytest.mark.parametrize(
    ("stage", "activity"),
    [
        *((stage, Activity.STATION) for stage in sorted(WITH_UNIT)),
        (Stage.AT_PATIENT, Activity.STATION),
        (Stage.DEPARTED, Activity.CLEARING),
        (Stage.ARRIVED, Activity.CLEARING),
    ],
)
def test_unit_on_its_way_is_free_and_one_with_the_patient_says_when(stage, activity):
    story = a_story(stage)
    story.die()
    assert story.unit().activity is activity
    assert story.unit().busy_until_at is None


def test_crew_that_had_taken_over_at_the_bedside_says_when_it_is_free():
    story = a_story(Stage.AT_PATIENT)
    story.confirm_part("crew_took_over", by=crew())
    story.die(by=crew())
    assert story.unit().activity is Activity.CLEARING


def test_the_side_that_answers_tells_the_death():
    story = a_story(Stage.AT_PATIENT)
    with refused("not_your_patient", responsible="referring"):
        story.die(by=crew())
    story.die(by=referring_doctor())
    on_the_road = a_story(Stage.DEPARTED)
    with refused("not_your_patient", responsible="crew"):
        on_the_road.die(by=referring_doctor())
    on_the_road.die(by=crew())
    told = a_story(Stage.DEPARTED)
    told.die(by=coordinating_doctor())


def test_death_is_not_told_before_the_last_step():
    story = a_story(Stage.DEPARTED)
    with refused("out_of_order", field="occurred_at"):
        record_death(
            story.transfer(), story.unit(), actor=crew(), occurred_at=at(-9), now_at=at(60)
        )


def test_death_on_the_roadside_lets_the_crew_go():
    story = a_story(Stage.DEPARTED)
    story.fail(position=HERE)
    story.assign(unit_id=SVA_2)
    story.die(by=crew())
    assert story.unit(SVA_1).transfer_id is None
    assert story.unit(SVA_2).activity is Activity.STATION


def test_return_that_ends_otherwise_tells_the_first_transfer():
    for act, outcome in ((Story.die, "died"), (Story.give_up, "lost")):
        story = a_story(Stage.HANDED_OVER)
        story.request_return()
        story.bring_to(Stage.DEPARTED, "R1")
        act(story, "R1")
        assert story.transfer("T1").outcome == outcome
    back = a_story(Stage.HANDED_OVER)
    back.request_return()
    back.bring_to(Stage.TAKEN_BACK, "R1")
    assert back.transfer("T1").return_id is None


def diverted(to: str = SANT_PAU, stage: Stage = Stage.DEPARTED) -> Story:
    story = a_story(stage)
    story.wait(4)
    story.divert(hospital=to, by=crew())
    return story


def test_crew_drives_elsewhere_and_people_are_asked():
    story = diverted()
    transfer = story.transfer()
    assert (heading_to(transfer), receiving(transfer)) == (SANT_PAU, MATARO)
    assert story.beds(MATARO).held == 1
    assert kinds(story) == ["crew_diverts"]
    assert transfer.expected_arrival_at is None
    with refused("driving_there_already", value=SANT_PAU):
        story.divert(hospital=SANT_PAU)
    story.divert(hospital=MATARO, reason="stable again")
    assert (story.transfer().diverted, kinds(story)) == (None, [])


def test_hospital_that_gets_the_patient_sees_who_comes():
    transfer = diverted().transfer()
    for doctor in (intensivist(SANT_PAU), referring_doctor(SANT_PAU)):
        assert sight(doctor, parties(transfer)) is Sight.CLINICAL
    as_agreed = parties(a_story(Stage.DEPARTED).transfer())
    assert sight(referring_doctor(MATARO), as_agreed) is Sight.NOTHING


def test_new_hospital_agrees_while_the_crew_drives_there():
    story = diverted()
    story.ask(hospital=SANT_PAU, reason="crew is nearer")
    story.answer()
    transfer = story.transfer()
    assert (transfer.stage, transfer.diverted) == (Stage.DEPARTED, None)
    assert (story.beds(MATARO).held, story.beds(SANT_PAU).held) == (0, 1)
    story.step("arrived")
    story.hand_over()
    assert taken_in_by(story.transfer()) == SANT_PAU


def test_yes_of_a_third_hospital_does_not_turn_the_crew_round():
    story = diverted()
    story.ask(hospital=GERMANS_TRIAS, reason="has a bed")
    story.answer()
    assert heading_to(story.transfer()) == SANT_PAU


def test_patient_is_taken_in_without_an_agreement():
    story = diverted()
    story.step("arrived")
    assert story.unit().place == SANT_PAU
    story.hand_over(by=intensivist(SANT_PAU))
    transfer = story.transfer()
    assert (transfer.stage, taken_in_by(transfer)) == (Stage.HANDED_OVER, SANT_PAU)
    assert responsible(transfer) == "receiving"
    assert responsible_hospital(transfer) == SANT_PAU
    told = [type(line.event) for line in story.lines]
    assert BedReleased in told
    assert BedOccupied not in told
    story.request_return()
    assert story.transfer("R1").referring == SANT_PAU


def test_crew_stops_at_a_nearer_hospital_and_goes_on():
    story = diverted()
    story.step("arrived")
    with refused("already_there", hospital=SANT_PAU):
        story.step("departed")
    story.divert(hospital=MATARO, reason="intubated, goes on")
    story.wait(20)
    story.step("departed")
    transfer = story.transfer()
    assert (transfer.stage, transfer.arrived_in) == (Stage.DEPARTED, None)
    assert transfer.milestones.arrived_at is None
    with refused("no_step_to_take_back"):
        story.take_back()
    story.wait(9)
    story.step("arrived")
    story.hand_over()
    assert story.transfer().stage is Stage.HANDED_OVER
    assert taken_in_by(story.transfer()) == MATARO
    assert story.beds(MATARO).used == 1


def test_crew_turns_round_and_the_sender_has_the_patient_again():
    story = diverted(CALELLA)
    assert kinds(story) == ["crew_diverts"]
    story.step("arrived")
    story.hand_over(by=referring_doctor())
    transfer = story.transfer()
    assert transfer.stage is Stage.TAKEN_BACK
    assert transfer.milestones.taken_back_at == story.now_at
    assert transfer.milestones.handed_over_at is None
    assert responsible(transfer) == "referring"
    assert responsible_hospital(transfer) == CALELLA
    assert missing_parts(transfer) == ()
    assert story.beds(MATARO).held == 0
    assert story.unit().activity is Activity.CLEARING
    assert not is_followed(transfer)


def test_step_before_a_change_of_course_is_not_taken_back():
    with refused("no_step_to_take_back"):
        diverted().take_back()


@pytest.mark.parametrize("stage", [Stage.EN_ROUTE, Stage.AT_PATIENT])
def test_nobody_is_diverted_before_the_departure(stage):
    with refused("patient_not_on_the_road"):
        a_story(stage).divert()


def test_next_unit_brings_the_patient_where_the_crew_was_going():
    story = diverted(GERMANS_TRIAS)
    story.fail(position=HERE)
    question = Question(story.board, a_network(), travel_now(), {}, story.now_at)
    (planned,) = plan_question(question).transfers
    assert [each.hospital for each in planned.destinations] == [GERMANS_TRIAS]


def test_worse_on_the_road_is_asked_about_and_better_is_told():
    story = a_story(Stage.DEPARTED)
    story.tell_course("worse", note="MAP 45")
    assert kinds(story) == ["patient_worse"]
    (decision,) = open_decisions(story.transfer())
    assert decision.why == ()
    assert decision.clinical_why[0].facts == {"said": "MAP 45"}
    for who, note in ((dispatcher(), ""), (coordinating_doctor(), "MAP 45")):
        view = view_transfer(story.transfer(), who, in_full=True)
        assert view is not None
        assert view.course == Course("worse", note, story.now_at)
    story.divert(hospital=SANT_PAU)
    assert kinds(story) == ["crew_diverts", "patient_worse"]
    better = a_story(Stage.DEPARTED)
    better.tell_course("better", note="MAP 70")
    assert kinds(better) == []
    assert better.transfer().course == Course("better", "MAP 70", better.now_at)


@pytest.mark.parametrize("stage", [Stage.EN_ROUTE, Stage.AT_PATIENT, Stage.ACCEPTED])
def test_crew_speaks_of_the_patient_in_its_care(stage):
    with refused("patient_not_with_crew", stage=stage.value):
        a_story(stage).tell_course(by=dispatcher())


def test_sender_wants_the_patient_back():
    story = a_story(Stage.DEPARTED)
    story.want_back(reason="limits agreed with the family")
    assert kinds(story) == ["request_withdrawn"]
    story.divert(hospital=CALELLA)
    assert kinds(story) == ["crew_diverts"]
    with refused("patient_not_on_the_road"):
        a_story(Stage.AT_PATIENT).want_back()


@pytest.mark.parametrize("stage", sorted(AGREED))
def test_nobody_answers_there(stage):
    story = a_story(stage)
    story.nobody_answers()
    assert kinds(story) == ["receiver_unreachable"]
    story.keep_bed(by=intensivist())
    assert kinds(story) == []


def test_nobody_is_unreachable_before_an_agreement():
    with refused("not_agreed"):
        a_story(Stage.ASKED).nobody_answers()
    with refused("not_agreed"):
        a_story(Stage.HANDED_OVER).nobody_answers()


@pytest.mark.parametrize("stage", [Stage.ASKED, *sorted(AGREED)])
def test_closure_after_the_yes_asks_for_a_decision(stage):
    story = a_story(stage)
    story.close_beds(reason="outbreak")
    assert kinds(story) == ["receiver_closed"]
    assert story.transfer().receiver_closed == Told("outbreak", story.now_at)


def test_closure_is_answered_by_the_bed_kept_or_another_hospital():
    kept = a_story(Stage.EN_ROUTE)
    kept.close_beds()
    kept.keep_bed(by=intensivist())
    assert kinds(kept) == []
    other = a_story(Stage.EN_ROUTE)
    other.close_beds()
    other.ask(hospital=GERMANS_TRIAS, reason="closed")
    assert kinds(other) == ["receiver_closed"]
    other.answer()
    assert kinds(other) == []
    asked = a_story(Stage.ASKED)
    asked.close_beds()
    asked.ask(hospital=GERMANS_TRIAS, reason="closed")
    assert kinds(asked) == []


def test_closure_of_other_beds_says_nothing():
    story = a_story(Stage.ACCEPTED)
    story.close_beds(hospital=GERMANS_TRIAS)
    story.close_beds(kind=BedKind.PICU)
    assert kinds(story) == []
    closed = a_story(Stage.HANDED_OVER)
    closed.close_beds()
    assert closed.transfer().receiver_closed is None


def test_withdrawal_dispute_and_missing_word_ask_for_a_decision():
    story = a_story(Stage.EN_ROUTE)
    story.withdraw()
    assert kinds(story) == ["receiver_withdrew"]
    (decision,) = open_decisions(story.transfer())
    assert (decision.why[0].code, decision.since_at) == ("declined", story.now_at)
    phoned = a_story(Stage.ASKED)
    phoned.phone(by=coordinating_doctor())
    assert kinds(phoned) == []
    for stage in (Stage.ASSIGNED, Stage.NOTIFIED, Stage.EN_ROUTE, Stage.AT_PATIENT):
        phoned.go_to(stage, "T1", SVA_1)
    assert kinds(phoned) == ["agreement_unconfirmed"]
    phoned.dispute(by=intensivist())
    assert kinds(phoned) == ["agreement_disputed"]
    phoned.step("departed")
    assert kinds(phoned) == ["agreement_disputed"]
    agreed = phoned.transfer().agreement
    assert agreed is not None
    assert agreed.disputed_at == phoned.now_at


def test_crew_of_another_unit_says_nothing():
    for act in (Story.die, Story.divert, Story.nobody_answers):
        with refused("unknown_transfer"):
            act(a_story(Stage.DEPARTED), by=crew(SVA_2))


def test_arrival_taken_back_is_before_no_door():
    story = a_story(Stage.ARRIVED)
    assert story.transfer().arrived_in == MATARO
    story.take_back("arrived")
    assert story.transfer().arrived_in is None
    assert replace(story.transfer(), version=0).stage is Stage.DEPARTED
