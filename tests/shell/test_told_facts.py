"""Refusals say times by the clock on the wall of the hospital, and values by their names."""

from datetime import UTC, datetime

import pytest

from dispatch.i18n import LANGUAGES, catalogue
from dispatch.kernel import Refused
from dispatch.web.pages.faults import Misfilled, faults_of_misfilled, faults_of_refusal
from dispatch.web.problems import problem_of
from dispatch.web.told_facts import told_facts

NOW = datetime(2026, 11, 30, 9, 46, tzinfo=UTC)

ALLOWED = [
    (">= 2026-11-30T09:45:24.253386+00:00", "10:46 or later"),
    (">= 2026-11-30T09:45:00+00:00", "10:45 or later"),
    ("<= 2026-11-29T23:30:00Z", "00:30 or earlier"),
    ("2026-11-29T09:45:00+00:00", "29/11 10:45"),
    ("2027-03-28T02:30", "28/03/2027 02:30"),
    ("2026-11-01 – 2036-11-30", "01/11/2026 – 30/11/2036"),
    ("2026-13-41T09:45", "2026-13-41T09:45"),
    ("2026-13-41", "2026-13-41"),
    ("1-80 printable characters", "1-80 printable characters"),
    (4, 4),
]


@pytest.mark.parametrize(("allowed", "told"), ALLOWED)
def test_times_are_those_on_the_wall(allowed, told):
    facts = told_facts("out_of_order", {"allowed": allowed}, said=catalogue("en"), now_at=NOW)
    assert facts == {"allowed": told}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_holds_an_instant_for_machines(language):
    said, at = catalogue(language), "2026-11-30T09:45:24.253386+00:00"
    refused = Refused("recognition_needed", field="occurred_at", allowed=f">= {at}")
    (fault,) = faults_of_refusal(refused, said, NOW)
    problem = problem_of(refused, language, NOW)
    never = Misfilled(
        {"starts_at": ("refused-wall_time_missing", {"value": "2027-03-28T02:30"})}
    )
    (gap,) = faults_of_misfilled(never, said, NOW)
    for text in (fault.text, problem.detail):
        assert "10:46" in text
        assert "T09" not in text
    assert "28/03/2027 02:30" in gap.text
    assert problem.facts == {"allowed": f">= {at}"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_contradicting_values_are_named_as_on_screen(language):
    said = catalogue(language)
    keys = "respiratory_support, platelets_10e9_l, population"
    refused = Refused("assessment_contradicts", field="inputs", values=keys)
    (fault,) = faults_of_refusal(refused, said, NOW)
    assert said.say("value-platelets_10e9_l") in fault.text
    assert said.say("value-respiratory_support") in problem_of(refused, language, NOW).detail
    assert "_" not in fault.text
