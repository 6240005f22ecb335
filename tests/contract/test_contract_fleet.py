"""What both stores promise of units and where they are."""

from dispatch.fleet.position import Position
from dispatch.fleet.unit import Activity
from tests.builders import SVA_1, SVA_2, a_position, a_unit, at
from tests.stores import Stores


async def seen(store: Stores) -> dict[str, Position]:
    return {each.unit_id: each for each in await store.fleet.read_positions()}


async def test_units_are_added_once(store: Stores) -> None:
    assert await store.fleet.add_units([a_unit(SVA_1), a_unit(SVA_2)]) == 2
    again = [a_unit(SVA_1, activity=Activity.OUT_OF_SERVICE), a_unit("SVI-01")]
    assert await store.fleet.add_units(again) == 1
    units = (await store.log.read_board()).units
    assert set(units) == {SVA_1, SVA_2, "SVI-01"}
    assert units[SVA_1] == a_unit(SVA_1)


async def test_no_units_can_be_added(store: Stores) -> None:
    assert await store.fleet.add_units([]) == 0


async def test_adding_units_writes_nothing_in_the_log(store: Stores) -> None:
    await store.fleet.add_units([a_unit()])
    assert (await store.log.read_changes(0)).seq == 0


async def test_position_comes_back_as_it_was(store: Stores) -> None:
    await store.fleet.add_units([a_unit(SVA_1), a_unit(SVA_2)])
    here = a_position(SVA_1, heading_deg=271.5)
    there = a_position(SVA_2, lat=42.123456789)
    await store.fleet.write_positions([here, there])
    assert await seen(store) == {SVA_1: here, SVA_2: there}


async def test_only_the_latest_position_is_kept(store: Stores) -> None:
    await store.fleet.add_units([a_unit()])
    for minute in (0, 2, 1):
        await store.fleet.write_positions([a_position(lat=41 + minute, seen_at=at(minute))])
    assert await seen(store) == {SVA_1: a_position(lat=43, seen_at=at(2))}


async def test_latest_of_one_batch_is_kept(store: Stores) -> None:
    await store.fleet.add_units([a_unit()])
    batch = [a_position(lat=41 + minute, seen_at=at(minute)) for minute in (1, 3, 2)]
    await store.fleet.write_positions(batch)
    assert await seen(store) == {SVA_1: batch[1]}


async def test_no_positions_can_be_written(store: Stores) -> None:
    await store.fleet.write_positions([])
    assert await store.fleet.read_positions() == ()


async def test_positions_after_an_instant_can_be_read(store: Stores) -> None:
    await store.fleet.add_units([a_unit(SVA_1), a_unit(SVA_2)])
    early, late = a_position(SVA_1, seen_at=at(0)), a_position(SVA_2, seen_at=at(1))
    await store.fleet.write_positions([early, late])
    assert await store.fleet.read_positions(at(0)) == (late,)
    assert await store.fleet.read_positions(at(1)) == ()


async def test_positions_are_never_in_the_log(store: Stores) -> None:
    await store.fleet.add_units([a_unit()])
    await store.fleet.write_positions([a_position()])
    assert (await store.log.read_changes(0)).lines == ()
