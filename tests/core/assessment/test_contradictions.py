"""Two assessments moments apart that lead to different care can't both be right."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dispatch.assessment import AdultValues, ChildValues, Cutoffs, contradicting
from dispatch.assessment.contradictions import contradiction_faults
from dispatch.assessment.parse_vignettes import parse_vignettes
from tests.core.assessment.worked import ADULT

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
A_SECOND, A_MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def seen(at: datetime | None, **values: Any) -> AdultValues:
    return AdultValues(assessed_at=at, infection_suspected=True, **values)


def test_glasgow_of_15_and_3_a_second_apart_contradict():
    assert contradicting(seen(NOON, gcs=15), seen(NOON + A_SECOND, gcs=3)) == ("gcs",)


def test_the_order_of_the_two_does_not_matter():
    assert contradicting(seen(NOON + A_SECOND, gcs=3), seen(NOON, gcs=15)) == ("gcs",)


def test_patient_may_change_within_a_minute_and_more():
    assert contradicting(seen(NOON, gcs=15), seen(NOON + A_MINUTE, gcs=3)) == ()
    just_before = NOON + A_MINUTE - A_SECOND
    assert contradicting(seen(NOON, gcs=15), seen(just_before, gcs=3)) == ("gcs",)


def test_values_that_lead_to_the_same_do_not_contradict():
    first, second = seen(NOON, heart_rate_bpm=110), seen(NOON + A_SECOND, heart_rate_bpm=112)
    assert contradicting(first, second) == ()


@pytest.mark.parametrize(("platelets", "named"), [(49, ()), (19, ("platelets_10e9_l",))])
def test_organs_that_fare_two_points_apart_contradict(platelets, named):
    usual = {"bilirubin_mg_dl": 3, "lactate_mmol_l": 3}
    first = seen(NOON, platelets_10e9_l=99, **usual)
    assert contradicting(first, seen(NOON, platelets_10e9_l=platelets, **usual)) == named


def test_every_differing_value_is_named():
    first = seen(NOON, gcs=15, lactate_mmol_l=1, heart_rate_bpm=80)
    second = seen(NOON, gcs=9, lactate_mmol_l=4, heart_rate_bpm=81)
    assert contradicting(first, second) == ("heart_rate_bpm", "gcs", "lactate_mmol_l")


def test_completing_what_was_not_known_contradicts_nothing():
    """The laboratory comes seconds after the vital signs, and worsens everything."""
    first = seen(NOON, heart_rate_bpm=112, gcs=15)
    laboratory = {
        "platelets_10e9_l": 19,
        "bilirubin_mg_dl": 13,
        "has_respiratory_support": True,
    }
    completed = seen(NOON + A_SECOND, heart_rate_bpm=113, gcs=15, **laboratory)
    assert contradicting(first, completed) == ()
    assert contradicting(completed, first) == ()
    otherwise = seen(NOON + A_SECOND, heart_rate_bpm=113, gcs=3, **laboratory)
    assert contradicting(first, otherwise) == ("heart_rate_bpm", "gcs")


@pytest.mark.parametrize("at", [None, NOON])
def test_without_both_times_nothing_can_be_said(at):
    assert contradicting(seen(at, gcs=15), seen(None, gcs=3)) == ()


def test_adult_is_not_a_child_a_second_later():
    child = ChildValues(age_months=200, assessed_at=NOON + A_SECOND)
    assert contradicting(seen(NOON), child) == ("population",)


def test_what_contradicts_depends_on_the_cutoffs_of_the_centre():
    first, second = seen(NOON, lactate_mmol_l=1), seen(NOON, lactate_mmol_l=2.5)
    assert contradicting(first, second) == ("lactate_mmol_l",)
    assert contradicting(first, second, Cutoffs(lactate_above_mmol_l=3)) == ()


def test_later_of_two_in_a_list_is_the_fault():
    rows = [(0, {"sbp": 120}), (7200, {"sbp": 80, "dbp": 40}), (1, {"sbp": 80, "dbp": 40})]
    document = [
        {
            "id": "A",
            "inputs": {
                **ADULT,
                **change,
                "assessed_at": (NOON - timedelta(hours=3, seconds=-after_s)).isoformat(),
            },
        }
        for after_s, change in rows
    ]
    untimed = {"id": "B", "inputs": ADULT}
    parsed = parse_vignettes(json.dumps([*document, untimed]), now_at=NOON)
    (fault,) = contradiction_faults(parsed.vignettes)
    assert (fault.path, fault.problem, fault.allowed, fault.value) == (
        "[2].inputs",
        "contradicts",
        "sbp, dbp",
        '"[0].inputs"',
    )
