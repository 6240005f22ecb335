"""Antibiotic protocols, alike in both stores: one of a number, added, never changed."""

from msgspec.structs import replace

from dispatch.kernel.ids import HospitalCode
from dispatch.network import Care
from tests.builders import CALELLA, MATARO
from tests.protocols import a_version
from tests.stores import Stores

FIRST = a_version()


async def test_version_is_read_back_as_it_was_written(store: Stores) -> None:
    assert await store.centres.add_protocol(FIRST) == FIRST
    (found,) = await store.centres.read_protocols(CALELLA)
    assert found == FIRST
    assert found.set_at.tzinfo is not None


async def test_number_known_already_stays_as_it_was(store: Stores) -> None:
    await store.centres.add_protocol(FIRST)
    other = replace(FIRST, setting_id="other", set_by="Dr. Other")
    assert await store.centres.add_protocol(other) == FIRST
    assert await store.centres.read_protocols(CALELLA) == (FIRST,)


async def test_each_hospital_each_focus_and_children_count_for_themselves(
    store: Stores,
) -> None:
    others = (
        a_version(setting_id="a", hospital=MATARO),
        a_version(setting_id="b", focus="unknown"),
        a_version(setting_id="c", care=Care.PAEDIATRIC),
        a_version(2, approved=None, withdrawn_because="a dose"),
    )
    for each in (FIRST, *others):
        assert await store.centres.add_protocol(each) == each
    assert len(await store.centres.read_protocols(CALELLA)) == 4
    assert await store.centres.read_protocols(MATARO) == (others[0],)
    assert len(await store.centres.read_protocols()) == 5


async def test_strange_name_has_none(store: Stores) -> None:
    assert await store.centres.read_protocols(HospitalCode("no\x00ne")) == ()
