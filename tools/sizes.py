"""Prints how large files and functions are: ``python -m tools.sizes``.

The limits are those of ``tests/house/test_house_sizes.py``: 400 lines a file, 60 a function.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.gen_text import ROOT, place
from tools.measure import functions_of, lines_of, percentile

FOLDERS = ("dispatch", "tests", "tools", "bench", "migrations", "console/src")
SUFFIXES = frozenset({".py", ".ts", ".tsx"})
MADE = "/gen/"


def main() -> int:
    """Print one line per folder for files, and one for functions in Python."""
    print(f"{'':24}{'count':>7}{'lines':>8}{'median':>8}{'95 %':>6}{'largest':>9}")
    for folder in FOLDERS:
        files = list(files_in(ROOT / folder))
        _print_row(f"{folder}: files", [(lines_of(path), place(path)) for path in files])
        functions = [found for path in files for found in _functions(path)]
        if functions:
            _print_row(f"{folder}: functions", functions)
    return 0


def files_in(folder: Path) -> Iterator[Path]:
    """Source files below the folder, generated ones left out."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in SUFFIXES and MADE not in path.as_posix():
            yield path


def _functions(path: Path) -> Iterator[tuple[int, str]]:
    if path.suffix == ".py":
        for each in functions_of(ast.parse(path.read_text(encoding="utf-8"))):
            yield each.lines, f"{place(path)}:{each.line} {each.name}"


def _print_row(title: str, found: list[tuple[int, str]]) -> None:
    values = [lines for lines, _ in found]
    largest, where = max(found, default=(0, "-"))
    middle, high = percentile(values, 0.5), percentile(values, 0.95)
    print(f"{title:24}{len(values):7}{sum(values):8}{middle:8}{high:6}{largest:9}  {where}")


if __name__ == "__main__":
    sys.exit(main())
