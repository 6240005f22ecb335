"""From what the doctor states to the priority, with the rule that fired."""

from itertools import product

import pytest

from dispatch.assessment import Condition, Priority, PriorityRuling, rule_priority

EVERY_PICTURE = list(product(Condition, (False, True), (False, True)))


def ruling(condition, *, vasoactives=False, hypotensive=False):
    return rule_priority(
        condition, needs_vasoactives=vasoactives, hypotensive_after_fluids=hypotensive
    )


def test_septic_shock_is_priority_0():
    assert ruling(Condition.SEPTIC_SHOCK) == PriorityRuling(Priority.ZERO, "septic_shock")


def test_multi_organ_failure_is_priority_0():
    assert ruling(Condition.MULTI_ORGAN_FAILURE) == PriorityRuling(
        Priority.ZERO, "multi_organ_failure"
    )


def test_sepsis_is_up_to_three_hours():
    assert ruling(Condition.SEPSIS) == PriorityRuling(Priority.THREE_HOURS, "sepsis")


def test_sepsis_on_vasoactives_is_priority_0():
    assert ruling(Condition.SEPSIS, vasoactives=True) == PriorityRuling(
        Priority.ZERO, "needs_vasoactives"
    )


def test_hypotension_after_fluids_is_priority_0():
    assert ruling(Condition.SEPSIS, hypotensive=True) == PriorityRuling(
        Priority.ZERO, "hypotensive_after_fluids"
    )


def test_vasoactives_are_named_before_hypotension():
    assert ruling(Condition.SEPSIS, vasoactives=True, hypotensive=True).rule == (
        "needs_vasoactives"
    )


@pytest.mark.parametrize("condition", [Condition.SEPTIC_SHOCK, Condition.MULTI_ORGAN_FAILURE])
def test_stated_condition_is_named_before_signs(condition):
    assert ruling(condition, vasoactives=True, hypotensive=True).rule == condition.value


@pytest.mark.parametrize(("condition", "vasoactives", "hypotensive"), EVERY_PICTURE)
def test_only_plain_sepsis_may_wait(condition, vasoactives, hypotensive):
    may_wait = condition is Condition.SEPSIS and not vasoactives and not hypotensive
    found = ruling(condition, vasoactives=vasoactives, hypotensive=hypotensive)
    assert (found.priority is Priority.THREE_HOURS) == may_wait


@pytest.mark.parametrize("condition", [Condition.SEPTIC_SHOCK, Condition.MULTI_ORGAN_FAILURE])
def test_absent_sign_never_makes_shock_wait(condition):
    for vasoactives, hypotensive in product((False, True), repeat=2):
        found = ruling(condition, vasoactives=vasoactives, hypotensive=hypotensive)
        assert found.priority is Priority.ZERO


def test_priorities_keep_the_words_of_the_wire():
    assert [priority.value for priority in Priority] == ["P0", "3h", "return"]
