"""An infection and no limit to life support: the code presupposes both, before and after."""

from typing import TypeVar

import pytest
from msgspec import convert

from dispatch.assessment.values import AdultValues, ChildValues, PatientValues
from dispatch.transfer.decide_assessment import record_assessment
from dispatch.transfer.decision import DecisionKind
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.events import TransferAccepted, UnitAssigned
from dispatch.transfer.parts import Why
from dispatch.transfer.presupposed import require_presupposed
from dispatch.transfer.stage import CLOSED, Stage
from dispatch.transfer.transfer import Transfer
from dispatch.transfer.views import view_transfer
from tests.builders import (
    Story,
    a_story,
    coordinating_doctor,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)

E = TypeVar("E")
OPEN = sorted(set(Stage) - CLOSED)
CONTRADICTIONS: dict[str, tuple[str, dict[str, bool]]] = {
    "treatment_limits": ("values/life_support_limitation", {"has_treatment_limits": True}),
    "end_of_life": ("values/end_of_life", {"is_end_of_life": True}),
    "no_infection": ("values/infection_suspected", {"infection_suspected": False}),
}


def told(story: Story, values: PatientValues) -> None:
    actor = referring_doctor()
    at = story.now_at
    events = record_assessment(story.transfer(), values, actor=actor, assessed_at=at)
    story.record(events, by=actor)


def happened(story: Story, kind: type[E]) -> list[E]:
    return [line.event for line in story.lines if isinstance(line.event, kind)]


def kinds(transfer: Transfer) -> list[str]:
    return [each.kind for each in open_decisions(transfer)]


@pytest.mark.parametrize("code", CONTRADICTIONS)
@pytest.mark.parametrize("population", ["adult", "child"])
def test_values_that_contradict_the_request_stop_it(code: str, population: str) -> None:
    field, said = CONTRADICTIONS[code]
    values: PatientValues = (
        convert(said, AdultValues)
        if population == "adult"
        else convert({"age_months": 30, **said}, ChildValues)
    )
    with refused(code, field=field):
        require_presupposed(values)


@pytest.mark.parametrize("infection", [None, True])
def test_values_that_say_nothing_against_it_pass(infection: bool | None) -> None:
    require_presupposed(
        AdultValues(
            infection_suspected=infection, has_treatment_limits=False, is_end_of_life=False
        )
    )


@pytest.mark.parametrize("stage", OPEN)
def test_limit_recorded_later_calls_for_a_decision(stage: Stage) -> None:
    story = a_story(stage)
    story.wait(2)
    told(story, AdultValues(has_treatment_limits=True))
    (decision,) = open_decisions(story.transfer())
    assert decision.kind == "limits_recorded"
    assert decision.clinical_why == (Why("treatment_limits"),)
    assert decision.since_at == story.now_at


@pytest.mark.parametrize("stage", OPEN)
def test_no_infection_recorded_later_calls_for_a_decision(stage: Stage) -> None:
    story = a_story(stage)
    story.wait(2)
    told(story, AdultValues(infection_suspected=False))
    assert kinds(story.transfer()) == ["no_infection"]


def test_end_of_life_is_a_limit_and_both_are_one_decision() -> None:
    story = a_story(Stage.ASSIGNED)
    told(story, AdultValues(has_treatment_limits=True, is_end_of_life=True))
    (decision,) = open_decisions(story.transfer())
    assert [why.code for why in decision.clinical_why] == ["treatment_limits", "end_of_life"]


def test_later_values_that_leave_it_blank_take_nothing_back() -> None:
    story = a_story(Stage.ASSIGNED)
    told(story, AdultValues(is_end_of_life=True))
    first = open_decisions(story.transfer())
    story.wait(10)
    told(story, AdultValues(heart_rate_bpm=120, infection_suspected=True))
    assert kinds(story.transfer()) == ["limits_recorded"]
    assert open_decisions(story.transfer())[0].about == first[0].about


def test_decision_goes_when_it_is_said_otherwise() -> None:
    story = a_story(Stage.ASSIGNED)
    told(story, AdultValues(is_end_of_life=True, infection_suspected=False))
    assert kinds(story.transfer()) == ["limits_recorded", "no_infection"]
    story.wait(10)
    told(story, AdultValues(is_end_of_life=False, infection_suspected=True))
    assert kinds(story.transfer()) == []


@pytest.mark.parametrize("kind", ["limits_recorded", "no_infection"])
def test_only_a_doctor_settles_it(kind: DecisionKind) -> None:
    story = a_story(Stage.ASSIGNED)
    told(story, AdultValues(has_treatment_limits=True, infection_suspected=False))
    about = {each.kind: each.about for each in open_decisions(story.transfer())}[kind]
    with refused("decision_of_others", allowed="coordinating_doctor, intensivist"):
        story.settle(kind, about)
    story.settle(kind, about, by=intensivist(), reason="agreed with the family")
    assert kind not in kinds(story.transfer())


