"""A no by telephone: of the doctor on duty, with its reason, written down by headquarters."""

import pytest

from dispatch.transfer.decide_phone import PhoneRefusal, decline_by_phone
from dispatch.transfer.events import TransferRejected
from dispatch.transfer.stage import Stage
from tests.builders import (
    GERMANS_TRIAS,
    MATARO,
    a_story,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    on_duty,
    referring_doctor,
    refused,
)


def say_no(story, reason="no_bed", *, by=None):
    actor = by or dispatcher()
    call = PhoneRefusal(intensivist().person_id, reason)
    running = (on_duty(intensivist()),)
    said = decline_by_phone(story.transfer(), call, actor=actor, running=running)
    story.record(said, by=actor)


@pytest.mark.parametrize("actor", [dispatcher(), coordinating_doctor()])
def test_no_by_telephone_is_the_doctors_and_the_request_goes_on(actor):
    story = a_story(Stage.ASKED)
    say_no(story, by=actor)
    transfer = story.transfer()
    (no,) = transfer.declined
    assert (no.hospital, no.reason, transfer.stage) == (MATARO, "no_bed", Stage.REQUESTED)
    told = story.lines[-1].event
    assert isinstance(told, TransferRejected)
    assert (told.intensivist, told.recorded_by) == (intensivist().name, actor.name)


def test_no_by_telephone_needs_a_reason_of_the_list():
    with refused("reason_needed", field="reason"):
        say_no(a_story(Stage.ASKED), reason="full tonight")


@pytest.mark.parametrize("actor", [referring_doctor(), intensivist(), crew()])
def test_nobody_else_writes_a_no_down(actor):
    transfer = a_story(Stage.ASKED).transfer()
    call = PhoneRefusal(intensivist().person_id, "no_bed")
    with refused("role_not_allowed"):
        decline_by_phone(transfer, call, actor=actor, running=(on_duty(intensivist()),))


def test_doctor_who_says_no_is_on_duty_there():
    transfer = a_story(Stage.ASKED).transfer()
    elsewhere = intensivist(GERMANS_TRIAS)
    call = PhoneRefusal(elsewhere.person_id, "no_bed")
    with refused("not_on_duty"):
        decline_by_phone(transfer, call, actor=dispatcher(), running=(on_duty(elsewhere),))


def test_nobody_says_no_who_is_not_asked():
    transfer = a_story(Stage.REQUESTED).transfer()
    call = PhoneRefusal(intensivist().person_id, "no_bed")
    with refused("not_asked"):
        decline_by_phone(transfer, call, actor=dispatcher(), running=())
