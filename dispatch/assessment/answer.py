"""An assessment in the keys of the published vignettes, and more beside them."""

from dispatch.assessment.assess import Assessment, OfAdult
from dispatch.assessment.fields import key_of
from dispatch.assessment.finding import Finding
from dispatch.assessment.fluids import Fluids
from dispatch.assessment.priority import Priority
from dispatch.assessment.scale import Score

CSI_PRIORITY = {Priority.ZERO: "0", Priority.THREE_HOURS: "3h"}
"""The published words of the priorities."""

Answer = dict[str, object]
"""One answer, ready to be written as JSON."""


def answer_of(vignette_id: str, found: Assessment, /) -> Answer:
    """The answer to one vignette. Null: can't be said without a missing value."""
    own = _of_child(found) if found.adult is None else _of_adult(found, found.adult)
    return {"id": vignette_id, **own, **_of_everybody(found)}


def _of_adult(found: Assessment, adult: OfAdult) -> Answer:
    is_known = found.classification is not None
    return {
        "population": "adult",
        **_score("qsofa", found.scores["qsofa"]),
        **_score("news2", found.scores["news2"]),
        "news2_is_valid": adult.is_news2_valid,
        "news2_risk": adult.news2_risk if adult.is_news2_valid else None,
        "news2_risk_is_known": adult.is_news2_risk_known,
        **_score("sirs", found.scores["sirs"]),
        **_score("sofa", found.scores["sofa"]),
        "delta_sofa": adult.rise_points,
        "delta_sofa_is_known": adult.is_rise_known,
        "mof": adult.is_multi_organ_failure,
        "mof_is_known": adult.is_multi_organ_failure_known,
        "septic_shock_sepsis3": adult.is_sepsis3_shock if is_known else None,
        "fluids": _fluids(found.fluids),
    }


def _of_child(found: Assessment) -> Answer:
    is_known = found.classification is not None
    return {
        "population": "paediatric",
        **_score("phoenix", found.scores["phoenix"]),
        "sepsis": found.classified.is_sepsis if is_known else None,
        "septic_shock": found.classified.is_shock if is_known else None,
        "fluids": {**_fluids(found.fluids), "most_ml": found.fluids.most_ml},
    }


def _of_everybody(found: Assessment) -> Answer:
    """At the end of life there is no code, and no priority of one (Yébenes 2020, stage 1)."""
    ruling = None if "end_of_life" in found.gate.why_not else found.ruling
    return {
        "classification": found.classification,
        "classification_is_known": found.classified.is_known,
        "csi_priority": None if ruling is None else CSI_PRIORITY[ruling.priority],
        "priority_rule": None if ruling is None else ruling.rule,
        "condition": found.condition,
        "reassess_within_min": found.reassess_within_min,
        "csi_detection": found.detected.detection,
        "findings": [_finding(each) for each in found.detected.findings],
        "activation": {
            "may_activate": found.gate.may_activate,
            "why_not": list(found.gate.why_not),
            "basic_care_goes_on": found.gate.basic_care_goes_on,
        },
        "missing": {name: _keys(values) for name, values in found.missing.items()},
        "doubts": [
            {"code": doubt.code, "value": key_of(doubt.reads)} for doubt in found.doubts
        ],
    }


def _fluids(fluids: Fluids) -> Answer:
    return {
        "indicated": fluids.is_indicated,
        "volume_ml": fluids.volume_ml,
        "missing": _keys(fluids.missing),
    }


def _score(name: str, score: Score) -> Answer:
    return {
        name: score.total,
        f"{name}_parts": score.parts,
        f"{name}_open_parts": list(score.open_parts),
    }


def _finding(finding: Finding) -> Answer:
    return {
        "code": finding.code,
        "letter": finding.letter,
        "strength": finding.strength,
        "of": key_of(finding.reads),
        "value": finding.value,
        "cutoff": finding.cutoff,
    }


def _keys(names: tuple[str, ...]) -> list[str]:
    return [key_of(name) for name in names]
