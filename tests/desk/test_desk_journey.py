"""The journey: the crew's steps, the handover, the end before the time."""

from datetime import datetime

import pytest

from dispatch.capacity import BedKind
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.desk.hand_over import hand_over
from dispatch.desk.report_progress import report_progress
from dispatch.fleet import Activity, Assignability
from dispatch.identity import Actor
from dispatch.transfer.stage import Stage
from tests.builders import (
    JOURNEY,
    MATARO,
    NOON,
    VALL_HEBRON,
    at,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk_world import World, by

NAIVE = datetime(2026, 11, 22, 12, 3)  # noqa: DTZ001 -- what is to be refused


async def test_crew_reports_every_step_in_order(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    for step in JOURNEY:
        world.clock.forward(10)
        await report_progress(world.hq, by(crew()), transfer_id, step=step)
    times = (await world.transfer(transfer_id)).milestones
    assert times.arrived_at == world.clock()
    assert times.notified_at is not None
    assert (world.clock() - times.notified_at).total_seconds() == 40 * 60
    assert (await world.unit("SVA-01")).place == MATARO


@pytest.mark.parametrize("actor", [dispatcher(), coordinating_doctor()])
async def test_headquarters_can_report_by_radio(world: World, actor: Actor) -> None:
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    await report_progress(world.hq, by(actor), transfer_id, step="notified")
    assert (await world.transfer(transfer_id)).stage is Stage.NOTIFIED


async def test_step_cannot_be_left_out(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    with refused("not_at_this_stage"):
        await report_progress(world.hq, by(crew()), transfer_id, step="departed")


async def test_crew_cannot_report_for_another_unit(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    with refused("unknown_transfer"):
        await report_progress(world.hq, by(crew("SVA-02")), transfer_id, step="notified")


async def test_transfer_without_unit_makes_no_progress(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    with refused("no_unit_assigned", stage="accepted"):
        await report_progress(world.hq, by(dispatcher()), transfer_id, step="notified")
    with refused("no_unit_assigned", stage="accepted"):
        await hand_over(world.hq, by(dispatcher()), transfer_id)


async def test_late_report_keeps_its_true_time(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    when_at, now_at = world.clock(), world.clock.forward(30)
    await report_progress(
        world.hq, by(crew()), transfer_id, step="notified", occurred_at=when_at
    )
    assert (await world.transfer(transfer_id)).milestones.notified_at == when_at
    line = (await world.hq.log.read_events(transfer_id))[-1]
    assert (line.occurred_at, line.recorded_at) == (when_at, now_at)


async def test_instant_without_zone_is_refused(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    with refused("instant_without_zone", field="occurred_at"):
        await report_progress(
            world.hq, by(crew()), transfer_id, step="notified", occurred_at=NAIVE
        )
    with refused("instant_without_zone", field="occurred_at"):
        await hand_over(world.hq, by(crew()), transfer_id, occurred_at=NAIVE)


@pytest.mark.parametrize("minutes", [-60, 60])
async def test_impossible_time_is_refused(world: World, minutes: float) -> None:
    transfer_id = await world.brought_to(Stage.ARRIVED)
    with refused("out_of_order", field="occurred_at"):
        await hand_over(world.hq, by(crew()), transfer_id, occurred_at=at(minutes))


@pytest.mark.parametrize("actor", [crew(), intensivist(), dispatcher(), coordinating_doctor()])
async def test_handover_closes_and_uses_the_bed(world: World, actor: Actor) -> None:
    transfer_id = await world.brought_to(Stage.ARRIVED)
    before = (await world.board()).seq
    await hand_over(world.hq, by(actor), transfer_id)
    assert await world.names(before) == [
        "transfer.handed-over",
        "capacity.bed-occupied",
        "unit.status-changed",
    ]
    board = await world.board()
    beds = board.beds[MATARO, BedKind.ICU]
    assert (transfer_id in board.transfers, beds.held, beds.used) == (False, 0, 1)
    unit = await world.unit("SVA-01")
    assert (unit.activity, unit.transfer_id) == (Activity.CLEARING, None)


async def test_handover_can_be_reported_late(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ARRIVED)
    when_at = world.clock()
    world.clock.forward(15)
    await hand_over(world.hq, by(crew()), transfer_id, occurred_at=when_at)
    assert (await world.transfer(transfer_id)).milestones.handed_over_at == when_at


async def test_patient_on_the_way_cannot_be_handed_over(world: World) -> None:
    transfer_id = await world.brought_to(Stage.DEPARTED)
    with refused("not_at_this_stage"):
        await hand_over(world.hq, by(crew()), transfer_id)


async def test_stranger_cannot_take_over(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ARRIVED)
    with refused("unknown_transfer"):
        await hand_over(world.hq, by(intensivist(VALL_HEBRON)), transfer_id)


async def test_closed_transfer_is_handed_over_once(world: World) -> None:
    transfer_id = await world.brought_to(Stage.HANDED_OVER)
    with refused("not_at_this_stage"):
        await hand_over(world.hq, by(dispatcher()), transfer_id)


@pytest.mark.parametrize(
    ("stage", "freed"),
    [
        (Stage.REQUESTED, []),
        (Stage.ASKED, []),
        (Stage.ACCEPTED, ["capacity.bed-released"]),
        (Stage.ASSIGNED, ["capacity.bed-released", "unit.status-changed"]),
        (Stage.AT_PATIENT, ["capacity.bed-released", "unit.status-changed"]),
    ],
)
async def test_cancelling_frees_bed_and_unit(
    world: World, stage: Stage, freed: list[str]
) -> None:
    transfer_id = await world.brought_to(stage)
    before = (await world.board()).seq
    await cancel_transfer(world.hq, by(referring_doctor()), transfer_id, reason="better")
    assert await world.names(before) == ["transfer.cancelled", *freed]
    assert transfer_id not in (await world.board()).transfers
    assert (await world.unit("SVA-01")).assignability is Assignability.AVAILABLE
    assert all(beds.held == 0 for beds in (await world.board()).beds.values())


@pytest.mark.parametrize("stage", [Stage.DEPARTED, Stage.HANDED_OVER])
async def test_patient_on_board_cannot_be_cancelled(world: World, stage: Stage) -> None:
    transfer_id = await world.brought_to(stage)
    with refused("not_at_this_stage"):
        await cancel_transfer(world.hq, by(dispatcher()), transfer_id, reason="better")


async def test_cancelling_needs_a_reason_and_sight(world: World) -> None:
    transfer_id = await world.opened()
    with refused("text_invalid", field="reason"):
        await cancel_transfer(world.hq, by(dispatcher()), transfer_id, reason="")
    with refused("unknown_transfer"):
        stranger = by(referring_doctor(VALL_HEBRON))
        await cancel_transfer(world.hq, stranger, transfer_id, reason="better")
    assert world.clock() == NOON
