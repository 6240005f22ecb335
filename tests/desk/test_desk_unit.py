"""Giving a transfer its unit: planned, confirmed, taken off again."""

from dataclasses import replace as rewired

import pytest
from msgspec.structs import replace

from dispatch.assessment.priority import Condition
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.propose_units import propose_units
from dispatch.desk.record_positions import record_positions
from dispatch.desk.release_unit import release_unit
from dispatch.desk.report_progress import report_progress
from dispatch.desk.report_unit_status import StatusReport, report_unit_status
from dispatch.fleet import Activity, Assignability
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import TransferId, Unavailable, UnitId
from dispatch.routing.problem.instance import Instance
from dispatch.routing.propose import Proposed
from dispatch.transfer.stage import Stage
from tests.builders import CALELLA, MATARO, a_position, crew, dispatcher, refused
from tests.desk_world import World, by, plan

SVA_1, SVA_2 = UnitId("SVA-01"), UnitId("SVA-02")
NEAR = "nearest"


async def assign(world: World, transfer_id: TransferId, unit_id: UnitId = SVA_1) -> None:
    """Whoever has the unit now is known to lose it."""
    unit = (await world.board()).units.get(unit_id)
    await assign_unit(
        world.hq,
        by(dispatcher()),
        transfer_id,
        unit_id=unit_id,
        override_reason=NEAR,
        takes_from=unit.transfer_id if unit else None,
    )


async def test_plan_proposes_a_unit_for_each_transfer(world: World) -> None:
    ids = [await world.brought_to(Stage.ACCEPTED, f"NHC {number}") for number in range(2)]
    receipt = await propose_units(world.hq, by(HEADQUARTERS))
    assert (await world.names())[-2:] == ["transfer.unit-proposed"] * 2
    proposals = [(await world.transfer(each)).proposal for each in ids]
    assert receipt.subject == "plan"
    units = {proposal.unit_id for proposal in proposals if proposal}
    assert len(units) == 2
    assert None not in units


async def test_same_plan_is_not_told_again(world: World) -> None:
    await world.brought_to(Stage.ACCEPTED)
    first = await propose_units(world.hq, by(HEADQUARTERS))
    assert await propose_units(world.hq, by(HEADQUARTERS)) == first


async def test_nothing_agreed_needs_no_plan(world: World) -> None:
    await world.brought_to(Stage.ASKED)

    async def never(instance: Instance, pinned: frozenset[str]) -> Proposed:
        raise Unavailable("never")

    hq = rewired(world.hq, plan=never)
    assert (await propose_units(hq, by(HEADQUARTERS))).seq == (await world.board()).seq


