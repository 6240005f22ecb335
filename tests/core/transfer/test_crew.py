"""The crew follows from everything known: a table of needs by crews, and nobody below it."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.bundle import BundleStep, Done
from dispatch.assessment.values import AdultValues, ChildValues
from dispatch.fleet.types import UnitType
from dispatch.network.levels import Care
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.propose import propose
from dispatch.transfer.assessed import Assessed
from dispatch.transfer.crew import (
    CREWS,
    Skill,
    doctor_because,
    is_below,
    skill_needed,
    unit_below_needs,
)
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.plan_instance import Question, plan_question
from dispatch.transfer.stability import first_trips
from dispatch.transfer.stage import Stage
from dispatch.transfer.unit_types import allowed_unit_types
from tests.builders import SVA_1, SVI_1, a_story, a_transfer, at, dispatcher, refused
from tests.small_world import a_network, travel_now

SEPSIS = a_transfer(Stage.ACCEPTED)


def known(values, transfer=SEPSIS):
    child = values if isinstance(values, ChildValues) else None
    adult = values if isinstance(values, AdultValues) else None
    return replace(transfer, assessed=Assessed(adult, child, at(8), "Dr. A"))


def on_dopamine(dose_mcg_kg_min):
    return known(AdultValues(vasoactives_mcg_kg_min={"dopamine": dose_mcg_kg_min}))


TABLE = [
    ((), SEPSIS),
    (("ventilation",), replace(SEPSIS, needs=Needs(ventilation=True))),
    (("ecmo",), replace(SEPSIS, needs=Needs(ecmo=True))),
    ((), replace(SEPSIS, needs=Needs(isolation=True, complex_source_control=True))),
    (("low_consciousness",), replace(SEPSIS, clinical=Clinical(gcs=8))),
    ((), replace(SEPSIS, clinical=Clinical(gcs=9))),
    (("low_consciousness",), known(AdultValues(gcs=3))),
    (("low_consciousness",), known(AdultValues(acvpu="P"))),
    ((), known(AdultValues(acvpu="V"))),
    (("low_consciousness",), known(AdultValues(acvpu="U", gcs=15))),
    (("low_consciousness",), known(AdultValues(acvpu="A", gcs=8))),
    (("shock_suspected",), replace(SEPSIS, clinical=Clinical(map_mmhg=50))),
    (("shock_suspected",), replace(SEPSIS, clinical=Clinical(lactate_mmol_l=4))),
    (("respiratory_failure",), replace(SEPSIS, clinical=Clinical(spo2_pct=80))),
    (
        ("high_news2",),
        known(AdultValues(heart_rate_bpm=130, systolic_mmhg=90, temperature_c=39.1)),
    ),
    (("respiratory_support",), known(AdultValues(has_respiratory_support=True))),
    (("graver_known", "vasoactives"), on_dopamine(3)),
    ((), on_dopamine(0)),
    (
        ("graver_known", "vasoactives"),
        replace(SEPSIS, clinical=Clinical(noradrenaline_mcg_kg_min=0.1)),
    ),
    (
        ("graver_known", "vasoactives"),
        replace(SEPSIS, bundle=(Done(BundleStep.NORADRENALINE, at(5), "Dr. A"),)),
    ),
]


@pytest.mark.parametrize(("because", "transfer"), TABLE)
def test_doctor_is_on_board_whatever_the_priority(because, transfer):
    assert doctor_because(transfer) == because
    kinds = allowed_unit_types(transfer, working=tuple(UnitType), has_pads=True)
    assert (UnitType.SVI in kinds) is not bool(because)
    assert not any(is_below(kind, skill_needed(transfer)) for kind in kinds)


def test_ventilated_child_needs_a_doctor_by_each_of_its_reasons():
    child = a_transfer(Stage.ACCEPTED, care=Care.PAEDIATRIC)
    values = ChildValues(age_months=36, has_invasive_ventilation=True, gcs=3)
    found = doctor_because(known(values, child))
    assert found == ("ventilation", "low_consciousness", "child")


def test_every_kind_of_unit_has_its_crew():
    assert set(CREWS) == set(UnitType)
    lacking = {kind for kind in UnitType if is_below(kind, Skill.DOCTOR)}
    assert lacking == {UnitType.SVI, UnitType.SVB}


def with_nurse(**changes):
    """On the way with a nurse's unit; then the patient changes."""
    story = a_story(Stage.ACCEPTED)
    story.assign(unit_id=SVI_1, reason="nearest")
    story.wait(2)
    if changes:
        story.change_condition(condition=SEPSIS.condition, **changes)
    return story


def test_unit_below_what_is_known_calls_for_a_decision_and_goes_with_its_cause():
    assert open_decisions(with_nurse().transfer()) == ()
    story = with_nurse(needs=Needs(ventilation=True))
    (decision,) = open_decisions(story.transfer())
    assert (decision.kind, decision.since_at) == ("unit_below_needs", story.now_at)
    assert decision.why[0].facts == {"unit": "SVI-01", "unit_type": "SVI"}
    assert [why.code for why in decision.clinical_why] == ["doctor_ventilation"]
    story.assign(unit_id=SVA_1, reason="a doctor is needed")
    assert open_decisions(story.transfer()) == ()
    story.release()
    assert story.transfer().unit_type is None


def test_unit_below_it_is_given_by_hand_only_with_a_reason():
    story = a_story(Stage.ACCEPTED, needs=Needs(ventilation=True))
    with refused("crew_below_needs", field="override_reason", because="ventilation"):
        story.assign(unit_id=SVI_1, reason=None)
    story.assign(unit_id=SVI_1, reason="nobody else within two hours")
    transfer = story.transfer()
    assert open_decisions(transfer) == ()
    (settled,) = transfer.settled
    (raised,) = unit_below_needs(transfer)
    assert (settled.kind, settled.about) == (raised.kind, raised.about)
    assert (settled.reason, settled.settled_by) == (
        "nobody else within two hours",
        dispatcher().name,
    )


def test_unit_given_below_it_is_decided_anew_when_more_is_known():
    story = a_story(Stage.ACCEPTED, needs=Needs(ventilation=True))
    story.assign(unit_id=SVI_1, reason="nobody else within two hours")
    story.wait(2)
    grown = Needs(ventilation=True, ecmo=True)
    story.change_condition(condition=story.transfer().condition, needs=grown)
    kinds = [each.kind for each in open_decisions(story.transfer())]
    assert "unit_below_needs" in kinds


def test_reason_for_a_unit_that_will_do_settles_nothing():
    story = a_story(Stage.ACCEPTED, needs=Needs(ventilation=True))
    story.assign(unit_id=SVA_1, reason="nearest")
    assert story.transfer().settled == ()


def test_another_unit_is_proposed_when_the_needs_grow():
    story = with_nurse(needs=Needs(ventilation=True))
    question = Question(story.board, a_network(), travel_now(), {}, story.now_at)
    proposed = propose(plan_question(question), SolveLimits())
    assert first_trips(proposed) == {SVA_1: "T1"}
