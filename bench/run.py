"""Makes the solves one after the other, each in a process of its own, and keeps every row."""

import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path

import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.progress import TimeElapsedColumn as Elapsed

from bench.results import Row, Task

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("ortools", "pyvroom", "pyvrp", "scipy", "numpy")
SHARED_WANTED = 10
"""Instances of the shared problem: the first so many on which our plan breaks no window."""

GRACE_S = 60.0
"""Seconds beyond two and a half limits, for imports, model and judge; then the solve ends."""


def run(tasks: Sequence[Task], earlier: Mapping[Task, Row], /) -> Iterator[Row]:
    """The rows of all tasks, in their order, with a bar that says how far it is.

    A task that ``earlier`` holds is not solved again.
    """
    known = Known()
    columns = (
        TextColumn("{task.description:38}"),
        BarColumn(),
        MofNCompleteColumn(),
        Elapsed(),
    )
    with Progress(*columns, console=Console(stderr=True)) as progress:
        bar = progress.add_task("", total=len(tasks))
        for task in tasks:
            progress.update(bar, description=f"{task.size} {task.seed} {task.method}")
            asked = known.informed(task)
            if asked is not None:
                row = earlier.get(asked) or solve_apart(asked)
                known.learn(row)
                yield row
            progress.advance(bar)


class Known:
    """What earlier answers decide about later tasks."""

    def __init__(self) -> None:
        self._longest_p0_min: dict[tuple[str, int], int] = {}
        self._in_time: list[tuple[str, int]] = []
        self._silent: set[tuple[str, str, str]] = set()

    def informed(self, task: Task) -> Task | None:
        """The task with what it is told, or None where it makes no sense."""
        place = (task.size, task.seed)
        if (task.part, task.size, task.method) in self._silent:
            return None
        if task.only_drive:
            in_time = [each for each in self._in_time if each[0] == task.size]
            if place not in in_time[:SHARED_WANTED]:
                return None
        given = self._longest_p0_min.get(place)
        if given is None or (task.method == "ours" and not task.only_drive):
            return task
        return msgspec.structs.replace(task, longest_p0_min=given)

    def learn(self, row: Row) -> None:
        """Keeps who gave no answer, our longest response, and where no window was broken."""
        task = row.task
        if row.error:
            self._silent.add((task.part, task.size, task.method))
        if task.part != "compare" or task.method != "ours" or row.vector is None:
            return
        unserved_p0, longest_p0_min, _, unserved_3h, broken, _, _ = row.vector
        self._longest_p0_min[task.size, task.seed] = longest_p0_min
        if not (unserved_p0 or unserved_3h or broken):
            self._in_time.append((task.size, task.seed))


def solve_apart(task: Task, /) -> Row:
    """The row of the task, solved by a new process; a fault there is the row's ``error``."""
    limit_s = 2.5 * task.limit_s + GRACE_S
    try:
        made = subprocess.run(
            [sys.executable, "-m", "bench.solve"],
            input=msgspec.json.encode(task),
            capture_output=True,
            cwd=ROOT,
            timeout=limit_s,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Row(task, error=f"no answer within {limit_s:.0f} s")
    if made.returncode:
        said = made.stderr.decode(errors="replace").strip().splitlines()
        return Row(task, error=said[-1][:200] if said else f"ended with {made.returncode}")
    # A solver may print too; the row is the last line.
    return msgspec.json.decode(made.stdout.splitlines()[-1], type=Row)


def machine() -> dict[str, str]:
    """Where and with what the run was made."""
    return {
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "commit": _commit(),
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "python": platform.python_version(),
        **{name: _version(name) for name in PACKAGES},
    }


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def _commit() -> str:
    asked = ["git", "describe", "--always", "--dirty", "--abbrev=10", "--exclude=*"]
    found = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    return found.stdout.strip() or "unknown"


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    lines = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
