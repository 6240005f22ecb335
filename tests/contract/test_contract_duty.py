"""Rosters, alike in both stores: added once, ended, never deleted."""

from msgspec.structs import replace

from dispatch.identity.duty import Post
from tests.builders import MATARO, NOON, at, intensivist, on_duty
from tests.stores import Stores, always_on_duty

NIGHT = on_duty(intensivist(), starts_at=at(0), ends_at=at(60), shift_id="night")
DAY = on_duty(intensivist(), Post.HEAD, starts_at=at(60), ends_at=at(120), shift_id="day")


async def added(store: Stores, after: float) -> list[str]:
    found = await store.duty.read_shifts(at(after))
    return [shift.shift_id for shift in found if shift not in always_on_duty()]


async def test_shift_is_read_back_as_it_was_written(store: Stores) -> None:
    await store.duty.add_shifts([NIGHT])
    found = await store.duty.find_shift("night")
    assert found == NIGHT
    assert found.starts_at.tzinfo is not None


async def test_unknown_shift_is_none(store: Stores) -> None:
    assert await store.duty.find_shift("none") is None
    assert await store.duty.find_shift("no\x00ne") is None


async def test_shifts_come_by_their_start_until_they_end(store: Stores) -> None:
    await store.duty.add_shifts([DAY, NIGHT])
    assert await added(store, 0) == ["night", "day"]
    assert await added(store, 59) == ["night", "day"]
    assert await added(store, 60) == ["day"]
    assert await added(store, 120) == []


async def test_shifts_to_come_can_be_left_out(store: Stores) -> None:
    await store.duty.add_shifts([DAY, NIGHT])
    for until, expected in ((59, ["night"]), (60, ["night", "day"])):
        found = await store.duty.read_shifts(at(0), until=at(until))
        assert [each.shift_id for each in found if each not in always_on_duty()] == expected


async def test_shift_known_already_stays_as_it_was(store: Stores) -> None:
    await store.duty.add_shifts([NIGHT])
    await store.duty.add_shifts([replace(NIGHT, name="somebody else"), DAY])
    assert await store.duty.find_shift("night") == NIGHT
    assert await store.duty.find_shift("day") == DAY


async def test_nothing_to_add_adds_nothing(store: Stores) -> None:
    await store.duty.add_shifts([])
    assert await added(store, 0) == []


async def test_ended_shift_keeps_all_but_its_end(store: Stores) -> None:
    await store.duty.add_shifts([NIGHT])
    await store.duty.end_shift(replace(NIGHT, ends_at=at(30), ended_by="Dr. Roca"))
    over = replace(NIGHT, ends_at=at(30), ended_by="Dr. Roca")
    assert await store.duty.find_shift("night") == over
    await store.duty.end_shift(replace(DAY, shift_id="none"))
    assert await store.duty.find_shift("none") is None


async def test_people_of_the_tests_are_on_duty(store: Stores) -> None:
    found = await store.duty.read_shifts(NOON)
    assert {shift.person_id for shift in found if shift.hospital == MATARO} >= {
        intensivist().person_id
    }
