"""qSOFA: three signs at the bedside, a point each (Singer 2016)."""

from dispatch.assessment.consciousness import part_of_gcs
from dispatch.assessment.scale import Scale, Score, part_of, rungs, sum_up
from dispatch.assessment.values import AdultValues

SOURCE = "Singer 2016; consciousness as GCS < 15, not < 14 as in the derivation"

RESPIRATION = Scale("qsofa", "rr", "respiratory_rate_rpm", "/min", rungs((1, ">=", 22)), SOURCE)
PRESSURE = Scale("qsofa", "sbp", "systolic_mmhg", "mmHg", rungs((1, "<=", 100)), SOURCE)
CONSCIOUSNESS = Scale("qsofa", "gcs", "gcs", "points", rungs((1, "<", 15)), SOURCE)
SCALES = (RESPIRATION, PRESSURE, CONSCIOUSNESS)


def score_qsofa(values: AdultValues, /) -> Score:
    """qSOFA of an adult."""
    return sum_up(
        {
            "rr": part_of(RESPIRATION, values.respiratory_rate_rpm),
            "sbp": part_of(PRESSURE, values.systolic_mmhg),
            "gcs": part_of_gcs(CONSCIOUSNESS, values),
        }
    )
