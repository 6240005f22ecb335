"""Agreement by telephone: for a named doctor on duty, read back, confirmed by that doctor."""

import pytest

from dispatch.checklist.verdict import Answer
from dispatch.transfer.stage import AGREED, Stage
from tests.builders import (
    ALL_YES,
    GERMANS_TRIAS,
    MATARO,
    a_story,
    an_actor,
    coordinating_doctor,
    dispatcher,
    intensivist,
    on_duty,
    referring_doctor,
    refused,
)

COLLEAGUE = an_actor(intensivist().role, name="Dr. Roca", hospital=MATARO)


def phoned(**given):
    story = a_story(Stage.ASKED)
    story.phone(**given)
    return story


@pytest.mark.parametrize("actor", [dispatcher(), coordinating_doctor()])
def test_agreement_by_telephone_is_the_doctors_and_holds_a_bed(actor):
    story = phoned(by=actor)
    agreed = story.transfer().agreement
    assert (agreed.intensivist_id, agreed.recorded_by) == (intensivist().person_id, actor.name)
    assert (agreed.agreed_at, agreed.confirmed_at) == (story.now_at, None)
    assert story.beds().held == 1
    accepted = story.lines[-2].event
    assert (accepted.read_back, accepted.shift_id) == (True, on_duty(intensivist()).shift_id)


def test_unit_can_go_before_the_confirmation():
    story = phoned()
    story.assign()
    assert story.transfer().stage is Stage.ASSIGNED


def test_telephone_needs_four_yes():
    with refused("not_four_yes", field="answers"):
        phoned(answers={**ALL_YES, "infection": Answer.NO})
    with refused("question_unanswered"):
        phoned(answers={})


def test_telephone_needs_the_read_back():
    with refused("read_back_needed", field="read_back"):
        phoned(read_back=False)


def test_doctor_named_must_be_on_duty_there():
    story = a_story(Stage.ASKED)
    story.roster = (on_duty(intensivist()), on_duty(intensivist(GERMANS_TRIAS)))
    for somebody in (COLLEAGUE, intensivist(GERMANS_TRIAS), referring_doctor()):
        expected = "own_request" if somebody == referring_doctor() else "not_on_duty"
        with refused(expected):
            story.phone(doctor=somebody)
    story.phone(doctor=intensivist())


@pytest.mark.parametrize("actor", [referring_doctor(), intensivist()])
def test_neither_hospital_records_a_telephone_call(actor):
    story = a_story(Stage.ASKED)
    with refused("role_not_allowed"):
        story.phone(by=actor)


def test_who_asked_can_record_no_agreement():
    story = a_story(by=dispatcher())
    story.ask()
    with refused("own_request"):
        story.phone(by=dispatcher())
    story.phone(by=coordinating_doctor())


@pytest.mark.parametrize("stage", sorted(set(Stage) - {Stage.ASKED}))
def test_telephone_agrees_to_nothing_that_is_not_asked(stage):
    story = a_story(stage)
    with refused("not_asked", stage=stage.value):
        story.phone(doctor=intensivist())


def test_doctor_confirms_what_they_agreed():
    story = phoned()
    story.wait(20)
    story.confirm(by=intensivist())
    assert story.transfer().agreement.confirmed_at == story.now_at
    with refused("nothing_to_confirm"):
        story.confirm(by=intensivist())


@pytest.mark.parametrize("stage", sorted(AGREED))
def test_confirmation_may_come_at_any_time_until_the_handover(stage):
    story = phoned()
    for each in tuple(Stage)[3 : tuple(Stage).index(stage) + 1]:
        story.wait(5)
        story.go_to(each, "T1", "SVA-01")
    story.confirm(by=intensivist())
    assert story.transfer().stage is stage
    assert story.transfer().agreement.confirmed_at is not None


def test_nobody_confirms_for_the_doctor():
    story = phoned()
    for somebody in (COLLEAGUE, dispatcher(), referring_doctor()):
        with refused("not_your_agreement", person=intensivist().name):
            story.confirm(by=somebody)
    assert story.transfer().agreement.confirmed_at is None


@pytest.mark.parametrize("stage", [Stage.ASKED, Stage.ACCEPTED])
def test_agreement_given_in_person_needs_no_confirmation(stage):
    with refused("nothing_to_confirm"):
        a_story(stage).confirm(by=intensivist())
