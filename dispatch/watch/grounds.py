"""Raises decisions, and lets them fall, whose ground lies elsewhere. It remembers nothing."""

from collections.abc import Iterator
from functools import partial

from dispatch.desk import Headquarters
from dispatch.desk.tell_grounds import tell_grounds
from dispatch.transfer.board import Board
from dispatch.transfer.grounds import changed_grounds
from dispatch.watch.looking import WATCHER, Act, keep_looking, look_once

EVERY_S = 10.0
"""Proposed: people may be asked this much later, or longer, than they should."""


async def run(hq: Headquarters) -> None:
    """Look until cancelled."""
    await keep_looking(partial(look, hq), EVERY_S)


async def look(hq: Headquarters) -> None:
    """Every decision whose ground is gone now, once."""
    await look_once(hq, "grounds", _due)


def _due(hq: Headquarters, board: Board) -> Iterator[Act]:
    now_at = hq.clock()
    for transfer in board.transfers.values():
        if changed_grounds(transfer, board, now_at=now_at):
            yield partial(tell_grounds, hq, WATCHER, transfer.transfer_id)
