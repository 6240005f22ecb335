"""Silence changes nothing: who records less than is known takes nothing of it back."""

import random
from typing import Any

import pytest
from msgspec.structs import asdict, replace

from dispatch.assessment.assess import assess
from dispatch.assessment.bundle import BundleStep, Reading
from dispatch.assessment.priority import Condition, Priority
from dispatch.assessment.values import AdultValues, ChildValues, PatientValues, map_of
from dispatch.network.levels import Care
from dispatch.transfer.assessed import said_of, values_of
from dispatch.transfer.bundle import situation_of
from dispatch.transfer.crew import doctor_because
from dispatch.transfer.decide_assessment import record_assessment
from dispatch.transfer.decide_bundle import BundleReport, record_bundle
from dispatch.transfer.decide_priority import ConditionReport, change_condition
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.known_values import known_now, values_now
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.said_picture import SaidClinical, SaidNeeds
from dispatch.transfer.sayings import needs_of, ruling_of, told_of
from dispatch.transfer.transfer import Transfer
from tests.builders import a_story, at, coordinating_doctor, intensivist, referring_doctor
from tests.story import Story

DOCTOR, OTHER = referring_doctor(), intensivist()
SHOCK = AdultValues(
    infection_suspected=True,
    systolic_mmhg=75,
    diastolic_mmhg=40,
    adequate_fluids_given=True,
    has_respiratory_support=True,
    vasoactives_mcg_kg_min={"norepinephrine": 0.2},
)
CLASSES: list[str | None] = [None, "no_infection", "infection", "sepsis", "septic_shock"]


def told(story: Story, values: PatientValues, minutes: int) -> Transfer:
    transfer = story.transfer()
    events = record_assessment(transfer, values, actor=DOCTOR, assessed_at=at(minutes))
    story.record(events, by=DOCTOR, occurred_at=at(minutes))
    return story.transfer()


def changed(story: Story, minutes: int, *, by: Any = DOCTOR, **said: Any) -> Transfer:
    report = ConditionReport(**said, confirms_graver=True)
    events = change_condition(story.transfer(), report, actor=by, now_at=at(minutes))
    story.record(events, by=by, occurred_at=at(minutes))
    return story.transfer()


def kinds(transfer: Transfer) -> set[str]:
    return {each.kind for each in open_decisions(transfer)}


@pytest.mark.parametrize(
    "later",
    [
        AdultValues(creatinine_mg_dl=1.0, infection_suspected=True),
        AdultValues(creatinine_mg_dl=1.0, gcs=15),
        AdultValues(platelets_10e9_l=200),
        AdultValues(),
    ],
)
def test_older_form_with_a_laboratory_alone_leaves_the_shock(later):
    story = a_story(clinical=Clinical())
    before = told(story, SHOCK, 10)
    after = told(story, later, 190)
    assert kinds(after) == kinds(before) == {"graver_known"}
    assert needs_of(told_of(after)).vasoactives
    assert set(doctor_because(after)) >= {"vasoactives", "respiratory_support"}
    assert situation_of(after).needs_vasoactives
    assert assess(values_now(after) or SHOCK).classified.is_shock


def test_drug_of_a_child_outlives_the_next_laboratory():
    story = a_story(clinical=Clinical(), care=Care.PAEDIATRIC)
    told(story, ChildValues(age_months=30, vasoactive_count=1), 10)
    after = told(story, ChildValues(age_months=30, platelets_10e9_l=200), 20)
    assert "graver_known" in kinds(after)
    assert needs_of(told_of(after)).vasoactives
    stopped = told(story, ChildValues(age_months=30, vasoactive_count=0), 30)
    assert "graver_known" not in kinds(stopped)


def test_results_sent_one_by_one_add_up():
    story = a_story(clinical=Clinical())
    told(story, AdultValues(creatinine_mg_dl=4, infection_suspected=True), 10)
    after = told(story, AdultValues(platelets_10e9_l=30), 20)
    assert "graver_known" in kinds(after)
    pictured = a_story(clinical=Clinical(gcs=7))
    assert "graver_known" in kinds(told(pictured, AdultValues(creatinine_mg_dl=4), 10))


