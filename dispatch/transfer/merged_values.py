"""Silence changes nothing: of each value the one last said, whoever else says less later.

To say that something ended is to say it: a dose of 0, no drug at all, no.
"""

from typing import Any

from msgspec.structs import replace

from dispatch.assessment.consciousness import goes_with
from dispatch.assessment.values import AdultValues, Consciousness, PatientValues
from dispatch.transfer.assessed import Assessed, Said, said_of, values_of
from dispatch.transfer.completed import NORADRENALINE

DOSES = "vasoactives_mcg_kg_min"
PAIR = ("systolic_mmhg", "diastolic_mmhg")
"""What an adult's mean pressure follows from while nobody tells it."""


def merged(before: Assessed | None, now: Assessed) -> Assessed:
    """What is known after ``now``, which says only what it names."""
    said = Said(now.assessed_at, now.recorded_by)
    told = told_in(values_of(now))
    marks = dict.fromkeys(_marked(told), said)
    if before is None or type(values_of(before)) is not type(values_of(now)):
        return replace(now, said=marks)
    known = values_of(before)
    after = replace(known, **(told | _together(before, told)))
    kept = {name: said_of(before, name) for name in _marked(told_in(known))}
    kept |= before.said | marks
    if isinstance(after, AdultValues):
        return replace(now, adult=after, child=None, said=kept)
    return replace(now, adult=None, child=after, said=kept)


def told_in(values: PatientValues) -> dict[str, Any]:
    """Every value that is not blank, by name."""
    named = ((name, getattr(values, name)) for name in values.__struct_fields__)
    return {name: value for name, value in named if value is not None}


def _marked(told: dict[str, Any]) -> list[str]:
    """The names said; noradrenaline too where it is named, or said that nothing runs: picture
    and bundle tell it as well.
    """
    doses = told.get(DOSES)
    is_of_it = doses is not None and (not doses or NORADRENALINE in doses)
    return [*told, *([NORADRENALINE] if is_of_it else [])]


def _together(before: Assessed, told: dict[str, Any]) -> dict[str, Any]:
    """What follows for values that are told with another, or in two ways."""
    if not isinstance(values_of(before), AdultValues):
        return {}
    return {**_doses(before, told), **_pressures(before, told), **_awake(before, told)}


def _doses(before: Assessed, told: dict[str, Any]) -> dict[str, Any]:
    """Who names one drug says nothing of the others; who names none says that none runs."""
    known, doses = getattr(values_of(before), DOSES) or {}, told.get(DOSES)
    if not doses:
        return {}
    return {DOSES: {drug: dose for drug, dose in (known | doses).items() if dose}}


def _pressures(before: Assessed, told: dict[str, Any]) -> dict[str, Any]:
    """A pressure measured anew replaces the one of before, however either was told: by its mean
    or by the two it follows from. The same one told again leaves the other beside it.
    """
    known = values_of(before)
    if _is_anew(known, told, ("map_mmhg",)):
        return {name: None for name in PAIR if name not in told}
    mean = {"map_mmhg": None} if _is_anew(known, told, PAIR) and "map_mmhg" not in told else {}
    return {**mean, **_uncrossed(known, told)}


def _is_anew(known: PatientValues, told: dict[str, Any], names: tuple[str, ...]) -> bool:
    """Whether all of them are told, and any of them is another than the one known."""
    if not all(name in told for name in names):
        return False
    return any(told[name] != getattr(known, name) for name in names)


def _uncrossed(known: PatientValues, told: dict[str, Any]) -> dict[str, Any]:
    """The diastolic pressure is never above the systolic one, whichever is older."""
    systolic, diastolic = (told.get(name, getattr(known, name)) for name in PAIR)
    if systolic is None or diastolic is None or diastolic <= systolic:
        return {}
    is_older = PAIR[1] not in told
    return {PAIR[1]: systolic} if is_older else {PAIR[0]: diastolic}


def _awake(before: Assessed, told: dict[str, Any]) -> dict[str, Any]:
    """Another GCS than the one known replaces the letter of before, and another letter a GCS
    that does not go with it; the same one leaves the other beside it.
    """
    known = values_of(before)
    assert isinstance(known, AdultValues)
    if "gcs" in told and "acvpu" not in told:
        return {} if known.gcs == told["gcs"] else {"acvpu": None}
    level: Consciousness | None = told.get("acvpu")
    if "gcs" in told or level is None or level == known.acvpu or known.gcs is None:
        return {}
    return {} if goes_with(level, known.gcs) else {"gcs": None}
