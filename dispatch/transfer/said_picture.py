"""What one person says of the picture and the needs: as much of it as they say.

None says nothing and changes nothing; that something is not needed, or stopped, is said with
``false`` and with a dose of 0.
"""

from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dispatch.transfer.parts import Clinical, Focus, Needs


class SaidNeeds(Struct, frozen=True, forbid_unknown_fields=True):
    """The needs that were said, either way."""

    icu: bool | None = None
    complex_source_control: bool | None = None
    ecmo: bool | None = None
    vasoactives: bool | None = None
    ventilation: bool | None = None
    isolation: bool | None = None
    weight_kg: float | None = None
    renal_replacement: bool | None = None
    neurosurgery: bool | None = None
    thoracic_surgery: bool | None = None
    burns: bool | None = None
    hyperbaric: bool | None = None
    obstetrics: bool | None = None


class SaidClinical(Struct, frozen=True, forbid_unknown_fields=True):
    """The values of the picture that were said."""

    focus: Focus | None = None
    lactate_mmol_l: float | None = None
    map_mmhg: float | None = None
    heart_rate_bpm: int | None = None
    respiratory_rate_rpm: int | None = None
    spo2_pct: int | None = None
    gcs: int | None = None
    antibiotic_at: datetime | None = None
    fluids_ml: int | None = None
    noradrenaline_mcg_kg_min: float | None = None


def told_of_picture(said: SaidClinical | SaidNeeds) -> dict[str, Any]:
    """What was said, by name."""
    named = ((name, getattr(said, name)) for name in said.__struct_fields__)
    return {name: value for name, value in named if value is not None}


def needs_after(needs: Needs, said: SaidNeeds) -> Needs:
    """The needs, those said anew changed."""
    return replace(needs, **told_of_picture(said))


def only_said(said: SaidClinical) -> Clinical:
    """A picture of nothing but what was said."""
    return Clinical(**told_of_picture(said))
