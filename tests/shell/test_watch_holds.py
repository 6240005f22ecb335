"""Holds expire by the clock alone, also after the program was away."""

import asyncio
from dataclasses import replace as rewired

import pytest

from dispatch.kernel import Refused, Unavailable
from dispatch.transfer.decide_bed import hold_expires_at
from dispatch.transfer.stage import Stage
from dispatch.watch import holds
from tests.desk_world import World
from tests.waits import until


async def at_the_end_of_its_hold(world: World) -> str:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    ends_at = hold_expires_at(await world.transfer(transfer_id))
    assert ends_at is not None
    world.clock.now_at = ends_at
    return transfer_id


async def test_hold_is_freed_when_its_time_is_over(world: World) -> None:
    await at_the_end_of_its_hold(world)
    await holds.look(world.hq)
    assert await world.held() == 0


async def test_hold_is_freed_once(world: World) -> None:
    await at_the_end_of_its_hold(world)
    await holds.look(world.hq)
    await holds.look(world.hq)
    assert (await world.names()).count("transfer.bed-hold-expired") == 1


async def test_hold_stays_until_its_time(world: World) -> None:
    await at_the_end_of_its_hold(world)
    world.clock.forward(-1)
    await holds.look(world.hq)
    assert await world.held() == 1


async def test_refusal_ends_no_look(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await at_the_end_of_its_hold(world)

    async def refuse(*_: object) -> None:
        raise Refused("not_at_this_stage")

    monkeypatch.setattr(holds, "expire_hold", refuse)
    await holds.look(world.hq)
    assert await world.held() == 1


async def test_failing_database_ends_no_watch(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await at_the_end_of_its_hold(world)
    failing, works = world.hq.log.read_board, asyncio.Event()

    async def fail_once() -> object:
        if not works.is_set():
            works.set()
            raise Unavailable("database")
        return await failing()

    monkeypatch.setattr(world.hq.log, "read_board", fail_once)
    monkeypatch.setattr(holds, "EVERY_S", 0.01)
    task = asyncio.create_task(holds.run(rewired(world.hq)))

    async def expired() -> bool:
        return "transfer.bed-hold-expired" in await world.names()

    await until(expired)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