def test_dispatcher_is_asked_without_being_told_the_clinical_reason() -> None:
    story = a_story(Stage.ASSIGNED)
    told(story, AdultValues(is_end_of_life=True))
    seen = {
        actor.role: view_transfer(story.transfer(), actor, in_full=False)
        for actor in (dispatcher(), coordinating_doctor())
    }
    whys = [view.decisions[0].clinical_why for view in seen.values() if view is not None]
    assert whys == [(), (Why("end_of_life"),)]


def test_return_is_no_code_and_asks_for_nothing() -> None:
    story = a_story(Stage.HANDED_OVER)
    story.resolve("ward")
    story.request_return()
    actor = coordinating_doctor()
    values = AdultValues(has_treatment_limits=True)
    events = record_assessment(
        story.transfer("R1"), values, actor=actor, assessed_at=story.now_at
    )
    story.record(events, by=actor)
    assert kinds(story.transfer("R1")) == []


AGAINST = [
    pytest.param(AdultValues(has_treatment_limits=True), id="limits"),
    pytest.param(AdultValues(is_end_of_life=True), id="end of life"),
    pytest.param(AdultValues(infection_suspected=False), id="no infection"),
]


@pytest.mark.parametrize("values", AGAINST)
def test_yes_against_what_is_recorded_says_why(values: PatientValues) -> None:
    story = a_story(Stage.ASKED)
    told(story, values)
    with refused("still_to_be_decided", field="despite_reason"):
        story.answer()
    with refused("text_invalid", field="despite_reason"):
        story.answer(despite=" ")
    story.answer(despite="spoke with the family: limits lifted")
    (accepted,) = happened(story, TransferAccepted)
    assert accepted.despite_reason == "spoke with the family: limits lifted"
    transfer = story.transfer()
    assert (transfer.stage, kinds(transfer)) == (Stage.ACCEPTED, [])
    assert transfer.settled[-1].settled_by == intensivist().name


def test_no_against_what_is_recorded_needs_no_more_than_its_reason() -> None:
    story = a_story(Stage.ASKED)
    told(story, AdultValues(has_treatment_limits=True))
    story.decline(reason="treatment_limits")
    assert story.transfer().stage is Stage.REQUESTED


def test_reason_without_anything_recorded_is_not_kept() -> None:
    story = a_story(Stage.ASKED)
    story.answer(despite="nothing speaks against it")
    (accepted,) = happened(story, TransferAccepted)
    assert (accepted.despite_reason, story.transfer().settled) == (None, ())


def test_yes_by_telephone_says_why_and_leaves_the_decision_to_a_doctor() -> None:
    story = a_story(Stage.ASKED)
    told(story, AdultValues(has_treatment_limits=True))
    with refused("still_to_be_decided", field="despite_reason"):
        story.phone()
    story.phone(despite="the doctor knows and takes the patient")
    assert "limits_recorded" in kinds(story.transfer())


@pytest.mark.parametrize("values", AGAINST)
def test_unit_goes_with_a_reason_while_that_is_open(values: PatientValues) -> None:
    story = a_story(Stage.ACCEPTED)
    told(story, values)
    assert kinds(story.transfer())
    with refused("still_to_be_decided", field="despite_reason"):
        story.assign()
    story.assign(despite="on the way while the doctors speak")
    (assigned,) = happened(story, UnitAssigned)
    assert assigned.despite_reason == "on the way while the doctors speak"
    assert kinds(story.transfer()) != []


def test_unit_goes_as_ever_once_a_doctor_has_decided() -> None:
    story = a_story(Stage.ACCEPTED)
    told(story, AdultValues(has_treatment_limits=True))
    (asked,) = open_decisions(story.transfer())
    story.settle(asked.kind, asked.about, by=intensivist())
    story.assign()
    assert story.transfer().stage is Stage.ASSIGNED


def test_unit_goes_for_a_yes_that_its_doctor_denies_with_a_reason_only() -> None:
    story = a_story(Stage.ASKED)
    story.phone(by=coordinating_doctor())
    story.dispute(by=intensivist())
    with refused("agreement_denied", field="despite_reason"):
        story.assign()
    with refused("text_invalid", field="despite_reason"):
        story.assign(despite=" ")
    story.assign(despite="towards the bedside while they speak")
    (assigned,) = happened(story, UnitAssigned)
    assert assigned.despite_reason == "towards the bedside while they speak"


def test_unit_goes_as_ever_once_somebody_has_settled_the_denial() -> None:
    story = a_story(Stage.ASKED)
    story.phone(by=coordinating_doctor())
    story.dispute(by=intensivist())
    (asked,) = open_decisions(story.transfer())
    story.settle(asked.kind, asked.about, by=dispatcher())
    story.assign()
    assert story.transfer().stage is Stage.ASSIGNED
