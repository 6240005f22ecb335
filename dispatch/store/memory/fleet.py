"""Units and positions in memory. Same contract as in PostgreSQL."""

from collections.abc import Iterable
from datetime import datetime

from dispatch.fleet.position import Position
from dispatch.fleet.reconcile import FleetNews
from dispatch.fleet.unit import Unit
from dispatch.kernel.ids import UnitId
from dispatch.store.memory.log import MemoryLog


class MemoryFleet:
    """See ``FleetStore``. Units live on the board of ``log``."""

    def __init__(self, log: MemoryLog) -> None:
        self._log = log
        self._positions: dict[UnitId, Position] = {}

    async def set_fleet(self, units: Iterable[Unit]) -> FleetNews:
        """See ``FleetStore``."""
        news = self._log.set_fleet(units)
        for unit_id in news.removed:
            self._positions.pop(unit_id, None)
        return news

    async def write_positions(self, positions: Iterable[Position]) -> None:
        """See ``FleetStore``."""
        for position in positions:
            known = self._positions.get(position.unit_id)
            if known is None or position.seen_at > known.seen_at:
                self._positions[position.unit_id] = position

    async def read_positions(self, after: datetime | None = None) -> tuple[Position, ...]:
        """See ``FleetStore``."""
        return tuple(
            position
            for position in self._positions.values()
            if after is None or position.seen_at > after
        )
