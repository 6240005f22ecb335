"""Giving a unit to a transfer, and taking it off."""

from datetime import UTC, datetime, time

import pytest
from msgspec.structs import replace

from dispatch.fleet.types import UnitType
from dispatch.fleet.unit import Activity, Assignability
from dispatch.kernel.ids import TransferId
from dispatch.transfer.decide_release import release_unit
from dispatch.transfer.decide_unit import (
    Assignment,
    assign_unit,
    require_assignable,
)
from dispatch.transfer.events import (
    UnitAssigned,
    UnitReleased,
)
from dispatch.transfer.parts import UnitProposal
from dispatch.transfer.stage import Stage
from tests.builders import (
    NOON,
    SVA_1,
    SVA_2,
    SVB_1,
    SVI_1,
    T1,
    T2,
    a_story,
    a_transfer,
    a_unit,
    at,
    refused,
    status_of,
)

AGREED = a_transfer(Stage.ACCEPTED)


def a_proposal(unit_id=SVA_1, after=None):
    return UnitProposal(
        unit_id=unit_id,
        after=after,
        options=(),
        method="exact",
        proved=(),
        vector=(),
        solve_s=0,
        computed_at=NOON,
    )


def an_assignment(transfer=AGREED, unit=None, **changes):
    plain = Assignment(
        transfer=transfer,
        unit=unit or a_unit(),
        unit_now=None,
        diverted_from=None,
        bedside_at=at(40),
        arrival_at=at(90),
        free_at=at(115),
        override_reason="nearest",
        assigned_by="Marta Puig",
    )
    return replace(plain, **changes)


def two_transfers(stage=Stage.EN_ROUTE):
    """T1 has SVA-01 at that stage, T2 is agreed and has nobody."""
    story = a_story(stage)
    story.request("T2")
    return story.bring_to(Stage.ACCEPTED, "T2")


def test_unit_is_given_with_its_expected_times():
    events = assign_unit(an_assignment(), now_at=at(15))
    status = status_of(events)
    assert events[0] == UnitAssigned(
        T1,
        unit_id=SVA_1,
        override_reason="nearest",
        expected_bedside_at=at(40),
        expected_arrival_at=at(90),
        unit_type=UnitType.SVA,
    )
    assert (status.activity, status.transfer_id) == (Activity.DISPATCHED, T1)
    assert (status.assignability, status.busy_until_at) == (
        Assignability.NOT_AVAILABLE,
        at(115),
    )


@pytest.mark.parametrize("stage", [Stage.REQUESTED, Stage.ASKED])
def test_no_unit_goes_without_agreement(stage):
    with refused("not_agreed", stage=stage.value):
        require_assignable(a_transfer(stage), a_unit(), now_at=at(15))


@pytest.mark.parametrize(
    "stage",
    [Stage.AT_PATIENT, Stage.DEPARTED, Stage.ARRIVED, Stage.HANDED_OVER, Stage.CANCELLED],
)
def test_no_other_unit_goes_once_one_is_at_the_bedside(stage):
    with refused("not_at_this_stage", stage=stage.value, event="unit-assigned"):
        require_assignable(a_transfer(stage), a_unit(SVA_2), now_at=at(60))


@pytest.mark.parametrize("stage", [Stage.ASSIGNED, Stage.NOTIFIED, Stage.EN_ROUTE])
def test_unit_is_not_given_twice_to_one_transfer(stage):
    story = a_story(stage)
    with refused("already_assigned", unit=SVA_1):
        require_assignable(story.transfer(), story.unit(), now_at=at(60))


def test_basic_unit_never_goes():
    with refused("unit_type_never", unit=SVB_1, unit_type="SVB"):
        assign_unit(an_assignment(unit=a_unit(SVB_1)), now_at=at(15))


@pytest.mark.parametrize(
    ("now_at", "is_on"),
    [
        (datetime(2026, 11, 22, 6, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 22, 7, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 22, 18, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 22, 19, 0, tzinfo=UTC), False),
    ],
    ids=["before", "start", "last minute", "end"],
)
def test_unit_goes_only_on_its_shift(now_at, is_on):
    by_day = a_unit(shift_starts=time(8), shift_ends=time(20))
    if is_on:
        require_assignable(AGREED, by_day, now_at=now_at)
    else:
        with refused("unit_off_shift", unit=SVA_1):
            require_assignable(AGREED, by_day, now_at=now_at)


@pytest.mark.parametrize(
    "activity", [Activity.PATIENT_CONTACT, Activity.TRANSPORTING, Activity.HOSPITAL]
)
def test_unit_with_a_patient_is_never_diverted(activity):
    loaded = a_unit(
        activity=activity, transfer_id=T2, assignability=Assignability.NOT_AVAILABLE
    )
    with refused("unit_loaded", unit=SVA_1):
        require_assignable(AGREED, loaded, now_at=at(15))


@pytest.mark.parametrize(
    "changes",
    [
        {"activity": Activity.OUT_OF_SERVICE},
        {"activity": Activity.OFF_DUTY},
        {"activity": Activity.OTHER_MISSION},
        {"activity": Activity.CLEARING},
        {"activity": Activity.OUT_OF_SERVICE, "busy_until_at": at(30)},
    ],
    ids=["out of service", "off duty", "other mission", "clearing", "back at half past"],
)
def test_unit_that_cannot_come_is_not_given(changes):
    busy = a_unit(assignability=Assignability.NOT_AVAILABLE, **changes)
    with refused("unit_not_available", unit=SVA_1, activity=changes["activity"].value):
        require_assignable(AGREED, busy, now_at=at(15))


