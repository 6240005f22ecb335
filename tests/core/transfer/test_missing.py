"""A patient of whom nobody knows: loud and open, until found or given up by a doctor."""

import pytest

from dispatch.fleet.unit import Activity, Assignability
from dispatch.transfer.custody import responsible, responsible_unit
from dispatch.transfer.decide_missing import close_as_lost
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.stage import Stage
from dispatch.transfer.told import Told
from dispatch.transfer.transfer import is_open
from dispatch.transfer.views import view_transfer
from tests.builders import (
    MATARO,
    SVA_1,
    SVA_2,
    Story,
    a_story,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    refused,
)

HERE = (41.58, 2.55)


def kinds(story: Story) -> list[str]:
    return [each.kind for each in open_decisions(story.transfer())]


def missing(stage: Stage = Stage.DEPARTED) -> Story:
    story = a_story(stage)
    story.wait(7)
    story.miss(reason="radio silent for 2 h")
    return story


@pytest.mark.parametrize("stage", [Stage.DEPARTED, Stage.ARRIVED])
def test_missing_patient_stays_open_with_clocks_bed_and_crew(stage):
    before = a_story(stage).transfer()
    story = missing(stage)
    transfer = story.transfer()
    assert is_open(transfer)
    assert (transfer.stage, transfer.milestones) == (stage, before.milestones)
    assert transfer.missing == Told("radio silent for 2 h", story.now_at)
    assert (responsible(transfer), responsible_unit(transfer)) == ("crew", SVA_1)
    assert story.unit().transfer_id == transfer.transfer_id
    assert story.beds(MATARO).held == 1


def test_missing_patient_is_a_decision_that_no_words_settle():
    story = missing()
    assert kinds(story) == ["patient_missing"]
    (asked,) = open_decisions(story.transfer())
    assert (asked.since_at, asked.why[0].facts) == (
        story.now_at,
        {"said": "radio silent for 2 h"},
    )
    for who in (dispatcher(), coordinating_doctor(), intensivist()):
        with refused("decision_not_by_words", field="decision"):
            story.settle("patient_missing", asked.about, by=who)
    view = view_transfer(story.transfer(), dispatcher(), in_full=False)
    assert view is not None
    assert view.missing is not None
    with refused("already_missing"):
        story.miss()


def test_patient_in_a_hospital_is_not_missing():
    for stage in (Stage.REQUESTED, Stage.EN_ROUTE, Stage.AT_PATIENT):
        with refused("patient_not_on_the_road", stage=stage.value):
            a_story(stage).miss()


@pytest.mark.parametrize("by", [dispatcher(), crew(), intensivist()])
def test_found_patient_goes_on_from_where_he_was(by):
    story = missing()
    story.wait(50)
    story.find(by=by, place="AP-7, area of Montseny", found_by="Mossos")
    assert (story.transfer().missing, kinds(story)) == (None, [])
    assert story.transfer().stage is Stage.DEPARTED
    story.step("arrived")
    story.hand_over()
    assert story.transfer().stage is Stage.HANDED_OVER
    with refused("patient_not_missing"):
        a_story(Stage.DEPARTED).find()


def test_step_of_the_crew_says_where_the_patient_is():
    story = missing()
    before = story.transfer().missing
    story.step("arrived")
    assert story.transfer().missing is None
    story.take_back("arrived")
    assert story.transfer().missing == before
    assert kinds(story) == ["patient_missing"]
    again = missing(Stage.ARRIVED)
    again.take_back("arrived")
    assert kinds(again) == ["patient_missing"]
    again.take_back("departed")
    assert (again.transfer().stage, kinds(again)) == (Stage.AT_PATIENT, [])
    handed = missing(Stage.ARRIVED)
    handed.hand_over()
    assert handed.transfer().missing is None


@pytest.mark.parametrize("stage", [Stage.DEPARTED, Stage.ARRIVED])
def test_search_is_given_up_with_a_reason_and_closes(stage):
    story = missing(stage)
    story.lose(reason="searched for a day")
    transfer = story.transfer()
    assert (transfer.stage, transfer.outcome, transfer.missing) == (Stage.LOST, "lost", None)
    assert transfer.milestones.lost_at == story.now_at
    assert responsible(transfer) == "crew"
    assert story.unit().assignability is Assignability.UNKNOWN
    assert story.beds(MATARO).held == 0
    assert open_decisions(transfer) == ()
    assert close_as_lost(missing(stage).transfer(), None, reason="as told")


def test_nobody_is_given_up_who_is_not_missing():
    for stage in (Stage.REQUESTED, Stage.DEPARTED, Stage.ARRIVED):
        with refused("patient_not_missing"):
            a_story(stage).lose()


def test_patient_lost_on_the_roadside_frees_the_unit_sent():
    story = a_story(Stage.DEPARTED)
    story.fail(position=HERE)
    story.assign(unit_id=SVA_2)
    story.give_up()
    assert story.unit(SVA_2).activity is Activity.STATION
    assert story.unit(SVA_1).transfer_id is None
