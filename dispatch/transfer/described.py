"""Sex and age for the crew at the bedside: what may be said, and what is kept of it."""

from msgspec.structs import replace

from dispatch.kernel.failures import Refused
from dispatch.transfer.parts import Described

OLDEST = {"age_years": 120, "age_months": 24}
"""Highest ages accepted."""

OLDEST_TOLD_YEARS = 90
"""Stands for this age and more (proposed)."""


def least_described(described: Described) -> Described:
    """What is kept: nobody of a high age is told apart by it."""
    if described.age_years is None:
        return described
    return replace(described, age_years=min(described.age_years, OLDEST_TOLD_YEARS))


def require_described(described: Described) -> None:
    """The age within its limits; in months up to two years."""
    for name, most in OLDEST.items():
        value = getattr(described, name)
        if value is not None and not 0 <= value <= most:
            raise Refused(
                "value_out_of_range",
                field="described/age",
                value=value,
                allowed=f"0-{most}",
            )
