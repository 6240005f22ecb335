"""The form of values for the scores: drawn from the fields of the published vignettes.

What is left blank is not known. What is wrong keeps its words and is named.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from msgspec import Struct

from dispatch.assessment import PatientValues
from dispatch.assessment.fields import FIELDS, Field
from dispatch.assessment.input_fault import InputFault
from dispatch.assessment.parse_inputs import parse_inputs
from dispatch.i18n import Catalogue
from dispatch.kernel.failures import Fact
from dispatch.network import Care
from dispatch.transfer.shared import SharedView
from dispatch.web.pages.faults import Misfilled

LEFT_OUT = frozenset({"assessed_at", "antibiotic_at", "age_years"})
"""Keys no form asks: the values are those of now, the antibiotic is a step of the bundle, and
no score of an adult reads the age.
"""

DRUGS = ("norepinephrine", "epinephrine", "dopamine", "dobutamine")
"""Vasoactives with a field of their own; the others come over the interface."""

POPULATION = {Care.ADULT: "adult", Care.PAEDIATRIC: "paediatric"}
OF_PICTURE = {
    "lactate_mmol_l": "lactate_mmol_l",
    "spo2": "spo2_pct",
    "rr": "respiratory_rate_rpm",
    "hr": "heart_rate_bpm",
    "gcs": "gcs",
}
"""Keys that the picture of the request already holds."""


ASKED_BESIDE = frozenset({*OF_PICTURE, "weight_kg", "life_support_limitation"})
"""Keys that the form of a request asks under other names."""


class Asked(Struct, frozen=True):
    """The fields of a form by how they are drawn."""

    yes_no: tuple[Field, ...]
    numbers: tuple[Field, ...]
    words: tuple[Field, ...]
    drugs: tuple[str, ...]


def asked_of(care: Care, *, beside_picture: bool = False) -> Asked:
    """What an adult, or a child, is asked; ``beside_picture``: what the picture does not."""
    left_out = LEFT_OUT | (ASKED_BESIDE if beside_picture else frozenset())
    fields = [each for each in FIELDS[POPULATION[care]] if each.key not in left_out]
    return Asked(
        yes_no=tuple(each for each in fields if each.kind == "yes_no"),
        numbers=tuple(each for each in fields if each.kind in ("number", "whole")),
        words=tuple(each for each in fields if each.kind == "word"),
        drugs=DRUGS if any(each.kind == "doses" for each in fields) else (),
    )


def read_values(
    words: Mapping[str, str], care: Care, *, now_at: datetime, said: Catalogue
) -> PatientValues:
    """The values as filled in. Raises ``Misfilled`` with every field at fault."""
    found = parse_inputs(inputs_of(words, care), "", now_at=now_at)
    if isinstance(found, tuple):
        raise Misfilled({_field_of(fault): _said(fault, said) for fault in found})
    return found


def inputs_of(words: Mapping[str, str], care: Care) -> dict[str, object]:
    """The form as ``inputs`` of a vignette; what is no number stays as it was written."""
    asked = asked_of(care)
    inputs: dict[str, object] = {"population": POPULATION[care]}
    for field in (*asked.yes_no, *asked.numbers, *asked.words):
        written = words.get(f"values/{field.key}", "").strip()
        if written:
            inputs[field.key] = _READ[field.kind](written)
    doses = {
        drug: _number(words[f"values/{drug}"].strip())
        for drug in asked.drugs
        if words.get(f"values/{drug}", "").strip()
    }
    if doses or words.get("values/none_runs") == "yes":
        inputs["vasoactives_mcg_kg_min"] = doses
    return inputs


def with_picture(words: Mapping[str, str]) -> dict[str, str]:
    """The form of a request with its picture as values, too."""
    told = {f"values/{key}": f"clinical/{name}" for key, name in OF_PICTURE.items()}
    told["values/weight_kg"] = "needs/weight_kg"
    told["values/life_support_limitation"] = "has_treatment_limits"
    return {**words, **{key: words.get(name, "") for key, name in told.items()}}


def is_valued(words: Mapping[str, str]) -> bool:
    """Whether anything but the picture was filled in for the scores."""
    return any(name.startswith("values/") and word.strip() for name, word in words.items())


def entered_values(shared: SharedView, write: Callable[[float], str]) -> dict[str, str]:
    """The fields as last recorded; before that, what the picture of the request holds."""
    known = dict(shared.values or _of_picture(shared))
    doses = known.pop("vasoactives_mcg_kg_min", None)
    entered = {f"values/{key}": _written(value, write) for key, value in known.items()}
    if isinstance(doses, dict):
        entered |= {f"values/{drug}": write(dose) for drug, dose in doses.items()}
        entered |= {} if doses else {"values/none_runs": "yes"}
    return entered


def _of_picture(shared: SharedView) -> dict[str, object]:
    clinical, weight_kg = shared.transfer.clinical, shared.transfer.needs.weight_kg
    named = {key: getattr(clinical, name) for key, name in OF_PICTURE.items()}
    told = {**named, "weight_kg": weight_kg}
    return {key: value for key, value in told.items() if value is not None}


def _written(value: object, write: Callable[[float], str]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return write(value) if isinstance(value, int | float) else str(value)


def _number(written: str) -> object:
    try:
        value = float(written.replace(",", "."))
    except ValueError:
        return written
    return int(value) if value.is_integer() else value


def _yes_no(written: str) -> object:
    return {"yes": True, "no": False}.get(written, written)


def _word(written: str) -> object:
    return int(written) if written in ("1", "2") else written


_READ: dict[str, Callable[[str], object]] = {
    "yes_no": _yes_no,
    "number": _number,
    "whole": _number,
    "word": _word,
}


def _field_of(fault: InputFault) -> str:
    return f"values/{fault.path.rpartition('.')[2]}"


def _said(fault: InputFault, said: Catalogue) -> tuple[str, Mapping[str, Fact]]:
    key = fault.path.rpartition(".")[2]
    name = f"drug-{key}" if key in DRUGS else f"value-{key}"
    facts: dict[str, Fact] = {
        "name": said.say(name),
        "problem": said.say(f"input-{fault.problem}"),
        "allowed": fault.allowed,
    }
    return "care-values-fault", facts
