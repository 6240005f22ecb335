"""What is known of a patient now: of every value the latest, wherever it was recorded."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import convert

from dispatch.assessment.bundle import BundleStep, Done
from dispatch.assessment.values import AdultValues, PatientValues, map_of
from dispatch.transfer.assessed import values_of
from dispatch.transfer.limits import WHOLE
from dispatch.transfer.parts import Clinical
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
    return convert({name: _whole(name, value) for name, value in latest.items()}, Clinical)


def _whole(name: str, value: object) -> object:
    return round(value) if name in WHOLE and isinstance(value, float) else value


def _told(transfer: Transfer) -> Iterator[tuple[datetime, _Told]]:
    picture = transfer.clinical
    given_at = transfer.clinical_at or transfer.milestones.requested_at
    yield given_at, {name: getattr(picture, name) for name in picture.__struct_fields__}
    if transfer.assessed is not None:
        yield transfer.assessed.assessed_at, _of_values(values_of(transfer.assessed))
    for done in transfer.bundle:
        assert done.done_at is not None, "a step that was recorded has its time"
        yield done.done_at, _of_step(done)


def _of_values(values: PatientValues) -> _Told:
    pressure = map_of(values) if isinstance(values, AdultValues) else values.map_mmhg
    return {
        "map_mmhg": pressure,
        "lactate_mmol_l": values.lactate_mmol_l,
        "heart_rate_bpm": values.heart_rate_bpm,
        "respiratory_rate_rpm": values.respiratory_rate_rpm,
        "spo2_pct": values.spo2_pct,
        "gcs": values.gcs,
        "antibiotic_at": values.antibiotic_at,
    }


def _of_step(done: Done) -> _Told:
    reading = done.reading
    return {
        "lactate_mmol_l": reading.lactate_mmol_l,
        "map_mmhg": reading.map_mmhg,
        "fluids_ml": reading.fluids_ml,
        "noradrenaline_mcg_kg_min": reading.noradrenaline_mcg_kg_min,
        "antibiotic_at": done.done_at if done.step is BundleStep.ANTIBIOTIC else None,
    }
