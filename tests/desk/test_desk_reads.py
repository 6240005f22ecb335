"""Everybody looks, as far as their eyes go."""

import pytest

from dispatch.desk.read_board import read_board, read_changes, read_positions
from dispatch.desk.read_transfer import read_timeline, read_transfer
from dispatch.desk.record_positions import record_positions
from dispatch.identity import HEADQUARTERS, Actor
from dispatch.transfer.stage import Stage
from tests.builders import (
    VALL_HEBRON,
    a_position,
    analyst,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk_world import World, by, fleet


async def test_board_holds_open_transfers_and_units(world: World) -> None:
    open_id = await world.brought_to(Stage.ACCEPTED, "NHC 1")
    await world.brought_to(Stage.HANDED_OVER, "NHC 2")
    board = await read_board(world.hq, by(analyst()))
    assert set(board.transfers) == {open_id}
    assert set(board.units) == {unit.unit_id for unit in fleet()}


async def test_changes_begin_after_a_number(world: World) -> None:
    await world.opened()
    changes = await read_changes(world.hq, by(dispatcher()), 1)
    assert [line.seq for line in changes.lines] == [2]


async def test_positions_are_read_by_all(world: World) -> None:
    await record_positions(world.hq, by(HEADQUARTERS), [a_position()])
    assert await read_positions(world.hq, by(intensivist())) == (a_position(),)


@pytest.mark.parametrize(
    ("actor", "sees_clinical"),
    [
        (referring_doctor(), True),
        (intensivist(), True),
        (coordinating_doctor(), True),
        (crew(), True),
        (dispatcher(), False),
        (analyst(), False),
    ],
)
async def test_transfer_is_read_in_full_by_its_parties(
    world: World, actor: Actor, sees_clinical: bool
) -> None:
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    view = await read_transfer(world.hq, by(actor), transfer_id)
    assert len(view.not_proposed) == len((await world.transfer(transfer_id)).not_proposed)
    assert len(view.not_proposed) > 10
    assert (view.clinical is not None) is sees_clinical


@pytest.mark.parametrize(
    "stranger", [referring_doctor(VALL_HEBRON), intensivist(VALL_HEBRON), crew("SVA-02")]
)
async def test_stranger_finds_no_such_transfer(world: World, stranger: Actor) -> None:
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    with refused("unknown_transfer"):
        await read_transfer(world.hq, by(stranger), transfer_id)
    with refused("unknown_transfer"):
        await read_timeline(world.hq, by(stranger), transfer_id)


async def test_timeline_tells_everything_in_order(world: World) -> None:
    transfer_id = await world.brought_to(Stage.HANDED_OVER)
    timeline = await read_timeline(world.hq, by(referring_doctor()), transfer_id)
    assert [line.seq for line in timeline] == sorted(line.seq for line in timeline)
    assert timeline[0].name == "transfer.requested"
    assert "transfer.handed-over" in {line.name for line in timeline}
    assert {line.transfer_id for line in timeline} == {transfer_id}
