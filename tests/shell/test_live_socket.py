"""The live board over a real websocket on loopback."""

import json

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from dispatch.kernel import Unavailable
from dispatch.live import stream
from dispatch.live.hub import Hub
from tests.shell.test_http_guards import a_request, post
from tests.waits import patiently


async def frames_of(socket, kind):
    async with patiently():
        while True:
            frame = json.loads(await socket.recv())
            if frame["type"] == kind:
                return frame


async def closing_code(socket):
    async with patiently():
        while True:
            try:
                await socket.recv()
            except ConnectionClosed as closed:
                return closed.rcvd.code if closed.rcvd else None


def live(served, client, **headers):
    cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    return connect(
        served.url.replace("http", "ws") + "/live",
        additional_headers={"Cookie": cookie, **headers},
    )


async def test_hello_gets_a_snapshot_and_then_numbered_news(served):
    central, calella = await served.client("central"), await served.client("calella")
    async with live(served, central) as socket:
        await socket.send('{"type": "hello"}')
        snapshot = await frames_of(socket, "snapshot")
        await post(calella, "/api/transfers", a_request(patient_reference="n"), key="news-key")
        news = await frames_of(socket, "news")
    assert news["after"] == snapshot["seq"]
    assert [event["name"] for event in news["events"]] == [
        "transfer.requested",
        "transfer.hospitals-proposed",
    ]


async def test_a_client_resumes_with_what_it_missed(served):
    central, calella = await served.client("central"), await served.client("calella")
    async with live(served, central) as socket:
        await socket.send('{"type": "hello"}')
        seen = (await frames_of(socket, "snapshot"))["seq"]
    await post(calella, "/api/transfers", a_request(patient_reference="m"), key="missed-k")
    async with live(served, central) as socket:
        await socket.send(json.dumps({"type": "hello", "last_seen": seen}))
        news = await frames_of(socket, "news")
    assert news["after"] == seen
    assert len(news["transfers"]) == 1


async def test_a_number_from_another_life_gets_a_snapshot(served):
    central = await served.client("central")
    async with live(served, central) as socket:
        await socket.send('{"type": "hello", "last_seen": 999999}')
        assert (await frames_of(socket, "snapshot"))["seq"] < 999999


async def test_silence_is_filled_with_heartbeats(served):
    central = await served.client("central")
    async with live(served, central) as socket:
        await socket.send('{"type": "hello"}')
        assert (await frames_of(socket, "heartbeat"))["server_at"]


async def test_ping_comes_back_with_the_servers_clock(served):
    central = await served.client("central")
    async with live(served, central) as socket:
        await socket.send('{"type": "hello"}')
        await socket.send('{"type": "ping", "sent_ms": 12.5}')
        assert (await frames_of(socket, "pong"))["sent_ms"] == 12.5


async def test_a_stranger_sees_nothing_of_it(served):
    stranger, calella = await served.client("uci-vall-hebron"), await served.client("calella")
    async with live(served, stranger) as socket:
        await socket.send('{"type": "hello"}')
        await frames_of(socket, "snapshot")
        await post(calella, "/api/transfers", a_request(patient_reference="s"), key="secret-k")
        news = await frames_of(socket, "news")
    assert (news["transfers"], news["events"], news["units"]) == ([], [], [])


async def test_a_foreign_origin_is_turned_away(served):
    central = await served.client("central")
    async with live(served, central, Origin="https://evil.example") as socket:
        assert await closing_code(socket) == 4403


async def test_without_a_session_the_door_stays_shut(served):
    async with connect(served.url.replace("http", "ws") + "/live") as socket:
        assert await closing_code(socket) == 4401


async def test_database_that_is_away_before_the_handshake_is_to_be_tried_again(
    served, monkeypatch
):
    central = await served.client("central")

    async def away(token_hash):
        raise Unavailable("database")

    monkeypatch.setattr(served.world.hq.people, "find_session", away)
    async with live(served, central) as socket:
        assert await closing_code(socket) == 1013


async def test_an_ended_session_closes_its_open_socket(served):
    central = await served.client("central")
    async with live(served, central) as socket:
        await socket.send('{"type": "hello"}')
        await frames_of(socket, "snapshot")
        await central.post("/api/sign-out")
        assert await closing_code(socket) == 4401


@pytest.mark.parametrize(
    "first", ["not json", "[]", '{"type": "ping", "sent_ms": 1}', '{"type": "x"}', "[" * 5000]
)
async def test_anything_but_hello_first_is_not_understood(served, first):
    central = await served.client("central")
    async with live(served, central) as socket:
        await socket.send(first)
        assert await closing_code(socket) == 1003


async def test_a_frame_beyond_the_limit_is_cut_off(served):
    central = await served.client("central")
    async with live(served, central) as socket:
        await socket.send('{"type": "hello"}')
        await socket.send("x" * 70_000)
        assert await closing_code(socket) == 1009


async def test_another_hello_starts_again_on_the_same_socket(served):
    central, calella = await served.client("central"), await served.client("calella")
    async with live(served, central) as socket:
        await socket.send('{"type": "hello"}')
        await frames_of(socket, "snapshot")
        await post(calella, "/api/transfers", a_request(patient_reference="g"), key="again-k1")
        seq = (await frames_of(socket, "news"))["seq"]
        await socket.send('{"type": "hello", "last_seen": 0}')
        news = await frames_of(socket, "news")
        assert (news["after"], news["seq"]) == (0, seq)
        await socket.send('{"type": "hello"}')
        assert (await frames_of(socket, "snapshot"))["seq"] == seq


async def test_many_hellos_are_answered_together_and_the_last_is_not_lost(served, monkeypatch):
    monkeypatch.setattr(stream, "HELLO_AGAIN_EVERY_S", 0.5)
    welcome = Hub.welcome
    welcomes: list[object] = []

    async def counted(*arguments):
        welcomes.append(arguments)
        return await welcome(*arguments)

    monkeypatch.setattr(Hub, "welcome", counted)
    central = await served.client("central")
    async with live(served, central) as socket:
        for _ in range(200):
            await socket.send('{"type": "hello"}')
        await socket.send('{"type": "hello", "last_seen": 0}')
        assert (await frames_of(socket, "news"))["after"] == 0
    assert 2 <= len(welcomes) < 100


async def test_ping_is_answered_while_a_hello_waits(served, monkeypatch):
    monkeypatch.setattr(stream, "HELLO_AGAIN_EVERY_S", 3600)
    central = await served.client("central")
    async with live(served, central) as socket:
        for _ in range(3):
            await socket.send('{"type": "hello"}')
        await socket.send('{"type": "ping", "sent_ms": 7}')
        assert (await frames_of(socket, "pong"))["sent_ms"] == 7
