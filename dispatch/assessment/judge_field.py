"""One value of a vignette against its field: the value for the core, or the fault."""

from collections.abc import Callable, Mapping
from datetime import datetime
from math import isfinite

from msgspec.structs import replace

from dispatch.assessment.fields import OTHER_NAMES, Field, Kind
from dispatch.assessment.input_fault import InputFault, below, fault_at
from dispatch.assessment.json_text import GivenTwice
from dispatch.assessment.other_units import perhaps_in
from dispatch.assessment.quantities import DOSES

EARLIEST_YEAR, LATEST_YEAR = 1900, 9000
Judged = object | InputFault
"""The value as the core takes it, or what is wrong with it."""


def judge(field: Field, value: object, path: str, /) -> Judged:
    """The value (None: not known), or the fault at ``path``."""
    if isinstance(value, GivenTwice):
        return fault_at(path, "given_twice", allowed=field.allowed, value=value.values)
    if value is None:
        return fault_at(path, "missing", allowed=field.allowed) if field.is_needed else None
    return _JUDGES[field.kind](field, value, path)


def _number(field: Field, value: object, path: str) -> Judged:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return fault_at(path, "not_a_number", allowed=field.allowed, value=value)
    if isinstance(value, float) and not isfinite(value):
        return fault_at(path, "not_finite", allowed=field.allowed, value=value)
    if not field.low <= value <= field.high:
        return _hinted(
            fault_at(path, "out_of_range", allowed=field.allowed, value=value), field, value
        )
    return value


def _hinted(fault: InputFault, field: Field, value: float) -> InputFault:
    """The fault with the unit in which the value would be a usual one."""
    row = field.row
    found = None if row is None else perhaps_in(row, value)
    return fault if found is None else replace(fault, unit=found.unit, would_be=found.would_be)


def _whole(field: Field, value: object, path: str) -> Judged:
    judged = _number(field, value, path)
    is_hinted = isinstance(judged, InputFault) and bool(judged.unit)
    if _has_fraction(value) and not is_hinted:
        return fault_at(path, "not_whole", allowed=field.allowed, value=value)
    return int(judged) if isinstance(judged, float) else judged


def _has_fraction(value: object) -> bool:
    return isinstance(value, float) and isfinite(value) and not value.is_integer()


def _yes_no(field: Field, value: object, path: str) -> Judged:
    if isinstance(value, bool):
        return value
    return fault_at(path, "not_yes_or_no", allowed=field.allowed, value=value)


def _word(field: Field, value: object, path: str) -> Judged:
    # True equals 1 in Python, but is no scale of SpO2.
    if any(type(value) is type(word) and value == word for word in field.words):
        return value
    return fault_at(path, "not_one_of", allowed=field.allowed, value=value)


def _instant(field: Field, value: object, path: str) -> Judged:
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        at = None
    if at is None or not EARLIEST_YEAR <= at.year <= LATEST_YEAR:
        return fault_at(path, "not_an_instant", allowed=field.allowed, value=value)
    if at.tzinfo is None:
        return fault_at(path, "instant_without_zone", allowed=field.allowed, value=value)
    return at


def _doses(_field: Field, value: object, path: str) -> Judged:
    if not isinstance(value, dict):
        return fault_at(path, "not_an_object", allowed="{}", value=value)
    doses: dict[str, float] = {}
    for key, dose in value.items():
        drug = OTHER_NAMES.get(key, key)
        if drug not in DOSES:
            known = ", ".join(DOSES)
            return fault_at(below(path, key), "unknown_key", allowed=known, value=dose)
        if drug in doses:
            return fault_at(below(path, key), "given_twice", allowed=drug, value=dose)
        own = Field(
            key,
            drug,
            "number",
            DOSES[drug].unit,
            0,
            DOSES[drug].high,
            is_needed=True,
            row=DOSES[drug],
        )
        judged = judge(own, dose, below(path, key))
        if isinstance(judged, InputFault):
            return judged
        assert isinstance(judged, int | float)
        doses[drug] = judged
    return doses


_JUDGES: Mapping[Kind, Callable[[Field, object, str], Judged]] = {
    "number": _number,
    "whole": _whole,
    "yes_no": _yes_no,
    "word": _word,
    "instant": _instant,
    "doses": _doses,
}
