"""Checks a hospitals file against the rules of the paper, and reports every fault at once.

Source of the rules: Yébenes 2020, "Levels of healthcare and flow of patients" and Table 2.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dispatch.kernel.faults import Fault, in_file_order
from dispatch.kernel.tables import Row, row_fault
from dispatch.network.check_capabilities import capability_faults
from dispatch.network.hospital_columns import (
    BEDS_COLUMN,
    LEVEL_COLUMN,
    NOT_TREATED,
    REFERENCE_COLUMN,
    read_hospital_rows,
)
from dispatch.network.levels import Care, Level
from dispatch.network.reference_graph import (
    Reference,
    circles,
    reference_graph,
    without_sep2b,
)

TABLE_2: Mapping[str, tuple[str, str, str]] = {
    "calella": ("SEP-1", "mataro", "germans-trias"),
    "esperit-sant": ("SEP-1", "germans-trias", "germans-trias"),
    "badalona-municipal": ("SEP-1", "germans-trias", "germans-trias"),
    "mataro": ("SEP-2a", "mataro", "germans-trias"),
    "germans-trias": ("SEP-2b", "germans-trias", "germans-trias"),
}
"""Level, SEP-2a and SEP-2b reference of the five adult hospitals that the paper names."""

_TABLE_2_COLUMNS = ("adult_level", "adult_ref_sep2a", "adult_ref_sep2b")
_REFERENCE_LEVELS = (Level.SEP_2A, Level.SEP_2B)


@dataclass(frozen=True)
class _Rows:
    """The rows, and by code those that have one."""

    all: tuple[Row, ...]
    by_code: Mapping[str, Row]


def check(content: str | bytes, file: str = "hospitals.csv") -> tuple[Fault, ...]:
    """Everything wrong with a hospitals file, in file order; nothing when it can be used.

    A cell already at fault by itself isn't blamed again by the rules that need it.
    """
    table = read_hospital_rows(content, file=file)
    rows = _Rows(table.rows, {r.cells["code"]: r for r in table.rows if "code" in r.cells})
    if not rows.by_code:  # nothing can refer to anything: that is told once, by the columns
        return table.faults
    faults = list(table.faults)
    for row in table.rows:
        faults.extend(_row_faults(row, rows))
    for care in Care:
        faults.extend(_graph_faults(rows, care))
    faults.extend(_missing_from_table_2(rows, file))
    return in_file_order(tuple(faults))


def _row_faults(row: Row, rows: _Rows) -> Iterator[Fault]:
    for care in Care:
        yield from _care_faults(row, care, rows)
    yield from _table_2_faults(row)
    yield from _provisional_faults(row)
    yield from capability_faults(row)
    if all(row.cells.get(LEVEL_COLUMN[care]) == NOT_TREATED for care in Care):
        allowed = "a level for adults or for children"
        yield row_fault(row, "adult_level", "treats_nobody", allowed)


def _care_faults(row: Row, care: Care, rows: _Rows) -> Iterator[Fault]:
    word = row.cells.get(LEVEL_COLUMN[care])
    if word is None:
        return
    level = None if word == NOT_TREATED else Level(word)
    yield from _beds_faults(row, care, level)
    for needed in _REFERENCE_LEVELS:
        column = REFERENCE_COLUMN[care, needed]
        if column not in row.cells:
            continue
        if level is None:
            yield from _untreated_faults(row, column)
        else:
            yield from _reference_faults(row, column, _Wanted(care, needed, level), rows)


def _beds_faults(row: Row, care: Care, level: Level | None) -> Iterator[Fault]:
    column = BEDS_COLUMN[care]
    if column not in row.cells:
        return
    beds = int(row.cells[column])
    has_icu = level is not None and level.includes(Level.SEP_2A)
    if has_icu and beds == 0:
        yield row_fault(row, column, "beds_missing", f"1 or more, for {level} has an ICU")
    if not has_icu and beds > 0:
        yield row_fault(
            row, column, "beds_without_level", "0, for only SEP-2a and up have an ICU"
        )


def _untreated_faults(row: Row, column: str) -> Iterator[Fault]:
    if row.cells[column]:
        allowed = "empty, for such patients aren't treated here"
        yield row_fault(row, column, "reference_not_expected", allowed)


@dataclass(frozen=True)
class _Wanted:
    """A reference to check: for whom, for which level, from a hospital of which level."""

    care: Care
    needed: Level
    own: Level


def _reference_faults(row: Row, column: str, wanted: _Wanted, rows: _Rows) -> Iterator[Fault]:
    code = row.cells[column]
    own_code = row.cells.get("code")
    referred = rows.by_code.get(code)
    if not code:
        allowed = f"the code of a hospital of level {wanted.needed} or up"
        yield row_fault(row, column, "reference_missing", allowed)
    elif referred is None:
        yield row_fault(row, column, "reference_unknown", "the code of a hospital of this file")
    elif wanted.own.includes(wanted.needed):
        if own_code is not None and code != own_code:
            allowed = f"{own_code}, for {wanted.own} includes {wanted.needed}"
            yield row_fault(row, column, "reference_not_itself", allowed)
    elif not _offers(referred, wanted):
        allowed = f"a hospital whose {LEVEL_COLUMN[wanted.care]} is {wanted.needed} or up"
        yield row_fault(row, column, "reference_level_too_low", allowed)


def _offers(referred: Row, wanted: _Wanted) -> bool:
    word = referred.cells.get(LEVEL_COLUMN[wanted.care])
    if word is None:  # at fault by itself, already reported there
        return True
    return word != NOT_TREATED and Level(word).includes(wanted.needed)


def _table_2_faults(row: Row) -> Iterator[Fault]:
    values = TABLE_2.get(row.cells.get("code", ""), ())
    for column, value in zip(_TABLE_2_COLUMNS, values, strict=False):
        if row.cells.get(column, value) != value:
            allowed = f"{value}, as Table 2 of Yébenes 2020 says"
            yield row_fault(row, column, "differs_from_table_2", allowed)


def _provisional_faults(row: Row) -> Iterator[Fault]:
    code = row.cells.get("code")
    if code is None or row.cells.get("level_provisional") in {None, _provisional(code)}:
        return
    allowed = f"{_provisional(code)}, for only Table 2 of Yébenes 2020 is a settled source"
    yield row_fault(row, "level_provisional", "provisional_mark_wrong", allowed)


def _provisional(code: str) -> str:
    return "no" if code in TABLE_2 else "yes"


def _missing_from_table_2(rows: _Rows, file: str) -> Iterator[Fault]:
    for code in TABLE_2:
        if code not in rows.by_code:
            allowed = f"a row for {code}, a hospital of Table 2 of Yébenes 2020"
            yield Fault(file, 0, "code", code, allowed, "row_missing")


def _graph_faults(rows: _Rows, care: Care) -> Iterator[Fault]:
    graph = reference_graph(_references(rows, care), care=care)
    column = REFERENCE_COLUMN[care, Level.SEP_2A]
    for circle in circles(graph):
        row = rows.by_code[circle[0]]
        allowed = f"no circle of references ({', '.join(circle)})"
        yield row_fault(row, column, "reference_circle", allowed)
    level_column = LEVEL_COLUMN[care]
    # A hospital whose level can't be read may be the SEP-2b one: it isn't blamed twice.
    maybe = {code for code, row in rows.by_code.items() if level_column not in row.cells}
    sep2b = {c for c, r in rows.by_code.items() if r.cells.get(level_column) == Level.SEP_2B}
    column = REFERENCE_COLUMN[care, Level.SEP_2B]
    for code in without_sep2b(graph, maybe | sep2b):
        row = rows.by_code[code]
        if row.cells.get(level_column) != NOT_TREATED:
            allowed = "references that end in a SEP-2b"
            yield row_fault(row, column, "sep2b_not_reachable", allowed)


def _references(rows: _Rows, care: Care) -> Iterator[Reference]:
    for code, row in rows.by_code.items():
        if row.cells.get(LEVEL_COLUMN[care], NOT_TREATED) == NOT_TREATED:
            continue
        cells = (
            (lv, row.cells.get(REFERENCE_COLUMN[care, lv], "")) for lv in _REFERENCE_LEVELS
        )
        for level, referred_to in cells:
            if referred_to in rows.by_code:
                yield Reference(code, referred_to, care, level)
