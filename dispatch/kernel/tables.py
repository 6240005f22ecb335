"""Reads comma-separated text into rows and reports every fault, not only the first.

One line is one row: a cell can't hold a line break, so that a quote left open costs its own
line and not the rest of the file.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass

from dispatch.kernel.columns import Column
from dispatch.kernel.faults import Fault, in_file_order

_BOM = "\ufeff"


@dataclass(frozen=True)
class Row:
    """One line of a file. ``cells`` holds only the cells that their column accepts."""

    file: str
    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Table:
    """What could be read, and what could not."""

    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]


def row_fault(row: Row, column: str, code: str, allowed: str) -> Fault:
    """The fault of one cell of a row already read."""
    return Fault(row.file, row.line, column, row.cells.get(column, ""), allowed, code)


def read_table(
    content: str | bytes,
    /,
    *,
    file: str,
    columns: tuple[Column, ...],
    may_be_empty: bool = False,
) -> Table:
    """Rows in file order. The byte order mark, CRLF and blank lines are accepted.

    Columns may stand in any order, all must be there and no other. A row with too few or too
    many cells keeps its first cell only, so that what refers to it isn't at fault too.
    """
    text = _decoded(content, file)
    if isinstance(text, Fault):
        return Table((), (text,))
    lines = _lines(text)
    if not lines:
        fault = Fault(file, 0, "", "", "a header and at least one row", "file_empty")
        return Table((), (fault,))
    (header_line, header_text), *body = lines
    header = _cells(header_text)
    if header is None:
        return Table((), (_quote_fault(file, header_line, header_text),))
    faults = list(_header_faults(file, header_line, header, columns))
    rows = _rows(file, header, body, faults)
    if not body and not may_be_empty:
        faults.append(Fault(file, header_line, "", "", "at least one row", "no_rows"))
    read = tuple(_accepted(row, columns, faults) for row in rows)
    faults.extend(_repetitions(read, columns))
    return Table(read, in_file_order(tuple(faults)))


def _decoded(content: str | bytes, file: str) -> str | Fault:
    if isinstance(content, str):
        return content
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = "".join(f"\\x{byte:02x}" for byte in content[error.start : error.end])
        return Fault(file, line, "", found, "text in UTF-8", "not_utf8")


def _lines(text: str) -> list[tuple[int, str]]:
    plain = text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    return [(n, line) for n, line in enumerate(plain.split("\n"), start=1) if line.strip()]


def _cells(line: str) -> list[str] | None:
    try:
        return next(csv.reader([line], strict=True))
    except csv.Error:
        return None


def _quote_fault(file: str, line: int, text: str) -> Fault:
    allowed = 'quotes in pairs around a whole cell, "" for a quote inside'
    return Fault(file, line, "", text[:40], allowed, "quote_not_closed")


def _header_faults(
    file: str, line: int, header: list[str], columns: tuple[Column, ...]
) -> list[Fault]:
    wanted = [column.name for column in columns]
    faults = [
        Fault(file, line, name, "", f"a column {name}", "column_missing")
        for name in wanted
        if name not in header
    ]
    allowed = ", ".join(wanted)
    faults.extend(
        Fault(file, line, name, name, allowed, "column_unknown")
        for name in header
        if name not in wanted
    )
    faults.extend(
        Fault(file, line, name, name, "each column once", "column_repeated")
        for name in wanted
        if header.count(name) > 1
    )
    return faults


def _rows(
    file: str, header: list[str], body: list[tuple[int, str]], faults: list[Fault]
) -> list[Row]:
    rows = []
    for line, text in body:
        cells = _cells(text)
        if cells is None:
            faults.append(_quote_fault(file, line, text))
            cells = [text.split(",", maxsplit=1)[0]]
        elif len(cells) != len(header):
            allowed = f"{len(header)} cells"
            faults.append(Fault(file, line, "", f"{len(cells)} cells", allowed, "cell_count"))
            cells = cells[:1]
        rows.append(Row(file, line, dict(zip(header, cells, strict=False))))
    return rows


def _accepted(row: Row, columns: tuple[Column, ...], faults: list[Fault]) -> Row:
    accepted = dict(row.cells)
    for column in columns:
        if column.name not in accepted:
            continue
        code = column.judge(accepted[column.name])
        if code is not None:
            faults.append(row_fault(row, column.name, code, column.allowed))
            del accepted[column.name]
    return Row(row.file, row.line, accepted)


def _repetitions(rows: tuple[Row, ...], columns: tuple[Column, ...]) -> list[Fault]:
    faults = []
    for column in columns:
        first_line: dict[str, int] = {}
        for row in rows if column.is_unique else ():
            value = row.cells.get(column.name)
            if value is None:
                continue
            if value in first_line:
                allowed = f"a value not used before (line {first_line[value]} has it)"
                faults.append(row_fault(row, column.name, "repeated", allowed))
            first_line.setdefault(value, row.line)
    return faults
