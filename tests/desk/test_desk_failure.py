"""A unit fails with the patient on board, on both stores: another one brings him there."""

import pytest
from msgspec.structs import replace

from dispatch.assessment import criterion
from dispatch.assessment.priority import Priority
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.confirm_part import confirm_part
from dispatch.desk.drive_elsewhere import drive_elsewhere
from dispatch.desk.hand_over import hand_over
from dispatch.desk.propose_units import propose_units
from dispatch.desk.read_failed import read_failed
from dispatch.desk.record_positions import record_positions
from dispatch.desk.release_unit import release_unit
from dispatch.desk.report_failure import report_failure
from dispatch.desk.report_progress import report_progress
from dispatch.desk.report_unit_status import StatusReport, report_unit_status
from dispatch.desk.take_back_failure import take_back_failure
from dispatch.fleet import Activity
from dispatch.fleet.position import UNKNOWN_S
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import HospitalCode, TransferId, UnitId
from dispatch.network import hospital
from dispatch.transfer.custody import responsible_unit
from dispatch.transfer.events import Step
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import roadside, waiting_unit
from dispatch.transfer.way_events import FailureTakenBack
from tests.builders import GERMANS_TRIAS, MATARO, a_position, crew, dispatcher, refused
from tests.desk_world import World, by

SVA_1, SVA_2 = UnitId("SVA-01"), UnitId("SVA-02")
HERE = (41.58, 2.55)


async def failed(world: World) -> TransferId:
    transfer_id = await world.brought_to(Stage.DEPARTED)
    world.clock.forward(5)
    command = by(crew())
    await report_failure(world.hq, command, transfer_id, reason="engine", position=HERE)
    return transfer_id


async def test_another_unit_is_proposed_and_brings_the_patient(world: World) -> None:
    transfer_id, hq = await failed(world), world.hq
    await propose_units(hq, by(HEADQUARTERS))
    proposal = (await world.transfer(transfer_id)).proposal
    assert proposal is not None
    assert proposal.unit_id is not None
    second = proposal.unit_id
    assert second != SVA_1
    await assign_unit(hq, by(dispatcher()), transfer_id, unit_id=second)
    for step in ("notified", "en_route", "at_patient"):
        world.clock.forward(3)
        await report_progress(hq, by(crew(second)), transfer_id, step=step)
    assert responsible_unit(await world.transfer(transfer_id)) == SVA_1
    await confirm_part(hq, by(crew(second)), transfer_id, part="crew_took_over")
    assert responsible_unit(await world.transfer(transfer_id)) == second
    world.clock.forward(9)
    await report_progress(hq, by(crew(second)), transfer_id, step="departed")
    world.clock.forward(9)
    await report_progress(hq, by(crew(second)), transfer_id, step="arrived")
    await hand_over(hq, by(crew(second)), transfer_id)
    assert (await world.transfer(transfer_id)).stage is Stage.HANDED_OVER


async def test_unit_that_fails_on_its_way_is_not_proposed_again(world: World) -> None:
    transfer_id, hq = await world.brought_to(Stage.EN_ROUTE), world.hq
    await report_failure(hq, by(crew()), transfer_id, reason="engine")
    await propose_units(hq, by(HEADQUARTERS))
    transfer = await world.transfer(transfer_id)
    assert transfer.stage is Stage.ACCEPTED
    assert transfer.proposal is not None
    assert transfer.proposal.unit_id not in {None, SVA_1}
    assert (await world.unit(SVA_1)).activity is Activity.OUT_OF_SERVICE
    await report_unit_status(hq, by(crew()), SVA_1, StatusReport(activity="station"))
    assert (await world.unit(SVA_1)).activity is Activity.STATION


async def test_failed_unit_goes_in_service_only_without_its_patient(world: World) -> None:
    transfer_id, hq = await failed(world), world.hq
    report = StatusReport(activity="station")
    with refused("unit_on_mission"):
        await report_unit_status(hq, by(crew()), SVA_1, report)
    command = by(dispatcher())
    await assign_unit(hq, command, transfer_id, unit_id=SVA_2, override_reason="near")
    for step in ("notified", "en_route", "at_patient", "departed"):
        await report_progress(hq, by(crew(SVA_2)), transfer_id, step=step)
    unit = await world.unit(SVA_1)
    assert (unit.activity, unit.transfer_id) == (Activity.OUT_OF_SERVICE, None)
    await report_unit_status(hq, by(crew()), SVA_1, report)
    assert (await world.unit(SVA_1)).activity is Activity.STATION


