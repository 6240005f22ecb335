"""Priorities.

The stated condition gives the priority, by the paper's rule. Raising it is free for everybody
with a reason; lowering it is for two doctors.
"""

import pytest

from dispatch.assessment.priority import Condition, Priority
from dispatch.transfer.parts import Needs
from dispatch.transfer.stage import Stage
from dispatch.transfer.views import window_ends_at
from tests.builders import (
    a_story,
    a_transfer,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.spec.patients import of_adult


def test_septic_shock_goes_as_soon_as_possible():
    """Septic shock is priority 0: the patient goes as soon as possible.

    Source: Yébenes 2020, stage 3 ("priority 0 in the case of septic shock").
    """
    assert a_transfer(condition=Condition.SEPTIC_SHOCK).priority is Priority.ZERO


def test_multi_organ_failure_goes_as_soon_as_possible():
    """Multi-organ failure is priority 0 too.

    Source: Yébenes 2020, stage 3 ("or multi-organ failure").
    """
    assert a_transfer(condition=Condition.MULTI_ORGAN_FAILURE).priority is Priority.ZERO


def test_sepsis_otherwise_goes_within_three_hours():
    """Sepsis without haemodynamic instability has a priority of up to three hours.

    Source: Yébenes 2020, stage 3.
    """
    assert a_transfer(condition=Condition.SEPSIS).priority is Priority.THREE_HOURS


def test_patient_on_vasoactives_is_not_stable():
    """Who needs vasoactive drugs is not stable, whatever was ticked: priority 0.

    Source: decision 10.
    """
    assert a_transfer(needs=Needs(vasoactives=True)).priority is Priority.ZERO


def test_hypotension_after_fluids_is_not_stable_either():
    """Hypotension after fluids, with no vasoactive drug started yet, is priority 0.

    Source: decision 10.
    """
    assert a_transfer(hypotensive_after_fluids=True).priority is Priority.ZERO


def test_vasoactive_drug_that_runs_is_no_three_hours():
    """A vasoactive drug runs and nobody said that right fluids were given: not shock by the
    definition, and not without haemodynamic instability either. Priority 0 by a rule of its
    own; the class stays as computed, and the patient is looked at again.

    Source: proposed, decision 20; Yébenes 2020, stage 3 keeps 3 h for organ failure without
    haemodynamic instability.
    """
    running = of_adult(vasoactives_mcg_kg_min={"norepinephrine": 0.3}, lactate_mmol_l=6)
    assert (running.classification, running.reassess_within_min) == ("sepsis", 60)
    assert running.ruling is not None
    assert (running.ruling.priority, running.ruling.rule) == ("P0", "vasoactives_running")


def test_lactate_of_four_after_fluids_is_no_three_hours():
    """After right fluids a lactate of 4 or more is priority 0 with a mean pressure in order and
    without drugs; the doctor confirms whether it is shock. Below 4 nothing changes.

    Source: proposed, decision 20; the paper names lactacidaemia in its definition of shock.
    """
    found = of_adult(adequate_fluids_given=True, lactate_mmol_l=4, creatinine_mg_dl=2)
    assert found.classification == "sepsis"
    assert found.ruling is not None
    assert (found.ruling.priority, found.ruling.rule) == ("P0", "lactate_after_fluids")
    assert "lactate_after_fluids" in {doubt.code for doubt in found.doubts}
    below = of_adult(adequate_fluids_given=True, lactate_mmol_l=3.9, creatinine_mg_dl=2)
    assert below.ruling is not None
    assert below.ruling.priority == "3h"


def test_three_hours_run_from_the_agreement_of_the_doctors():
    """The three hours run from the agreement of the two doctors; the request alone starts no
    window.

    Source: decision 11.
    """
    story = a_story(Stage.ASKED)
    assert window_ends_at(story.transfer()) is None
    story.wait(30)
    story.answer()
    agreed_at = story.transfer().milestones.agreed_at
    ends_at = window_ends_at(story.transfer())
    assert agreed_at is not None
    assert ends_at is not None
    assert (ends_at - agreed_at).total_seconds() == 3 * 60 * 60


def test_nobody_invents_minutes_for_priority_0():
    """The source gives priority 0 no minutes and neither does the program: it counts up and
    shows no deadline.

    Source: decision 11.
    """
    shock = a_transfer(Stage.ACCEPTED, condition=Condition.SEPTIC_SHOCK)
    assert window_ends_at(shock) is None


@pytest.mark.parametrize("actor", [referring_doctor(), crew(), dispatcher()])
def test_anybody_who_sees_it_get_worse_raises_the_priority(actor):
    """Whoever sees the patient get worse raises the priority, with a reason, at any time before
    the patient leaves.

    Source: decision 10.
    """
    story = a_story(Stage.EN_ROUTE)
    story.change_priority(by=actor, reason="mottled, cold")
    assert story.transfer().priority is Priority.ZERO
    assert story.transfer().upgraded


@pytest.mark.parametrize("actor", [referring_doctor(), crew(), dispatcher()])
def test_nobody_but_two_doctors_lowers_it(actor):
    """The referring doctor, the crew and the dispatcher lower no priority.

    Source: decision 10.
    """
    story = a_story(Stage.EN_ROUTE, condition=Condition.SEPTIC_SHOCK)
    with refused("only_doctors_lower", field="priority"):
        story.change_priority(priority=Priority.THREE_HOURS, by=actor)


@pytest.mark.parametrize("actor", [intensivist(), coordinating_doctor()])
def test_intensivist_and_coordinating_doctor_lower_it(actor):
    """The intensivist and the coordinating doctor may lower a priority.

    Source: decision 10.
    """
    story = a_story(Stage.EN_ROUTE, condition=Condition.SEPTIC_SHOCK)
    story.change_priority(priority=Priority.THREE_HOURS, by=actor)
    assert story.transfer().priority is Priority.THREE_HOURS


def test_priority_is_settled_once_the_patient_is_handed_over():
    """A patient who gets worse on the road is raised too; after the handover it is settled.

    Source: decision record 17, which widens decision 10.
    """
    story = a_story(Stage.DEPARTED)
    story.change_priority()
    assert story.transfer().priority is Priority.ZERO
    story.go_to(Stage.ARRIVED, "T1", "SVA-01")
    story.hand_over()
    with refused("not_at_this_stage", stage="handed_over"):
        story.change_priority(priority=Priority.THREE_HOURS, by=coordinating_doctor())
