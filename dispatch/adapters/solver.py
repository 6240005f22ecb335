"""The solver in a process of its own: it never blocks the event loop and can be killed.

When it overruns, its process is ended and the greedy plan stands in, marked as such. So it does
where the solver itself is at fault.
"""

import asyncio
import ctypes
import multiprocessing
import signal
import sys
import time
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

import msgspec

from dispatch.kernel import Refused
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.propose import Proposed, propose
from dispatch.telemetry import logger

T = TypeVar("T")

PR_SET_PDEATHSIG = 1

PATIENCE_S = 1.5
"""Seconds beyond the time limit for sending, building and explaining."""

READY_S = 300.0
"""Seconds within which the slowest machine has compiled what the first plan needs."""


class Solver:
    """One worker process, started with the first plan and restarted when it had to be ended.

    A fresh process first gets ready, which once on a machine means compiling for some tens of
    seconds; until then plans are greedy ones, marked.
    """

    def __init__(self, time_limit_s: float) -> None:
        self._limits = SolveLimits(wall_s=time_limit_s)
        self._pool: ProcessPoolExecutor | None = None
        self._readying: asyncio.Future[None] | None = None
        self._turn = asyncio.Lock()

    async def start(self) -> None:
        """Starts the process and waits until it can solve."""
        _, readying = self._ready()
        await asyncio.shield(readying)

    async def plan(self, instance: Instance, pinned: frozenset[str]) -> Proposed:
        """The best plan within the time limit, or the greedy one, marked, when it overran or
        failed.
        """
        async with self._turn:
            try:
                answer = await self._asked(instance, pinned)
            except BrokenProcessPool as failed:
                answer = self._ended(repr(failed))
            if isinstance(answer, Proposed):
                return answer
            return await _quick(instance, pinned, answer)

    async def _asked(self, instance: Instance, pinned: frozenset[str]) -> Proposed | str:
        """The plan, or why there is none. A fault in the other process is logged and no more: a
        question that the solver can't take must not end the server.
        """
        patience_s = self._limits.wall_s + PATIENCE_S
        pool, readying = self._ready()
        await asyncio.wait({readying}, timeout=patience_s)
        if not readying.done():
            return "starting"
        readying.result()
        job = _awaited(pool.submit(_solve, instance, self._limits.wall_s, pinned))
        await asyncio.wait({job}, timeout=patience_s)
        if not job.done():
            job.cancel()
            return self._ended("overrun")
        fault = job.exception()
        if fault is None or isinstance(fault, Refused | BrokenProcessPool):
            return job.result()
        logger("solver").error("failed, and replaced by the greedy plan", exc_info=fault)
        return "failed"

    def _ended(self, cause: str) -> str:
        logger("solver").warning("replaced by the greedy plan", cause=cause)
        self._end()
        return "no_time"

    def close(self) -> None:
        """Ends the process."""
        self._end()

    def _ready(self) -> tuple[ProcessPoolExecutor, asyncio.Future[None]]:
        if self._pool is None or self._readying is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(
                max_workers=1, mp_context=context, initializer=_outlast_signals
            )
            self._readying = _awaited(self._pool.submit(_get_ready))
        return self._pool, self._readying

    def _end(self) -> None:
        if self._pool is None:
            return
        pool, self._pool, self._readying = self._pool, None, None
        for process in list(getattr(pool, "_processes", {}).values()):
            process.kill()
        pool.shutdown(wait=True, cancel_futures=True)


def _awaited(sent: Future[T]) -> asyncio.Future[T]:
    """What was sent, for the event loop. Ending the process also ends what nobody waits for any
    more, and that is no fault to be told.
    """
    waiting = asyncio.wrap_future(sent)
    waiting.add_done_callback(lambda done: done.cancelled() or done.exception())
    return waiting


def _outlast_signals() -> None:
    """Ctrl-C goes to the whole group: the server decides when this process ends, and takes it
    along when it is killed itself (Linux).
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _get_ready() -> None:
    """Makes a fresh process load, and where needed compile, everything a plan needs."""
    from dispatch.routing.warm_up import warm_up  # noqa: PLC0415

    warm_up(SolveLimits(wall_s=READY_S, clock=time.perf_counter))


async def _quick(instance: Instance, pinned: frozenset[str], why: str) -> Proposed:
    """The greedy plan, with why it is no better."""
    quick = await asyncio.to_thread(_solve, instance, 0.0, pinned)
    solution = msgspec.structs.replace(quick.solution, fallback_reason=why)
    return msgspec.structs.replace(quick, solution=solution)


def _solve(instance: Instance, wall_s: float, pinned: frozenset[str]) -> Proposed:
    return propose(instance, SolveLimits(wall_s=wall_s, clock=time.perf_counter), pinned)
