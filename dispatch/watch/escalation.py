"""Keeps requests moving: asks the next ones when nobody answers, and the next hospital when one
can't take the patient.

What is due follows from the log, the roster and the clock alone, so nothing is lost when the
program was down. It acts as headquarters and answers for nobody.
"""

import asyncio
from collections.abc import Mapping

from dispatch.capacity import Beds
from dispatch.desk import Command, Headquarters
from dispatch.desk.escalate_request import escalate_request
from dispatch.desk.move_on import move_on
from dispatch.desk.read_board import read_board
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import Refused, Unavailable
from dispatch.telemetry import logger
from dispatch.transfer.board import BedsKey
from dispatch.transfer.decide_offer import next_hospital
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import Transfer

EVERY_S = 2.0
"""The steps are minutes apart; a person who said no is not waited for longer than this."""

WATCH = Command(HEADQUARTERS)


async def run(hq: Headquarters) -> None:
    """Look until cancelled. A refusal or a failing database never ends it."""
    while True:
        try:
            await look_after(hq)
        except Unavailable as failed:
            logger("escalation").warning("waiting", what=failed.what)
        await asyncio.sleep(EVERY_S)


async def look_after(hq: Headquarters) -> None:
    """Every open request once."""
    board = await read_board(hq, WATCH)
    for transfer in board.transfers.values():
        try:
            await _look_after_one(hq, transfer, board.beds)
        except Refused as refused:  # overtaken by people
            logger("escalation").info("refused", code=refused.code)


async def _look_after_one(
    hq: Headquarters, transfer: Transfer, beds: Mapping[BedsKey, Beds]
) -> None:
    if transfer.stage is Stage.ASKED:
        await escalate_request(hq, WATCH, transfer.transfer_id)
    elif next_hospital(transfer, beds=beds, now_at=hq.clock()) is not None:
        await move_on(hq, WATCH, transfer.transfer_id)
