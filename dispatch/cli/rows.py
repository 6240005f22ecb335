"""Rows for people: as wide as the terminal, or uncut where nobody looks."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from dispatch.cli.say import out

UNCUT = 10_000
"""Characters: wider than any row."""


def show_rows(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """The rows under their columns; the first, which names its row, is never folded."""
    rows = tuple(rows)
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0))
    longest = max(len(row[0]) for row in (columns, *rows))
    for number, column in enumerate(columns):
        table.add_column(column, min_width=longest if number == 0 else None)
    for row in rows:
        table.add_row(*row)
    (out if out.is_terminal else Console(width=UNCUT, highlight=False)).print(table)
