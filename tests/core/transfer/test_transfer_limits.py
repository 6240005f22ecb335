"""Hard limits: what is beyond them is a slip of the finger, not a patient."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dispatch.kernel.failures import Refused
from dispatch.transfer.limits import (
    LIMITS,
    require_clinical,
    require_needs,
    require_text,
    require_within,
)
from dispatch.transfer.parts import Clinical, Needs
from tests.builders import NOON, refused

OF_THE_PICTURE = sorted(set(LIMITS) - {"weight_kg"})


@pytest.mark.parametrize("name", sorted(LIMITS))
def test_value_at_its_limits_is_accepted(name):
    require_within(name, LIMITS[name].low, field=name)
    require_within(name, LIMITS[name].high, field=name)


@pytest.mark.parametrize("name", sorted(LIMITS))
@pytest.mark.parametrize("beyond", [-1, 1])
def test_value_one_beyond_its_limits_is_refused(name, beyond):
    limit = LIMITS[name]
    value = limit.low - 1 if beyond < 0 else limit.high + 1
    with refused("value_out_of_range", field="here", value=value):
        require_within(name, value, field="here")


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_value_that_is_no_number_is_refused(value):
    with refused("value_out_of_range", field="lactate"):
        require_within("lactate_mmol_l", value, field="lactate")


@pytest.mark.parametrize("name", sorted(LIMITS))
def test_unknown_value_is_accepted(name):
    require_within(name, None, field=name)


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("gcs", "3-15"),
        ("lactate_mmol_l", "0-40 mmol/L"),
        ("weight_kg", "0.2-650 kg"),
        ("fluids_ml", "0-30000 mL"),
    ],
)
def test_refusal_says_the_range_with_its_unit(name, allowed):
    with refused("value_out_of_range", allowed=allowed):
        require_within(name, -1, field=name)


@pytest.mark.parametrize("name", OF_THE_PICTURE)
def test_every_value_of_the_picture_has_limits(name):
    beyond = LIMITS[name].high + 1
    with refused("value_out_of_range", field=f"clinical/{name}", value=beyond):
        require_clinical(replace(Clinical(), **{name: beyond}))


def test_every_number_of_the_picture_is_limited():
    told = set(Clinical.__struct_fields__) - {"focus", "antibiotic_at"}
    assert told == set(OF_THE_PICTURE)


def test_picture_with_nothing_known_is_accepted():
    require_clinical(Clinical())
    require_needs(Needs())


def test_newborn_and_heaviest_patient_have_a_weight():
    require_needs(Needs(weight_kg=0.2))
    require_needs(Needs(weight_kg=650))


@pytest.mark.parametrize("weight_kg", [0, 0.19, 650.1, -70])
def test_weight_that_nobody_has_is_refused(weight_kg):
    with refused("value_out_of_range", field="needs/weight_kg"):
        require_needs(Needs(weight_kg=weight_kg))


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


def test_antibiotic_without_a_zone_is_refused():
    with refused("instant_without_zone", field="clinical/antibiotic_at"):
        require_clinical(Clinical(antibiotic_at=NOON.replace(tzinfo=None)))


def test_antibiotic_with_a_zone_is_taken():
    require_clinical(Clinical(antibiotic_at=NOON))
