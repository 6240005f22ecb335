"""What is known of a patient now: of every value the latest, wherever it was recorded."""

from collections.abc import Iterator
from datetime import datetime
from math import floor

from msgspec import convert
from msgspec.structs import replace

from dispatch.assessment.bundle import BundleStep, Done
from dispatch.assessment.values import AdultValues, ChildValues, PatientValues, map_of
from dispatch.transfer.assessed import values_of
from dispatch.transfer.completed import ALIKE, NORADRENALINE, completed, of_age
from dispatch.transfer.described import months_of
from dispatch.transfer.limits import WHOLE
from dispatch.transfer.parts import Clinical, Described
from dispatch.transfer.transfer import Transfer

_Told = dict[str, object]


def known_now(transfer: Transfer) -> Clinical:
    """The picture brought up to date with the values assessed and the steps of the bundle.

    Of two at the same instant the values assessed count more than the picture, a step of the
    bundle more than both.
    """
    told = sorted(_told(transfer), key=lambda each: each[0])
    latest: _Told = {"focus": transfer.clinical.focus}
    for _, values in told:
        latest |= {name: value for name, value in values.items() if value is not None}
    return convert({name: _as_kept(name, value) for name, value in latest.items()}, Clinical)


def values_now(transfer: Transfer) -> PatientValues | None:
    """The values last assessed, those replaced that were told anew since, by picture or step,
    and completed with what request, picture and steps say where they are blank.

    Only what was told anew falls: a pulse of now takes no platelets back. None when nobody gave
    any.
    """
    assessed = transfer.assessed
    if assessed is None:
        return None
    since: _Told = {}
    for told_at, told in sorted(_beside(transfer), key=lambda each: each[0]):
        if told_at > assessed.assessed_at:
            since |= {name: value for name, value in told.items() if value is not None}
    values = values_of(assessed)
    later = (
        _of_adult(values, since)
        if isinstance(values, AdultValues)
        else _of_child(values, since)
    )
    known = completed(later, known_now(transfer), weight_kg=transfer.needs.weight_kg)
    return of_age(known, months_known(transfer))


def months_known(transfer: Transfer) -> float | None:
    """The age of a child in months, as assessed and as the request describes it."""
    child = None if transfer.assessed is None else transfer.assessed.child
    assessed_months = None if child is None else child.age_months
    return months_of(transfer.described, assessed_months=assessed_months)


def _of_adult(values: AdultValues, since: _Told) -> AdultValues:
    told = _alike(since)
    if "gcs" in told:
        told["acvpu"] = None
    dose, doses = since.get("noradrenaline_mcg_kg_min"), values.vasoactives_mcg_kg_min
    if dose is not None:
        others = {name: each for name, each in (doses or {}).items() if name != NORADRENALINE}
        told["vasoactives_mcg_kg_min"] = others | ({NORADRENALINE: dose} if dose else {})
    if "map_mmhg" in since and since["map_mmhg"] != map_of(values):
        # Of a mean alone the two are not known; both as the mean have the same mean.
        told |= {"systolic_mmhg": since["map_mmhg"], "diastolic_mmhg": since["map_mmhg"]}
    return replace(values, **told)


def _of_child(values: ChildValues, since: _Told) -> ChildValues:
    told = _alike(since)
    dose, count = since.get("noradrenaline_mcg_kg_min"), values.vasoactive_count or 0
    if dose is not None:
        told["vasoactive_count"] = max(count, 1) if dose else max(count - 1, 0)
    if "map_mmhg" in since:
        told["map_mmhg"] = since["map_mmhg"]
    return replace(values, **told)


def _alike(since: _Told) -> _Told:
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
    if isinstance(values, ChildValues):
        return values.map_mmhg
    mean_mmhg = map_of(values)
    return None if mean_mmhg is None else floor(mean_mmhg)


def _told(transfer: Transfer) -> Iterator[tuple[datetime, _Told]]:
    """The picture first, then values, then steps: of two at one instant the later of these."""
    picture, *steps = _beside(transfer)
    yield picture
    if transfer.assessed is not None:
        yield transfer.assessed.assessed_at, _of_values(values_of(transfer.assessed))
    yield from steps


def _beside(transfer: Transfer) -> Iterator[tuple[datetime, _Told]]:
    """The picture, and the steps of the bundle."""
    picture = transfer.clinical
    given_at = transfer.clinical_at or transfer.milestones.requested_at
    yield given_at, {name: getattr(picture, name) for name in picture.__struct_fields__}
    for done in transfer.bundle:
        assert done.done_at is not None, "a step that was recorded has its time"
        yield done.done_at, _of_step(done)


def _of_values(values: PatientValues) -> _Told:
    return {
        "map_mmhg": _mean_of(values),
        "lactate_mmol_l": values.lactate_mmol_l,
        "heart_rate_bpm": values.heart_rate_bpm,
        "respiratory_rate_rpm": values.respiratory_rate_rpm,
        "spo2_pct": values.spo2_pct,
        "gcs": values.gcs,
        "noradrenaline_mcg_kg_min": _dose_of(values),
        "antibiotic_at": values.antibiotic_at,
    }


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
