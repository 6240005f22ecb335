"""One router over HTTP: short patience, one retry, a bounded answer, no detour by proxies.

The address is the operator's setting, never input of a person; redirects aren't followed.
"""

import asyncio
from typing import Protocol

import httpx
import msgspec
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt

from dispatch.kernel.failures import Unavailable
from dispatch.routing.travel.roads import Position
from dispatch.routing.travel.travel_source import Answer, Rung

TIMEOUT_S = 0.5
"""For one attempt, from the first byte sent to the last received."""

ATTEMPTS = 2
CONNECTIONS = 2
LONGEST_ANSWER_BYTES = 4_000_000

MOST_ENDS = 50
"""Starts, and ends, of one question: OSRM takes 100 positions and Valhalla 2,500 pairs where
nothing else is configured.
"""


class Router(Protocol):
    """A live router: one protocol for every engine."""

    rung: Rung

    async def answer(
        self, starts: tuple[Position, ...], ends: tuple[Position, ...]
    ) -> Answer | None:
        """Free-flow seconds, at most 50 by 50. None when it refuses the question or its answer
        has another shape. Raises ``Unavailable("router")`` when it doesn't work.
        """
        ...

    async def close(self) -> None:
        """Ends its connections."""
        ...


class _Broken(Exception):  # noqa: N818 -- what the attempt met
    """An attempt that another may mend."""


class RouterHttp:
    """JSON from a base address. Used by both engines."""

    def __init__(self, base_url: str, *, timeout_s: float = TIMEOUT_S) -> None:
        self._timeout_s = timeout_s
        self._client = httpx.AsyncClient(
            base_url=base_url.rstrip("/"),
            timeout=timeout_s,
            follow_redirects=False,
            trust_env=False,
            limits=httpx.Limits(max_connections=CONNECTIONS),
        )

    async def get(self, path: str) -> dict[str, object] | None:
        """The document at that path with its query; None when the router refuses (4xx)."""
        return await self._twice(self._client.build_request("GET", path))

    async def post(self, path: str, body: object) -> dict[str, object] | None:
        """The answer to a JSON body; None when the router refuses (4xx)."""
        return await self._twice(self._client.build_request("POST", path, json=body))

    async def close(self) -> None:
        """Ends the connections."""
        await self._client.aclose()

    async def _twice(self, request: httpx.Request) -> dict[str, object] | None:
        try:
            async for attempt in AsyncRetrying(
                retry=retry_if_exception_type(_Broken),
                stop=stop_after_attempt(ATTEMPTS),
                reraise=True,
            ):
                with attempt:
                    return await self._once(request)
        except _Broken as broken:
            raise Unavailable("router", cause=str(broken)) from broken
        raise AssertionError  # pragma: no cover -- the loop returns or raises

    async def _once(self, request: httpx.Request) -> dict[str, object] | None:
        try:
            async with asyncio.timeout(self._timeout_s):
                status, body = await self._read(request)
        except (httpx.TransportError, httpx.DecodingError, TimeoutError) as failed:
            raise _Broken(repr(failed)) from failed
        if 400 <= status < 500:
            return None
        if status != 200:
            raise _Broken(f"status {status}")  # noqa: EM102 -- the fact is the message
        return _document(body)

    async def _read(self, request: httpx.Request) -> tuple[int, bytes]:
        response = await self._client.send(request, stream=True)
        try:
            body = bytearray()
            async for part in response.aiter_bytes():
                body += part
                if len(body) > LONGEST_ANSWER_BYTES:
                    raise _Broken("answer too long")
            return response.status_code, bytes(body)
        finally:
            await response.aclose()


def _document(body: bytes) -> dict[str, object]:
    try:
        return msgspec.json.decode(body, type=dict[str, object])
    except msgspec.DecodeError as garbage:
        raise _Broken(repr(garbage)) from garbage
