"""The other unit that a refused value may be in: told with the refusal, never converted."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from dispatch.assessment.quantities import Quantity

MG_DL_A_MMOL_LACTATE = 9.01
UMOL_L_A_MG_BILIRUBIN = 17.1
UMOL_L_A_MG_CREATININE = 88.4
MMHG_A_KPA = 7.5
POUNDS_A_KG = 2.2046
"""Molar masses of 90.1, 584.7 and 113.1 g/mol, and units by definition."""


class Perhaps(Struct, frozen=True):
    """The unit, and what the value would be in ours; ``would_be`` is empty where that can't be
    said.
    """

    unit: str
    would_be: str = ""


Converted = Callable[[float], float]

OTHER_UNITS: Mapping[str, tuple[tuple[str, Converted], ...]] = {
    "lactate_mmol_l": (("mg/dL", lambda x: x / MG_DL_A_MMOL_LACTATE),),
    "bilirubin_mg_dl": (("µmol/L", lambda x: x / UMOL_L_A_MG_BILIRUBIN),),
    "creatinine_mg_dl": (("µmol/L", lambda x: x / UMOL_L_A_MG_CREATININE),),
    "temperature_c": (("°F", lambda x: (x - 32) / 1.8),),
    "platelets_10e9_l": (("/µL", lambda x: x / 1000),),
    "leukocytes_10e9_l": (("/µL", lambda x: x / 1000),),
    "weight_kg": (("g", lambda x: x / 1000), ("lb", lambda x: x / POUNDS_A_KG)),
    "pao2_mmhg": (("kPa", lambda x: x * MMHG_A_KPA),),
    "paco2_mmhg": (("kPa", lambda x: x * MMHG_A_KPA),),
    "fio2_fraction": (("%", lambda x: x / 100),),
    "spo2_pct": (("0-1", lambda x: x * 100),),
    "systolic_mmhg": (("cmHg", lambda x: x * 10),),
    "fibrinogen_mg_dl": (("g/L", lambda x: x * 100),),
    "d_dimer_mg_l": (("µg/L", lambda x: x / 1000),),
    "vasopressin": (("U/h", lambda x: x / 60), ("mU/min", lambda x: x / 1000)),
}

PER_KG = "µg/kg/min"
OF_DOSES: tuple[tuple[str, Callable[[float, float], float]], ...] = (
    ("µg/min", lambda dose, weight_kg: dose / weight_kg),
    ("mg/h", lambda dose, weight_kg: dose * 1000 / 60 / weight_kg),
)
"""Usual units of a pump; of mL/h nothing can be said without the dilution."""


def perhaps_in(
    row: Quantity, value: float, /, *, weight_kg: float | None = None
) -> Perhaps | None:
    """The unit in which a value beyond the limits would be a usual one; None for none."""
    if row.low <= value <= row.high:
        return None
    if row.unit == PER_KG:
        return _of_dose(row, value, weight_kg)
    for unit, convert in OTHER_UNITS.get(row.name, ()):
        if row.is_usual(convert(value)):
            return Perhaps(unit, f"{convert(value):.3g} {row.unit}".strip())
    return None


def _of_dose(row: Quantity, value: float, weight_kg: float | None) -> Perhaps | None:
    if value < row.low:
        return None
    if weight_kg:
        for unit, convert in OF_DOSES:
            if row.is_usual(convert(value, weight_kg)):
                return Perhaps(unit, f"{convert(value, weight_kg):.3g} {row.unit}")
    return Perhaps("µg/min, mg/h, mL/h")
