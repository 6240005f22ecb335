"""Valhalla's time-distance matrix, ``POST /sources_to_targets``; its map from ``/status``."""

import time

from dispatch.adapters.travel_http import TIMEOUT_S, RouterHttp
from dispatch.routing.travel.roads import Position
from dispatch.routing.travel.travel_source import Answer, Rung, sound_seconds

VERSION_EVERY_S = 600.0
"""How long a map version is taken for granted: its answers don't carry one."""


class Valhalla:
    """One Valhalla server with its costing for cars."""

    rung = Rung.VALHALLA

    def __init__(self, url: str, *, timeout_s: float = TIMEOUT_S) -> None:
        self._http = RouterHttp(url, timeout_s=timeout_s)
        self._map_version = ""
        self._asked_s: float | None = None

    async def answer(
        self, starts: tuple[Position, ...], ends: tuple[Position, ...]
    ) -> Answer | None:
        """See ``Router``. The map version is the ``tileset_last_modified`` of its status."""
        body = {"sources": _places(starts), "targets": _places(ends), "costing": "auto"}
        document = await self._http.post("/sources_to_targets", body)
        if document is None:
            return None
        rows = _times(document.get("sources_to_targets"))
        seconds = sound_seconds(rows, len(starts), len(ends))
        if seconds is None:
            return None
        return Answer(self.rung, seconds, await self._version())

    async def close(self) -> None:
        """Ends its connections."""
        await self._http.close()

    async def _version(self) -> str:
        now_s = time.monotonic()
        if self._asked_s is None or now_s - self._asked_s > VERSION_EVERY_S:
            status = await self._http.get("/status") or {}
            self._map_version = str(status.get("tileset_last_modified", ""))
            self._asked_s = now_s
        return self._map_version


def _places(positions: tuple[Position, ...]) -> list[dict[str, float]]:
    return [{"lat": lat, "lon": lon} for lat, lon in positions]


def _times(rows: object) -> object:
    """The table of ``time`` alone, a cell without one left empty; other shapes as they are."""
    if not isinstance(rows, list):
        return rows
    return [
        [_time(cell, place) for place, cell in enumerate(row)] if isinstance(row, list) else row
        for row in rows
    ]


def _time(cell: object, place: int) -> object:
    """Rows are in the order of the question; a cell that says another target is no answer."""
    if not isinstance(cell, dict) or cell.get("to_index", place) != place:
        return None
    return cell.get("time")
