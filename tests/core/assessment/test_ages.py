"""The age of a newborn in days."""

import pytest

from dispatch.assessment.ages import months_of_days
from dispatch.assessment.parse_inputs import parse_inputs
from dispatch.assessment.values import ChildValues
from tests.builders import NOON

CHILD = {"population": "paediatric"}


def read(**given):
    return parse_inputs({**CHILD, **given}, "", now_at=NOON)


@pytest.mark.parametrize(
    ("days", "months"), [(0, 0), (3, 0.1), (27, 0.89), (28, None), (-1, None)]
)
def test_days_of_a_newborn_are_less_than_a_month(days, months):
    assert months_of_days(days) == months


def test_newborn_is_read_by_its_days():
    assert read(age_days=20) == ChildValues(age_months=0.66)
    assert read(age_days=None, age_months=3) == ChildValues(age_months=3)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"age_days": 28}, "out_of_range"),
        ({"age_days": 2.5}, "not_whole"),
        ({"age_days": 5, "age_months": 0}, "given_twice"),
        ({"age_days": None}, "missing"),
    ],
)
def test_other_ages_in_days_are_faults(given, problem):
    (fault,) = read(**given)
    assert fault.problem == problem


def test_adult_has_no_age_in_days():
    found = parse_inputs({"population": "adult", "age_days": 3}, "", now_at=NOON)
    assert isinstance(found, tuple)
    assert [fault.path for fault in found] == ["age_days"]
