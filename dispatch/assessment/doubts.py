"""What a reader should look at twice: nothing here changes a score, nothing is hidden."""

from collections.abc import Iterator

from msgspec import Struct

from dispatch.assessment.baseline import asks_usual_spo2, disagrees, rise_of
from dispatch.assessment.classification import (
    Classified,
    circulation_of,
    is_sepsis3_shock,
)
from dispatch.assessment.detect_adult import FULL_GCS
from dispatch.assessment.finding import Detected
from dispatch.assessment.pairs import clashes_of
from dispatch.assessment.perfusion import shock_signs_of_child, signs_of_child
from dispatch.assessment.priority import LACTATE_AFTER_FLUIDS, rule_circulation
from dispatch.assessment.quantities import DOSES
from dispatch.assessment.scale import Score
from dispatch.assessment.value_doubts import doubts_of_values
from dispatch.assessment.values import (
    AdultValues,
    ChildValues,
    PatientValues,
    map_of,
    runs_vasoactives,
)

HYPOTENSION = frozenset({"low_systolic", "low_map", "systolic_fall"})


class Doubt(Struct, frozen=True):
    """``code`` is translated as ``doubt-<code>``; ``reads`` names the value it is about."""

    code: str
    reads: str


def doubts_of_adult(
    values: AdultValues, sofa: Score, classified: Classified, *, detected: Detected
) -> tuple[Doubt, ...]:
    """Doubts about the shock first, then about values that disagree or are unusual."""
    return (
        *_of_shock(values, classified, detected),
        *_of_consciousness(values),
        *_clashing(values),
        *_of_home_oxygen(values),
        *_of_baseline(values, sofa),
        *_unusual(values),
    )


BELOW_PHOENIX = {
    "low_map": Doubt("low_pressure_below_phoenix", "map_mmhg"),
    "low_systolic": Doubt("low_pressure_below_phoenix", "systolic_mmhg"),
    "high_lactate": Doubt("lactate_below_phoenix", "lactate_mmol_l"),
    "slow_refill": Doubt("perfusion_below_phoenix", "capillary_refill_s"),
    "poor_skin_perfusion": Doubt("perfusion_below_phoenix", "has_poor_skin_perfusion"),
}
"""What is asked about a sign of shock in a child whom Phoenix does not call so."""


def doubts_of_child(values: ChildValues, classified: Classified) -> tuple[Doubt, ...]:
    """An unstable circulation that Phoenix does not count, values that contradict each other,
    and unusual ones.
    """
    return (*unstable_child(values, classified), *_clashing(values), *_unusual(values))


def is_unstable_before_fluids(values: AdultValues, detected: Detected, /) -> bool:
    """An infection with hypotension or vasoactives while right fluids have not been given yet.

    The paper's "without haemodynamic instability" does not hold, nor does its shock.
    """
    is_low = any(finding.code in HYPOTENSION for finding in detected.findings)
    is_unstable = is_low or bool(runs_vasoactives(values))
    return bool(values.infection_suspected) and not values.adequate_fluids_given and is_unstable


def unstable_child(values: ChildValues, classified: Classified, /) -> Iterator[Doubt]:
    """What asks whether an infected child is in shock, and for another look in the hour."""
    if not values.infection_suspected or classified.is_shock:
        return
    if values.vasoactive_count:
        yield Doubt("vasoactives_below_phoenix", "vasoactive_count")
    for sign in shock_signs_of_child(signs_of_child(values)):
        yield BELOW_PHOENIX[sign]


def _of_shock(
    values: AdultValues, classified: Classified, detected: Detected
) -> Iterator[Doubt]:
    if is_unstable_before_fluids(values, detected):
        if runs_vasoactives(values):
            yield Doubt("vasoactives_before_fluids", "adequate_fluids_given")
        else:
            yield Doubt("hypotension_before_fluids", "adequate_fluids_given")
    if classified.is_shock and not is_sepsis3_shock(values, classified):
        yield Doubt("sepsis3_differs", "lactate_mmol_l")
    if values.infection_suspected and not classified.is_shock:
        yield from _after_fluids(values, detected)


def _after_fluids(values: AdultValues, detected: Detected) -> Iterator[Doubt]:
    """What speaks of shock after right fluids beside the paper's definition."""
    codes = {finding.code for finding in detected.findings}
    if values.adequate_fluids_given and codes & HYPOTENSION:
        if map_of(values) is None:
            yield Doubt("mean_pressure_unknown", "diastolic_mmhg")
        else:
            yield Doubt("low_systolic_after_fluids", "systolic_mmhg")
    if rule_circulation(circulation_of(values)) is LACTATE_AFTER_FLUIDS:
        yield Doubt("lactate_after_fluids", "lactate_mmol_l")


def _of_consciousness(values: AdultValues) -> Iterator[Doubt]:
    """Alert without the whole Glasgow scale, as with a lasting confusion: told, not asked."""
    is_told = values.acvpu == "A" and values.gcs is not None and values.gcs < FULL_GCS
    if is_told and not any(each.reads == "gcs" for each in clashes_of(values)):
        yield Doubt("consciousness_disagrees", "gcs")


def _clashing(values: PatientValues) -> Iterator[Doubt]:
    for clash in clashes_of(values):
        yield Doubt(clash.code, clash.reads)


def _of_home_oxygen(values: AdultValues) -> Iterator[Doubt]:
    if asks_usual_spo2(values):
        yield Doubt("usual_spo2_unknown", "usual_spo2_pct")


def _of_baseline(values: AdultValues, sofa: Score) -> Iterator[Doubt]:
    if rise_of(values, sofa) < 0:
        yield Doubt("baseline_above_now", "baseline_points")
    if disagrees(values):
        yield Doubt("baseline_disagrees", "baseline_points")


def _unusual(values: PatientValues) -> Iterator[Doubt]:
    for doubt in doubts_of_values(values):
        is_dose = doubt.reads in DOSES
        yield Doubt("unusual_value", "vasoactives_mcg_kg_min" if is_dose else doubt.reads)
