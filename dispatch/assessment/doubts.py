"""What a reader should look at twice: nothing here changes a score, nothing is hidden."""

from collections.abc import Iterator

from msgspec import Struct

from dispatch.assessment.baseline import (
    asks_usual_spo2,
    disagrees,
    hides_in_unknown,
    is_usual_map,
    rise_of,
)
from dispatch.assessment.classification import (
    Classified,
    circulation_of,
    is_sepsis3_shock,
)
from dispatch.assessment.danger import dangers_of_adult, dangers_of_child
from dispatch.assessment.detect_adult import FULL_GCS
from dispatch.assessment.finding import Detected
from dispatch.assessment.pairs import clashes_of
from dispatch.assessment.perfusion import (
    shock_signs_of_adult,
    shock_signs_of_child,
    signs_of_adult,
    signs_of_child,
)
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
        *_of_pregnancy(values),
        *_of_consciousness(values),
        *_clashing(values),
        *_of_home_oxygen(values),
        *_of_baseline(values, sofa),
        *_unusual(values),
    )


MEAN_UNKNOWN = Doubt("mean_pressure_unknown", "diastolic_mmhg")
"""Hypotension after right fluids that may be shock: the mean pressure would say it."""

IN_DANGER = {
    "respiratory_failure": Doubt("respiratory_failure", "respiratory_rate_rpm"),
    "coma": Doubt("coma", "gcs"),
    "extreme_pulse": Doubt("extreme_pulse", "heart_rate_bpm"),
    "high_news2": Doubt("high_news2", "respiratory_rate_rpm"),
    "high_news2_pregnant": Doubt("high_news2_pregnant", "is_pregnant"),
}

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
    return (
        *unstable_child(values, classified),
        *_of_pregnancy(values),
        *_clashing(values),
        *_unusual(values),
    )


def unstable_adult(
    values: AdultValues, classified: Classified, *, detected: Detected
) -> Iterator[Doubt]:
    """What asks whether an infected adult is in shock, or in danger, and for another look.

    Fluids without effect never make it less urgent.
    """
    if not values.infection_suspected or classified.is_shock:
        return
    signs = shock_signs_of_adult(signs_of_adult(values))
    found = {finding.code for finding in detected.findings}
    is_low = bool(HYPOTENSION & {*signs, *found})
    if values.adequate_fluids_given:
        yield from _after_fluids(values, is_low=is_low)
    elif runs_vasoactives(values):
        yield Doubt("vasoactives_before_fluids", "adequate_fluids_given")
    elif is_low:
        yield Doubt("hypotension_before_fluids", "adequate_fluids_given")
    if "high_lactate" in signs and not values.adequate_fluids_given:
        yield Doubt("lactate_before_fluids", "adequate_fluids_given")
    yield from (IN_DANGER[danger] for danger in dangers_of_adult(values))


def unstable_child(values: ChildValues, classified: Classified, /) -> Iterator[Doubt]:
    """What asks whether an infected child is in shock, and for another look in the hour."""
    if not values.infection_suspected or classified.is_shock:
        return
    if values.vasoactive_count:
        yield Doubt("vasoactives_below_phoenix", "vasoactive_count")
    for sign in shock_signs_of_child(signs_of_child(values)):
        yield BELOW_PHOENIX[sign]
    yield from (IN_DANGER[danger] for danger in dangers_of_child(values))


def _of_shock(
    values: AdultValues, classified: Classified, detected: Detected
) -> Iterator[Doubt]:
    yield from unstable_adult(values, classified, detected=detected)
    if classified.is_shock and is_usual_map(values) and not runs_vasoactives(values):
        yield Doubt("usual_low_pressure", "usual_map_mmhg")
    if classified.is_shock and not is_sepsis3_shock(values, classified):
        yield Doubt("sepsis3_differs", "lactate_mmol_l")


def _after_fluids(values: AdultValues, *, is_low: bool) -> Iterator[Doubt]:
    """What speaks of shock after right fluids beside the paper's definition."""
    if is_low and map_of(values) is None:
        yield MEAN_UNKNOWN
    elif is_low:
        yield Doubt("low_systolic_after_fluids", "systolic_mmhg")
    if rule_circulation(circulation_of(values)) is LACTATE_AFTER_FLUIDS:
        yield Doubt("lactate_after_fluids", "lactate_mmol_l")


def _of_pregnancy(values: PatientValues) -> Iterator[Doubt]:
    """The class stays as computed, and says whose limits it is computed by."""
    if values.is_pregnant:
        yield Doubt("pregnancy", "is_pregnant")


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
    if hides_in_unknown(values, sofa):
        yield Doubt("baseline_above_known", "baseline_points")
    if disagrees(values):
        yield Doubt("baseline_disagrees", "baseline_points")


def _unusual(values: PatientValues) -> Iterator[Doubt]:
    for doubt in doubts_of_values(values):
        is_dose = doubt.reads in DOSES
        yield Doubt("unusual_value", "vasoactives_mcg_kg_min" if is_dose else doubt.reads)
