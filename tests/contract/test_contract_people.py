"""What both stores promise of accounts and sessions."""

from typing import Any

import pytest
from msgspec.structs import replace

from dispatch.identity.roles import Role
from dispatch.kernel.ids import HospitalCode, PersonId
from dispatch.store.entry import Person, Session
from tests.builders import at, refused
from tests.stores import Stores


def a_person(who: str = "anna", **changes: Any) -> Person:
    plain = Person(
        person_id=PersonId(f"id of {who}"),
        username=who,
        name=who.title(),
        role=Role.INTENSIVIST,
        password_hash="hash",
        hospital=HospitalCode("mataro"),
    )
    return replace(plain, **changes)


def a_session(hashed: str = "t", person: str = "anna") -> Session:
    return Session(hashed, PersonId(f"id of {person}"), at(0), at(0), at(720))


async def test_person_comes_back_as_added(store: Stores) -> None:
    anna = a_person(language="en", is_demo=True)
    await store.people.add_person(anna)
    assert await store.people.find_person("anna") == anna


@pytest.mark.parametrize("name", ["", "ANNA", "\x00", "anna\x00", "\ud800"])
async def test_name_nobody_has_finds_nobody(store: Stores, name: str) -> None:
    await store.people.add_person(a_person())
    assert await store.people.find_person(name) is None


async def test_username_can_be_taken_only_once(store: Stores) -> None:
    await store.people.add_person(a_person())
    with refused("username_taken", field="username"):
        await store.people.add_person(a_person(person_id=PersonId("other")))
    assert await store.people.list_people() == (a_person(),)


async def test_people_are_listed_by_name(store: Stores) -> None:
    for name in ("berta", "anna", "carles"):
        await store.people.add_person(a_person(name))
    listed = await store.people.list_people()
    assert [person.username for person in listed] == ["anna", "berta", "carles"]


async def test_changed_person_replaces_the_one_before(store: Stores) -> None:
    await store.people.add_person(a_person())
    await store.people.add_person(a_person("berta"))
    await store.people.add_session(a_session())
    changed = a_person(name="Anna Puig", password_hash="other")
    await store.people.change_person(changed)
    assert await store.people.list_people() == (changed, a_person("berta"))
    assert await store.people.find_session("t") == (a_session(), changed)


async def test_changed_person_cannot_take_a_taken_name(store: Stores) -> None:
    await store.people.add_person(a_person())
    await store.people.add_person(a_person("berta"))
    with refused("username_taken", field="username"):
        await store.people.change_person(a_person(username="berta"))


async def test_person_nobody_added_cannot_be_changed(store: Stores) -> None:
    await store.people.change_person(a_person())
    assert await store.people.list_people() == ()


async def test_sessions_of_a_disabled_person_end(store: Stores) -> None:
    for name in ("anna", "berta"):
        await store.people.add_person(a_person(name))
        await store.people.add_session(a_session(f"t of {name}", name))
    await store.people.change_person(a_person(is_active=False))
    assert await store.people.find_session("t of anna") is None
    await store.people.change_person(a_person())
    assert await store.people.find_session("t of anna") is None
    assert await store.people.find_session("t of berta") is not None


async def test_session_of_an_inactive_person_is_none(store: Stores) -> None:
    await store.people.add_person(a_person(is_active=False))
    await store.people.add_session(a_session())
    assert await store.people.find_session("t") is None


async def test_unknown_token_finds_nothing(store: Stores) -> None:
    assert await store.people.find_session("t") is None


async def test_used_session_remembers_when(store: Stores) -> None:
    await store.people.add_person(a_person())
    await store.people.add_session(a_session())
    await store.people.touch_session("t", at(5))
    await store.people.touch_session("none", at(6))
    found = await store.people.find_session("t")
    assert found == (replace(a_session(), seen_at=at(5)), a_person())


async def test_one_session_can_be_ended(store: Stores) -> None:
    await store.people.add_person(a_person())
    for token in ("a", "b"):
        await store.people.add_session(a_session(token))
    await store.people.end_sessions(token_hash="a")
    assert await store.people.find_session("a") is None
    assert await store.people.find_session("b") is not None


async def test_all_sessions_of_a_person_can_be_ended(store: Stores) -> None:
    for name in ("anna", "berta"):
        await store.people.add_person(a_person(name))
        for device in ("phone", "desk"):
            await store.people.add_session(a_session(f"{name} {device}", name))
    await store.people.end_sessions(person_id=PersonId("id of anna"))
    left = [
        name
        for name in ("anna phone", "anna desk", "berta phone", "berta desk")
        if await store.people.find_session(name)
    ]
    assert left == ["berta phone", "berta desk"]


async def test_ending_sessions_of_nobody_ends_none(store: Stores) -> None:
    await store.people.add_person(a_person())
    await store.people.add_session(a_session())
    await store.people.end_sessions()
    assert await store.people.find_session("t") is not None
