"""What a run leaves behind: one row per solve, and on what it was measured."""

from collections.abc import Collection, Iterable
from pathlib import Path

import msgspec

from dispatch.routing.problem.parameters import Vector

PUBLISHED = Path(__file__).resolve().parent / "results.jsonl"
"""The rows that ``docs/benchmarks.md`` is written from."""


class Task(msgspec.Struct, frozen=True, omit_defaults=True):
    """One solve to be made. ``part`` is the part of the report that it belongs to."""

    part: str
    size: str
    seed: int
    method: str
    limit_s: float
    longest_p0_min: int | None = None
    only_drive: bool = False


class Row(msgspec.Struct, frozen=True, omit_defaults=True):
    """One solve made. ``vector`` is None when the plan broke a rule or there was no answer.

    ``left_out`` counts transfers the method itself left out; they were then put at the end of
    the routes before the plan was valued. ``before_mb`` is memory used before the solve.
    ``commit`` is the one it was made at, where that is not the run's.
    """

    task: Task
    took_s: float = 0
    before_mb: float = 0
    peak_mb: float = 0
    vector: Vector | None = None
    faults: tuple[str, ...] = ()
    left_out: int = 0
    how: str = ""
    bounds: tuple[int, ...] = ()
    proven: tuple[bool, ...] = ()
    improved: tuple[tuple[float, int], ...] = ()
    error: str = ""
    commit: str = ""


class Results(msgspec.Struct, frozen=True):
    """A whole run; ``machine`` says where, when and with which packages."""

    machine: dict[str, str]
    rows: tuple[Row, ...]

    def of(self, part: str, size: str, method: str | None = None) -> tuple[Row, ...]:
        """Rows of that part and size, in the order they were made."""
        return tuple(
            row
            for row in self.rows
            if row.task.part == part
            and row.task.size == size
            and method in {None, row.task.method}
        )


def write_results(path: Path, machine: dict[str, str], rows: Iterable[Row]) -> tuple[Row, ...]:
    """One row a line, each on disk as soon as it is made; gives the rows back."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = []
    with path.open("wb") as file:
        file.write(msgspec.json.encode(machine) + b"\n")
        for row in rows:
            file.write(msgspec.json.encode(row) + b"\n")
            file.flush()
            made.append(row)
    return tuple(made)


def read_results(path: Path) -> Results:
    """The run written there. Raises ``FileNotFoundError`` where there is none."""
    first, *rest = path.read_bytes().splitlines()
    return Results(
        msgspec.json.decode(first, type=dict[str, str]),
        tuple(msgspec.json.decode(line, type=Row) for line in rest),
    )


def rows_to_keep(old: Results, renewed: Collection[str], /) -> dict[Task, Row]:
    """The rows of a run of no such size and part, each with the commit it was made at."""
    return {
        row.task: msgspec.structs.replace(row, commit=row.commit or old.machine["commit"])
        for row in old.rows
        if row.task.size not in renewed and row.task.part not in renewed
    }


def unfinished_rows(path: Path, machine: dict[str, str]) -> dict[Task, Row]:
    """What an interrupted run of the same commit, machine and day left there, by task."""
    if not path.exists() or machine["commit"].endswith("-dirty"):
        return {}
    try:
        left = read_results(path)
    except (ValueError, msgspec.DecodeError):  # it was killed in the middle of a line
        return {}
    return {row.task: row for row in left.rows} if left.machine == machine else {}
