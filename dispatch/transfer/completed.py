"""The values of a patient completed with what else was told of the same patient.

What the values leave blank is not unknown where the request, the picture or a step of the
bundle says it. Nothing that the values say is changed.
"""

from msgspec.structs import replace

from dispatch.assessment.values import AdultValues, ChildValues, PatientValues, map_of
from dispatch.transfer.parts import Clinical

ALIKE = (
    *("lactate_mmol_l", "map_mmhg", "heart_rate_bpm", "respiratory_rate_rpm", "spo2_pct"),
    "gcs",
)
"""What is called the same in a picture and among values."""

NORADRENALINE = "norepinephrine"
"""As the values of an assessment call it."""


def completed(
    values: PatientValues, known: Clinical, *, weight_kg: float | None
) -> PatientValues:
    """The values, where they are blank as the picture and the weight say."""
    told = {name: getattr(known, name) for name in ALIKE} | {"weight_kg": weight_kg}
    dose = known.noradrenaline_mcg_kg_min
    if isinstance(values, AdultValues):
        told["vasoactives_mcg_kg_min"] = {NORADRENALINE: dose} if dose else None
    else:
        told["vasoactive_count"] = 1 if dose else None
    blank = {
        name: value
        for name, value in told.items()
        if value is not None and getattr(values, name) is None and not _says(values, name)
    }
    return replace(values, **blank)


def _says(values: PatientValues, name: str) -> bool:
    """Whether they say the same in another way: a mean pressure by the two it follows from."""
    return name == "map_mmhg" and map_of(values) is not None


def presupposing(values: PatientValues) -> PatientValues:
    """Whoever asks for a code suspects an infection, until somebody says otherwise."""
    if values.infection_suspected is not None:
        return values
    return replace(values, infection_suspected=True)


def of_age(values: PatientValues, age_months: float | None) -> PatientValues:
    """A child's values judged by that age, where it is known."""
    if isinstance(values, ChildValues) and age_months is not None:
        return replace(values, age_months=age_months)
    return values
