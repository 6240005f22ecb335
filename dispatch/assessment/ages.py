"""The age of a newborn in days, read as months: the one reader for every door."""

MOST_DAYS = 27
"""From 28 days on an age is told in months."""

MONTH_DAYS = 30.4375
"""A twelfth of a year of 365.25 days."""


def months_of_days(days: int, /) -> float | None:
    """The months, less than one; None for days that are no newborn's."""
    return round(days / MONTH_DAYS, 2) if 0 <= days <= MOST_DAYS else None
