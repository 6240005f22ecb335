"""Compares our clock with the database's, so that no wrong time is recorded in silence."""

import asyncio

from dispatch.desk import Headquarters
from dispatch.kernel import Unavailable
from dispatch.store.clocks import DOUBTED_FROM_S, Clocks
from dispatch.telemetry import logger

EVERY_S = 60.0
AGAIN_S = 1.0
"""While it is wrong: a clock that is put right, or a machine that slept, is believed soon."""


async def run(hq: Headquarters) -> None:
    """Compare until cancelled."""
    while (clocks := hq.clocks) is not None:
        await compare(hq, clocks)
        await asyncio.sleep(AGAIN_S if clocks.is_wrong else EVERY_S)


async def compare(hq: Headquarters, clocks: Clocks) -> None:
    """Once; a database that doesn't answer leaves what is known."""
    asked_s = clocks.now_s()
    try:
        database_at = await hq.log.read_clock()
    except Unavailable as failed:
        logger("clocks").warning("waiting", what=failed.what)
        return
    if database_at is not None:
        clocks.compared(database_at, asked_s)
        _tell(round(clocks.ahead_s, 1), is_wrong=clocks.is_wrong)


def _tell(ahead_s: float, *, is_wrong: bool) -> None:
    if is_wrong:
        logger("clocks").error("clock_wrong", ahead_s=ahead_s)
    elif abs(ahead_s) >= DOUBTED_FROM_S:
        logger("clocks").warning("clock_differs", ahead_s=ahead_s)
