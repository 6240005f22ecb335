"""Where a page writes "abnormal" beside a value. It decides nothing.

The paper gives no cut-offs on purpose; these are proposed after Sepsis-3 (Singer 2016) and the
usual early-warning values, to be set by a clinician. A child's depend on age: only the Glasgow
scale is marked.
"""

from dispatch.kernel.figures import Bounds

USUAL: dict[str, Bounds] = {
    "lactate_mmol_l": Bounds(0, 2),
    "map_mmhg": Bounds(65, 250),
    "heart_rate_bpm": Bounds(40, 90),
    "respiratory_rate_rpm": Bounds(8, 21),
    "spo2_pct": Bounds(92, 100),
    "gcs": Bounds(15, 15),
    "noradrenaline_mcg_kg_min": Bounds(0, 0),
}

AT_ANY_AGE = frozenset({"gcs"})
"""What is marked of a child too: less than the whole Glasgow scale is abnormal at any age."""


def is_unusual(name: str, value: float) -> bool:
    """Whether a value lies outside the usual ones."""
    usual = USUAL.get(name)
    return usual is not None and not usual.holds(value)
