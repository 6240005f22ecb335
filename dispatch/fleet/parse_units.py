"""Turns the text of ``units.csv`` into the units on shift, or says everything wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from dispatch.fleet.types import Mode, UnitType
from dispatch.kernel.columns import clock, filled, matching, one_of, unique
from dispatch.kernel.faults import Fault, Faulty, in_file_order
from dispatch.kernel.ids import UnitId
from dispatch.kernel.tables import Row, read_table, row_fault

UNIT_COLUMNS = (
    unique(matching("id", "[A-Z]+-[0-9]{2,3}", allowed="kind and number, like SVA-01")),
    one_of("type", *UnitType),
    one_of("mode", *Mode),
    filled("base"),
    clock("shift_starts"),
    clock("shift_ends"),
    unique(filled("callsign")),
    filled("provenance"),
)


@dataclass(frozen=True)
class UnitRow:
    """One unit of the file.

    ``shift_starts`` and ``shift_ends`` are local times; equal ones mean around the clock, an
    end before the start means past midnight. ``callsign`` is what is said on the radio.
    """

    unit_id: UnitId
    unit_type: UnitType
    mode: Mode
    base_id: str
    shift_starts: time
    shift_ends: time
    provenance: str
    callsign: str = ""


class InvalidUnits(Faulty):
    """The units file can't be used."""


def parse_units(
    content: str | bytes, *, base_ids: frozenset[str] | None = None, file: str = "units.csv"
) -> tuple[UnitRow, ...]:
    """The units in file order. Raises ``InvalidUnits`` with every fault.

    ``base_ids``: where given, each unit must wait at one of these bases.
    """
    table = read_table(content, file=file, columns=UNIT_COLUMNS)
    faults = list(table.faults)
    for row in table.rows:
        faults.extend(_unit_faults(row, base_ids))
    if faults:
        raise InvalidUnits(in_file_order(tuple(faults)))
    return tuple(_unit(row) for row in table.rows)


def _unit_faults(row: Row, base_ids: frozenset[str] | None) -> Iterator[Fault]:
    cells = row.cells
    word = cells.get("type")
    if word is not None:
        mode = Mode.AIR if word == UnitType.HELI else Mode.ROAD
        if cells.get("mode", mode) != mode:
            yield row_fault(row, "mode", "mode_not_of_type", f"{mode}, for {word}")
        if not cells.get("id", word).startswith(word):
            yield row_fault(row, "id", "id_not_of_type", f"{word} and a number")
    if base_ids is not None and "base" in cells and cells["base"] not in base_ids:
        yield row_fault(row, "base", "unknown_base", "the id of a base of bases.csv")


def _unit(row: Row) -> UnitRow:
    return UnitRow(
        unit_id=UnitId(row.cells["id"]),
        unit_type=UnitType(row.cells["type"]),
        mode=Mode(row.cells["mode"]),
        base_id=row.cells["base"],
        shift_starts=time.fromisoformat(row.cells["shift_starts"]),
        shift_ends=time.fromisoformat(row.cells["shift_ends"]),
        provenance=row.cells["provenance"],
        callsign=row.cells["callsign"],
    )
