"""Frees the beds whose hold has expired. It remembers nothing: the times are in the events."""

from collections.abc import Iterator
from functools import partial

from dispatch.desk import Headquarters
from dispatch.desk.expire_hold import expire_hold
from dispatch.transfer.board import Board
from dispatch.transfer.decide_bed import hold_expires_at
from dispatch.watch.looking import WATCHER, Act, keep_looking, look_once

EVERY_S = 20.0
"""Proposed: a hold may last this much longer than it should."""


async def run(hq: Headquarters) -> None:
    """Look until cancelled."""
    await keep_looking(partial(look, hq), EVERY_S)


async def look(hq: Headquarters) -> None:
    """Every hold that is over now, once."""
    await look_once(hq, "holds", _due)


def _due(hq: Headquarters, board: Board) -> Iterator[Act]:
    now_at = hq.clock()
    for transfer in board.transfers.values():
        ends_at = hold_expires_at(transfer)
        if ends_at is not None and ends_at <= now_at:
            yield partial(expire_hold, hq, WATCHER, transfer.transfer_id)
