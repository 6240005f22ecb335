"""The yes is taken back while the crew is at the bedside: wait there, or be let go."""

import pytest

from dispatch.fleet.unit import Activity
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import seeks_hospital
from tests.builders import (
    GERMANS_TRIAS,
    SVA_1,
    SVA_2,
    Story,
    a_story,
    crew,
    referring_doctor,
    refused,
)


def withdrawn() -> Story:
    story = a_story(Stage.AT_PATIENT)
    story.wait(9)
    story.withdraw()
    return story


def test_crew_at_the_bedside_waits_for_the_next_hospital():
    story = withdrawn()
    assert [each.kind for each in open_decisions(story.transfer())] == ["receiver_withdrew"]
    story.ask(hospital=GERMANS_TRIAS, reason="next")
    story.answer()
    story.step("departed")
    assert story.transfer().stage is Stage.DEPARTED


def test_crew_at_the_bedside_is_let_go_with_a_reason():
    story = withdrawn()
    agreed_at = story.transfer().milestones.agreed_at
    story.confirm_part("sender_released", by=referring_doctor())
    with refused("text_invalid", field="reason"):
        story.release(reason=" ")
    story.release(reason="a shock waits in Blanes")
    transfer = story.transfer()
    assert (transfer.stage, transfer.unit_id, transfer.steps) == (Stage.REQUESTED, None, ())
    assert seeks_hospital(transfer)
    assert transfer.milestones.agreed_at == agreed_at
    assert transfer.milestones.at_patient_at is None
    assert transfer.milestones.sender_released_at is None
    assert (story.unit().transfer_id, story.unit().activity) == (None, Activity.STATION)
    story.ask(hospital=GERMANS_TRIAS, reason="next")
    story.answer()
    story.assign(unit_id=SVA_2)
    assert story.transfer().stage is Stage.ASSIGNED


def test_crew_that_has_the_patient_gives_him_back_first():
    story = withdrawn()
    story.confirm_part("crew_took_over", by=crew())
    with refused("patient_with_crew", unit=SVA_1):
        story.release()
    story.take_back("crew_took_over")
    story.release()
    assert story.transfer().stage is Stage.REQUESTED


def test_next_crew_is_let_go_and_the_first_one_keeps_the_patient():
    story = a_story(Stage.AT_PATIENT)
    story.confirm_part("crew_took_over", by=crew())
    story.fail()
    story.assign(unit_id=SVA_2)
    for step in ("notified", "en_route", "at_patient"):
        story.step(step)
    story.withdraw()
    story.release(reason="another shock")
    transfer = story.transfer()
    assert transfer.stranded is not None
    assert (transfer.stranded.unit_id, transfer.stranded.reached_at) == (SVA_1, None)
    assert transfer.milestones.at_patient_at is not None


@pytest.mark.parametrize("stage", [Stage.AT_PATIENT, Stage.DEPARTED, Stage.ARRIVED])
def test_unit_that_brings_a_patient_where_somebody_agreed_is_not_taken_off(stage):
    with refused("not_at_this_stage", stage=stage.value, event="unit-released"):
        a_story(stage).release()
