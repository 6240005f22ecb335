"""Beds, units and positions, as those who know report them."""

from datetime import datetime

import pytest

from dispatch.capacity import BedKind
from dispatch.desk.propose_units import propose_units
from dispatch.desk.record_positions import record_positions
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.desk.report_unit_status import OwnActivity, StatusReport, report_unit_status
from dispatch.fleet import Activity, Assignability
from dispatch.identity import HEADQUARTERS, Actor, Role
from dispatch.kernel import HospitalCode, UnitId
from dispatch.transfer.stage import Stage
from tests.builders import (
    CALELLA,
    MATARO,
    VALL_HEBRON,
    a_position,
    at,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    refused,
)
from tests.desk_world import World, by

SVA_1, SVA_2 = UnitId("SVA-01"), UnitId("SVA-02")
NAIVE = datetime(2026, 11, 22, 12, 30)  # noqa: DTZ001 -- what is to be refused


@pytest.mark.parametrize("actor", [intensivist(), dispatcher(), coordinating_doctor()])
async def test_report_of_beds_replaces_the_last(world: World, actor: Actor) -> None:
    for used in (9, 11):
        report = BedReport(MATARO, BedKind.ICU, total=14, used=used)
        receipt = await report_capacity(world.hq, by(actor), report)
    beds = (await world.board()).beds[MATARO, BedKind.ICU]
    assert (beds.total, beds.used) == (14, 11)
    assert beds.source == ("hospital" if actor.role is Role.INTENSIVIST else "telephone")
    assert (beds.reported_at, beds.reported_by) == (world.clock(), actor.name)
    assert receipt.subject == MATARO


async def test_held_bed_stays_held_in_a_report(world: World) -> None:
    await world.brought_to(Stage.ACCEPTED)
    report = BedReport(MATARO, BedKind.ICU, total=14, used=9)
    await report_capacity(world.hq, by(intensivist()), report)
    beds = (await world.board()).beds[MATARO, BedKind.ICU]
    assert (beds.total, beds.used, beds.held) == (14, 9, 1)


async def test_intensivist_reports_only_own_beds(world: World) -> None:
    report = BedReport(VALL_HEBRON, BedKind.ICU, total=14, used=9)
    with refused("not_your_hospital", field="hospital", allowed=MATARO):
        await report_capacity(world.hq, by(intensivist()), report)


@pytest.mark.parametrize(("total", "used"), [(-1, 0), (501, 0), (10, 11), (10, -1)])
async def test_impossible_beds_are_refused(world: World, total: int, used: int) -> None:
    report = BedReport(MATARO, BedKind.ICU, total=total, used=used)
    with refused("beds_out_of_range"):
        await report_capacity(world.hq, by(intensivist()), report)


async def test_unknown_hospital_has_no_beds(world: World) -> None:
    report = BedReport(HospitalCode("nowhere"), BedKind.ICU, total=1, used=0)
    with refused("unknown_hospital", field="hospital"):
        await report_capacity(world.hq, by(dispatcher()), report)


@pytest.mark.parametrize("actor", [crew(), dispatcher(), coordinating_doctor(), HEADQUARTERS])
async def test_unit_goes_out_of_service_and_back(world: World, actor: Actor) -> None:
    out = await report_unit_status(world.hq, by(actor), SVA_1, StatusReport("out_of_service"))
    assert (await world.unit(SVA_1)).assignability is Assignability.NOT_AVAILABLE
    await report_unit_status(world.hq, by(actor), SVA_1, StatusReport("station"))
    assert (await world.unit(SVA_1)).assignability is Assignability.AVAILABLE
    assert out.subject == SVA_1


@pytest.mark.parametrize("activity", ["station", "other_mission", "off_duty"])
async def test_status_keeps_until_when_and_where(world: World, activity: OwnActivity) -> None:
    report = StatusReport(activity, busy_until_at=at(45), place=CALELLA)
    await report_unit_status(world.hq, by(crew()), SVA_1, report)
    unit = await world.unit(SVA_1)
    assert (unit.activity, unit.busy_until_at, unit.place) == (
        Activity(activity),
        at(45),
        CALELLA,
    )


async def test_crew_reports_only_its_own_unit(world: World) -> None:
    with refused("unknown_unit", field="unit_id"):
        await report_unit_status(world.hq, by(crew()), SVA_2, StatusReport("station"))


async def test_unknown_unit_has_no_status(world: World) -> None:
    with refused("unknown_unit"):
        await report_unit_status(
            world.hq, by(dispatcher()), UnitId("SVA-99"), StatusReport("station")
        )


async def test_unit_on_a_transfer_sets_no_status(world: World) -> None:
    await world.brought_to(Stage.ASSIGNED)
    with refused("unit_on_mission", unit=SVA_1):
        await report_unit_status(world.hq, by(crew()), SVA_1, StatusReport("off_duty"))


async def test_unknown_place_cannot_spoil_the_plan(world: World) -> None:
    await world.brought_to(Stage.ACCEPTED)
    with refused("unknown_place", field="place"):
        report = StatusReport("station", place="behind the moon")
        await report_unit_status(world.hq, by(crew()), SVA_1, report)
    await propose_units(world.hq, by(HEADQUARTERS))


async def test_instant_without_zone_cannot_spoil_the_plan(world: World) -> None:
    await world.brought_to(Stage.ACCEPTED)
    with refused("instant_without_zone", field="busy_until_at"):
        report = StatusReport("other_mission", busy_until_at=NAIVE)
        await report_unit_status(world.hq, by(crew()), SVA_1, report)
    await propose_units(world.hq, by(HEADQUARTERS))


async def test_crew_tells_where_its_unit_is(world: World) -> None:
    await record_positions(world.hq, by(crew()), [a_position(SVA_1)])
    assert await world.hq.fleet.read_positions() == (a_position(SVA_1),)


async def test_headquarters_takes_positions_of_all(world: World) -> None:
    both = [a_position(SVA_1), a_position(SVA_2, lat=42.0)]
    await record_positions(world.hq, by(HEADQUARTERS), both)
    assert await world.hq.fleet.read_positions() == tuple(both)
    assert await world.names() == []


async def test_crew_cannot_place_another_unit(world: World) -> None:
    with refused("unknown_unit", field="unit_id", value=SVA_2):
        await record_positions(world.hq, by(crew()), [a_position(SVA_1), a_position(SVA_2)])
    assert await world.hq.fleet.read_positions() == ()


async def test_unknown_unit_is_nowhere(world: World) -> None:
    with refused("unknown_unit"):
        await record_positions(world.hq, by(HEADQUARTERS), [a_position("SVA-99")])


async def test_position_must_be_possible(world: World) -> None:
    with refused("position_invalid", field="lat"):
        await record_positions(world.hq, by(crew()), [a_position(SVA_1, lat=91)])
    with refused("instant_without_zone", field="seen_at"):
        await record_positions(world.hq, by(crew()), [a_position(SVA_1, seen_at=NAIVE)])
