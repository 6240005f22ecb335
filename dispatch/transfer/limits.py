"""What a value may be before it enters the log. Hard limits: beyond them it is a slip.

Limits after ``standards.md`` section 1.2 of the design (proposed, to be set by a clinician).
"""

from msgspec import Struct

from dispatch.kernel.failures import Refused
from dispatch.kernel.instants import require_utc
from dispatch.transfer.parts import Clinical, Needs


class Limit(Struct, frozen=True):
    """Lowest and highest value accepted, both included, and the unit shown."""

    low: float
    high: float
    unit: str


LIMITS: dict[str, Limit] = {
    "lactate_mmol_l": Limit(0, 40, "mmol/L"),
    "map_mmhg": Limit(0, 250, "mmHg"),
    "heart_rate_bpm": Limit(0, 350, "/min"),
    "respiratory_rate_rpm": Limit(0, 120, "/min"),
    "spo2_pct": Limit(0, 100, "%"),
    "gcs": Limit(3, 15, ""),
    "fluids_ml": Limit(0, 30000, "mL"),
    "noradrenaline_mcg_kg_min": Limit(0, 10, "µg/kg/min"),
    "weight_kg": Limit(0.2, 650, "kg"),
}


def require_within(name: str, value: float | None, *, field: str) -> None:
    """Nothing, or ``Refused("value_out_of_range")`` naming field, value and what is allowed."""
    limit = LIMITS[name]
    if value is not None and not limit.low <= value <= limit.high:
        raise Refused(
            "value_out_of_range",
            field=field,
            value=value,
            allowed=f"{limit.low:g}-{limit.high:g} {limit.unit}".strip(),
        )


def require_clinical(clinical: Clinical) -> None:
    """Every value of the clinical picture within its limits, every instant with its zone."""
    for name in LIMITS:
        if hasattr(clinical, name):
            require_within(name, getattr(clinical, name), field=f"clinical/{name}")
    if clinical.antibiotic_at is not None:
        require_utc(clinical.antibiotic_at, field="clinical/antibiotic_at")


def require_needs(needs: Needs) -> None:
    """The weight within its limits."""
    require_within("weight_kg", needs.weight_kg, field="needs/weight_kg")


def require_text(text: str, *, field: str, most: int) -> None:
    """Nothing, or ``Refused("text_invalid")``: empty, too long, or with control characters."""
    clean = text.strip()
    if not clean or len(clean) > most or not clean.isprintable():
        raise Refused("text_invalid", field=field, allowed=f"1-{most} printable characters")
