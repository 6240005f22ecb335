"""Recording steps of the bundle: what is refused, and what the timers make of it."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.bundle import BundleStep, Reading
from dispatch.assessment.priority import Condition
from dispatch.assessment.values import AdultValues
from dispatch.identity.actor import HEADQUARTERS
from dispatch.transfer.assessed import Assessed
from dispatch.transfer.board import apply_event
from dispatch.transfer.bundle import bundle_of, recognised_at, situation_of
from dispatch.transfer.decide_bundle import BundleReport, late_steps, record_bundle
from dispatch.transfer.evolve import evolve_all
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.stage import Stage
from tests.builders import (
    NOON,
    T1,
    a_board,
    a_story,
    a_transfer,
    at,
    referring_doctor,
    refused,
)

S = BundleStep


def record(story, step, minutes=0, *, by=None, now_min=400, **reading):
    """At so many minutes after noon, told at ``now_min``."""
    actor = by or referring_doctor()
    report = BundleReport(step, Reading(**reading), at(minutes))
    events = record_bundle(story.transfer(), report, actor=actor, now_at=at(now_min))
    story.record(events, by=actor, occurred_at=at(minutes))


def state(story, step, minutes):
    view = bundle_of(story.transfer(), now_at=at(minutes))
    return {item.step: item for item in view.items}[step]


def test_timers_run_from_the_request_until_recognition_is_told():
    story = a_story()
    view = bundle_of(story.transfer(), now_at=at(1))
    assert (view.recognised_at, view.is_recognition_stated) == (NOON, False)
    record(story, S.RECOGNITION, -30)
    view = bundle_of(story.transfer(), now_at=at(1))
    assert (view.recognised_at, view.is_recognition_stated) == (at(-30), True)
    assert state(story, S.ANTIBIOTIC, 30).state == "due"
    assert state(story, S.ANTIBIOTIC, 31).state == "late"


def test_return_has_no_bundle_to_record():
    back = replace(a_transfer(Stage.ASKED), returns=T1)
    with refused("bundle_of_return"):
        record_bundle(back, BundleReport(S.CULTURES), actor=referring_doctor(), now_at=at(0))


def test_step_tells_who_recorded_it_and_when_it_was_done():
    story = a_story()
    record(story, S.ANTIBIOTIC, 20)
    item = state(story, S.ANTIBIOTIC, 90)
    assert (item.state, item.done_at, item.recorded_by) == (
        "done",
        at(20),
        referring_doctor().name,
    )


def test_step_recorded_again_is_corrected_and_both_are_in_the_log():
    story = a_story()
    record(story, S.ANTIBIOTIC, 20)
    record(story, S.ANTIBIOTIC, 70)
    assert state(story, S.ANTIBIOTIC, 90).state == "done_late"
    names = [str(line.event.__struct_config__.tag) for line in story.lines]
    assert names.count("transfer.bundle-recorded") == 2


def test_timers_are_those_of_the_log_alone():
    """What survives a restart: the log read again gives the same timers."""
    story = a_story()
    record(story, S.RECOGNITION, -45)
    record(story, S.LACTATE, 10, lactate_mmol_l=4.2)
    board = a_board()
    for line in story.lines:
        board = apply_event(board, line)
    assert bundle_of(board.transfers[T1], now_at=at(99)) == bundle_of(
        story.transfer(), now_at=at(99)
    )


@pytest.mark.parametrize("stage", [Stage.ASKED, Stage.EN_ROUTE, Stage.DEPARTED, Stage.ARRIVED])
def test_step_is_recorded_at_every_open_stage(stage):
    story = a_story(stage)
    record(story, S.CONTROLS, 120)
    assert story.transfer().stage is stage


@pytest.mark.parametrize("stage", [Stage.HANDED_OVER, Stage.CANCELLED])
def test_step_cannot_be_recorded_once_closed(stage):
    with refused("not_at_this_stage"):
        record(a_story(stage), S.CONTROLS, 120)


def test_step_cannot_lie_in_the_future():
    record(a_story(), S.ANTIBIOTIC, 32, now_min=30)
    with refused("bundle_in_future", field="occurred_at", allowed=f"<= {at(30).isoformat()}"):
        record(a_story(), S.ANTIBIOTIC, 32.1, now_min=30)


def test_treatment_may_be_a_day_older_than_recognition():
    record(a_story(), S.ANTIBIOTIC, -1440)
    with refused("bundle_too_early", allowed=f">= {at(-1440).isoformat()}"):
        record(a_story(), S.ANTIBIOTIC, -1441)


@pytest.mark.parametrize(
    ("step", "reading"),
    [
        (S.CONTROLS, {}),
        (S.MAP_TARGET, {"map_mmhg": 70}),
        (S.LACTATE_AGAIN, {"lactate_mmol_l": 1}),
        (S.REASSESSMENT, {"outcome": "partial"}),
    ],
)
def test_what_judges_treatment_cannot_be_older_than_recognition(step, reading):
    record(a_story(), step, 0, **reading)
    with refused("recognition_needed", allowed=f">= {NOON.isoformat()}"):
        record(a_story(), step, -1, **reading)
    story = a_story()
    record(story, S.RECOGNITION, -30)
    record(story, step, -30, **reading)
    with refused("before_recognition", allowed=f">= {at(-30).isoformat()}"):
        record(story, step, -31, **reading)


def test_minute_of_the_request_is_late_enough_whatever_its_seconds():
    story = a_story()
    asked = replace(story.transfer().milestones, requested_at=at(0.4))
    transfer = replace(story.transfer(), milestones=asked)
    doctor = referring_doctor()
    report = BundleReport(S.CONTROLS, occurred_at=at(0))
    (told,) = record_bundle(transfer, report, actor=doctor, now_at=at(1))
    after = evolve_all(transfer, (told,), occurred_at=at(0))
    recognised = BundleReport(S.RECOGNITION, occurred_at=at(0.4))
    assert record_bundle(after, recognised, actor=doctor, now_at=at(1))


def test_second_lactate_may_be_of_the_minute_of_the_first():
    story = a_story()
    record(story, S.LACTATE, 5.5, lactate_mmol_l=3)
    record(story, S.LACTATE_AGAIN, 5, lactate_mmol_l=2)


def test_recognition_comes_before_the_request_by_days_at_most():
    record(a_story(), S.RECOGNITION, -4320)
    with refused("bundle_too_early"):
        record(a_story(), S.RECOGNITION, -4321)
    with refused("bundle_out_of_order", allowed=f"<= {NOON.isoformat()}"):
        record(a_story(), S.RECOGNITION, 1)


def test_recognition_cannot_move_behind_what_followed_it():
    story = a_story()
    record(story, S.RECOGNITION, -90)
    record(story, S.ANTIBIOTIC, -80)
    record(story, S.CONTROLS, -60)
    with refused("bundle_out_of_order", allowed=f"<= {at(-60).isoformat()}"):
        record(story, S.RECOGNITION, -59)
    record(story, S.RECOGNITION, -60)
    assert recognised_at(story.transfer()) == at(-60)


@pytest.mark.parametrize(
    ("first", "then", "of_first", "of_then"),
    [
        (S.LACTATE, S.LACTATE_AGAIN, {"lactate_mmol_l": 4}, {"lactate_mmol_l": 2}),
        (S.NORADRENALINE, S.CENTRAL_LINE, {"is_peripheral": True}, {}),
    ],
)
def test_second_of_two_cannot_come_before_the_first(first, then, of_first, of_then):
    story = a_story()
    record(story, first, 30, **of_first)
    with refused("bundle_out_of_order", allowed=f">= {at(30).isoformat()}"):
        record(story, then, 29, **of_then)
    record(story, then, 30, **of_then)


def test_second_is_recorded_without_a_first():
    record(a_story(), S.LACTATE_AGAIN, 30, lactate_mmol_l=2)


@pytest.mark.parametrize(
    ("step", "name"),
    [
        (S.LACTATE, "lactate_mmol_l"),
        (S.LACTATE_AGAIN, "lactate_mmol_l"),
        (S.FLUIDS, "fluids_ml"),
        (S.NORADRENALINE, "is_peripheral"),
        (S.MAP_TARGET, "map_mmhg"),
        (S.REASSESSMENT, "outcome"),
    ],
)
def test_step_says_what_it_needs(step, name):
    with refused("bundle_value_needed", field=f"reading/{name}", step=step.value):
        record(a_story(), step, 1)


@pytest.mark.parametrize(
    ("step", "reading", "field"),
    [
        (S.ANTIBIOTIC, {"map_mmhg": 70}, "map_mmhg"),
        (S.LACTATE, {"lactate_mmol_l": 1, "fluids_ml": 1}, "fluids_ml"),
        (S.CULTURES, {"outcome": "improved"}, "outcome"),
        (S.ANTIBIOTIC, {"outcome": "not_needed"}, "outcome"),
        (S.FLUIDS, {"outcome": "not_needed", "fluids_ml": 5}, "fluids_ml"),
    ],
)
def test_step_takes_no_value_of_another(step, reading, field):
    with refused("bundle_value_strange", field=f"reading/{field}"):
        record(a_story(), step, 1, **reading)


@pytest.mark.parametrize(
    ("step", "name", "value"),
    [
        (S.LACTATE, "lactate_mmol_l", 40.1),
        (S.LACTATE, "lactate_mmol_l", -0.1),
        (S.LACTATE, "lactate_mmol_l", float("nan")),
        (S.FLUIDS, "fluids_ml", 30001),
        (S.MAP_TARGET, "map_mmhg", 251),
    ],
)
def test_impossible_value_is_refused(step, name, value):
    with refused("value_out_of_range", field=f"reading/{name}"):
        record(a_story(), step, 1, **{name: value})


def test_weight_told_with_the_fluids_is_the_patients():
    story = a_story(condition=Condition.SEPTIC_SHOCK)
    assert state(story, S.FLUIDS, 10).missing == ("weight_kg",)
    record(story, S.FLUIDS, 20, fluids_ml=1000, weight_kg=50)
    assert story.transfer().needs.weight_kg == 50
    assert state(story, S.FLUIDS, 30).wanted_ml == 1500
    record(story, S.FLUIDS, 40, fluids_ml=1500)
    assert state(story, S.FLUIDS, 50).state == "done"


def test_step_may_be_done_without_when_nobody_needs_it():
    story = a_story()
    record(story, S.FOCUS_CONTROL, 5, outcome="not_needed")
    assert state(story, S.FOCUS_CONTROL, 5000).state == "not_needed"


def test_picture_of_the_request_counts_without_times():
    clinical = Clinical(
        lactate_mmol_l=4, fluids_ml=500, noradrenaline_mcg_kg_min=0.1, antibiotic_at=at(-10)
    )
    transfer = a_transfer(clinical=clinical, needs=Needs(vasoactives=True))
    items = {each.step: each for each in bundle_of(transfer, now_at=at(5)).items}
    assert items[S.ANTIBIOTIC].state == "done"
    assert items[S.LACTATE].state == "untimed"
    assert items[S.NORADRENALINE].state == "untimed"
    assert items[S.CENTRAL_LINE].missing == ("noradrenaline_route",)
    assert items[S.LACTATE_AGAIN].state == "due"


def test_record_counts_more_than_the_picture():
    story = a_story(clinical=Clinical(lactate_mmol_l=4, noradrenaline_mcg_kg_min=0.0))
    record(story, S.LACTATE, 5, lactate_mmol_l=1.9)
    assert state(story, S.LACTATE, 9).state == "done"
    assert state(story, S.LACTATE_AGAIN, 9).state == "not_needed"
    assert state(story, S.NORADRENALINE, 9).recorded_by is None


def test_deterioration_to_shock_shortens_the_focus():
    story = a_story()
    assert state(story, S.FOCUS_CONTROL, 400).due_at == at(720)
    story.change_condition(condition=Condition.SEPTIC_SHOCK)
    found = state(story, S.FOCUS_CONTROL, 400)
    assert (found.due_at, found.state) == (at(360), "late")


def test_every_late_step_is_told_once():
    story = a_story(clinical=Clinical(lactate_mmol_l=1.0, map_mmhg=80))
    assert late_steps(story.transfer(), now_at=at(60)) == ()
    (late,) = late_steps(story.transfer(), now_at=at(61))
    assert late.bundle_steps == (S.CULTURES, S.BLOOD_PANEL, S.ANTIBIOTIC)
    story.record((late,), by=HEADQUARTERS)
    assert late_steps(story.transfer(), now_at=at(61)) == ()
    record(story, S.ANTIBIOTIC, 70)
    (later,) = late_steps(story.transfer(), now_at=at(361))
    assert later.bundle_steps == (S.CONTROLS, S.REASSESSMENT)
    story.record((later,), by=HEADQUARTERS)
    assert story.transfer().bundle_late == (*late.bundle_steps, *later.bundle_steps)


def test_criteria_of_referral_light_from_the_transfer():
    story = a_story(
        condition=Condition.MULTI_ORGAN_FAILURE,
        needs=Needs(complex_source_control=True, ventilation=True),
    )
    record(story, S.REASSESSMENT, 200, outcome="no_improvement")
    view = bundle_of(story.transfer(), now_at=at(400))
    assert [each.state for each in view.referrals] == ["lit", "lit", "lit"]
    assert view.referrals[1].because == ("ventilation", "multi_organ_failure")


def test_systolic_pressure_counts_until_a_later_picture_tells_a_mean():
    low = AdultValues(systolic_mmhg=80, lactate_mmol_l=1)
    assessed = Assessed(low, None, at(5), "Dr. A")
    before = replace(a_transfer(clinical=Clinical(map_mmhg=75)), assessed=assessed)
    assert situation_of(before).systolic_mmhg == 80
    after = replace(before, clinical_at=at(6))
    assert situation_of(after).systolic_mmhg is None
