"""Where nobody said whether an infection is suspected, shock and danger are never silent."""

import pytest

from dispatch.assessment import AdultValues, ChildValues, assess

SILENT = [
    (
        0,
        AdultValues(
            systolic_mmhg=70, diastolic_mmhg=40, lactate_mmol_l=6, adequate_fluids_given=True
        ),
    ),
    (60, AdultValues(systolic_mmhg=70, diastolic_mmhg=40, lactate_mmol_l=6)),
    (60, AdultValues(gcs=3)),
    (None, AdultValues(gcs=15)),
    (0, ChildValues(age_months=48, map_mmhg=30, vasoactive_count=2)),
    (60, ChildValues(age_months=48, heart_rate_bpm=190)),
    (None, ChildValues(age_months=48, heart_rate_bpm=100)),
]


@pytest.mark.parametrize(("minutes", "values"), SILENT)
def test_unknown_infection_is_asked_where_it_would_be_shock_or_danger(minutes, values):
    found = assess(values)
    assert (found.classification, found.ruling) == (None, None)
    assert found.reassess_within_min == minutes
    asked = [each.reads for each in found.doubts if each.code == "infection_unknown"]
    assert asked == ["infection_suspected"] * (minutes is not None)
