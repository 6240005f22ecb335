"""Whether the code may be activated (Yébenes 2020, stage 1).

Not with limitation of life support and not at the end of life. That says nothing against basic
care: oxygen, fluids and antibiotics go on for every patient.
"""

from typing import Literal

from msgspec import Struct

from dispatch.assessment.classification import Classified
from dispatch.assessment.finding import Detected, Detection
from dispatch.assessment.scale import Score
from dispatch.assessment.values import PatientValues

WhyNot = Literal[
    "treatment_limits",
    "end_of_life",
    "no_infection",
    "infection_unknown",
    "no_organ_failure",
    "organ_failure_unknown",
    "organ_failure_usual",
]


class Gate(Struct, frozen=True):
    """``why_not`` is empty when the code may be activated; a doctor still decides."""

    may_activate: bool
    why_not: tuple[WhyNot, ...]
    missing: tuple[str, ...]
    basic_care_goes_on: bool = True


def gate_of(
    values: PatientValues,
    detected: Detected,
    classified: Classified,
    *,
    score: Score,
    fails: bool = False,
) -> Gate:
    """Signs of organ failure (or sepsis by its score) in an infection, and no limitation.

    What ``score`` lacks is no "no"; nor do organs that fail (``fails``) as a baseline says they
    did before.
    """
    why_not: list[WhyNot] = []
    if values.has_treatment_limits:
        why_not.append("treatment_limits")
    if values.is_end_of_life:
        why_not.append("end_of_life")
    if values.infection_suspected is None:
        why_not.append("infection_unknown")
    elif not values.infection_suspected:
        why_not.append("no_infection")
    elif detected.detection is not Detection.ACTIVATION and not classified.is_sepsis:
        lacks = bool(detected.missing or score.missing)
        why_not.append(_without_failure(fails=fails, lacks=lacks))
    unsaid = ("has_treatment_limits",) if values.has_treatment_limits is None else ()
    return Gate(not why_not, tuple(why_not), unsaid)


def _without_failure(*, fails: bool, lacks: bool) -> WhyNot:
    if fails:
        return "organ_failure_usual"
    return "organ_failure_unknown" if lacks else "no_organ_failure"
