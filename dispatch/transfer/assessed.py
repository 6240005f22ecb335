"""The values recorded of a patient, from which scores are worked out anew each time.

A child's age is kept in whole months, because normal values follow from it; an adult's is not.
"""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from dispatch.assessment.values import AdultValues, ChildValues, PatientValues


class Said(Struct, frozen=True):
    """When one value was last said, and by whom."""

    said_at: datetime
    said_by: str


class Assessed(Struct, frozen=True):
    """The values known, of an adult or of a child; the other is None: of each the one last
    said. ``assessed_at`` and ``recorded_by`` are of the last saying, ``said`` of each by name;
    a name that isn't there is as old as the last. ``lactate_at``: when a lactate was first told
    among them. ``is_mean_confirmed``: somebody was asked about a mean pressure that contradicts
    the two others, and confirmed it.
    """

    adult: AdultValues | None
    child: ChildValues | None
    assessed_at: datetime
    recorded_by: str
    lactate_at: datetime | None = None
    said: dict[str, Said] = {}
    is_mean_confirmed: bool = False


def values_of(assessed: Assessed) -> PatientValues:
    """The values of the adult or of the child."""
    found = assessed.adult or assessed.child
    assert found is not None
    return found


def counting(assessed: Assessed) -> PatientValues:
    """The values as they count: beside a confirmed mean the diastolic pressure says nothing."""
    values = values_of(assessed)
    if isinstance(values, AdultValues) and assessed.is_mean_confirmed:
        return replace(values, diastolic_mmhg=None)
    return values


def said_of(assessed: Assessed, name: str) -> Said:
    """When and by whom the value of that name was last said."""
    return assessed.said.get(name) or Said(assessed.assessed_at, assessed.recorded_by)


def lactate_since(before: Assessed | None, now: Assessed) -> datetime | None:
    """When a lactate was first told as a value, ``now`` included; later ones move it not."""
    if before is not None and before.lactate_at is not None:
        return before.lactate_at
    return None if values_of(now).lactate_mmol_l is None else now.assessed_at


class Presupposed(Struct, frozen=True):
    """What was last said of what the code presupposes; None while nobody said it.

    ``said_at`` is of the last that changed it: values that leave it blank take nothing back.
    """

    infection_suspected: bool | None = None
    has_treatment_limits: bool | None = None
    is_end_of_life: bool | None = None
    said_at: datetime | None = None


def said_by(values: PatientValues, before: Presupposed, *, at: datetime) -> Presupposed:
    """What is said after these ``values``, of which blanks say nothing."""
    names = ("infection_suspected", "has_treatment_limits", "is_end_of_life")
    told = {name: getattr(values, name) for name in names}
    known = {name: value for name, value in told.items() if value is not None}
    changed = any(getattr(before, name) != value for name, value in known.items())
    return replace(before, **known, said_at=at) if changed else before
