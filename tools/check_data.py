"""Checks every file of ``data/`` with the program's own readers, and the marks of provenance.

``python -m tools.check_data [FOLDER]`` says of every fault its file, line, column, value and
what is allowed there, and ends with 1 when there is one.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from dispatch.fleet.parse_units import UNIT_COLUMNS, parse_units
from dispatch.kernel.columns import Column, decimal, filled, one_of
from dispatch.kernel.faults import Fault, Faulty, in_file_order
from dispatch.kernel.tables import Row, read_table, row_fault
from dispatch.network import check, parse_bases
from dispatch.network.hospital_columns import HOSPITAL_COLUMNS
from dispatch.network.parse_bases import BASE_COLUMNS
from dispatch.routing.travel.roads import EDGE_COLUMNS, NODE_COLUMNS, parse_roads
from tools.gen_text import ROOT

DRIVE_COLUMNS = (
    filled("from"),
    filled("to"),
    decimal("minutes", 1, 400),
    decimal("km", 1, 500),
    one_of("confidence", "high", "medium"),
)

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "hospitals.csv": HOSPITAL_COLUMNS,
    "bases.csv": BASE_COLUMNS,
    "units.csv": UNIT_COLUMNS,
    "roads_nodes.csv": NODE_COLUMNS,
    "roads_edges.csv": EDGE_COLUMNS,
    "reference_drives.csv": DRIVE_COLUMNS,
}
"""Every data file there is."""

PROVENANCE_WORDS = ("coord=", "level+refs=", "icu=", "heliport=", "capabilities=")
"""The facts of a hospital whose source is told, each by itself."""


def main(arguments: Sequence[str]) -> int:
    """Print every fault. 1 when there is one."""
    parser = argparse.ArgumentParser(prog="python -m tools.check_data", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "data")
    faults = data_faults(parser.parse_args(arguments).folder)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def data_faults(folder: Path) -> tuple[Fault, ...]:
    """Everything wrong with the files of a data folder, file by file."""
    found = {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}
    missing = [
        Fault(name, 0, "", "", "this file", "file_missing")
        for name in COLUMNS
        if name not in found
    ]
    if missing:
        return tuple(missing)
    faults = [*_of_files(found), *_of_readers(found)]
    for rules in RULES.values():
        faults += in_file_order(tuple(rules(found)))
    return tuple(faults)


def _of_files(found: Mapping[str, bytes]) -> Iterator[Fault]:
    """The program reads what spreadsheets write; what is kept here reads plainly."""
    for name, content in found.items():
        if name not in COLUMNS:
            yield Fault(name, 0, "", name, ", ".join(COLUMNS), "file_unknown")
        elif b"\r" in content or content.startswith(b"\xef\xbb\xbf") or content[-1:] != b"\n":
            allowed = "UTF-8 without a byte order mark, each line ending in \\n"
            yield Fault(name, 0, "", "", allowed, "not_plain_text")


def _of_readers(found: Mapping[str, bytes]) -> Iterator[Fault]:
    """What the readers of the program refuse."""
    base_ids = frozenset(row.cells.get("id", "") for row in _rows(found, "bases.csv"))
    yield from check(found["hospitals.csv"])
    readers: tuple[Callable[[], object], ...] = (
        lambda: parse_bases(found["bases.csv"]),
        lambda: parse_units(found["units.csv"], base_ids=base_ids),
        lambda: parse_roads(found["roads_nodes.csv"], found["roads_edges.csv"]),
    )
    for read in readers:
        try:
            read()
        except Faulty as refused:
            yield from refused.faults
    drives = "reference_drives.csv"
    yield from read_table(found[drives], file=drives, columns=DRIVE_COLUMNS).faults


def _hospital_rules(found: Mapping[str, bytes]) -> Iterator[Fault]:
    for row in _rows(found, "hospitals.csv"):
        said = row.cells.get("provenance", "")
        missing = [word for word in PROVENANCE_WORDS if word not in said]
        if said and missing:
            allowed = f"also where these come from: {' '.join(missing)}"
            yield row_fault(row, "provenance", "provenance_missing", allowed)
        pad = "no" if "heliport=none" in said else "yes"
        if "heliport=" in said and row.cells.get("heliport", pad) != pad:
            yield row_fault(row, "heliport", "heliport_disagrees", f"{pad}, as the provenance")


def _base_rules(found: Mapping[str, bytes]) -> Iterator[Fault]:
    taken = {row.cells.get("base") for row in _rows(found, "units.csv")}
    for row in _rows(found, "bases.csv"):
        yield from _unmarked(row)
        if "id" in row.cells and row.cells["id"] not in taken:
            allowed = "a base where a unit of units.csv waits"
            yield row_fault(row, "id", "base_without_unit", allowed)


def _unit_rules(found: Mapping[str, bytes]) -> Iterator[Fault]:
    for row in _rows(found, "units.csv"):
        yield from _unmarked(row)


def _drive_rules(found: Mapping[str, bytes]) -> Iterator[Fault]:
    codes = {row.cells.get("code") for row in _rows(found, "hospitals.csv")}
    for row in _rows(found, "reference_drives.csv"):
        for column in ("from", "to"):
            if column in row.cells and row.cells[column] not in codes:
                allowed = "the code of a hospital of hospitals.csv"
                yield row_fault(row, column, "reference_unknown", allowed)


def _unmarked(row: Row) -> Iterator[Fault]:
    said = row.cells.get("provenance")
    if said is not None and not said.startswith(("S: ", "provisional")):
        yield row_fault(row, "provenance", "provenance_unmarked", "S: … or provisional, …")


def _rows(found: Mapping[str, bytes], name: str) -> tuple[Row, ...]:
    return read_table(found[name], file=name, columns=COLUMNS[name]).rows


RULES: Mapping[str, Callable[[Mapping[str, bytes]], Iterator[Fault]]] = {
    "hospitals.csv": _hospital_rules,
    "bases.csv": _base_rules,
    "units.csv": _unit_rules,
    "reference_drives.csv": _drive_rules,
}
"""What this project asks of its own rows, beyond what the program needs to read them."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
