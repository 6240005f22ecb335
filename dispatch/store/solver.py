"""The solver in a process of its own: it never blocks the event loop and can be killed.

When it overruns, its process is ended and the greedy plan stands in, marked as such.
"""

import asyncio
import ctypes
import multiprocessing
import signal
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from dispatch.routing.instance import Instance
from dispatch.routing.levels import SolveLimits
from dispatch.routing.propose import Proposed, propose
from dispatch.telemetry import logger

PR_SET_PDEATHSIG = 1

PATIENCE_S = 1.5
"""Seconds beyond the time limit for sending, building and explaining."""

START_S = 30.0
"""Seconds a fresh process may take to import the solver."""


class Solver:
    """One worker process, started with the first plan and restarted when it had to be ended."""

    def __init__(self, time_limit_s: float) -> None:
        self._limits = SolveLimits(wall_s=time_limit_s)
        self._pool: ProcessPoolExecutor | None = None
        self._turn = asyncio.Lock()

    async def start(self) -> None:
        """Starts the process and waits until it can solve."""
        pool = self._ready()
        await asyncio.wait_for(asyncio.wrap_future(pool.submit(_nothing)), START_S)

    async def plan(self, instance: Instance, pinned: frozenset[str]) -> Proposed:
        """The best plan within the time limit, or the greedy one, marked, when it overran."""
        async with self._turn:
            try:
                job = self._ready().submit(_solve, instance, self._limits.wall_s, pinned)
                return await asyncio.wait_for(
                    asyncio.wrap_future(job), self._limits.wall_s + PATIENCE_S
                )
            except (TimeoutError, BrokenProcessPool) as failed:
                logger("solver").warning("replaced by the greedy plan", cause=repr(failed))
                self._end()
                return await asyncio.to_thread(_solve, instance, 0.0, pinned)

    def close(self) -> None:
        """Ends the process."""
        self._end()

    def _ready(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(
                max_workers=1, mp_context=context, initializer=_outlast_signals
            )
        return self._pool

    def _end(self) -> None:
        if self._pool is None:
            return
        pool, self._pool = self._pool, None
        for process in list(getattr(pool, "_processes", {}).values()):
            process.kill()
        pool.shutdown(wait=True, cancel_futures=True)


def _outlast_signals() -> None:
    """Ctrl-C goes to the whole group: the server decides when this process ends, and takes it
    along when it is killed itself (Linux).
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _nothing() -> None:
    """Makes a fresh process import everything a plan needs, the late part included."""
    import dispatch.routing.choose_routes  # noqa: F401, PLC0415


def _solve(instance: Instance, wall_s: float, pinned: frozenset[str]) -> Proposed:
    return propose(instance, SolveLimits(wall_s=wall_s, clock=time.perf_counter), pinned)
