"""The yes taken back, another hospital after a yes, and a yes that its doctor denies."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.priority import Condition
from dispatch.capacity.events import BedHeld, BedReleased
from dispatch.transfer.custody import responsible
from dispatch.transfer.decide_offer import next_hospital
from dispatch.transfer.decide_withdrawal import withdraw_agreement
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.escalation import escalates_at
from dispatch.transfer.events import TransferAccepted
from dispatch.transfer.plan_instance import Question, plan_question
from dispatch.transfer.stage import AGREED, CLOSED, WITH_UNIT, Stage
from dispatch.transfer.transfer import (
    awaits_word_of,
    has_left,
    is_unconfirmed,
    receiving,
    seeks_hospital,
)
from tests.builders import (
    GERMANS_TRIAS,
    MATARO,
    SVA_1,
    SVA_2,
    a_network,
    a_position,
    a_story,
    by_phone,
    crew,
    dispatcher,
    intensivist,
    on_duty,
    referring_doctor,
    refused,
    travel_now,
)

HERE = (41.58, 2.55)


def agreement(story):
    """The one that the transfer has."""
    found = story.transfer().agreement
    assert found is not None
    return found


def elsewhere(story, *, because="the first one withdrew"):
    """Germans Trias is asked and says yes, four minutes apart."""
    story.wait(4)
    story.ask(hospital=GERMANS_TRIAS, reason=because)
    story.wait(4)
    story.answer()


@pytest.mark.parametrize("stage", sorted(AGREED))
def test_another_hospital_agrees_and_the_first_clock_is_kept(stage):
    story = a_story(stage)
    agreed_at, unit = story.transfer().milestones.agreed_at, story.unit()
    story.wait(3)
    story.withdraw()
    transfer = story.transfer()
    assert seeks_hospital(transfer)
    assert transfer.milestones.agreed_at == agreed_at
    assert [(no.hospital, no.took_back) for no in transfer.declined] == [(MATARO, True)]
    assert story.beds(MATARO).held == 0
    assert story.unit() == unit, "never taken off silently"
    elsewhere(story)
    transfer = story.transfer()
    assert transfer.stage is stage
    assert receiving(transfer) == GERMANS_TRIAS
    assert not seeks_hospital(transfer)
    assert transfer.milestones.agreed_at == agreed_at
    assert agreement(story).agreed_at == story.now_at != agreed_at
    assert (story.beds(MATARO).held, story.beds(GERMANS_TRIAS).held) == (0, 1)


def test_transfer_without_a_unit_looks_for_a_hospital_again():
    story = a_story(Stage.ACCEPTED)
    story.withdraw()
    assert story.transfer().stage is Stage.REQUESTED
    assert story.transfer().agreement is None
    with refused("not_agreed"):
        story.assign()


def test_the_next_hospital_is_asked_without_waiting_for_a_person():
    story = a_story(Stage.EN_ROUTE)
    assert next_hospital(story.transfer(), beds={}, now_at=story.now_at) is None
    story.withdraw(reason="no_bed")
    story.move_on()
    transfer = story.transfer()
    assert (transfer.stage, transfer.asked) == (Stage.EN_ROUTE, GERMANS_TRIAS)
    assert escalates_at(transfer) is not None
    refusing = a_story(Stage.EN_ROUTE)
    refusing.withdraw(reason="treatment_limits")
    refusing.move_on()
    assert refusing.transfer().asked is None


@pytest.mark.parametrize("stage", sorted(WITH_UNIT))
def test_unit_is_taken_off_by_a_person_and_none_is_sent_without_a_hospital(stage):
    story = a_story(stage)
    story.withdraw()
    with refused("not_agreed"):
        story.assign(unit_id=SVA_2)
    story.release()
    assert story.transfer().stage is Stage.REQUESTED
    asked = a_story(stage)
    asked.withdraw()
    asked.move_on()
    asked.release()
    assert asked.transfer().stage is Stage.ASKED


def test_patient_does_not_leave_for_nowhere():
    story = a_story(Stage.AT_PATIENT)
    story.withdraw()
    with refused("no_receiver", number="CSI-T1"):
        story.step("departed")
    elsewhere(story)
    story.step("departed")
    assert story.transfer().stage is Stage.DEPARTED


@pytest.mark.parametrize("stage", [Stage.DEPARTED, Stage.ARRIVED])
def test_patient_on_the_road_is_still_taken_there_until_another_agrees(stage):
    story = a_story(stage)
    story.withdraw()
    transfer = story.transfer()
    assert has_left(transfer)
    assert receiving(transfer) == MATARO
    assert agreement(story).withdrawn_at == story.now_at
    assert responsible(transfer) == "crew"
    with refused("nothing_to_withdraw"):
        story.withdraw()


def test_unit_for_a_patient_on_the_road_is_sent_whoever_withdraws():
    story = a_story(Stage.DEPARTED)
    story.fail(position=HERE)
    story.withdraw()
    assert story.transfer().stage is Stage.ACCEPTED
    story.assign(unit_id=SVA_2)
    assert story.transfer().unit_id == SVA_2


def test_plan_is_not_about_a_transfer_without_a_hospital():
    story = a_story(Stage.EN_ROUTE)
    question = Question(story.board, a_network(), travel_now(), {}, story.now_at)
    planned = plan_question(question)
    assert [each.id for each in planned.transfers] == ["T1"]
    story.withdraw()
    left = plan_question(replace(question, board=story.board))
    assert left.transfers == ()
    units = {each.id: each.assigned_to for each in left.units}
    assert units[SVA_1] is None


@pytest.mark.parametrize("condition", [Condition.SEPSIS, Condition.SEPTIC_SHOCK])
@pytest.mark.parametrize("stage", sorted(WITH_UNIT))
def test_crew_seen_on_the_road_is_planned_when_its_hospital_withdraws(stage, condition):
    """Its patient is in no plan then, and yet it is still on its way there."""
    story = a_story(stage, condition=condition)
    seen = {SVA_1: a_position(lat=41.57, lon=2.52, seen_at=story.now_at)}
    story.withdraw()
    left = plan_question(Question(story.board, a_network(), travel_now(), seen, story.now_at))
    assert left.transfers == ()
    assert f"@{SVA_1}" in {each.location for each in left.units}


@pytest.mark.parametrize("stage", [Stage.EN_ROUTE, Stage.DEPARTED])
def test_bed_of_a_yes_taken_back_is_not_held_again(stage):
    story = a_story(stage)
    story.withdraw()
    with refused("not_agreed", stage=stage.value):
        story.keep_bed()


def test_withdrawal_has_an_author_and_a_reason():
    story = a_story(Stage.ACCEPTED)
    with refused("not_your_hospital", allowed=MATARO):
        withdraw_agreement(
            story.transfer(),
            reason="no_bed",
            told_by=None,
            actor=intensivist(GERMANS_TRIAS),
            running=(),
        )
    with refused("not_on_duty"):
        withdraw_agreement(
            story.transfer(), reason="no_bed", told_by=None, actor=intensivist(), running=()
        )
    with refused("reason_needed"):
        story.withdraw(reason="tired")
    with refused("text_invalid", field="told_by"):
        story.withdraw(by=dispatcher())
    story.withdraw(by=dispatcher(), told_by=" Dra. Puig ")
    assert getattr(story.lines[-2].event, "told_by", None) == "Dra. Puig"
    with refused("nothing_to_withdraw", stage="requested"):
        story.withdraw(by=dispatcher(), told_by="Dra. Puig")


def test_doctor_of_a_ward_takes_a_return_back_without_being_on_duty():
    story = a_story(Stage.HANDED_OVER)
    story.request_return()
    story.bring_to(Stage.ACCEPTED, "R1")
    doctor = intensivist("calella")
    events = withdraw_agreement(
        story.transfer("R1"), reason="no_bed", told_by=None, actor=doctor, running=()
    )
    assert [getattr(each, "hospital", None) for each in events] == ["calella"]


def test_another_hospital_is_asked_while_the_first_one_keeps_its_bed():
    story = a_story(Stage.EN_ROUTE)
    with refused("override_reason_needed", field="override_reason"):
        story.ask(hospital=GERMANS_TRIAS)
    with refused("hospital_agreed", value=MATARO):
        story.ask(hospital=MATARO, reason="again")
    story.ask(hospital=GERMANS_TRIAS, reason="needs surgery")
    assert (receiving(story.transfer()), story.beds(MATARO).held) == (MATARO, 1)
    story.decline(reason="no_bed")
    assert (receiving(story.transfer()), story.transfer().asked) == (MATARO, None)
    assert story.transfer().stage is Stage.EN_ROUTE
    assert next_hospital(story.transfer(), beds={}, now_at=story.now_at) is None


def test_the_new_yes_takes_the_place_of_the_old_one():
    story = a_story(Stage.EN_ROUTE)
    elsewhere(story, because="needs surgery")
    told = [type(line.event) for line in story.lines[-3:]]
    assert told == [TransferAccepted, BedReleased, BedHeld]
    assert story.transfer().expected_arrival_at is None


def test_withdrawal_while_another_is_asked_waits_for_that_one():
    story = a_story(Stage.ACCEPTED)
    story.ask(hospital=GERMANS_TRIAS, reason="closer")
    assert story.transfer().stage is Stage.ACCEPTED
    story.withdraw()
    assert story.transfer().stage is Stage.ASKED
    story.answer()
    assert story.transfer().stage is Stage.ACCEPTED


def test_handover_ends_the_question_to_another_hospital():
    story = a_story(Stage.ARRIVED)
    story.ask(hospital=GERMANS_TRIAS, reason="needs surgery")
    story.hand_over()
    assert story.transfer().asked is None


def test_one_tap_at_the_door_makes_no_receiver_of_who_withdrew():
    story = a_story(Stage.ARRIVED)
    story.withdraw()
    with refused("receiver_took_back", number="CSI-T1"):
        story.hand_over(by=crew(SVA_1))
    assert "receiver_withdrew" in {each.kind for each in open_decisions(story.transfer())}
    story.ask(hospital=GERMANS_TRIAS, reason="at the door of a full one")
    story.hand_over(by=intensivist())
    assert story.transfer().stage is Stage.HANDED_OVER


def test_headquarters_says_that_who_withdrew_took_the_patient_all_the_same():
    story = a_story(Stage.ARRIVED)
    story.withdraw()
    story.hand_over(by=dispatcher())
    assert story.transfer().stage is Stage.HANDED_OVER
    assert [each.kind for each in open_decisions(story.transfer())] == ["handed_over_unagreed"]
    assert story.transfer().without_agreement == MATARO
    story.confirm_part("receiver_took_over", by=intensivist())
    assert open_decisions(story.transfer()) == ()


@pytest.mark.parametrize("is_after", [False, True])
def test_handover_to_whom_the_doctor_denies_it_is_asked_about(is_after):
    story = by_phone(Stage.ARRIVED)
    if not is_after:
        story.dispute(by=intensivist())
    story.hand_over(by=crew())
    if is_after:
        assert open_decisions(story.transfer()) == ()
        story.dispute(by=intensivist())
    assert [each.kind for each in open_decisions(story.transfer())] == ["handed_over_unagreed"]
    story.confirm_part("receiver_took_over", by=intensivist())
    assert open_decisions(story.transfer()) == ()


def test_doctor_who_denies_what_was_taken_back_is_asked_once():
    story = by_phone(Stage.ARRIVED)
    story.withdraw()
    story.hand_over(by=dispatcher())
    before = story.transfer().receipt
    story.dispute(by=intensivist())
    assert story.transfer().receipt == before is not None


@pytest.mark.parametrize("stage", [*sorted(AGREED), *sorted(CLOSED)])
def test_doctor_named_can_deny_it_to_the_end_and_after(stage):
    story = by_phone(stage)
    assert is_unconfirmed(story.transfer())
    assert awaits_word_of(story.transfer()) == intensivist().person_id
    story.dispute(by=intensivist(), reason="I was asked for advice only")
    agreed = agreement(story)
    assert agreed.disputed_at == story.now_at
    assert agreed.disputed_because == "I was asked for advice only"
    assert is_unconfirmed(story.transfer())
    assert awaits_word_of(story.transfer()) is None
    with refused("already_disputed"):
        story.dispute(by=intensivist())
    story.confirm(by=intensivist())
    assert agreement(story).disputed_at is None
    assert not is_unconfirmed(story.transfer())


def test_nobody_else_denies_it_nor_what_the_doctor_did_personally():
    story = by_phone()
    with refused("not_your_agreement"):
        story.dispute(by=replace(intensivist(), person_id="another"))
    story.confirm(by=intensivist())
    with refused("nothing_to_confirm"):
        story.dispute(by=intensivist())
    own = a_story(Stage.ACCEPTED)
    with refused("nothing_to_confirm"):
        own.dispute(by=intensivist())
    with refused("unknown_transfer"):
        a_story(Stage.REQUESTED).dispute(by=intensivist())
    assert not is_unconfirmed(a_story().transfer())
    assert awaits_word_of(a_story().transfer()) is None


def test_doctor_who_asks_is_no_receiver():
    with refused("not_your_hospital"):
        withdraw_agreement(
            a_story(Stage.ACCEPTED).transfer(),
            reason="no_bed",
            told_by=None,
            actor=referring_doctor(),
            running=(on_duty(intensivist()),),
        )