async def test_place_is_where_the_unit_was_last_seen(world: World) -> None:
    transfer_id, hq = await world.brought_to(Stage.DEPARTED), world.hq
    for unit_id, lat in ((SVA_2, 41.4), (SVA_1, 41.59)):
        seen = a_position(unit_id, lat=lat, lon=2.56, seen_at=world.clock())
        await record_positions(hq, by(HEADQUARTERS), [seen])
    world.clock.forward(UNKNOWN_S / 60)
    await report_failure(hq, by(crew()), transfer_id, reason="engine")
    transfer = await world.transfer(transfer_id)
    assert (roadside(transfer), waiting_unit(transfer)) == ((41.59, 2.56), SVA_1)


async def test_old_position_does_not_say_where_the_patient_is(world: World) -> None:
    transfer_id, hq = await world.brought_to(Stage.DEPARTED), world.hq
    await record_positions(hq, by(HEADQUARTERS), [a_position(SVA_1, seen_at=world.clock())])
    world.clock.forward(UNKNOWN_S / 60 + 1)
    with refused("position_needed", field="lat"):
        await report_failure(hq, by(crew()), transfer_id, reason="engine")


async def test_impossible_position_is_refused(world: World) -> None:
    transfer_id = await world.brought_to(Stage.DEPARTED)
    with refused("position_invalid", field="lat"):
        await report_failure(
            world.hq, by(crew()), transfer_id, reason="engine", position=(91.0, 2.0)
        )


