"""Rosters: who writes them, who reads them, and what they decide."""

from datetime import timedelta
from typing import Any

import pytest

from dispatch.desk.add_shift import NewShift, add_shift
from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.decline_transfer import decline_transfer
from dispatch.desk.end_shift import end_shift
from dispatch.desk.read_roster import read_roster
from dispatch.identity import Actor, Post, Role
from dispatch.kernel import HospitalCode, PersonId
from dispatch.store.entry import Person, actor_of
from dispatch.transfer.stage import Stage
from tests.builders import (
    ALL_YES,
    GERMANS_TRIAS,
    MATARO,
    at,
    coordinating_doctor,
    dispatcher,
    intensivist,
    refused,
)
from tests.desk_world import World, by


async def employed(world: World, name: str, hospital: str = MATARO, **changes: Any) -> Actor:
    """An intensivist with an account there, on no roster yet."""
    given: dict[str, Any] = {"role": Role.INTENSIVIST, "password_hash": "x", **changes}
    person = Person(
        person_id=PersonId(f"id of {name}"),
        username=name,
        name=name.title(),
        hospital=HospitalCode(hospital),
        **given,
    )
    await world.hq.people.add_person(person)
    return actor_of(person)


def shift_of(actor: Actor, post: Post = Post.FIRST, **changes: Any) -> NewShift:
    given: dict[str, Any] = {"starts_at": at(-60), "ends_at": at(600), **changes}
    return NewShift(HospitalCode(actor.hospital or ""), actor.person_id, post, **given)


async def test_account_alone_is_no_duty(world: World) -> None:
    anna = await employed(world, "anna")
    transfer_id = await world.brought_to(Stage.ASKED)
    with refused("not_on_duty"):
        await answer_checklist(world.hq, by(anna), transfer_id, answers=ALL_YES)
    with refused("not_on_duty"):
        await decline_transfer(world.hq, by(anna), transfer_id, reason="no_bed")


@pytest.mark.parametrize("writer", [coordinating_doctor(), intensivist()])
async def test_person_on_the_roster_can_answer(each_world: World, writer: Actor) -> None:
    world = each_world
    anna = await employed(world, "anna")
    await add_shift(world.hq, by(writer), shift_of(anna))
    transfer_id = await world.brought_to(Stage.ASKED)
    await answer_checklist(world.hq, by(anna), transfer_id, answers=ALL_YES)
    agreed = (await world.transfer(transfer_id)).agreement
    assert agreed is not None
    assert agreed.intensivist == "Anna"


async def test_intensivist_can_put_themself_on_duty(world: World) -> None:
    anna = await employed(world, "anna")
    shift = await add_shift(world.hq, by(anna), shift_of(anna))
    assert (shift.name, shift.added_by, shift.added_at) == ("Anna", "Anna", at(0))
    assert shift in await world.hq.on_duty(MATARO)


async def test_ended_duty_answers_no_more(each_world: World) -> None:
    world = each_world
    anna = await employed(world, "anna")
    shift = await add_shift(world.hq, by(anna), shift_of(anna))
    transfer_id = await world.brought_to(Stage.ASKED)
    over = await end_shift(world.hq, by(intensivist()), shift.shift_id)
    assert (over.ends_at, over.ended_by) == (world.clock(), intensivist().name)
    with refused("not_on_duty"):
        await answer_checklist(world.hq, by(anna), transfer_id, answers=ALL_YES)


async def test_hospital_writes_only_its_own_roster(world: World) -> None:
    anna = await employed(world, "anna", GERMANS_TRIAS)
    with refused("not_your_hospital", allowed=MATARO):
        await add_shift(world.hq, by(intensivist()), shift_of(anna))
    shift = await add_shift(world.hq, by(coordinating_doctor()), shift_of(anna))
    with refused("unknown_shift"):
        await end_shift(world.hq, by(intensivist()), shift.shift_id)
    with refused("unknown_shift"):
        await end_shift(world.hq, by(intensivist()), "none")


