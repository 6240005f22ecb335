"""Values recorded on a transfer, and the page the two doctors share."""

import msgspec
import pytest

from dispatch.assessment.priority import Condition
from dispatch.assessment.values import AdultValues, ChildValues
from dispatch.network.levels import Care
from dispatch.transfer.bundle import bundle_of
from dispatch.transfer.decide_assessment import record_assessment
from dispatch.transfer.shared import shared_view
from dispatch.transfer.stage import Stage
from tests.builders import NOON, a_story, a_transfer, at, intensivist, referring_doctor, refused

ILL = AdultValues(
    infection_suspected=True,
    systolic_mmhg=80,
    diastolic_mmhg=50,
    platelets_10e9_l=90,
    creatinine_mg_dl=2.5,
    age_years=71,
)
WELL = AdultValues(infection_suspected=True, systolic_mmhg=120, diastolic_mmhg=80)


def record(story, values, minutes=0):
    actor, when = referring_doctor(), at(minutes)
    events = record_assessment(story.transfer(), values, actor=actor, assessed_at=when)
    story.record(events, by=actor, occurred_at=when)


def shared(story, minutes=0):
    return shared_view(story.transfer(), intensivist(), now_at=at(minutes))


def states(story):
    items = bundle_of(story.transfer(), now_at=at(12)).items
    return {item.step.value: item.state for item in items}


def told(story):
    assert story.transfer().assessed is not None
    return story.transfer().assessed


def test_values_are_kept_with_who_and_when():
    story = a_story()
    record(story, ILL, 5)
    assert (told(story).assessed_at, told(story).recorded_by) == (
        at(5),
        referring_doctor().name,
    )
    assert told(story).adult.systolic_mmhg == 80
    assert told(story).child is None


def test_age_goes_no_further_than_scores_need_it():
    story = a_story()
    record(story, ILL)
    assert told(story).adult.age_years is None
    child = a_story(care=Care.PAEDIATRIC)
    record(child, ChildValues(age_months=13.7, infection_suspected=True))
    assert told(child).child.age_months == 13
    assert told(child).adult is None


@pytest.mark.parametrize(
    ("care", "values"),
    [(Care.ADULT, ChildValues(age_months=3)), (Care.PAEDIATRIC, WELL)],
)
def test_child_is_not_scored_as_an_adult_nor_the_other_way(care, values):
    with refused("assessment_other_population", field="inputs/population"):
        record(a_story(care=care), values)


def test_older_values_do_not_replace_newer_ones():
    story = a_story()
    record(story, WELL, 10)
    with refused("assessment_older", allowed=f">= {at(10).isoformat()}"):
        record(story, ILL, 9)


def test_two_assessments_a_second_apart_cannot_contradict():
    story = a_story()
    record(story, WELL, 10)
    with refused("assessment_contradicts", field="inputs"):
        record(story, ILL, 10 + 1 / 60)
    record(story, WELL, 10 + 1 / 60)
    record(story, ILL, 12)


@pytest.mark.parametrize("stage", [Stage.HANDED_OVER, Stage.CANCELLED])
def test_values_cannot_be_recorded_once_closed(stage):
    with refused("not_at_this_stage"):
        record(a_story(stage), WELL, 90)


def test_shared_page_without_values_says_none():
    story = a_story(Stage.ASKED)
    view = shared(story, 6)
    assert (view.assessment, view.assessed_at, view.assessed_by) == (None, None, None)
    assert not view.values_lead_higher
    assert view.bundle.now_at == at(6)
    assert view.transfer.clinical is not None


def test_shared_page_has_scores_findings_and_what_is_missing():
    story = a_story(Stage.ASKED)
    record(story, ILL, 5)
    answer = shared(story).assessment
    assert answer["sofa"] == 2 + 1 + 2
    assert answer["classification"] == "sepsis"
    assert {"low_systolic", "low_map"} <= {each["code"] for each in answer["findings"]}
    assert "pao2_mmhg" in answer["missing"]["sofa"]
    assert answer["id"] == story.transfer().number
    assert shared(story).values["sbp"] == 80
    assert "age_years" not in shared(story).values


def test_values_that_lead_higher_are_pointed_out():
    shock = msgspec.structs.replace(ILL, adequate_fluids_given=True)
    for values, is_higher in ((ILL, False), (shock, True), (WELL, False)):
        story = a_story(Stage.ASKED)
        record(story, values, 6)
        assert shared(story).values_lead_higher is is_higher


def test_values_that_ask_for_less_than_priority_0_are_not_pointed_out():
    story = a_story(Stage.ASKED)
    story.change_priority()
    for minutes, values in ((6, WELL), (8, ILL)):
        record(story, values, minutes)
        assert not shared(story).values_lead_higher


def test_values_without_a_word_on_infection_lead_nowhere():
    story = a_story(Stage.ASKED)
    record(story, AdultValues(systolic_mmhg=80), 6)
    assert not shared(story).values_lead_higher


def test_values_alone_change_neither_condition_nor_priority():
    story = a_story()
    before = story.transfer()
    record(story, msgspec.structs.replace(ILL, adequate_fluids_given=True))
    after = story.transfer()
    assert (after.condition, after.priority) == (before.condition, before.priority)
    assert after.condition is Condition.SEPSIS


def test_bundle_reads_pressure_and_lactate_of_the_values():
    """90/50 mmHg is a mean pressure of 63.3: volume is due before anybody records a lactate."""
    story = a_story()
    record(story, AdultValues(systolic_mmhg=90, diastolic_mmhg=50))
    assert states(story)["fluids"] == "due"
    normal = AdultValues(systolic_mmhg=120, diastolic_mmhg=80, lactate_mmol_l=4)
    record(story, normal, 5)
    assert (states(story)["fluids"], states(story)["lactate_again"]) == ("due", "due")
    record(story, msgspec.structs.replace(normal, lactate_mmol_l=2.1), 8)
    assert (states(story)["fluids"], states(story)["lactate_again"]) == ("not_needed", "due")
    record(story, msgspec.structs.replace(normal, lactate_mmol_l=2), 10)
    assert (states(story)["fluids"], states(story)["lactate_again"]) == ("not_needed",) * 2


def test_bundle_of_a_child_reads_its_mean_pressure():
    story = a_story(care=Care.PAEDIATRIC)
    record(story, ChildValues(age_months=20, map_mmhg=30))
    assert states(story)["fluids"] == "due"


def test_limits_of_treatment_are_told_and_why():
    story = a_story(Stage.ASKED)
    record(story, msgspec.structs.replace(ILL, is_end_of_life=True), 6)
    activation = shared(story).assessment["activation"]
    assert activation["why_not"] == ["end_of_life"]
    assert activation["basic_care_goes_on"]


def test_assessment_is_read_back_as_written():
    story = a_story()
    record(story, ILL)
    transfer = story.transfer()
    encoded = msgspec.json.encode(transfer)
    assert msgspec.json.decode(encoded, type=type(transfer)) == transfer
    assert a_transfer().milestones.requested_at == NOON
