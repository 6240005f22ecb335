"""What each event leaves on the transfer."""

import pytest

from dispatch.assessment.priority import Condition, Priority
from dispatch.network.levels import Care
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import is_open, parties, receiving
from tests.builders import (
    ALL_YES,
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    SVA_1,
    a_story,
    a_transfer,
    at,
    coordinating_doctor,
    intensivist,
    referring_doctor,
)


def test_request_opens_a_transfer_with_what_was_said():
    transfer = a_transfer(
        condition=Condition.SEPTIC_SHOCK,
        care=Care.ADULT,
        clinical=Clinical(focus="urinary", lactate_mmol_l=4.2),
        needs=Needs(vasoactives=True),
    )
    assert (transfer.stage, transfer.referring) == (Stage.REQUESTED, CALELLA)
    assert (transfer.priority, transfer.rule) == (Priority.ZERO, "septic_shock")
    assert transfer.clinical.lactate_mmol_l == 4.2
    assert transfer.needs.vasoactives
    assert transfer.referring_doctor_id == referring_doctor().person_id
    assert transfer.milestones.requested_at == at(0)
    assert not transfer.upgraded


def test_proposal_leaves_candidates_on_the_transfer():
    transfer = a_transfer()
    assert transfer.candidates[0].hospital == MATARO
    assert CALELLA in {each.hospital for each in transfer.not_proposed}
    assert not transfer.own_hospital_suffices


def test_asked_hospital_and_its_checklist_are_kept():
    transfer = a_transfer(Stage.ASKED)
    assert (transfer.asked, transfer.checklist_version) == (MATARO, "2026-1")
    assert transfer.milestones.asked_at == at(5)


def test_agreement_names_who_said_yes_to_what_and_when():
    agreement = a_transfer(Stage.ACCEPTED).agreement
    assert agreement is not None
    assert agreement.hospital == MATARO
    assert agreement.intensivist_id == intensivist().person_id
    assert agreement.answers == ALL_YES
    assert agreement.agreed_at == at(10)


def test_agreement_ends_the_asking():
    transfer = a_transfer(Stage.ACCEPTED)
    assert transfer.asked is None
    assert receiving(transfer) == MATARO
    assert transfer.milestones.agreed_at == at(10)


def test_no_hospital_receives_before_the_agreement():
    assert receiving(a_transfer(Stage.ASKED)) is None


def test_refusal_is_remembered_and_frees_the_question():
    story = a_story(Stage.ASKED)
    story.decline(reason="no_bed")
    transfer = story.transfer()
    assert (transfer.stage, transfer.asked) == (Stage.REQUESTED, None)
    (declined,) = transfer.declined
    assert (declined.hospital, declined.reason, declined.declined_at) == (
        MATARO,
        "no_bed",
        at(5),
    )


def test_refusals_add_up():
    story = a_story(Stage.ASKED)
    story.decline()
    story.ask(hospital=GERMANS_TRIAS, reason="next one")
    story.decline(reason="no_staff_or_technique")
    assert [no.hospital for no in story.transfer().declined] == [MATARO, GERMANS_TRIAS]


def test_assigned_unit_brings_its_expected_times():
    transfer = a_transfer(Stage.ASSIGNED)
    assert transfer.unit_id == SVA_1
    assert transfer.milestones.assigned_at == at(15)
    # 3 min to move, 20 to Calella; 32 at the bedside, 21 to Mataró.
    assert transfer.expected_bedside_at == at(15 + 3 + 20)
    assert transfer.expected_arrival_at == at(15 + 3 + 20 + 32 + 21)


def test_released_unit_takes_its_times_with_it():
    story = a_story(Stage.EN_ROUTE)
    story.release()
    transfer = story.transfer()
    assert (transfer.stage, transfer.unit_id) == (Stage.ACCEPTED, None)
    assert (transfer.expected_bedside_at, transfer.expected_arrival_at) == (None, None)
    times = transfer.milestones
    assert (times.assigned_at, times.notified_at, times.en_route_at) == (None, None, None)
    assert times.agreed_at == at(10)


def test_second_unit_starts_its_own_clock():
    story = a_story(Stage.EN_ROUTE)
    story.wait(5)
    story.assign(unit_id="SVA-02")
    times = story.transfer().milestones
    assert (times.assigned_at, times.en_route_at) == (at(30), None)
    assert story.transfer().stage is Stage.ASSIGNED


