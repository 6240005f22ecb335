"""The live board of one process: who gets what, who is cut off, what it survives."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace as rewired

import msgspec
import pytest

from dispatch.desk.read_board import read_changes, read_positions
from dispatch.desk.record_positions import record_positions
from dispatch.fleet import Position
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import Unavailable, UnitId
from dispatch.live import hub as room
from dispatch.live.hub import QUEUE_FRAMES, Hub, Listener, encode
from dispatch.store.entry import Command
from dispatch.transfer.cut import cut
from dispatch.transfer.stage import Stage
from tests.builders import NOON, analyst, crew, dispatcher, intensivist
from tests.waits import patiently

BY_US = Command(HEADQUARTERS)


def read(frame):
    return msgspec.json.decode(frame)


async def next_frame(listener, kind):
    async with patiently():
        while True:
            frame = read(await listener.frames.get())
            if frame["type"] == kind:
                return frame


@asynccontextmanager
async def running(hub):
    following = asyncio.create_task(hub.run())
    await asyncio.sleep(0.05)
    yield
    following.cancel()
    await asyncio.gather(following, return_exceptions=True)


@pytest.fixture
async def hub(world):
    made = Hub(world.hq)
    await made.start()
    return made


async def test_equal_eyes_get_the_same_bytes(world, hub):
    listeners = [Listener(dispatcher()), Listener(dispatcher())]
    async with running(hub):
        with hub.listening(listeners[0]), hub.listening(listeners[1]):
            await world.opened()
            async with patiently():
                frames = [await listener.frames.get() for listener in listeners]
    assert frames[0] is frames[1]


async def test_listener_that_left_gets_nothing_more(world, hub):
    listener = Listener(dispatcher())
    async with running(hub):
        with hub.listening(listener):
            pass
        await world.opened()
        await asyncio.sleep(0.05)
    assert listener.frames.empty()


def test_listener_too_slow_is_cut_off():
    listener = Listener(dispatcher())
    for _ in range(QUEUE_FRAMES + 1):
        listener.put(b"{}")
    assert listener.frames.qsize() == 1
    assert listener.frames.get_nowait() is None


async def test_welcome_resumes_with_the_events_missed(world, hub):
    await world.brought_to(Stage.ACCEPTED)
    await hub.start()
    first, positions = await hub.welcome(Listener(dispatcher()), 2)
    news = read(first)
    assert (news["type"], news["after"], news["seq"]) == ("news", 2, hub.seq)
    assert [event["seq"] for event in news["events"]] == list(range(3, hub.seq + 1))
    assert read(positions) == {"type": "positions", "positions": []}


async def test_nobody_resumes_over_a_fleet_that_the_data_changed(world):
    await world.brought_to(Stage.ASKED)
    anew = Hub(rewired(world.hq, starts_anew=True))
    await anew.start()
    first, _ = await anew.welcome(Listener(dispatcher()), anew.seq)
    assert read(first)["type"] == "snapshot"
    seen = anew.seq
    await world.opened("NHC 2")
    await anew._tell_news()
    first, _ = await anew.welcome(Listener(dispatcher()), seen + 1)
    assert read(first)["type"] == "news"


async def test_welcome_waits_for_a_store_that_lags_behind(world, hub, monkeypatch):
    await world.opened()
    await hub.start()
    answers = iter([0, 0, hub.seq])

    async def lagging(hq, command, after):
        changes = await read_changes(hq, command, after)
        return msgspec.structs.replace(changes, seq=next(answers))

    monkeypatch.setattr(room, "read_changes", lagging)
    first, _ = await hub.welcome(Listener(dispatcher()), 0)
    assert read(first)["seq"] == hub.seq


@pytest.mark.parametrize("last_seen", [None, -1, 10_000])
async def test_welcome_without_a_known_number_is_a_snapshot(world, hub, last_seen):
    await world.opened()
    await hub.start()
    first, _ = await hub.welcome(Listener(dispatcher()), last_seen)
    assert read(first)["type"] == "snapshot"


async def test_whoever_comes_again_and_again_is_cut_out_of_the_board_once(
    world, hub, monkeypatch
):
    await world.brought_to(Stage.ASSIGNED)
    await hub.start()
    cuts = []

    def counted(*arguments, **named):
        cuts.append(arguments)
        return cut(*arguments, **named)

    monkeypatch.setattr(room, "cut", counted)
    for _ in range(20):
        await hub.welcome(Listener(intensivist("mataro")), None)
    assert len(cuts) == 2  # the rows, and whose positions
    await world.opened("NHC 2")
    await hub._tell_news()
    await hub.welcome(Listener(intensivist("mataro")), None)
    assert len(cuts) == 4


async def test_snapshot_kept_for_equal_eyes_is_the_one_of_now_and_names_each_person(world, hub):
    other = msgspec.structs.replace(dispatcher(), person_id="another", name="Another")
    for stage in ("NHC 1", "NHC 2"):
        await world.opened(stage)
        await hub._tell_news()
        for person in (dispatcher(), other, intensivist("mataro"), crew("SVA-01")):
            first, _ = await hub.welcome(Listener(person), None)
            now = read(encode(hub.snapshot(person)))
            assert {**read(first), "read_at": now["read_at"]} == now
            assert now["you"]["name"] == person.name


async def test_who_missed_too_much_gets_a_snapshot(world, hub, monkeypatch):
    monkeypatch.setattr(room, "RESUME_EVENTS", 1)
    await world.brought_to(Stage.ASKED)
    await hub.start()
    first, _ = await hub.welcome(Listener(dispatcher()), 0)
    assert read(first)["type"] == "snapshot"


async def test_positions_reach_only_those_who_see_the_unit(world, hub):
    own, other, centre = Listener(crew("SVA-01")), Listener(crew("SVA-02")), Listener(analyst())
    async with running(hub):
        with hub.listening(own), hub.listening(other), hub.listening(centre):
            seen = Position(UnitId("SVA-01"), 41.5, 2.4, NOON)
            await record_positions(world.hq, BY_US, (seen,))
            for listener in (own, centre):
                frame = await next_frame(listener, "positions")
                assert [each["unit_id"] for each in frame["positions"]] == ["SVA-01"]
    assert other.frames.empty()


async def test_unit_of_a_transfer_seen_is_seen_by_its_doctor(world, hub):
    await world.brought_to(Stage.ASSIGNED)
    await hub.start()
    receiving = hub.snapshot(intensivist("mataro"))
    stranger = hub.snapshot(intensivist("vall-hebron"))
    assert [unit.unit_id for unit in receiving.units] == ["SVA-01"]
    assert (stranger.units, stranger.transfers) == ((), ())


async def test_failing_database_is_waited_for(world, hub, monkeypatch):
    failing = True

    async def of_changes(*args):
        if failing:
            raise Unavailable("database")
        return await read_changes(*args)

    async def of_positions(*args):
        if failing:
            raise Unavailable("database")
        return await read_positions(*args)

    monkeypatch.setattr(room, "read_changes", of_changes)
    monkeypatch.setattr(room, "read_positions", of_positions)
    monkeypatch.setattr(room, "POSITIONS_EVERY_S", 0.01)
    listener = Listener(dispatcher())
    async with running(hub):
        with hub.listening(listener):
            await world.opened("NHC 1")
            await asyncio.sleep(0.05)
            assert listener.frames.empty()
            failing = False
            await world.opened("NHC 2")
            news = await next_frame(listener, "news")
    assert news["after"] == 0
    assert len(news["transfers"]) == 2


async def test_closed_transfer_leaves_every_screen(world, hub):
    transfer_id = await world.brought_to(Stage.ARRIVED)
    await hub.start()
    listener = Listener(dispatcher())
    async with running(hub):
        with hub.listening(listener):
            await world._go_to(Stage.HANDED_OVER, transfer_id, "SVA-01")
            news = await next_frame(listener, "news")
    assert news["gone"] == [transfer_id]
    assert hub.snapshot(dispatcher()).transfers == ()
