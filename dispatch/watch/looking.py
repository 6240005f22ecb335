"""How a watcher looks: at the whole board, again and again, each thing due on its own."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from dispatch.desk import Command, Headquarters
from dispatch.desk.read_board import read_board
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import Refused, Unavailable
from dispatch.telemetry import Outages, logger
from dispatch.transfer.board import Board

WATCHER = Command(HEADQUARTERS)

Act = Callable[[], Awaitable[object]]
"""One thing that is due."""


async def keep_looking(look: Callable[[], Awaitable[None]], every_s: float) -> None:
    """Looks until cancelled."""
    while True:
        await look()
        await asyncio.sleep(every_s)


@contextmanager
def contained(outages: Outages, room: str) -> Iterator[None]:
    """A round that a failing world ends, or a defect of ours, which is told with its trace once
    while it lasts. Whoever proposes or reminds must not take the board down with it.
    """
    with outages.outlived(room):
        try:
            yield
        except (Refused, Unavailable):
            raise
        except Exception as defect:
            if room not in outages.defects:
                logger(room).exception("defect")
            raise Unavailable("defect", room=room) from defect


async def look_once(
    hq: Headquarters, watcher: str, due: Callable[[Headquarters, Board], Iterator[Act]]
) -> None:
    """Does what is due on the board as it stands. A refusal (overtaken by people), a failing
    database or a defect stops neither the others nor the next look; ``watcher`` is its name in
    the log.
    """
    with contained(hq.outages, watcher):
        board = await read_board(hq, WATCHER)
        failed = [each for act in due(hq, board) if (each := await tried(act, watcher))]
        if failed:
            raise failed[0]


async def tried(act: Act, watcher: str) -> Exception | None:
    """Why it was not done, for whoever asks after the others; a refusal is people's doing."""
    try:
        await act()
    except Refused as refused:
        logger(watcher).info("refused", code=refused.code)
    except Exception as failed:  # noqa: BLE001 -- raised by whoever asks, after the others
        return failed
    return None
