"""Steps of the bundle and values for the scores, recorded and looked at by who may."""

from datetime import datetime

import pytest

from dispatch.assessment import AdultValues
from dispatch.assessment.bundle import BundleStep, Item, Reading
from dispatch.desk.read_shared import read_shared
from dispatch.desk.record_assessment import record_assessment
from dispatch.desk.record_bundle import record_bundle
from dispatch.desk.tell_late import tell_late
from dispatch.identity import HEADQUARTERS, Actor
from dispatch.transfer.decide_bundle import BundleReport
from dispatch.transfer.shared import SharedView
from dispatch.transfer.stage import Stage
from tests.builders import (
    NOON,
    VALL_HEBRON,
    analyst,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk_world import World, by

ANTIBIOTIC = BundleReport(BundleStep.ANTIBIOTIC)
LOW = AdultValues(infection_suspected=True, systolic_mmhg=80, diastolic_mmhg=50)
WHO_TREAT = [referring_doctor(), intensivist(), coordinating_doctor(), crew()]


def step_of(shared: SharedView, step: BundleStep) -> Item:
    return next(item for item in shared.bundle.items if item.step is step)


@pytest.mark.parametrize("actor", WHO_TREAT, ids=lambda actor: actor.role)
async def test_who_treats_records_and_all_see_who_and_when(world: World, actor: Actor) -> None:
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    world.clock.forward(30)
    await record_bundle(world.hq, by(actor), transfer_id, report=ANTIBIOTIC)
    await record_assessment(world.hq, by(actor), transfer_id, values=LOW)
    for reader in WHO_TREAT:
        shared = await read_shared(world.hq, by(reader), transfer_id)
        item = step_of(shared, BundleStep.ANTIBIOTIC)
        assert item.state == "done"
        assert (item.done_at, item.recorded_by) == (world.clock.now_at, actor.name)
        assert (shared.assessed_at, shared.assessed_by) == (world.clock.now_at, actor.name)


async def test_step_told_late_keeps_its_own_time(world: World) -> None:
    transfer_id = await world.opened()
    world.clock.forward(90)
    wall = datetime.fromisoformat("2026-11-22T13:20:00+01:00")
    report = BundleReport(BundleStep.LACTATE, Reading(lactate_mmol_l=3.0), wall)
    await record_bundle(world.hq, by(referring_doctor()), transfer_id, report=report)
    line = (await world.hq.log.read_events(transfer_id))[-1]
    assert line.occurred_at == wall
    assert line.recorded_at == world.clock.now_at


async def test_step_without_a_zone_is_refused(world: World) -> None:
    transfer_id = await world.opened()
    report = BundleReport(BundleStep.ANTIBIOTIC, occurred_at=NOON.replace(tzinfo=None))
    with refused("instant_without_zone", field="occurred_at"):
        await record_bundle(world.hq, by(referring_doctor()), transfer_id, report=report)


async def test_timers_go_on_where_they_were_after_a_restart(world: World) -> None:
    """Nothing runs while the program is down: an hour later the antibiotic is late."""
    transfer_id = await world.opened()
    doctor = by(referring_doctor())
    before = step_of(await read_shared(world.hq, doctor, transfer_id), BundleStep.ANTIBIOTIC)
    world.clock.forward(61)
    after = step_of(await read_shared(world.hq, doctor, transfer_id), BundleStep.ANTIBIOTIC)
    assert (before.state, after.state) == ("due", "late")
    assert before.due_at == after.due_at


@pytest.mark.parametrize("actor", [dispatcher(), analyst()], ids=lambda actor: actor.role)
async def test_who_does_not_treat_sees_and_records_nothing(world: World, actor: Actor) -> None:
    transfer_id = await world.opened()
    with refused("role_not_allowed"):
        await record_bundle(world.hq, by(actor), transfer_id, report=ANTIBIOTIC)
    with refused("role_not_allowed"):
        await record_assessment(world.hq, by(actor), transfer_id, values=LOW)
    with refused("role_not_allowed"):
        await read_shared(world.hq, by(actor), transfer_id)


async def test_stranger_does_not_find_the_shared_page(world: World) -> None:
    transfer_id = await world.opened()
    stranger = by(referring_doctor(VALL_HEBRON))
    with refused("unknown_transfer"):
        await read_shared(world.hq, stranger, transfer_id)
    with refused("unknown_transfer"):
        await record_bundle(world.hq, stranger, transfer_id, report=ANTIBIOTIC)
    with refused("unknown_transfer"):
        await record_assessment(world.hq, stranger, transfer_id, values=LOW)


async def test_values_say_when_they_were_measured(world: World) -> None:
    transfer_id = await world.opened()
    world.clock.forward(60)
    values = AdultValues(infection_suspected=True, assessed_at=NOON)
    await record_assessment(world.hq, by(referring_doctor()), transfer_id, values=values)
    shared = await read_shared(world.hq, by(referring_doctor()), transfer_id)
    assert shared.assessed_at == NOON


async def test_only_headquarters_tells_what_is_late(world: World) -> None:
    transfer_id = await world.opened()
    await tell_late(world.hq, by(HEADQUARTERS), transfer_id)
    assert "transfer.bundle-late" not in await world.names()
    world.clock.forward(61)
    await tell_late(world.hq, by(HEADQUARTERS), transfer_id)
    assert (await world.names())[-1] == "transfer.bundle-late"
    with refused("role_not_allowed"):
        await tell_late(world.hq, by(coordinating_doctor()), transfer_id)
