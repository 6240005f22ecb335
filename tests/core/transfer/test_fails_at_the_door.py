"""A unit that breaks down in the yard of a hospital: the patient is there, the unit is not."""

import pytest

from dispatch.fleet.unit import Activity
from dispatch.transfer.custody import responsible_unit
from dispatch.transfer.decide_unit import require_assignable
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import roadside, waiting_unit
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    SVA_1,
    SVA_2,
    Story,
    a_story,
    crew,
    dispatcher,
    intensivist,
    refused,
)
from tests.core.transfer.test_unit_fails import HERE

YARD = (41.48, 2.24)


def in_the_yard() -> Story:
    """Arrived where the patient is handed over; the unit does not start any more."""
    story = a_story(Stage.ARRIVED)
    story.wait(2)
    story.fail(by=crew())
    return story


def at_a_stop() -> Story:
    """The crew has stopped at Germans Trias, and should drive on."""
    story = a_story(Stage.DEPARTED)
    story.divert(hospital=GERMANS_TRIAS)
    story.step("arrived")
    agreed = story.transfer().agreement
    assert agreed is not None
    story.divert(hospital=agreed.hospital)
    return story


def test_unit_is_out_of_service_and_the_patient_before_the_door():
    before = a_story(Stage.ARRIVED).transfer()
    story = in_the_yard()
    transfer, unit = story.transfer(), story.unit()
    assert (transfer.stage, transfer.unit_id) == (Stage.ARRIVED, SVA_1)
    assert (transfer.milestones, transfer.agreement) == (before.milestones, before.agreement)
    assert (transfer.stranded, transfer.arrived_in) == (None, before.arrived_in)
    assert responsible_unit(transfer) == SVA_1
    assert (unit.activity, unit.transfer_id) == (Activity.OUT_OF_SERVICE, "T1")
    assert transfer.priority is before.priority


@pytest.mark.parametrize("by", [crew(), dispatcher(), intensivist()])
def test_handover_goes_on_and_the_unit_stays_out_of_service(by):
    story = in_the_yard()
    story.hand_over(by=by)
    assert story.transfer().stage is Stage.HANDED_OVER
    assert (story.unit().activity, story.unit().transfer_id) == (Activity.OUT_OF_SERVICE, None)
    with refused("unit_not_available", unit=SVA_1):
        require_assignable(
            a_story(Stage.ACCEPTED).transfer(), story.unit(), now_at=story.now_at
        )


def test_unit_stays_out_of_service_where_the_patient_dies_before_the_door():
    story = in_the_yard()
    story.die()
    assert story.unit().activity is Activity.OUT_OF_SERVICE


def test_patient_brought_back_to_the_sender_by_a_unit_that_fails_there():
    story = a_story(Stage.DEPARTED)
    story.divert(hospital=CALELLA)
    story.step("arrived")
    story.fail(by=crew())
    story.hand_over()
    assert story.transfer().stage is Stage.TAKEN_BACK
    assert story.unit().activity is Activity.OUT_OF_SERVICE


def test_handover_taken_back_leaves_the_unit_broken_before_the_door():
    story = in_the_yard()
    story.hand_over(by=crew())
    story.reopen()
    assert story.transfer().stage is Stage.ARRIVED
    assert (story.unit().activity, story.unit().transfer_id) == (Activity.OUT_OF_SERVICE, "T1")
    story.run_again(by=crew())
    assert story.unit().activity is Activity.HOSPITAL


def test_it_fails_there_once():
    with refused("unit_failed_already", unit=SVA_1):
        in_the_yard().fail()


def test_arrival_is_no_step_to_take_back_with_a_broken_unit():
    with refused("no_step_to_take_back", stage="arrived"):
        in_the_yard().take_back("arrived")


def test_broken_unit_does_not_drive_on_and_another_one_is_asked_for():
    story = in_the_yard()
    story.divert(hospital=GERMANS_TRIAS)
    with refused("unit_failed_there", unit=SVA_1):
        story.step("departed")
    story.fail(position=YARD)
    transfer = story.transfer()
    assert (transfer.stage, transfer.unit_id) == (Stage.ACCEPTED, None)
    assert (waiting_unit(transfer), roadside(transfer)) == (SVA_1, YARD)
    assert transfer.arrived_in is None
    assert transfer.milestones.arrived_at is None


def test_unit_that_fails_at_a_stop_needs_another_one_there():
    story = at_a_stop()
    with refused("position_needed", field="lat"):
        story.fail()
    story.fail(position=YARD)
    assert roadside(story.transfer()) == YARD
    for stage in (Stage.ASSIGNED, Stage.NOTIFIED, Stage.EN_ROUTE, Stage.AT_PATIENT):
        story.go_to(stage, "T1", SVA_2)
    for stage in (Stage.DEPARTED, Stage.ARRIVED, Stage.HANDED_OVER):
        story.go_to(stage, "T1", SVA_2)
    assert story.transfer().stage is Stage.HANDED_OVER


def test_failure_at_a_stop_is_taken_back_at_that_stop():
    story = at_a_stop()
    before = story.transfer()
    story.fail(position=YARD)
    story.run_again()
    after = story.transfer()
    assert (after.stage, after.arrived_in) == (Stage.ARRIVED, before.arrived_in)
    assert after.milestones == before.milestones
    story.step("departed")
    assert story.transfer().stage is Stage.DEPARTED


def test_position_given_at_the_door_is_not_needed():
    story = a_story(Stage.ARRIVED)
    story.fail(position=HERE)
    assert story.transfer().stranded is None