def test_unit_of_unknown_status_is_not_given():
    with refused("unit_not_available", activity="station"):
        unknown = a_unit(assignability=Assignability.UNKNOWN)
        require_assignable(AGREED, unknown, now_at=at(15))


@pytest.mark.parametrize("activity", [Activity.OTHER_MISSION, Activity.CLEARING])
def test_unit_busy_until_a_known_time_can_be_given(activity):
    busy = a_unit(
        assignability=Assignability.NOT_AVAILABLE, activity=activity, busy_until_at=at(30)
    )
    require_assignable(AGREED, busy, now_at=at(15))


def test_unit_on_its_way_to_another_can_be_given():
    story = two_transfers()
    require_assignable(story.transfer("T2"), story.unit(), now_at=story.now_at)


def test_proposed_unit_needs_no_reason():
    proposed = replace(AGREED, proposal=a_proposal())
    assigned, _ = assign_unit(an_assignment(proposed, override_reason=None), now_at=at(15))
    assert isinstance(assigned, UnitAssigned)
    assert assigned.override_reason is None


@pytest.mark.parametrize(
    ("proposal", "named"),
    [(None, "-"), (a_proposal(None), "-"), (a_proposal(SVI_1), SVI_1)],
    ids=["no proposal", "nobody", "another"],
)
def test_unit_not_proposed_needs_a_reason(proposal, named):
    wanted = an_assignment(replace(AGREED, proposal=proposal), override_reason=None)
    with refused("override_reason_needed", field="override_reason", proposed=named):
        assign_unit(wanted, now_at=at(15))


def test_unit_proposed_for_later_needs_a_reason():
    later = replace(AGREED, proposal=a_proposal(after=T2))
    with refused("unit_free_later", field="unit_id", unit=SVA_1):
        assign_unit(an_assignment(later, override_reason=None), now_at=at(15))
    assert assign_unit(an_assignment(later), now_at=at(15))


@pytest.mark.parametrize("reason", ["", "   ", "x" * 201, "a\nb"])
def test_reason_against_the_proposal_is_readable(reason):
    with refused("text_invalid", field="override_reason"):
        assign_unit(an_assignment(override_reason=reason), now_at=at(15))


def test_diverted_unit_leaves_its_first_transfer_waiting():
    story = two_transfers()
    story.assign("T2", SVA_1)
    assert story.transfer("T1").stage is Stage.ACCEPTED
    assert story.transfer("T1").unit_id is None
    assert story.transfer("T2").unit_id == SVA_1
    assert story.unit().transfer_id == T2


def test_diverting_is_told_on_the_transfer_that_loses():
    story = two_transfers()
    story.assign("T2", SVA_1)
    told = [each.event for each in story.lines[-3:]]
    assert told[0] == UnitReleased(T1, SVA_1, "diverted")
    assert isinstance(told[1], UnitAssigned)


def test_replaced_unit_is_free_again():
    story = a_story(Stage.EN_ROUTE)
    story.assign(unit_id=SVA_2)
    assert story.transfer().unit_id == SVA_2
    assert (story.unit().activity, story.unit().transfer_id) == (Activity.STATION, None)
    assert UnitReleased(T1, SVA_1, "replaced") in [each.event for each in story.lines]


def test_two_transfers_can_swap_a_unit_in_one_command():
    story = two_transfers()
    story.assign("T2", SVA_2)
    story.assign("T1", SVA_2)
    assert story.transfer("T1").unit_id == SVA_2
    assert story.transfer("T2").unit_id is None
    assert story.unit(SVA_1).transfer_id is None
    assert story.unit(SVA_2).transfer_id == T1


def test_released_unit_is_available_where_it_stands():
    story = a_story(Stage.NOTIFIED)
    events = release_unit(story.transfer(), story.unit(), reason=" needed elsewhere ")
    assert events[0] == UnitReleased(T1, SVA_1, "needed elsewhere")
    assert status_of(events).assignability is Assignability.AVAILABLE


def test_releasing_needs_a_reason():
    with refused("text_invalid", field="reason"):
        release_unit(AGREED, a_unit(), reason=" ")


@pytest.mark.parametrize("stage", [Stage.AT_PATIENT, Stage.DEPARTED, Stage.ARRIVED])
def test_unit_at_the_bedside_is_not_released(stage):
    story = a_story(stage)
    with refused("not_at_this_stage", event="unit-released"):
        story.release()


def test_unit_of_unknown_status_is_not_assigned_even_with_a_time():
    unit = a_unit(
        activity=Activity.OTHER_MISSION,
        assignability=Assignability.UNKNOWN,
        busy_until_at=at(10),
    )
    with refused("unit_not_available"):
        require_assignable(AGREED, unit, now_at=NOON)


T3 = TransferId("T3")


@pytest.mark.parametrize("named", [None, T1])
@pytest.mark.parametrize("reason", [None, "closer"])
def test_who_loses_the_unit_must_be_named(named, reason):
    story = two_transfers(Stage.ASSIGNED)
    other = replace(story.transfer("T1"), transfer_id=T3, number="CSI-3")
    wanted = an_assignment(
        replace(story.transfer("T2"), proposal=a_proposal()),
        story.unit(SVA_1),
        diverted_from=other,
        takes_from=named,
        override_reason=reason,
    )
    with refused("unit_taken_meanwhile", field="takes_from", number="CSI-3"):
        assign_unit(wanted, now_at=at(60))
    taken = replace(wanted, takes_from=other.transfer_id)
    assert assign_unit(taken, now_at=at(60))[0] == UnitReleased(T3, SVA_1, "diverted")


def test_unit_that_got_free_meanwhile_is_taken_from_nobody():
    assigned, _ = assign_unit(an_assignment(takes_from=T3), now_at=at(15))
    assert isinstance(assigned, UnitAssigned)
