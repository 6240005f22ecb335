"""The journey step by step, and its end."""

from datetime import timedelta

import pytest

from dispatch.assessment.criteria import criterion
from dispatch.capacity.beds import BedKind
from dispatch.capacity.events import BedOccupied, BedReleased
from dispatch.fleet.unit import Activity
from dispatch.transfer.decide_unit import (
    cancel_transfer,
    hand_over,
    report_step,
    require_in_order,
)
from dispatch.transfer.events import (
    TransferCancelled,
    TransferHandedOver,
    TransferProgressed,
)
from dispatch.transfer.stage import BEFORE_LOADING, Stage
from tests.builders import (
    CALELLA,
    JOURNEY,
    MATARO,
    NOON,
    T1,
    a_story,
    a_transfer,
    a_unit,
    at,
    refused,
    status_of,
)

AGREED = a_transfer(Stage.ACCEPTED)
MILESTONES = type(AGREED.milestones).__struct_fields__


@pytest.mark.parametrize(
    ("step", "activity", "place"),
    [
        ("notified", Activity.ACKNOWLEDGED, None),
        ("en_route", Activity.EN_ROUTE, None),
        ("at_patient", Activity.PATIENT_CONTACT, CALELLA),
        ("departed", Activity.TRANSPORTING, None),
        ("arrived", Activity.HOSPITAL, MATARO),
    ],
)
def test_step_tells_what_the_unit_does_and_where(step, activity, place):
    story = a_story(Stage.ASSIGNED)
    events = report_step(
        story.transfer(), story.unit(), step, occurred_at=at(20), now_at=at(20)
    )
    status = status_of(events)
    assert events[0] == TransferProgressed(T1, step)
    assert (status.activity, status.place) == (activity, place)
    assert (status.transfer_id, status.busy_until_at) == (T1, story.unit().busy_until_at)


def test_arrival_without_agreement_is_nowhere():
    # The life cycle refuses it when recorded; no place is invented before.
    story = a_story()
    events = report_step(
        story.transfer(), story.unit(), "arrived", occurred_at=NOON, now_at=NOON
    )
    assert status_of(events).place is None


@pytest.mark.parametrize("step", JOURNEY[2:])
def test_step_cannot_be_skipped(step):
    story = a_story(Stage.ASSIGNED)
    with refused("not_at_this_stage", event=step):
        story.step(step)


@pytest.mark.parametrize("step", JOURNEY)
def test_step_cannot_be_reported_twice(step):
    story = a_story(Stage(step))
    with refused("not_at_this_stage", event=step):
        story.step(step)


def test_late_report_keeps_its_true_time():
    story = a_story(Stage.EN_ROUTE)
    story.wait(60)
    story.step("at_patient", occurred_at=at(50))
    assert story.transfer().milestones.at_patient_at == at(50)
    assert story.lines[-1].recorded_at == at(85)


@pytest.mark.parametrize("stage", [each for each in Stage if each in BEFORE_LOADING])
def test_step_before_the_last_one_is_refused(stage):
    transfer = a_transfer(stage)
    last_at = max(
        value
        for name, value in ((n, getattr(transfer.milestones, n)) for n in MILESTONES)
        if value is not None and name != "asked_at"
    )
    with refused("out_of_order", field="occurred_at", allowed=f">= {last_at.isoformat()}"):
        require_in_order(transfer, last_at - timedelta(seconds=1), now_at=at(60))
    require_in_order(transfer, last_at, now_at=at(60))


def test_step_on_paper_has_no_seconds_to_be_early_by():
    story = a_story(Stage.ASSIGNED)
    story.now_at += timedelta(seconds=32)
    story.step("notified")
    minute_at = story.now_at.replace(second=0)
    require_in_order(story.transfer(), minute_at, now_at=story.now_at)
    with refused("out_of_order"):
        require_in_order(
            story.transfer(), minute_at - timedelta(minutes=1), now_at=story.now_at
        )


def test_step_in_the_future_is_refused():
    late_at = at(60) + timedelta(seconds=criterion("clock_ahead_s") + 1)
    with refused("out_of_order", field="occurred_at", allowed=f"<= {at(60).isoformat()}"):
        require_in_order(AGREED, late_at, now_at=at(60))


def test_clock_of_a_device_may_be_a_little_ahead():
    ahead_at = at(60) + timedelta(seconds=criterion("clock_ahead_s"))
    require_in_order(AGREED, ahead_at, now_at=at(60))


def test_step_out_of_order_is_refused_whichever_it_is():
    story = a_story(Stage.EN_ROUTE)
    with refused("out_of_order"):
        story.step("at_patient", occurred_at=at(24))
    with refused("out_of_order"):
        story.step("at_patient", occurred_at=at(240))


def test_handover_closes_uses_the_bed_and_clears_the_unit():
    story = a_story(Stage.ARRIVED)
    events = hand_over(story.transfer(), story.unit(), occurred_at=at(65), now_at=at(66))
    status = status_of(events)
    assert events[0] == TransferHandedOver(T1)
    assert events[1] == BedOccupied(MATARO, BedKind.ICU, T1)
    assert (status.activity, status.busy_until_at) == (Activity.CLEARING, at(65 + 15))
    assert status.transfer_id is None


def test_unit_clears_where_it_handed_over():
    story = a_story(Stage.HANDED_OVER)
    assert story.unit().place == MATARO


@pytest.mark.parametrize("minute", [39, 43])
def test_handover_out_of_order_is_refused(minute):
    story = a_story(Stage.ARRIVED)
    with refused("out_of_order", field="occurred_at"):
        story.hand_over(occurred_at=at(minute))


@pytest.mark.parametrize("stage", [Stage.ASSIGNED, Stage.EN_ROUTE, Stage.DEPARTED])
def test_handover_before_arrival_is_refused(stage):
    story = a_story(stage)
    with refused("not_at_this_stage", event="handed-over"):
        story.hand_over()


def test_cancelled_request_closes_alone():
    transfer = a_transfer()
    assert cancel_transfer(transfer, None, reason=" died ") == (TransferCancelled(T1, "died"),)


def test_cancelled_agreement_frees_the_bed():
    assert cancel_transfer(AGREED, None, reason="died")[1:] == (
        BedReleased(MATARO, BedKind.ICU, T1),
    )


def test_cancelled_journey_frees_bed_and_unit():
    story = a_story(Stage.AT_PATIENT)
    story.cancel()
    assert story.beds().held == 0
    assert (story.unit().activity, story.unit().transfer_id) == (Activity.STATION, None)
    assert story.unit().place == CALELLA


@pytest.mark.parametrize("stage", sorted(set(Stage) - BEFORE_LOADING))
def test_transfer_is_not_cancelled_once_loaded(stage):
    with refused("not_at_this_stage", stage=stage.value, event="cancelled"):
        cancel_transfer(a_transfer(stage), a_unit(), reason="died")


@pytest.mark.parametrize("reason", ["", "\u200b", "x" * 201])
def test_cancelling_needs_a_reason(reason):
    with refused("text_invalid", field="reason"):
        cancel_transfer(AGREED, None, reason=reason)
