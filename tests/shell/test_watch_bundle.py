"""The watcher of the bundle, on a clock that the test moves."""

import asyncio
from dataclasses import replace as rewired

import pytest

from dispatch.assessment.bundle import BundleStep
from dispatch.desk.record_bundle import record_bundle
from dispatch.desk.tell_late import tell_late
from dispatch.kernel import Refused, Unavailable
from dispatch.transfer.decide_bundle import BundleReport
from dispatch.transfer.stage import Stage
from dispatch.watch import bundle
from tests.builders import referring_doctor
from tests.desk_world import World, by
from tests.waits import until

LATE = "transfer.bundle-late"


async def late_lines(world: World) -> int:
    return (await world.names()).count(LATE)


async def test_late_steps_are_told_once_each(world: World) -> None:
    transfer_id = await world.opened()
    await bundle.look(world.hq)
    assert await late_lines(world) == 0
    world.clock.forward(61)
    for _ in range(3):
        await bundle.look(world.hq)
    assert await late_lines(world) == 1
    assert BundleStep.ANTIBIOTIC in (await world.transfer(transfer_id)).bundle_late


async def test_what_ran_out_while_the_program_was_down_is_told(world: World) -> None:
    """The night of 25 October is no different: an hour is an hour."""
    await world.opened()
    world.clock.forward(400)
    await bundle.look(world.hq)
    assert await late_lines(world) == 1


async def test_step_in_time_is_not_told(world: World) -> None:
    transfer_id = await world.opened()
    world.clock.forward(30)
    for step in (BundleStep.CULTURES, BundleStep.BLOOD_PANEL, BundleStep.ANTIBIOTIC):
        doctor = by(referring_doctor())
        await record_bundle(world.hq, doctor, transfer_id, report=BundleReport(step))
    world.clock.forward(60)
    await bundle.look(world.hq)
    assert (await world.transfer(transfer_id)).bundle_late == (BundleStep.LACTATE,)


async def test_closed_transfer_has_no_timers(world: World) -> None:
    await world.brought_to(Stage.HANDED_OVER)
    world.clock.forward(1000)
    await bundle.look(world.hq)
    assert await late_lines(world) == 0


async def test_failing_database_does_not_end_it(world: World) -> None:
    class Down:
        async def read_board(self) -> None:
            raise Unavailable("database")

    await bundle.look(rewired(world.hq, log=Down()))  # type: ignore[arg-type]


@pytest.mark.parametrize("failure", [Refused("unknown_transfer"), Unavailable("too_busy")])
async def test_one_that_fails_does_not_stop_the_others(
    world: World, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    first, second = await world.opened("NHC 1"), await world.opened("NHC 2")
    world.clock.forward(61)

    async def failing(hq, command, transfer_id):
        if transfer_id == first:
            raise failure
        return await tell_late(hq, command, transfer_id)

    monkeypatch.setattr(bundle, "tell_late", failing)
    await bundle.look(world.hq)
    assert not (await world.transfer(first)).bundle_late
    assert (await world.transfer(second)).bundle_late


async def test_it_looks_until_it_is_cancelled(world: World) -> None:
    await world.opened()
    world.clock.forward(61)
    task = asyncio.create_task(bundle.run(world.hq))

    async def told() -> bool:
        return await late_lines(world) > 0

    await until(told)
    assert not task.done()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert await late_lines(world) == 1
