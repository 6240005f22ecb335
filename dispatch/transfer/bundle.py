"""The bundle of one transfer: its situation, and how every step stands at an instant."""

from datetime import datetime
from typing import Any

from msgspec import Struct

from dispatch.assessment.bundle import BundleStep, Done, Item, Reading, Situation
from dispatch.assessment.bundle_items import items_of
from dispatch.assessment.priority import Condition
from dispatch.assessment.referral import Referral, referrals_of
from dispatch.assessment.values import AdultValues
from dispatch.network.levels import Care
from dispatch.transfer.assessed import said_of, values_of
from dispatch.transfer.known_values import known_now, months_known
from dispatch.transfer.merged_picture import pictured_at
from dispatch.transfer.sayings import had_right_fluids, needs_of, told_of
from dispatch.transfer.transfer import Transfer

SUPPORTS = ("ventilation", "renal_replacement", "ecmo")
"""Needs that are organ support; vasoactives are counted apart."""


class BundleView(Struct, frozen=True):
    """The bundle as of ``now_at``. ``is_recognition_stated`` False: counted from the request,
    because nobody said when the patient was recognised.
    """

    recognised_at: datetime
    is_recognition_stated: bool
    now_at: datetime
    items: tuple[Item, ...]
    referrals: tuple[Referral, ...]


def bundle_of(transfer: Transfer, *, now_at: datetime) -> BundleView:
    """Every step with its time left, and the criteria of referral."""
    situation = situation_of(transfer)
    items = items_of(situation, now_at=now_at)
    return BundleView(
        recognised_at=situation.recognised_at,
        is_recognition_stated=BundleStep.RECOGNITION in situation.done,
        now_at=now_at,
        items=items,
        referrals=referrals_of(situation, items),
    )


def recognised_at(transfer: Transfer) -> datetime:
    """Zero of the timers: as recorded, else the request, which can't be earlier."""
    done = recorded(transfer).get(BundleStep.RECOGNITION)
    return transfer.milestones.requested_at if done is None else _at(done)


def recorded(transfer: Transfer) -> dict[BundleStep, Done]:
    """The last record of each step."""
    return {done.step: done for done in transfer.bundle}


def situation_of(transfer: Transfer) -> Situation:
    """What the timers run on: steps as recorded, or as the picture tells; latest values."""
    known, needs = known_now(transfer), needs_of(told_of(transfer))
    has_failures = transfer.condition is Condition.MULTI_ORGAN_FAILURE
    supports = tuple(name for name in SUPPORTS if getattr(needs, name))
    return Situation(
        recognised_at=recognised_at(transfer),
        done={**_of_values(transfer), **_of_picture(transfer), **recorded(transfer)},
        is_child=transfer.care is Care.PAEDIATRIC,
        is_shock=transfer.condition is Condition.SEPTIC_SHOCK,
        needs_vasoactives=needs.vasoactives,
        lacks_means=needs.complex_source_control,
        supports=(*supports, *(("multi_organ_failure",) if has_failures else ())),
        weight_kg=needs.weight_kg,
        age_months=months_known(transfer),
        lactate_mmol_l=known.lactate_mmol_l,
        map_mmhg=known.map_mmhg,
        gcs=known.gcs,
        adequate_fluids_given=had_right_fluids(transfer),
        **_assessed(transfer),
    )


OF_CHILD = ("capillary_refill_s", "has_poor_skin_perfusion", "systolic_mmhg")
OF_ADULT = ("systolic_mmhg", "usual_systolic_mmhg", "usual_map_mmhg")
"""What of perfusion nothing but an assessment tells."""


def _assessed(transfer: Transfer) -> dict[str, Any]:
    """As last assessed; a systolic pressure only until a later picture tells a mean."""
    if transfer.assessed is None:
        return {}
    values = values_of(transfer.assessed)
    names = OF_ADULT if isinstance(values, AdultValues) else OF_CHILD
    found = {name: getattr(values, name) for name in names}
    said_at = said_of(transfer.assessed, "systolic_mmhg").said_at
    is_later = pictured_at(transfer, "map_mmhg") > said_at
    if is_later and transfer.clinical.map_mmhg is not None:
        found["systolic_mmhg"] = None
    return found


def _of_values(transfer: Transfer) -> dict[BundleStep, Done]:
    """The first lactate that was told as a value, as of then; read as it is known now, so that
    a value told again corrects it.
    """
    assessed = transfer.assessed
    if assessed is None or assessed.lactate_at is None:
        return {}
    reading = Reading(lactate_mmol_l=known_now(transfer).lactate_mmol_l)
    done = Done(BundleStep.LACTATE, assessed.lactate_at, assessed.recorded_by, reading)
    return {BundleStep.LACTATE: done}


def _of_picture(transfer: Transfer) -> dict[BundleStep, Done]:
    """Steps that the clinical picture tells of: most without their time."""
    clinical, by = transfer.clinical, transfer.referring_doctor
    found: dict[BundleStep, Done] = {}
    if clinical.antibiotic_at is not None:
        found[BundleStep.ANTIBIOTIC] = Done(BundleStep.ANTIBIOTIC, clinical.antibiotic_at, by)
    for step, reading in _untimed(transfer):
        found[step] = Done(step, None, by, reading)
    return found


def _untimed(transfer: Transfer) -> tuple[tuple[BundleStep, Reading], ...]:
    clinical = transfer.clinical
    dose_mcg_kg_min = clinical.noradrenaline_mcg_kg_min
    told = (
        (BundleStep.LACTATE, Reading(lactate_mmol_l=clinical.lactate_mmol_l)),
        (BundleStep.FLUIDS, Reading(fluids_ml=clinical.fluids_ml or None)),
        (
            BundleStep.NORADRENALINE,
            Reading(noradrenaline_mcg_kg_min=dose_mcg_kg_min or None),
        ),
    )
    return tuple((step, reading) for step, reading in told if reading != Reading())


def _at(done: Done) -> datetime:
    assert done.done_at is not None
    return done.done_at