@pytest.mark.parametrize(
    "changes",
    [
        {"role": Role.REFERRING_DOCTOR},
        {"is_active": False},
        {"hospital": GERMANS_TRIAS},
    ],
)
async def test_only_intensivists_of_the_hospital_are_on_duty(
    world: World, changes: dict[str, Any]
) -> None:
    anna = await employed(world, "anna", **changes)
    new = NewShift(MATARO, anna.person_id, Post.FIRST, at(0), at(60))
    with refused("unknown_person", field="person_id"):
        await add_shift(world.hq, by(coordinating_doctor()), new)
    roster = await read_roster(world.hq, by(intensivist()))
    assert roster.people == ()


async def test_unknown_hospital_has_no_roster(world: World) -> None:
    new = NewShift(HospitalCode("nowhere"), PersonId("x"), Post.FIRST, at(0), at(60))
    with refused("unknown_hospital"):
        await add_shift(world.hq, by(coordinating_doctor()), new)


async def test_impossible_shift_is_not_kept(world: World) -> None:
    anna = await employed(world, "anna")
    with refused("shift_order", field="ends_at"):
        await add_shift(world.hq, by(anna), shift_of(anna, starts_at=at(60), ends_at=at(30)))
    assert "Anna" not in {shift.name for shift in await world.hq.duty.read_shifts(at(0))}


async def test_shift_sent_twice_under_one_key_counts_once(each_world: World) -> None:
    world = each_world
    anna = await employed(world, "anna")
    for _ in range(2):
        await add_shift(world.hq, by(anna, key="k"), shift_of(anna))
    await add_shift(world.hq, by(anna, key="other"), shift_of(anna, Post.HEAD))
    posts = [shift.post for shift in await world.hq.on_duty(MATARO) if shift.name == "Anna"]
    assert posts == [Post.FIRST, Post.HEAD]


async def test_key_of_one_shift_takes_no_other(each_world: World) -> None:
    world = each_world
    anna = await employed(world, "anna")
    kept = await add_shift(world.hq, by(anna, key="k"), shift_of(anna))
    for other in (shift_of(anna, Post.HEAD), shift_of(anna, ends_at=at(90))):
        with refused("key_reused", field="Idempotency-Key"):
            await add_shift(world.hq, by(anna, key="k"), other)
    over = await end_shift(world.hq, by(anna), kept.shift_id)
    assert await add_shift(world.hq, by(anna, key="k"), shift_of(anna)) == over


async def test_roster_shown_is_of_the_own_hospital(world: World) -> None:
    anna = await employed(world, "anna")
    berta = await employed(world, "berta", GERMANS_TRIAS)
    own = await read_roster(world.hq, by(intensivist()))
    assert {person.person_id for person in own.people} == {anna.person_id}
    assert {shift.hospital for shift in own.shifts} == {MATARO}
    every = await read_roster(world.hq, by(dispatcher()))
    assert {person.person_id for person in every.people} == {anna.person_id, berta.person_id}
    assert {shift.hospital for shift in every.shifts} > {MATARO, GERMANS_TRIAS}


async def test_withdrawn_shift_is_not_shown(world: World) -> None:
    anna = await employed(world, "anna")
    later = await add_shift(world.hq, by(anna), shift_of(anna, starts_at=at(60)))
    shown = {shift.shift_id for shift in (await read_roster(world.hq, by(anna))).shifts}
    assert later.shift_id in shown
    await end_shift(world.hq, by(anna), later.shift_id)
    shown = {shift.shift_id for shift in (await read_roster(world.hq, by(anna))).shifts}
    assert later.shift_id not in shown


async def test_shift_that_ended_yesterday_is_still_shown(world: World) -> None:
    anna = await employed(world, "anna")
    shift = await add_shift(world.hq, by(anna), shift_of(anna, ends_at=at(10)))
    for hours, is_shown in ((23, True), (2, False)):
        world.clock.forward(hours * 60)
        shown = {each.shift_id for each in (await read_roster(world.hq, by(anna))).shifts}
        assert (shift.shift_id in shown) is is_shown
    assert world.clock() - shift.ends_at > timedelta(hours=24)


async def test_who_is_asked_first_is_written_down(world: World) -> None:
    anna = await employed(world, "anna")
    await add_shift(world.hq, by(anna), shift_of(anna))
    transfer_id = await world.opened()
    await ask_hospital(world.hq, by(dispatcher()), transfer_id, hospital=MATARO)
    assert "Anna" in (await world.transfer(transfer_id)).asked_doctors


async def test_nobody_is_on_duty_nowhere(world: World) -> None:
    assert await world.hq.on_duty(None) == ()
