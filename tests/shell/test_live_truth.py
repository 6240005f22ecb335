"""A screen knows how old its board is, and nobody is served from memory for long."""

import asyncio
from datetime import timedelta

import msgspec
import pytest

from dispatch.desk.read_board import read_changes
from dispatch.kernel import Unavailable
from dispatch.live import hub as room
from dispatch.live.health import readiness
from dispatch.live.hub import Hub, Listener
from dispatch.live.truth import LOST_AFTER_S, OLD_AFTER_S, LastRead
from dispatch.telemetry import Outages
from tests.builders import NOON, dispatcher
from tests.shell.test_live_socket import closing_code, frames_of, live
from tests.waits import patiently


class Steady:
    def __init__(self):
        self.at_s = 100.0

    def __call__(self):
        return self.at_s


@pytest.fixture
def steady():
    return Steady()


@pytest.fixture
async def hub(world, steady):
    made = Hub(world.hq, LastRead(steady))
    await made.start()
    return made


@pytest.fixture
def cut_off(monkeypatch):
    """From now on the database can't be read by whoever tells the news."""

    async def nothing(*_):
        raise Unavailable("database")

    return lambda: monkeypatch.setattr(room, "read_changes", nothing)


def age_of(frame):
    return frame.server_at - frame.read_at


async def test_every_numbered_frame_says_when_the_log_was_read(world, hub, steady):
    steady.at_s += 3.5
    assert hub.heartbeat().server_at == NOON
    ages = {age_of(frame).total_seconds() for frame in (hub.heartbeat(), _snapshot(hub))}
    assert ages == {3.5}
    await world.opened()
    await hub._tell_news()
    first, _ = await hub.welcome(Listener(dispatcher()), 0)
    news = msgspec.json.decode(first)
    assert news["type"] == "news"
    assert news["read_at"] == news["server_at"]


def _snapshot(hub):
    return hub.snapshot(dispatcher())


async def test_log_that_says_nothing_new_was_read_all_the_same(hub, steady):
    steady.at_s += 30
    await hub._tell_news()
    assert hub.last_read.age_s == 0


async def test_what_was_read_is_as_old_as_its_question(hub, steady, monkeypatch):
    reading = read_changes

    async def slow(*told):
        found = await reading(*told)
        steady.at_s += 6
        return found

    monkeypatch.setattr(room, "read_changes", slow)
    await hub._tell_news()
    assert hub.last_read.age_s == 6


async def test_failed_reading_leaves_the_truth_as_old_as_it_is(hub, steady, cut_off):
    cut_off()
    steady.at_s += OLD_AFTER_S + 1
    with pytest.raises(Unavailable):
        await hub._tell_news()
    assert hub.last_read.is_old
    assert not hub.last_read.is_lost


async def test_clock_that_is_set_makes_no_truth_older(world, hub):
    world.clock.forward(120)
    assert age_of(hub.heartbeat()).total_seconds() == pytest.approx(0)
    world.clock.forward(-240)
    assert age_of(hub.heartbeat()).total_seconds() == pytest.approx(0)


@pytest.mark.parametrize(
    ("age_s", "truth"),
    [
        (OLD_AFTER_S, "current"),
        (OLD_AFTER_S + 0.1, "old"),
        (LOST_AFTER_S, "old"),
        (LOST_AFTER_S + 0.1, "lost"),
    ],
)
async def test_readiness_is_what_screens_are_told(hub, steady, age_s, truth):
    steady.at_s += age_s
    found = readiness(hub)
    assert (found.truth, found.is_ready) == (truth, truth == "current")
    assert found.age_s == pytest.approx(age_s, abs=0.06)


def test_board_that_was_never_read_is_not_ready(world):
    found = readiness(Hub(world.hq))
    assert (found.is_ready, found.truth, found.age_s) == (False, "lost", None)


async def test_health_needs_no_session_and_tells_the_same_truth(served, cut_off):
    async with served.anybody() as anybody:
        ready = await anybody.get("/health/ready")
        assert (ready.status_code, ready.json()["truth"]) == (200, "current")
        cut_off()
        served.steady.ahead_s += OLD_AFTER_S + 1
        ready = await anybody.get("/health/ready")
        assert (ready.status_code, ready.json()["truth"]) == (503, "old")
        assert (await anybody.get("/health/live")).status_code == 200


async def test_heartbeats_come_also_while_other_frames_do(served, cut_off):
    central = await served.client("central")
    async with live(served, central) as socket:
        await socket.send('{"type": "hello"}')
        await frames_of(socket, "snapshot")
        for _ in range(30):
            await socket.send('{"type": "ping", "sent_ms": 1}')
            await asyncio.sleep(0.1)
        assert (await frames_of(socket, "heartbeat"))["read_at"]


async def test_socket_closes_when_the_truth_is_lost_and_opens_again_with_it(
    served, monkeypatch
):
    central = await served.client("central")
    with monkeypatch.context() as cut:

        async def nothing(*_):
            raise Unavailable("database")

        cut.setattr(room, "read_changes", nothing)
        async with live(served, central) as socket:
            await socket.send('{"type": "hello"}')
            await frames_of(socket, "snapshot")
            served.steady.ahead_s += LOST_AFTER_S + 1
            assert await closing_code(socket) == 1013
        async with live(served, central) as socket:
            await socket.send('{"type": "hello"}')
            assert await closing_code(socket) == 1013
    async with patiently():
        while True:
            async with live(served, central) as socket:
                await socket.send('{"type": "hello"}')
                if await _first_type(socket) == "snapshot":
                    return


async def _first_type(socket):
    try:
        return (await frames_of(socket, "snapshot"))["type"]
    except Exception:  # noqa: BLE001 -- closed: not yet
        return None


async def test_failing_session_is_try_again_and_not_forbidden(served, monkeypatch):
    central = await served.client("central")

    async def failing(*_):
        raise Unavailable("database")

    monkeypatch.setattr("dispatch.live.stream.read_session", failing)
    async with live(served, central) as socket:
        assert await closing_code(socket) == 1013


async def test_heartbeat_tells_since_when_a_loop_of_ours_fails(hub, world, monkeypatch):
    monkeypatch.setattr(Outages, "defects_for_s", {"planner": 90.0})
    (told,) = hub.heartbeat().defects
    assert (told.room, told.since_at) == ("planner", NOON - timedelta(seconds=90))