def test_each_value_keeps_its_age_and_its_author():
    story = a_story(clinical=Clinical())
    told(story, SHOCK, 10)
    after = told(story, AdultValues(creatinine_mg_dl=1.0), 190)
    assert after.assessed is not None
    assert said_of(after.assessed, "systolic_mmhg").said_at == at(10)
    assert said_of(after.assessed, "creatinine_mg_dl").said_at == at(190)
    assert after.assessed.assessed_at == at(190)


def test_what_is_stopped_is_said_drug_by_drug():
    story = a_story(clinical=Clinical())
    told(story, AdultValues(vasoactives_mcg_kg_min={"norepinephrine": 0.2}), 10)
    told(story, AdultValues(vasoactives_mcg_kg_min={"dobutamine": 5}), 20)
    after = told(story, AdultValues(vasoactives_mcg_kg_min={"norepinephrine": 0}), 30)
    assert after.assessed is not None
    assert after.assessed.adult is not None
    assert after.assessed.adult.vasoactives_mcg_kg_min == {"dobutamine": 5}
    assert known_now(after).noradrenaline_mcg_kg_min == 0
    assert needs_of(told_of(after)).vasoactives
    none = told(story, AdultValues(vasoactives_mcg_kg_min={}), 40)
    assert not needs_of(told_of(none)).vasoactives
    assert kinds(none) == set()


def test_another_drug_named_says_nothing_of_the_noradrenaline_of_the_picture():
    story = a_story(clinical=Clinical(noradrenaline_mcg_kg_min=0.3), confirms_graver=True)
    after = told(story, AdultValues(vasoactives_mcg_kg_min={"dobutamine": 0}), 10)
    assert known_now(after).noradrenaline_mcg_kg_min == 0.3
    assert needs_of(told_of(after)).vasoactives


def test_pressures_told_apart_never_cross():
    story = a_story(clinical=Clinical())
    told(story, AdultValues(systolic_mmhg=120, diastolic_mmhg=80), 10)
    fallen = told(story, AdultValues(systolic_mmhg=60), 20)
    assert fallen.assessed is not None
    assert fallen.assessed.adult is not None
    assert map_of(fallen.assessed.adult) == 60
    risen = told(story, AdultValues(diastolic_mmhg=70), 30)
    assert risen.assessed is not None
    assert risen.assessed.adult is not None
    assert map_of(risen.assessed.adult) == 70


def test_systolic_pressure_told_after_a_mean_stays_beside_it():
    story = a_story(clinical=Clinical())
    told(story, AdultValues(systolic_mmhg=120, diastolic_mmhg=80), 10)
    changed(story, 20, clinical=SaidClinical(map_mmhg=70))
    after = told(story, AdultValues(systolic_mmhg=100), 30)
    now = values_now(after)
    assert isinstance(now, AdultValues)
    assert (now.systolic_mmhg, map_of(now)) == (100, 70)


@pytest.mark.parametrize(
    ("first", "then", "known"),
    [
        ((120, 80, None), (None, None, 60), (None, None, 60)),
        ((120, 80, None), (100, None, 60), (100, None, 60)),
        ((None, None, 60), (120, 80, None), (120, 80, None)),
        ((None, None, 60), (120, None, None), (120, None, 60)),
        ((None, None, 60), (None, 80, None), (None, 80, 60)),
        ((120, 80, 93), (None, None, 93), (120, 80, 93)),
        ((120, 80, 93), (120, 80, None), (120, 80, 93)),
        ((120, 80, 60), (None, None, 93), (None, None, 93)),
    ],
)
def test_pressure_measured_anew_replaces_the_one_of_before(first, then, known):
    names = ("systolic_mmhg", "diastolic_mmhg", "map_mmhg")
    story = a_story(clinical=Clinical())
    for minutes, pressures in ((10, first), (20, then)):
        after = told(story, AdultValues(**dict(zip(names, pressures, strict=True))), minutes)
    assert after.assessed is not None
    now = values_of(after.assessed)
    assert tuple(getattr(now, name) for name in names) == known


@pytest.mark.parametrize(
    ("first", "then", "acvpu"),
    [
        ({"acvpu": "P", "gcs": 9}, {"gcs": 9}, "P"),
        ({"acvpu": "P", "gcs": 9}, {"gcs": 15}, None),
        ({"gcs": 15}, {"acvpu": "P"}, "P"),
        ({"acvpu": "P"}, {"gcs": 15, "acvpu": "A"}, "A"),
    ],
)
def test_newer_gcs_replaces_the_letter_and_the_same_one_leaves_it(first, then, acvpu):
    story = a_story(clinical=Clinical())
    told(story, AdultValues(**first), 10)
    after = told(story, AdultValues(**then), 20)
    assert after.assessed is not None
    assert after.assessed.adult is not None
    assert after.assessed.adult.acvpu == acvpu
    assert ("low_consciousness" in doctor_because(after)) is (acvpu == "P")


