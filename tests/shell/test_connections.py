"""Half requests, silence, too many connections: they end, and others are served."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import Any

import httpx
import pytest
import uvicorn
from litestar import WebSocket, get, websocket
from litestar.response import Stream
from websockets.asyncio.client import connect

from dispatch.config import Settings
from dispatch.main import server_config
from dispatch.web.app import Door, create_app
from dispatch.web.connections import LARGEST_HEAD_BYTES
from dispatch.web.doorkeeper import MOST_TOGETHER, Patience
from tests.desk_world import a_headquarters
from tests.stores import memory_stores
from tests.waits import PATIENCE_S, patiently, until

SHORT = Patience(head_s=0.3, body_s=0.3, reading_s=0.3, frames_s=0.3)


@get("/flood")
async def get_flood() -> Stream:
    """More than any buffer between us holds."""
    return Stream(b"x" * 65_536 for _ in range(1_000))


@websocket("/open", opt={"public": True})
async def stay_open(socket: WebSocket[Any, Any, Any]) -> None:
    """Says what it hears."""
    await socket.accept()
    await socket.send_text(await socket.receive_text())


@websocket("/never", opt={"public": True})
async def never_accept(socket: WebSocket[Any, Any, Any]) -> None:
    """Doesn't make up its mind."""
    async with patiently():
        await asyncio.Event().wait()


LEFT = asyncio.Queue[None]()
"""One word for each that was left."""


@websocket("/frames", opt={"public": True})
async def send_frames(socket: WebSocket[Any, Any, Any]) -> None:
    """More than any buffer between us holds, until they are gone."""
    await socket.accept()
    try:
        for _ in range(1_000):
            await socket.send_text("x" * 65_536)
    finally:
        LEFT.put_nowait(None)


@websocket("/quiet", opt={"public": True})
async def say_nothing(socket: WebSocket[Any, Any, Any]) -> None:
    """Hears until they are gone."""
    await socket.accept()
    try:
        await socket.receive_text()
    finally:
        LEFT.put_nowait(None)


@asynccontextmanager
async def serving(*, patience=SHORT, most=500, together=MOST_TOGETHER):
    """The port of the application with little patience."""
    async with server_with(patience, most, together=together) as server:
        yield port_of(server)


@asynccontextmanager
async def server_with(patience, most=500, ping_s=20, together=MOST_TOGETHER):
    """The server itself."""
    app = create_app(
        a_headquarters(memory_stores()),
        Door(),
        live=[get_flood, stay_open, never_accept, send_frames, say_nothing],
    )
    settings = Settings(connections_per_address=most)
    config = server_config(app, settings, patience=patience, room=together)
    config.port = 0
    config.ws_ping_interval = config.ws_ping_timeout = ping_s
    config.timeout_graceful_shutdown = 1
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    await until(lambda: server.started)
    yield server
    server.should_exit = True
    await running


def port_of(server):
    return server.servers[0].sockets[0].getsockname()[1]


