"""The watcher climbs the ladder and moves requests on, by a clock that stands until told."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace as rewired
from datetime import UTC, datetime, timedelta

import pytest

from dispatch.assessment import Condition
from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.decline_transfer import decline_transfer
from dispatch.desk.escalate_request import escalate_request
from dispatch.identity import HEADQUARTERS, Post
from dispatch.kernel import Refused, Unavailable
from dispatch.store.memory.duty import MemoryDuty
from dispatch.transfer.stage import Stage
from dispatch.watch import escalation
from tests.builders import ALL_YES, MATARO, an_actor, intensivist, on_duty
from tests.desk_world import World, by
from tests.waits import until

SECOND = an_actor(intensivist().role, name="second", hospital=MATARO)
HEAD = an_actor(intensivist().role, name="head", hospital=MATARO)
LONG = {
    "starts_at": datetime(2026, 1, 1, tzinfo=UTC),
    "ends_at": datetime(2028, 1, 1, tzinfo=UTC),
}
ROSTER = (
    on_duty(intensivist(), Post.FIRST, **LONG),
    on_duty(SECOND, Post.SECOND, **LONG),
    on_duty(HEAD, Post.HEAD, **LONG),
)


@pytest.fixture
async def manned(world: World) -> World:
    """Mataró with three on duty; nobody elsewhere."""
    return World(rewired(world.hq, duty=MemoryDuty(ROSTER)), world.clock)


async def watched(world: World, transfer_id, minutes: int) -> list[tuple[int, str]]:
    """What the log tells of the ladder, minute by minute."""
    seen: list[tuple[int, str]] = []
    began_at = world.clock()
    for _ in range(minutes):
        before = len((await world.transfer(transfer_id)).escalated)
        await escalation.look_after(world.hq)
        minute = round((world.clock() - began_at).total_seconds() / 60)
        reached = (await world.transfer(transfer_id)).escalated[before:]
        seen += [(minute, each.rung) for each in reached]
        world.clock.forward(1)
    return seen


@pytest.mark.parametrize(
    "asked_at",
    [
        datetime(2026, 11, 22, 12, tzinfo=UTC),
        datetime(2026, 10, 25, 0, 54, tzinfo=UTC),
        datetime(2027, 3, 28, 0, 54, tzinfo=UTC),
    ],
    ids=["any day", "clocks go back", "clocks go forward"],
)
async def test_whole_ladder_is_climbed_whatever_the_clocks_do(manned, asked_at):
    """Six minutes after asking the clocks change; minutes are minutes all the same."""
    manned.clock.now_at = asked_at - timedelta(minutes=1)
    transfer_id = await manned.brought_to(Stage.ASKED, condition=Condition.SEPTIC_SHOCK)
    assert manned.clock() == asked_at
    assert await watched(manned, transfer_id, 40) == [
        (3, "repeat"),
        (5, "second"),
        (10, "head"),
        (15, "coordinating"),
    ]
    lines = await manned.hq.log.read_events(transfer_id)
    told = [line for line in lines if line.event.__struct_config__.tag == "transfer.escalated"]
    assert [line.event.doctors for line in told] == [
        (intensivist().name,),
        ("second",),
        ("head",),
        (),
    ]
    assert {line.actor_id for line in told} == {HEADQUARTERS.person_id}
    assert [line.occurred_at - asked_at for line in told] == [
        timedelta(minutes=minutes) for minutes in (3, 5, 10, 15)
    ]


async def test_second_who_was_asked_can_answer(manned):
    transfer_id = await manned.brought_to(Stage.ASKED, condition=Condition.SEPTIC_SHOCK)
    await watched(manned, transfer_id, 7)
    await answer_checklist(manned.hq, by(SECOND), transfer_id, answers=ALL_YES)
    assert await watched(manned, transfer_id, 30) == []
    assert (await manned.transfer(transfer_id)).stage is Stage.ACCEPTED


async def test_program_that_was_down_goes_on_where_the_clock_is(manned):
    transfer_id = await manned.brought_to(Stage.ASKED, condition=Condition.SEPTIC_SHOCK)
    manned.clock.forward(12)
    assert await watched(manned, transfer_id, 8) == [
        (0, "repeat"),
        (0, "second"),
        (0, "head"),
        (3, "coordinating"),
    ]


async def test_full_hospital_moves_the_request_on_at_the_next_look(world):
    transfer_id = await world.brought_to(Stage.ASKED)
    await decline_transfer(world.hq, by(intensivist()), transfer_id, reason="no_bed")
    await escalation.look_after(world.hq)
    transfer = await world.transfer(transfer_id)
    assert (transfer.stage, transfer.asked) == (Stage.ASKED, transfer.candidates[1].hospital)


async def test_no_about_the_patient_waits_for_a_person(world):
    transfer_id = await world.brought_to(Stage.ASKED)
    command = by(intensivist())
    await decline_transfer(world.hq, command, transfer_id, reason="resuscitation_first")
    await escalation.look_after(world.hq)
    assert (await world.transfer(transfer_id)).stage is Stage.REQUESTED


async def test_one_refusal_does_not_stop_the_others(world, monkeypatch):
    first = await world.brought_to(Stage.ASKED, "NHC 1")
    second = await world.brought_to(Stage.ASKED, "NHC 2")

    async def overtaken(hq, command, transfer_id):
        if transfer_id == first:
            raise Refused("not_asked")
        return await escalate_request(hq, command, transfer_id)

    monkeypatch.setattr(escalation, "escalate_request", overtaken)
    world.clock.forward(60)
    await escalation.look_after(world.hq)
    assert (await world.transfer(first)).escalated == ()
    assert len((await world.transfer(second)).escalated) == 4


class Failing:
    """A log whose board can't be read the first time."""

    def __init__(self, log):
        self._log = log
        self.asked = 0

    def __getattr__(self, name):
        return getattr(self._log, name)

    async def read_board(self):
        self.asked += 1
        if self.asked == 1:
            raise Unavailable("database")
        return await self._log.read_board()


@pytest.fixture
async def running(world, monkeypatch) -> AsyncIterator[tuple[World, Failing]]:
    monkeypatch.setattr(escalation, "EVERY_S", 0.01)
    failing = Failing(world.hq.log)
    task = asyncio.create_task(escalation.run(rewired(world.hq, log=failing)))
    yield world, failing
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_watcher_outlives_a_failing_database(running):
    world, failing = running
    transfer_id = await world.brought_to(Stage.ASKED, condition=Condition.SEPTIC_SHOCK)
    world.clock.forward(3)

    async def escalated():
        return (await world.transfer(transfer_id)).escalated

    await until(escalated)
    assert failing.asked >= 2
