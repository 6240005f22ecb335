"""The fleet of the data meets the one that a database knows."""

from datetime import time

import pytest
from msgspec.structs import replace

from dispatch.fleet.reconcile import FleetNews, reconcile
from dispatch.fleet.types import UnitType
from dispatch.fleet.unit import Activity
from dispatch.kernel.ids import TransferId
from tests.builders import SVA_1, SVA_2, a_unit

OURS = a_unit(SVA_1)


def known(*units):
    return {unit.unit_id: unit for unit in units}


def test_same_fleet_is_no_news():
    assert reconcile(known(OURS), [OURS]) == FleetNews()
    assert not FleetNews()


def test_new_unit_is_added():
    assert reconcile({}, [OURS]) == FleetNews(added=(OURS,))


@pytest.mark.parametrize(
    "change",
    [
        {"unit_type": UnitType.SVI},
        {"base_id": "elsewhere"},
        {"shift_starts": time(9)},
        {"shift_ends": time(21)},
    ],
)
def test_what_a_unit_is_comes_from_the_data_what_it_does_is_kept(change):
    busy = replace(OURS, activity=Activity.CLEARING, place="mataro", version=7)
    news = reconcile(known(busy), [replace(OURS, **change)])
    assert news == FleetNews(changed=(replace(busy, **change),))


def test_unit_at_its_old_base_stands_at_the_new_one():
    at_base = replace(OURS, place=OURS.base_id)
    (moved,) = reconcile(known(at_base), [replace(OURS, base_id="elsewhere")]).changed
    assert moved.place == "elsewhere"


def test_unit_that_the_data_no_longer_have_leaves():
    assert reconcile(known(OURS, a_unit(SVA_2)), [OURS]) == FleetNews(removed=(SVA_2,))


def test_unit_on_a_mission_is_kept_until_that_is_over():
    on_mission = a_unit(SVA_2, transfer_id=TransferId("T1"), activity=Activity.EN_ROUTE)
    news = reconcile(known(OURS, on_mission), [OURS])
    assert (news.kept, bool(news)) == ((SVA_2,), False)
