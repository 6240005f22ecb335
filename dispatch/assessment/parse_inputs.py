"""``inputs`` of a vignette to the values of a patient, or every fault in them."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from difflib import get_close_matches

from dispatch.assessment.ages import MOST_DAYS, months_of_days
from dispatch.assessment.criteria import criterion
from dispatch.assessment.fields import FIELDS, POPULATION, Field
from dispatch.assessment.input_fault import InputFault, below, fault_at
from dispatch.assessment.judge_field import judge
from dispatch.assessment.values import AdultValues, ChildValues, PatientValues

AGE_IN_DAYS = Field("age_days", "age_months", "whole", "d", 0, MOST_DAYS)
"""Of a newborn, instead of the months."""

LONGEST_YEAR_D = 366
"""Days. An age in whole years may be a day short of the next one."""

LONGEST_MONTH_D = 31
"""Days. An age in whole months may be a day short of the next one."""


def parse_inputs(
    given: object, path: str, /, *, now_at: datetime
) -> PatientValues | tuple[InputFault, ...]:
    """The values, or all faults in the order of the text. Null and absent are not known."""
    if not isinstance(given, dict):
        return (fault_at(path, "not_an_object", allowed="{…}", value=given),)
    population = judge(POPULATION, given.get("population"), below(path, "population"))
    if isinstance(population, InputFault):
        return (population,)
    assert isinstance(population, str)
    values: dict[str, object] = {}
    given, faults = _aged(given, population, path)
    for key, value in given.items():
        field = _field(population, key)
        if field is None:
            faults.append(_unknown(population, key, below(path, key), value=value))
        elif isinstance(judged := judge(field, value, below(path, key)), InputFault):
            faults.append(judged)
        elif judged is not None:
            values[field.name] = judged
    faults += _absent(population, given, path)
    return tuple(faults) or _made(population, values, path, now_at)


def _aged(
    given: Mapping[str, object], population: str, path: str
) -> tuple[Mapping[str, object], list[InputFault]]:
    """What is given, the age of a newborn in months; the days are read where no months are."""
    if population == "adult" or AGE_IN_DAYS.key not in given:
        return given, []
    rest = {key: value for key, value in given.items() if key != AGE_IN_DAYS.key}
    at = below(path, AGE_IN_DAYS.key)
    days = given[AGE_IN_DAYS.key]
    if days is not None and rest.get("age_months") is not None:
        return rest, [fault_at(at, "given_twice", allowed="age_months", value=days)]
    judged = judge(AGE_IN_DAYS, days, at)
    if isinstance(judged, InputFault):
        return {**rest, "age_months": 0}, [judged]
    return (
        {**rest, "age_months": months_of_days(judged)} if isinstance(judged, int) else rest
    ), []


def _field(population: str, key: str) -> Field | None:
    return next((f for f in (POPULATION, *FIELDS[population]) if f.key == key), None)


def _absent(population: str, given: Mapping[str, object], path: str) -> Iterator[InputFault]:
    for field in FIELDS[population]:
        if field.is_needed and field.key not in given:
            yield fault_at(below(path, field.key), "missing", allowed=field.allowed)


def _unknown(population: str, key: str, path: str, *, value: object) -> InputFault:
    known = [field.key for field in FIELDS[population]]
    if any(key == field.key for fields in FIELDS.values() for field in fields):
        return fault_at(path, "of_other_population", allowed=", ".join(known), value=value)
    alike = [each for each in known if _quantity(each) == _quantity(key)]
    if alike:
        return fault_at(path, "wrong_unit", allowed=", ".join(alike), value=value)
    near = get_close_matches(key, known, n=3) or known
    return fault_at(path, "unknown_key", allowed=", ".join(near), value=value)


def _quantity(key: str) -> str:
    """What is measured, without its unit: ``lactate`` of ``lactate_mg_dl``."""
    whole = ("on_", "adequate_", "infection_", "life_", "end_", "poor_", "assessed_")
    return key if key.startswith(whole) else key.split("_", maxsplit=1)[0].lower()


def _made(
    population: str, values: dict[str, object], path: str, now_at: datetime
) -> PatientValues | tuple[InputFault, ...]:
    values.pop("population")
    kind = AdultValues if population == "adult" else ChildValues
    made: PatientValues = kind(**values)  # type: ignore[arg-type]
    return tuple(_disagreements(made, path, now_at)) or made


def _disagreements(values: PatientValues, path: str, now_at: datetime) -> Iterator[InputFault]:
    """Values that are possible one by one and not together."""
    if isinstance(values, AdultValues):
        key, low = "dbp", values.diastolic_mmhg
    else:
        key, low = "map_mmhg", values.map_mmhg
    high = values.systolic_mmhg
    if high is not None and low is not None and low >= high:
        yield fault_at(below(path, key), "disagrees", allowed=f"< {high:g}", value=low)
    yield from _time_travel(values, path, now_at)


def _time_travel(values: PatientValues, path: str, now_at: datetime) -> Iterator[InputFault]:
    """Instants after now or after the assessment, or before the patient was born."""
    ahead = timedelta(seconds=criterion("clock_ahead_s"))
    seen_at = min(values.assessed_at or now_at, now_at)
    born_at = _born_after(values, seen_at)
    latest = {"assessed_at": now_at + ahead, "antibiotic_at": seen_at + ahead}
    for key, latest_at in latest.items():
        at = getattr(values, key)
        if at is not None and at > latest_at:
            allowed = f"<= {latest_at.isoformat()}"
            yield fault_at(below(path, key), "in_future", allowed=allowed, value=at)
        elif at is not None and born_at is not None and at < born_at:
            allowed = f">= {born_at.isoformat()}"
            yield fault_at(below(path, key), "before_birth", allowed=allowed, value=at)


def _born_after(values: PatientValues, seen_at: datetime) -> datetime | None:
    """The earliest birth that fits the age."""
    if isinstance(values, ChildValues):
        return seen_at - timedelta(days=(values.age_months + 1) * LONGEST_MONTH_D)
    if values.age_years is None:
        return None
    return seen_at - timedelta(days=(values.age_years + 1) * LONGEST_YEAR_D)
