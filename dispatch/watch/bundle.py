"""Tells when steps of the bundle run out of time, so that every screen hears of it by itself.

It remembers nothing: what is late follows from the transfer and the clock.
"""

from collections.abc import Iterator
from functools import partial

from dispatch.desk import Headquarters
from dispatch.desk.tell_late import tell_late
from dispatch.transfer.board import Board
from dispatch.transfer.decide_bundle import late_steps
from dispatch.watch.looking import WATCHER, Act, keep_looking, look_once

EVERY_S = 15.0
"""How often it looks. Proposed; the shortest timer of the bundle is an hour."""


async def run(hq: Headquarters) -> None:
    """Look until cancelled."""
    await keep_looking(partial(look, hq), EVERY_S)


async def look(hq: Headquarters) -> None:
    """Tell of every open transfer what is late now."""
    await look_once(hq, "bundle", _due)


def _due(hq: Headquarters, board: Board) -> Iterator[Act]:
    for transfer in board.transfers.values():
        if late_steps(transfer, now_at=hq.clock()):
            yield partial(tell_late, hq, WATCHER, transfer.transfer_id)