async def test_failure_needs_a_unit(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    with refused("no_unit_assigned"):
        await report_failure(world.hq, by(dispatcher()), transfer_id, reason="engine")


@pytest.mark.parametrize("step", ["departed", "arrived"])
async def test_waiting_crew_moves_the_next_unit_nowhere(world: World, step: Step) -> None:
    transfer_id, hq = await failed(world), world.hq
    command = by(dispatcher())
    await assign_unit(hq, command, transfer_id, unit_id=SVA_2, override_reason="near")
    with refused("not_your_unit", unit=SVA_2):
        await report_progress(hq, by(crew()), transfer_id, step=step)
    with refused("not_your_unit", unit=SVA_2):
        await hand_over(hq, by(crew()), transfer_id)
    with refused("not_your_unit", unit=SVA_2):
        await report_failure(hq, by(crew()), transfer_id, reason="again")


async def test_failure_told_by_mistake_is_taken_back_by_its_crew(each_world: World) -> None:
    transfer_id, hq = await each_world.brought_to(Stage.DEPARTED), each_world.hq
    before, unit = await each_world.transfer(transfer_id), await each_world.unit(SVA_1)
    each_world.clock.forward(1)
    await report_failure(hq, by(crew()), transfer_id, reason="engine", position=HERE)
    each_world.clock.forward(4)
    await take_back_failure(hq, by(crew()), transfer_id, reason="it runs again")
    after = await each_world.transfer(transfer_id)
    assert after.priority is Priority.ZERO  # raised by the failure; a crew lowers none
    raised = {"priority": after.priority, "rule": after.rule, "upgraded": after.upgraded}
    assert replace(after, version=0, proposal=None) == replace(
        before, version=0, proposal=None, **raised
    )
    again = await each_world.unit(SVA_1)
    assert (again.activity, again.transfer_id) == (unit.activity, transfer_id)
    lines = await hq.log.read_events(transfer_id)
    told = [
        (line.actor_name, line.event.reason)
        for line in lines
        if isinstance(line.event, FailureTakenBack)
    ]
    assert told == [(crew().name, "it runs again")]
    await report_progress(hq, by(crew()), transfer_id, step="arrived")
    await hand_over(hq, by(crew()), transfer_id)


async def test_crew_that_lost_sight_of_its_mission_finds_the_failure(each_world: World) -> None:
    transfer_id, hq = await each_world.brought_to(Stage.EN_ROUTE), each_world.hq
    assert await read_failed(hq, by(crew())) == ()
    await report_failure(hq, by(crew()), transfer_id, reason="engine")
    (told,) = await read_failed(hq, by(crew()))
    assert (told.transfer_id, told.unit_id, told.reason) == (transfer_id, SVA_1, "engine")
    assert await read_failed(hq, by(crew(SVA_2))) == ()
    with refused("unknown_transfer"):
        await take_back_failure(hq, by(crew(SVA_2)), transfer_id, reason="slip")
    await take_back_failure(hq, by(crew()), transfer_id, reason="slip")
    assert (await each_world.transfer(transfer_id)).stage is Stage.EN_ROUTE
    assert await read_failed(hq, by(dispatcher())) == ()


async def test_failure_is_shown_to_be_taken_back_as_long_as_it_can(each_world: World) -> None:
    transfer_id, hq = await each_world.brought_to(Stage.EN_ROUTE), each_world.hq
    await report_failure(hq, by(crew()), transfer_id, reason="engine")
    each_world.clock.forward(criterion("failure_back_min"))
    assert len(await read_failed(hq, by(dispatcher()))) == 1
    each_world.clock.forward(1)
    assert await read_failed(hq, by(dispatcher())) == ()
    with refused("failure_too_long_ago"):
        await take_back_failure(hq, by(dispatcher()), transfer_id, reason="slip")


async def test_failure_entered_from_paper_is_taken_back_by_when_it_was_written(
    each_world: World,
) -> None:
    transfer_id, hq = await each_world.brought_to(Stage.EN_ROUTE), each_world.hq
    written_at = each_world.clock.forward(1)
    each_world.clock.forward(180)
    paper = replace(by(dispatcher()), written_at=written_at)
    await report_failure(hq, paper, transfer_id, reason="engine")
    await take_back_failure(hq, by(dispatcher()), transfer_id, reason="slip")
    assert (await each_world.transfer(transfer_id)).stage is Stage.EN_ROUTE


async def test_unit_that_breaks_down_in_the_yard_hands_its_patient_over(
    each_world: World,
) -> None:
    transfer_id, hq = await each_world.brought_to(Stage.ARRIVED), each_world.hq
    await report_failure(hq, by(crew()), transfer_id, reason="does not start")
    unit = await each_world.unit(SVA_1)
    assert (unit.activity, unit.transfer_id) == (Activity.OUT_OF_SERVICE, transfer_id)
    await hand_over(hq, by(crew()), transfer_id)
    assert (await each_world.transfer(transfer_id)).stage is Stage.HANDED_OVER
    unit = await each_world.unit(SVA_1)
    assert (unit.activity, unit.transfer_id) == (Activity.OUT_OF_SERVICE, None)


async def test_unit_that_fails_at_a_stop_is_where_that_hospital_is(each_world: World) -> None:
    transfer_id, hq = await each_world.brought_to(Stage.DEPARTED), each_world.hq
    stop, agreed = HospitalCode(GERMANS_TRIAS), HospitalCode(MATARO)
    await drive_elsewhere(hq, by(crew()), transfer_id, hospital=stop, reason="worse")
    await report_progress(hq, by(crew()), transfer_id, step="arrived")
    await drive_elsewhere(hq, by(crew()), transfer_id, hospital=agreed, reason="better")
    await report_failure(hq, by(crew()), transfer_id, reason="does not start")
    stands_at = hospital(hq.network, stop)
    transfer = await each_world.transfer(transfer_id)
    assert roadside(transfer) == (stands_at.lat, stands_at.lon)


async def test_release_for_a_breakdown_points_to_the_failure(each_world: World) -> None:
    transfer_id, hq = await each_world.brought_to(Stage.EN_ROUTE), each_world.hq
    with refused("breakdown_is_failure", field="reason", unit=SVA_1):
        await release_unit(hq, by(dispatcher()), transfer_id, reason="breakdown")
    unit = await each_world.unit(SVA_1)
    assert (unit.activity, unit.transfer_id) == (Activity.EN_ROUTE, transfer_id)
