"""How much work something is: processor time of this thread, the least of several tries.

Not a clock on the wall: what else the machine does meanwhile is not in it.
"""

import time
from collections.abc import Callable

TRIES = 5
DOUBLINGS = 3
LINEAR_AT_MOST = 3.0**DOUBLINGS
"""Three doublings are 8 times the work when linear, 64 times when quadratic."""

LEAST_NS = 200_000
"""Less than this is noise: it is small at any size."""


def work_ns(act: Callable[[], object]) -> int:
    """Nanoseconds of this thread's processor time that ``act`` takes at best."""

    def once() -> int:
        before = time.thread_time_ns()
        act()
        return time.thread_time_ns() - before

    return min(once() for _ in range(TRIES))


def growth(work: Callable[[int], Callable[[], object]], *, size: int) -> float:
    """How many times more work eight times ``size`` is; ``work(size)`` prepares the act."""
    small = work_ns(work(size))
    large = work_ns(work(size << DOUBLINGS))
    return large / max(small, LEAST_NS)
