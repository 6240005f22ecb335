"""An embedded server that ends while people work is started again, and that is told.

Meanwhile every command is refused as by any database that does not answer, and screens say how
old they are. What cannot be brought back ends the program: half alive it would help nobody.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Final

from dispatch.kernel import Unavailable
from dispatch.store.embedded.server import RunningPostgres
from dispatch.telemetry import logger

PAUSES_S: Final = (0.0, 1.0, 2.0, 4.0, 8.0)
"""Waited before each try (proposed): memory that was short, or a disk, may have room again."""

STEADY_S: Final = 60.0
"""What has run for so long is back: a later end gets all tries again (proposed)."""

LOOK_EVERY_S: Final = 0.2

NOT_EXPLAINED: Final = frozenset({"postgres_did_not_start", "postgres_refused_connection"})
"""Failures of a start whose sentence doesn't say what to do."""


async def keep(
    running: RunningPostgres,
    *,
    pauses_s: Sequence[float] = PAUSES_S,
    steady: Callable[[], float] = time.monotonic,
) -> None:
    """Start the server again whenever it ends, until cancelled.

    Raises ``Unavailable`` when no try is left: ``disk_full``, ``data_dir_not_writable`` and the
    like as ``start_postgres``, ``database_not_back`` when it isn't known why.
    """
    left, since_s, failed = [*pauses_s], steady(), None
    while True:
        while running.is_alive:  # noqa: ASYNC110 -- a thread tells it
            await asyncio.sleep(LOOK_EVERY_S)
        if steady() - since_s > STEADY_S:
            left, failed = [*pauses_s], None
        if not left:
            raise _given_up(running, len(pauses_s), failed)
        if len(left) == len(pauses_s):
            logger("store").error("database_ended", log=str(running.log))
        await asyncio.sleep(left.pop(0))
        failed = await _try(running, len(pauses_s) - len(left))
        since_s = steady()


async def _try(running: RunningPostgres, number: int) -> Unavailable | None:
    """One start; why it failed, if it did."""
    log = logger("store")

    def on_step(step: str) -> None:
        log.warning("database_starting", step=step)

    try:
        await asyncio.to_thread(running.start_again, on_step)
    except Unavailable as failed:
        log.warning("database_not_started", what=failed.what, tried=number)
        return failed
    log.warning("database_started_again", tried=number)
    return None


def _given_up(running: RunningPostgres, tries: int, failed: Unavailable | None) -> Unavailable:
    """The cause where its sentence says what to do."""
    if failed is not None and failed.what not in NOT_EXPLAINED:
        return failed
    said = failed.facts.get("log") if failed else None
    return Unavailable("database_not_back", path=str(running.log), tries=tries, log=said)
