"""The ladder with a router on loopback: each rung by the fault that leads to it."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from dispatch import main
from dispatch.adapters import travel_ladder
from dispatch.adapters.travel_ladder import LEFT_ALONE_S, REMEMBERED_S, TravelLadder
from dispatch.adapters.travel_osrm import Osrm
from dispatch.adapters.travel_valhalla import Valhalla
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.propose_units import propose_units
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import UnitId
from dispatch.routing.travel.paces import PACES
from dispatch.routing.travel.road_model import LIGHTS, NORMAL
from dispatch.routing.travel.travel_source import Asked, Drive, Rung
from dispatch.transfer.stage import Stage
from tests.builders import CALELLA, MATARO, NOON, at, dispatcher, travel_times
from tests.desk_world import a_world, by, region
from tests.shell.router_stub import Said, router_saying
from tests.shell.test_travel_routers import (
    BROKEN,
    TOO_SHORT_S,
    osrm_table,
    valhalla_status,
    valhalla_table,
)
from tests.small_world import some_roads
from tests.stores import memory_stores
from tests.waits import PATIENCE_S

ONE = Asked((CALELLA,), (MATARO,))
HERE, AT_SEA = (41.6, 2.6), (40.0, 5.0)
REFUSAL = Said({"code": "NoSegment", "message": "…"}, status=400)


class Clock:
    now_s = 1000.0

    def __call__(self):
        return self.now_s


@pytest.fixture
async def ladders(monkeypatch):
    made = []
    monkeypatch.setattr(travel_ladder, "PATIENCE_S", PATIENCE_S)

    def make(stub, engine=Osrm, timeout_s=PATIENCE_S):
        clock = Clock()
        router = engine(stub.url, timeout_s=timeout_s)
        made.append(TravelLadder(some_roads(), travel_times(), router=router, clock=clock))
        return made[-1], clock

    yield make
    for each in made:
        await each.close()


async def drive(ladder, asked=ONE):
    travel = await ladder.ask(await ladder.at(NOON), asked)
    return travel.drive(asked.starts[0], asked.ends[-1])


# The rungs


async def test_osrm_is_the_first_rung(ladders):
    async with router_saying(table=[osrm_table([[1500]])]) as stub:
        ladder, _ = ladders(stub)
        assert await drive(ladder) == Drive(25, Rung.OSRM)


async def test_valhalla_is_the_first_rung(ladders):
    says = {"sources_to_targets": [valhalla_table([[1500]])], "status": [valhalla_status()]}
    async with router_saying(**says) as stub:
        ladder, _ = ladders(stub, Valhalla)
        assert await drive(ladder) == Drive(25, Rung.VALHALLA)


@pytest.mark.parametrize(
    "said",
    [*BROKEN.values(), REFUSAL, osrm_table([[None]]), osrm_table([[-1]]), osrm_table([])],
    ids=[*BROKEN, "no segment", "no route", "negative", "wrong shape"],
)
async def test_router_at_fault_leads_to_the_embedded_roads(ladders, said):
    async with router_saying(table=[said]) as stub:
        ladder, _ = ladders(stub, timeout_s=TOO_SHORT_S)
        assert await drive(ladder) == Drive(21, Rung.MATRIX)


async def test_position_off_the_roads_leads_to_the_straight_line(ladders):
    async with router_saying(table=[REFUSAL]) as stub:
        ladder, _ = ladders(stub)
        found = await drive(ladder, Asked((AT_SEA,), (MATARO,)))
    assert found.rung is Rung.STRAIGHT_LINE


async def test_lost_position_spoils_nothing_but_itself(ladders):
    async with router_saying(table=[osrm_table([[1500]]), REFUSAL]) as stub:
        ladder, _ = ladders(stub)
        asked = Asked((CALELLA, AT_SEA), (MATARO,))
        travel = await ladder.ask(await ladder.at(NOON), asked)
    assert travel.drive(CALELLA, MATARO).rung is Rung.OSRM
    assert travel.drive(AT_SEA, MATARO).rung is Rung.STRAIGHT_LINE


async def test_no_router_is_asked_where_none_is_set():
    ladder = TravelLadder(some_roads(), travel_times())
    assert await drive(ladder) == Drive(21, Rung.MATRIX)
    await ladder.close()


# A router that fails is left alone


async def test_dead_router_is_left_alone_for_half_a_minute(ladders):
    async with router_saying(table=[BROKEN["server error"]]) as stub:
        ladder, clock = ladders(stub)
        for _ in range(3):
            await drive(ladder)
        assert len(stub.heard) == 2
        clock.now_s += LEFT_ALONE_S
        await drive(ladder)
        assert len(stub.heard) == 4


async def test_router_is_believed_again_when_it_works_again(ladders):
    broken = BROKEN["garbage"]
    async with router_saying(table=[broken, broken, osrm_table([[1500]])]) as stub:
        ladder, clock = ladders(stub)
        assert (await drive(ladder)).rung is Rung.MATRIX
        clock.now_s += LEFT_ALONE_S
        assert (await drive(ladder)).rung is Rung.OSRM


async def test_slow_router_costs_one_plan_its_patience(ladders, monkeypatch):
    monkeypatch.setattr(travel_ladder, "PATIENCE_S", 0.05)
    async with router_saying(table=[BROKEN["late"]]) as stub:
        ladder, _ = ladders(stub)
        assert (await drive(ladder)).rung is Rung.MATRIX
        assert (await drive(ladder)).rung is Rung.MATRIX
    assert len(stub.heard) <= 1


async def test_router_that_refuses_is_not_left_alone(ladders):
    async with router_saying(table=[REFUSAL, osrm_table([[1500]])]) as stub:
        ladder, _ = ladders(stub)
        await drive(ladder)
        assert (await drive(ladder, Asked((MATARO,), (CALELLA,)))).rung is Rung.OSRM


# What it remembers


async def test_known_drive_is_not_asked_again(ladders):
    async with router_saying(table=[osrm_table([[1500]])]) as stub:
        ladder, clock = ladders(stub)
        await drive(ladder)
        await drive(ladder)
        assert len(stub.heard) == 1
        clock.now_s += REMEMBERED_S + 1
        await drive(ladder)
        assert len(stub.heard) == 2


async def test_remembered_drive_outlives_a_dead_router(ladders):
    async with router_saying(table=[osrm_table([[1500]]), BROKEN["garbage"]]) as stub:
        ladder, _ = ladders(stub)
        await drive(ladder)
        await drive(ladder, Asked((MATARO,), (CALELLA,)))
        assert await drive(ladder) == Drive(25, Rung.OSRM)


async def test_unit_a_few_metres_on_is_where_it_was(ladders):
    async with router_saying(table=[osrm_table([[1500]])]) as stub:
        ladder, _ = ladders(stub)
        for spot in (HERE, (41.6003, 2.6002), (41.61, 2.6)):
            await drive(ladder, Asked((spot,), (MATARO,)))
    assert len(stub.heard) == 2


async def test_new_map_forgets_the_old_one(ladders):
    tables = [osrm_table([[1500]], data_version=each) for each in ("old", "new", "new")]
    async with router_saying(table=tables) as stub:
        ladder, _ = ladders(stub)
        await drive(ladder)
        await drive(ladder, Asked((MATARO,), (CALELLA,)))
        assert len(stub.heard) == 2
        await drive(ladder)
        assert len(stub.heard) == 3


async def test_memory_is_bounded(ladders, monkeypatch):
    monkeypatch.setattr(travel_ladder, "MOST_DRIVES", 1)
    async with router_saying(table=[osrm_table([[1500]])]) as stub:
        ladder, _ = ladders(stub)
        await drive(ladder)
        await drive(ladder, Asked((MATARO,), (CALELLA,)))
        await drive(ladder)
    assert len(stub.heard) == 3


async def test_large_question_is_asked_in_parts(ladders, monkeypatch):
    monkeypatch.setattr(travel_ladder, "MOST_ENDS", 2)
    async with router_saying(table=[osrm_table([[1500] * 2] * 2)]) as stub:
        ladder, _ = ladders(stub)
        places = (CALELLA, MATARO, "base-mataro", "base-badalona")
        await ladder.ask(await ladder.at(NOON), Asked(places, places))
    assert len(stub.heard) == 4


# The embedded tables


async def test_tables_are_made_once_for_every_pace():
    ladder = TravelLadder(some_roads(), travel_times())
    await ladder.warm()
    peak = await ladder.at(at(-360 + 24 * 60))
    assert (peak.normal.pace, peak.lights.pace) == PACES[2:]
    noon = await ladder.at(NOON)
    assert (noon.normal.pace, noon.lights.pace) == (NORMAL, LIGHTS)
    assert (await ladder.at(NOON)).lights is noon.lights


async def test_headquarters_makes_other_tables_after_the_start(monkeypatch):
    ladder = TravelLadder(some_roads(), travel_times())
    monkeypatch.setattr(main, "WARM_AFTER_S", 0.05)
    warming = asyncio.create_task(main._warm_later(ladder))
    await asyncio.sleep(0.01)
    assert set(ladder._tables) == {NORMAL}
    await warming
    assert set(ladder._tables) == set(PACES)


# In the headquarters


def whole_table(target):
    """A sound answer to any question of OSRM."""
    query = target.split("?")[1]
    starts, ends = (part.split("=")[1].count(";") + 1 for part in query.split("&")[:2])
    return osrm_table([[4000] * ends] * starts)


async def proposal_by(world, ladder, transfer_id):
    world.hq = replace(world.hq, roads=ladder)
    await propose_units(world.hq, by(HEADQUARTERS))
    return (await world.transfer(transfer_id)).proposal


async def test_proposal_tells_the_rung_and_follows_it_down():
    world = await a_world(memory_stores())
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    async with router_saying(table=[REFUSAL]) as stub:
        stub._next = whole_table
        ladder = TravelLadder(region().roads, region().travel, router=Osrm(stub.url))
        first = await proposal_by(world, ladder, transfer_id)
        await ladder.close()
    without = TravelLadder(region().roads, region().travel)
    second = await proposal_by(world, without, transfer_id)
    assert (first.travel_source, second.travel_source) == ("osrm", "matrix")


async def test_unit_is_promised_by_the_router():
    world = await a_world(memory_stores())
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    async with router_saying(table=[REFUSAL]) as stub:
        stub._next = whole_table
        ladder = TravelLadder(region().roads, region().travel, router=Osrm(stub.url))
        world.hq = replace(world.hq, roads=ladder)
        command, unit_id = by(dispatcher()), UnitId("SVA-01")
        await assign_unit(
            world.hq, command, transfer_id, unit_id=unit_id, override_reason="nearest"
        )
        await ladder.close()
    transfer = await world.transfer(transfer_id)
    # 3 minutes to move and the 4,000 seconds of the router.
    assert transfer.expected_bedside_at == world.clock() + timedelta(minutes=3 + 67)
