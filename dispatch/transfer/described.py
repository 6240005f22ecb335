"""Sex and age for the crew at the bedside: what may be said, and what is kept of it."""

from msgspec.structs import replace

from dispatch.assessment.values import ChildValues, PatientValues
from dispatch.kernel.asked import Asked
from dispatch.kernel.failures import Refused
from dispatch.network.levels import Care
from dispatch.transfer.parts import Described

YEAR_MONTHS = 12

OLDEST = {"age_years": 120, "age_months": 24}
"""Highest ages accepted."""

OLDEST_TOLD_YEARS = 90
"""Stands for this age and more (proposed)."""

USUAL_YEARS = {Care.ADULT: (16, OLDEST["age_years"]), Care.PAEDIATRIC: (0, 17)}
"""Ages that nobody would ask about, by whose beds are asked for (proposed): from 16 on some are
cared for as adults, and some who grew up with their illness still as children.
"""


def least_described(described: Described) -> Described:
    """What is kept: nobody of a high age is told apart by it."""
    if described.age_years is None:
        return described
    return replace(described, age_years=min(described.age_years, OLDEST_TOLD_YEARS))


def months_of(described: Described, *, assessed_months: float | None = None) -> float | None:
    """The age of a child in months: as assessed, else as described; None while unknown."""
    if assessed_months is not None or described.age_years is None:
        return described.age_months if assessed_months is None else assessed_months
    return described.age_years * YEAR_MONTHS


def require_described(described: Described) -> None:
    """The age within its limits; in months up to two years, and then in agreement with the
    years where somebody gives both.
    """
    for name, most in OLDEST.items():
        value = getattr(described, name)
        if value is not None and not 0 <= value <= most:
            raise Refused(
                "value_out_of_range",
                field="described/age",
                value=value,
                allowed=f"0-{most}",
            )
    years, months = described.age_years, described.age_months
    if years is not None and months is not None and months // YEAR_MONTHS != years:
        raise Refused("ages_differ", field="described/age_years", years=years, months=months)


def asked_of_age(
    described: Described, *, care: Care, values: PatientValues | None = None
) -> tuple[Asked, ...]:
    """Whether a patient of that age is meant for those beds, where it is hardly ever so, and
    whether a child's pressures are judged by the age that its crew is told.
    """
    months = values.age_months if isinstance(values, ChildValues) else None
    return (*_of_other_care(described, care), *_of_two_ages(described, months))


def _of_other_care(described: Described, care: Care) -> tuple[Asked, ...]:
    years = described.age_years
    if years is None and described.age_months is not None:
        years = described.age_months // 12
    low, high = USUAL_YEARS[care]
    if years is None or low <= years <= high:
        return ()
    return (Asked("age_of_other_care", "described/age", years, f"{low}-{high}"),)


def _of_two_ages(described: Described, months: float | None) -> tuple[Asked, ...]:
    """A month and a birthday since it was written down are no second age."""
    if described.age_years is not None:
        low, high = described.age_years * 12 - 1, described.age_years * 12 + 12
    elif described.age_months is not None:
        low, high = described.age_months - 1, described.age_months + 1
    else:
        return ()
    if months is None or low <= months <= high:
        return ()
    return (Asked("unusual_value", "inputs/age_months", months, f"{max(low, 0)}-{high}"),)
