"""Sex and age for the crew at the bedside: what may be said, and what is kept of it."""

from typing import NoReturn

from msgspec.structs import replace

from dispatch.assessment.ages import MOST_DAYS, months_of_days
from dispatch.assessment.criteria import criterion
from dispatch.assessment.quantities import CHILD_QUANTITIES
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


class ToldAge(Described, frozen=True, forbid_unknown_fields=True):
    """Sex and age as people tell them: that of a newborn in days, up to 27, instead of months.
    Kept are months.
    """

    age_days: int | None = None


def in_months(told: ToldAge) -> ToldAge:
    """The same, the days of a newborn as whole months. Raises ``Refused`` where the days are no
    newborn's, or not of the age in months beside them.
    """
    if told.age_days is None:
        return told
    exact = months_of_days(told.age_days)
    if exact is None:
        _refuse("described/age", told.age_days, f"0-{MOST_DAYS} d")
    months = int(exact)
    if told.age_months not in {None, months}:
        _refuse("described/age_months", told.age_months, f"{months}")
    return replace(told, age_days=None, age_months=months)


def _refuse(field: str, value: int | None, allowed: str) -> NoReturn:
    raise Refused("value_out_of_range", field=field, value=value, allowed=allowed)


def least_described(told: Described) -> Described:
    """What is kept: nobody of a high age is told apart by it."""
    years = told.age_years
    kept_years = None if years is None else min(years, OLDEST_TOLD_YEARS)
    return Described(told.sex, kept_years, told.age_months)


def months_of(described: Described, *, assessed_months: float | None = None) -> float | None:
    """The age of a child in months: as assessed, else as described; None while unknown.

    Of two that contradict each other the older counts until somebody says which is right: the
    older the child, the higher the pressure that is low.
    """
    told_months = _told_months(described)
    if told_months is None:
        return assessed_months
    if assessed_months is not None and agrees(described, assessed_months):
        return assessed_months
    older_months = max(told_months, assessed_months or 0)
    return min(older_months, CHILD_QUANTITIES["age_months"].high)


def agrees(described: Described, months: float) -> bool:
    """Whether a child of that age is meant: a month and a birthday since it was written down
    are no second age, and an age nobody described contradicts nothing.
    """
    meant = meant_months(described)
    return meant is None or meant[0] <= months <= meant[1]


def meant_months(described: Described) -> tuple[int, int] | None:
    """From which month to which a patient so described may be; None while unknown."""
    if described.age_years is not None:
        return (
            max(described.age_years * YEAR_MONTHS - 1, 0),
            described.age_years * YEAR_MONTHS + YEAR_MONTHS,
        )
    if described.age_months is None:
        return None
    return max(described.age_months - 1, 0), described.age_months + 1


def _told_months(described: Described) -> int | None:
    if described.age_years is None:
        return described.age_months
    return described.age_years * YEAR_MONTHS


def described_after(
    described: Described, values: PatientValues, confirmed: tuple[str, ...]
) -> Described:
    """As described, or with the age among the values where somebody was asked about two and
    confirmed that one.
    """
    if not isinstance(values, ChildValues) or agrees(described, values.age_months):
        return described
    if not any(each.startswith("inputs/age_months=") for each in confirmed):
        return described
    months = int(values.age_months)
    is_small = months < OLDEST["age_months"]
    return replace(
        described,
        age_years=None if is_small else months // YEAR_MONTHS,
        age_months=months if is_small else None,
    )


def may_be_pregnant(described: Described) -> bool:
    """Whether forms ask it: of women of child-bearing age, and while sex or age is unknown."""
    years = described.age_years
    if years is None and described.age_months is not None:
        years = described.age_months // YEAR_MONTHS
    if described.sex == "male":
        return False
    low, high = (criterion(f"childbearing_{end}_years") for end in ("from", "upto"))
    return years is None or low <= years <= high


def require_described(described: Described) -> None:
    """The age within its limits; in months up to two years, and then in agreement with the
    years where somebody gives both.
    """
    for name, most in OLDEST.items():
        value = getattr(described, name)
        if value is not None and not 0 <= value <= most:
            _refuse("described/age", value, f"0-{most}")
    years, months = described.age_years, described.age_months
    if years is not None and months is not None and months // YEAR_MONTHS != years:
        raise Refused("ages_differ", field="described/age_years", years=years, months=months)


def asked_of_age(described: Described, *, care: Care) -> tuple[Asked, ...]:
    """Whether a patient of that age is meant for those beds, where it is hardly ever so."""
    years = described.age_years
    if years is None and described.age_months is not None:
        years = described.age_months // YEAR_MONTHS
    low, high = USUAL_YEARS[care]
    if years is None or low <= years <= high:
        return ()
    return (Asked("age_of_other_care", "described/age", years, f"{low}-{high}"),)
