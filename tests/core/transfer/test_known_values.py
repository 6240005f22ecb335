"""Of every value the latest, wherever somebody recorded it."""

from typing import Any

import pytest
from msgspec.structs import replace

from dispatch.assessment.bundle import BundleStep, Reading
from dispatch.assessment.priority import Condition
from dispatch.assessment.values import AdultValues, ChildValues, map_of
from dispatch.network.levels import Care
from dispatch.transfer.care_events import ConditionChanged
from dispatch.transfer.decide_assessment import record_assessment
from dispatch.transfer.decide_bundle import BundleReport, record_bundle
from dispatch.transfer.decide_priority import ConditionReport, change_condition
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.known_values import known_at, known_now, values_now
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.shared import shared_view
from dispatch.transfer.views import view_transfer
from tests.builders import a_story, at, dispatcher, referring_doctor
from tests.course import said_of

SENT = Clinical(focus="urinary", lactate_mmol_l=4.0, map_mmhg=58, gcs=14)
DOCTOR = referring_doctor()


def a_story_with(clinical: Clinical = SENT, **changes: Any) -> Any:
    return a_story(clinical=clinical, **changes)


def assess(story: Any, values: AdultValues | ChildValues, minutes: int) -> None:
    events = record_assessment(story.transfer(), values, actor=DOCTOR, assessed_at=at(minutes))
    story.record(events, by=DOCTOR, occurred_at=at(minutes))


def do(story: Any, step: BundleStep, minutes: int, **reading: Any) -> None:
    report = BundleReport(step, Reading(**reading), at(minutes))
    events = record_bundle(story.transfer(), report, actor=DOCTOR, now_at=at(400))
    story.record(events, by=DOCTOR, occurred_at=at(minutes))


def picture(story: Any, clinical: Clinical, minutes: int) -> None:
    events = change_condition(
        story.transfer(),
        ConditionReport(Condition.SEPTIC_SHOCK, clinical=said_of(clinical)),
        actor=DOCTOR,
        now_at=at(minutes),
    )
    story.record(events, by=DOCTOR, occurred_at=at(minutes))


def test_without_more_it_is_the_picture_of_the_request():
    assert known_now(a_story_with().transfer()) == SENT


def test_values_assessed_later_replace_the_picture():
    story = a_story_with()
    values = AdultValues(
        lactate_mmol_l=2.5, systolic_mmhg=101, diastolic_mmhg=60, spo2_pct=93.6
    )
    assess(story, values, 20)
    known = known_now(story.transfer())
    assert (known.lactate_mmol_l, known.map_mmhg, known.spo2_pct) == (2.5, 73, 94)
    assert (known.focus, known.gcs) == ("urinary", 14)


def test_newer_picture_outweighs_older_values():
    story = a_story_with()
    assess(story, AdultValues(lactate_mmol_l=2.5, heart_rate_bpm=120), 20)
    picture(story, Clinical(lactate_mmol_l=6.0), 40)
    known = known_now(story.transfer())
    assert (known.lactate_mmol_l, known.heart_rate_bpm) == (6.0, 120)


def test_steps_of_the_bundle_tell_what_was_given_and_when():
    story = a_story_with()
    do(story, BundleStep.ANTIBIOTIC, 15)
    do(story, BundleStep.FLUIDS, 30, fluids_ml=2000.0, weight_kg=70.0)
    do(story, BundleStep.NORADRENALINE, 50, noradrenaline_mcg_kg_min=0.2, is_peripheral=True)
    known = known_now(story.transfer())
    assert (known.antibiotic_at, known.fluids_ml) == (at(15), 2000)
    assert known.noradrenaline_mcg_kg_min == 0.2


def test_step_done_before_the_values_is_the_older_one():
    story = a_story_with()
    do(story, BundleStep.LACTATE, 10, lactate_mmol_l=5.0)
    assess(story, AdultValues(lactate_mmol_l=3.0), 30)
    assert known_now(story.transfer()).lactate_mmol_l == 3.0


def test_pressure_of_a_child_is_the_one_measured():
    story = a_story_with(Clinical(map_mmhg=48), care=Care.PAEDIATRIC)
    assess(story, ChildValues(age_months=30, map_mmhg=55.4), 5)
    assert known_now(story.transfer()).map_mmhg == 55.4


FAILING = AdultValues(
    infection_suspected=True, platelets_10e9_l=30, bilirubin_mg_dl=7, creatinine_mg_dl=4
)


