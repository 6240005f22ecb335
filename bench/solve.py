"""One solve in a process of its own: ``python -m bench.solve`` reads a task, prints a row.

Imports, compilation and a first solve of a tiny instance come before the clock starts; the
judge comes after it has stopped.
"""

import sys
import time
from pathlib import Path

import msgspec

from bench.instances import instance_of
from bench.methods import method_of
from bench.peers.fleet_state import completed, left_out
from bench.question import AT_END, Answer, Question
from bench.results import Row, Task
from bench.shared_problem import only_drive
from bench.sizes import ALL, Size
from dispatch.routing.judge.check_plan import check_plan
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.warm_up import warm_up

WARM_S = 300.0
"""Enough to compile every loop where nobody has done it yet."""

WARM = Size("warm", 8, 12, 2, 2, "catalonia", 0.3)


def main() -> int:
    """Solve the task on standard input; its row goes to standard output."""
    task = msgspec.json.decode(sys.stdin.buffer.read(), type=Task)
    try:
        sys.stdout.buffer.write(msgspec.json.encode(solved(task)))
    finally:
        for end in AT_END:
            end()
    return 0


def solved(task: Task, /) -> Row:
    """The row of one solve, as the judge values it."""
    method = method_of(task.method)
    if task.method == "ours":
        warm_up(SolveLimits(wall_s=WARM_S, clock=time.perf_counter))
    method(_instance(task, WARM), _question(task, WARM.limit_s))
    instance = _instance(task, ALL[task.size])
    before_mb = _peak_mb()
    begun_s = time.perf_counter()
    answer = method(instance, _question(task, task.limit_s))
    took_s = time.perf_counter() - begun_s
    return _row(task, instance, answer, (took_s, before_mb, _peak_mb()))


def _instance(task: Task, size: Size) -> Instance:
    instance = instance_of(size, task.seed)
    if not task.only_drive:
        return instance
    return only_drive(instance, task.longest_p0_min or instance.parameters.window)


def _question(task: Task, limit_s: float) -> Question:
    return Question(
        limit_s=limit_s,
        seed=task.seed + 1,
        longest_p0_min=task.longest_p0_min,
        only_drive=task.only_drive,
    )


def _row(
    task: Task, instance: Instance, answer: Answer, spent: tuple[float, float, float]
) -> Row:
    whole = completed(instance, answer.trips)
    judged = check_plan(instance, whole)
    took_s, before_mb, peak_mb = spent
    return Row(
        task=task,
        took_s=round(took_s, 5),
        before_mb=round(before_mb, 1),
        peak_mb=round(peak_mb, 1),
        vector=judged.vector,
        faults=tuple(sorted({fault.code for fault in judged.faults})),
        left_out=len(left_out(instance, answer.trips)),
        how=answer.how,
        bounds=answer.bounds,
        proven=answer.proven,
        improved=answer.improved,
    )


def _peak_mb() -> float:
    """The most memory this process has had, as Linux tells it in kibibytes.

    Not what ``getrusage`` says: that counts what the process that started this one had.
    """
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (peak,) = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(peak) / 1024


if __name__ == "__main__":
    sys.exit(main())
