"""SIRS: four signs of inflammation, a point each (Bone 1992)."""

from dispatch.assessment.scale import Scale, Score, part_of, rungs, sum_up, worse_of
from dispatch.assessment.values import AdultValues

SOURCE = "Bone 1992"

TEMPERATURE = Scale(
    "sirs", "temp", "temperature_c", "°C", rungs((1, ">", 38), (1, "<", 36)), SOURCE
)
HEART = Scale("sirs", "hr", "heart_rate_bpm", "/min", rungs((1, ">", 90)), SOURCE)
BREATHS = Scale("sirs", "rr", "respiratory_rate_rpm", "/min", rungs((1, ">", 20)), SOURCE)
PACO2 = Scale("sirs", "rr", "paco2_mmhg", "mmHg", rungs((1, "<", 32)), SOURCE)
LEUKOCYTES = Scale(
    "sirs", "wbc", "leukocytes_10e9_l", "10⁹/L", rungs((1, ">", 12), (1, "<", 4)), SOURCE
)
BANDS = Scale("sirs", "wbc", "bands_pct", "%", rungs((1, ">", 10)), SOURCE)
SCALES = (TEMPERATURE, HEART, BREATHS, PACO2, LEUKOCYTES, BANDS)


def score_sirs(values: AdultValues, /) -> Score:
    """SIRS of an adult. Either sign of a pair is enough for its point."""
    return sum_up(
        {
            "temp": part_of(TEMPERATURE, values.temperature_c),
            "hr": part_of(HEART, values.heart_rate_bpm),
            "rr": worse_of(
                part_of(BREATHS, values.respiratory_rate_rpm),
                part_of(PACO2, values.paco2_mmhg),
                most=1,
            ),
            "wbc": worse_of(
                part_of(LEUKOCYTES, values.leukocytes_10e9_l),
                part_of(BANDS, values.bands_pct),
                most=1,
            ),
        }
    )
