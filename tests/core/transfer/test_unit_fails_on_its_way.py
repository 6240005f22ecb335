"""A unit fails before it has the patient: it is out of service, and another one is planned."""

import pytest

from dispatch.fleet.unit import Activity
from dispatch.transfer.decide_unit import require_assignable
from dispatch.transfer.plan_instance import plan_question
from dispatch.transfer.seen import require_own_unit
from dispatch.transfer.stage import WITH_UNIT, Stage
from dispatch.transfer.transfer import roadside, waiting_unit
from tests.builders import SVA_1, SVA_2, a_story, crew, refused
from tests.core.transfer.test_unit_fails import HERE, SECOND, a_question, on_the_road


@pytest.mark.parametrize("stage", sorted(WITH_UNIT))
def test_unit_that_fails_on_its_way_is_out_of_service_and_the_patient_planned_anew(stage):
    story = a_story(stage)
    before = story.transfer()
    story.fail(by=crew())
    after, unit = story.transfer(), story.unit()
    assert (after.stage, after.unit_id, after.stranded) == (Stage.ACCEPTED, None, None)
    assert (after.agreement, after.bed_held_at) == (before.agreement, before.bed_held_at)
    assert after.milestones.agreed_at == before.milestones.agreed_at
    assert after.priority is before.priority
    assert (unit.activity, unit.transfer_id) == (Activity.OUT_OF_SERVICE, None)
    instance = plan_question(a_question(story))
    assert [each.id for each in instance.transfers] == ["T1"]
    assert SVA_1 not in {each.id for each in instance.units}
    with refused("unit_not_available", unit=SVA_1):
        require_assignable(after, unit, now_at=story.now_at)
    story.report_status(SVA_1, Activity.STATION)
    require_assignable(after, story.unit(), now_at=story.now_at)


@pytest.mark.parametrize("stage", sorted(WITH_UNIT))
def test_rescue_that_fails_on_its_way_leaves_the_crew_with_the_patient(stage):
    story = on_the_road()
    for each in SECOND[: SECOND.index(stage) + 1]:
        story.go_to(each, "T1", SVA_2)
    story.fail(by=crew(SVA_2))
    transfer = story.transfer()
    assert (waiting_unit(transfer), roadside(transfer)) == (SVA_1, HERE)
    assert (story.unit(SVA_1).transfer_id, story.unit(SVA_2).transfer_id) == ("T1", None)
    assert story.unit(SVA_2).activity is Activity.OUT_OF_SERVICE


def test_unit_that_fails_while_a_hospital_is_looked_for_waits_for_none():
    story = a_story(Stage.EN_ROUTE)
    story.withdraw()
    story.fail(by=crew())
    assert story.transfer().stage is Stage.REQUESTED
    assert story.unit().activity is Activity.OUT_OF_SERVICE


def test_step_of_nobodys_unit_is_refused_in_words():
    transfer = on_the_road().transfer()
    with refused("no_unit_assigned", stage="accepted"):
        require_own_unit(transfer, crew(SVA_1))
