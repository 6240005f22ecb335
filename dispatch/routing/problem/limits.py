"""What a solve may spend, and how much of it is left."""

from collections.abc import Callable

import msgspec
from ortools.linear_solver import pywraplp


class SolveLimits(msgspec.Struct, frozen=True):
    """What a solve may spend. ``steps`` bounds the walks of one pricing, so that the same
    instance gives the same plan wherever the wall seconds do not run out.

    ``clock`` gives seconds from any zero; without one, OR-Tools' own stopwatch serves.
    """

    wall_s: float = 5.0
    steps: int = 60_000
    seed: int = 1
    clock: Callable[[], float] | None = None


class Deadline:
    """Seconds left of a limit; the stopwatch starts when it is made."""

    def __init__(self, limits: SolveLimits) -> None:
        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        self._clock = limits.clock or self._stopwatch
        self._end = self._clock() + limits.wall_s

    def _stopwatch(self) -> float:
        return float(self._solver.wall_time()) / 1000

    def left_s(self) -> float:
        """Seconds left, negative when over."""
        return self._end - self._clock()
