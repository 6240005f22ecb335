"""Cut-offs of suspicion and activation. The paper gives none on purpose: all are proposed.

Each row says whose number it borrows. A centre may use its own (``cutoffs.py``).
"""

from dispatch.assessment.criterion import Criterion

_OPEN = "proposed; the paper leaves it to each centre; after"


def _row(name: str, value: float, unit: str, *, after: str, meaning: str) -> Criterion:
    return Criterion(name, value, unit, f"{_OPEN} {after}", is_proposed=True, meaning=meaning)


ADULT_DETECTION: tuple[Criterion, ...] = (
    _row(
        "tachypnoea_from_rpm",
        22,
        "rpm",
        after="qSOFA (Singer 2016)",
        meaning="B, suspicion: breaths a minute, this many or more",
    ),
    _row(
        "tachycardia_above_bpm",
        90,
        "bpm",
        after="SIRS (Bone 1992)",
        meaning="C, suspicion: beats a minute, more than this",
    ),
    _row(
        "hypoxia_below_pct",
        92,
        "%",
        after="NEWS2 scale 1, 3 points (RCP 2017)",
        meaning="B, activation: SpO2 below this, on the usual scale",
    ),
    _row(
        "hypoxia_scale2_below_pct",
        88,
        "%",
        after="NEWS2 scale 2, target 88-92 % (RCP 2017)",
        meaning="B, activation: SpO2 below this in recorded hypercapnic failure",
    ),
    _row(
        "low_systolic_below_mmhg",
        90,
        "mmHg",
        after="the 2001 sepsis definitions (Levy 2003)",
        meaning="C, activation: systolic pressure below this",
    ),
    _row(
        "low_map_below_mmhg",
        65,
        "mmHg",
        after="Sepsis-3 (Singer 2016)",
        meaning="C, activation: mean arterial pressure below this",
    ),
    _row(
        "systolic_fall_above_mmhg",
        40,
        "mmHg",
        after="the 2001 sepsis definitions (Levy 2003)",
        meaning="C, activation: systolic pressure has fallen from its usual by more than this",
    ),
    _row(
        "lactate_above_mmol_l",
        2,
        "mmol/L",
        after="Sepsis-3 (Singer 2016)",
        meaning="E, activation: lactate above this, adults and children",
    ),
)

_LENIENT = "no source; what is usual for one patient is no new sign; to be set by a clinician"

USUAL_DETECTION: tuple[Criterion, ...] = (
    _row(
        "usual_low_fall_above_mmhg",
        10,
        "mmHg",
        after=_LENIENT,
        meaning="Where the usual pressure is low itself, it activates fallen by more than this",
    ),
    _row(
        "usual_systolic_floor_mmhg",
        80,
        "mmHg",
        after=_LENIENT,
        meaning="Below this systolic pressure no usual pressure excuses",
    ),
    _row(
        "usual_map_floor_mmhg",
        55,
        "mmHg",
        after=_LENIENT,
        meaning="Below this mean pressure no usual pressure excuses",
    ),
    _row(
        "usual_spo2_floor_pct",
        85,
        "%",
        after=_LENIENT,
        meaning="Below this saturation no usual saturation excuses",
    ),
)
"""What a patient is like without this illness; the same for every centre."""

CHILD_DETECTION: tuple[Criterion, ...] = (
    _row(
        "child_hypoxia_below_pct",
        92,
        "%",
        after="NICE NG51 (2016), high risk under 92 %",
        meaning="B, activation in children: SpO2 below this",
    ),
    _row(
        "child_refill_above_s",
        2,
        "s",
        after="the paediatric assessment triangle",
        meaning="C, suspicion in children: capillary refill longer than this",
    ),
    _row(
        "child_refill_tachycardia_from_s",
        3,
        "s",
        after="NICE NG51 (2016)",
        meaning="C, activation in children: capillary refill from this on, with tachycardia",
    ),
    _row(
        "child_fever_from_c",
        38,
        "°C",
        after="NICE NG143",
        meaning="Petechiae activate in a child whose temperature is this or higher",
    ),
    _row(
        "child_gcs_upto_points",
        10,
        "points",
        after="Phoenix (Schlapbach 2024)",
        meaning="D, activation in children: Glasgow scale of this or less",
    ),
)
