"""Reads separated text into rows and reports every fault, not only the first.

What spreadsheets make of a file is read where it can only mean one thing: semicolons or tabs, a
line ``sep=``, spaces and empty cells at the ends, decimal commas.

One line is one row: a cell can't hold a line break, so that a quote left open costs its own
line and not the rest of the file.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dispatch.kernel.columns import Column
from dispatch.kernel.encodings import decoded
from dispatch.kernel.faults import Fault, in_file_order

SEPARATORS = (",", ";", "\t")
SEPARATOR_LINE = re.compile(r'"?sep=([,;\t])"?', re.IGNORECASE)
"""What spreadsheets write into a first line of its own."""

MANY = 3
"""The same fault on more lines than this is told once."""


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


@dataclass(frozen=True)
class Shape:
    """The header, whether empty cells stand behind it, and what stands between cells."""

    header: tuple[str, ...]
    has_empty_end: bool
    separator: str

    def fitting(self, cells: list[str]) -> list[str]:
        """The cells, without empty ones at the end where the header has such, too."""
        width = len(self.header)
        return _without_empty_end(cells, width) if self.has_empty_end else cells


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
    """Rows in file order, as editors or spreadsheets write them.

    Columns may stand in any order, all must be there and no other, but for those younger than
    the file. A row with too few or too
    many cells keeps its first cell only, so that what refers to it isn't at fault too. The
    same fault on many lines is told once.
    """
    text = decoded(content, file)
    if isinstance(text, Fault):
        return Table((), (text,))
    lines, separator = _lines(text), None
    if lines and (said := SEPARATOR_LINE.fullmatch(lines[0][1].strip())):
        separator, lines = said[1], lines[1:]
    if not lines:
        fault = Fault(file, 0, "", "", "a header and at least one row", "file_empty")
        return Table((), (fault,))
    (header_line, header_text), *body = lines
    separator = separator or _separator(header_text, columns)
    found = _cells(header_text, separator)
    if found is None:
        return Table((), (_quote_fault(file, header_line, header_text),))
    header = _without_empty_end(found)
    if not {column.name for column in columns} & set(header):
        return Table((), (_no_header(file, header_line, header_text, columns),))
    faults = list(_header_faults(file, header_line, header, columns))
    shape = Shape(tuple(header), len(found) > len(header), separator)
    rows = _rows(file, shape, body, faults)
    if not rows and not may_be_empty:
        faults.append(Fault(file, header_line, "", "", "at least one row", "no_rows"))
    read = tuple(_accepted(row, columns, faults, is_local=separator != ",") for row in rows)
    faults.extend(_repetitions(read, columns))
    return Table(read, in_file_order(told_once(faults)))


def _separator(header: str, columns: tuple[Column, ...]) -> str:
    """The mark that makes the most of the wanted columns out of the header; a comma else."""
    wanted = {column.name for column in columns}
    return max(SEPARATORS, key=lambda mark: len(wanted & set(_cells(header, mark) or ())))


def _no_header(file: str, line: int, text: str, columns: tuple[Column, ...]) -> Fault:
    names = ", ".join(column.name for column in columns)
    allowed = f"a header of these columns, separated by commas, semicolons or tabs: {names}"
    return Fault(file, line, "", text[:40], allowed, "no_header")


def told_once(faults: list[Fault]) -> tuple[Fault, ...]:
    """The faults, those that are the same on many lines as the first of them and a count."""
    alike: dict[tuple[str, str, str], list[Fault]] = {}
    for fault in faults:
        alike.setdefault((fault.column, fault.code, fault.value), []).append(fault)
    return tuple(each for group in alike.values() for each in _told(group))


def _told(group: list[Fault]) -> list[Fault]:
    first, *others = group
    if len(group) <= MANY:
        return group
    return [replace(first, allowed=f"{first.allowed} (the same on {len(others)} more lines)")]


def _lines(text: str) -> list[tuple[int, str]]:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return [(n, line) for n, line in enumerate(plain.split("\n"), start=1) if line.strip()]


def _cells(line: str, separator: str) -> list[str] | None:
    """The cells, without the spaces around them."""
    try:
        cells = next(csv.reader([line], delimiter=separator, strict=True))
    except csv.Error:
        return None
    return [cell.strip() for cell in cells]


def _without_empty_end(cells: list[str], width: int = 0) -> list[str]:
    """The cells without empty ones at the end, as far as they are more than ``width``."""
    end = len(cells)
    while end > width and not cells[end - 1]:
        end -= 1
    return cells[:end]


def _quote_fault(file: str, line: int, text: str) -> Fault:
    allowed = 'quotes in pairs around a whole cell, "" for a quote inside'
    return Fault(file, line, "", text[:40], allowed, "quote_not_closed")


def _header_faults(
    file: str, line: int, header: list[str], columns: tuple[Column, ...]
) -> list[Fault]:
    wanted = [column.name for column in columns]
    needed = [column.name for column in columns if column.absent is None]
    missing = [name for name in needed if name not in header]
    faults = [
        Fault(file, line, name, "", f"a column {name}", "column_missing") for name in missing
    ]
    if len(missing) > MANY:
        allowed = f"the columns {', '.join(missing)}"
        faults = [Fault(file, line, "", "", allowed, "column_missing")]
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
    file: str, shape: Shape, body: list[tuple[int, str]], faults: list[Fault]
) -> list[Row]:
    rows = []
    for line, text in body:
        cells = _cells(text, shape.separator)
        if cells is None:
            faults.append(_quote_fault(file, line, text))
            cells = [text.split(shape.separator, maxsplit=1)[0]]
        elif not any(cells):
            continue
        elif len(fitting := shape.fitting(cells)) != len(shape.header):
            allowed = f"{len(shape.header)} cells"
            faults.append(Fault(file, line, "", f"{len(cells)} cells", allowed, "cell_count"))
            cells = fitting[:1]
        rows.append(Row(file, line, dict(zip(shape.header, cells, strict=False))))
    return rows


def _accepted(
    row: Row, columns: tuple[Column, ...], faults: list[Fault], *, is_local: bool
) -> Row:
    younger = {each.name: each.absent for each in columns if each.absent is not None}
    accepted = {**younger, **row.cells}
    for column in columns:
        if column.name not in accepted:
            continue
        accepted[column.name] = column.plain(accepted[column.name], is_local)
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
