"""What is known of a patient now: of every value the latest, wherever it was recorded."""

from collections.abc import Iterator
from datetime import datetime
from math import floor
from typing import Any

from msgspec import convert
from msgspec.structs import replace

from dispatch.assessment.bundle import BundleStep, Done
from dispatch.assessment.consciousness import goes_with
from dispatch.assessment.values import AdultValues, ChildValues, PatientValues, map_of
from dispatch.transfer.assessed import Assessed, counting, said_of, values_of
from dispatch.transfer.completed import ALIKE, NORADRENALINE, completed, of_age, presupposing
from dispatch.transfer.described import months_of
from dispatch.transfer.limits import WHOLE
from dispatch.transfer.merged_picture import pictured_at
from dispatch.transfer.merged_values import DOSES, PAIR
from dispatch.transfer.parts import Clinical, Described
from dispatch.transfer.transfer import Transfer

_Told = dict[str, object]


def known_now(transfer: Transfer) -> Clinical:
    """The picture brought up to date with the values assessed and the steps of the bundle.

    Of two at the same instant the values assessed count more than the picture, a step of the
    bundle more than both.
    """
    latest = _latest(transfer)
    return convert(
        {name: _as_kept(name, value) for name, (_, value) in latest.items()}, Clinical
    )


def known_at(transfer: Transfer) -> dict[str, datetime]:
    """When each value of the picture known now was measured or told, by its name."""
    return {name: told_at for name, (told_at, _) in _latest(transfer).items()}


def _latest(transfer: Transfer) -> dict[str, tuple[datetime, object]]:
    """Of every value of a picture the latest, with its instant."""
    latest: dict[str, tuple[datetime, object]] = {}
    for told_at, values in sorted(_told(transfer), key=lambda each: each[0]):
        known = {name: value for name, value in values.items() if value is not None}
        latest |= {name: (told_at, value) for name, value in known.items()}
    return {
        name: told for name, told in latest.items() if not _is_outdone(transfer, name, told)
    }


def _is_outdone(transfer: Transfer, name: str, told: tuple[datetime, object]) -> bool:
    """Whether it is a Glasgow scale that does not go with a letter told since."""
    adult = None if transfer.assessed is None else transfer.assessed.adult
    if name != "gcs" or transfer.assessed is None or adult is None or adult.acvpu is None:
        return False
    is_older = told[0] < said_of(transfer.assessed, "acvpu").said_at
    return is_older and isinstance(told[1], int) and not goes_with(adult.acvpu, told[1])


def values_now(transfer: Transfer) -> PatientValues | None:
    """The values known: of each the one last said, by an assessment, the picture or a step.

    None when nobody gave any. Whoever asks for a code suspects an infection until somebody
    says otherwise.
    """
    assessed = transfer.assessed
    if assessed is None:
        return None
    since, since_at = _since(transfer, assessed)
    values = counting(assessed)
    if transfer.returns is None:
        values = presupposing(values)
    known = completed(
        _later(assessed, values, since, since_at),
        _beside_the_letter(transfer, assessed),
        weight_kg=transfer.needs.weight_kg,
    )
    return of_age(known, months_known(transfer))


def _beside_the_letter(transfer: Transfer, assessed: Assessed) -> Clinical:
    """What is known, without a Glasgow scale that is older than the letter told since."""
    known, known_at = known_now(transfer), assessed_at(assessed, "gcs")
    is_older = known_at is not None and pictured_at(transfer, "gcs") < known_at
    return replace(known, gcs=None) if is_older else known


def _later(
    assessed: Assessed, values: PatientValues, since: _Told, since_at: dict[str, datetime]
) -> PatientValues:
    """The values with those that were told ``since``, in another way too."""
    if isinstance(values, ChildValues):
        return _of_child(values, since)
    if "gcs" in since and _is_newer(assessed, "acvpu", since_at["gcs"]):
        values = replace(values, acvpu=None)
    if "map_mmhg" in since:
        told_at = since_at["map_mmhg"]
        older = (name for name in PAIR if _is_newer(assessed, name, told_at))
        values = replace(values, **dict.fromkeys(older))
    return _of_adult(values, since)


def _since(transfer: Transfer, assessed: Assessed) -> tuple[_Told, dict[str, datetime]]:
    """What picture and steps told after it was assessed, if it was, and when."""
    since: _Told = {}
    since_at: dict[str, datetime] = {}
    for told_at, told in sorted(_beside(transfer), key=lambda each: each[0]):
        for name, value in told.items():
            if value is not None and _is_newer(assessed, name, told_at):
                since[name], since_at[name] = value, told_at
    return since, since_at


def _is_newer(assessed: Assessed, name: str, told_at: datetime) -> bool:
    """Whether nobody assessed it, or only before ``told_at``."""
    known_at = assessed_at(assessed, name)
    return known_at is None or told_at > known_at


