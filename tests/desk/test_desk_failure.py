"""A unit fails with the patient on board, on both stores: another one brings him there."""

import pytest

from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.confirm_part import confirm_part
from dispatch.desk.hand_over import hand_over
from dispatch.desk.propose_units import propose_units
from dispatch.desk.record_positions import record_positions
from dispatch.desk.report_failure import report_failure
from dispatch.desk.report_progress import report_progress
from dispatch.desk.report_unit_status import StatusReport, report_unit_status
from dispatch.fleet import Activity
from dispatch.fleet.position import UNKNOWN_S
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import TransferId, UnitId
from dispatch.transfer.custody import responsible_unit
from dispatch.transfer.events import Step
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import roadside, waiting_unit
from tests.builders import a_position, crew, dispatcher, refused
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
