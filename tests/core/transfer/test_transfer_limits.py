"""Hard limits: what is beyond them is a slip of the finger, not a patient."""

import math
from contextlib import nullcontext
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dispatch.assessment.fields import FIELDS
from dispatch.assessment.quantities import DOSES
from dispatch.kernel.failures import Refused
from dispatch.network import Care
from dispatch.transfer.limits import (
    NOT_FREE,
    PHONES,
    quantity,
    require_because,
    require_clinical,
    require_needs,
    require_text,
    require_told,
    require_weighed,
    require_within,
)
from dispatch.transfer.parts import Clinical, Needs
from tests.builders import NOON, refused

ADULT, CHILD = Care.ADULT, Care.PAEDIATRIC
MEASURES = sorted(set(Clinical.__struct_fields__) - {"focus", "antibiotic_at"})
EVERY = [
    pytest.param(name, care, id=f"{name}-{care.value}")
    for name in (*MEASURES, "weight_kg")
    for care in Care
]


@pytest.mark.parametrize(("name", "care"), EVERY)
def test_value_at_its_limits_is_accepted(name, care):
    row = quantity(name, care)
    for value in (row.low, row.high, None):
        require_within(name, value, care=care, field=name)


@pytest.mark.parametrize(("name", "care"), EVERY)
def test_value_beyond_its_limits_is_refused(name, care):
    row = quantity(name, care)
    for value in (row.low - 1, row.high + 1, math.nan, math.inf, -math.inf):
        with refused("value_out_of_range", field="here", allowed=row.allowed):
            require_within(name, value, care=care, field="here")


@pytest.mark.parametrize(
    ("name", "care", "allowed"),
    [
        ("gcs", ADULT, "3-15"),
        ("lactate_mmol_l", ADULT, "0-30 mmol/L"),
        ("weight_kg", ADULT, "20-650 kg"),
        ("weight_kg", CHILD, "0.2-200 kg"),
        ("fluids_ml", ADULT, "0-30000 mL"),
    ],
)
def test_refusal_says_the_range_with_its_unit(name, care, allowed):
    with refused("value_out_of_range", allowed=allowed):
        require_within(name, -1, care=care, field=name)


@pytest.mark.parametrize("care", Care)
def test_picture_and_assessment_have_the_same_limits(care):
    """Lactate went up to 40 in a request and to 30 in an assessment."""
    fields = {field.name: field for field in FIELDS[care.value]}
    for name in (*MEASURES, "weight_kg"):
        if name in fields:
            row, field = quantity(name, care), fields[name]
            assert (row.low, row.high, row.unit) == (field.low, field.high, field.unit)


@pytest.mark.parametrize("care", Care)
def test_noradrenaline_has_the_limits_of_the_drug(care):
    row, drug = quantity("noradrenaline_mcg_kg_min", care), DOSES["norepinephrine"]
    assert (row.low, row.high, row.usual) == (drug.low, drug.high, drug.usual)


@pytest.mark.parametrize("care", Care)
@pytest.mark.parametrize("name", MEASURES)
def test_every_value_of_the_picture_has_limits(name, care):
    beyond = quantity(name, care).high + 1
    with refused("value_out_of_range", field=f"clinical/{name}", value=beyond):
        require_clinical(replace(Clinical(), **{name: beyond}), care=care)


def test_what_the_picture_holds_whole_is_read_whole():
    assert quantity("spo2_pct", ADULT).is_whole
    assert not quantity("map_mmhg", ADULT).is_whole
    assert not quantity("lactate_mmol_l", ADULT).is_whole


def test_picture_with_nothing_known_is_accepted():
    require_clinical(Clinical(), care=ADULT)
    require_needs(Needs(), care=ADULT)


def test_newborn_and_heaviest_patient_have_a_weight():
    require_needs(Needs(weight_kg=0.2), care=CHILD)
    require_needs(Needs(weight_kg=650), care=ADULT)


@pytest.mark.parametrize(
    ("weight_kg", "care"),
    [(0, CHILD), (0.19, CHILD), (200.1, CHILD), (19.9, ADULT), (650.1, ADULT), (-70, ADULT)],
)
def test_weight_that_nobody_has_is_refused(weight_kg, care):
    with refused("value_out_of_range", field="needs/weight_kg"):
        require_needs(Needs(weight_kg=weight_kg), care=care)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "a\nb", "a\tb", "\x00", "a\x7fb", "a\u200bb", "a\u202eb", "x" * 11]
)
def test_text_that_cannot_be_read_out_is_refused(text):
    with refused("text_invalid", field="note", allowed="1-10 printable characters"):
        require_text(text, field="note", most=10)