@asynccontextmanager
async def connected(port, **named):
    """A reader and a writer, closed at the end."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, **named)
    try:
        yield reader, writer
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def end_of(reader):
    """All that is said until the other side closes."""
    async with patiently():
        with suppress(ConnectionError):
            return await reader.read()
    return b""


def crlf(*lines, body="") -> bytes:
    return "\r\n".join((*lines, "", body)).encode()


FORM = "content-type: application/x-www-form-urlencoded"
POST = ("POST /sign-in HTTP/1.1", "host: x", FORM)
HALF = {
    "nothing": b"",
    "half a head": b"GET /api/me HTTP/1.1\r\nhost: x\r\n",
    "half a line": b"GE",
    "empty lines": b"\r\n\r\n",
    "no body": crlf(*POST, "content-length: 50"),
    "half a body": crlf(*POST, "content-length: 50", body="user"),
    "half a chunk": crlf(*POST, "transfer-encoding: chunked", body="5\r\nuse"),
}


@pytest.mark.parametrize("raw", HALF.values(), ids=list(HALF))
async def test_half_a_request_is_not_waited_for(raw):
    async with serving() as port, connected(port) as (reader, writer):
        writer.write(raw)
        assert (await end_of(reader)).startswith(b"HTTP/1.1 408 ")


UPGRADE = ("GET /live HTTP/1.1", "host: x", "connection: Upgrade", "upgrade: websocket")
POSTED = ("POST /live HTTP/1.1", *UPGRADE[1:])
KEY = ("sec-websocket-version: 13", "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==")
NO_HANDSHAKE = {
    "no body": crlf(*UPGRADE, "content-length: 5"),
    "half a body": crlf(*POSTED, "content-length: 5", body="ab"),
    "a body": crlf(*POSTED, "content-length: 5", body="abcde"),
    "half a chunk": crlf(*POSTED, "transfer-encoding: chunked", body="5\r\nab"),
    "a body after a key": crlf(*UPGRADE, *KEY, "content-length: 5"),
    "no key": crlf(*UPGRADE),
    "another method": crlf("PUT /live HTTP/1.1", *UPGRADE[1:], *KEY),
    "too many headers": crlf(*UPGRADE, *KEY, *["a: b"] * 200),
    "too long a header": crlf(*UPGRADE, *KEY, f"a: {'b' * 9_000}"),
}


@pytest.mark.parametrize("raw", NO_HANDSHAKE.values(), ids=list(NO_HANDSHAKE))
async def test_upgrade_that_comes_to_nothing_is_answered_and_closed(raw):
    async with server_with(SHORT) as server, connected(port_of(server)) as (reader, writer):
        writer.write(raw)
        assert (await end_of(reader)).startswith(b"HTTP/1.1 4")
        await until(lambda: not server.server_state.connections)


async def test_handshake_that_we_do_not_finish_is_not_kept_open():
    async with serving() as port, connected(port) as (reader, writer):
        writer.write(crlf("GET /never HTTP/1.1", *UPGRADE[1:], *KEY))
        assert (await end_of(reader)).startswith(b"HTTP/1.1 408 ")


async def test_whoever_takes_no_frames_is_left():
    async with server_with(SHORT) as server, connected(port_of(server)) as (_, writer):
        writer.write(crlf("GET /frames HTTP/1.1", *UPGRADE[1:], *KEY))
        async with patiently():
            await LEFT.get()
        await until(lambda: not server.server_state.connections)


@pytest.mark.parametrize("path", ["/quiet", "/frames"])
async def test_whoever_answers_no_ping_is_left(path):
    patience = SHORT._replace(frames_s=PATIENCE_S)
    async with (
        server_with(patience, ping_s=0.2) as server,
        connected(port_of(server)) as (_, writer),
    ):
        writer.write(crlf(f"GET {path} HTTP/1.1", *UPGRADE[1:], *KEY))
        async with patiently():
            await LEFT.get()
        await until(lambda: not server.server_state.connections)


async def test_whoever_takes_frames_slowly_gets_them_all():
    async with server_with(SHORT, ping_s=0.5) as server:
        address = f"ws://127.0.0.1:{port_of(server)}/frames"
        async with patiently(), connect(address, max_queue=1) as socket:
            for taken in range(1_000):
                assert len(await socket.recv()) == 65_536
                if taken % 100 == 0:
                    await asyncio.sleep(0.05)
            await LEFT.get()


async def test_finished_handshake_stays_open():
    async with serving() as port, connect(f"ws://127.0.0.1:{port}/open") as socket:
        await asyncio.sleep(SHORT.head_s * 2)
        await socket.send("still here")
        async with patiently():
            assert await socket.recv() == "still here"


@pytest.mark.parametrize(("first", "piece"), [(b"GET / HTTP/1.1\r\na: ", b"x"), (b"", b"\r\n")])
async def test_what_trickles_in_has_one_time_for_all_of_it(first, piece):
    async with serving() as port, connected(port) as (reader, writer):
        writer.write(first)
        ended = asyncio.create_task(end_of(reader))
        async with patiently():
            while not ended.done():
                with suppress(ConnectionError):
                    writer.write(piece)
                    await writer.drain()
                await asyncio.sleep(0.02)
    assert b"408" in await ended or not await ended


async def test_second_half_request_on_one_connection_is_not_waited_for_either():
    async with serving() as port, connected(port) as (reader, writer):
        writer.write(b"GET /api/me HTTP/1.1\r\nhost: x\r\n\r\n")
        async with patiently():
            assert (await reader.readline()).startswith(b"HTTP/1.1 401 ")
        writer.write(b"GET /api/me HTTP/1.1\r\n")
        assert b"HTTP/1.1 408 " in await end_of(reader)


LONG = "a" * LARGEST_HEAD_BYTES
HEADS = (
    crlf("GET /api/me HTTP/1.1", "host: x", f"cookie: {LONG}"),
    f"GET /{LONG}".encode(),
    b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * LARGEST_HEAD_BYTES,
    crlf("POST / HTTP/1.1", f"b: {LONG}", "content-length: 3", body="abc"),
)


@pytest.mark.parametrize("raw", HEADS)
async def test_head_that_is_too_long_is_refused(raw):
    async with serving(patience=None) as port, connected(port) as (reader, writer):
        with suppress(ConnectionError):
            writer.write(raw)
            await writer.drain()
        said = await end_of(reader)
        assert said.startswith(b"HTTP/1.1 431 ") or not said


async def test_who_does_not_read_is_cut_off():
    async with (
        server_with(SHORT) as server,
        connected(port_of(server), limit=1024) as (reader, writer),
    ):
        writer.write(b"GET /flood HTTP/1.1\r\nhost: x\r\n\r\n")
        await until(lambda: server.server_state.connections)
        await until(lambda: not server.server_state.connections)
        said = await end_of(reader)
        assert len(said) < 1_000 * 65_536


async def test_one_address_has_so_many_connections_and_no_more():
    async with serving(patience=None, most=10) as port, AsyncExitStack() as stack:
        for _ in range(10):
            await stack.enter_async_context(connected(port))
        async with connected(port) as (reader, _):
            assert not await end_of(reader)
        await stack.aclose()
        url = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient(base_url=url, timeout=PATIENCE_S) as client:
            assert await _soon(client) == 401


async def _soon(client):
    """The status once the closed connections are counted out."""
    async with patiently():
        while True:
            with suppress(httpx.TransportError):
                return (await client.get("/api/me")).status_code
            await asyncio.sleep(0.02)


async def test_request_answered_before_its_body_hears_nothing_more():
    async with serving() as port, connected(port) as (reader, writer):
        writer.write(crlf("POST /api/sign-in HTTP/1.1", "host: x", "content-length: 50"))
        said = await end_of(reader)
    assert said.startswith(b"HTTP/1.1 4")
    assert said.count(b"HTTP/1.1") == 1


async def test_silent_connections_make_room_for_who_asks():
    async with serving(patience=None, together=10) as port, AsyncExitStack() as stack:
        for _ in range(30):
            await stack.enter_async_context(connected(port))
        url = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient(base_url=url, timeout=PATIENCE_S) as client:
            assert (await client.get("/api/me")).status_code == 401


async def test_open_websockets_stay_while_silent_connections_make_room():
    async with (
        serving(patience=None, together=4) as port,
        connect(f"ws://127.0.0.1:{port}/open") as socket,
        AsyncExitStack() as stack,
    ):
        for _ in range(12):
            await stack.enter_async_context(connected(port))
        await socket.send("still here")
        async with patiently():
            assert await socket.recv() == "still here"
