"""Frees the beds whose hold has expired. It remembers nothing: the times are in the events."""

import asyncio

from dispatch.desk import Command, Headquarters
from dispatch.desk.expire_hold import expire_hold
from dispatch.desk.read_board import read_board
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import Refused, Unavailable
from dispatch.telemetry import logger
from dispatch.transfer.decide_bed import hold_expires_at

LOOKS_EVERY_S = 20.0
"""Proposed: a hold may last this much longer than it should."""

WATCHER = Command(HEADQUARTERS)


async def run(hq: Headquarters) -> None:
    """Look until cancelled. A refusal or a failing database never ends it."""
    while True:
        try:
            await look(hq)
        except Unavailable as failed:
            logger("holds").warning("waiting", what=failed.what)
        await asyncio.sleep(LOOKS_EVERY_S)


async def look(hq: Headquarters) -> None:
    """Every hold that is over now, once."""
    board, now_at = await read_board(hq, WATCHER), hq.clock()
    for transfer in board.transfers.values():
        ends_at = hold_expires_at(transfer)
        if ends_at is None or now_at < ends_at:
            continue
        try:
            await expire_hold(hq, WATCHER, transfer.transfer_id)
        except Refused as refused:
            logger("holds").info("refused", code=refused.code)
