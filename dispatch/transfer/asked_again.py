"""What is asked back where an act says another age or weight than is known of the patient.

Pressures and volumes are judged by them: asked about at once, at every door.
"""

from msgspec.structs import replace

from dispatch.assessment.criteria import criterion
from dispatch.assessment.values import AdultValues, ChildValues, PatientValues
from dispatch.kernel.asked import Asked
from dispatch.transfer.described import agrees, may_be_pregnant, meant_months
from dispatch.transfer.known_values import described_known
from dispatch.transfer.parts import Described
from dispatch.transfer.transfer import Transfer

PERCENT = 100

TWO_YEARS = 2
"""A birthday since, and a year of rounding, are no second age."""


def asked_of_values_again(transfer: Transfer, values: PatientValues) -> tuple[Asked, ...]:
    """The age and the weight of later values, beside those known of the patient."""
    return (
        *asked_of_ages(described_known(transfer), values),
        *asked_of_weights(
            "inputs/weight_kg", values.weight_kg, known_kg=transfer.needs.weight_kg
        ),
        *asked_of_pregnancy(described_known(transfer), values),
    )


def asked_of_pregnancy(described: Described, values: PatientValues | None) -> tuple[Asked, ...]:
    """A pregnancy told of a man, or of an age at which nobody is asked about one."""
    if values is None or not values.is_pregnant:
        return ()
    age: dict[str, int | None] = {}
    if isinstance(values, ChildValues):
        age = {"age_years": None, "age_months": int(values.age_months)}
    elif values.age_years is not None:
        age = {"age_years": int(values.age_years), "age_months": None}
    if all(may_be_pregnant(each) for each in (described, replace(described, **age))):
        return ()
    low, high = (criterion(f"childbearing_{end}_years") for end in ("from", "upto"))
    usual = f"{low:g}-{high:g}"
    return (Asked("pregnancy_unlikely", "inputs/pregnancy", "true", usual, beside="described"),)


def asked_of_ages(described: Described, values: PatientValues | None) -> tuple[Asked, ...]:
    """Two ages of one patient: one described, one among the values."""
    if isinstance(values, AdultValues):
        return _of_years(described, values.age_years)
    if not isinstance(values, ChildValues) or agrees(described, values.age_months):
        return ()
    meant = meant_months(described)
    assert meant is not None, "an age nobody described contradicts nothing"
    usual, beside = f"{meant[0]}-{meant[1]}", _said(described)
    field, months = "inputs/age_months", values.age_months
    return (Asked("ages_disagree", field, months, usual, beside=beside),)


def asked_of_weights(
    field: str, weight_kg: float | None, *, known_kg: float | None
) -> tuple[Asked, ...]:
    """Two weights of one patient, further apart than a guess goes astray (proposed)."""
    if weight_kg is None or known_kg is None:
        return ()
    most = 1 + criterion("weights_differ_above_pct") / PERCENT
    low, high = known_kg / most, known_kg * most
    if low <= weight_kg <= high:
        return ()
    usual = f"{low:.3g}-{high:.3g} kg"
    beside = f"needs/weight_kg={known_kg:g}"
    code = "weights_disagree"
    return (Asked(code, field, weight_kg, usual, beside=beside, other=known_kg),)


def _of_years(described: Described, years: float | None) -> tuple[Asked, ...]:
    known = described.age_years
    if years is None or known is None or abs(years - known) < TWO_YEARS:
        return ()
    usual = f"{known - 1}-{known + 1}"
    beside = _said(described)
    return (Asked("years_disagree", "inputs/age_years", years, usual, beside=beside),)


def _said(described: Described) -> str:
    years, months = described.age_years, described.age_months
    if years is None:
        return f"described/age_months={months}"
    return f"described/age_years={years}"
