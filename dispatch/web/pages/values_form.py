"""The form of values for the scores: drawn from the fields of the published vignettes.

What is left blank is not known. What is wrong keeps its words and is named.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from msgspec import Struct

from dispatch.assessment import PatientValues
from dispatch.assessment.fields import FIELDS, Field
from dispatch.assessment.input_fault import InputFault
from dispatch.assessment.parse_inputs import parse_inputs
from dispatch.assessment.quantities import DOSES
from dispatch.i18n import Catalogue
from dispatch.kernel.failures import Fact
from dispatch.kernel.figures import Unread, read_figure
from dispatch.network import Care
from dispatch.transfer.described import may_be_pregnant, months_of
from dispatch.transfer.parts import Described
from dispatch.transfer.shared import SharedView
from dispatch.web.pages.faults import Faults, Misfilled
from dispatch.web.pages.forms import unread_fault
from dispatch.web.pages.rendered import cleared
from dispatch.web.told_facts import label_of_value, with_unit

LEFT_OUT = frozenset({"assessed_at", "antibiotic_at", "age_years"})
"""Keys no form asks: the values are those of now, the antibiotic is a step of the bundle, and
no score of an adult reads the age.
"""

DRUGS = (
    *("norepinephrine", "epinephrine", "dopamine", "dobutamine"),
    *("vasopressin", "terlipressin"),
)
"""Vasoactives with a field of their own; the others come over the interface."""

TWO_ROWS = ("clinical/noradrenaline_mcg_kg_min", "values/norepinephrine")
"""Where the form of a request asks for the dose of noradrenaline."""

DOSE_FIELDS = (TWO_ROWS[0], *(f"values/{drug}" for drug in DRUGS))

POPULATION = {Care.ADULT: "adult", Care.PAEDIATRIC: "paediatric"}
OF_PICTURE = {
    "lactate_mmol_l": "lactate_mmol_l",
    "spo2": "spo2_pct",
    "rr": "respiratory_rate_rpm",
    "hr": "heart_rate_bpm",
    "gcs": "gcs",
    "map_mmhg": "map_mmhg",
}
"""Keys that the picture of the request already holds."""


PREGNANCY = "pregnancy"

ASKED_BESIDE = frozenset({*OF_PICTURE, "weight_kg", "life_support_limitation", PREGNANCY})
"""Keys that the form of a request asks under other names, or beside sex and age."""

MEAN = "map_mmhg"

BEFORE = ("usual_", "baseline_", "home_")
"""How the keys begin of what was before this illness."""


NOBODY = Described()
"""A patient of whom neither sex nor age is known."""


class Asked(Struct, frozen=True):
    """The fields of a form by how they are drawn."""

    yes_no: tuple[Field, ...]
    numbers: tuple[Field, ...]
    words: tuple[Field, ...]
    drugs: tuple[str, ...]
    before: frozenset[str]
    """Keys of what the patient was like before this illness, drawn apart."""


def asked_of(
    care: Care, *, beside_picture: bool = False, described: Described = NOBODY
) -> Asked:
    """What an adult, or a child, so described is asked; ``beside_picture``: what the picture
    does not.
    """
    left_out = LEFT_OUT | (ASKED_BESIDE if beside_picture else frozenset())
    left_out |= frozenset() if may_be_pregnant(described) else {PREGNANCY}
    fields = [each for each in FIELDS[POPULATION[care]] if each.key not in left_out]
    return Asked(
        yes_no=tuple(each for each in fields if each.kind == "yes_no"),
        numbers=tuple(each for each in fields if each.kind in ("number", "whole")),
        words=tuple(each for each in fields if each.kind == "word"),
        drugs=DRUGS if any(each.kind == "doses" for each in fields) else (),
        before=frozenset(each.key for each in fields if each.key.startswith(BEFORE)),
    )


def read_values(
    words: Mapping[str, str],
    care: Care,
    *,
    now_at: datetime,
    said: Catalogue,
    changed: frozenset[str] | None = None,
) -> PatientValues:
    """The values as filled in, only those ``changed`` where the form showed others; an age is
    always among them. Raises ``Misfilled`` with every field at fault.
    """
    unread = _unreadable(words, asked_of(care)) | contradicted(words)
    if changed is not None:
        unread |= cleared(words, changed - _may_be_blank(words))
        kept = {*changed, "values/age_months"}
        words = {name: word for name, word in words.items() if name in kept}
    found = parse_inputs(inputs_of(words, care), "", now_at=now_at)
    if isinstance(found, tuple) or unread:
        faults = found if isinstance(found, tuple) else ()
        raise Misfilled({_field_of(fault): _said(fault, said) for fault in faults} | unread)
    return found


def _may_be_blank(words: Mapping[str, str]) -> frozenset[str]:
    """The box itself, and every drug once it says that none is running."""
    none_runs = words.get("values/none_runs") == "yes"
    drugs = (f"values/{drug}" for drug in DRUGS) if none_runs else ()
    return frozenset({"values/none_runs", *drugs})


def inputs_of(words: Mapping[str, str], care: Care) -> dict[str, object]:
    """The form as ``inputs`` of a vignette, without the numbers that can't be read."""
    asked = asked_of(care)
    inputs: dict[str, object] = {"population": POPULATION[care]}
    for field in (*asked.yes_no, *asked.words):
        written = _written_in(words, field.key)
        if written:
            inputs[field.key] = _READ[field.kind](written)
    numbers = {
        key: read for key, read in _numbers_in(words, asked) if not isinstance(read, Unread)
    }
    inputs |= {key: read for key, read in numbers.items() if key not in asked.drugs}
    doses = {drug: numbers[drug] for drug in asked.drugs if drug in numbers}
    if doses or words.get("values/none_runs") == "yes":
        inputs["vasoactives_mcg_kg_min"] = doses
    return inputs