def assessed_at(assessed: Assessed, name: str) -> datetime | None:
    """When that value of a picture was last said among the values, None when never.

    A mean pressure that is worked out is as old as the older of the two it comes from; the
    letter stands for a GCS that nobody said.
    """
    values = values_of(assessed)
    is_adult = isinstance(values, AdultValues)
    names = {
        "map_mmhg": PAIR if is_adult and values.map_mmhg is None else ("map_mmhg",),
        "noradrenaline_mcg_kg_min": (NORADRENALINE,) if is_adult else ("vasoactive_count",),
        "gcs": ("acvpu",) if is_adult and values.gcs is None else ("gcs",),
    }.get(name, (name,))
    said = [said_of(assessed, each).said_at for each in names if is_assessed(assessed, each)]
    return min(said) if len(said) == len(names) else None


def is_assessed(assessed: Assessed, name: str) -> bool:
    """Whether that value was ever said. In rows older than the times, whoever names drugs
    names all.
    """
    values = values_of(assessed)
    if name == NORADRENALINE:
        is_named = name in assessed.said or not assessed.said
        return is_named and getattr(values, DOSES, None) is not None
    return getattr(values, name, None) is not None


def months_known(transfer: Transfer) -> float | None:
    """The age of a child in months, as assessed and as the request describes it."""
    child = None if transfer.assessed is None else transfer.assessed.child
    assessed_months = None if child is None else child.age_months
    return months_of(transfer.described, assessed_months=assessed_months)


def _of_adult(values: AdultValues, since: _Told) -> AdultValues:
    told = _alike(since)
    dose, doses = since.get("noradrenaline_mcg_kg_min"), values.vasoactives_mcg_kg_min
    if dose is not None:
        others = {name: each for name, each in (doses or {}).items() if name != NORADRENALINE}
        told[DOSES] = others | ({NORADRENALINE: dose} if dose else {})
    return replace(values, **told)


def _of_child(values: ChildValues, since: _Told) -> ChildValues:
    told = _alike(since)
    dose, count = since.get("noradrenaline_mcg_kg_min"), values.vasoactive_count or 0
    if dose is not None:
        told["vasoactive_count"] = max(count, 1) if dose else max(count - 1, 0)
    return replace(values, **told)


def _alike(since: _Told) -> dict[str, Any]:
    return {name: since[name] for name in ALIKE if name in since}


def described_known(transfer: Transfer) -> Described:
    """Whom the request describes, of an age told among the values alone with that age."""
    described = transfer.described
    months = months_known(transfer)
    if months is None or described.age_years is not None or described.age_months is not None:
        return described
    return replace(described, age_months=int(months))


def _as_kept(name: str, value: object) -> object:
    """Whole where the picture holds whole numbers."""
    return round(value) if name in WHOLE and isinstance(value, float) else value


def _mean_of(values: PatientValues) -> float | None:
    """A mean pressure that was worked out is cut: 64.7 must not read as the 65 aimed at."""
    mean_mmhg = map_of(values)
    is_told = mean_mmhg in {values.map_mmhg, values.systolic_mmhg}
    return mean_mmhg if mean_mmhg is None or is_told else floor(mean_mmhg)


def _told(transfer: Transfer) -> Iterator[tuple[datetime, _Told]]:
    """The picture first, then values, then steps: of two at one instant the later of these."""
    yield from _of_picture(transfer)
    if transfer.assessed is not None:
        yield from _of_values(transfer.assessed)
    yield from _of_steps(transfer)


def _beside(transfer: Transfer) -> Iterator[tuple[datetime, _Told]]:
    """The picture, and the steps of the bundle."""
    yield from _of_picture(transfer)
    yield from _of_steps(transfer)


def _of_picture(transfer: Transfer) -> Iterator[tuple[datetime, _Told]]:
    for name in transfer.clinical.__struct_fields__:
        yield pictured_at(transfer, name), {name: getattr(transfer.clinical, name)}


def _of_steps(transfer: Transfer) -> Iterator[tuple[datetime, _Told]]:
    for done in transfer.bundle:
        assert done.done_at is not None, "a step that was recorded has its time"
        yield done.done_at, _of_step(done)


def _of_values(assessed: Assessed) -> Iterator[tuple[datetime, _Told]]:
    values = counting(assessed)
    told: _Told = {
        **{name: getattr(values, name) for name in (*ALIKE, "antibiotic_at")},
        "map_mmhg": _mean_of(values),
        "noradrenaline_mcg_kg_min": _dose_of(values),
    }
    for name, value in told.items():
        at = assessed_at(assessed, name)
        if at is not None:
            yield at, {name: value}


def _dose_of(values: PatientValues) -> float | None:
    """Of a child only the number of drugs is told."""
    doses = values.vasoactives_mcg_kg_min if isinstance(values, AdultValues) else None
    return None if doses is None else doses.get(NORADRENALINE, 0.0)


def _of_step(done: Done) -> _Told:
    reading = done.reading
    return {
        "lactate_mmol_l": reading.lactate_mmol_l,
        "map_mmhg": reading.map_mmhg,
        "fluids_ml": reading.fluids_ml,
        "noradrenaline_mcg_kg_min": reading.noradrenaline_mcg_kg_min,
        "antibiotic_at": done.done_at if done.step is BundleStep.ANTIBIOTIC else None,
    }
