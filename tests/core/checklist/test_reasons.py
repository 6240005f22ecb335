"""A hospital says why it declines, with a code from the list."""

import pytest

from dispatch.checklist import REASONS, require_reason
from tests.builders import refused


@pytest.mark.parametrize("code", sorted(REASONS))
def test_listed_reason_is_found(code):
    assert require_reason(code).code == code


@pytest.mark.parametrize("code", [None, "", "because", "NO_BED", "no_bed "])
def test_no_needs_a_listed_reason(code):
    with refused("reason_needed", field="reason", value=code):
        require_reason(code)


def test_refused_reason_names_those_allowed():
    with refused("reason_needed", allowed=", ".join(REASONS)):
        require_reason("because")


@pytest.mark.parametrize(
    "code", ["no_bed", "no_staff_or_technique", "other_hospital_fits_better"]
)
def test_reason_of_the_hospital_leaves_the_patient_to_others(code):
    assert not require_reason(code).refuses_patient


@pytest.mark.parametrize(
    "code",
    ["resuscitation_first", "treatment_limits", "no_infection", "no_organ_dysfunction"],
)
def test_reason_of_the_patient_holds_everywhere(code):
    assert require_reason(code).refuses_patient
