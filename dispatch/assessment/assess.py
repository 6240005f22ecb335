"""One patient's values to everything the protocol says of them.

A function of its arguments alone: the same values give the same assessment for ever. Decision
support, not a medical device: a doctor confirms.
"""

from msgspec import Struct
from msgspec.structs import replace

from dispatch.assessment.baseline import baseline_of, rise_of
from dispatch.assessment.classification import (
    Classification,
    Classified,
    circulation_of,
    classify_adult,
    classify_child,
    condition_of,
    is_sepsis3_shock,
    ruling_of,
)
from dispatch.assessment.criteria import criterion
from dispatch.assessment.cutoffs import DEFAULT_CUTOFFS, Cutoffs
from dispatch.assessment.detect_adult import detect_adult
from dispatch.assessment.detect_child import detect_child
from dispatch.assessment.doubts import (
    MEAN_UNKNOWN,
    Doubt,
    doubts_of_adult,
    doubts_of_child,
    unstable_adult,
    unstable_child,
)
from dispatch.assessment.finding import Detected
from dispatch.assessment.fluids import Fluids, first_bolus, first_fluids
from dispatch.assessment.gate import Gate, gate_of
from dispatch.assessment.news2 import Risk, is_risk_known, is_valid, risk_of, score_news2
from dispatch.assessment.phoenix import score_phoenix
from dispatch.assessment.priority import (
    VASOACTIVES_RUNNING,
    Condition,
    Priority,
    PriorityRuling,
    gravest,
    rule_circulation,
    unsaid_of_circulation,
)
from dispatch.assessment.qsofa import score_qsofa
from dispatch.assessment.scale import Score
from dispatch.assessment.sirs import score_sirs
from dispatch.assessment.sofa import (
    is_multi_organ_failure,
    is_multi_organ_failure_known,
    score_sofa,
)
from dispatch.assessment.values import AdultValues, ChildValues, PatientValues

NAMED_OF_ADULT: dict[str, tuple[str, ...]] = {
    "runs_vasoactives": ("vasoactives_mcg_kg_min",),
    "map_mmhg": ("systolic_mmhg", "diastolic_mmhg"),
    "lactate_mmol_l": ("lactate_mmol_l",),
    "adequate_fluids_given": ("adequate_fluids_given",),
}
"""What of the circulation follows from which values."""

NAMED_OF_CHILD: dict[str, tuple[str, ...]] = {"runs_vasoactives": ("vasoactive_count",)}


class OfAdult(Struct, frozen=True):
    """What only adults have. ``rise_points``: SOFA above its baseline (0 when unknown); not
    known while an organ is not, and then the least it can be.

    An answer that is not known is the one of a patient whose missing values are in order.
    """

    rise_points: int
    is_multi_organ_failure: bool
    is_sepsis3_shock: bool
    news2_risk: Risk
    is_rise_known: bool = True
    is_multi_organ_failure_known: bool = True
    is_news2_risk_known: bool = True
    is_news2_valid: bool = True


class Assessment(Struct, frozen=True):
    """Scores side by side, findings, classification, and the priority with its rule.

    ``ruling`` is the priority a transfer would have; whether the code may be activated at all
    is ``gate``. ``missing``: by score or question, the values that could still change it.
    ``reassess_within_min``: the priority holds only until the patient is looked at again.
    """

    scores: dict[str, Score]
    detected: Detected
    classified: Classified
    condition: Condition | None
    ruling: PriorityRuling | None
    gate: Gate
    fluids: Fluids
    doubts: tuple[Doubt, ...]
    missing: dict[str, tuple[str, ...]]
    reassess_within_min: float | None = None
    adult: OfAdult | None = None

    @property
    def classification(self) -> Classification | None:
        """What the patient has; None while nobody said whether an infection is suspected."""
        return self.classified.classification


def assess(values: PatientValues, cutoffs: Cutoffs = DEFAULT_CUTOFFS) -> Assessment:
    """The assessment of an adult or a child, with the cut-offs of the centre."""
    if isinstance(values, AdultValues):
        found = _assess_adult(values, cutoffs)
    else:
        found = _assess_child(values, cutoffs)
    is_asked = values.infection_suspected is None
    return _asking_infection(found, values, cutoffs) if is_asked else found


def _asking_infection(found: Assessment, values: PatientValues, cutoffs: Cutoffs) -> Assessment:
    """Nobody said whether an infection is suspected: with one, would anybody look again? Then
    the answer asks, and waits no longer than that; at once where it would be priority 0.
    """
    supposed = assess(replace(values, infection_suspected=True), cutoffs)
    ruling, minutes = supposed.ruling, supposed.reassess_within_min
    if ruling is not None and ruling.priority is Priority.ZERO:
        minutes = criterion("reassess_after_fluids_min")
    if minutes is None:
        return found
    doubts = (Doubt("infection_unknown", "infection_suspected"), *found.doubts)
    return replace(found, doubts=doubts, reassess_within_min=minutes)


