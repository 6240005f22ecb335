"""What both stores promise of keys: a command counts once, whoever repeats it."""

import asyncio

import pytest
from msgspec.structs import replace

from dispatch.store.entry import Command, Receipt
from tests.builders import (
    referring_doctor,
    refused,
)
from tests.contract.entries import (
    an_entry,
    requested,
    told,
)
from tests.stores import Stores


async def test_same_key_and_body_count_once(store: Stores) -> None:
    first = await store.log.record(an_entry(requested("T1"), key="k"))
    again = await store.log.record(an_entry(requested("T2"), key="k", subject="T2"))
    assert again == first == Receipt(1, "T1")
    assert len((await told(store.log)).lines) == 1
    assert await store.log.find_receipt(an_entry(key="k").command) == first


async def test_same_key_with_another_body_is_refused(store: Stores) -> None:
    await store.log.record(an_entry(requested("T1"), key="k"))
    other = an_entry(requested("T2"), key="k", digest="another body")
    with refused("key_reused", field="Idempotency-Key"):
        await store.log.record(other)
    with refused("key_reused"):
        await store.log.find_receipt(other.command)
    assert len((await told(store.log)).lines) == 1


async def test_key_belongs_to_one_person(store: Stores) -> None:
    await store.log.record(an_entry(requested("T1"), key="k"))
    other = Command(referring_doctor(), key="k", digest="body")
    assert await store.log.find_receipt(other) is None
    done = await store.log.record(replace(an_entry(requested("T2")), command=other))
    assert done.seq == 2


@pytest.mark.parametrize("key", ["", "k"])
async def test_command_without_key_is_never_a_repetition(store: Stores, key: str) -> None:
    await store.log.record(an_entry(requested("T1"), key=key))
    assert await store.log.find_receipt(an_entry().command) is None
    await store.log.record(an_entry(requested("T2")))
    await store.log.record(an_entry(requested("T3")))
    assert (await told(store.log)).seq == 3


async def test_concurrent_duplicates_have_one_effect(store: Stores) -> None:
    entries = [an_entry(requested(f"T{n}"), key="k", subject=f"T{n}") for n in range(12)]
    receipts = await asyncio.gather(*(store.log.record(entry) for entry in entries))
    assert len(set(receipts)) == 1
    assert {row.transfer_id for row in (await told(store.log)).transfers} == {
        receipts[0].subject
    }
    assert receipts[0].seq == (await told(store.log)).seq == 1
