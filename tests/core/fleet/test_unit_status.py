"""A unit's status is one event that replaces the one before."""

import pytest

from dispatch.fleet import (
    LOADED,
    Activity,
    Assignability,
    UnitStatusChanged,
    apply_to_unit,
    status_change,
)
from dispatch.kernel import TransferId
from tests.builders import MATARO, SVA_1, a_unit, at

T1 = TransferId("T1")


def test_unit_at_its_station_is_available():
    assert status_change(a_unit(), Activity.STATION) == UnitStatusChanged(
        unit_id=SVA_1,
        assignability=Assignability.AVAILABLE,
        activity=Activity.STATION,
        transfer_id=None,
        busy_until_at=None,
        place=None,
    )


@pytest.mark.parametrize("activity", sorted(set(Activity) - {Activity.STATION}))
def test_unit_doing_anything_else_is_not_available(activity):
    assert status_change(a_unit(), activity).assignability is Assignability.NOT_AVAILABLE


def test_no_activity_makes_a_unit_unknown():
    found = {status_change(a_unit(), activity).assignability for activity in Activity}
    assert Assignability.UNKNOWN not in found


def test_status_tells_mission_place_and_end():
    event = status_change(
        a_unit(), Activity.HOSPITAL, transfer_id=T1, busy_until_at=at(40), place=MATARO
    )
    assert (event.transfer_id, event.busy_until_at, event.place) == (T1, at(40), MATARO)


def test_status_replaces_the_one_before():
    busy = a_unit(
        activity=Activity.HOSPITAL,
        assignability=Assignability.NOT_AVAILABLE,
        transfer_id=T1,
        busy_until_at=at(40),
    )
    assert apply_to_unit(busy, status_change(busy, Activity.STATION)) == a_unit()


def test_unit_stays_at_its_last_place_until_told_another():
    there = a_unit(place=MATARO)
    assert apply_to_unit(there, status_change(there, Activity.EN_ROUTE)).place == MATARO
    moved = status_change(there, Activity.HOSPITAL, place="sant-pau")
    assert apply_to_unit(there, moved).place == "sant-pau"


def test_status_never_changes_what_a_unit_is():
    before = a_unit(version=7)
    after = apply_to_unit(before, status_change(before, Activity.OUT_OF_SERVICE))
    for name in ("unit_id", "unit_type", "mode", "base_id", "shift_starts", "version"):
        assert getattr(after, name) == getattr(before, name)


def test_unit_with_a_patient_is_loaded_from_contact_to_hospital():
    assert {
        Activity.PATIENT_CONTACT,
        Activity.TRANSPORTING,
        Activity.HOSPITAL,
    } == LOADED
