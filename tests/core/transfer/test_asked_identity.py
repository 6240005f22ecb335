"""What is asked about an identifier never says it."""

from datetime import date

import pytest

from dispatch.identity.patient import Identifier
from dispatch.kernel import HospitalCode
from dispatch.transfer.asked_identity import (
    asked_of_group,
    asked_of_identifier,
    asked_of_person,
)
from dispatch.transfer.parts import Described

CALELLA = HospitalCode("calella")


def test_wrong_letter_is_asked_about_without_the_number():
    (asked,) = asked_of_identifier(Identifier("12345678A", CALELLA))
    assert asked.confirmation == "patient_reference=document"
    assert asked_of_identifier(Identifier("12345678Z", CALELLA)) == ()


CIP = "ROSE1500101005"
"""By its structure of a woman born on 1 January 1950, or 2050."""


@pytest.mark.parametrize(
    ("text", "described", "is_asked"),
    [
        (CIP, Described("male", 20), True),
        (CIP, Described("male", 76), True),
        (CIP, Described("female", 20), True),
        (CIP, Described("female", 76), False),
        (CIP, Described("female", 75), False),
        (CIP, Described("female", 78), True),
        (CIP, Described("female", age_months=20), True),
        (CIP, Described(), False),
        ("MAME0240601001", Described("male", age_months=29), False),
        ("MAME0249901001", Described("male", 40), False),
        ("MAME0249901001", Described("female", 40), True),
        ("MAME0", Described("female", 40), False),
        ("NHC 1500101", Described("male", 20), False),
    ],
)
def test_person_of_a_cip_is_compared_with_whom_is_described(text, described, is_asked):
    asked = asked_of_person(Identifier(text, CALELLA), described, on=date(2026, 11, 30))
    assert [each.confirmation for each in asked] == (
        ["patient_reference=cip & described"] if is_asked else []
    )


@pytest.mark.parametrize(
    ("text", "group", "is_asked"),
    [
        (CIP, "adult", False),
        (CIP, "8_11", True),
        ("ROSE1150101005", "8_11", False),
        ("ROSE1140101005", "8_11", False),
        ("ROSE1150101005", "6_7", True),
        ("ROSE1150101005", "adult", True),
        ("ROSE1100101005", "adult", False),
        ("ROSE1260801005", "under_1", False),
        ("ROSE1159901005", "8_11", False),
        ("NHC 4711", "under_1", False),
    ],
)
def test_person_of_a_cip_is_compared_with_the_group_of_age(text, group, is_asked):
    asked = asked_of_group(Identifier(text, CALELLA), group, on=date(2026, 11, 30))
    assert [each.confirmation for each in asked] == (
        ["patient_reference=cip & age_group"] if is_asked else []
    )
