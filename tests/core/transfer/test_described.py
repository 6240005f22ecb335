"""Sex and age for the bedside: within what people live, and no finer than is needed."""

import pytest

from dispatch.transfer.described import least_described, require_described
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


def test_high_age_is_kept_as_ninety():
    assert least_described(Described("male", 97)) == Described("male", 90)
    assert least_described(Described("male", 89)) == Described("male", 89)
    assert least_described(Described()) == Described()