@pytest.mark.parametrize(
    ("acvpu", "gcs"), [("U", None), ("P", None), ("V", None), ("C", None), ("A", 15)]
)
def test_letter_told_later_replaces_a_glasgow_scale_that_does_not_go_with_it(acvpu, gcs):
    pictured = a_story(clinical=Clinical(gcs=15))
    assert known_now(told(pictured, AdultValues(acvpu=acvpu), 10)).gcs == gcs
    story = a_story(clinical=Clinical())
    told(story, AdultValues(gcs=15), 10)
    after = told(story, AdultValues(acvpu=acvpu), 20)
    assert after.assessed is not None
    assert values_of(after.assessed).gcs == known_now(after).gcs == gcs


def test_same_letter_told_again_leaves_the_glasgow_scale():
    story = a_story(clinical=Clinical())
    told(story, AdultValues(gcs=15, acvpu="P"), 10)
    after = told(story, AdultValues(acvpu="P"), 20)
    assert after.assessed is not None
    assert values_of(after.assessed).gcs == 15


def test_older_lines_that_left_values_blank_are_read_as_they_were():
    story = a_story(clinical=Clinical())
    told(story, SHOCK, 10)
    (event,) = record_assessment(
        story.transfer(), AdultValues(gcs=15), actor=DOCTOR, assessed_at=at(20)
    )
    story.record((replace(event, replaces=True),), by=DOCTOR, occurred_at=at(20))
    after = story.transfer().assessed
    assert after is not None
    assert values_of(after) == AdultValues(gcs=15, assessed_at=at(20))


def test_picture_said_in_part_leaves_the_rest():
    story = a_story(clinical=Clinical(focus="urinary", lactate_mmol_l=3))
    worse = SaidClinical(map_mmhg=55, gcs=5, noradrenaline_mcg_kg_min=0.3)
    needs = SaidNeeds(ventilation=True, ecmo=True)
    changed(story, 10, by=OTHER, condition=Condition.SEPTIC_SHOCK, clinical=worse, needs=needs)
    after = changed(story, 20, clinical=SaidClinical(heart_rate_bpm=90))
    known = known_now(after)
    assert (known.focus, known.lactate_mmol_l, known.map_mmhg) == ("urinary", 3, 55)
    assert (known.gcs, known.noradrenaline_mcg_kg_min, known.heart_rate_bpm) == (5, 0.3, 90)
    assert (after.condition, after.priority) == (Condition.SEPTIC_SHOCK, Priority.ZERO)
    assert after.needs.ecmo
    assert after.needs.ventilation
    assert after.clinical_said["map_mmhg"].said_by == OTHER.name
    assert after.clinical_said["focus"].said_by == DOCTOR.name


def test_pulse_said_after_newer_values_makes_no_older_value_new():
    story = a_story(clinical=Clinical(map_mmhg=80))
    told(story, AdultValues(systolic_mmhg=75, diastolic_mmhg=40), 10)
    after = changed(story, 20, clinical=SaidClinical(heart_rate_bpm=90))
    assert known_now(after).map_mmhg == 51


def test_pulse_lowers_no_priority_that_a_doctor_raised_by_hand():
    story = a_story(clinical=Clinical())
    story.change_priority()
    after = changed(
        story, 20, by=coordinating_doctor(), clinical=SaidClinical(heart_rate_bpm=90)
    )
    assert (after.priority, after.rule) == (Priority.ZERO, "by_hand")


def test_step_told_again_without_its_dose_keeps_it():
    story = a_story(clinical=Clinical())
    first = Reading(noradrenaline_mcg_kg_min=0.3, is_peripheral=True)
    for minutes, reading in ((10, first), (20, Reading(is_peripheral=False))):
        report = BundleReport(BundleStep.NORADRENALINE, reading, at(minutes))
        events = record_bundle(story.transfer(), report, actor=DOCTOR, now_at=at(60))
        story.record(events, by=DOCTOR, occurred_at=at(minutes))
    assert known_now(story.transfer()).noradrenaline_mcg_kg_min == 0.3


