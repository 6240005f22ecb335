"""What both stores promise of units and where they are."""

from msgspec.structs import replace

from dispatch.fleet.position import Position
from dispatch.fleet.unit import Activity
from tests.builders import SVA_1, SVA_2, a_position, a_unit, at
from tests.stores import Stores


async def seen(store: Stores) -> dict[str, Position]:
    return {each.unit_id: each for each in await store.fleet.read_positions()}


async def test_fleet_becomes_that_of_the_data_and_goes_on_with_its_work(store: Stores) -> None:
    busy = a_unit(SVA_1, activity=Activity.OUT_OF_SERVICE)
    first = await store.fleet.set_fleet([busy, a_unit(SVA_2)])
    assert [unit.unit_id for unit in first.added] == [SVA_1, SVA_2]
    await store.fleet.write_positions([a_position(SVA_1), a_position(SVA_2)])
    moved = a_unit(SVA_1, base_id="elsewhere", activity=Activity.STATION)
    news = await store.fleet.set_fleet([moved, a_unit("SVI-01")])
    assert [unit.unit_id for unit in news.added] == ["SVI-01"]
    assert [unit.unit_id for unit in news.changed] == [SVA_1]
    assert news.removed == (SVA_2,)
    units = (await store.log.read_board()).units
    assert set(units) == {SVA_1, "SVI-01"}
    assert units[SVA_1] == replace(busy, base_id="elsewhere")
    assert set(await seen(store)) == {SVA_1}


async def test_same_fleet_again_is_no_news(store: Stores) -> None:
    await store.fleet.set_fleet([a_unit(SVA_1), a_unit(SVA_2)])
    assert not await store.fleet.set_fleet([a_unit(SVA_2), a_unit(SVA_1)])


async def test_adding_units_writes_nothing_in_the_log(store: Stores) -> None:
    await store.fleet.set_fleet([a_unit()])
    assert (await store.log.read_changes(0)).seq == 0


async def test_position_comes_back_as_it_was(store: Stores) -> None:
    await store.fleet.set_fleet([a_unit(SVA_1), a_unit(SVA_2)])
    here = a_position(SVA_1, heading_deg=271.5)
    there = a_position(SVA_2, lat=42.123456789)
    await store.fleet.write_positions([here, there])
    assert await seen(store) == {SVA_1: here, SVA_2: there}


async def test_only_the_latest_position_is_kept(store: Stores) -> None:
    await store.fleet.set_fleet([a_unit()])
    for minute in (0, 2, 1):
        await store.fleet.write_positions([a_position(lat=41 + minute, seen_at=at(minute))])
    assert await seen(store) == {SVA_1: a_position(lat=43, seen_at=at(2))}


async def test_latest_of_one_batch_is_kept(store: Stores) -> None:
    await store.fleet.set_fleet([a_unit()])
    batch = [a_position(lat=41 + minute, seen_at=at(minute)) for minute in (1, 3, 2)]
    await store.fleet.write_positions(batch)
    assert await seen(store) == {SVA_1: batch[1]}


async def test_no_positions_can_be_written(store: Stores) -> None:
    await store.fleet.write_positions([])
    assert await store.fleet.read_positions() == ()


async def test_positions_after_an_instant_can_be_read(store: Stores) -> None:
    await store.fleet.set_fleet([a_unit(SVA_1), a_unit(SVA_2)])
    early, late = a_position(SVA_1, seen_at=at(0)), a_position(SVA_2, seen_at=at(1))
    await store.fleet.write_positions([early, late])
    assert await store.fleet.read_positions(at(0)) == (late,)
    assert await store.fleet.read_positions(at(1)) == ()


async def test_positions_are_never_in_the_log(store: Stores) -> None:
    await store.fleet.set_fleet([a_unit()])
    await store.fleet.write_positions([a_position()])
    assert (await store.log.read_changes(0)).lines == ()
