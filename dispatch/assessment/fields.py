"""The values of a published vignette (``csi-vignettes/1``): their keys, units and limits.

Beyond ``low`` and ``high`` a value is a slip or in another unit and is refused. Outside
``usual_low`` and ``usual_high`` it is accepted and doubted aloud. All limits are proposed.
"""

from typing import Literal

from msgspec import Struct

Kind = Literal["number", "whole", "yes_no", "word", "instant", "doses"]


class Field(Struct, frozen=True):
    """One key of ``inputs`` and the name of its value in the core.

    ``low`` and ``high`` are included. ``words`` are what a word may be. ``is_needed``: null or
    absent is a fault, not a missing value.
    """

    key: str
    name: str
    kind: Kind
    unit: str = ""
    low: float = 0
    high: float = 0
    usual_low: float | None = None
    usual_high: float | None = None
    words: tuple[str | int, ...] = ()
    is_needed: bool = False

    @property
    def allowed(self) -> str:
        """What stands there rightly, in a form that needs no translation."""
        if self.kind == "yes_no":
            return "true, false, null"
        if self.kind == "instant":
            return "2026-11-22T08:30:00+01:00"
        words = ", ".join(str(word) for word in self.words)
        return words or f"{self.low:g}–{self.high:g} {self.unit}".strip()

    def is_usual(self, value: float, /) -> bool:
        """Whether nobody would look twice at it."""
        low = self.low if self.usual_low is None else self.usual_low
        high = self.high if self.usual_high is None else self.usual_high
        return self.kind not in ("number", "whole") or low <= value <= high


def _number(key: str, name: str, unit: str, low: float, high: float, **more: float) -> Field:
    return Field(key, name, "number", unit, low, high, **more)  # type: ignore[arg-type]


POPULATION = Field(
    "population", "population", "word", words=("adult", "paediatric"), is_needed=True
)

DOSE_LIMITS: dict[str, float] = {
    "dopamine": 100,
    "dobutamine": 100,
    "epinephrine": 10,
    "norepinephrine": 10,
    "vasopressin": 10,
    "milrinone": 10,
    "phenylephrine": 20,
    "levosimendan": 10,
}
"""The highest dose of each vasoactive in µg/kg/min; beyond it the unit is another."""

OTHER_NAMES = {"adrenaline": "epinephrine", "noradrenaline": "norepinephrine"}
"""The same drugs as Europe calls them."""

_COMMON: tuple[Field, ...] = (
    Field("infection_suspected", "infection_suspected", "yes_no"),
    Field("meningismus", "meningismus", "yes_no"),
    Field("life_support_limitation", "has_treatment_limits", "yes_no"),
    Field("end_of_life", "is_end_of_life", "yes_no"),
    _number("lactate_mmol_l", "lactate_mmol_l", "mmol/L", 0, 30, usual_high=15),
    _number("spo2", "spo2_pct", "%", 20, 100, usual_low=50),
    _number("rr", "respiratory_rate_rpm", "/min", 0, 120, usual_low=5, usual_high=80),
    _number("hr", "heart_rate_bpm", "/min", 10, 350, usual_low=25, usual_high=250),
    _number("sbp", "systolic_mmhg", "mmHg", 20, 350, usual_low=40, usual_high=260),
    _number("temp_c", "temperature_c", "°C", 15, 46, usual_low=30, usual_high=42.5),
    _number("pao2_mmhg", "pao2_mmhg", "mmHg", 20, 760, usual_low=30, usual_high=600),
    _number("fio2", "fio2_fraction", "", 0.21, 1),
    _number("platelets_10e9_l", "platelets_10e9_l", "10⁹/L", 0, 3000, usual_high=1500),
    Field("gcs", "gcs", "whole", "", 3, 15),
    Field("assessed_at", "assessed_at", "instant"),
    Field("antibiotic_at", "antibiotic_at", "instant"),
)

ADULT_FIELDS: tuple[Field, ...] = (
    *_COMMON,
    _number("age_years", "age_years", "", 16, 125, usual_high=110),
    _number("weight_kg", "weight_kg", "kg", 20, 650, usual_low=30, usual_high=250),
    Field("spo2_scale", "spo2_scale", "word", words=(1, 2)),
    Field("on_oxygen", "on_oxygen", "yes_no"),
    _number("dbp", "diastolic_mmhg", "mmHg", 5, 250, usual_low=15, usual_high=160),
    _number("usual_sbp", "usual_systolic_mmhg", "mmHg", 60, 300),
    Field("acvpu", "acvpu", "word", words=("A", "C", "V", "P", "U")),
    _number("wbc_10e9_l", "leukocytes_10e9_l", "10⁹/L", 0, 1000, usual_high=200),
    _number("bands_pct", "bands_pct", "%", 0, 100),
    _number("paco2_mmhg", "paco2_mmhg", "mmHg", 10, 250, usual_low=15, usual_high=150),
    Field("respiratory_support", "has_respiratory_support", "yes_no"),
    _number("bilirubin_mg_dl", "bilirubin_mg_dl", "mg/dL", 0, 60, usual_high=30),
    _number("creatinine_mg_dl", "creatinine_mg_dl", "mg/dL", 0, 30, usual_high=15),
    _number("urine_ml_24h", "urine_ml_24h", "mL/24 h", 0, 20_000, usual_high=10_000),
    Field("vasoactives_mcg_kg_min", "vasoactives_mcg_kg_min", "doses", "µg/kg/min"),
    Field("adequate_fluids_given", "adequate_fluids_given", "yes_no"),
    Field("baseline_sofa", "baseline_points", "whole", "", 0, 24),
)

CHILD_FIELDS: tuple[Field, ...] = (
    *_COMMON,
    Field("age_months", "age_months", "number", "", 0, 215.99, is_needed=True),
    _number("weight_kg", "weight_kg", "kg", 0.2, 200, usual_low=2, usual_high=120),
    Field("invasive_ventilation", "has_invasive_ventilation", "yes_no"),
    Field("other_respiratory_support", "has_other_respiratory_support", "yes_no"),
    Field("vasoactive_count", "vasoactive_count", "whole", "", 0, 6),
    _number("map_mmhg", "map_mmhg", "mmHg", 5, 250, usual_high=150),
    _number("inr", "inr", "", 0.5, 20),
    _number("d_dimer_mg_l_feu", "d_dimer_mg_l", "mg/L FEU", 0, 200, usual_high=50),
    _number("fibrinogen_mg_dl", "fibrinogen_mg_dl", "mg/dL", 10, 2000, usual_low=30),
    Field("fixed_pupils_bilateral", "has_fixed_pupils", "yes_no"),
    _number("capillary_refill_s", "capillary_refill_s", "s", 0, 30, usual_high=12),
    Field("poor_general_state", "has_poor_general_state", "yes_no"),
    Field("poor_skin_perfusion", "has_poor_skin_perfusion", "yes_no"),
    Field("petechiae", "has_petechiae", "yes_no"),
)

FIELDS: dict[str, tuple[Field, ...]] = {"adult": ADULT_FIELDS, "paediatric": CHILD_FIELDS}


def key_of(name: str, /) -> str:
    """The published key of a value of the core; what has none keeps its name."""
    return _KEYS.get(name, name)


_KEYS = {field.name: field.key for field in (*ADULT_FIELDS, *CHILD_FIELDS)}
