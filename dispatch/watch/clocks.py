"""Compares our clock with the database's, so that no wrong time is recorded in silence."""

import asyncio

from dispatch.desk import Clocks, Headquarters
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
    database_at = None
    with hq.outages.outlived("clocks"):
        database_at = await hq.log.read_clock()
    if database_at is not None:
        clocks.compared(database_at, asked_s)
        _tell(clocks)


def _tell(clocks: Clocks) -> None:
    ahead_s = round(clocks.ahead_s, 1)
    if clocks.is_wrong:
        logger("clocks").error("clock_wrong", ahead_s=ahead_s)
    elif clocks.is_doubted:
        logger("clocks").warning("clock_differs", ahead_s=ahead_s)
