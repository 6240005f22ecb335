"""The short form of a team outside: signs A + BCD, where, how long, which telephone."""

from dispatch.assessment.age_groups import CHILD_GROUPS, oldest_months
from dispatch.assessment.fields import FIELDS, Field
from dispatch.assessment.outside import KEYS
from dispatch.assessment.values import PatientValues
from dispatch.kernel.figures import Unread, read_figure
from dispatch.network import Care
from dispatch.network.towns import towns
from dispatch.transfer.decide_pre_alert import PreAlertReport
from dispatch.web.pages.faults import Faults, Misfilled, gathered
from dispatch.web.pages.forms import DEGREES, Form, Reader, as_shape
from dispatch.web.pages.values_form import POPULATION, read_values
from dispatch.web.pages.visit import Visit

NUMBERS = {
    Care.ADULT: ("rr", "spo2", "hr", "sbp", "temp_c"),
    Care.PAEDIATRIC: ("rr", "spo2", "hr", "sbp", "capillary_refill_s", "gcs", "temp_c"),
}
BOXES = {
    Care.ADULT: ("on_oxygen", "meningismus"),
    Care.PAEDIATRIC: (
        *("poor_general_state", "poor_skin_perfusion", "petechiae", "meningismus"),
    ),
}
"""Signs to tick; what is not ticked is not known, and fires nothing."""

GROUP = "age_group"
PLACE = ("lat", "lon")


def form_facts(visit: Visit, care: Care) -> dict[str, object]:
    """What the fields of the form offer."""
    return {
        "care": care.value,
        "groups": CHILD_GROUPS if care is Care.PAEDIATRIC else (),
        "numbers": _fields(care, NUMBERS[care]),
        "boxes": BOXES[care],
        "consciousness": ("A", "C", "V", "P", "U") if care is Care.ADULT else (),
        "towns": tuple(towns(visit.hq.network, visit.hq.bases)),
    }


def read_pre_alert_form(
    visit: Visit, form: Form, care: Care
) -> tuple[PreAlertReport, PatientValues]:
    """The report and the values as filled in. Raises ``Misfilled`` with what is missing."""
    reader = Reader(form)
    reader.yes_or_no("values/infection_suspected", missing="prealert-fault-infection")
    spot = _position(form.values.get("position", ""))
    values: dict[str, object] = {
        "eta_min": reader.count("eta_min"),
        "callback_phone": reader.text("callback_phone", missing="page-fault-contact_phone"),
        "municipality": reader.text("municipality"),
        "needs_icu_reason": reader.text("needs_icu_reason"),
        "patient_reference": reader.text("patient_reference"),
        "confirmed_doubts": form.confirmed,
        **spot,
    }
    if not spot:
        reader.text("municipality", missing="prealert-fault-where")
    if care is Care.PAEDIATRIC:
        reader.text(GROUP, missing="prealert-fault-group")
    faults: Faults = {}
    with gathered(faults):
        reader.require_sound()
    with gathered(faults):
        signs = _read_signs(visit, form, care)
    if faults:
        raise Misfilled(faults)
    return as_shape(values, PreAlertReport), signs


def _read_signs(visit: Visit, form: Form, care: Care) -> PatientValues:
    asked = {f"values/{key}" for key in KEYS[POPULATION[care]]}
    words = {name: word for name, word in form.values.items() if name in asked}
    if care is Care.PAEDIATRIC:
        words["values/age_months"] = f"{_oldest_months(form.values.get(GROUP, '')):g}"
    return read_values(words, care, now_at=visit.now_at, said=visit.said)


def _oldest_months(group: str) -> float:
    for known in CHILD_GROUPS:
        if known == group:
            return oldest_months(known)
    raise Misfilled({GROUP: ("prealert-fault-group", {})})


def _position(written: str) -> dict[str, object]:
    """``41.61,2.66`` as the script writes it; anything else is no position."""
    read = [read_figure(part, DEGREES) for part in written.split(",")]
    if len(read) != len(PLACE) or any(isinstance(each, Unread) for each in read):
        return {}
    return dict(zip(PLACE, read, strict=True))


def _fields(care: Care, keys: tuple[str, ...]) -> tuple[Field, ...]:
    known = {field.key: field for field in FIELDS[POPULATION[care]]}
    return tuple(known[key] for key in keys)
