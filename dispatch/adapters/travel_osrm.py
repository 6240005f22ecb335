"""OSRM's table service: ``GET /table/v1/driving/{lon},{lat};…?sources=…&destinations=…``."""

from dispatch.adapters.travel_http import TIMEOUT_S, RouterHttp
from dispatch.routing.travel.roads import Position
from dispatch.routing.travel.travel_source import Answer, Rung, sound_seconds


class Osrm:
    """One OSRM server with its driving profile."""

    rung = Rung.OSRM

    def __init__(self, url: str, *, timeout_s: float = TIMEOUT_S) -> None:
        self._http = RouterHttp(url, timeout_s=timeout_s)

    async def answer(
        self, starts: tuple[Position, ...], ends: tuple[Position, ...]
    ) -> Answer | None:
        """See ``Router``. The map version is the ``data_version`` of the answer, if any."""
        document = await self._http.get(_path(starts, ends))
        if document is None or document.get("code") != "Ok":
            return None
        seconds = sound_seconds(document.get("durations"), len(starts), len(ends))
        version = document.get("data_version")
        map_version = version if isinstance(version, str) else ""
        return None if seconds is None else Answer(self.rung, seconds, map_version)

    async def close(self) -> None:
        """Ends its connections."""
        await self._http.close()


def _path(starts: tuple[Position, ...], ends: tuple[Position, ...]) -> str:
    places = tuple(dict.fromkeys((*starts, *ends)))
    number = {place: index for index, place in enumerate(places)}
    coordinates = ";".join(f"{lon:.6f},{lat:.6f}" for lat, lon in places)
    first = ";".join(str(number[each]) for each in starts)
    last = ";".join(str(number[each]) for each in ends)
    query = f"sources={first}&destinations={last}&generate_hints=false"
    return f"/table/v1/driving/{coordinates}?{query}"
