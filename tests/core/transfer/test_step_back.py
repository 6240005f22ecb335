"""The wrong button: the last step is taken back, and everything is as it was before."""

import pytest
from msgspec.structs import replace

from dispatch.fleet.unit import Activity
from dispatch.kernel.ids import UnitId
from dispatch.transfer.custody import responsible, responsible_unit
from dispatch.transfer.decide_step_back import take_back_step
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import waiting_unit
from tests.builders import (
    JOURNEY,
    SVA_1,
    SVA_2,
    a_story,
    crew,
    intensivist,
    referring_doctor,
    refused,
)

HERE = (41.58, 2.55)


def but_version(row):
    return replace(row, version=0)


@pytest.mark.parametrize("step", JOURNEY)
def test_everything_is_as_it_was_before_the_step(step):
    order = list(Stage)
    story = a_story(order[order.index(Stage(step)) - 1])
    transfer, unit = story.transfer(), story.unit()
    story.wait(5)
    story.step(step)
    story.wait(2)
    story.take_back(step, by=crew())
    assert but_version(story.transfer()) == but_version(transfer)
    place = unit.place or unit.base_id
    assert but_version(story.unit()) == but_version(replace(unit, place=place))


def test_step_that_skipped_one_leads_back_to_where_it_started():
    story = a_story(Stage.ASSIGNED)
    story.step("en_route")
    story.take_back()
    assert story.transfer().stage is Stage.ASSIGNED
    assert story.unit().activity is Activity.DISPATCHED


def test_one_after_the_other_can_be_taken_back():
    story = a_story(Stage.ARRIVED)
    for step in reversed(JOURNEY):
        assert story.transfer().steps[-1].step == step
        story.take_back(step)
    assert story.transfer().stage is Stage.ASSIGNED
    with refused("no_step_to_take_back", stage="assigned"):
        story.take_back()


def test_only_the_last_one():
    story = a_story(Stage.DEPARTED)
    with refused("step_not_last", allowed="departed"):
        story.take_back("at_patient")


def test_crew_that_had_not_taken_over_does_not_answer_any_more():
    story = a_story(Stage.DEPARTED)
    assert responsible(story.transfer()) == "crew"
    story.take_back()
    assert responsible(story.transfer()) == "referring"


def test_crew_that_had_taken_over_goes_on_answering():
    story = a_story(Stage.AT_PATIENT)
    story.confirm_part("crew_took_over", by=crew())
    story.step("departed")
    story.take_back("departed")
    assert responsible(story.transfer()) == "crew"
    story.take_back("crew_took_over", by=crew())
    assert responsible(story.transfer()) == "referring"
    assert story.transfer().stage is Stage.AT_PATIENT
    assert story.unit().activity is Activity.PATIENT_CONTACT


def test_word_of_the_sender_goes_with_the_bedside_that_was_not_reached():
    story = a_story(Stage.AT_PATIENT)
    story.confirm_part("sender_released", by=referring_doctor())
    story.take_back("at_patient")
    assert story.transfer().milestones.sender_released_at is None
    story.step("at_patient")
    story.confirm_part("sender_released", by=referring_doctor())


def test_what_comes_after_the_step_ends_it():
    story = a_story(Stage.EN_ROUTE)
    story.release()
    assert story.transfer().steps == ()
    story.assign()
    with refused("no_step_to_take_back"):
        story.take_back()
    closed = a_story(Stage.HANDED_OVER).transfer()
    assert closed.steps == ()


def test_step_needs_its_reason():
    with refused("text_invalid", field="reason"):
        a_story(Stage.EN_ROUTE).take_back(reason=" ")


def test_crew_of_another_unit_takes_nothing_back():
    with refused("unknown_transfer"):
        a_story(Stage.EN_ROUTE).take_back(by=crew(SVA_2))


@pytest.mark.parametrize("who", [intensivist(), referring_doctor()])
def test_nobody_takes_back_a_transfer_without_a_unit(who):
    del who
    with refused("no_step_to_take_back"):
        a_story(Stage.ACCEPTED).take_back()


def rescued(*steps):
    """A unit failed on the road, and the next one got so far."""
    story = a_story(Stage.DEPARTED)
    story.fail(position=HERE)
    story.assign(unit_id=SVA_2)
    for step in ("notified", "en_route", "at_patient", *steps):
        story.wait(3)
        story.step(step)
    return story


def test_second_crew_that_was_not_there_yet_has_reached_nobody():
    story = rescued()
    first_at = story.transfer().milestones.at_patient_at
    story.take_back("at_patient")
    assert story.transfer().stranded.reached_at is None
    assert story.transfer().milestones.at_patient_at == first_at


def test_crew_that_was_let_go_too_early_has_the_patient_again():
    story = rescued("departed")
    assert story.unit().transfer_id is None
    story.take_back("departed")
    assert waiting_unit(story.transfer()) == responsible_unit(story.transfer()) == SVA_1
    assert story.unit().transfer_id == "T1"
    assert story.unit().activity is Activity.OUT_OF_SERVICE


def test_crew_that_took_over_on_the_road_gives_the_patient_back():
    story = rescued()
    story.confirm_part("crew_took_over", by=crew(SVA_2))
    assert responsible_unit(story.transfer()) == SVA_2
    story.take_back("crew_took_over", by=crew(SVA_2))
    assert responsible_unit(story.transfer()) == SVA_1


def test_step_taken_back_after_the_second_crew_took_over_leaves_the_first_free():
    story = rescued()
    story.confirm_part("crew_took_over", by=crew(SVA_2))
    story.step("departed")
    story.take_back("departed")
    assert story.unit().transfer_id is None
    assert responsible_unit(story.transfer()) == SVA_2


def test_crew_that_has_gone_does_not_come_back():
    story = rescued("departed")
    story.report_status(SVA_1, Activity.STATION)
    with refused("unit_moved_on", unit=SVA_1):
        story.take_back("departed")
    busy = dict(story.board.units)
    busy[UnitId(SVA_1)] = replace(
        busy[UnitId(SVA_1)], activity=Activity.OUT_OF_SERVICE, transfer_id="T2"
    )
    with refused("unit_moved_on", unit=SVA_1):
        take_back_step(story.transfer(), busy, step="departed", reason="as told")
