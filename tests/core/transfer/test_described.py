"""Sex and age for the bedside: within what people live, and no finer than is needed."""

import pytest

from dispatch.assessment.values import AdultValues, ChildValues
from dispatch.network import Care
from dispatch.transfer.asked_again import asked_of_ages, asked_of_weights
from dispatch.transfer.described import (
    ToldAge,
    asked_of_age,
    described_after,
    in_months,
    least_described,
    months_of,
    require_described,
)
from dispatch.transfer.parts import Described
from tests.builders import refused


@pytest.mark.parametrize("age_years", [-1, 121])
def test_age_beyond_all_ages_is_refused(age_years):
    with refused("value_out_of_range", field="described/age", allowed="0-120"):
        require_described(Described(None, age_years))


def test_age_in_months_is_a_small_childs():
    require_described(Described(None, age_months=24))
    with refused("value_out_of_range", field="described/age", allowed="0-24"):
        require_described(Described(None, age_months=25))


@pytest.mark.parametrize(("years", "months"), [(0, 0), (0, 11), (1, 12), (1, 23), (2, 24)])
def test_two_ages_of_one_patient_are_taken(years, months):
    require_described(Described(None, years, months))


@pytest.mark.parametrize(("years", "months"), [(0, 12), (1, 11), (1, 24), (68, 6), (2, 23)])
def test_two_ages_that_are_not_of_one_patient_are_refused(years, months):
    with refused("ages_differ", field="described/age_years", years=years, months=months):
        require_described(Described(None, years, months))


@pytest.mark.parametrize("months", [None, 0])
def test_days_of_a_newborn_are_kept_as_months(months):
    told = in_months(ToldAge("female", age_months=months, age_days=20))
    assert told == ToldAge("female", age_months=0)
    assert least_described(told) == Described("female", age_months=0)


def test_age_in_other_units_stays_as_it_was_told():
    assert in_months(ToldAge(None, 68)) == ToldAge(None, 68)


@pytest.mark.parametrize("days", [-1, 28])
def test_days_of_nobody_newborn_are_refused(days):
    with refused("value_out_of_range", field="described/age", value=days, allowed="0-27 d"):
        in_months(ToldAge(age_days=days))


def test_days_and_months_of_two_patients_are_refused():
    with refused("value_out_of_range", field="described/age_months", value=7, allowed="0"):
        in_months(ToldAge(age_months=7, age_days=20))
    with refused("ages_differ", field="described/age_years", years=3, months=0):
        require_described(in_months(ToldAge(age_years=3, age_days=20)))


def test_high_age_is_kept_as_ninety():
    assert least_described(Described("male", 97)) == Described("male", 90)
    assert least_described(Described("male", 89)) == Described("male", 89)
    assert least_described(Described()) == Described()


@pytest.mark.parametrize(
    ("described", "care", "asked"),
    [
        (Described(None, 68), Care.PAEDIATRIC, ["described/age=68"]),
        (Described(None, 18), Care.PAEDIATRIC, ["described/age=18"]),
        (Described(None, 17), Care.PAEDIATRIC, []),
        (Described(None, age_months=20), Care.PAEDIATRIC, []),
        (Described(None, age_months=20), Care.ADULT, ["described/age=1"]),
        (Described(None, 15), Care.ADULT, ["described/age=15"]),
        (Described(None, 16), Care.ADULT, []),
        (Described(None, 120), Care.ADULT, []),
        (Described(), Care.PAEDIATRIC, []),
    ],
)
def test_age_that_fits_other_beds_is_asked_about(described, care, asked):
    assert [each.confirmation for each in asked_of_age(described, care=care)] == asked


@pytest.mark.parametrize(
    ("described", "months", "usual"),
    [
        (Described(None, 5), 60, None),
        (Described(None, 5), 71, None),
        (Described(None, 5), 6, "59-72"),
        (Described(None, 0), 30, "0-12"),
        (Described(None, age_months=8), 9, None),
        (Described(None, age_months=8), 96, "7-9"),
        (Described(), 96, None),
    ],
)
def test_two_ages_of_one_child_are_asked_about(described, months, usual):
    asked = asked_of_ages(described, ChildValues(age_months=months))
    assert [each.usual for each in asked] == ([] if usual is None else [usual])
    assert asked_of_ages(described, None) == ()


@pytest.mark.parametrize(
    ("described", "years", "usual"),
    [
        (Described(None, 60), None, None),
        (Described(), 60, None),
        (Described(None, 60), 61, None),
        (Described(None, 60), 62, "59-61"),
        (Described(None, 60), 20, "59-61"),
    ],
)
def test_two_ages_of_one_adult_are_asked_about(described, years, usual):
    asked = asked_of_ages(described, AdultValues(age_years=years))
    assert [each.usual for each in asked] == ([] if usual is None else [usual])


@pytest.mark.parametrize(
    ("described", "assessed", "months"),
    [
        (Described(), None, None),
        (Described(), 20, 20),
        (Described(None, 5), None, 60),
        (Described(None, age_months=8), None, 8),
        (Described(None, 5), 66, 66),
        (Described(None, 8), 24, 96),
        (Described(None, 2), 96, 96),
        (Described(None, 30), None, 215.99),
    ],
)
def test_older_of_two_ages_counts_until_one_is_confirmed(described, assessed, months):
    assert months_of(described, assessed_months=assessed) == months


@pytest.mark.parametrize(
    ("weight_kg", "known_kg", "usual"),
    [
        (None, 80, None),
        (80, None, None),
        (96, 80, None),
        (97, 80, "66.7-96 kg"),
        (66, 80, "66.7-96 kg"),
        (67, 80, None),
        (16, 26, "21.7-31.2 kg"),
    ],
)
def test_two_weights_of_one_patient_are_asked_about(weight_kg, known_kg, usual):
    asked = asked_of_weights("needs/weight_kg", weight_kg, known_kg=known_kg)
    assert [each.usual for each in asked] == ([] if usual is None else [usual])


def test_age_that_nobody_was_asked_about_changes_no_description():
    """Lines written before two ages were asked about carry no confirmation."""
    told = Described(age_years=8)
    other = ChildValues(age_months=24)
    assert described_after(told, other, ()) == told
    confirmed = ("inputs/age_months=24",)
    assert described_after(told, other, confirmed) != told
