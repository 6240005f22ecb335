"""What is looked at outside a hospital: A + BCD, never E, which is the hospital's alone."""

from msgspec import Struct
from msgspec.structs import asdict, replace

from dispatch.assessment.age_groups import AgeGroup, group_of, oldest_months
from dispatch.assessment.cutoffs import Cutoffs
from dispatch.assessment.detect_adult import detect_adult
from dispatch.assessment.detect_child import detect_child
from dispatch.assessment.fields import key_of
from dispatch.assessment.finding import Detection, Finding
from dispatch.assessment.values import AdultValues, PatientValues
from dispatch.kernel.failures import Refused

ADULT_NAMES = (
    *("infection_suspected", "respiratory_rate_rpm", "spo2_pct", "spo2_scale", "on_oxygen"),
    *("heart_rate_bpm", "systolic_mmhg", "diastolic_mmhg", "acvpu", "gcs", "meningismus"),
    *("temperature_c", "has_home_oxygen", "usual_spo2_pct", "usual_systolic_mmhg"),
)
CHILD_NAMES = (
    *("infection_suspected", "age_months", "respiratory_rate_rpm", "spo2_pct"),
    *("heart_rate_bpm", "systolic_mmhg", "capillary_refill_s", "has_poor_skin_perfusion"),
    *("has_petechiae", "has_poor_general_state", "gcs", "meningismus", "temperature_c"),
)
KEYS: dict[str, tuple[str, ...]] = {
    "adult": tuple(key_of(name) for name in ADULT_NAMES),
    "paediatric": tuple(key_of(name) for name in CHILD_NAMES),
}
"""The published keys that a pre-alert may carry, by population."""

NO_VITALS = frozenset({"age_months", "spo2_scale"})


class Signs(Struct, frozen=True):
    """What a team outside saw. ``vitals``: the numbers given, by their published keys."""

    age_group: AgeGroup
    detection: Detection
    findings: tuple[Finding, ...]
    vitals: dict[str, float]


def signs_outside(values: PatientValues, cutoffs: Cutoffs, /) -> Signs:
    """The signs that fire with those cut-offs; a child is judged by its group of age.

    Raises ``Refused``: ``infection_not_suspected``, ``no_sign_fired`` (Yébenes 2020: pre-alert
    when the criteria are met).
    """
    if not values.infection_suspected:
        raise Refused("infection_not_suspected", field="inputs/infection_suspected")
    group: AgeGroup = "adult"
    if isinstance(values, AdultValues):
        detected = detect_adult(replace(values, lactate_mmol_l=None), cutoffs)
    else:
        group = group_of(values.age_months)
        grouped = replace(values, age_months=oldest_months(group), lactate_mmol_l=None)
        detected = detect_child(grouped, cutoffs)
    detection = detected.detection
    if detection is None or detection is Detection.NONE:
        raise Refused("no_sign_fired", field="inputs")
    return Signs(group, detection, detected.findings, _vitals(values))


def _vitals(values: PatientValues) -> dict[str, float]:
    names = ADULT_NAMES if isinstance(values, AdultValues) else CHILD_NAMES
    given = asdict(values)
    return {
        key_of(name): given[name]
        for name in names
        if isinstance(given[name], int | float)
        and not isinstance(given[name], bool)
        and name not in NO_VITALS
    }
