"""What ticks, picture, values and steps of the bundle say together: one truth (decision 20).

Of several sayings the latest counts, of those at one instant the graver; that right fluids were
given once stays true. A request and its values are of one instant.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from msgspec import Struct
from msgspec.structs import replace

from dispatch.assessment.assess import assess
from dispatch.assessment.bundle import BundleStep, Done
from dispatch.assessment.classification import circulation_of
from dispatch.assessment.fluids import volumes_of
from dispatch.assessment.priority import (
    Circulation,
    Condition,
    Priority,
    PriorityRuling,
    gravest,
    rule_circulation,
    rule_priority,
)
from dispatch.assessment.values import AdultValues, ChildValues, PatientValues
from dispatch.network.levels import Care
from dispatch.transfer.assessed import Assessed, counting
from dispatch.transfer.completed import completed, presupposing
from dispatch.transfer.known_values import assessed_at, values_now
from dispatch.transfer.merged_picture import pictured_at
from dispatch.transfer.merged_values import DOSES
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.transfer import Transfer

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""The instant of what is said in one act, whichever it is."""


ORGAN_SUPPORTS = ("ecmo", "ventilation", "vasoactives", "renal_replacement")
"""Needs that only an ICU gives (Yébenes 2020, stage 3: more complex organ support)."""


class Saying(Struct, frozen=True):
    """What one of them said of the circulation, and when."""

    said_at: datetime
    said: Circulation


class Told(Struct, frozen=True, kw_only=True):
    """Everything said of one patient: ticks as they are, the circulation of all sayings.

    ``values`` are None when nobody gave any; what was told anew since stands in them.
    """

    condition: Condition
    needs: Needs
    circulation: Circulation
    hypotensive_after_fluids: bool = False
    values: PatientValues | None = None
    said_at: datetime = AT_ONCE


def told_at_once(
    care: Care,
    ticks: tuple[Condition, Needs],
    clinical: Clinical,
    *,
    values: PatientValues | None,
    hypotensive_after_fluids: bool,
) -> Told:
    """What is said in one act, as a request is with the values beside it."""
    condition, needs = ticks
    sayings = [_of_picture(care, clinical, needs.weight_kg, AT_ONCE)]
    if values is not None:
        sayings.append(Saying(AT_ONCE, circulation_of(values)))
        values = completed(presupposing(values), clinical, weight_kg=needs.weight_kg)
    return Told(
        condition=condition,
        needs=needs,
        circulation=_together(care, sayings),
        hypotensive_after_fluids=hypotensive_after_fluids,
        values=values,
    )


def told_of(transfer: Transfer) -> Told:
    """What has been said of the patient up to now."""
    sayings, values = tuple(_sayings(transfer)), values_now(transfer)
    known = _together(transfer.care, sayings)
    if values is not None:
        stands = circulation_of(values)
        runs = stands.runs_vasoactives or known.runs_vasoactives
        known = replace(known, runs_vasoactives=runs, systolic_mmhg=stands.systolic_mmhg)
    return Told(
        condition=transfer.condition,
        needs=transfer.needs,
        circulation=known,
        values=values,
        said_at=max(saying.said_at for saying in sayings),
    )


def had_right_fluids(transfer: Transfer) -> bool | None:
    """Whether an adult had right fluids, wherever it was told: among the values, by a volume
    for the weight, or by the tick of hypotension after them. One answer for every text.
    """
    if transfer.care is Care.PAEDIATRIC:
        return None
    is_ticked = transfer.rule == "hypotensive_after_fluids"
    return is_ticked or told_of(transfer).circulation.adequate_fluids_given


def with_right_fluids(transfer: Transfer, values: PatientValues) -> PatientValues:
    """The values with what was told of fluids elsewhere."""
    if isinstance(values, AdultValues) and had_right_fluids(transfer):
        return replace(values, adequate_fluids_given=True)
    return values


def ruling_of_ticks(told: Told, /) -> PriorityRuling:
    """The priority by what is ticked alone."""
    return rule_priority(
        told.condition,
        needs_vasoactives=told.needs.vasoactives,
        hypotensive_after_fluids=told.hypotensive_after_fluids,
    )


def ruling_of(told: Told, /) -> PriorityRuling:
    """The priority by everything told: the graver counts, ticks first."""
    assessed = None if told.values is None else assess(told.values).ruling
    ticks = ruling_of_ticks(told)
    return gravest(ticks, rule_circulation(told.circulation), assessed) or ticks


def needs_of(told: Told, /) -> Needs:
    """The needs ticked, and those that follow from what else was told."""
    return replace(_supported(told), icu=told.needs.icu or icu_because(told) is not None)


def icu_because(told: Told, /) -> str | None:
    """What of all told needs an ICU bed: a support of organs, or the rule of priority 0."""
    needs = _supported(told)
    supports = (name for name in ORGAN_SUPPORTS if getattr(needs, name))
    ruling = ruling_of(told)
    return next(supports, ruling.rule if ruling.priority is Priority.ZERO else None)


