"""What is asked back of one act whose values contradict each other, or can't be judged."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import asdict

from dispatch.assessment.bundle import Reading
from dispatch.assessment.fields import key_of
from dispatch.assessment.pairs import Clash, clashes
from dispatch.assessment.values import PatientValues
from dispatch.kernel.asked import Asked
from dispatch.network.levels import Care
from dispatch.transfer.parts import Clinical, Needs

NO_VALUE = "null"
"""How a confirmation says that a value is not known."""


class OneAct(Struct, frozen=True, kw_only=True):
    """Everything that one act says of a patient. ``given_ml`` and ``weight_kg``: known from
    before, where the act itself doesn't say them.
    """

    care: Care
    clinical: Clinical | None = None
    needs: Needs | None = None
    values: PatientValues | None = None
    hypotensive_after_fluids: bool | None = None
    given_ml: float | None = None
    weight_kg: float | None = None


def asked_of_pairs(act: OneAct, /) -> tuple[Asked, ...]:
    """What contradicts itself, and the weight where volumes can't be judged without it."""
    places = dict(_places(act))
    before = {"fluids_ml": act.given_ml, "weight_kg": act.weight_kg}
    known = before | {name: value for name, (_, value) in places.items() if value is not None}
    found = clashes(known, is_child=act.care is Care.PAEDIATRIC)
    asked = tuple(_asked(each, places[each.reads][0]) for each in found)
    return (*asked, *asked_of_weight(act.clinical, act.needs, care=act.care))


def asked_of_weight(
    clinical: Clinical | None, needs: Needs | None, *, care: Care
) -> Iterator[Asked]:
    """The weight of an adult whose fluids are told: right ones are told by it."""
    if clinical is None or needs is None or care is Care.PAEDIATRIC:
        return
    if clinical.fluids_ml and needs.weight_kg is None:
        yield _unweighed(clinical.fluids_ml, "needs/weight_kg", of="clinical/fluids_ml")


def asked_of_given(
    reading: Reading, *, care: Care, weight_kg: float | None
) -> tuple[Asked, ...]:
    """The same at the step of the bundle; ``weight_kg`` is the one known before."""
    weight_kg = reading.weight_kg or weight_kg
    if not reading.fluids_ml or weight_kg is not None or care is Care.PAEDIATRIC:
        return ()
    return (_unweighed(reading.fluids_ml, "reading/weight_kg", of="reading/fluids_ml"),)


def _unweighed(given_ml: float, field: str, *, of: str) -> Asked:
    beside = f"{of}={given_ml:g}"
    return Asked("fluids_unweighed", field, NO_VALUE, "", beside=beside, other=given_ml)


def _places(act: OneAct) -> Iterator[tuple[str, tuple[str, object]]]:
    """Every name said, with its place and its value; the picture stands before the values."""
    values = {} if act.values is None else asdict(act.values)
    yield from ((name, (f"inputs/{key_of(name)}", value)) for name, value in values.items())
    for group, part in (("needs", act.needs), ("clinical", act.clinical)):
        told = {} if part is None else asdict(part)
        for name, value in told.items():
            if value is not None:
                yield name, (f"{group}/{name}", value)
    name = "hypotensive_after_fluids"
    yield name, (name, act.hypotensive_after_fluids)


def _asked(clash: Clash, field: str) -> Asked:
    return Asked(
        clash.code,
        field,
        _plain(clash.value),
        clash.usual,
        beside=f"{key_of(clash.beside)}={_written(clash.other)}",
        other=_plain(clash.other),
    )


def _plain(value: object) -> float | str:
    """A number as it is; yes and no, words, and that no drug runs, as words."""
    if value == {}:
        return "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, int | float) else str(value)


def _written(value: object) -> str:
    plain = _plain(value)
    return plain if isinstance(plain, str) else f"{plain:g}"
