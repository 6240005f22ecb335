"""Whose request it is, in a form: the identifier and its kind, sex and age, and a reason when
it may be of a patient asked for already.
"""

from collections.abc import Mapping
from typing import get_args

from dispatch.identity.patient import IdentifierKind
from dispatch.transfer.decide_whose import IdentityReport
from dispatch.transfer.whose_events import Compared
from dispatch.web.pages.forms import Form, Reader, as_shape

KINDS = tuple(kind.value for kind in IdentifierKind)
SEXES = ("female", "male")
UNITS = ("years", "months", "days")
UNKNOWN = "unknown"
COMPARABLE: tuple[str, ...] = get_args(Compared)


def whose_choices() -> Mapping[str, object]:
    """What the fields offer."""
    return {"kinds": KINDS, "sexes": SEXES, "age_units": UNITS}


def read_whose(reader: Reader) -> dict[str, object]:
    """Who it is, as filled in. Identifier and age of somebody nobody knows may stay open."""
    kind = reader.text("identifier")
    is_nobodys = kind == IdentifierKind.TEMPORARY.value
    needed = None if is_nobodys else "page-fault-patient_reference"
    reference = reader.text("patient_reference", missing=needed) or ""
    sex = reader.text("described/sex", missing="whose-fault-sex")
    age_needed = None if is_nobodys else "whose-fault-age"
    age = reader.text("described/age", missing=age_needed)
    unit = reader.text("described/age_unit") or UNITS[0]
    told = reader.count("described/age") if age else None
    return {
        "patient_reference": reference,
        "identifier": kind,
        "described": {
            "sex": None if sex == UNKNOWN else sex,
            f"age_{unit}": told,
        },
        "duplicate_reason": reader.text("duplicate_reason"),
    }


def read_check(form: Form) -> IdentityReport:
    """What the crew compared, and with which button it sent it."""
    reader = Reader(form)
    return as_shape(
        {
            "compared": [each for each in COMPARABLE if reader.flag(f"compared/{each}")],
            "is_match": reader.flag("is_match"),
            "patient_reference": reader.text("patient_reference"),
        },
        IdentityReport,
    )
