"""Priorities, as the manual says them.

Source: Yébenes et al., Med Intensiva 2020;44:36-45, stage 3. What the paper leaves open is
decision 10 of the house and says so.
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


def test_septic_shock_goes_as_soon_as_possible():
    """Yébenes 2020, stage 3: "priority 0" for septic shock."""
    assert a_transfer(condition=Condition.SEPTIC_SHOCK).priority is Priority.ZERO


def test_multi_organ_failure_goes_as_soon_as_possible():
    """Yébenes 2020, stage 3: "priority 0" for multi-organ failure too."""
    assert a_transfer(condition=Condition.MULTI_ORGAN_FAILURE).priority is Priority.ZERO


def test_sepsis_otherwise_goes_within_three_hours():
    """Yébenes 2020, stage 3: up to 3 h for sepsis without haemodynamic instability."""
    assert a_transfer(condition=Condition.SEPSIS).priority is Priority.THREE_HOURS


def test_patient_on_vasoactives_is_not_stable():
    """Decision 10: who needs vasoactives has no mere sepsis, whatever was ticked."""
    assert a_transfer(needs=Needs(vasoactives=True)).priority is Priority.ZERO


def test_hypotension_after_fluids_is_not_stable_either():
    """Decision 10: hypotension after fluids without a vasopressor yet is priority 0."""
    assert a_transfer(hypotensive_after_fluids=True).priority is Priority.ZERO


def test_three_hours_run_from_the_agreement_of_the_doctors():
    """Decision 11: zero is the agreement; the request alone starts no window."""
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
    """Decision 11: the source gives priority 0 no minutes."""
    shock = a_transfer(Stage.ACCEPTED, condition=Condition.SEPTIC_SHOCK)
    assert window_ends_at(shock) is None


@pytest.mark.parametrize("actor", [referring_doctor(), crew(), dispatcher()])
def test_anybody_who_sees_it_get_worse_raises_the_priority(actor):
    """Decision 10: raising at any time before loading, by whoever sees it."""
    story = a_story(Stage.EN_ROUTE)
    story.change_priority(by=actor, reason="mottled, cold")
    assert story.transfer().priority is Priority.ZERO
    assert story.transfer().upgraded


@pytest.mark.parametrize("actor", [referring_doctor(), crew(), dispatcher()])
def test_nobody_but_two_doctors_lowers_it(actor):
    """Decision 10: lowering by the intensivist or the coordinating doctor."""
    story = a_story(Stage.EN_ROUTE, condition=Condition.SEPTIC_SHOCK)
    with refused("only_doctors_lower", field="priority"):
        story.change_priority(priority=Priority.THREE_HOURS, by=actor)


@pytest.mark.parametrize("actor", [intensivist(), coordinating_doctor()])
def test_intensivist_and_coordinating_doctor_lower_it(actor):
    """Decision 10: lowering by the intensivist or the coordinating doctor."""
    story = a_story(Stage.EN_ROUTE, condition=Condition.SEPTIC_SHOCK)
    story.change_priority(priority=Priority.THREE_HOURS, by=actor)
    assert story.transfer().priority is Priority.THREE_HOURS


def test_priority_is_settled_once_the_patient_has_left():
    """Decision 10: before loading, and not after."""
    story = a_story(Stage.DEPARTED)
    with refused("not_at_this_stage", stage="departed"):
        story.change_priority()
