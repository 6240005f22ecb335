"""Whose request it is, in a form: the identifier and its kind, sex and age, and a reason when
it may be of a patient asked for already.
"""

from collections.abc import Mapping

from dispatch.identity.patient import IdentifierKind
from dispatch.web.pages.forms import Reader

KINDS = tuple(kind.value for kind in IdentifierKind)
SEXES = ("female", "male")
UNITS = ("years", "months")
UNKNOWN = "unknown"


def whose_choices() -> Mapping[str, object]:
    """What the fields offer."""
    return {"kinds": KINDS, "sexes": SEXES, "age_units": UNITS}


def read_whose(reader: Reader) -> dict[str, object]:
    """Who it is, as filled in. The age of somebody nobody knows may stay open."""
    reference = reader.text("patient_reference", missing="page-fault-patient_reference")
    kind = reader.text("identifier")
    sex = reader.text("described/sex", missing="whose-fault-sex")
    is_nobodys = kind == IdentifierKind.TEMPORARY.value
    age_needed = None if is_nobodys else "whose-fault-age"
    age = reader.text("described/age", missing=age_needed)
    unit = reader.text("described/age_unit") or UNITS[0]
    return {
        "patient_reference": reference,
        "identifier": kind,
        "described": {
            "sex": None if sex == UNKNOWN else sex,
            f"age_{unit}": reader.count("described/age") if age else None,
        },
        "duplicate_reason": reader.text("duplicate_reason"),
    }
