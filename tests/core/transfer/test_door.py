"""Whose door a patient is at: a hospital that never agreed is not told as the receiving one."""

import pytest

from dispatch.transfer.closing_back import view_ended
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.door import door_of, stage_said
from dispatch.transfer.stage import AGREED, Stage
from dispatch.transfer.views import view_transfer
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    Story,
    a_story,
    by_phone,
    crew,
    dispatcher,
    intensivist,
)


def said(story: Story) -> str:
    view = view_transfer(story.transfer(), dispatcher(), in_full=True)
    assert view is not None
    assert view.door == door_of(story.transfer())
    return stage_said(view.stage, view.door)


def brought_to(hospital: str) -> Story:
    story = a_story(Stage.DEPARTED)
    story.divert(hospital=hospital)
    story.step("arrived")
    return story


def denied(stage: Stage) -> Story:
    story = by_phone(stage)
    story.dispute(by=intensivist())
    return story


@pytest.mark.parametrize("stage", [Stage.REQUESTED, Stage.ASKED, *sorted(AGREED)])
def test_stage_is_said_as_ever_where_the_hospital_agreed_or_none_is_near(stage):
    story = a_story(stage)
    assert door_of(story.transfer()) is None
    assert said(story) == stage.value


@pytest.mark.parametrize(
    ("hospital", "door"), [(GERMANS_TRIAS, "unagreed"), (CALELLA, "sender")]
)
def test_door_that_never_agreed_is_said_so(hospital, door):
    story = brought_to(hospital)
    assert door_of(story.transfer()) == door
    assert said(story) == door


def test_door_that_took_its_yes_back_is_said_so_also_after_another_has_agreed():
    story = a_story(Stage.ARRIVED)
    story.withdraw()
    assert (door_of(story.transfer()), said(story)) == ("withdrawn", "withdrawn")
    story.ask(hospital=GERMANS_TRIAS, reason="the first has no bed")
    story.answer()
    assert (door_of(story.transfer()), said(story)) == ("withdrawn", "withdrawn")


def test_yes_given_again_makes_a_receiving_hospital_of_it():
    story = a_story(Stage.ARRIVED)
    story.withdraw()
    story.ask(hospital=MATARO, reason="they have a bed after all")
    story.answer()
    assert door_of(story.transfer()) is None


def test_door_whose_doctor_denies_the_yes_is_said_so_until_it_is_confirmed():
    story = denied(Stage.ARRIVED)
    assert (door_of(story.transfer()), said(story)) == ("denied", "denied")
    story.confirm(by=intensivist())
    assert (door_of(story.transfer()), said(story)) == (None, "arrived")


def test_patient_on_the_road_is_in_transit_whatever_the_door():
    story = a_story(Stage.DEPARTED)
    story.divert(hospital=GERMANS_TRIAS)
    assert (door_of(story.transfer()), said(story)) == ("unagreed", "departed")


def test_closed_transfer_says_that_the_hospital_never_agreed():
    story = brought_to(GERMANS_TRIAS)
    story.hand_over(by=crew())
    ended = view_ended(story.transfer(), dispatcher(), now_at=story.now_at)
    assert ended is not None
    assert ended.without_agreement == GERMANS_TRIAS
    as_agreed = a_story(Stage.HANDED_OVER)
    plain = view_ended(as_agreed.transfer(), dispatcher(), now_at=as_agreed.now_at)
    assert plain is not None
    assert plain.without_agreement is None


def test_hospital_that_withdrew_is_named_not_the_one_asked_next():
    story = a_story(Stage.EN_ROUTE)
    story.withdraw(reason="no_bed")
    story.move_on()
    assert story.transfer().asked == GERMANS_TRIAS
    (asked,) = open_decisions(story.transfer())
    assert (asked.kind, asked.hospital) == ("receiver_withdrew", MATARO)


def test_last_of_several_that_withdrew_is_named():
    story = a_story(Stage.ACCEPTED)
    story.withdraw()
    story.ask(hospital=GERMANS_TRIAS, reason="the first has no bed")
    story.answer()
    story.withdraw(by=intensivist(GERMANS_TRIAS))
    (asked,) = open_decisions(story.transfer())
    assert asked.hospital == GERMANS_TRIAS


def test_hospital_whose_doctor_denies_is_named_while_another_is_asked():
    story = denied(Stage.EN_ROUTE)
    story.ask(hospital=GERMANS_TRIAS, reason="nobody agreed there")
    (asked,) = open_decisions(story.transfer())
    assert (asked.kind, asked.hospital) == ("agreement_disputed", MATARO)


def test_yes_that_nobody_confirmed_names_its_hospital():
    story = by_phone(Stage.AT_PATIENT)
    (asked,) = open_decisions(story.transfer())
    assert (asked.kind, asked.hospital) == ("agreement_unconfirmed", MATARO)


def test_hospital_that_a_crew_drives_to_is_named():
    story = a_story(Stage.DEPARTED)
    story.divert(hospital=GERMANS_TRIAS)
    (asked,) = open_decisions(story.transfer())
    assert (asked.kind, asked.hospital) == ("crew_diverts", GERMANS_TRIAS)
