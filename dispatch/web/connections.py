"""Connections end: a request that doesn't arrive, a reader that doesn't read, too many of one.

The server waits for ever for the rest of a head or a body, takes heads of any length and any
number of connections. Both of its protocols are extended here, as it allows.
"""

import asyncio
from collections.abc import Callable
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from dispatch.web.doorkeeper import Doorkeeper

LARGEST_HEAD_BYTES = 16 * 1024
"""Address and headers of one request; ours are a tenth of it."""

_NO_HANDSHAKE = b"400 Bad Request"
_TOO_SLOW = b"408 Request Timeout"
_TOO_LARGE = b"431 Request Header Fields Too Large"


class CutOffUnread(asyncio.Protocol):
    """Whoever reads slower than we say has ``reading_s`` to catch up, or is cut off."""

    loop: asyncio.AbstractEventLoop
    transport: Any
    reading_s: float
    _reading: asyncio.TimerHandle | None = None

    def pause_writing(self) -> None:
        """They read slower than we say."""
        super().pause_writing()
        if self._reading is None:
            self._reading = self.loop.call_later(self.reading_s, self.transport.abort)

    def resume_writing(self) -> None:
        """They read on."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        super().resume_writing()


class GuardedHttp(CutOffUnread, HttpToolsProtocol):
    """A connection with deadlines: for the head, for the body, for reading what we say."""

    def __init__(self, keeper: Doorkeeper, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._keeper = keeper
        self._deadline: asyncio.TimerHandle | None = None
        self.reading_s = keeper.patience.reading_s
        self._head_bytes = 0
        self._is_in_head = True
        self._is_in_body = False
        self._is_over = False

    def connection_made(self, transport: Any) -> None:
        """Let in, with the time for a first request running; or shut at once."""
        super().connection_made(transport)
        if not self._keeper.enter(self, self.client[0] if self.client else "-"):
            self._is_over = True
            transport.abort()
            return
        self._expect(self._keeper.patience.head_s)

    def connection_lost(self, exc: Exception | None) -> None:
        """One less from there."""
        self._expect(None)
        self.resume_writing()
        self._keeper.leave(self)
        super().connection_lost(exc)

    def keeps_us_waiting(self) -> bool:
        """Between two requests, or in the middle of one that is not here yet."""
        return self._is_in_body or self._is_answered()

    def cut_off(self) -> None:
        """Somebody else needs the room."""
        self._is_over = True
        self._expect(None)
        self.transport.abort()

    def data_received(self, data: bytes) -> None:
        """More of a request. A head too long is refused, and what trickles in has its time."""
        if self._is_over:
            return
        if self._is_in_head:
            self._head_bytes += len(data)
        super().data_received(data)
        if self._is_in_head and self._head_bytes > LARGEST_HEAD_BYTES:
            self._refuse(_TOO_LARGE)
        elif self._deadline is None and self._is_idle():
            self._expect(self._keeper.patience.head_s)

    def on_message_begin(self) -> None:
        """A head begins."""
        super().on_message_begin()
        self._is_in_head = True
        if self._deadline is None:
            self._expect(self._keeper.patience.head_s)

    def on_headers_complete(self) -> None:
        """The head is here; the time for the body begins."""
        length = len(self.url) + sum(len(name) + len(value) for name, value in self.headers)
        self._is_in_head, self._head_bytes = False, 0
        if length > LARGEST_HEAD_BYTES:
            self._refuse(_TOO_LARGE)
            return
        super().on_headers_complete()
        self._is_in_body = True
        self._expect(self._keeper.patience.body_s)

    def on_body(self, body: bytes) -> None:
        """A part of the body."""
        if not self._is_over:
            super().on_body(body)

    def on_message_complete(self) -> None:
        """The body is here: the rest is up to us."""
        if self._is_over:
            return
        self._is_in_body, self._is_in_head = False, True
        self._expect(None)
        super().on_message_complete()

    def handle_websocket_upgrade(self) -> None:
        """From here on the websocket counts for this connection."""
        self._expect(None)
        self._is_over = True
        self._keeper.leave(self)
        super().handle_websocket_upgrade()

    def _is_answered(self) -> bool:
        # None before the first request, whatever its type says.
        cycle = cast("RequestResponseCycle | None", self.cycle)
        return cycle is None or bool(cycle.response_complete)

    def _is_idle(self) -> bool:
        return self._is_answered() and not self._is_in_body and not self._is_over

    def _expect(self, within_s: float | None) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        call: Callable[..., asyncio.TimerHandle] = self.loop.call_later
        self._deadline = None if within_s is None else call(within_s, self._late)

    def _late(self) -> None:
        self._deadline = None
        self._refuse(_TOO_SLOW)

    def _refuse(self, status: bytes) -> None:
        """Says why where nothing was said yet, and closes."""
        if self._is_over:
            return
        self._is_over = True
        self._expect(None)
        if self._is_silent():
            self.transport.write(_closing_with(status))
        self.transport.close()

    def _is_silent(self) -> bool:
        """Whether nothing was said on this request: one is answered before its body is here."""
        if self._is_answered():
            return not self._is_in_body
        return not self.cycle.response_started


class GuardedSocket(CutOffUnread, WebSocketsSansIOProtocol):
    """A websocket counts among the connections of its address, and its handshake has the time
    of a head: the protocol itself waits for ever where one comes to nothing, and for whoever
    takes no frames: it closes in order, which ends when they have read everything.
    """

    def __init__(self, keeper: Doorkeeper, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._keeper = keeper
        self._deadline: asyncio.TimerHandle | None = None
        self.reading_s = keeper.patience.frames_s

    def connection_made(self, transport: Any) -> None:
        """Let in, with the time for a handshake running; or shut at once."""
        super().connection_made(transport)
        if not self._keeper.enter(self, self.client[0] if self.client else "-"):
            transport.abort()
            return
        self._deadline = self.loop.call_later(self._keeper.patience.head_s, self._late)

    def connection_lost(self, exc: Exception | None) -> None:
        """One less from there."""
        if self._deadline is not None:
            self._deadline.cancel()
        self.resume_writing()
        self._keeper.leave(self)
        super().connection_lost(exc)

    def keeps_us_waiting(self) -> bool:
        """Whether its handshake has come to nothing so far."""
        return not self.handshake_initiated

    def cut_off(self) -> None:
        """Somebody else needs the room."""
        self.transport.abort()

    def keepalive_timeout(self) -> None:
        """They answer no ping: nothing of what waits for them will be read."""
        super().keepalive_timeout()
        self.transport.abort()

    def data_received(self, data: bytes) -> None:
        """What is no handshake is answered: the protocol falls silent on it."""
        super().data_received(data)
        if self.conn.handshake_exc is not None and not self.handshake_complete:
            self._refuse(_NO_HANDSHAKE)

    def _late(self) -> None:
        if not self.handshake_complete:
            self._refuse(_TOO_SLOW)

    def _refuse(self, status: bytes) -> None:
        if not self.transport.is_closing():
            self.transport.write(_closing_with(status))
        self.transport.close()


def _closing_with(status: bytes) -> bytes:
    return b"HTTP/1.1 " + status + b"\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
