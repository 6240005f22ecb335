"""A mean pressure told beside two others that contradict it, and confirmed: it counts."""

from collections.abc import Iterable

from msgspec.structs import replace

from dispatch.assessment.values import AdultValues, PatientValues
from dispatch.transfer.assessed import Assessed, values_of

PRESSURES = ("map_mmhg", "systolic_mmhg", "diastolic_mmhg")


def with_confirmed_mean(values: PatientValues, confirmed: Iterable[str], /) -> PatientValues:
    """The values as they count once that is confirmed: the diastolic pressure says nothing."""
    if not isinstance(values, AdultValues) or not confirms_mean(values, confirmed):
        return values
    return replace(values, diastolic_mmhg=None)


def confirms_mean(values: PatientValues, confirmed: Iterable[str], /) -> bool:
    """Whether a mean was confirmed against the diastolic pressure of these values."""
    if not isinstance(values, AdultValues) or values.diastolic_mmhg is None:
        return False
    beside = f" & dbp={values.diastolic_mmhg:g}"
    return any("/map_mmhg=" in each and each.endswith(beside) for each in confirmed)


def is_mean_confirmed(before: Assessed | None, now: Assessed, confirmed: Iterable[str]) -> bool:
    """Whether it is after ``now``: a pressure told anew is asked about anew."""
    values = values_of(now)
    if any(getattr(values, name, None) is not None for name in PRESSURES):
        return confirms_mean(values, confirmed)
    return before is not None and before.is_mean_confirmed
