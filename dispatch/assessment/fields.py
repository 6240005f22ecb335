"""The values of a published vignette (``csi-vignettes/1``): their keys, and of what kind.

Their limits stand in ``quantities.py``, the one table for every door.
"""

from typing import Literal

from msgspec import Struct

from dispatch.assessment.quantities import (
    ADULT_QUANTITIES,
    CHILD_QUANTITIES,
    Quantity,
    bounds_of,
)
from dispatch.kernel.figures import Bounds

Kind = Literal["number", "whole", "yes_no", "word", "instant", "doses"]


class Field(Struct, frozen=True):
    """One key of ``inputs`` and the name of its value in the core.

    ``low`` and ``high`` are included. ``words`` are what a word may be. ``is_needed``: null or
    absent is a fault, not a missing value. ``row``: the measure in the one table.
    """

    key: str
    name: str
    kind: Kind
    unit: str = ""
    low: float = 0
    high: float = 0
    words: tuple[str | int, ...] = ()
    is_needed: bool = False
    row: Quantity | None = None

    @property
    def allowed(self) -> str:
        """What stands there rightly, in a form that needs no translation."""
        if self.kind == "yes_no":
            return "true, false, null"
        if self.kind == "instant":
            return "2026-11-22T08:30:00+01:00"
        words = ", ".join(str(word) for word in self.words)
        return words or f"{self.low:g}–{self.high:g} {self.unit}".strip()

    @property
    def bounds(self) -> Bounds:
        """The limits, and how people write such a number."""
        return bounds_of(self.unit, self.low, self.high, is_whole=self.kind == "whole")


Table = dict[str, Quantity]


def _measured(
    of: Table, key: str, name: str | None = None, *, is_needed: bool = False
) -> Field:
    """The field of a measure; its limits are those of the one table."""
    row = of[name or key]
    return Field(
        key=key,
        name=row.name,
        kind="whole" if row.is_whole else "number",
        unit=row.unit,
        low=row.low,
        high=row.high,
        is_needed=is_needed,
        row=row,
    )


POPULATION = Field(
    "population", "population", "word", words=("adult", "paediatric"), is_needed=True
)

OTHER_NAMES = {
    "adrenaline": "epinephrine",
    "noradrenaline": "norepinephrine",
    "isoprenaline": "isoproterenol",
    "argipressin": "vasopressin",
}
"""The same drugs as Europe calls them."""


def _common(of: Table) -> tuple[Field, ...]:
    return (
        Field("infection_suspected", "infection_suspected", "yes_no"),
        Field("meningismus", "meningismus", "yes_no"),
        Field("life_support_limitation", "has_treatment_limits", "yes_no"),
        Field("end_of_life", "is_end_of_life", "yes_no"),
        Field("pregnancy", "is_pregnant", "yes_no"),
        _measured(of, "lactate_mmol_l"),
        _measured(of, "spo2", "spo2_pct"),
        _measured(of, "rr", "respiratory_rate_rpm"),
        _measured(of, "hr", "heart_rate_bpm"),
        _measured(of, "sbp", "systolic_mmhg"),
        _measured(of, "temp_c", "temperature_c"),
        _measured(of, "pao2_mmhg"),
        _measured(of, "fio2", "fio2_fraction"),
        _measured(of, "platelets_10e9_l"),
        _measured(of, "gcs"),
        Field("assessed_at", "assessed_at", "instant"),
        Field("antibiotic_at", "antibiotic_at", "instant"),
    )


def _adult(key: str, name: str | None = None) -> Field:
    return _measured(ADULT_QUANTITIES, key, name)


def _child(key: str, name: str | None = None, *, is_needed: bool = False) -> Field:
    return _measured(CHILD_QUANTITIES, key, name, is_needed=is_needed)


ADULT_FIELDS: tuple[Field, ...] = (
    *_common(ADULT_QUANTITIES),
    _adult("age_years"),
    _adult("weight_kg"),
    Field("spo2_scale", "spo2_scale", "word", words=(1, 2)),
    Field("on_oxygen", "on_oxygen", "yes_no"),
    _adult("dbp", "diastolic_mmhg"),
    _adult("map_mmhg"),
    _adult("usual_sbp", "usual_systolic_mmhg"),
    _adult("usual_map", "usual_map_mmhg"),
    Field("home_oxygen", "has_home_oxygen", "yes_no"),
    _adult("usual_spo2", "usual_spo2_pct"),
    Field("acvpu", "acvpu", "word", words=("A", "C", "V", "P", "U")),
    _adult("wbc_10e9_l", "leukocytes_10e9_l"),
    _adult("bands_pct"),
    _adult("paco2_mmhg"),
    Field("respiratory_support", "has_respiratory_support", "yes_no"),
    _adult("bilirubin_mg_dl"),
    _adult("creatinine_mg_dl"),
    _adult("urine_ml_24h"),
    Field("vasoactives_mcg_kg_min", "vasoactives_mcg_kg_min", "doses", "µg/kg/min"),
    Field("adequate_fluids_given", "adequate_fluids_given", "yes_no"),
    _adult("baseline_sofa", "baseline_points"),
    _adult("baseline_respiration", "baseline_respiration_points"),
    _adult("baseline_coagulation", "baseline_coagulation_points"),
    _adult("baseline_liver", "baseline_liver_points"),
    _adult("baseline_cardiovascular", "baseline_cardiovascular_points"),
    _adult("baseline_cns", "baseline_cns_points"),
    _adult("baseline_renal", "baseline_renal_points"),
)

CHILD_FIELDS: tuple[Field, ...] = (
    *_common(CHILD_QUANTITIES),
    _child("age_months", is_needed=True),
    _child("weight_kg"),
    Field("invasive_ventilation", "has_invasive_ventilation", "yes_no"),
    Field("other_respiratory_support", "has_other_respiratory_support", "yes_no"),
    _child("vasoactive_count"),
    _child("map_mmhg"),
    _child("inr"),
    _child("d_dimer_mg_l_feu", "d_dimer_mg_l"),
    _child("fibrinogen_mg_dl"),
    Field("fixed_pupils_bilateral", "has_fixed_pupils", "yes_no"),
    _child("capillary_refill_s"),
    Field("poor_general_state", "has_poor_general_state", "yes_no"),
    Field("poor_skin_perfusion", "has_poor_skin_perfusion", "yes_no"),
    Field("petechiae", "has_petechiae", "yes_no"),
)

FIELDS: dict[str, tuple[Field, ...]] = {"adult": ADULT_FIELDS, "paediatric": CHILD_FIELDS}


def key_of(name: str, /) -> str:
    """The published key of a value of the core; what has none keeps its name."""
    return _KEYS.get(name, name)


_KEYS = {field.name: field.key for field in (*ADULT_FIELDS, *CHILD_FIELDS)}
