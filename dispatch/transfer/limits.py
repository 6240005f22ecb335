"""What a value may be before it enters the log, by the one table of the assessment."""

import re
from datetime import datetime, timedelta

from msgspec.structs import fields, replace

from dispatch.assessment.criteria import criterion
from dispatch.assessment.other_units import perhaps_in
from dispatch.assessment.quantities import (
    ADULT_QUANTITIES,
    CHILD_QUANTITIES,
    Quantity,
)
from dispatch.identity.in_text import require_nobody_in
from dispatch.identity.telephone import require_phone
from dispatch.kernel.failures import Refused
from dispatch.kernel.instants import require_utc
from dispatch.network.levels import Care
from dispatch.transfer.parts import Clinical, Needs

QUANTITIES = {Care.ADULT: ADULT_QUANTITIES, Care.PAEDIATRIC: CHILD_QUANTITIES}


WHOLE = frozenset(field.name for field in fields(Clinical) if field.type == (int | None))
"""Measures that the picture holds as whole numbers."""


def quantity(name: str, care: Care) -> Quantity:
    """The row of that measure for an adult or a child, whole where the picture holds it so."""
    row = QUANTITIES[care][name]
    return replace(row, is_whole=row.is_whole or name in WHOLE)


def require_within(
    name: str,
    value: float | None,
    *,
    care: Care,
    field: str,
    weight_kg: float | None = None,
) -> None:
    """Nothing, or ``Refused("value_out_of_range")`` naming field, value and what is allowed,
    and the ``other_unit`` in which it would be usual, with what it ``would_be`` in ours.
    """
    row = quantity(name, care)
    if value is None or row.low <= value <= row.high:
        return
    hint: dict[str, str] = {}
    perhaps = perhaps_in(row, value, weight_kg=weight_kg)
    if perhaps is not None:
        hint = {"other_unit": perhaps.unit, "would_be": perhaps.would_be}
    raise Refused("value_out_of_range", field=field, value=value, allowed=row.allowed, **hint)


def require_clinical(clinical: Clinical, *, care: Care, weight_kg: float | None = None) -> None:
    """Every value of the clinical picture within its limits, every instant with its zone."""
    for name in clinical.__struct_fields__:
        if name in QUANTITIES[care]:
            field = f"clinical/{name}"
            value = getattr(clinical, name)
            require_within(name, value, care=care, field=field, weight_kg=weight_kg)
    if clinical.antibiotic_at is not None:
        require_utc(clinical.antibiotic_at, field="clinical/antibiotic_at")


def require_told(clinical: Clinical, *, now_at: datetime) -> None:
    """Nothing, or ``Refused("time_in_future")``: what has not come yet was not given."""
    at, ahead = clinical.antibiotic_at, timedelta(seconds=criterion("clock_ahead_s"))
    if at is not None and at > now_at + ahead:
        allowed = f"<= {now_at.isoformat()}"
        raise Refused("time_in_future", field="clinical/antibiotic_at", allowed=allowed)


def require_needs(needs: Needs, *, care: Care) -> None:
    """The weight within its limits."""
    require_within("weight_kg", needs.weight_kg, care=care, field="needs/weight_kg")


def require_weighed(
    given_ml: float | None, weight_kg: float | None, *, care: Care, field: str
) -> None:
    """Nothing, or ``Refused("weight_needed")``: a child's fluids say nothing without it."""
    if care is Care.PAEDIATRIC and given_ml and weight_kg is None:
        raise Refused("weight_needed", field=field)


WORD = re.compile(r"[^\W\d_]{2}")
"""What makes a text a reason: two letters together (proposed). A dot tells nobody why."""


def require_because(reason: str, *, field: str) -> None:
    """Nothing, or ``Refused``: those of ``require_text``, and ``reason_without_word``."""
    require_text(reason, field=field, most=200)
    if not WORD.search(reason):
        raise Refused("reason_without_word", field=field)


PHONES = frozenset({"contact_phone", "callback_phone"})
"""The fields that take a telephone and nothing else."""

NOT_FREE = frozenset({"patient_reference", "username"})
"""The fields where an identifier belongs; every other text is free text."""


def require_text(text: str, *, field: str, most: int) -> None:
    """Nothing, or ``Refused``: ``text_invalid`` when empty, too long, or with control
    characters; ``patient_in_text``, ``phone_in_text`` and ``mail_in_text`` where it says who
    somebody is;
    ``phone_invalid`` where a telephone belongs and there is none.
    """
    clean = text.strip()
    if not clean or len(clean) > most or not clean.isprintable():
        raise Refused("text_invalid", field=field, allowed=f"1-{most} printable characters")
    if field in PHONES:
        require_phone(clean, field=field)
    elif field not in NOT_FREE:
        require_nobody_in(clean, field=field)
