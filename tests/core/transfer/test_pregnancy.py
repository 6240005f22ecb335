"""NEWS2 is not valid in pregnancy; the class stays, with a caution; obstetrics are needed."""

import pytest
from msgspec.structs import replace

from dispatch.assessment import AdultValues, ChildValues, assess
from dispatch.assessment.answer import answer_of
from dispatch.assessment.danger import dangers_of_adult
from dispatch.assessment.priority import Condition
from dispatch.network.levels import Care
from dispatch.transfer.asked_again import asked_of_pregnancy, asked_of_values_again
from dispatch.transfer.crew import doctor_because
from dispatch.transfer.decide_assessment import record_assessment
from dispatch.transfer.described import may_be_pregnant
from dispatch.transfer.parts import Clinical, Described, Needs
from dispatch.transfer.sayings import needs_of, told_at_once, told_of
from tests.builders import a_story, at, referring_doctor

ILL = AdultValues(
    infection_suspected=True,
    respiratory_rate_rpm=26,
    heart_rate_bpm=135,
    temperature_c=39.5,
    creatinine_mg_dl=2.5,
)


def answer(values):
    return answer_of("-", assess(values))


def test_news2_is_told_as_not_valid_and_lowers_nothing():
    """Its points are no reason to look less: people look again, and are told why."""
    pregnant = answer(replace(ILL, is_pregnant=True))
    for told in (None, False):
        other = answer(replace(ILL, is_pregnant=told))
        assert (other["news2_is_valid"], other["news2_risk"]) == (True, "high")
        assert pregnant["reassess_within_min"] == other["reassess_within_min"] == 60
        for key in ("classification", "csi_priority", "sofa", "delta_sofa", "findings"):
            assert pregnant[key] == other[key]
    assert (pregnant["news2_is_valid"], pregnant["news2_risk"]) == (False, None)
    assert {"code": "pregnancy", "value": "pregnancy"} in pregnant["doubts"]
    assert dangers_of_adult(replace(ILL, is_pregnant=True)) == (
        "extreme_pulse",
        "high_news2_pregnant",
    )


def test_class_of_a_girl_has_the_same_caution():
    girl = ChildValues(age_months=180, infection_suspected=True, lactate_mmol_l=6)
    doubts = [each["code"] for each in answer(replace(girl, is_pregnant=True))["doubts"]]
    assert "pregnancy" in doubts
    assert "pregnancy" not in [each["code"] for each in answer(girl)["doubts"]]


@pytest.mark.parametrize("care", list(Care))
def test_obstetrics_are_a_need_from_then_on(care):
    values: AdultValues | ChildValues = AdultValues(is_pregnant=True)
    if care is Care.PAEDIATRIC:
        values = ChildValues(age_months=180, is_pregnant=True)
    at_once = told_at_once(
        care,
        (Condition.SEPSIS, Needs()),
        Clinical(),
        values=values,
        hypotensive_after_fluids=False,
    )
    assert needs_of(at_once).obstetrics
    story, doctor = a_story(care=care), referring_doctor()
    assert not needs_of(told_of(story.transfer())).obstetrics
    events = record_assessment(story.transfer(), values, actor=doctor, assessed_at=at(5))
    story.record(events, by=doctor, occurred_at=at(5))
    assert needs_of(told_of(story.transfer())).obstetrics


def test_doctor_is_on_board_until_somebody_has_looked():
    story, doctor = a_story(clinical=Clinical()), referring_doctor()
    values = replace(ILL, is_pregnant=True)
    events = record_assessment(story.transfer(), values, actor=doctor, assessed_at=at(5))
    story.record(events, by=doctor, occurred_at=at(5))
    assert "high_news2_pregnant" in doctor_because(story.transfer())


@pytest.mark.parametrize(
    ("described", "is_asked"),
    [
        (Described(), True),
        (Described(sex="female"), True),
        (Described(sex="male"), False),
        (Described(sex="female", age_years=11), False),
        (Described(sex="female", age_years=12), True),
        (Described(sex="female", age_years=55), True),
        (Described(sex="female", age_years=56), False),
        (Described(age_years=30), True),
        (Described(sex="female", age_months=20), False),
    ],
)
def test_women_of_child_bearing_age_are_asked(described, is_asked):
    assert may_be_pregnant(described) is is_asked


@pytest.mark.parametrize(
    ("described", "values", "is_asked"),
    [
        (Described(sex="male"), AdultValues(is_pregnant=True), True),
        (Described(sex="male", age_years=30), AdultValues(is_pregnant=True), True),
        (Described(sex="female", age_years=56), AdultValues(is_pregnant=True), True),
        (Described(), AdultValues(is_pregnant=True, age_years=70), True),
        (Described(), ChildValues(age_months=143, is_pregnant=True), True),
        (Described(), ChildValues(age_months=144, is_pregnant=True), False),
        (Described(sex="female", age_years=55), AdultValues(is_pregnant=True), False),
        (Described(), AdultValues(is_pregnant=True), False),
        (Described(sex="male"), AdultValues(is_pregnant=False), False),
        (Described(sex="male"), AdultValues(), False),
        (Described(sex="male"), None, False),
    ],
)
def test_pregnancy_of_a_man_or_outside_the_ages_is_asked_about(described, values, is_asked):
    asked = [each.confirmation for each in asked_of_pregnancy(described, values)]
    assert asked == (["inputs/pregnancy=true & described"] if is_asked else [])


def test_later_values_of_a_man_are_asked_about_too():
    transfer = a_story(described=Described(sex="male", age_years=40)).transfer()
    asked = asked_of_values_again(transfer, AdultValues(is_pregnant=True))
    assert [each.code for each in asked] == ["pregnancy_unlikely"]
