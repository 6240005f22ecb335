"""What is asked back about the values of a request, a change, a step or an assessment."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import asdict, replace

from dispatch.assessment.bundle import Reading
from dispatch.assessment.quantities import Quantity
from dispatch.assessment.value_doubts import ValueDoubt, doubted, doubts_of_values, of_age
from dispatch.assessment.values import PatientValues
from dispatch.kernel.asked import Asked
from dispatch.network.levels import Care
from dispatch.transfer.described import months_of
from dispatch.transfer.limits import QUANTITIES
from dispatch.transfer.parts import Clinical, Described, Needs

E = TypeVar("E", bound=Struct)
UNKNOWN = Described()


def asked_of_picture(
    clinical: Clinical, needs: Needs, *, care: Care, described: Described = UNKNOWN
) -> tuple[Asked, ...]:
    """The doubts about the picture and the weight, by the age of a child where it is known."""
    quantities = _of_patient(care, described)
    weight = {"weight_kg": needs.weight_kg}
    return (
        *_asked(doubted(asdict(clinical), quantities), "clinical"),
        *_asked(doubted(weight, quantities), "needs"),
    )


def asked_of_reading(
    reading: Reading, *, care: Care, described: Described = UNKNOWN
) -> tuple[Asked, ...]:
    """The doubts about what was read at a step of the bundle."""
    quantities = _of_patient(care, described)
    return tuple(_asked(doubted(asdict(reading), quantities), "reading"))


def asked_of_values(
    values: PatientValues | None, *, beside: tuple[Asked, ...] = ()
) -> tuple[Asked, ...]:
    """The doubts about values for the scores; what the picture asks is asked once."""
    already = {(_drug_or_measure(each.field), each.value) for each in beside}
    found = () if values is None else doubts_of_values(values)
    return tuple(
        Asked("unusual_value", f"inputs/{each.key}", each.value, each.usual, each.slip)
        for each in found
        if (each.reads, each.value) not in already
    )


def _of_patient(care: Care, described: Described) -> dict[str, Quantity]:
    """The table for an adult, or for a child of that age, of any age while it is unknown."""
    months = months_of(described)
    if care is Care.ADULT or months is None:
        return QUANTITIES[care]
    return of_age(months)


def _drug_or_measure(field: str) -> str:
    """The name among values of what a field of the picture holds."""
    name = field.rpartition("/")[2]
    return "norepinephrine" if name == "noradrenaline_mcg_kg_min" else name


def with_confirmed(events: Iterable[E], confirmed: tuple[str, ...]) -> tuple[E, ...]:
    """The events, those that keep what was confirmed with it: who and when stand beside."""
    return tuple(
        replace(event, confirmed_doubts=confirmed)
        if "confirmed_doubts" in event.__struct_fields__
        else event
        for event in events
    )


def _asked(doubts: Iterable[ValueDoubt], group: str) -> Iterable[Asked]:
    for each in doubts:
        field = f"{group}/{each.reads}"
        yield Asked("unusual_value", field, each.value, each.usual, each.slip)