def test_step_that_was_not_needed_after_all_keeps_nothing():
    story = a_story(clinical=Clinical(), needs=Needs(weight_kg=70))
    for minutes, reading in (
        (10, Reading(fluids_ml=2000)),
        (20, Reading(outcome="not_needed")),
    ):
        report = BundleReport(BundleStep.FLUIDS, reading, at(minutes))
        events = record_bundle(story.transfer(), report, actor=DOCTOR, now_at=at(60))
        story.record(events, by=DOCTOR, occurred_at=at(minutes))
    assert known_now(story.transfer()).fluids_ml is None


POOLS: dict[str, tuple[Any, ...]] = {
    "systolic_mmhg": (58, 75, 90, 120),
    "diastolic_mmhg": (35, 40, 50, 58),
    "map_mmhg": (50, 64, 80),
    "lactate_mmol_l": (1, 3, 4.5, 9),
    "gcs": (5, 8, 13, 15),
    "acvpu": ("A", "V", "P"),
    "creatinine_mg_dl": (1, 4),
    "platelets_10e9_l": (30, 200),
    "bilirubin_mg_dl": (1, 7),
    "has_respiratory_support": (True, False),
    "adequate_fluids_given": (True, False),
    "infection_suspected": (True,),
    "vasoactives_mcg_kg_min": ({}, {"norepinephrine": 0.2}, {"dobutamine": 5}),
}
OF_PICTURE: dict[str, tuple[Any, ...]] = {
    "map_mmhg": (50, 64, 80),
    "lactate_mmol_l": (1, 5),
    "gcs": (6, 15),
    "noradrenaline_mcg_kg_min": (0, 0.3),
    "heart_rate_bpm": (80, 130),
}


def some(rng: random.Random, pools: dict[str, tuple[Any, ...]], share: float) -> dict[str, Any]:
    return {name: rng.choice(pool) for name, pool in pools.items() if rng.random() < share}


def subset(rng: random.Random, transfer: Transfer) -> AdultValues:
    """Some of what is known now, as it was assessed; nothing told otherwise since."""
    assert transfer.assessed is not None
    known, now = asdict(values_of(transfer.assessed)), values_now(transfer)
    names = [
        name
        for name, value in known.items()
        if value is not None and getattr(now, name) == value and name != "assessed_at"
    ]
    pair = {"systolic_mmhg", "diastolic_mmhg"}
    if now is not None and now.map_mmhg is not None:
        names = [name for name in names if name not in pair]
    if not pair <= set(names):
        names = [name for name in names if name not in pair]
    return AdultValues(**{name: known[name] for name in names if rng.random() < 0.4})


def standing(transfer: Transfer) -> tuple[int, bool, set[str]]:
    told_now, values = told_of(transfer), values_now(transfer)
    assert values is not None
    needs: set[str] = {
        name for name, value in asdict(needs_of(told_now)).items() if value is True
    }
    return (
        CLASSES.index(assess(values).classified.classification),
        ruling_of(told_now).priority is Priority.ZERO,
        needs.union(doctor_because(transfer), kinds(transfer) & {"graver_known"}),
    )


@pytest.mark.parametrize("seed", range(150))
def test_some_of_what_is_known_lowers_nothing(seed):
    rng = random.Random(seed)
    story = a_story(clinical=Clinical(**some(rng, OF_PICTURE, 0.4)), confirms_graver=True)
    told(story, AdultValues(**some(rng, POOLS, 0.5)), 1)
    for minutes in range(10, 50, 5):
        if rng.random() < 0.5:
            told(story, AdultValues(**some(rng, POOLS, 0.3)), minutes)
        else:
            changed(story, minutes, clinical=SaidClinical(**some(rng, OF_PICTURE, 0.3)))
        before = standing(story.transfer())
        after = standing(told(story, subset(rng, story.transfer()), minutes + 2))
        assert after[0] >= before[0], (before, after)
        assert after[1] >= before[1], (before, after)
        assert after[2] >= before[2], (before, after)


@pytest.mark.parametrize(("said", "kept"), [(SaidClinical, Clinical), (SaidNeeds, Needs)])
def test_all_that_is_kept_can_be_said(said, kept):
    assert set(said.__struct_fields__) == set(kept.__struct_fields__)
