"""No hospital is proposed where the patient is already; the list says that he is there."""

import pytest

from dispatch.transfer.decide_offer import next_hospital
from dispatch.transfer.offered import hospital_of_patient, not_offered, offered
from dispatch.transfer.stage import Stage
from dispatch.transfer.views import view_transfer
from tests.builders import CALELLA, GERMANS_TRIAS, MATARO, Story, a_story, dispatcher, refused


def codes(of) -> list[str]:
    return [each.hospital for each in of]


def why(story: Story, hospital: str) -> list[str]:
    found = (each for each in not_offered(story.transfer()) if each.hospital == hospital)
    return [reason.code for each in found for reason in each.reasons]


@pytest.mark.parametrize("stage", [Stage.REQUESTED, Stage.AT_PATIENT, Stage.DEPARTED])
def test_before_a_door_the_proposal_stands_as_it_was_made(stage):
    transfer = a_story(stage).transfer()
    assert hospital_of_patient(transfer) is None
    assert offered(transfer) == transfer.candidates
    assert not_offered(transfer) == transfer.not_proposed


def test_hospital_at_whose_door_the_patient_is_is_not_proposed():
    story = a_story(Stage.ARRIVED)
    story.withdraw(reason="no_bed")
    transfer = story.transfer()
    assert MATARO in codes(transfer.candidates)
    assert MATARO not in codes(offered(transfer))
    assert why(story, MATARO) == ["patient_is_there"]
    view = view_transfer(transfer, dispatcher(), in_full=True)
    assert view is not None
    assert (view.candidates, view.not_proposed) == (offered(transfer), not_offered(transfer))
    assert next_hospital(transfer, beds={}, now_at=story.now_at) == GERMANS_TRIAS


def test_team_there_is_asked_by_a_person_with_a_reason():
    story = a_story(Stage.DEPARTED)
    story.divert(hospital=GERMANS_TRIAS)
    story.step("arrived")
    assert why(story, GERMANS_TRIAS) == ["patient_is_there"]
    with refused("override_reason_needed"):
        story.ask(hospital=GERMANS_TRIAS)
    story.ask(hospital=GERMANS_TRIAS, reason="he is at their door")
    assert story.transfer().asked == GERMANS_TRIAS


def test_left_out_hospital_keeps_its_reasons_beside():
    story = a_story(Stage.DEPARTED)
    story.divert(hospital=CALELLA)
    story.step("arrived")
    assert why(story, CALELLA)[0] == "patient_is_there"
    assert len(why(story, CALELLA)) > 1


def test_unit_that_failed_in_a_yard_leaves_that_hospital_out():
    story = a_story(Stage.DEPARTED)
    story.divert(hospital=GERMANS_TRIAS)
    story.step("arrived")
    story.divert(hospital=MATARO)
    story.fail(position=(41.48, 2.24))
    transfer = story.transfer()
    assert hospital_of_patient(transfer) == GERMANS_TRIAS
    assert GERMANS_TRIAS not in codes(offered(transfer))
