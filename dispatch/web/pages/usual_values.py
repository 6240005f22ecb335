"""Where a page writes "abnormal" beside a value of an adult. It decides nothing.

The paper gives no cut-offs on purpose; these are proposed after Sepsis-3 (Singer 2016) and the
usual early-warning values, to be set by a clinician. A child's depend on age: none is marked.
"""

from dispatch.transfer.limits import Limit

USUAL: dict[str, Limit] = {
    "lactate_mmol_l": Limit(0, 2, "mmol/L"),
    "map_mmhg": Limit(65, 250, "mmHg"),
    "heart_rate_bpm": Limit(40, 90, "/min"),
    "respiratory_rate_rpm": Limit(8, 21, "/min"),
    "spo2_pct": Limit(92, 100, "%"),
    "gcs": Limit(15, 15, ""),
    "noradrenaline_mcg_kg_min": Limit(0, 0, "µg/kg/min"),
}


def is_unusual(name: str, value: float) -> bool:
    """Whether an adult's value lies outside the usual ones."""
    usual = USUAL.get(name)
    return usual is not None and not usual.low <= value <= usual.high
