"""Every number of the protocol, with its unit and its source. ``docs/parameters.md`` prints it.

Code asks for a number by name; a house test rejects clinical numbers written elsewhere.
"""

from dispatch.assessment.bundle_criteria import BUNDLE
from dispatch.assessment.crew_criteria import CREW_CLOCKS
from dispatch.assessment.criterion import PAPER, Criterion
from dispatch.assessment.detection_criteria import (
    ADULT_DETECTION,
    CHILD_DETECTION,
    USUAL_DETECTION,
)
from dispatch.assessment.escalation_criteria import ESCALATION
from dispatch.assessment.pair_criteria import DOUBTED_TOGETHER
from dispatch.assessment.pre_alert_criteria import PRE_ALERT
from dispatch.assessment.pregnancy_criteria import CHILDBEARING

CRITERIA: dict[str, Criterion] = {
    row.name: row
    for row in (
        Criterion(
            "window_min",
            180,
            "min",
            f"{PAPER}, stage 3: up to 3 h for sepsis",
            is_proposed=False,
            meaning="From agreement to the unit at the bedside, priority up to 3 h",
        ),
        Criterion(
            "risk_margin_min",
            20,
            "min",
            "proposed",
            is_proposed=True,
            meaning="A window whose expected margin is smaller than this is shown as at risk",
        ),
        Criterion(
            "proposal_old_min",
            10,
            "min",
            "proposed",
            is_proposed=True,
            meaning="A proposal of a unit worked out longer ago than this is marked as old",
        ),
        Criterion(
            "value_old_min",
            60,
            "min",
            "proposed",
            is_proposed=True,
            meaning="A clinical value measured or told longer ago than this is marked as old",
        ),
        Criterion(
            "unassigned_alarm_min",
            15,
            "min",
            "proposed",
            is_proposed=True,
            meaning="A priority 0 without a unit for this long after agreement raises an alarm",
        ),
        Criterion(
            "no_answer_p0_min",
            5,
            "min",
            "proposed",
            is_proposed=True,
            meaning="An asked intensivist has not answered a priority 0 for this long",
        ),
        Criterion(
            "no_answer_3h_min",
            15,
            "min",
            "proposed",
            is_proposed=True,
            meaning="An asked intensivist has not answered a priority up to 3 h for this long",
        ),
        Criterion(
            "bed_hold_min",
            360,
            "min",
            "proposed: the window of 3 h, preparation and drive, with room to spare",
            is_proposed=True,
            meaning="A bed is held this long for a patient whom no unit has reached yet",
        ),
        Criterion(
            "reassess_hypotension_min",
            60,
            "min",
            "proposed (decision 10)",
            is_proposed=True,
            meaning="Unstable and not called shock, of any age: look again within this",
        ),
        Criterion(
            "reassess_after_fluids_min",
            0,
            "min",
            "proposed: at once; with a mean pressure below 65 it is shock",
            is_proposed=True,
            meaning="Shock if a mean pressure or an infection nobody told says so: look again",
        ),
        Criterion(
            "bedside_p0_min",
            42,
            "min",
            "mean preparation at the sender, proposed",
            is_proposed=True,
            meaning="Preparation at the bedside before departure, priority 0",
        ),
        Criterion(
            "bedside_3h_min",
            32,
            "min",
            "proposed: 25 to 40",
            is_proposed=True,
            meaning="Preparation at the bedside before departure, priority up to 3 h",
        ),
        Criterion(
            "handover_min",
            25,
            "min",
            "proposed: 20 to 30",
            is_proposed=True,
            meaning="Handover at the receiving ICU",
        ),
        Criterion(
            "cleaning_min",
            15,
            "min",
            "proposed",
            is_proposed=True,
            meaning="Cleaning and restocking before a unit is available again",
        ),
        Criterion(
            "mobilisation_road_min",
            3,
            "min",
            "proposed: 2 to 5",
            is_proposed=True,
            meaning="From notice to wheels rolling",
        ),
        Criterion(
            "mobilisation_air_min",
            12,
            "min",
            "proposed: 10 to 15",
            is_proposed=True,
            meaning="From notice to take-off",
        ),
        Criterion(
            "fluids_ml_kg",
            30,
            "mL/kg",
            f"{PAPER}, stage 2 and Fig. 4: 30 mL/kg of crystalloid in 1 h",
            is_proposed=False,
            meaning="First volume when perfusion is poor; the weight is needed for it",
        ),
        Criterion(
            "contradiction_within_s",
            60,
            "s",
            "proposed",
            is_proposed=True,
            meaning="Two assessments of a patient closer than this must lead to the same",
        ),
        Criterion(
            "weights_differ_above_pct",
            20,
            "%",
            "proposed: a weight guessed at the bedside",
            is_proposed=True,
            meaning="Two weights of one patient further apart than this are asked about",
        ),
        Criterion(
            "clock_ahead_s",
            120,
            "s",
            "proposed",
            is_proposed=True,
            meaning="An instant may lie this far ahead of our clock; clocks differ a little",
        ),
        Criterion(
            "late_entry_most_h",
            72,
            "h",
            "proposed: a long weekend",
            is_proposed=True,
            meaning="What was written on paper is entered at most this long afterwards",
        ),
        Criterion(
            "paper_idle_min",
            10,
            "min",
            "proposed: whoever reads from a paper gives a command sooner than that",
            is_proposed=True,
            meaning="The console keeps the time of a paper this long without a command; then "
            "commands are of now again",
        ),
        Criterion(
            "papers_still_min",
            10,
            "min",
            "proposed: as long as the console keeps the time of a paper",
            is_proposed=True,
            meaning="More papers of a transfer were to come and none has for this long: "
            "the board asks for a decision",
        ),
        Criterion(
            "papers_end_min",
            20,
            "min",
            "proposed: a patient who still waits is hidden no longer than that",
            is_proposed=True,
            meaning="More papers were to come and none has for this long: "
            "the transfer is of now again, with all its alarms",
        ),
        Criterion(
            "closing_back_min",
            60,
            "min",
            "proposed: a wrong button is noticed by then, and a unit or a bed seldom gone",
            is_proposed=True,
            meaning="A closing is taken back at most this long after it was told",
        ),
        Criterion(
            "failure_back_min",
            60,
            "min",
            "proposed: as for a closing; by then another unit is on its way, or there is none",
            is_proposed=True,
            meaning="A failure of the unit is taken back at most this long after it was told",
        ),
        Criterion(
            "crew_gcs_upto_points",
            8,
            "points",
            "proposed; where Advanced Trauma Life Support calls the airway unsafe",
            is_proposed=True,
            meaning="Glasgow scale up to which a doctor has to be on board, whatever else",
        ),
        Criterion(
            "failing_breaths_from_rpm",
            30,
            "rpm",
            "proposed; after CURB-65 (Lim 2003); NEWS2 has no row above 25",
            is_proposed=True,
            meaning="Breaths of an adult that are respiratory failure, this many or more",
        ),
        Criterion(
            "sepsis_rise_from_points",
            2,
            "points",
            f"{PAPER}: SOFA of 2 or more, or 2 above the baseline",
            is_proposed=False,
            meaning="SOFA above its baseline that makes an infection sepsis",
        ),
        Criterion(
            "shock_map_below_mmhg",
            65,
            "mmHg",
            "proposed; the paper says hypotension; after Sepsis-3 (Singer 2016)",
            is_proposed=True,
            meaning="Mean pressure after right fluids that calls for vasoactives",
        ),
        Criterion(
            "shock_lactate_from_mmol_l",
            4,
            "mmol/L",
            "proposed (decision 20); the paper names lactacidaemia in its definition of shock; "
            "4 is where Surviving Sepsis (Levy 2018) starts fluids",
            is_proposed=True,
            meaning="Lactate after right fluids that is priority 0 whatever the pressure",
        ),
        Criterion(
            "sepsis3_lactate_above_mmol_l",
            2,
            "mmol/L",
            "Singer 2016: septic shock of Sepsis-3",
            is_proposed=False,
            meaning="Lactate that Sepsis-3 asks for beside vasopressors; the paper does not",
        ),
        *ADULT_DETECTION,
        *USUAL_DETECTION,
        *CHILD_DETECTION,
        *ESCALATION,
        *BUNDLE,
        *PRE_ALERT,
        *CREW_CLOCKS,
        *DOUBTED_TOGETHER,
        *CHILDBEARING,
    )
}


def criterion(name: str) -> float:
    """The value of the criterion of that name, in the unit its row states."""
    return CRITERIA[name].value
