"""The cut-offs one centre uses. The paper leaves them open; ours are the proposed defaults."""

from collections.abc import Mapping

from msgspec import Struct

from dispatch.assessment.criteria import CRITERIA, criterion
from dispatch.kernel.failures import Refused


class Cutoffs(Struct, frozen=True):
    """Numbers of suspicion and activation, named and measured as their rows in ``CRITERIA``."""

    tachypnoea_from_rpm: float = criterion("tachypnoea_from_rpm")
    tachycardia_above_bpm: float = criterion("tachycardia_above_bpm")
    hypoxia_below_pct: float = criterion("hypoxia_below_pct")
    hypoxia_scale2_below_pct: float = criterion("hypoxia_scale2_below_pct")
    low_systolic_below_mmhg: float = criterion("low_systolic_below_mmhg")
    low_map_below_mmhg: float = criterion("low_map_below_mmhg")
    systolic_fall_above_mmhg: float = criterion("systolic_fall_above_mmhg")
    lactate_above_mmol_l: float = criterion("lactate_above_mmol_l")
    child_hypoxia_below_pct: float = criterion("child_hypoxia_below_pct")
    child_refill_above_s: float = criterion("child_refill_above_s")
    child_refill_tachycardia_from_s: float = criterion("child_refill_tachycardia_from_s")
    child_fever_from_c: float = criterion("child_fever_from_c")
    child_gcs_upto_points: float = criterion("child_gcs_upto_points")


DEFAULT_CUTOFFS = Cutoffs()

WIDEST = 2.0
"""A centre's number is half to twice ours; beyond that it is a slip. Proposed."""


def centre_cutoffs(own: Mapping[str, float], /) -> Cutoffs:
    """The defaults with a centre's own numbers in their place.

    Raises ``Refused``: ``cutoff_unknown``, ``cutoff_out_of_range`` (half to twice the default).
    """
    for name, value in own.items():
        if name not in Cutoffs.__struct_fields__:
            known = ", ".join(Cutoffs.__struct_fields__)
            raise Refused("cutoff_unknown", field=name, value=name, allowed=known)
        usual = CRITERIA[name]
        low, high = usual.value / WIDEST, usual.value * WIDEST
        if not low <= value <= high:
            allowed = f"{low:g}-{high:g} {usual.unit}"
            raise Refused("cutoff_out_of_range", field=name, value=value, allowed=allowed)
    return Cutoffs(**own)
