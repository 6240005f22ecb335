"""One table of what a value may be, for every door: forms, interfaces, files, the console.

Beyond ``low`` and ``high`` a value is a slip or in another unit and is refused. Outside what is
usual somebody is asked, and the answer is recorded. Where another unit is common, what is
normal in that unit is asked about as far as the truth allows: bilirubin of 5 to 20 µmol/L,
lactate of 4.5 to 20 mg/dL, of which those below 10 are too often true in mmol/L. Urine below
100 mL in a day (no urine, 0, is told as such) is mostly that of an hour. All limits are
proposed, to be set by a clinician; ``slip`` is the code of the slip that a usual limit is there
to catch, translated as ``slip-<code>``.
"""

from msgspec import Struct

from dispatch.kernel.figures import Bounds


class Quantity(Struct, frozen=True):
    """One measure of a patient, by its name in the core. Both limits are included.

    ``usual_low`` and ``usual_high`` None: as far as the limit. ``has_none``: nothing at all (0)
    is a true answer: no fluids, no urine, no drug. Elsewhere 0 means that nobody measured it.
    """

    name: str
    unit: str
    low: float
    high: float
    usual_low: float | None = None
    usual_high: float | None = None
    is_whole: bool = False
    slip: str = ""
    has_none: bool = False

    @property
    def bounds(self) -> Bounds:
        """The limits, and how people write such a number."""
        return bounds_of(self.unit, self.low, self.high, is_whole=self.is_whole)

    @property
    def allowed(self) -> str:
        """The limits in a form that needs no translation."""
        return f"{self.low:g}-{self.high:g} {self.unit}".strip()

    @property
    def usual(self) -> str:
        """What nobody would look twice at, in the same form."""
        low = self.low if self.usual_low is None else self.usual_low
        high = self.high if self.usual_high is None else self.usual_high
        return f"{low:g}-{high:g} {self.unit}".strip()

    def is_usual(self, value: float, /) -> bool:
        """Whether nobody would look twice at it."""
        low = self.low if self.usual_low is None else self.usual_low
        high = self.high if self.usual_high is None else self.usual_high
        return low <= value <= high or (self.has_none and value == 0)


def bounds_of(unit: str, low: float, high: float, *, is_whole: bool) -> Bounds:
    """Volumes in mL are counted like whole quantities: people group their digits."""
    return Bounds(low, high, is_whole, is_counted=is_whole or unit.startswith("mL"))


def _by_name(*rows: Quantity) -> dict[str, Quantity]:
    return {row.name: row for row in rows}


Q = Quantity
PER_MINUTE = "per_minute"

_OF_ALL = (
    Q("lactate_mmol_l", "mmol/L", 0, 30, 0.2, 9.9, slip="lactate_mg_dl"),
    Q("spo2_pct", "%", 20, 100, usual_low=50),
    Q("respiratory_rate_rpm", "/min", 0, 120, usual_low=5, usual_high=80),
    Q("heart_rate_bpm", "/min", 10, 350, usual_low=25, usual_high=250),
    Q("systolic_mmhg", "mmHg", 20, 350, usual_low=40, usual_high=260),
    Q("temperature_c", "°C", 15, 46, usual_low=30, usual_high=42.5),
    Q("pao2_mmhg", "mmHg", 20, 760, 30, 600, slip="kpa"),
    Q("fio2_fraction", "", 0.21, 1),
    Q("platelets_10e9_l", "10⁹/L", 0, 3000, 1, 1500),
    Q("gcs", "", 3, 15, is_whole=True),
    Q("noradrenaline_mcg_kg_min", "µg/kg/min", 0, 10, 0.005, 2, slip=PER_MINUTE, has_none=True),
)

ADULT_QUANTITIES: dict[str, Quantity] = _by_name(
    *_OF_ALL,
    Q("age_years", "", 16, 125, usual_high=110),
    Q("weight_kg", "kg", 20, 650, 35, 150, slip="pounds"),
    Q("map_mmhg", "mmHg", 5, 250, usual_low=25, usual_high=180),
    Q("fluids_ml", "mL", 0, 30_000, 50, 10_000, is_whole=True, slip="litres", has_none=True),
    Q("diastolic_mmhg", "mmHg", 5, 250, usual_low=15, usual_high=160),
    Q("usual_systolic_mmhg", "mmHg", 60, 300),
    Q("usual_map_mmhg", "mmHg", 40, 200),
    Q("usual_spo2_pct", "%", 60, 100),
    Q("leukocytes_10e9_l", "10⁹/L", 0, 1000, 0.1, 200),
    Q("bands_pct", "%", 0, 100),
    Q("paco2_mmhg", "mmHg", 10, 250, 15, 150, slip="kpa"),
    Q("bilirubin_mg_dl", "mg/dL", 0, 60, 0.1, 5, slip="bilirubin_umol_l"),
    Q("creatinine_mg_dl", "mg/dL", 0, 30, 0.1, 15, slip="creatinine_umol_l"),
    Q("urine_ml_24h", "mL/24 h", 0, 20_000, 100, 10_000, slip="per_hour", has_none=True),
    Q("baseline_points", "", 0, 24, is_whole=True),
    *(
        Q(f"baseline_{organ}_points", "", 0, 4, is_whole=True)
        for organ in ("respiration", "coagulation", "liver", "cardiovascular", "cns", "renal")
    ),
)

CHILD_QUANTITIES: dict[str, Quantity] = _by_name(
    *_OF_ALL,
    Q("age_months", "", 0, 215.99),
    Q("weight_kg", "kg", 0.2, 200, usual_low=2, usual_high=120, slip="pounds"),
    Q("map_mmhg", "mmHg", 5, 250, usual_high=150),
    Q("fluids_ml", "mL", 0, 30_000, 10, 4_000, is_whole=True, slip="litres", has_none=True),
    Q("vasoactive_count", "", 0, 6, is_whole=True),
    Q("inr", "", 0.5, 20),
    Q("d_dimer_mg_l", "mg/L FEU", 0, 200, 0.01, 50),
    Q("fibrinogen_mg_dl", "mg/dL", 10, 2000, usual_low=30, slip="g_l"),
    Q("capillary_refill_s", "s", 0, 30, 0.5, 12),
)

DOSES: dict[str, Quantity] = _by_name(
    *(
        Q(drug, "µg/kg/min", 0, most, least, usual, slip=PER_MINUTE, has_none=True)
        for drug, most, (least, usual) in (
            *(("dopamine", 100, (1, 25)), ("dobutamine", 100, (0.5, 25))),
            *(("epinephrine", 10, (0.005, 2)), ("norepinephrine", 10, (0.005, 2))),
            *(("milrinone", 10, (0.05, 1)), ("phenylephrine", 20, (0.05, 10))),
            *(("levosimendan", 10, (0.02, 0.5)), ("isoproterenol", 5, (0.005, 1))),
        )
    ),
    Q("vasopressin", "U/min", 0, 1, 0.005, 0.1, has_none=True),
    Q("terlipressin", "µg/kg/h", 0, 40, 0.2, 6, has_none=True),
    Q("angiotensin_ii", "ng/kg/min", 0, 400, 0.5, 80, has_none=True),
)
"""Every vasoactive drug; beyond the highest dose the unit is another. Those that no score reads
are told in the units of their pumps: vasopressin is given at 0.03 U/min (Surviving Sepsis
2021), the limits of all are proposed. A dose far below what any of them does is another drug's
or in another unit: dopamine of 0.2.
"""
