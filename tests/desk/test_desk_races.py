"""Somebody acts between another's look and decision: nothing goes by what is no longer so."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace as rewired
from typing import Any

import pytest

from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.desk.release_unit import release_unit
from dispatch.desk.report_progress import report_progress
from dispatch.fleet import Assignability
from dispatch.kernel import Refused, TransferId, UnitId
from dispatch.store.headquarters import Headquarters
from dispatch.store.protocol import LogStore
from dispatch.transfer.board import Board, RowKey
from dispatch.transfer.stage import Stage
from tests.builders import ALL_YES, GERMANS_TRIAS, dispatcher, intensivist, refused
from tests.desk_world import World, by, fleet
from tests.stores import require_replay

Happens = Callable[[], Awaitable[Any]]


class Interrupted:
    """A log whose first reading of rows is followed by something somebody else does."""

    def __init__(self, log: LogStore, happens: Happens) -> None:
        self._log = log
        self._happens: Happens | None = happens

    def __getattr__(self, name: str) -> Any:
        return getattr(self._log, name)

    async def read_rows(self, keys: Iterable[RowKey]) -> Board:
        board = await self._log.read_rows(keys)
        if self._happens is not None:
            happens, self._happens = self._happens, None
            await happens()
        return board


def meanwhile(world: World, happens: Happens) -> Headquarters:
    return rewired(world.hq, log=Interrupted(world.hq.log, happens))


async def assign(
    hq: Headquarters,
    transfer_id: TransferId,
    unit: str,
    *,
    takes_from: TransferId | None = None,
    key: str | None = None,
) -> None:
    await assign_unit(
        hq,
        by(dispatcher(), key),
        transfer_id,
        unit_id=UnitId(unit),
        override_reason="near",
        takes_from=takes_from,
    )


async def require_tied(world: World) -> None:
    """Each unit has the transfer that has it, and the rows are those of the log."""
    board = await require_replay(world.hq.log, fleet())
    on = {row.unit_id: row.transfer_id for row in board.transfers.values() if row.unit_id}
    assert {
        key: unit.transfer_id for key, unit in board.units.items() if unit.transfer_id
    } == on


async def test_cancelling_frees_the_unit_given_meanwhile(each_world: World) -> None:
    world = each_world
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    hq = meanwhile(world, lambda: assign(world.hq, transfer_id, "SVA-01"))
    await cancel_transfer(hq, by(dispatcher()), transfer_id, reason="better")
    assert (await world.unit("SVA-01")).assignability is Assignability.AVAILABLE
    await require_tied(world)


async def test_cancelling_frees_the_bed_held_meanwhile(each_world: World) -> None:
    world = each_world
    transfer_id = await world.brought_to(Stage.ASKED)
    hq = meanwhile(
        world,
        lambda: answer_checklist(world.hq, by(intensivist()), transfer_id, answers=ALL_YES),
    )
    await cancel_transfer(hq, by(dispatcher()), transfer_id, reason="better")
    assert await world.held() == 0


async def test_step_counts_for_the_unit_it_has_now(each_world: World) -> None:
    world = each_world
    transfer_id = await world.brought_to(Stage.ASSIGNED, unit_id="SVA-01")
    hq = meanwhile(world, lambda: assign(world.hq, transfer_id, "SVA-02"))
    await report_progress(hq, by(dispatcher()), transfer_id, step="notified")
    assert (await world.unit("SVA-01")).transfer_id is None
    await require_tied(world)


async def test_unit_released_meanwhile_cannot_be_released(each_world: World) -> None:
    world = each_world
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    hq = meanwhile(
        world,
        lambda: release_unit(
            world.hq, by(dispatcher()), transfer_id, reason="needed elsewhere"
        ),
    )
    with refused("no_unit_assigned"):
        await release_unit(hq, by(dispatcher()), transfer_id, reason="needed elsewhere")
    await require_tied(world)


async def test_release_takes_off_the_unit_it_has_now(each_world: World) -> None:
    world = each_world
    transfer_id = await world.brought_to(Stage.ASSIGNED, unit_id="SVA-01")
    hq = meanwhile(world, lambda: assign(world.hq, transfer_id, "SVA-02"))
    await release_unit(hq, by(dispatcher()), transfer_id, reason="needed elsewhere")
    assert (await world.unit("SVA-02")).assignability is Assignability.AVAILABLE
    await require_tied(world)


async def test_unit_given_elsewhere_meanwhile_is_not_taken_in_silence(
    each_world: World,
) -> None:
    world = each_world
    first = await world.brought_to(Stage.ACCEPTED, "NHC 1")
    second = await world.brought_to(Stage.ACCEPTED, "NHC 2")
    number = (await world.transfer(second)).number
    hq = meanwhile(world, lambda: assign(world.hq, second, "SVA-01"))
    with refused("unit_taken_meanwhile", unit="SVA-01", number=number):
        await assign(hq, first, "SVA-01")
    assert (await world.transfer(second)).unit_id == "SVA-01"
    assert (await world.transfer(first)).unit_id is None
    await require_tied(world)


async def test_unit_of_a_transfer_that_is_named_is_diverted_whole(each_world: World) -> None:
    world = each_world
    first = await world.brought_to(Stage.ACCEPTED, "NHC 1")
    second = await world.brought_to(Stage.ASSIGNED, "NHC 2")
    await assign(world.hq, first, "SVA-01", takes_from=second)
    assert (await world.transfer(second)).unit_id is None
    await require_tied(world)


async def test_two_dispatchers_take_one_unit_in_the_same_second(each_world: World) -> None:
    world = each_world
    both = [await world.brought_to(Stage.ACCEPTED, f"NHC {each}") for each in (1, 2)]
    told = await asyncio.gather(
        *(assign(world.hq, each, "SVA-01", key=f"one-unit-{each}") for each in both),
        return_exceptions=True,
    )
    refusals = [each.code for each in told if isinstance(each, Refused)]
    assert refusals == ["unit_taken_meanwhile"]
    assert sum(each is None for each in told) == 1
    await require_tied(world)


async def test_transfer_given_a_unit_meanwhile_gives_it_back(each_world: World) -> None:
    world = each_world
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    hq = meanwhile(world, lambda: assign(world.hq, transfer_id, "SVA-02"))
    await assign(hq, transfer_id, "SVA-01")
    assert (await world.unit("SVA-02")).transfer_id is None
    await require_tied(world)


async def test_hospital_no_longer_asked_cannot_answer(each_world: World) -> None:
    world = each_world
    transfer_id = await world.brought_to(Stage.ASKED)
    hq = meanwhile(
        world,
        lambda: ask_hospital(
            world.hq,
            by(dispatcher()),
            transfer_id,
            hospital=GERMANS_TRIAS,
            override_reason="no answer",
        ),
    )
    with refused("unknown_transfer"):
        await answer_checklist(hq, by(intensivist()), transfer_id, answers=ALL_YES)
    assert (await world.transfer(transfer_id)).agreement is None


@pytest.mark.parametrize("key", [None, "k"])
async def test_same_answer_sent_twice_holds_one_bed(each_world: World, key: str | None) -> None:
    world = each_world
    transfer_id = await world.brought_to(Stage.ASKED)
    command = by(intensivist(), key)

    async def answered() -> None:
        await answer_checklist(world.hq, command, transfer_id, answers=ALL_YES)

    hq = meanwhile(world, answered)
    if key is None:
        with refused("not_asked"):
            await answer_checklist(hq, command, transfer_id, answers=ALL_YES)
    else:
        await answer_checklist(hq, command, transfer_id, answers=ALL_YES)
    assert await world.held() == 1
