"""The planner keeps proposals true, and no failure ends it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace as rewired

import pytest
from msgspec.structs import replace
from structlog.testing import capture_logs

from dispatch.assessment import Condition, Priority
from dispatch.assessment.values import AdultValues
from dispatch.capacity import BedKind
from dispatch.desk.change_condition import change_condition
from dispatch.desk.decline_transfer import decline_transfer
from dispatch.desk.propose_hospitals import propose_hospitals
from dispatch.desk.propose_units import propose_units
from dispatch.desk.record_assessment import record_assessment
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.kernel import Refused, Unavailable
from dispatch.transfer.decide_priority import ConditionReport
from dispatch.transfer.parts import Needs
from dispatch.transfer.said_picture import SaidClinical, SaidNeeds
from dispatch.transfer.stage import Stage
from dispatch.watch import planner
from tests.builders import MATARO, coordinating_doctor, intensivist, referring_doctor
from tests.desk_world import World, by, plan
from tests.waits import until


@asynccontextmanager
async def planning(hq) -> AsyncIterator[None]:
    """The planner, from its first look around on."""
    has_looked, look_after = asyncio.Event(), planner.look_after

    async def looking(*args, **named):
        owed = await look_after(*args, **named)
        has_looked.set()
        return owed

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(planner, "look_after", looking)
        task = asyncio.create_task(planner.run(hq))
        try:
            await until(has_looked.is_set)
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


async def test_planner_proposes_for_what_it_finds(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)

    async def proposed():
        return (await world.transfer(transfer_id)).proposal

    async with planning(world.hq):
        await until(proposed)


async def test_planner_plans_anew_when_either_doctor_sees_it_worsen(world: World) -> None:
    """The intensivist hears of shock while a unit is on its way: the old plan is no plan."""
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    agreement = (await world.transfer(transfer_id)).agreement
    assert agreement is not None
    hospital = agreement.hospital
    async with planning(world.hq):
        before = (await world.transfer(transfer_id)).proposal
        world.clock.forward(3)
        shock = ConditionReport(
            Condition.SEPTIC_SHOCK, SaidNeeds(vasoactives=True), SaidClinical()
        )
        await change_condition(world.hq, by(intensivist(hospital)), transfer_id, shock)

        async def planned_since():
            transfer = await world.transfer(transfer_id)
            plan_now = transfer.proposal
            if plan_now is None or plan_now == before:
                return False
            return plan_now.computed_at == world.clock.now_at

        await until(planned_since)
    after = await world.transfer(transfer_id)
    assert (after.priority, after.upgraded) == (Priority.ZERO, True)


async def test_planner_proposes_when_an_agreement_comes(world: World) -> None:
    async with planning(world.hq):
        transfer_id = await world.brought_to(Stage.ACCEPTED)

        async def proposed():
            return (await world.transfer(transfer_id)).proposal

        await until(proposed)


async def test_planner_ranks_hospitals_again_after_a_refusal(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    async with planning(world.hq):
        await decline_transfer(world.hq, by(intensivist(MATARO)), transfer_id, reason="no_bed")

        async def mataro_left():
            candidates = (await world.transfer(transfer_id)).candidates
            return candidates and MATARO not in {each.hospital for each in candidates}

        await until(mataro_left)


async def test_planner_ranks_hospitals_again_when_beds_change(world: World) -> None:
    transfer_id = await world.opened()
    async with planning(world.hq):
        report = BedReport(hospital=MATARO, kind=BedKind.ICU, total=14, used=9)
        await report_capacity(world.hq, by(coordinating_doctor()), report)

        async def knows_beds():
            candidates = (await world.transfer(transfer_id)).candidates
            return {each.hospital: each.beds_free for each in candidates}.get(MATARO) == 5

        await until(knows_beds)


@pytest.mark.parametrize("stage", [Stage.REQUESTED, Stage.ASKED, Stage.ACCEPTED])
async def test_planner_ranks_hospitals_again_when_values_need_more(
    world: World, stage: Stage
) -> None:
    """An ICU bed was not thought necessary, and then noradrenaline ran."""
    transfer_id = await world.brought_to(stage, needs=Needs(icu=False))
    ranked = (await world.names()).count("transfer.hospitals-proposed")
    async with planning(world.hq):
        values = AdultValues(vasoactives_mcg_kg_min={"noradrenaline": 0.3})
        doctor = by(referring_doctor())
        await record_assessment(world.hq, doctor, transfer_id, values=values)

        async def is_ranked_anew():
            return (await world.names()).count("transfer.hospitals-proposed") > ranked

        await until(is_ranked_anew)
    levels = {
        reason.code
        for each in (await world.transfer(transfer_id)).not_proposed
        for reason in each.reasons
    }
    assert "level_too_low" in levels


async def test_planner_never_answers_itself(world: World) -> None:
    await world.brought_to(Stage.ACCEPTED)
    async with planning(world.hq):
        await asyncio.sleep(3 * planner.SETTLE_S + 1)
    assert (await world.names()).count("transfer.unit-proposed") == 1


@pytest.mark.parametrize("fault", [Unavailable("solver"), KeyError("P0:valls")], ids=repr)
async def test_planner_outlives_what_fails(world: World, fault: Exception) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    calls = 0

    async def fails_once(instance, pinned):
        nonlocal calls
        calls += 1
        if calls == 1:
            raise fault
        return await plan(instance, pinned)

    async def proposed():
        return (await world.transfer(transfer_id)).proposal

    async def failed():
        return calls

    async with planning(rewired(world.hq, plan=fails_once)):
        await until(failed)
        await world.opened("NHC 2")
        await until(proposed)
    assert calls >= 2


def failing_first(verb):
    """The verb, but the first time people keep changing the same rows."""
    calls = 0

    async def act(*args):
        nonlocal calls
        calls += 1
        if calls == 1:
            raise Unavailable("too_busy")
        return await verb(*args)

    return act


async def test_hospitals_that_a_busy_round_could_not_propose_come_with_the_next(
    world: World, monkeypatch
) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    async with planning(world.hq):
        monkeypatch.setattr(planner, "propose_hospitals", failing_first(propose_hospitals))
        await decline_transfer(world.hq, by(intensivist(MATARO)), transfer_id, reason="no_bed")

        async def mataro_left():
            candidates = (await world.transfer(transfer_id)).candidates
            return candidates and MATARO not in {each.hospital for each in candidates}

        await until(mataro_left)


async def test_units_that_a_busy_round_could_not_propose_come_with_the_next(
    world: World, monkeypatch
) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    monkeypatch.setattr(planner, "propose_units", failing_first(propose_units))

    async def proposed():
        return (await world.transfer(transfer_id)).proposal

    async with planning(world.hq):
        await until(proposed)


async def test_round_without_a_board_owes_all_of_its_ground(world: World, monkeypatch) -> None:
    async def lost(*_):
        raise Unavailable("database")

    monkeypatch.setattr(planner, "read_board", lost)
    assert await planner.look_after(world.hq, planner.EVERYTHING) == planner.EVERYTHING


async def test_round_that_is_refused_is_an_error_and_others_are_not(world, monkeypatch):
    async def refusing(*_, **__):
        raise Refused("unknown_place", field="place", value="closed base")

    await world.opened()
    monkeypatch.setattr(planner, "propose_units", refusing)
    monkeypatch.setattr(planner, "propose_hospitals", refusing)
    with capture_logs() as logs:
        await planner.look_after(world.hq, planner.EVERYTHING)
    told = {each["event"]: each for each in logs}
    assert told["no_plan"]["log_level"] == "error"
    assert told["no_plan"]["value"] == "closed base"
    assert told["refused"]["log_level"] == "info"


@pytest.mark.parametrize("broken", ["propose_units", "propose_hospitals"])
async def test_planner_is_at_fault_until_all_of_a_round_goes_well(world, monkeypatch, broken):
    """What goes well beside it, or is read between two rounds, hides nothing."""

    async def breaks(*_, **__):
        raise KeyError("base")

    await world.opened()
    with monkeypatch.context() as defect, capture_logs():
        defect.setattr(planner, broken, breaks)
        assert await planner.look_after(world.hq, planner.EVERYTHING) == planner.EVERYTHING
        assert world.hq.outages.defects == ("planner",)
        async with planning(world.hq):
            assert world.hq.outages.defects == ("planner",)
    with capture_logs():
        assert await planner.look_after(world.hq, planner.EVERYTHING) is None
    assert world.hq.outages.defects == ()


async def test_refused_plan_is_a_fault_that_people_see_and_is_not_tried_at_once(
    world, monkeypatch
):
    async def refusing(*_, **__):
        raise Refused("unknown_place", field="place", value="closed base")

    monkeypatch.setattr(planner, "propose_units", refusing)
    with capture_logs():
        assert await planner.look_after(world.hq, planner.EVERYTHING) is None
    assert world.hq.outages.defects == ("planner",)


async def test_ghost_unit_is_told_and_others_are_proposed(world):
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    ghost = replace(await world.unit("SVA-01"), base_id="closed base", place="closed base")
    await world.hq.fleet.set_fleet([ghost, await world.unit("SVA-02")])
    with capture_logs() as logs:
        await planner.look_after(world.hq, planner.Ground())
    proposal = (await world.transfer(transfer_id)).proposal
    assert proposal is not None
    assert proposal.unit_id == "SVA-02"
    (told,) = [each for each in logs if each["event"] == "off_the_map"]
    assert told["log_level"] == "error"
    assert "SVA-01" in str(told)
