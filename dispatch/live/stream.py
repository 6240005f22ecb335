"""The websocket of the live board: hello, then frames until somebody leaves.

The handshake is guarded here because a browser sends the cookie from any page: the Origin must
be ours. The session is looked at again every few seconds while the socket is open. Nobody is
served from memory when the log has not been read for too long: the socket closes, and the
screen, which knows, tries again.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import msgspec
from litestar import WebSocket, websocket
from litestar.exceptions import WebSocketDisconnect
from litestar.handlers import WebsocketRouteHandler

from dispatch.desk import Headquarters
from dispatch.desk.sign_in import SignedIn, read_session
from dispatch.identity import Role
from dispatch.kernel import Unavailable
from dispatch.live.hub import Hub, Listener, encode
from dispatch.live.wire import ClientFrame, Closing, Hello, Pong

HEARTBEAT_S = 2.0
SESSION_CHECK_S = 4.0
HELLO_WITHIN_S = 5.0

HELLO_AGAIN_EVERY_S = 2.0
"""A socket starts again no more often (proposed: as often as it hears that nothing is new)."""

Socket = WebSocket[Any, Any, Any]

NOT_SIGNED_IN = 4401
NOT_ALLOWED = 4403
NOT_UNDERSTOOD = 1003
TRY_AGAIN = 1013

_frames: msgspec.json.Decoder[ClientFrame] = msgspec.json.Decoder(ClientFrame)


class Leave(Exception):  # noqa: N818 -- the end of a conversation
    """Close the socket with this code, saying why first when there is a reason."""

    def __init__(self, close_code: int, reason: str | None = None) -> None:
        self.close_code = close_code
        self.reason = reason


def live_route(
    hq: Headquarters,
    hub: Hub,
    *,
    token_of: Callable[[Socket], str | None],
    is_our_origin: Callable[[str | None, str | None], bool],
) -> WebsocketRouteHandler:
    """The websocket route ``/live``. ``token_of`` reads the session's token off a handshake,
    ``is_our_origin`` gets its Origin and Host headers.
    """

    @websocket("/live", opt={"public": True})
    async def live(socket: Socket) -> None:
        headers = socket.headers
        token = token_of(socket)
        try:
            signed_in = await read_session(hq, token) if token else None
        except Unavailable:
            await socket.accept()
            await socket.close(TRY_AGAIN)
            return
        ours = is_our_origin(headers.get("origin"), headers.get("host"))
        if not ours or signed_in is None or signed_in.actor.role is Role.ADMIN:
            await socket.accept()
            code = NOT_ALLOWED if signed_in is not None or not ours else NOT_SIGNED_IN
            await socket.close(code)
            return
        assert token is not None
        await socket.accept()
        await _converse(socket, hub, _Session(hq, token, signed_in))

    return live


class _Session:
    """The session behind a socket, looked at again while it is open."""

    def __init__(self, hq: Headquarters, token: str, signed_in: SignedIn) -> None:
        self.hq = hq
        self.token = token
        self.actor = signed_in.actor

    async def watch(self) -> None:
        """Leaves when the session is over or its person changed role or place."""
        while True:
            await asyncio.sleep(SESSION_CHECK_S)
            try:
                now = await read_session(self.hq, self.token)
            except Unavailable:
                continue
            if now is None or now.actor != self.actor:
                raise Leave(NOT_SIGNED_IN, "session_over")


async def _converse(socket: Socket, hub: Hub, session: _Session) -> None:
    listener, again = Listener(session.actor), _Again()
    try:
        hello = await _hello(socket)
        _require_truth(hub)
        listener.begin(await hub.welcome(listener, hello.last_seen))
        with hub.listening(listener):
            async with asyncio.TaskGroup() as group:
                group.create_task(_send(socket, listener))
                group.create_task(_beat(socket, hub))
                group.create_task(_receive(socket, hub, again))
                group.create_task(_begin_again(hub, listener, again))
                group.create_task(session.watch())
    except* Leave as left:
        await _close(socket, _first(left))
    except* Unavailable:
        await _close(socket, Leave(TRY_AGAIN))
    except* WebSocketDisconnect:
        pass


def _first(group: BaseExceptionGroup[Leave]) -> Leave:
    found = group.exceptions[0]
    return found if isinstance(found, Leave) else _first(found)


async def _close(socket: Socket, left: Leave) -> None:
    if left.reason is not None:
        await socket.send_data(encode(Closing(left.reason)), mode="text")
    await socket.close(left.close_code)


async def _hello(socket: Socket) -> Hello:
    try:
        async with asyncio.timeout(HELLO_WITHIN_S):
            frame = _understood(await socket.receive_text())
    except TimeoutError:
        raise Leave(NOT_UNDERSTOOD) from None
    if not isinstance(frame, Hello):
        raise Leave(NOT_UNDERSTOOD)
    return frame


def _understood(text: str) -> ClientFrame:
    try:
        return _frames.decode(text)
    except (msgspec.DecodeError, RecursionError):
        raise Leave(NOT_UNDERSTOOD) from None


def _require_truth(hub: Hub) -> None:
    if hub.last_read.is_lost:
        raise Leave(TRY_AGAIN)


async def _send(socket: Socket, listener: Listener) -> None:
    while (frame := await listener.frames.get()) is not None:
        await socket.send_data(frame, mode="text")
    raise Leave(TRY_AGAIN)


async def _beat(socket: Socket, hub: Hub) -> None:
    """Whatever else is sent: other frames don't say how old the truth is."""
    while True:
        await asyncio.sleep(HEARTBEAT_S)
        _require_truth(hub)
        await socket.send_data(encode(hub.heartbeat()), mode="text")


class _Again:
    """The last hello that waits for its answer: earlier ones asked for less."""

    def __init__(self) -> None:
        self._waiting: Hello | None = None
        self._asked = asyncio.Event()

    def ask(self, hello: Hello) -> None:
        """In place of one that is still waiting."""
        self._waiting = hello
        self._asked.set()

    async def next(self) -> Hello:
        """The last one, once there is one."""
        await self._asked.wait()
        self._asked.clear()
        assert self._waiting is not None
        return self._waiting


async def _begin_again(hub: Hub, listener: Listener, again: _Again) -> None:
    """Another hello means the screen missed something. One is dear to answer, so that many
    are answered together.
    """
    while True:
        hello = await again.next()
        _require_truth(hub)
        listener.begin(await hub.welcome(listener, hello.last_seen))
        await asyncio.sleep(HELLO_AGAIN_EVERY_S)


async def _receive(socket: Socket, hub: Hub, again: _Again) -> None:
    """Pings are answered at once, another hello in its turn."""
    while True:
        frame = _understood(await socket.receive_text())
        if isinstance(frame, Hello):
            again.ask(frame)
            continue
        pong = Pong(sent_ms=frame.sent_ms, server_at=hub.now())
        await socket.send_data(encode(pong), mode="text")
