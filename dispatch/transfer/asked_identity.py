"""What is asked back about an identifier; what is asked and confirmed never says who it is."""

from datetime import date

from dispatch.identity.patient import Identifier, kind_of
from dispatch.identity.spelled import oddity_of, said_by_cip
from dispatch.kernel.asked import Asked
from dispatch.transfer.parts import Described

FIELD = "patient_reference"

BESIDE = "described"
"""What an identifier of somebody else is asked beside: not whether sex or age, and neither."""


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
    ages = tuple(_age(birth, on) for birth in said.births)
    is_other_age = years is not None and bool(ages) and all(abs(a - years) > 1 for a in ages)
    if not is_other_sex and not is_other_age:
        return ()
    kind = kind_of(identifier).value
    return (Asked("identifier_of_another", FIELD, kind, "", beside=BESIDE),)


def _years(described: Described) -> int | None:
    if described.age_years is None and described.age_months is not None:
        return described.age_months // 12
    return described.age_years


def _age(birth: date, on: date) -> int:
    """Whole years on that day; negative before the birth."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
