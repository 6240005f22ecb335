"""Raising is free with a reason; lowering is for two doctors."""

from itertools import product

import pytest
from msgspec.structs import asdict

from dispatch.assessment.priority import Condition, Priority
from dispatch.identity.roles import Role
from dispatch.transfer.care_events import PriorityChanged
from dispatch.transfer.decide_priority import (
    MAY_LOWER,
    ConditionReport,
    change_condition,
    change_priority,
)
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.said_picture import SaidClinical, SaidNeeds
from dispatch.transfer.stage import Stage
from tests.builders import (
    T1,
    a_story,
    a_transfer,
    an_actor,
    at,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.course import said_of

SHOCK = a_transfer(Stage.ACCEPTED, condition=Condition.SEPTIC_SHOCK)
SEPSIS = a_transfer(Stage.ACCEPTED)
EVERY_ROLE = [an_actor(role) for role in Role]
NOT_LOWERING = [actor for actor in EVERY_ROLE if actor.role not in MAY_LOWER]
LOWERING = [actor for actor in EVERY_ROLE if actor.role in MAY_LOWER]


def by_name(actor):
    return actor.name


def change(transfer, priority, *, by, reason="seen on the ward"):
    changed, *_ = change_priority(transfer, priority, reason=reason, actor=by)
    return changed


def report(transfer, condition, *, by, needs=None, clinical=None):
    (changed,) = change_condition(
        transfer,
        ConditionReport(
            condition,
            SaidNeeds() if needs is None else SaidNeeds(**asdict(needs)),
            SaidClinical() if clinical is None else said_of(clinical),
        ),
        actor=by,
        now_at=at(30),
    )
    return changed


def test_only_two_doctors_lower():
    assert {Role.INTENSIVIST, Role.COORDINATING_DOCTOR} == MAY_LOWER


@pytest.mark.parametrize("actor", EVERY_ROLE, ids=by_name)
def test_anybody_can_raise_with_a_reason(actor):
    changed = change(SEPSIS, Priority.ZERO, by=actor)
    assert changed == PriorityChanged(T1, Priority.ZERO, "seen on the ward")


@pytest.mark.parametrize("actor", NOT_LOWERING, ids=by_name)
def test_others_cannot_lower(actor):
    with refused(
        "only_doctors_lower", field="priority", allowed="coordinating_doctor, intensivist"
    ):
        change(SHOCK, Priority.THREE_HOURS, by=actor)


@pytest.mark.parametrize("actor", LOWERING, ids=by_name)
def test_doctors_can_lower(actor):
    assert change(SHOCK, Priority.THREE_HOURS, by=actor).priority is Priority.THREE_HOURS


@pytest.mark.parametrize("transfer", [SHOCK, SEPSIS], ids=["P0", "3h"])
def test_priority_it_has_already_is_refused(transfer):
    with refused("same_priority", field="priority", value=transfer.priority.value):
        change(transfer, transfer.priority, by=coordinating_doctor())


@pytest.mark.parametrize("reason", ["", " \t", "x" * 201, "a\x1bb"])
def test_change_by_hand_needs_a_readable_reason(reason):
    with refused("text_invalid", field="reason", allowed="1-200 printable characters"):
        change(SEPSIS, Priority.ZERO, by=dispatcher(), reason=reason)


def test_reason_is_kept_without_outer_blanks():
    changed = change(SEPSIS, Priority.ZERO, by=dispatcher(), reason="  worse ")
    assert changed.reason == "worse"


@pytest.mark.parametrize("actor", [referring_doctor(), crew(), dispatcher()], ids=by_name)
@pytest.mark.parametrize("condition", [Condition.SEPTIC_SHOCK, Condition.MULTI_ORGAN_FAILURE])
def test_worse_condition_raises_whoever_reports_it(condition, actor):
    changed = report(SEPSIS, condition, by=actor)
    assert (changed.priority, changed.rule) == (Priority.ZERO, condition.value)


def test_vasoactives_started_while_waiting_raise():
    changed = report(
        SEPSIS, Condition.SEPSIS, by=referring_doctor(), needs=Needs(vasoactives=True)
    )
    assert (changed.priority, changed.rule) == (Priority.ZERO, "needs_vasoactives")


def test_better_condition_told_by_others_lowers_nothing():
    changed = report(SHOCK, Condition.SEPSIS, by=referring_doctor())
    assert changed.condition is Condition.SEPSIS
    assert (changed.priority, changed.rule) == (Priority.ZERO, "septic_shock")


@pytest.mark.parametrize("actor", [intensivist(), coordinating_doctor()], ids=by_name)
def test_better_condition_told_by_the_two_doctors_lowers(actor):
    changed = report(SHOCK, Condition.SEPSIS, by=actor)
    assert (changed.priority, changed.rule) == (Priority.THREE_HOURS, "sepsis")


def test_same_condition_keeps_its_priority():
    for transfer in (SEPSIS, SHOCK):
        changed = report(transfer, transfer.condition, by=referring_doctor())
        assert (changed.priority, changed.rule) == (transfer.priority, transfer.rule)


def test_raise_by_hand_outlives_a_report_of_plain_sepsis():
    story = a_story(Stage.ACCEPTED)
    story.change_priority()
    story.change_condition(condition=Condition.SEPSIS)
    assert (story.transfer().priority, story.transfer().rule) == (Priority.ZERO, "by_hand")


@pytest.mark.parametrize(
    ("condition", "actor"),
    list(product(Condition, EVERY_ROLE)),
    ids=lambda value: getattr(value, "name", None),
)
def test_no_report_lowers_unless_a_doctor_may(condition, actor):
    changed = report(SHOCK, condition, by=actor)
    if changed.priority is not Priority.ZERO:
        assert actor.role in MAY_LOWER
        assert condition is Condition.SEPSIS


def test_slips_in_the_new_picture_are_refused():
    with refused("value_out_of_range", field="clinical/spo2_pct", value=101):
        report(SEPSIS, Condition.SEPSIS, by=crew(), clinical=Clinical(spo2_pct=101))
    with refused("value_out_of_range", field="needs/weight_kg", value=0.1):
        report(SEPSIS, Condition.SEPSIS, by=crew(), needs=Needs(weight_kg=0.1))


def test_priority_is_settled_once_handed_over():
    story = a_story(Stage.HANDED_OVER)
    with refused("not_at_this_stage", stage="handed_over"):
        story.change_priority()
    with refused("not_at_this_stage", stage="handed_over"):
        story.change_condition()


@pytest.mark.parametrize("stage", [Stage.DEPARTED, Stage.ARRIVED])
@pytest.mark.parametrize("is_picture", [True, False])
def test_worse_on_the_road_raises_and_moves_no_clock(stage, is_picture):
    story = a_story(stage)
    before = story.transfer()
    story.wait(5)
    if is_picture:
        story.change_condition(by=crew())
    else:
        story.change_priority(by=dispatcher())
    after = story.transfer()
    assert (after.priority, after.stage, after.upgraded) == (Priority.ZERO, stage, True)
    assert (after.milestones, after.agreement) == (before.milestones, before.agreement)
