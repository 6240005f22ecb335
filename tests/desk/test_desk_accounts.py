"""Signing in and out, and the accounts to do it with."""

from dataclasses import replace as rewired
from typing import Any

import pytest
from argon2 import PasswordHasher, extract_parameters
from msgspec.structs import replace

from dispatch.desk import sign_in as room
from dispatch.desk.manage_people import (
    add_person,
    change_password,
    disable_person,
    list_people,
)
from dispatch.desk.sign_in import read_session, sign_in, sign_out, store_leaving, token_hash
from dispatch.identity import Role
from dispatch.kernel import HospitalCode, PersonId, Unavailable, UnitId
from dispatch.store.clocks import Clocks
from dispatch.store.entry import Person, actor_of
from tests.builders import MATARO, refused
from tests.desk_world import World

IDLE_MIN, SESSION_H = 60, 12


SECRET = "fifteen letters and more"


def a_person(**changes: Any) -> Person:
    plain = Person(
        person_id=PersonId(""),
        username="Anna ",
        name="Anna Puig",
        role=Role.INTENSIVIST,
        password_hash="ignored",
        hospital=MATARO,
    )
    return replace(plain, **changes)


async def test_added_person_can_sign_in(world: World) -> None:
    added = await add_person(world.hq, a_person(), SECRET)
    token, signed_in = await sign_in(world.hq, " ANNA", SECRET)
    assert signed_in.actor == actor_of(added)
    assert (signed_in.actor.hospital, signed_in.language) == (MATARO, "ca")
    assert await read_session(world.hq, token) == signed_in


async def test_password_is_kept_as_a_hash_only(world: World) -> None:
    added = await add_person(world.hq, a_person(), SECRET)
    assert added.password_hash.startswith("$argon2id$")
    assert added.person_id
    assert await list_people(world.hq) == (added,)
    assert SECRET not in repr(await list_people(world.hq))


async def test_given_id_of_a_person_is_kept(world: World) -> None:
    added = await add_person(world.hq, a_person(person_id=PersonId("mine")), SECRET)
    assert added.person_id == "mine"


async def test_unknown_name_costs_as_much_as_a_wrong_password() -> None:
    assert extract_parameters(room._NOBODY) == extract_parameters(PasswordHasher().hash("x"))


@pytest.mark.parametrize(
    ("username", "password"),
    [("anna", "wrong"), ("berta", SECRET), ("anna", ""), ("\x00", SECRET)],
)
async def test_wrong_name_or_password_look_alike(
    world: World, username: str, password: str
) -> None:
    await add_person(world.hq, a_person(), SECRET)
    with refused("sign_in_failed"):
        await sign_in(world.hq, username, password)


async def test_demo_account_signs_in_to_a_demo_only(world: World) -> None:
    await add_person(world.hq, a_person(is_demo=True), "short")
    with refused("sign_in_failed"):
        await sign_in(world.hq, "anna", "short")
    await sign_in(rewired(world.hq, is_demo=True), "anna", "short")


async def test_disabled_person_is_out_at_once(world: World) -> None:
    await add_person(world.hq, a_person(), SECRET)
    token, _ = await sign_in(world.hq, "anna", SECRET)
    await disable_person(world.hq, "Anna")
    assert await read_session(world.hq, token) is None
    with refused("sign_in_failed"):
        await sign_in(world.hq, "anna", SECRET)


async def test_signed_out_session_is_over(world: World) -> None:
    await add_person(world.hq, a_person(), SECRET)
    token, _ = await sign_in(world.hq, "anna", SECRET)
    other, _ = await sign_in(world.hq, "anna", SECRET)
    await sign_out(world.hq, token)
    assert await read_session(world.hq, token) is None
    assert await read_session(world.hq, other) is not None


async def test_unknown_token_is_no_session(world: World) -> None:
    assert await read_session(world.hq, "guess") is None


async def test_idle_session_is_over(world: World) -> None:
    await add_person(world.hq, a_person(), SECRET)
    token, _ = await sign_in(world.hq, "anna", SECRET)
    world.clock.forward(IDLE_MIN)
    assert await read_session(world.hq, token) is None


async def test_idle_session_is_over_by_a_clock_that_is_right(world: World) -> None:
    clocks = Clocks(world.clock, lambda: 0.0)
    hq = rewired(world.hq, clocks=clocks)
    await add_person(hq, a_person(), SECRET)
    token, _ = await sign_in(hq, "anna", SECRET)
    world.clock.forward(IDLE_MIN)
    assert await read_session(hq, token) is None


async def test_used_session_lasts_a_shift_and_no_longer(world: World) -> None:
    await add_person(world.hq, a_person(), SECRET)
    token, _ = await sign_in(world.hq, "anna", SECRET)
    for _ in range(2 * SESSION_H - 1):
        world.clock.forward(30)
        assert await read_session(world.hq, token) is not None
    world.clock.forward(30)
    assert await read_session(world.hq, token) is None


async def test_use_within_a_minute_is_not_written(world: World) -> None:
    await add_person(world.hq, a_person(), SECRET)
    token, _ = await sign_in(world.hq, "anna", SECRET)
    began_at = world.clock()
    hashed = room.token_hash(token)
    world.clock.forward(0.5)
    await read_session(world.hq, token)
    found = await world.hq.people.find_session(hashed)
    assert found is not None
    assert found[0].seen_at == began_at
    world.clock.forward(0.5)
    await read_session(world.hq, token)
    found = await world.hq.people.find_session(hashed)
    assert found is not None
    assert found[0].seen_at == world.clock()
    assert token not in repr(found)