def kinds(story: Any) -> list[str]:
    return [each.kind for each in open_decisions(story.transfer())]


def moved(story: Any, clinical: Clinical, minutes: int) -> None:
    """A new picture of a doctor who was asked and confirms nothing but what it says."""
    transfer = story.transfer()
    changed = ConditionChanged(
        transfer_id=transfer.transfer_id,
        condition=transfer.condition,
        priority=transfer.priority,
        rule=transfer.rule,
        needs=transfer.needs,
        clinical=clinical,
    )
    story.record((changed,), by=DOCTOR, occurred_at=at(minutes))


def test_later_pulse_takes_no_platelets_back():
    story = a_story_with(Clinical())
    assess(story, FAILING, 10)
    assert kinds(story) == ["graver_known"]
    moved(story, Clinical(heart_rate_bpm=102), 20)
    assert kinds(story) == ["graver_known"]
    now = values_now(story.transfer())
    assert now == replace(FAILING, heart_rate_bpm=102, assessed_at=at(10))


def test_what_is_told_anew_replaces_its_own_value():
    story = a_story_with(Clinical())
    running = AdultValues(
        systolic_mmhg=80,
        diastolic_mmhg=47,
        acvpu="P",
        vasoactives_mcg_kg_min={"norepinephrine": 0.3, "dobutamine": 5},
    )
    assess(story, running, 10)
    moved(story, Clinical(map_mmhg=72, gcs=15, noradrenaline_mcg_kg_min=0), 20)
    now = values_now(story.transfer())
    assert isinstance(now, AdultValues)
    assert (now.acvpu, now.gcs, map_of(now)) == (None, 15, 72)
    assert (now.map_mmhg, now.systolic_mmhg, now.diastolic_mmhg) == (72, None, None)
    assert now.vasoactives_mcg_kg_min == {"dobutamine": 5}
    do(story, BundleStep.NORADRENALINE, 30, noradrenaline_mcg_kg_min=0.1, is_peripheral=True)
    now = values_now(story.transfer())
    assert isinstance(now, AdultValues)
    assert now.vasoactives_mcg_kg_min == {"dobutamine": 5, "norepinephrine": 0.1}


def test_older_picture_replaces_nothing_and_says_what_the_values_leave_blank():
    picture_told = replace(SENT, noradrenaline_mcg_kg_min=0.2)
    story = a_story_with(picture_told, needs=Needs(weight_kg=70), confirms_graver=True)
    assert values_now(story.transfer()) is None
    values = replace(FAILING, lactate_mmol_l=2.0)
    assess(story, values, 10)
    assert values_now(story.transfer()) == replace(
        values,
        assessed_at=at(10),
        gcs=14,
        weight_kg=70,
        map_mmhg=58,
        vasoactives_mcg_kg_min={"norepinephrine": 0.2},
    )


def test_consciousness_by_its_level_is_not_blank():
    story = a_story_with()
    assess(story, replace(FAILING, acvpu="A"), 10)
    now = values_now(story.transfer())
    assert isinstance(now, AdultValues)
    assert (now.acvpu, now.gcs) == ("A", None)


def test_picture_of_a_child_says_pressure_and_drug():
    picture = Clinical(map_mmhg=35, noradrenaline_mcg_kg_min=0.1)
    story = a_story_with(picture, care=Care.PAEDIATRIC, confirms_graver=True)
    assess(story, ChildValues(age_months=72), 10)
    now = values_now(story.transfer())
    assert isinstance(now, ChildValues)
    assert (now.map_mmhg, now.vasoactive_count) == (35, 1)


def test_code_presupposes_an_infection_until_it_is_said_that_there_is_none():
    story = a_story_with(Clinical())
    assess(story, replace(FAILING, infection_suspected=None), 10)
    assert kinds(story) == ["graver_known"]
    assess(story, AdultValues(infection_suspected=False), 20)
    assert kinds(story) == ["no_infection"]


@pytest.mark.parametrize(("count", "dose", "now"), [(None, 0.1, 1), (2, 0.1, 2), (2, 0, 1)])
def test_drug_of_a_child_is_counted(count, dose, now):
    story = a_story_with(Clinical(), care=Care.PAEDIATRIC)
    values = ChildValues(age_months=30, vasoactive_count=count, has_invasive_ventilation=True)
    assess(story, values, 10)
    moved(story, Clinical(noradrenaline_mcg_kg_min=dose, map_mmhg=50), 20)
    told = values_now(story.transfer())
    told_then = replace(values, infection_suspected=True, assessed_at=at(10))
    expected = replace(told_then, vasoactive_count=now, map_mmhg=50)
    assert told == expected
    assert view(story).needs.ventilation


