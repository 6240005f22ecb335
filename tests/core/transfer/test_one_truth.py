"""Ticks, picture, values and steps of the bundle say one thing together: the graver counts."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.bundle import BundleStep, Done, Reading
from dispatch.assessment.priority import Condition, Priority
from dispatch.assessment.values import AdultValues, ChildValues
from dispatch.network.levels import Care
from dispatch.transfer.assessed import Assessed
from dispatch.transfer.decide_assessment import record_assessment
from dispatch.transfer.decide_request import NewTransfer, Request, priority_of, request_transfer
from dispatch.transfer.decisions import MAY_SETTLE, open_decisions
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.sayings import needs_of, told_of
from dispatch.transfer.stage import CLOSED, Stage
from tests.builders import (
    T1,
    a_request,
    a_story,
    a_transfer,
    at,
    coordinating_doctor,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)

RUNNING = AdultValues(
    infection_suspected=True,
    vasoactives_mcg_kg_min={"norepinephrine": 0.3},
    systolic_mmhg=80,
    diastolic_mmhg=47,
    lactate_mmol_l=6,
)
"""The patient of the field trial: noradrenaline 0.3, MAP 58, lactate 6, no tick."""

NEW = NewTransfer(T1, "CSI-0001", "key")


def opened(request: Request, values=None):
    return request_transfer(request, new=NEW, actor=referring_doctor(), values=values)


PICTURES = [
    ("vasoactives_running", {"noradrenaline_mcg_kg_min": 0.05}, None),
    ("septic_shock", {"map_mmhg": 64, "fluids_ml": 2160}, None),
    ("septic_shock", {"map_mmhg": 64.5, "fluids_ml": 2160}, None),
    ("lactate_after_fluids", {"lactate_mmol_l": 4, "fluids_ml": 2160}, None),
    ("vasoactives_running", {}, RUNNING),
    ("septic_shock", {}, replace(RUNNING, adequate_fluids_given=True)),
    ("septic_shock", {"map_mmhg": 60}, AdultValues(adequate_fluids_given=True)),
    ("septic_shock", {"fluids_ml": 2160}, AdultValues(systolic_mmhg=58)),
    ("septic_shock", {"fluids_ml": 2160, "map_mmhg": 80}, AdultValues(systolic_mmhg=58)),
    (
        "multi_organ_failure",
        {},
        AdultValues(infection_suspected=True, platelets_10e9_l=40, creatinine_mg_dl=4),
    ),
]


@pytest.mark.parametrize(("rule", "picture", "values"), PICTURES)
def test_contradiction_is_asked_about_and_the_graver_counts(rule, picture, values):
    request = a_request(needs=Needs(weight_kg=72), clinical=Clinical(**picture))
    with refused("told_otherwise", field="confirms_graver", rule=rule):
        opened(request, values)
    event = opened(replace(request, confirms_graver=True), values)
    assert (event.priority, event.rule) == (Priority.ZERO, rule)
    assert event.condition is Condition.SEPSIS


@pytest.mark.parametrize(
    ("picture", "values"),
    [
        ({"map_mmhg": 65, "lactate_mmol_l": 3.9, "fluids_ml": 2160}, None),
        ({"map_mmhg": 60, "lactate_mmol_l": 8, "fluids_ml": 2159}, None),
        ({"noradrenaline_mcg_kg_min": 0}, AdultValues(vasoactives_mcg_kg_min={})),
        ({}, replace(RUNNING, vasoactives_mcg_kg_min=None)),
        ({"fluids_ml": 2160}, AdultValues(systolic_mmhg=65)),
    ],
)
def test_what_leads_to_three_hours_asks_nothing(picture, values):
    request = a_request(needs=Needs(weight_kg=72), clinical=Clinical(**picture))
    assert opened(request, values).priority is Priority.THREE_HOURS


def test_needs_follow_from_picture_and_values():
    shock = a_request(
        condition=Condition.SEPTIC_SHOCK, clinical=Clinical(noradrenaline_mcg_kg_min=0.2)
    )
    assert opened(shock).needs.vasoactives
    child = a_request(care=Care.PAEDIATRIC, condition=Condition.SEPTIC_SHOCK)
    ventilated = ChildValues(age_months=36, has_invasive_ventilation=True)
    assert opened(child, ventilated).needs.ventilation
    assert not opened(child).needs.ventilation


SUPPORTS = ["ecmo", "ventilation", "vasoactives", "renal_replacement"]


@pytest.mark.parametrize(
    ("because", "changes"),
    [
        *((name, {"needs": {name: True}}) for name in SUPPORTS),
        ("septic_shock", {"condition": Condition.SEPTIC_SHOCK}),
        ("multi_organ_failure", {"condition": Condition.MULTI_ORGAN_FAILURE}),
        ("hypotensive_after_fluids", {"hypotensive_after_fluids": True}),
        ("vasoactives", {"clinical": Clinical(noradrenaline_mcg_kg_min=0.1)}),
    ],
)
def test_no_icu_bed_beside_shock_or_organ_support_is_asked_about(because, changes):
    needs = changes.pop("needs", {})
    without = a_request(needs=Needs(icu=False, **needs), confirms_graver=True, **changes)
    with refused("icu_told_otherwise", field="needs/icu", because=because):
        opened(without)
    assert opened(replace(without, needs=Needs(icu=True, **needs))).needs.icu


def test_no_icu_bed_is_believed_of_sepsis_alone():
    assert not opened(a_request(needs=Needs(icu=False))).needs.icu


def test_changed_picture_without_an_icu_bed_is_asked_about_too():
    story = a_story(Stage.ASKED)
    with refused("icu_told_otherwise", field="needs/icu", because="ventilation"):
        story.change_condition(
            condition=Condition.SEPSIS, needs=Needs(icu=False, ventilation=True)
        )


def test_values_told_later_ask_for_an_icu_bed():
    transfer = replace(
        a_transfer(needs=Needs(icu=False)), assessed=Assessed(RUNNING, None, at(9), "A")
    )
    assert needs_of(told_of(transfer)).icu


def test_volume_of_a_child_says_nothing_of_right_fluids():
    picture = Clinical(fluids_ml=2160, map_mmhg=20, lactate_mmol_l=9)
    child = a_request(care=Care.PAEDIATRIC, needs=Needs(weight_kg=14), clinical=picture)
    assert priority_of(child).priority is Priority.THREE_HOURS


def recorded(values, minutes: int = 20, stage: Stage = Stage.ASKED, **changes):
    story = a_story(stage, **changes)
    story.wait(minutes)
    doctor = referring_doctor()
    at_once = story.now_at
    events = record_assessment(story.transfer(), values, actor=doctor, assessed_at=at_once)
    story.record(events, by=doctor)
    return story


def test_systolic_alone_tells_a_low_mean_until_a_later_mean_is_known():
    filled = Clinical(fluids_ml=2160)
    low = AdultValues(systolic_mmhg=58)
    story = recorded(low, clinical=filled, needs=Needs(weight_kg=72))
    (decision,) = [x for x in open_decisions(story.transfer()) if x.kind == "graver_known"]
    assert [why.code for why in decision.clinical_why] == ["told_systolic_mmhg", "told_fluids"]
    story.wait(10)
    reached = Done(BundleStep.MAP_TARGET, story.now_at, "A", Reading(map_mmhg=70))
    better = replace(story.transfer(), bundle=(reached,))
    assert told_of(better).circulation.systolic_mmhg is None
    assert "graver_known" not in [each.kind for each in open_decisions(better)]


@pytest.mark.parametrize("stage", sorted(set(Stage) - CLOSED))
def test_values_recorded_later_call_for_a_decision_on_the_board(stage):
    story = recorded(RUNNING, stage=stage)
    (decision,) = [x for x in open_decisions(story.transfer()) if x.kind == "graver_known"]
    assert decision.since_at == story.now_at
    assert [why.code for why in decision.why] == ["graver_vasoactives_running"]
    assert [why.code for why in decision.clinical_why] == [
        *("told_vasoactives", "told_map_mmhg", "told_lactate_mmol_l")
    ]
    assert decision.clinical_why[1].facts == {"map_mmhg": 58.0}


def test_decision_goes_when_the_priority_is_raised_or_later_values_are_better():
    story = recorded(RUNNING)
    story.change_priority()
    assert open_decisions(story.transfer()) == ()
    better = recorded(RUNNING)
    better.wait(60)
    stable = AdultValues(
        systolic_mmhg=115,
        diastolic_mmhg=70,
        lactate_mmol_l=1.5,
        vasoactives_mcg_kg_min={},
    )
    events = record_assessment(
        better.transfer(), stable, actor=referring_doctor(), assessed_at=better.now_at
    )
    better.record(events, by=referring_doctor())
    assert open_decisions(better.transfer()) == ()


def test_nobody_but_two_doctors_settles_it_and_new_facts_bring_it_back():
    assert set(MAY_SETTLE["graver_known"]) == {
        *(intensivist().role, coordinating_doctor().role)
    }
    story = recorded(RUNNING)
    (decision,) = open_decisions(story.transfer())
    with refused("decision_of_others", field="decision"):
        story.settle("graver_known", decision.about, by=dispatcher())
    story.settle("graver_known", decision.about, by=coordinating_doctor())
    assert open_decisions(story.transfer()) == ()
    story.wait(5)
    worse = replace(RUNNING, lactate_mmol_l=8)
    events = record_assessment(
        story.transfer(), worse, actor=referring_doctor(), assessed_at=story.now_at
    )
    story.record(events, by=referring_doctor())
    assert [each.kind for each in open_decisions(story.transfer())] == ["graver_known"]


def test_lowering_by_hand_against_what_is_known_settles_it_with_its_reason():
    story = a_story(Stage.ASKED, condition=Condition.SEPTIC_SHOCK)
    story.change_priority(priority=Priority.THREE_HOURS, by=coordinating_doctor())
    transfer = story.transfer()
    assert transfer.priority is Priority.THREE_HOURS
    assert open_decisions(transfer) == ()
    (settled,) = transfer.settled
    assert (settled.kind, settled.settled_by) == ("graver_known", coordinating_doctor().name)


def test_new_picture_is_asked_about_too():
    story = recorded(RUNNING)
    story.wait(5)
    with refused("told_otherwise", field="confirms_graver", rule="vasoactives_running"):
        story.change_condition(condition=Condition.SEPSIS)
    story.change_condition(condition=Condition.SEPSIS, confirms_graver=True)
    transfer = story.transfer()
    assert (transfer.priority, transfer.rule) == (Priority.ZERO, "vasoactives_running")
    assert needs_of(told_of(transfer)).vasoactives


def test_drug_that_was_stopped_is_told_with_a_dose_of_nothing():
    story = recorded(RUNNING)
    story.wait(5)
    stopped = Clinical(noradrenaline_mcg_kg_min=0, map_mmhg=75)
    story.change_condition(condition=Condition.SEPSIS, clinical=stopped)
    assert story.transfer().priority is Priority.THREE_HOURS
    assert not story.transfer().needs.vasoactives


STEPS = [
    (Done(BundleStep.NORADRENALINE, at(9), "A"), "graver_vasoactives_running"),
    (
        Done(BundleStep.FLUIDS, at(9), "A", Reading(fluids_ml=3000, weight_kg=70)),
        "graver_septic_shock",
    ),
]


@pytest.mark.parametrize(("done", "code"), STEPS)
def test_steps_of_the_bundle_say_it_as_well(done, code):
    transfer = replace(a_transfer(clinical=Clinical(map_mmhg=60)), bundle=(done,))
    (decision,) = open_decisions(transfer)
    assert decision.why[0].code == code


def test_step_that_is_not_needed_runs_nothing():
    not_needed = Done(BundleStep.NORADRENALINE, at(9), "A", Reading(outcome="not_needed"))
    untimed = Done(BundleStep.LACTATE, None, "A", Reading(lactate_mmol_l=9))
    assert open_decisions(replace(a_transfer(), bundle=(not_needed,))) == ()
    told = told_of(replace(a_transfer(), bundle=(not_needed, untimed)))
    assert (told.circulation.runs_vasoactives, told.circulation.lactate_mmol_l) == (None, None)


def test_of_two_at_one_instant_the_graver_counts_and_later_the_latest():
    base = replace(a_transfer(clinical=Clinical(map_mmhg=70)), clinical_at=at(10))
    low = AdultValues(systolic_mmhg=80, diastolic_mmhg=50)
    at_once = replace(base, assessed=Assessed(low, None, at(10), "A"))
    assert told_of(at_once).circulation.map_mmhg == 60
    before = replace(base, assessed=Assessed(low, None, at(9), "A"))
    assert told_of(before).circulation.map_mmhg == 70
    expected = AdultValues(map_mmhg=70, infection_suspected=True)
    assert told_of(before).values == expected
    assert not needs_of(told_of(before)).vasoactives
