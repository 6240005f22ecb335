"""The watcher of pre-alerts, on a clock that the test moves."""

import asyncio
from dataclasses import replace as rewired

import pytest

from dispatch.desk.expire_pre_alert import expire_pre_alert
from dispatch.desk.raise_pre_alert import raise_pre_alert
from dispatch.kernel import Refused, Unavailable
from dispatch.watch import looking, pre_alerts
from tests.builders import crew
from tests.desk_world import World, by
from tests.pre_alert_builders import FAST, a_report
from tests.waits import until


async def raised(world: World) -> None:
    await raise_pre_alert(world.hq, by(crew()), a_report(), values=FAST)


async def test_pre_alert_expires_once_by_the_clock(world: World) -> None:
    await raised(world)
    await pre_alerts.look(world.hq)
    assert "pre-alert.expired" not in await world.names()
    world.clock.forward(12 + 120)
    for _ in range(3):
        await pre_alerts.look(world.hq)
    assert (await world.names()).count("pre-alert.expired") == 1


async def test_failing_database_does_not_end_it(world: World) -> None:
    class Down:
        async def read_board(self) -> None:
            raise Unavailable("database")

    await pre_alerts.look(rewired(world.hq, log=Down()))  # type: ignore[arg-type]


@pytest.mark.parametrize("failure", [Refused("unknown_pre_alert"), Unavailable("too_busy")])
async def test_one_that_fails_does_not_stop_the_others(
    world: World, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    tried = list[str]()

    async def failing_first(hq: object, command: object, one: str) -> None:
        tried.append(one)
        if len(tried) == 1:
            raise failure
        await expire_pre_alert(world.hq, looking.WATCHER, one)  # type: ignore[arg-type]

    monkeypatch.setattr(pre_alerts, "expire_pre_alert", failing_first)
    await raised(world)
    await raised(world)
    world.clock.forward(1000)
    await pre_alerts.look(world.hq)
    assert len(tried) == 2
    assert (await world.names()).count("pre-alert.expired") == 1


async def test_it_looks_until_it_is_cancelled(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pre_alerts, "EVERY_S", 0.001)
    await raised(world)
    watching = asyncio.create_task(pre_alerts.run(world.hq))
    world.clock.forward(1000)

    async def none_left() -> bool:
        return not (await world.board()).pre_alerts

    await until(none_left)
    watching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await watching
