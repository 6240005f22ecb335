"""Ages in groups, for those who must not know more: the groups of the children's vital signs.

A group is judged as its oldest age: limits of pressure rise with age, so a doubt raises
suspicion instead of hiding it.
"""

from typing import Literal, get_args

from dispatch.assessment.child_vitals import BY_AGE, vitals_at

ChildGroup = Literal["under_1", "1_2", "3_4", "5", "6_7", "8_11", "12_17"]
"""Completed years, both included."""

AgeGroup = Literal["adult"] | ChildGroup

CHILD_GROUPS: tuple[ChildGroup, ...] = get_args(ChildGroup)

ADULT_YEARS = (16, 105)
"""Ages that nobody would ask about in an adult (proposed): some are cared for as adults from 16
on, and hardly anybody is older.
"""


def years_of_group(group: AgeGroup, /) -> tuple[int, int]:
    """The youngest and the oldest of the group, in completed years."""
    if group == "adult":
        return ADULT_YEARS
    at = CHILD_GROUPS.index(group)
    youngest_months = BY_AGE[at - 1].below_months if at else 0
    return int(youngest_months // 12), int(oldest_months(group) // 12)


def oldest_months(group: ChildGroup, /) -> float:
    """The oldest age of the group, in completed months."""
    return BY_AGE[CHILD_GROUPS.index(group)].below_months - 1


def group_of(age_months: float, /) -> ChildGroup:
    """The group of a child of that age, less than 216 months."""
    return CHILD_GROUPS[BY_AGE.index(vitals_at(age_months))]
