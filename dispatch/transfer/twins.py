"""Requests that may be of one patient. It warns, a reason overrules it, and no shock waits."""

from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct

from dispatch.assessment.priority import Priority
from dispatch.identity.patient import (
    VERSION,
    Identifier,
    IdentifierKind,
    is_everywhere,
    kind_of,
    older_texts,
    sealed_text,
)
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode
from dispatch.network.levels import Care
from dispatch.transfer.limits import require_because
from dispatch.transfer.parts import Described, Twin
from dispatch.transfer.transfer import Transfer

AGES_DIFFER = 1
"""How many years, or months, two ages of one person may be told apart (proposed)."""


class Sought(Struct, frozen=True):
    """Who is asked for: the seal of the identifier, those that older lines may have of it, and
    what else is known.
    """

    key: str
    older_keys: frozenset[str]
    kind: IdentifierKind
    hospital: HospitalCode
    care: Care
    described: Described = Described()


def seek(
    identifier: Identifier,
    *,
    seal: Callable[[str], str],
    care: Care,
    described: Described,
) -> Sought:
    """The patient of that identifier, known from here on by its seals alone."""
    return Sought(
        key=f"{VERSION}:{seal(sealed_text(identifier))}",
        older_keys=frozenset(map(seal, older_texts(identifier))),
        kind=kind_of(identifier),
        hospital=identifier.hospital,
        care=care,
        described=described,
    )


def twins_of(sought: Sought, transfers: Iterable[Transfer]) -> tuple[Twin, ...]:
    """Those of the open transfers that may be of the same patient, by their numbers."""
    found = ((row, _how(sought, row)) for row in transfers)
    twins = [Twin(row.number, how) for row, how in found if how is not None]
    return tuple(sorted(twins, key=lambda twin: twin.number))


def _how(sought: Sought, row: Transfer) -> Literal["same", "likely"] | None:
    if row.patient_key == sought.key:
        return "same"
    is_there = row.referring == sought.hospital
    if row.patient_key in sought.older_keys and (is_there or is_everywhere(sought.kind)):
        return "same"
    looks_alike = is_there and _may_be_known_otherwise(sought, row) and _is_alike(sought, row)
    return "likely" if looks_alike else None


def _may_be_known_otherwise(sought: Sought, row: Transfer) -> bool:
    """Two codes of one kind are two people; a code and a record number may be one."""
    is_told_apart = row.identified_by is sought.kind
    return not is_told_apart or sought.kind is IdentifierKind.TEMPORARY


def _is_alike(sought: Sought, row: Transfer) -> bool:
    one, other = sought.described, row.described
    if sought.care is not row.care or one.sex is None or one.sex != other.sex:
        return False
    pairs = ((one.age_years, other.age_years), (one.age_months, other.age_months))
    return any(_is_near(*pair) for pair in pairs)


def _is_near(age: int | None, other: int | None) -> bool:
    return age is not None and other is not None and abs(age - other) <= AGES_DIFFER


def looks_like(transfer: Transfer, row: Transfer) -> bool:
    """Whether the open ``row`` may be of the patient of ``transfer``, by all but the code."""
    if transfer.identified_by is None:
        return False
    sought = Sought(
        key=transfer.patient_key,
        older_keys=frozenset(),
        kind=transfer.identified_by,
        hospital=transfer.referring,
        care=transfer.care,
        described=transfer.described,
    )
    return _how(sought, row) == "likely"


def require_no_twin(
    twins: tuple[Twin, ...], *, priority: Priority, because: str | None
) -> None:
    """Nothing, or ``Refused``: ``patient_already_requested``, ``patient_perhaps_requested``,
    each naming the transfers that are open. A reason overrules it; priority 0 is never held up.
    """
    if because is not None:
        require_because(because, field="duplicate_reason")
        return
    if not twins or priority is Priority.ZERO:
        return
    numbers = ", ".join(twin.number for twin in twins)
    if any(twin.how == "same" for twin in twins):
        raise Refused("patient_already_requested", field="duplicate_reason", number=numbers)
    raise Refused("patient_perhaps_requested", field="duplicate_reason", number=numbers)