async def test_new_password_replaces_the_old(world: World) -> None:
    await add_person(world.hq, a_person(), SECRET)
    await change_password(world.hq, "ANNA", "another long password")
    with refused("sign_in_failed"):
        await sign_in(world.hq, "anna", SECRET)
    await sign_in(world.hq, "anna", "another long password")


async def test_short_password_is_refused(world: World) -> None:
    with refused("password_too_short", field="password"):
        await add_person(world.hq, a_person(), "fourteen chars")
    await add_person(world.hq, a_person(), "fifteen letters")
    with refused("password_too_short"):
        await change_password(world.hq, "anna", "short")


async def test_unknown_person_cannot_be_changed(world: World) -> None:
    with refused("unknown_person", field="username", value="nobody"):
        await disable_person(world.hq, "nobody")
    with refused("unknown_person"):
        await change_password(world.hq, "nobody", SECRET)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"username": " "}, "text_invalid"),
        ({"username": "x" * 41}, "text_invalid"),
        ({"name": ""}, "text_invalid"),
        ({"role": Role.HEADQUARTERS}, "role_not_for_people"),
        ({"hospital": None}, "hospital_needed"),
        ({"hospital": HospitalCode("nowhere")}, "unknown_hospital"),
        ({"role": Role.REFERRING_DOCTOR, "hospital": None}, "hospital_needed"),
        ({"role": Role.CREW}, "unit_needed"),
        ({"role": Role.CREW, "unit_id": UnitId("SVA-99")}, "unknown_unit"),
    ],
)
async def test_unsound_account_is_refused(
    world: World, changes: dict[str, Any], code: str
) -> None:
    with refused(code):
        await add_person(world.hq, a_person(**changes), SECRET)
    assert await list_people(world.hq) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"role": Role.CREW, "unit_id": UnitId("SVA-01"), "hospital": None},
        {"role": Role.DISPATCHER, "hospital": None},
    ],
)
async def test_sound_account_is_added(world: World, changes: dict[str, Any]) -> None:
    added = await add_person(world.hq, a_person(**changes), SECRET)
    assert await list_people(world.hq) == (added,)


async def test_username_is_taken_whatever_its_case(world: World) -> None:
    await add_person(world.hq, a_person(), SECRET)
    with refused("username_taken"):
        await add_person(world.hq, a_person(username="aNNa"), SECRET)


async def test_changed_password_ends_every_session_at_once(each_world: World) -> None:
    hq = each_world.hq
    await add_person(hq, a_person(), SECRET)
    await add_person(hq, a_person(username="berta"), SECRET)
    tokens = [(await sign_in(hq, "anna", SECRET))[0] for _ in range(2)]
    other, _ = await sign_in(hq, "berta", SECRET)
    await change_password(hq, "anna", "another long password")
    assert [await read_session(hq, token) for token in tokens] == [None, None]
    assert await read_session(hq, other) is not None
    token, _ = await sign_in(hq, "anna", "another long password")
    assert await read_session(hq, token) is not None


def full_disk(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(*_: object, **__: object) -> None:
        raise Unavailable("database_full")

    for writing in ("add_session", "touch_session"):
        monkeypatch.setattr(world.hq.people, writing, refuse)


async def test_reading_goes_on_while_nothing_can_be_written(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await add_person(world.hq, a_person(), SECRET)
    token, _ = await sign_in(world.hq, "anna", SECRET)
    full_disk(world, monkeypatch)
    for _ in range(2 * world.hq.idle_min):
        world.clock.forward(1)
        assert await read_session(world.hq, token) is not None
    assert world.hq.outages.cannot_write
    world.clock.forward(world.hq.session_h * 60)
    assert await read_session(world.hq, token) is None


async def test_whoever_can_not_be_let_in_is_told_the_true_cause(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await add_person(world.hq, a_person(), SECRET)
    full_disk(world, monkeypatch)
    with pytest.raises(Unavailable) as failed:
        await sign_in(world.hq, "anna", SECRET)
    assert failed.value.what == "database_full"


async def test_who_leaves_is_out_at_once_and_the_store_knows_it_later(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await add_person(world.hq, a_person(), SECRET)
    token, _ = await sign_in(world.hq, "anna", SECRET)
    stays, _ = await sign_in(world.hq, "anna", SECRET)

    async def refuse(**_: object) -> None:
        raise Unavailable("database_full")

    with monkeypatch.context() as full:
        full.setattr(world.hq.people, "end_sessions", refuse)
        assert not await sign_out(world.hq, token)
        assert world.hq.outages.cannot_write
        assert await read_session(world.hq, token) is None
        assert await read_session(world.hq, stays) is not None
        with pytest.raises(Unavailable):
            await store_leaving(world.hq)
    assert await world.hq.people.find_session(token_hash(token)) is not None
    await store_leaving(world.hq)
    assert await world.hq.people.find_session(token_hash(token)) is None
    assert world.hq.leaving == set()
    assert await sign_out(world.hq, stays)
    assert await read_session(world.hq, stays) is None