def _assess_adult(values: AdultValues, cutoffs: Cutoffs) -> Assessment:
    sofa = score_sofa(values)
    news2 = score_news2(values)
    scores = {
        "sofa": sofa,
        "qsofa": score_qsofa(values),
        "sirs": score_sirs(values),
        "news2": news2,
    }
    detected = detect_adult(values, cutoffs)
    classified = classify_adult(values, sofa)
    has_mof = is_multi_organ_failure(sofa, baseline_of(values))
    condition = condition_of(classified, is_multi_organ_failure=has_mof)
    ruling = _ruling(values, condition)
    gate = gate_of(values, detected, classified, score=sofa, fails=has_mof)
    fluids = first_fluids(values)
    own = {
        "priority": _unsaid_of_priority(values, ruling),
        "fluids": fluids.missing,
        "sepsis3": _unsaid_of_sepsis3(values, classified),
    }
    unstable = tuple(unstable_adult(values, classified, detected=detected))
    return Assessment(
        scores=scores,
        detected=detected,
        classified=classified,
        condition=condition,
        ruling=ruling,
        gate=gate,
        fluids=fluids,
        doubts=doubts_of_adult(values, sofa, classified, detected=detected),
        missing=_missing(scores, detected, classified, gate=gate) | _said(own),
        reassess_within_min=_minutes(unstable) if _may_change(ruling) else None,
        adult=OfAdult(
            rise_points=rise_of(values, sofa),
            is_multi_organ_failure=has_mof,
            is_sepsis3_shock=is_sepsis3_shock(values, classified),
            news2_risk=risk_of(news2),
            is_rise_known=not sofa.open_parts,
            is_multi_organ_failure_known=is_multi_organ_failure_known(
                values, sofa, baseline_of(values)
            ),
            is_news2_risk_known=is_risk_known(news2),
            is_news2_valid=is_valid(values),
        ),
    )


def _assess_child(values: ChildValues, cutoffs: Cutoffs) -> Assessment:
    scores = {"phoenix": score_phoenix(values)}
    detected = detect_child(values, cutoffs)
    classified = classify_child(values, scores["phoenix"])
    condition = condition_of(classified, is_multi_organ_failure=False)
    ruling = _ruling(values, condition)
    gate = gate_of(values, detected, classified, score=scores["phoenix"])
    fluids = first_bolus(values, is_shock=classified.is_shock)
    return Assessment(
        scores=scores,
        detected=detected,
        classified=classified,
        condition=condition,
        ruling=ruling,
        gate=gate,
        fluids=fluids,
        doubts=doubts_of_child(values, classified),
        missing=_missing(scores, detected, classified, gate=gate)
        | _said({"priority": _unsaid_of_priority(values, ruling), "fluids": fluids.missing}),
        reassess_within_min=_minutes(tuple(unstable_child(values, classified))),
    )


def _ruling(values: PatientValues, condition: Condition | None) -> PriorityRuling | None:
    """The graver of what the classification and what the circulation rules."""
    if not values.infection_suspected:
        return None
    return gravest(ruling_of(condition), rule_circulation(circulation_of(values)))


def _may_change(ruling: PriorityRuling | None) -> bool:
    """Whether another look could find shock: not once shock or organ failure is found."""
    is_settled = ruling is not None and ruling.priority is Priority.ZERO
    return not is_settled or ruling == VASOACTIVES_RUNNING


def _minutes(unstable: tuple[Doubt, ...]) -> float | None:
    """0 is at once."""
    if MEAN_UNKNOWN in unstable:
        return criterion("reassess_after_fluids_min")
    return criterion("reassess_hypotension_min") if unstable else None


def _unsaid_of_priority(
    values: PatientValues, ruling: PriorityRuling | None
) -> tuple[str, ...]:
    """The values not known that could make it priority 0 by the circulation alone."""
    if not values.infection_suspected or not _may_change(ruling):
        return ()
    unsaid = unsaid_of_circulation(circulation_of(values))
    names = NAMED_OF_ADULT if isinstance(values, AdultValues) else NAMED_OF_CHILD
    read = (name for field in unsaid for name in names[field])
    return tuple(name for name in read if getattr(values, name) is None)


def _missing(
    scores: dict[str, Score], detected: Detected, classified: Classified, *, gate: Gate
) -> dict[str, tuple[str, ...]]:
    return _said(
        {
            **{name: score.missing for name, score in scores.items()},
            "detection": detected.missing,
            "classification": classified.missing,
            "activation": gate.missing,
        }
    )


def _said(missing: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {name: values for name, values in missing.items() if values}


def _unsaid_of_sepsis3(values: AdultValues, classified: Classified) -> tuple[str, ...]:
    unsaid = classified.is_shock and values.lactate_mmol_l is None
    return ("lactate_mmol_l",) if unsaid else ()