@pytest.mark.parametrize(
    ("stage", "milestone", "minute"),
    [
        (Stage.NOTIFIED, "notified_at", 20),
        (Stage.EN_ROUTE, "en_route_at", 25),
        (Stage.AT_PATIENT, "at_patient_at", 30),
        (Stage.DEPARTED, "departed_at", 35),
        (Stage.ARRIVED, "arrived_at", 40),
        (Stage.HANDED_OVER, "handed_over_at", 45),
    ],
)
def test_step_writes_its_own_milestone(stage, milestone, minute):
    transfer = a_transfer(stage)
    assert getattr(transfer.milestones, milestone) == at(minute)
    assert transfer.stage is stage


def test_crew_may_set_out_without_acknowledging():
    story = a_story(Stage.ASSIGNED)
    story.step("en_route")
    assert story.transfer().stage is Stage.EN_ROUTE
    assert story.transfer().milestones.notified_at is None


def test_handover_closes_and_keeps_the_unit_that_did_it():
    transfer = a_transfer(Stage.HANDED_OVER)
    assert not is_open(transfer)
    assert transfer.unit_id == SVA_1


def test_cancelled_transfer_lets_everybody_go():
    story = a_story(Stage.EN_ROUTE)
    story.cancel()
    transfer = story.transfer()
    assert (transfer.asked, transfer.unit_id) == (None, None)
    assert transfer.milestones.cancelled_at == at(25)
    assert not is_open(transfer)


def test_raised_priority_is_marked():
    story = a_story(Stage.ACCEPTED)
    story.change_priority()
    transfer = story.transfer()
    assert (transfer.priority, transfer.rule) == (Priority.ZERO, "by_hand")
    assert transfer.upgraded


def test_mark_of_a_raise_stays_when_lowered_again():
    story = a_story(Stage.ACCEPTED)
    story.change_priority()
    story.change_priority(priority=Priority.THREE_HOURS, by=coordinating_doctor())
    assert story.transfer().priority is Priority.THREE_HOURS
    assert story.transfer().upgraded


def test_lowered_priority_alone_is_no_upgrade():
    story = a_story(Stage.ACCEPTED, condition=Condition.SEPTIC_SHOCK)
    story.change_priority(priority=Priority.THREE_HOURS, by=coordinating_doctor())
    assert not story.transfer().upgraded


def test_changed_condition_changes_what_was_said_of_the_picture():
    story = a_story(Stage.ACCEPTED, clinical=Clinical(focus="urinary", gcs=15))
    story.change_condition(
        needs=Needs(vasoactives=True), clinical=Clinical(map_mmhg=50, focus="abdominal")
    )
    transfer = story.transfer()
    assert transfer.condition is Condition.SEPTIC_SHOCK
    assert transfer.clinical == Clinical(map_mmhg=50, focus="abdominal", gcs=15)
    assert transfer.needs == Needs(vasoactives=True)
    assert transfer.upgraded


def test_change_while_on_the_way_moves_no_stage():
    story = a_story(Stage.EN_ROUTE)
    story.change_condition()
    assert story.transfer().stage is Stage.EN_ROUTE


@pytest.mark.parametrize(
    ("stage", "asked", "accepted", "unit_id"),
    [
        (Stage.REQUESTED, None, None, None),
        (Stage.ASKED, MATARO, None, None),
        (Stage.ACCEPTED, None, MATARO, None),
        (Stage.ASSIGNED, None, MATARO, SVA_1),
        (Stage.CANCELLED, None, MATARO, None),
    ],
)
def test_parties_follow_the_stage(stage, asked, accepted, unit_id):
    taking_part = parties(a_transfer(stage))
    assert taking_part.referring == CALELLA
    assert (taking_part.asked, taking_part.receiving, taking_part.unit_id) == (
        asked,
        accepted,
        unit_id,
    )


@pytest.mark.parametrize("stage", Stage)
def test_five_stages_are_closed(stage):
    ends = {Stage.HANDED_OVER, Stage.CANCELLED, Stage.DIED, Stage.TAKEN_BACK, Stage.LOST}
    assert is_open(a_transfer(stage)) == (stage not in ends)
