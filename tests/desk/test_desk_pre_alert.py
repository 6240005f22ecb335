"""Pre-alerts through the desk, on both stores: raised, seen, answered, linked, over."""

from typing import Any

import pytest

from dispatch.assessment import AdultValues, ChildValues
from dispatch.desk.acknowledge_pre_alert import acknowledge_pre_alert
from dispatch.desk.cancel_pre_alert import cancel_pre_alert
from dispatch.desk.expire_pre_alert import expire_pre_alert
from dispatch.desk.link_pre_alert import link_pre_alert
from dispatch.desk.raise_pre_alert import raise_pre_alert
from dispatch.desk.read_pre_alert import read_pre_alert
from dispatch.desk.redirect_pre_alert import redirect_pre_alert
from dispatch.desk.resolve_pre_alert import resolve_pre_alert
from dispatch.identity import HEADQUARTERS, Actor
from dispatch.kernel import PreAlertId, TransferId
from dispatch.transfer.decide_pre_alert import Redirection
from dispatch.transfer.pre_alert import PreAlertStage
from tests.builders import (
    CALELLA,
    MATARO,
    analyst,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk_world import World, by, fleet
from tests.pre_alert_builders import FAST, a_report, primary_care
from tests.stores import require_replay

DOCTOR = referring_doctor(CALELLA)


async def raised(world: World, actor: Actor | None = None, **changes: Any) -> PreAlertId:
    command = by(actor or crew())
    receipt = await raise_pre_alert(world.hq, command, a_report(**changes), values=FAST)
    return PreAlertId(receipt.subject)


async def confirmed(world: World) -> PreAlertId:
    one = await raised(world)
    await resolve_pre_alert(world.hq, by(DOCTOR), one)
    return one


async def test_crew_tells_the_nearest_hospital_and_no_transfer_opens(world: World) -> None:
    one = await raised(world)
    board = await world.board()
    assert board.transfers == {}
    assert board.pre_alerts[one].hospital == CALELLA
    assert board.pre_alerts[one].number.startswith("PRE-")
    await require_replay(world.hq.log, fleet())


@pytest.mark.parametrize(
    "actor", [crew(), primary_care(), DOCTOR, intensivist(CALELLA), coordinating_doctor()]
)
async def test_who_takes_part_reads_the_signs(world: World, actor: Actor) -> None:
    one = await raised(world, crew() if actor.unit_id else primary_care())
    view = await read_pre_alert(world.hq, by(actor), one)
    assert [each.code for each in view.findings or ()] == ["tachypnoea", "tachycardia"]


@pytest.mark.parametrize("actor", [dispatcher(), analyst()])
async def test_who_works_at_the_board_reads_no_signs(world: World, actor: Actor) -> None:
    view = await read_pre_alert(world.hq, by(actor), await raised(world))
    assert view.findings is None


@pytest.mark.parametrize("actor", [referring_doctor(MATARO), crew("SVA-02"), primary_care()])
async def test_for_others_there_is_no_pre_alert(world: World, actor: Actor) -> None:
    one = await raised(world)
    with refused("unknown_pre_alert"):
        await read_pre_alert(world.hq, by(actor), one)


async def test_values_without_a_sign_are_refused_and_nothing_is_kept(world: World) -> None:
    calm = AdultValues(infection_suspected=True, heart_rate_bpm=70)
    with refused("no_sign_fired"):
        await raise_pre_alert(world.hq, by(crew()), a_report(), values=calm)
    assert (await world.board()).seq == 0


async def test_child_is_kept_by_its_group_of_age(world: World) -> None:
    child = ChildValues(age_months=7, infection_suspected=True, has_petechiae=True)
    receipt = await raise_pre_alert(world.hq, by(crew()), a_report(), values=child)
    kept = (await world.board()).pre_alerts[PreAlertId(receipt.subject)]
    assert kept.age_group == "under_1"


async def test_same_pre_alert_sent_twice_is_raised_once(world: World) -> None:
    command = by(crew(), key="sent from a bad line")
    first = await raise_pre_alert(world.hq, command, a_report(), values=FAST)
    again = await raise_pre_alert(world.hq, command, a_report(), values=FAST)
    assert first == again
    assert len((await world.board()).pre_alerts) == 1


async def test_acknowledged_once_by_the_first_doctor(world: World) -> None:
    one = await raised(world)
    world.clock.forward(2)
    await acknowledge_pre_alert(world.hq, by(intensivist(CALELLA)), one)
    seen = (await world.board()).pre_alerts[one]
    assert (seen.stage, seen.acknowledged_at) == (
        PreAlertStage.ACKNOWLEDGED,
        world.clock.now_at,
    )
    with refused("already_acknowledged"):
        await acknowledge_pre_alert(world.hq, by(DOCTOR), one)


async def test_redirected_one_changes_hands(world: World) -> None:
    one = await raised(world)
    to = Redirection(MATARO, 25, "no CT in Calella today")
    await redirect_pre_alert(world.hq, by(dispatcher()), one, to=to)
    with refused("unknown_pre_alert"):
        await acknowledge_pre_alert(world.hq, by(DOCTOR), one)
    await acknowledge_pre_alert(world.hq, by(referring_doctor(MATARO)), one)


async def test_confirmed_one_leaves_the_board_and_can_still_be_read(world: World) -> None:
    one = await confirmed(world)
    assert (await world.board()).pre_alerts == {}
    view = await read_pre_alert(world.hq, by(crew()), one)
    assert (view.stage, view.closed_by) == (PreAlertStage.CONFIRMED, DOCTOR.name)


async def test_not_confirmed_tells_the_crew_why(world: World) -> None:
    one = await raised(world)
    await resolve_pre_alert(world.hq, by(DOCTOR), one, reason="other_diagnosis")
    view = await read_pre_alert(world.hq, by(crew()), one)
    assert (view.stage, view.reason) == (PreAlertStage.NOT_CONFIRMED, "other_diagnosis")


async def test_transfer_asked_for_afterwards_is_linked(world: World) -> None:
    one, transfer_id = await confirmed(world), await world.opened()
    await link_pre_alert(world.hq, by(DOCTOR), one, transfer_id=transfer_id)
    view = await read_pre_alert(world.hq, by(DOCTOR), one)
    assert view.transfer_id == transfer_id
    names = [line.event.__struct_config__.tag for line in await _lines(world, transfer_id)]
    assert names[-1] == "pre-alert.linked"
    await require_replay(world.hq.log, fleet())


async def _lines(world: World, transfer_id: TransferId) -> tuple[Any, ...]:
    return await world.hq.log.read_events(transfer_id)


async def test_transfer_one_may_not_see_is_not_linked(world: World) -> None:
    one, other = await confirmed(world), await world.opened(referring=MATARO)
    with refused("unknown_transfer"):
        await link_pre_alert(world.hq, by(DOCTOR), one, transfer_id=other)


@pytest.mark.parametrize("actor", [crew(), dispatcher()])
async def test_sender_or_headquarters_takes_it_back(world: World, actor: Actor) -> None:
    one = await raised(world)
    await cancel_pre_alert(world.hq, by(actor), one, reason="better")
    assert (await world.board()).pre_alerts == {}


async def test_another_crew_cannot_take_it_back(world: World) -> None:
    one = await raised(world)
    with refused("unknown_pre_alert"):
        await cancel_pre_alert(world.hq, by(crew("SVA-02")), one, reason="better")


async def test_clock_ends_what_nobody_answered(world: World) -> None:
    one = await raised(world)
    await expire_pre_alert(world.hq, by(HEADQUARTERS), one)
    assert one in (await world.board()).pre_alerts
    world.clock.forward(12 + 120)
    await expire_pre_alert(world.hq, by(HEADQUARTERS), one)
    assert (await world.board()).pre_alerts == {}
    assert (await world.names())[-1] == "pre-alert.expired"
