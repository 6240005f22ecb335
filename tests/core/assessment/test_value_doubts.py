"""Values that are possible and hardly ever true are doubted, by population and age."""

import pytest

from dispatch.assessment import AdultValues, ChildValues, assess
from dispatch.assessment.fields import ADULT_FIELDS
from dispatch.assessment.quantities import ADULT_QUANTITIES, CHILD_QUANTITIES, DOSES
from dispatch.assessment.value_doubts import (
    MEDIAN_WEIGHTS,
    USUAL_BY_AGE,
    doubts_of_values,
    of_age,
)
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
        ("urine_ml_24h", 30, "urine_ml_24h"),
        ("pao2_mmhg", 25, "pao2_mmhg"),
    ],
)
def test_value_in_another_unit_is_doubted(name, value, key):
    assert doubted(AdultValues(**{name: value})) == [key]


@pytest.mark.parametrize(
    ("dose", "is_doubted"), [(0, False), (0.3, False), (2, False), (8, True), (0.001, True)]
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


NONE_IS_AN_ANSWER = {
    *("fluids_ml", "urine_ml_24h", "noradrenaline_mcg_kg_min", *DOSES),
    *("bands_pct", "age_months", "vasoactive_count"),
    *(name for name in ADULT_QUANTITIES if name.startswith("baseline_")),
}
AGES = sorted({months for months, _ in (*MEDIAN_WEIGHTS, *USUAL_BY_AGE)})
TABLES = [ADULT_QUANTITIES, CHILD_QUANTITIES, DOSES, *(of_age(months) for months in AGES)]
ROWS = [row for table in TABLES for row in table.values()]


def is_doubted_at(row, value):
    return row.low <= value <= row.high and not row.is_usual(value)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_zero_is_asked_about_wherever_it_is_no_answer(row):
    if row.low == 0:
        assert row.is_usual(0) is (row.name in NONE_IS_AN_ANSWER)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_nothing_more_extreme_than_a_doubted_value_passes(row):
    """Breaths of 2 were asked about, and 0 passed for normal."""
    steps = [row.low + (row.high - row.low) * each / 2000 for each in range(2001)]
    values = sorted({*steps, *(each / 100 for each in range(200)), row.low, row.high})
    within = [each for each in values if row.low <= each <= row.high]
    within = [each for each in within if each or row.name not in NONE_IS_AN_ANSWER]
    usual = [not is_doubted_at(row, each) for each in within]
    first, last = usual.index(True), len(usual) - usual[::-1].index(True)
    assert all(usual[first:last])


@pytest.mark.parametrize(
    ("values", "key"),
    [
        (AdultValues(respiratory_rate_rpm=0), "rr"),
        (AdultValues(lactate_mmol_l=0), "lactate_mmol_l"),
        (AdultValues(creatinine_mg_dl=0), "creatinine_mg_dl"),
        (AdultValues(bilirubin_mg_dl=0), "bilirubin_mg_dl"),
        (AdultValues(leukocytes_10e9_l=0), "wbc_10e9_l"),
        (ChildValues(age_months=30, respiratory_rate_rpm=0), "rr"),
        (ChildValues(age_months=30, capillary_refill_s=0), "capillary_refill_s"),
    ],
)
def test_zero_that_nobody_measured_says_so(values, key):
    assert [(each.key, each.slip) for each in doubts_of_values(values)] == [
        (key, "not_measured")
    ]


@pytest.mark.parametrize(
    ("drug", "dose", "is_doubted"),
    [
        *(("dopamine", 0.2, True), ("dopamine", 5, False), ("dobutamine", 0.2, True)),
        *(("vasopressin", 0.03, False), ("vasopressin", 0.0005, True)),
        *(("vasopressin", 0.4, True), ("terlipressin", 1.3, False)),
    ],
)
def test_dose_far_from_those_of_its_drug_is_doubted(drug, dose, is_doubted):
    """Vasopressin is told in U/min, as its pumps are: 0.03 is right."""
    values = AdultValues(vasoactives_mcg_kg_min={drug: dose})
    assert doubted(values) == ([f"vasoactives_mcg_kg_min/{drug}"] if is_doubted else [])
