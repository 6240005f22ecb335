"""Every loop that looks after the board, in one list."""

from collections.abc import Coroutine, Iterator
from typing import Any

from dispatch.desk import Headquarters
from dispatch.watch import (
    bundle,
    clocks,
    escalation,
    grounds,
    holds,
    planner,
    pre_alerts,
    writing,
)

WATCHERS = (clocks, writing, planner, escalation, bundle, holds, grounds, pre_alerts)


def watchers(hq: Headquarters) -> Iterator[Coroutine[Any, Any, None]]:
    """Each looks until cancelled."""
    return (each.run(hq) for each in WATCHERS)
