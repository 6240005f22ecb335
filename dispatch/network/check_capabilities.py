"""Checks the scarce capabilities of a hospitals file."""

from collections.abc import Iterator

from dispatch.kernel.faults import Fault
from dispatch.kernel.tables import Row, row_fault
from dispatch.network.capability import Capability, Scope
from dispatch.network.hospital_columns import LEVEL_COLUMN, NOT_TREATED
from dispatch.network.levels import Care, Level

MARK = "capabilities_provisional"
SOURCED = "capabilities=S"
"""What the provenance of a settled row says of its capabilities."""


def capability_faults(row: Row) -> Iterator[Fault]:
    """A capability is for patients whom the hospital treats; ECMO makes the paediatric SEP-2b
    (Yébenes 2020, levels of children); without a source it is provisional.
    """
    for each in Capability:
        yield from _care_faults(row, each)
    yield from _ecmo_faults(row)
    is_sourced = SOURCED in row.cells.get("provenance", "")
    if row.cells.get(MARK) == "no" and not is_sourced:
        allowed = f"yes, unless the provenance says {SOURCED}: and its source"
        yield row_fault(row, MARK, "provisional_mark_wrong", allowed)


def _care_faults(row: Row, capability: Capability) -> Iterator[Fault]:
    for care in Care:
        is_treated = row.cells.get(LEVEL_COLUMN[care]) != NOT_TREATED
        if _is_for(row, capability, care) and not is_treated:
            allowed = f"no, for it does not treat such patients ({LEVEL_COLUMN[care]})"
            yield row_fault(row, capability.value, "capability_without_care", allowed)


def _ecmo_faults(row: Row) -> Iterator[Fault]:
    level = row.cells.get(LEVEL_COLUMN[Care.PAEDIATRIC])
    word = row.cells.get(Capability.ECMO.value)
    if word in {None, Scope.UNKNOWN.value} or level is None:
        return
    if _is_for(row, Capability.ECMO, Care.PAEDIATRIC) is not (level == Level.SEP_2B.value):
        allowed = "paediatric or both, exactly where paediatric_level is SEP-2b"
        yield row_fault(row, Capability.ECMO.value, "ecmo_differs_from_level", allowed)


def _is_for(row: Row, capability: Capability, care: Care) -> bool:
    word = row.cells.get(capability.value)
    return word is not None and bool(Scope(word).covers(care))