def view(story: Any) -> Any:
    return view_transfer(story.transfer(), DOCTOR, in_full=True)


def test_drug_known_from_values_is_in_the_picture_and_among_the_needs():
    story = a_story_with(Clinical())
    assess(story, AdultValues(vasoactives_mcg_kg_min={"norepinephrine": 0.35}), 10)
    assert view(story).clinical.noradrenaline_mcg_kg_min == 0.35
    assert view(story).needs.vasoactives
    assess(story, AdultValues(vasoactives_mcg_kg_min={}), 20)
    assert view(story).clinical.noradrenaline_mcg_kg_min == 0


def test_worked_out_mean_is_not_rounded_up_to_the_aim():
    story = a_story_with(Clinical())
    assess(story, AdultValues(systolic_mmhg=90, diastolic_mmhg=52), 10)
    assert known_now(story.transfer()).map_mmhg == 64


def test_mean_pressure_of_a_device_keeps_its_decimals():
    story = a_story_with(Clinical(map_mmhg=64.5))
    assert known_now(story.transfer()).map_mmhg == 64.5
    do(story, BundleStep.MAP_TARGET, 30, map_mmhg=64.9)
    assert known_now(story.transfer()).map_mmhg == 64.9


def test_mean_told_later_is_no_systolic_pressure():
    """A mean of 70 alone was shown as a systolic of 70: a low one, worth points of NEWS2."""
    story = a_story_with(Clinical())
    assess(story, AdultValues(lactate_mmol_l=1.0), 10)
    picture(story, Clinical(map_mmhg=70), 20)
    now = values_now(story.transfer())
    assert isinstance(now, AdultValues)
    assert (now.map_mmhg, now.systolic_mmhg, now.diastolic_mmhg) == (70, None, None)
    shared = shared_view(story.transfer(), DOCTOR, now_at=at(30))
    assert shared.values is not None
    assert shared.assessment is not None
    assert (shared.values["map_mmhg"], shared.values.get("sbp")) == (70, None)
    assert shared.assessment["findings"] == []
    assert "sbp" in str(shared.assessment["missing"])


def test_mean_among_the_values_is_known_as_it_was_told():
    story = a_story_with(Clinical(map_mmhg=80))
    assess(story, AdultValues(map_mmhg=64.7), 10)
    assert known_now(story.transfer()).map_mmhg == 64.7
    picture(story, Clinical(map_mmhg=71), 20)
    assert known_now(story.transfer()).map_mmhg == 71


@pytest.mark.parametrize("care", list(Care))
def test_later_systolic_pressure_bounds_an_older_mean(care):
    story = a_story_with(Clinical(map_mmhg=80), care=care)
    low: AdultValues | ChildValues = AdultValues(systolic_mmhg=60)
    if care is Care.PAEDIATRIC:
        low = ChildValues(age_months=150, systolic_mmhg=60)
    assess(story, low, 10)
    now = values_now(story.transfer())
    assert now is not None
    assert (now.map_mmhg, map_of(now)) == (80, 60)


def test_each_value_known_is_as_old_as_its_last_telling():
    story = a_story_with()
    assess(story, AdultValues(gcs=12), 20)
    do(story, BundleStep.LACTATE, 30, lactate_mmol_l=3.0)
    picture(story, replace(SENT, lactate_mmol_l=None, map_mmhg=None, heart_rate_bpm=90), 50)
    told = known_at(story.transfer())
    assert told["lactate_mmol_l"] == at(30)
    assert told["heart_rate_bpm"] == at(50)
    assert told["map_mmhg"] == story.transfer().milestones.requested_at
    assert "spo2_pct" not in told


def test_ages_are_for_those_who_see_the_picture():
    transfer = a_story_with().transfer()
    seen = view_transfer(transfer, DOCTOR, in_full=True)
    unseen = view_transfer(transfer, dispatcher(), in_full=True)
    assert seen is not None
    assert unseen is not None
    assert set(seen.clinical_said_at) == {"focus", "lactate_mmol_l", "map_mmhg", "gcs"}
    assert unseen.clinical_said_at == {}