def contradicted(words: Mapping[str, str]) -> Faults:
    """One drug written twice with two doses, or beside the box that none is running."""
    faults: Faults = {}
    running = {field: written for field in DOSE_FIELDS if (written := _dose(words, field))}
    if words.get("values/none_runs") == "yes" and running:
        faults["values/none_runs"] = ("care-none-runs-contradicted", {})
    if len({running[field] for field in TWO_ROWS if field in running}) > 1:
        faults["values/norepinephrine"] = ("care-noradrenaline-twice", {})
    return faults


def _dose(words: Mapping[str, str], field: str) -> float:
    """The dose in that field, 0 when it is empty or can't be read."""
    read = read_figure(words.get(field, ""), DOSES["norepinephrine"].bounds)
    return 0 if isinstance(read, Unread) else read


def with_picture(words: Mapping[str, str]) -> dict[str, str]:
    """The form of a request with its picture as values, too."""
    told = {f"values/{key}": f"clinical/{name}" for key, name in OF_PICTURE.items()}
    told["values/weight_kg"] = "needs/weight_kg"
    told["values/life_support_limitation"] = "has_treatment_limits"
    if not _written_in(words, "norepinephrine") and _dose(words, TWO_ROWS[0]):
        told["values/norepinephrine"] = TWO_ROWS[0]
    return {**words, **{key: words.get(name, "") for key, name in told.items()}}


def is_valued(words: Mapping[str, str]) -> bool:
    """Whether anything but the picture was filled in for the scores."""
    return any(name.startswith("values/") and word.strip() for name, word in words.items())


def entered_values(shared: SharedView, write: Callable[[float], str]) -> dict[str, str]:
    """The fields as last recorded, and of every value the latest that the picture, a step of
    the bundle or the request tells: what is known is not asked again.
    """
    known = {**_age_of(shared), **(shared.values or {}), **_of_picture(shared)}
    doses = known.pop("vasoactives_mcg_kg_min", None)
    entered = {f"values/{key}": _written(value, write) for key, value in known.items()}
    if isinstance(doses, dict):
        entered |= {f"values/{drug}": write(dose) for drug, dose in doses.items()}
        entered |= {} if doses else {"values/none_runs": "yes"}
    return entered


def _of_picture(shared: SharedView) -> dict[str, object]:
    clinical, weight_kg = shared.transfer.clinical, shared.transfer.needs.weight_kg
    named = {key: getattr(clinical, name) for key, name in OF_PICTURE.items()}
    if shared.values is not None:
        named[MEAN] = shared.values.get(MEAN)  # one that was worked out is nobody's word
    told = {**named, "weight_kg": weight_kg}
    return {key: value for key, value in told.items() if value is not None}


def _age_of(shared: SharedView) -> dict[str, object]:
    """The age of a child as the request states it; no score of an adult reads one."""
    if shared.transfer.care is not Care.PAEDIATRIC:
        return {}
    months = months_of(shared.transfer.described)
    return {} if months is None else {"age_months": months}


def _written(value: object, write: Callable[[float], str]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return write(value) if isinstance(value, int | float) else str(value)


def _numbers_in(words: Mapping[str, str], asked: Asked) -> Iterator[tuple[str, object]]:
    """Every number filled in, of a field or of a drug; an ``Unread`` where it can't be read."""
    bounds = {field.key: field.bounds for field in asked.numbers}
    bounds |= {drug: DOSES[drug].bounds for drug in asked.drugs}
    for key, of in bounds.items():
        written = _written_in(words, key)
        if written:
            yield key, read_figure(written, of)


def _unreadable(words: Mapping[str, str], asked: Asked) -> Faults:
    """The numbers that can't be read, each under its field."""
    allowed = {field.key: field.allowed for field in asked.numbers}
    allowed |= {drug: DOSES[drug].allowed for drug in asked.drugs}
    return {
        f"values/{key}": unread_fault(read, allowed[key])
        for key, read in _numbers_in(words, asked)
        if isinstance(read, Unread)
    }


def _written_in(words: Mapping[str, str], key: str) -> str:
    return words.get(f"values/{key}", "").strip()


def _yes_no(written: str) -> object:
    return {"yes": True, "no": False}.get(written, written)


def _word(written: str) -> object:
    return int(written) if written in ("1", "2") else written


_READ: dict[str, Callable[[str], object]] = {"yes_no": _yes_no, "word": _word}


def _field_of(fault: InputFault) -> str:
    return f"values/{fault.path.rpartition('.')[2]}"


def _said(fault: InputFault, said: Catalogue) -> tuple[str, Mapping[str, Fact]]:
    name = label_of_value(fault.path.rpartition(".")[2])
    facts: dict[str, Fact] = {
        "name": said.say(name),
        "problem": with_unit(
            said.say(f"input-{fault.problem}"),
            unit=fault.unit,
            would_be=fault.would_be,
            said=said,
        ),
        "allowed": fault.allowed,
    }
    return "care-values-fault", facts
