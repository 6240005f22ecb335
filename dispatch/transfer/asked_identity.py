"""What is asked back about an identifier; what is asked and confirmed never says who it is."""

from datetime import date

from dispatch.assessment.age_groups import AgeGroup, years_of_group
from dispatch.identity.patient import Identifier, IdentifierKind, kind_of
from dispatch.identity.spelled import SaidByCip, oddity_of, said_by_cip
from dispatch.kernel.asked import Asked
from dispatch.transfer.parts import Described

FIELD = "patient_reference"

BESIDE = "described"
"""What an identifier of somebody else is asked beside: not whether sex or age, and neither."""

GROUP = "age_group"
"""The same at a pre-alert, which tells no more of the patient than the group of age."""


def asked_of_identifier(identifier: Identifier, /) -> tuple[Asked, ...]:
    """Whether it is right although its letter or its form is not that of its kind."""
    oddity = oddity_of(identifier)
    if oddity is None:
        return ()
    return (Asked(oddity, FIELD, kind_of(identifier).value, ""),)


def asked_of_person(
    identifier: Identifier, described: Described, *, on: date
) -> tuple[Asked, ...]:
    """Whether it is of this patient although its sex or its birth is not the one described.

    A CIP says both by its structure, as far as public sources go: a warning, never a refusal.
    """
    said = said_by_cip(identifier)
    if said is None:
        return ()
    is_other_sex = described.sex is not None and described.sex != said.sex
    years = _years(described)
    is_other_age = years is not None and _is_other_age(said, (years - 1, years + 1), on=on)
    return _asked_beside(BESIDE) if is_other_sex or is_other_age else ()


def asked_of_group(identifier: Identifier, group: AgeGroup, *, on: date) -> tuple[Asked, ...]:
    """Whether it is of this patient although its birth is not of the group of age told."""
    said = said_by_cip(identifier)
    low, high = years_of_group(group)
    is_other = said is not None and _is_other_age(said, (low - 1, high + 1), on=on)
    return _asked_beside(GROUP) if is_other else ()


def _is_other_age(said: SaidByCip, years: tuple[int, int], *, on: date) -> bool:
    """Whether no day of birth that the code leaves open is of that age, both included."""
    low, high = years
    ages = tuple(_age(birth, on) for birth in said.births)
    return bool(ages) and not any(low <= age <= high for age in ages)


def _asked_beside(beside: str) -> tuple[Asked, ...]:
    kind = IdentifierKind.CIP.value
    return (Asked("identifier_of_another", FIELD, kind, "", beside=beside),)


def _years(described: Described) -> int | None:
    if described.age_years is None and described.age_months is not None:
        return described.age_months // 12
    return described.age_years


def _age(birth: date, on: date) -> int:
    """Whole years on that day; negative before the birth."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
