"""Ends the pre-alerts whose outcome nobody told, so that no list grows old.

It remembers nothing: what is over follows from the pre-alert and the clock.
"""

from collections.abc import Iterator
from functools import partial

from dispatch.desk import Headquarters
from dispatch.desk.expire_pre_alert import expire_pre_alert
from dispatch.transfer.board import Board
from dispatch.transfer.decide_pre_alert import expire
from dispatch.watch.looking import WATCHER, Act, keep_looking, look_once

EVERY_S = 30.0
"""How often it looks. Proposed; a pre-alert expires hours after the expected arrival."""


async def run(hq: Headquarters) -> None:
    """Look until cancelled."""
    await keep_looking(partial(look, hq), EVERY_S)


async def look(hq: Headquarters) -> None:
    """End every pre-alert that is over now."""
    await look_once(hq, "pre-alerts", _due)


def _due(hq: Headquarters, board: Board) -> Iterator[Act]:
    for pre_alert in board.pre_alerts.values():
        if expire(pre_alert, hq.clock()):
            yield partial(expire_pre_alert, hq, WATCHER, pre_alert.pre_alert_id)
