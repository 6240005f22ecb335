"""Keeps requests moving: asks the next ones when nobody answers, and the next hospital when one
can't take the patient.

What is due follows from the log, the roster and the clock alone, so nothing is lost when the
program was down. It acts as headquarters and answers for nobody.
"""

from collections.abc import Iterator
from functools import partial

from dispatch.desk import Headquarters
from dispatch.desk.escalate_request import escalate_request
from dispatch.desk.move_on import move_on
from dispatch.transfer.board import Board
from dispatch.transfer.decide_offer import next_hospital
from dispatch.watch.looking import WATCHER, Act, keep_looking, look_once

EVERY_S = 2.0
"""The steps are minutes apart; a person who said no is not waited for longer than this."""


async def run(hq: Headquarters) -> None:
    """Look until cancelled."""
    await keep_looking(partial(look_after, hq), EVERY_S)


async def look_after(hq: Headquarters) -> None:
    """Every open request once."""
    await look_once(hq, "escalation", _due)


def _due(hq: Headquarters, board: Board) -> Iterator[Act]:
    for transfer in board.transfers.values():
        if transfer.asked is not None:
            yield partial(escalate_request, hq, WATCHER, transfer.transfer_id)
        elif next_hospital(transfer, beds=board.beds, now_at=hq.clock()) is not None:
            yield partial(move_on, hq, WATCHER, transfer.transfer_id)
