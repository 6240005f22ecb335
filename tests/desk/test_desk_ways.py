"""What turns out otherwise, on both stores."""

from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.report_progress import report_progress
from dispatch.desk.take_back_step import take_back_step
from dispatch.fleet import Activity
from dispatch.kernel import UnitId
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import waiting_unit
from tests.builders import crew, dispatcher, refused
from tests.desk.test_desk_failure import SVA_1, failed
from tests.desk_world import World, by


async def test_step_is_taken_back_and_reported_again(world: World) -> None:
    transfer_id = await world.brought_to(Stage.AT_PATIENT)
    hq = world.hq
    world.clock.forward(2)
    await take_back_step(hq, by(crew()), transfer_id, step="at_patient", reason="slip")
    transfer, board = await world.transfer(transfer_id), await world.board()
    assert (transfer.stage, transfer.milestones.at_patient_at) == (Stage.EN_ROUTE, None)
    assert board.units[SVA_1].activity is Activity.EN_ROUTE
    with refused("step_not_last", allowed="en_route"):
        await take_back_step(hq, by(crew()), transfer_id, step="at_patient", reason="slip")
    reached_at = world.clock.forward(9)
    await report_progress(hq, by(crew()), transfer_id, step="at_patient")
    assert (await world.transfer(transfer_id)).milestones.at_patient_at == reached_at


async def test_crew_let_go_too_early_has_the_patient_again(world: World) -> None:
    transfer_id, hq = await failed(world), world.hq
    second = UnitId("SVA-02")
    command = by(dispatcher())
    await assign_unit(hq, command, transfer_id, unit_id=second, override_reason="near")
    for step in ("notified", "en_route", "at_patient", "departed"):
        world.clock.forward(3)
        await report_progress(hq, by(crew(second)), transfer_id, step=step)
    await take_back_step(
        hq, by(dispatcher()), transfer_id, step="departed", reason="still loading"
    )
    assert waiting_unit(await world.transfer(transfer_id)) == SVA_1
