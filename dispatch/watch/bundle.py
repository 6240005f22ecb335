"""Tells when steps of the bundle run out of time, so that every screen hears of it by itself.

It remembers nothing: what is late follows from the transfer and the clock.
"""

import asyncio

from dispatch.desk import Command, Headquarters
from dispatch.desk.read_board import read_board
from dispatch.desk.tell_late import tell_late
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import Refused, Unavailable
from dispatch.telemetry import logger
from dispatch.transfer.decide_bundle import late_steps

EVERY_S = 15.0
"""How often it looks. Proposed; the shortest timer of the bundle is an hour."""

WATCHER = Command(HEADQUARTERS)


async def run(hq: Headquarters) -> None:
    """Look until cancelled. A failing database never ends it."""
    while True:
        await look(hq)
        await asyncio.sleep(EVERY_S)


async def look(hq: Headquarters) -> None:
    """Tell of every open transfer what is late now. One that fails does not stop the others."""
    try:
        board = await read_board(hq, WATCHER)
    except Unavailable as failed:
        logger("bundle").warning("waiting", what=failed.what)
        return
    for transfer in board.transfers.values():
        if not late_steps(transfer, now_at=hq.clock()):
            continue
        try:
            await tell_late(hq, WATCHER, transfer.transfer_id)
        except Refused as refused:
            logger("bundle").info("refused", code=refused.code)
        except Unavailable as failed:
            logger("bundle").warning("waiting", what=failed.what)