@pytest.mark.parametrize("text", ["x", "x" * 10, " " * 20 + "x", "l·l ç ñ €", "日本", "🚑"])
def test_text_of_any_language_is_accepted(text):
    require_text(text, field="note", most=10)


@given(st.text(max_size=30))
def test_accepted_text_fits_and_prints(text: str):
    try:
        require_text(text, field="note", most=10)
    except Refused:
        return
    assert 1 <= len(text.strip()) <= 10
    assert text.strip().isprintable()


def test_antibiotic_that_was_not_given_yet_is_refused():
    later = NOON + timedelta(seconds=121)
    with refused("time_in_future", field="clinical/antibiotic_at"):
        require_told(Clinical(antibiotic_at=later), now_at=NOON)


@pytest.mark.parametrize("ahead_s", [-9999, 0, 120])
def test_clock_a_little_ahead_of_ours_is_taken(ahead_s):
    require_told(Clinical(antibiotic_at=NOON + timedelta(seconds=ahead_s)), now_at=NOON)
    require_told(Clinical(), now_at=NOON)


def test_antibiotic_without_a_zone_is_refused():
    with refused("instant_without_zone", field="clinical/antibiotic_at"):
        require_clinical(Clinical(antibiotic_at=NOON.replace(tzinfo=None)), care=ADULT)


def test_antibiotic_with_a_zone_is_taken():
    require_clinical(Clinical(antibiotic_at=NOON), care=ADULT)


@pytest.mark.parametrize("field", ["reason", "bedside", "override_reason", "any_other_text"])
def test_every_text_but_the_fields_for_it_takes_nobody_s_identity(field):
    with refused("patient_in_text", field=field):
        require_text("és la 12345678Z", field=field, most=200)
    with refused("phone_in_text", field=field):
        require_text("93 769 02 01", field=field, most=200)


@pytest.mark.parametrize("field", sorted(NOT_FREE))
def test_identifiers_go_into_their_fields(field):
    require_text("12345678Z", field=field, most=200)


@pytest.mark.parametrize("field", sorted(PHONES))
def test_a_field_for_a_telephone_takes_nothing_else(field):
    require_text("93 769 02 01 ext. 4", field=field, most=40)
    for text in ("12345678Z", "Joan Garcia 12345678Z", "MAME0450302001", "<script>"):
        with refused("phone_invalid", field=field):
            require_text(text, field=field, most=40)


def test_dose_of_a_pump_is_refused_with_what_it_would_be():
    picture = Clinical(noradrenaline_mcg_kg_min=21)
    hint = {"other_unit": "µg/min", "would_be": "0.3 µg/kg/min"}
    with refused("value_out_of_range", **hint):
        require_clinical(picture, care=ADULT, weight_kg=70)


def test_lactate_in_another_unit_is_refused_with_what_it_would_be():
    hint = {"other_unit": "mg/dL", "would_be": "4 mmol/L"}
    with refused("value_out_of_range", **hint):
        require_clinical(Clinical(lactate_mmol_l=36), care=ADULT)


@pytest.mark.parametrize(
    ("given_ml", "weight_kg", "care", "is_refused"),
    [
        (200, None, CHILD, True),
        (200, 14, CHILD, False),
        (0, None, CHILD, False),
        (None, None, CHILD, False),
        (200, None, ADULT, False),
    ],
)
def test_fluids_of_a_child_need_the_weight(given_ml, weight_kg, care, is_refused):
    expected = refused("weight_needed", field="here") if is_refused else nullcontext()
    with expected:
        require_weighed(given_ml, weight_kg, care=care, field="here")


@pytest.mark.parametrize("reason", ["-", ".", "...", "x", "a b", "7 h", "--__", "👍", "4x4"])
def test_reason_without_a_word_is_none(reason):
    with refused("reason_without_word", field="override_reason"):
        require_because(reason, field="override_reason")


@pytest.mark.parametrize("reason", ["", " ", "  \t"])
def test_reason_of_spaces_is_empty(reason):
    with refused("text_invalid", field="reason"):
        require_because(reason, field="reason")


@pytest.mark.parametrize("reason", ["no", "UCI 4", "més a prop", "l'àvia", "4 km"])
def test_reason_has_a_word_at_least(reason):
    require_because(reason, field="reason")
