"""The clinical picture in a form: what the doctor states, needs and measures."""

from collections.abc import Callable, Mapping
from datetime import datetime

from dispatch.assessment import Condition
from dispatch.identity import WALL
from dispatch.network import Care
from dispatch.transfer.limits import QUANTITIES, quantity
from dispatch.transfer.parts import FOCI, Clinical, Needs
from dispatch.transfer.views import TransferView
from dispatch.web.pages.forms import Reader

CONDITIONS = tuple(condition.value for condition in Condition)
BOXES = (
    "complex_source_control",
    "vasoactives",
    "ventilation",
    "renal_replacement",
    "ecmo",
    "neurosurgery",
    "thoracic_surgery",
    "burns",
    "hyperbaric",
    "obstetrics",
    "isolation",
)
"""Needs to tick; the ICU bed is asked by itself, because nobody may forget it."""

MEASURES = tuple(name for name in Clinical.__struct_fields__ if name in QUANTITIES[Care.ADULT])


def choices() -> dict[str, object]:
    """What the fields of the picture offer."""
    return {
        "foci": FOCI,
        "conditions": CONDITIONS,
        "boxes": BOXES,
        "measures": MEASURES,
        "whole": frozenset(name for name in MEASURES if quantity(name, Care.ADULT).is_whole),
    }


def read_measure(reader: Reader, field: str, care: Care) -> float | int | None:
    """The number in that field, named as its measure after the slash."""
    row = quantity(field.rpartition("/")[2], care)
    return reader.number(field, row.bounds, allowed=row.allowed)


def read_needs(reader: Reader, care: Care) -> dict[str, object]:
    """The needs as they were filled in."""
    return {
        "icu": reader.yes_or_no("needs/icu", missing="page-fault-needs-icu"),
        **{name: reader.flag(f"needs/{name}") for name in BOXES},
        "weight_kg": read_measure(reader, "needs/weight_kg", care),
    }


def read_clinical(
    reader: Reader, care: Care, *, now_at: datetime, known_at: datetime | None = None
) -> dict[str, object]:
    """The values as they were filled in; ``known_at`` is the antibiotic's time so far."""
    antibiotic_at = reader.clock("clinical/antibiotic_at", now_at=now_at, known_at=known_at)
    return {
        "focus": reader.text("clinical/focus") or "unknown",
        "antibiotic_at": antibiotic_at,
        **{name: read_measure(reader, f"clinical/{name}", care) for name in MEASURES},
    }


Write = Callable[[float], str]
"""Writes a number with the decimal mark of the page."""


def entered_picture(transfer: TransferView, write: Write) -> Mapping[str, str]:
    """The picture as it is known now, as the fields of a form."""
    return {
        "condition": transfer.condition.value,
        **_entered("needs", transfer.needs, write),
        **_entered("clinical", transfer.clinical or Clinical(), write),
    }


def _entered(group: str, of: Needs | Clinical, write: Write) -> dict[str, str]:
    named = ((name, getattr(of, name)) for name in of.__struct_fields__)
    return {
        f"{group}/{name}": _text(value, write) for name, value in named if value is not None
    }


def _text(value: object, write: Write) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.astimezone(WALL).strftime("%H:%M")
    return write(value) if isinstance(value, int | float) else str(value)
