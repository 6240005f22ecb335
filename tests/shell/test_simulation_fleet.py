"""The simulated fleet: units that serve a transfer, and units busy with other work."""

from datetime import timedelta

import pytest

from dispatch.desk.read_board import read_positions
from dispatch.desk.report_unit_status import StatusReport, report_unit_status
from dispatch.fleet import Activity
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import UnitId, elapsed_min
from dispatch.simulation.fleet import move_unit, tell_positions
from dispatch.simulation.outings import go_out, may_go_out, trip_out
from dispatch.simulation.run import look
from dispatch.simulation.world import Rules, a_world
from dispatch.simulation.world import World as Simulated
from dispatch.transfer.stage import Stage
from tests.desk_world import World, by

SVA_1 = UnitId("SVA-01")


async def tick(world: World, simulated: Simulated, minutes: float) -> None:
    """One look at the fleet, without new outings."""
    world.clock.forward(minutes)
    scene = await look(simulated)
    for unit in scene.board.units.values():
        await move_unit(simulated, unit, scene, passed_s=0)
    await tell_positions(simulated, scene)


async def position(world: World, unit_id: UnitId = SVA_1) -> tuple[float, float]:
    seen = {each.unit_id: each for each in await read_positions(world.hq, by(HEADQUARTERS))}
    return seen[unit_id].lat, seen[unit_id].lon


async def test_simulated_crew_takes_anybodys_patient_to_the_icu(world):
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    simulated = a_world(world.hq, Rules())
    await tick(world, simulated, 0)
    for _ in range(80):
        await tick(world, simulated, 3)
    transfer = await world.transfer(transfer_id)
    assert transfer.stage is Stage.HANDED_OVER
    assert transfer.identity is not None
    assert transfer.identity.is_match
    times = transfer.milestones
    drive_min = world.hq.travel.road_min("calella", "mataro")
    assert drive_min <= elapsed_min(times.departed_at, times.arrived_at) <= drive_min + 3
    assert (await world.unit(SVA_1)).activity is Activity.STATION


async def test_unit_arrives_no_sooner_than_the_travel_times(world):
    transfer_id = await world.brought_to(Stage.EN_ROUTE)
    unit = await world.unit(SVA_1)
    simulated = a_world(world.hq, Rules())
    drive_min = world.hq.travel.road_min(unit.base_id, "calella")
    await tick(world, simulated, drive_min - 1)
    assert (await world.transfer(transfer_id)).stage is Stage.EN_ROUTE
    await tick(world, simulated, 2)
    assert (await world.transfer(transfer_id)).stage is Stage.AT_PATIENT
    await tick(world, simulated, 1)
    assert await position(world) == world.hq.travel.position("calella")


async def test_quiet_crews_leave_every_step_to_people(world):
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    simulated = a_world(world.hq, Rules(has_crews=False))
    for _ in range(5):
        await tick(world, simulated, 30)
    assert (await world.transfer(transfer_id)).stage is Stage.ASSIGNED


async def test_restarted_simulation_goes_on_from_where_the_unit_was(world):
    await world.brought_to(Stage.EN_ROUTE)
    simulated = a_world(world.hq, Rules())
    for _ in range(10):
        await tick(world, simulated, 1)
    before = await position(world)
    again = a_world(world.hq, Rules())
    await tick(world, again, 0)
    assert await position(world) == pytest.approx(before)
    await tick(world, again, 5)
    assert await position(world) != pytest.approx(before)


async def test_loaded_unit_is_placed_by_the_minute_it_left(world):
    await world.brought_to(Stage.DEPARTED)
    simulated = a_world(world.hq, Rules())
    drive_min = world.hq.travel.road_min("calella", "mataro")
    await tick(world, simulated, drive_min / 2)
    calella, mataro = (world.hq.travel.position(code) for code in ("calella", "mataro"))
    lat, _ = await position(world)
    assert mataro[0] < lat < calella[0]


async def test_unit_on_an_outing_comes_home_when_it_said(world):
    simulated = a_world(world.hq, Rules())
    unit = await world.unit(SVA_1)
    await go_out(simulated, unit, world.clock.now_at)
    busy = await world.unit(SVA_1)
    assert busy.activity is Activity.OTHER_MISSION
    assert busy.busy_until_at is not None
    await tick(world, simulated, elapsed_min(world.clock.now_at, busy.busy_until_at) - 1)
    assert (await world.unit(SVA_1)).activity is Activity.OTHER_MISSION
    await tick(world, simulated, 1)
    await tick(world, simulated, 1)
    assert (await world.unit(SVA_1)).activity is Activity.STATION
    assert await position(world) == world.hq.travel.position(unit.base_id)


async def test_outing_nobody_remembers_ends_when_the_unit_said(world):
    until_at = world.clock.now_at + timedelta(minutes=20)
    report = StatusReport(activity="other_mission", busy_until_at=until_at)
    await report_unit_status(world.hq, by(HEADQUARTERS), SVA_1, report)
    simulated = a_world(world.hq, Rules(speed=4))
    trip = trip_out(simulated, await world.unit(SVA_1), await look(simulated))
    assert trip is not None
    assert trip.is_over(until_at + timedelta(seconds=1))
    assert not trip.is_over(until_at - timedelta(seconds=1))


async def test_busy_unit_without_an_end_has_no_trip(world):
    report = StatusReport(activity="other_mission")
    await report_unit_status(world.hq, by(HEADQUARTERS), SVA_1, report)
    simulated = a_world(world.hq, Rules())
    assert trip_out(simulated, await world.unit(SVA_1), await look(simulated)) is None


async def test_unit_of_a_transfer_never_goes_out(world):
    await world.brought_to(Stage.ASSIGNED)
    unit, board = await world.unit(SVA_1), await world.board()
    assert not may_go_out(unit, board, world.clock.now_at)
    assert may_go_out(await world.unit("SVA-02"), board, world.clock.now_at)


async def test_standing_unit_repeats_its_place_now_and_then(world):
    simulated = a_world(world.hq, Rules())
    await tick(world, simulated, 0)
    told_at = simulated.told_at[SVA_1]
    await tick(world, simulated, 0.2)
    assert simulated.told_at[SVA_1] == told_at
    await tick(world, simulated, 0.6)
    assert simulated.told_at[SVA_1] > told_at
