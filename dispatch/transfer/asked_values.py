"""What is asked back about the values of a request, a change, a step or an assessment."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import asdict, replace

from dispatch.assessment.bundle import Reading
from dispatch.assessment.value_doubts import ValueDoubt, doubted, doubts_of_values
from dispatch.assessment.values import PatientValues
from dispatch.kernel.asked import Asked
from dispatch.network.levels import Care
from dispatch.transfer.limits import QUANTITIES
from dispatch.transfer.parts import Clinical, Needs

E = TypeVar("E", bound=Struct)


def asked_of_picture(clinical: Clinical, needs: Needs, *, care: Care) -> tuple[Asked, ...]:
    """The doubts about the picture and the weight."""
    weight = {"weight_kg": needs.weight_kg}
    return (
        *_asked(doubted(asdict(clinical), QUANTITIES[care]), "clinical"),
        *_asked(doubted(weight, QUANTITIES[care]), "needs"),
    )


def asked_of_reading(reading: Reading, *, care: Care) -> tuple[Asked, ...]:
    """The doubts about what was read at a step of the bundle."""
    return tuple(_asked(doubted(asdict(reading), QUANTITIES[care]), "reading"))


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