async def test_plan_made_of_moved_rows_is_made_again(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    plans = 0

    async def slow(instance: Instance, pinned: frozenset[str]) -> Proposed:
        nonlocal plans
        plans += 1
        proposed = await plan(instance, pinned)
        if plans == 1:
            await assign(world, transfer_id)
        return proposed

    await propose_units(rewired(world.hq, plan=slow), by(HEADQUARTERS))
    assert plans == 2
    assert (await world.transfer(transfer_id)).unit_id == SVA_1


async def test_proposed_unit_is_confirmed_without_a_reason(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    await propose_units(world.hq, by(HEADQUARTERS))
    proposal = (await world.transfer(transfer_id)).proposal
    assert proposal is not None
    assert proposal.unit_id is not None
    before = (await world.board()).seq
    await assign_unit(world.hq, by(dispatcher()), transfer_id, unit_id=proposal.unit_id)
    assert await world.names(before) == ["transfer.unit-assigned", "unit.status-changed"]
    unit = await world.unit(proposal.unit_id)
    assert (unit.transfer_id, unit.activity) == (transfer_id, Activity.DISPATCHED)
    assert unit.assignability is Assignability.NOT_AVAILABLE


async def test_another_unit_needs_a_reason(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    with refused("override_reason_needed"):
        await assign_unit(world.hq, by(dispatcher()), transfer_id, unit_id=SVA_2)


async def test_unit_cannot_go_without_agreement(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    with refused("not_agreed"):
        await assign(world, transfer_id)


async def test_unknown_unit_cannot_go(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    with refused("unknown_unit"):
        await assign(world, transfer_id, UnitId("SVA-99"))


async def test_unknown_transfer_gets_no_unit(world: World) -> None:
    with refused("unknown_transfer"):
        await assign(world, TransferId("none"))


async def test_expected_times_start_from_a_fresh_position(world: World) -> None:
    far, near = (
        await world.brought_to(Stage.ACCEPTED, "NHC far"),
        await world.brought_to(Stage.ACCEPTED, "NHC near"),
    )
    out = StatusReport("other_mission", busy_until_at=world.clock())
    for unit_id in (SVA_1, SVA_2):
        await report_unit_status(world.hq, by(HEADQUARTERS), unit_id, out)
    calella = world.hq.network.hospitals[CALELLA]
    there = a_position(SVA_2, lat=calella.lat, lon=calella.lon, seen_at=world.clock())
    await record_positions(world.hq, by(HEADQUARTERS), [there])
    await assign(world, far, SVA_1)
    await assign(world, near, SVA_2)
    late = (await world.transfer(far)).expected_bedside_at
    soon = (await world.transfer(near)).expected_bedside_at
    assert late is not None
    assert soon is not None
    assert soon < late


async def test_unit_can_be_diverted_before_it_loads(world: World) -> None:
    first = await world.brought_to(Stage.EN_ROUTE, "NHC 1")
    second = await world.brought_to(Stage.ACCEPTED, "NHC 2")
    before = (await world.board()).seq
    await assign(world, second)
    assert await world.names(before) == [
        "transfer.unit-released",
        "transfer.unit-assigned",
        "unit.status-changed",
    ]
    loser = await world.transfer(first)
    assert (loser.unit_id, loser.stage) == (None, Stage.ACCEPTED)
    assert (await world.unit(SVA_1)).transfer_id == second


async def test_loaded_unit_is_never_diverted(world: World) -> None:
    first = await world.brought_to(Stage.AT_PATIENT, "NHC 1")
    second = await world.brought_to(Stage.ACCEPTED, "NHC 2")
    with refused("unit_loaded"):
        await assign(world, second)
    assert (await world.transfer(first)).unit_id == SVA_1


async def test_replaced_unit_is_free_again(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    await assign(world, transfer_id, SVA_2)
    assert (await world.unit(SVA_1)).assignability is Assignability.AVAILABLE
    assert (await world.transfer(transfer_id)).unit_id == SVA_2


async def test_two_transfers_can_swap_their_units(world: World) -> None:
    first = await world.brought_to(Stage.ASSIGNED, "NHC 1", unit_id=SVA_1)
    second = await world.brought_to(Stage.ASSIGNED, "NHC 2", unit_id=SVA_2)
    await assign(world, first, SVA_2)
    await assign(world, second, SVA_1)
    units = [(await world.transfer(each)).unit_id for each in (first, second)]
    assert units == [SVA_2, SVA_1]


async def test_released_unit_is_available_again(world: World) -> None:
    transfer_id = await world.brought_to(Stage.EN_ROUTE)
    await release_unit(world.hq, by(dispatcher()), transfer_id, reason="needed elsewhere")
    transfer = await world.transfer(transfer_id)
    assert (transfer.stage, transfer.unit_id) == (Stage.ACCEPTED, None)
    assert (await world.unit(SVA_1)).activity is Activity.STATION


async def test_transfer_without_unit_releases_none(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    with refused("no_unit_assigned", stage="accepted"):
        await release_unit(world.hq, by(dispatcher()), transfer_id, reason="needed elsewhere")


@pytest.mark.parametrize("stage", [Stage.AT_PATIENT, Stage.ARRIVED])
async def test_loaded_unit_cannot_be_released(world: World, stage: Stage) -> None:
    transfer_id = await world.brought_to(stage)
    with refused("not_at_this_stage"):
        await release_unit(world.hq, by(dispatcher()), transfer_id, reason="needed elsewhere")


async def test_release_needs_a_reason(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    with refused("text_invalid", field="reason"):
        await release_unit(world.hq, by(dispatcher()), transfer_id, reason=" ")


async def test_crew_loses_sight_of_a_transfer_taken_off(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    await release_unit(world.hq, by(dispatcher()), transfer_id, reason="needed elsewhere")
    with refused("unknown_transfer"):
        await report_progress(world.hq, by(crew()), transfer_id, step="notified")


async def test_diversion_to_a_shock_is_proposed_with_who_pays(world: World) -> None:
    await world.brought_to(Stage.EN_ROUTE, unit_id=(nearest := await _nearest(world)))
    shock = await world.brought_to(
        Stage.ACCEPTED, "NHC 2", referring=MATARO, condition=Condition.SEPTIC_SHOCK
    )
    await propose_units(world.hq, by(HEADQUARTERS))
    proposal = (await world.transfer(shock)).proposal
    assert proposal is not None
    assert proposal.unit_id == nearest
    codes = [why.code for why in proposal.options[0].reasons]
    assert codes[:2] == ["best_plan", "diversion_gains"]
    assert codes[2].startswith("diversion_")
    assert proposal.options[0].reasons[2].facts["number"]


async def test_planning_again_and_again_says_nothing_new(world: World) -> None:
    await world.brought_to(Stage.EN_ROUTE)
    await world.brought_to(Stage.ACCEPTED, "NHC 2")
    first = await propose_units(world.hq, by(HEADQUARTERS))
    for _ in range(5):
        assert (await propose_units(world.hq, by(HEADQUARTERS))).seq == first.seq


async def test_crew_goes_on_when_the_switch_is_not_better(world: World) -> None:
    transfer_id = await world.brought_to(Stage.EN_ROUTE)

    async def fickle(instance: Instance, pinned: frozenset[str]) -> Proposed:
        if pinned:
            return await plan(instance, pinned)
        others = tuple(unit for unit in instance.units if unit.assigned_to is None)
        found = await plan(replace(instance, units=others), pinned)
        return replace(
            found, solution=replace(found.solution, vector=(0, 0, 0, 0, 0, 0, 9_999))
        )

    await propose_units(rewired(world.hq, plan=fickle), by(HEADQUARTERS))
    assert (await world.transfer(transfer_id)).proposal is None


async def test_unit_just_proposed_is_not_sent_elsewhere(world: World) -> None:
    first = await world.brought_to(Stage.ACCEPTED)
    await propose_units(world.hq, by(HEADQUARTERS))
    shown = (await world.transfer(first)).proposal
    assert shown is not None
    second = await world.brought_to(Stage.ACCEPTED, "NHC 2")

    async def swapping(instance: Instance, pinned: frozenset[str]) -> Proposed:
        if pinned:
            return await plan(instance, pinned)
        given = tuple(
            replace(unit, assigned_to=second) if unit.id == shown.unit_id else unit
            for unit in instance.units
        )
        return await plan(replace(instance, units=given), frozenset({str(shown.unit_id)}))

    await propose_units(rewired(world.hq, plan=swapping), by(HEADQUARTERS))
    assert (await world.transfer(first)).proposal == shown
    told = (await world.transfer(second)).proposal
    assert told is not None
    assert told.unit_id not in {None, shown.unit_id}


async def _nearest(world: World) -> str:
    """The unit with a doctor that is first at Mataró."""
    board, travel = await world.board(), world.hq.travel
    return min(
        (name for name in board.units if name.startswith("SVA")),
        key=lambda name: travel.road_min(board.units[name].base_id, MATARO),
    )