def _supported(told: Told) -> Needs:
    ventilated = isinstance(told.values, ChildValues) and told.values.has_invasive_ventilation
    return replace(
        told.needs,
        vasoactives=told.needs.vasoactives or bool(told.circulation.runs_vasoactives),
        ventilation=told.needs.ventilation or bool(ventilated),
        obstetrics=told.needs.obstetrics or bool(told.values and told.values.is_pregnant),
    )


def _sayings(transfer: Transfer) -> Iterator[Saying]:
    care, weight_kg = transfer.care, transfer.needs.weight_kg
    said_at = transfer.clinical_at or transfer.milestones.requested_at
    yield Saying(said_at, Circulation())
    for name in OF_CIRCULATION:
        told = Clinical(**{name: getattr(transfer.clinical, name)})
        yield _of_picture(care, told, weight_kg, pictured_at(transfer, name))
    if transfer.assessed is not None:
        yield Saying(transfer.assessed.assessed_at, Circulation())
        yield from _of_values(transfer.assessed)
    for done in transfer.bundle:
        if done.done_at is not None:
            yield Saying(done.done_at, _of_step(care, done, weight_kg))


OF_CIRCULATION = ("noradrenaline_mcg_kg_min", "map_mmhg", "lactate_mmol_l", "fluids_ml")
"""What of a picture says something of the circulation."""

OF_VALUES = ("map_mmhg", "systolic_mmhg", "lactate_mmol_l", "adequate_fluids_given")
"""The same of values, beside the drugs."""


def _of_values(assessed: Assessed) -> Iterator[Saying]:
    """What the values say, each as old as it is. A dose of 0 says that this drug is stopped,
    not that nothing runs.
    """
    said = circulation_of(counting(assessed))
    ages = {name: assessed_at(assessed, name) for name in OF_VALUES}
    runs = "vasoactive_count" if said.is_child else DOSES
    if said.runs_vasoactives or said.is_child:
        ages["runs_vasoactives"] = assessed_at(assessed, runs)
    else:
        ages["runs_vasoactives"] = assessed_at(assessed, "noradrenaline_mcg_kg_min")
    for name, at in ages.items():
        if at is not None:
            yield Saying(at, Circulation(**{name: getattr(said, name)}))


def _of_picture(
    care: Care, clinical: Clinical, weight_kg: float | None, said_at: datetime
) -> Saying:
    dose_mcg_kg_min = clinical.noradrenaline_mcg_kg_min
    said = Circulation(
        runs_vasoactives=None if dose_mcg_kg_min is None else dose_mcg_kg_min > 0,
        map_mmhg=clinical.map_mmhg,
        lactate_mmol_l=clinical.lactate_mmol_l,
        adequate_fluids_given=_had_enough(care, clinical.fluids_ml, weight_kg),
    )
    return Saying(said_at, said)


def _of_step(care: Care, done: Done, weight_kg: float | None) -> Circulation:
    reading = done.reading
    is_started = done.step is BundleStep.NORADRENALINE and reading.outcome != "not_needed"
    return Circulation(
        runs_vasoactives=True if is_started else None,
        map_mmhg=reading.map_mmhg,
        lactate_mmol_l=reading.lactate_mmol_l,
        adequate_fluids_given=_had_enough(
            care, reading.fluids_ml, reading.weight_kg or weight_kg
        ),
    )


def _had_enough(care: Care, given_ml: float | None, weight_kg: float | None) -> bool | None:
    """Whether an adult had the first volume for the weight; a smaller one says nothing."""
    if care is Care.PAEDIATRIC or given_ml is None or weight_kg is None:
        return None
    return True if given_ml >= volumes_of(weight_kg, is_child=False).first_ml else None


def _together(care: Care, sayings: Iterable[Saying]) -> Circulation:
    ordered = sorted(sayings, key=lambda each: each.said_at)
    fluids = [each.said.adequate_fluids_given for each in ordered]
    runs = _graver(ordered, "runs_vasoactives", max)
    known_fluids = [given for given in fluids if given is not None]
    return Circulation(
        is_child=care is Care.PAEDIATRIC,
        runs_vasoactives=None if runs is None else bool(runs),
        map_mmhg=_graver(ordered, "map_mmhg", min),
        systolic_mmhg=_graver(ordered, "systolic_mmhg", min),
        lactate_mmol_l=_graver(ordered, "lactate_mmol_l", max),
        adequate_fluids_given=any(known_fluids) if known_fluids else None,
    )


def _graver(ordered: list[Saying], name: str, worst: Callable[..., float]) -> float | None:
    """The latest that was said, of those said at one instant the worst."""
    said = [
        (each.said_at, getattr(each.said, name))
        for each in ordered
        if getattr(each.said, name) is not None
    ]
    if not said:
        return None
    return worst(value for at, value in said if at == said[-1][0])
