"""How a watcher looks: at the whole board, again and again, each thing due on its own."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator

from dispatch.desk import Command, Headquarters
from dispatch.desk.read_board import read_board
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import Refused
from dispatch.telemetry import logger
from dispatch.transfer.board import Board

WATCHER = Command(HEADQUARTERS)

Act = Callable[[], Awaitable[object]]
"""One thing that is due."""


async def keep_looking(look: Callable[[], Awaitable[None]], every_s: float) -> None:
    """Looks until cancelled."""
    while True:
        await look()
        await asyncio.sleep(every_s)


async def look_once(
    hq: Headquarters, watcher: str, due: Callable[[Headquarters, Board], Iterator[Act]]
) -> None:
    """Does what is due on the board as it stands. A refusal (overtaken by people), a failing
    database or a defect stops neither the others nor the next look; ``watcher`` is its name in
    the log.
    """
    with hq.outages.contained(watcher):
        board = await read_board(hq, WATCHER)
        failed = [each for act in due(hq, board) if (each := await _done(act, watcher))]
        if failed:
            raise failed[0]


async def _done(act: Act, watcher: str) -> Exception | None:
    try:
        await act()
    except Refused as refused:
        logger(watcher).info("refused", code=refused.code)
    except Exception as failed:  # noqa: BLE001 -- raised by whoever asks, after the others
        return failed
    return None
