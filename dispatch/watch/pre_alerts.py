"""Ends the pre-alerts whose outcome nobody told, so that no list grows old.

It remembers nothing: what is over follows from the pre-alert and the clock.
"""

import asyncio

from dispatch.desk import Command, Headquarters
from dispatch.desk.expire_pre_alert import expire_pre_alert
from dispatch.desk.read_board import read_board
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import Refused, Unavailable
from dispatch.telemetry import logger
from dispatch.transfer.decide_pre_alert import expire

EVERY_S = 30.0
"""How often it looks. Proposed; a pre-alert expires hours after the expected arrival."""

WATCHER = Command(HEADQUARTERS)


async def run(hq: Headquarters) -> None:
    """Look until cancelled. A failing database never ends it."""
    while True:
        await look(hq)
        await asyncio.sleep(EVERY_S)


async def look(hq: Headquarters) -> None:
    """End every pre-alert that is over now. One that fails does not stop the others."""
    try:
        board = await read_board(hq, WATCHER)
    except Unavailable as failed:
        logger("pre-alerts").warning("waiting", what=failed.what)
        return
    for pre_alert in board.pre_alerts.values():
        if not expire(pre_alert, hq.clock()):
            continue
        try:
            await expire_pre_alert(hq, WATCHER, pre_alert.pre_alert_id)
        except Refused as refused:
            logger("pre-alerts").info("refused", code=refused.code)
        except Unavailable as failed:
            logger("pre-alerts").warning("waiting", what=failed.what)
