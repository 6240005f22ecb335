"""Values that are possible and hardly ever true are doubted, by population and age."""

import pytest

from dispatch.assessment import AdultValues, ChildValues, assess
from dispatch.assessment.fields import ADULT_FIELDS
from dispatch.assessment.quantities import ADULT_QUANTITIES, CHILD_QUANTITIES, DOSES
from dispatch.assessment.value_doubts import MEDIAN_WEIGHTS, doubts_of_values
from dispatch.kernel.figures import Bounds

POUNDS_A_KILOGRAM = 2.2046


def doubted(values):
    return [doubt.key for doubt in doubts_of_values(values)]


@pytest.mark.parametrize(
    ("name", "value", "key"),
    [
        ("bilirubin_mg_dl", 20, "bilirubin_mg_dl"),
        ("bilirubin_mg_dl", 11, "bilirubin_mg_dl"),
        ("bilirubin_mg_dl", 5.1, "bilirubin_mg_dl"),
        ("lactate_mmol_l", 18, "lactate_mmol_l"),
        ("lactate_mmol_l", 15, "lactate_mmol_l"),
        ("lactate_mmol_l", 10, "lactate_mmol_l"),
        ("weight_kg", 154, "weight_kg"),
        ("weight_kg", 30, "weight_kg"),
        ("urine_ml_24h", 1.5, "urine_ml_24h"),
        ("pao2_mmhg", 25, "pao2_mmhg"),
    ],
)
def test_value_in_another_unit_is_doubted(name, value, key):
    assert doubted(AdultValues(**{name: value})) == [key]


@pytest.mark.parametrize(
    ("dose", "is_doubted"), [(0, False), (0.3, False), (2, False), (8, True)]
)
def test_dose_per_minute_is_doubted(dose, is_doubted):
    """8 µg/min typed as 8 µg/kg/min made four points of SOFA in silence."""
    values = AdultValues(vasoactives_mcg_kg_min={"norepinephrine": dose})
    key = "vasoactives_mcg_kg_min/norepinephrine"
    assert doubted(values) == ([key] if is_doubted else [])
    codes = [(doubt.code, doubt.reads) for doubt in assess(values).doubts]
    assert (("unusual_value", "vasoactives_mcg_kg_min") in codes) is is_doubted


@pytest.mark.parametrize(
    ("years", "weight_kg"), [(10, 3), (2, 100), (0, 1), (15, 15), (10, 80), (1, 25)]
)
def test_weight_of_another_age_is_doubted(years, weight_kg):
    assert doubted(ChildValues(age_months=12 * years, weight_kg=weight_kg)) == ["weight_kg"]


@pytest.mark.parametrize(("months", "median_kg"), MEDIAN_WEIGHTS)
def test_weight_usual_at_an_age_is_not_doubted_and_the_same_in_pounds_is(months, median_kg):
    for share in (0.7, 1, 1.6):
        assert doubted(ChildValues(age_months=months, weight_kg=share * median_kg)) == []
    pounds = median_kg * POUNDS_A_KILOGRAM
    assert doubted(ChildValues(age_months=months, weight_kg=pounds)) == ["weight_kg"]


def test_pulse_of_a_newborn_is_doubted_in_an_adolescent():
    assert doubted(ChildValues(age_months=1, heart_rate_bpm=240)) == []
    assert doubted(ChildValues(age_months=180, heart_rate_bpm=240)) == ["hr"]


def test_volumes_and_whole_quantities_are_written_in_groups():
    fluids, lactate = (ADULT_QUANTITIES[name] for name in ("fluids_ml", "lactate_mmol_l"))
    assert fluids.bounds == Bounds(0, 30_000, is_whole=True, is_counted=True)
    assert lactate.bounds == Bounds(0, 30)
    urine = next(field for field in ADULT_FIELDS if field.key == "urine_ml_24h")
    assert urine.bounds == Bounds(0, 20_000, is_counted=True)


def test_nothing_at_all_is_usual():
    assert doubted(AdultValues(urine_ml_24h=0, vasoactives_mcg_kg_min={})) == []


@pytest.mark.parametrize(
    "row", [*ADULT_QUANTITIES.values(), *CHILD_QUANTITIES.values(), *DOSES.values()]
)
def test_what_is_usual_lies_within_the_limits(row):
    low = row.low if row.usual_low is None else row.usual_low
    high = row.high if row.usual_high is None else row.usual_high
    assert row.low <= low < high <= row.high
