"""The life cycle is one table: what is in it happens, what is not is refused."""

from itertools import product
from typing import get_args

import pytest

from dispatch.assessment.bundle import BundleStep, Reading
from dispatch.assessment.priority import Condition, Priority
from dispatch.assessment.values import AdultValues
from dispatch.transfer.care_events import (
    AssessmentRecorded,
    BundleLate,
    BundleRecorded,
    ConditionChanged,
    PriorityChanged,
)
from dispatch.transfer.events import (
    AgreementConfirmed,
    AnyTransferEvent,
    BedHoldExpired,
    BedKept,
    DecisionSettled,
    EpisodeResolved,
    HospitalAsked,
    HospitalsProposed,
    PartConfirmed,
    QuestionWithdrawn,
    RequestEscalated,
    ReturnDropped,
    ReturnRequested,
    Step,
    TransferAccepted,
    TransferCancelled,
    TransferCountered,
    TransferHandedOver,
    TransferProgressed,
    TransferRejected,
    TransferRequested,
    UnitAssigned,
    UnitFailed,
    UnitProposed,
    UnitReleased,
)
from dispatch.transfer.evolve import evolve
from dispatch.transfer.lifecycle import TABLE, happening, name_of, next_stage, settled
from dispatch.transfer.papers import PapersEnded, PapersStandStill, PapersToCome
from dispatch.transfer.parts import Clinical, Needs, UnitProposal
from dispatch.transfer.stage import (
    AGREED,
    BEFORE_LOADING,
    CLOSED,
    FAILS,
    WITH_UNIT,
    WITHOUT_UNIT,
    Stage,
)
from dispatch.transfer.way_events import (
    AgreementDisputed,
    AgreementWithdrawn,
    ClosingTakenBack,
    CourseReported,
    DrivenElsewhere,
    FailureTakenBack,
    HandedOverUnagreed,
    PartTakenBack,
    PatientDied,
    PatientFound,
    PatientMissing,
    ReceiverClosed,
    ReceiverHasRoom,
    ReceiverOpened,
    ReceiverOverbooked,
    ReceiverUnreachable,
    RequestWithdrawn,
    ReturnReopened,
    StepTakenBack,
    TrackLost,
    TransferTakenBack,
    TwinClosed,
    UnitFailedAtDoor,
    UnitOverdue,
    UnitSilent,
)
from dispatch.transfer.whose_events import IdentityChecked
from tests.builders import MATARO, NOON, SVA_1, a_story, a_transfer, at, intensivist, refused

ID = a_transfer().transfer_id
PROPOSAL = UnitProposal(
    unit_id=SVA_1,
    after=None,
    options=(),
    method="exact",
    proved=(),
    vector=(),
    solve_s=0,
    computed_at=NOON,
)
PLAIN: tuple[AnyTransferEvent, ...] = (
    HospitalsProposed(ID, candidates=(), not_proposed=(), own_hospital_suffices=False),
    HospitalAsked(ID, MATARO, "2026-1", override_reason=None),
    TransferAccepted(ID, MATARO, intensivist().person_id, "Dra. Puig", "2026-1", answers={}),
    BedHoldExpired(ID),
    BedKept(ID),
    TransferRejected(ID, MATARO, "no_bed", failing=()),
    TransferCountered(ID, MATARO, "after_resuscitation", suggested=None, available_at=None),
    QuestionWithdrawn(ID, MATARO, ()),
    RequestEscalated(ID, MATARO, "repeat", people=(), doctors=()),
    AgreementConfirmed(ID, MATARO, intensivist().person_id),
    UnitProposed(ID, PROPOSAL),
    UnitAssigned(
        ID, SVA_1, override_reason=None, expected_bedside_at=None, expected_arrival_at=None
    ),
    UnitReleased(ID, SVA_1, "broke down"),
    UnitFailed(ID, SVA_1, "broke down", 41.6, 2.6),
    *(TransferProgressed(ID, step) for step in get_args(Step)),
    TransferHandedOver(ID),
    PartConfirmed(ID, "sender_released"),
    EpisodeResolved(ID, "ward"),
    ReturnRequested(ID, ID),
    ReturnDropped(ID),
    ReturnReopened(ID, ID, None, None),
    ConditionChanged(ID, Condition.SEPSIS, Priority.THREE_HOURS, "sepsis", Needs(), Clinical()),
    PriorityChanged(ID, Priority.ZERO, "looks worse"),
    TransferCancelled(ID, "got better"),
    BundleRecorded(ID, BundleStep.CULTURES, Reading(), "Dra. Puig"),
    BundleLate(ID, (BundleStep.ANTIBIOTIC,)),
    AssessmentRecorded(ID, AdultValues(), None, "Dra. Puig"),
    AgreementWithdrawn(ID, MATARO, "no_bed", told_by=None),
    AgreementDisputed(ID, MATARO, intensivist().person_id, "not me"),
    PatientDied(ID),
    PatientMissing(ID, "no contact"),
    PatientFound(ID, "C-32", "police"),
    TrackLost(ID, "no contact"),
    ReceiverOpened(ID),
    ReceiverOverbooked(ID, MATARO),
    ReceiverHasRoom(ID),
    TwinClosed(ID, "CSI-2"),
    PapersToCome(ID, "dispatcher"),
    PapersStandStill(ID),
    PapersEnded(ID),
    UnitSilent(ID, SVA_1),
    UnitOverdue(ID, SVA_1),
    TransferTakenBack(ID),
    DrivenElsewhere(ID, MATARO, "nearer"),
    CourseReported(ID, "worse", "MAP 45"),
    RequestWithdrawn(ID, "limits"),
    ReceiverUnreachable(ID, MATARO, "rang"),
    ReceiverClosed(ID, MATARO, "outbreak", NOON),
    StepTakenBack(ID, "notified", Stage.ASSIGNED, "wrong button"),
    StepTakenBack(ID, "en_route", Stage.NOTIFIED, "wrong button"),
    StepTakenBack(ID, "at_patient", Stage.EN_ROUTE, "wrong button"),
    StepTakenBack(ID, "departed", Stage.AT_PATIENT, "wrong button"),
    StepTakenBack(ID, "arrived", Stage.DEPARTED, "wrong button"),
    UnitFailedAtDoor(ID, SVA_1, "does not start"),
    PartTakenBack(ID, "sender_released", "wrong patient"),
    HandedOverUnagreed(ID, MATARO, is_bed_counted=False),
    ClosingTakenBack(ID, "cancelled", Stage.ACCEPTED, "wrong button"),
    ClosingTakenBack(ID, "died", Stage.AT_PATIENT, "wrong button"),
    ClosingTakenBack(ID, "handed_over", Stage.ARRIVED, "wrong button"),
    IdentityChecked(ID, SVA_1, ("name", "cip"), True, None, "crew"),
    DecisionSettled(ID, "needs_exceed_hospital", "mataro", "they can", "dispatcher"),
)
BACK = {
    name
    for _, name in TABLE
    if isinstance(name, str) and name.startswith(("back_to_", "reopened_", "runs_again_"))
}
EVERY_PAIR = list(product(Stage, PLAIN))
IDS = [f"{stage}-{name_of(happening(event))}" for stage, event in EVERY_PAIR]


@pytest.mark.parametrize(("stage", "event"), EVERY_PAIR, ids=IDS)
def test_event_happens_only_where_the_table_says(stage, event):
    transfer = a_transfer(stage)
    key = (stage, happening(event))
    if key in TABLE:
        assert evolve(transfer, event, occurred_at=at(60)).stage is TABLE[key]
    else:
        with refused("not_at_this_stage", stage=stage.value, event=name_of(happening(event))):
            evolve(transfer, event, occurred_at=at(60))


@pytest.mark.parametrize("stage", sorted(CLOSED - {Stage.HANDED_OVER}))
def test_nothing_is_possible_at_the_end_but_a_word_about_agreement_and_closing(stage):
    possible = {what for at_stage, what in TABLE if at_stage is stage}
    assert possible - BACK == {AgreementConfirmed, AgreementDisputed}
    with refused("not_at_this_stage", stage=stage.value):
        next_stage(stage, PLAIN[0])


def test_closing_leads_back_to_wherever_it_came_from():
    closings = {(at, to) for (at, _), to in TABLE.items() if to in CLOSED - {at}}
    back = {(to, at) for (at, what), to in TABLE.items() if at in CLOSED and what in BACK}
    assert back == closings


def test_only_words_about_it_follow_a_handover():
    possible = {
        what: to
        for (stage, what), to in TABLE.items()
        if stage is Stage.HANDED_OVER and what not in BACK
    }
    words = (PartConfirmed, EpisodeResolved, AgreementConfirmed, AgreementDisputed)
    after = (PartTakenBack, HandedOverUnagreed, DecisionSettled)
    assert possible == dict.fromkeys(
        (*words, *after, ReturnRequested, ReturnDropped, ReturnReopened), Stage.HANDED_OVER
    )


def test_refusal_names_what_is_possible():
    possible = sorted({name_of(what) for at_stage, what in TABLE if at_stage is Stage.ARRIVED})
    with refused(
        "not_at_this_stage", stage="arrived", event="notified", allowed=", ".join(possible)
    ):
        next_stage(Stage.ARRIVED, TransferProgressed(ID, "notified"))
    assert {"handed-over", "back_to_departed", "died", "taken-back"} <= set(possible)


def test_every_kind_of_event_is_in_the_table():
    kinds = {type(event) for event in PLAIN} | {TransferRequested, FailureTakenBack}
    assert kinds == set(get_args(AnyTransferEvent))
    named = {what for _, what in TABLE if not isinstance(what, str)}
    by_word = {TransferProgressed, StepTakenBack, ClosingTakenBack, FailureTakenBack}
    assert kinds - named == {TransferRequested, *by_word}
    assert {what for _, what in TABLE if isinstance(what, str)} - BACK == set(get_args(Step))


def test_step_taken_back_leads_to_the_stage_it_names():
    for (_, what), to in TABLE.items():
        words = {f"{back}_{to.value}" for back in ("back_to", "reopened", "runs_again")}
        assert what not in BACK or what in words


@pytest.mark.parametrize("stage", sorted(FAILS))
def test_failure_leads_back_to_wherever_the_unit_failed(stage):
    possible = {at for at, what in TABLE if what == f"runs_again_{stage.value}"}
    assert possible == WITHOUT_UNIT | ({stage} if stage is Stage.ARRIVED else set())


def test_request_opens_and_never_happens_twice():
    opening = a_story().lines[0].event
    assert isinstance(opening, TransferRequested)
    with refused("requested_twice", number="CSI-T1"):
        evolve(a_transfer(), opening, occurred_at=NOON)


def test_agreement_comes_only_from_the_asked_hospital():
    sources = {stage for (stage, what), to in TABLE.items() if what is TransferAccepted}
    assert sources == {Stage.ASKED, *AGREED}


@pytest.mark.parametrize("stage", sorted(WITHOUT_UNIT))
def test_without_a_unit_the_stage_follows_from_who_agreed_and_who_is_asked(stage):
    assert settled(stage, is_agreed=True, is_asked=True) is Stage.ACCEPTED
    assert settled(stage, is_agreed=True, is_asked=False) is Stage.ACCEPTED
    assert settled(stage, is_agreed=False, is_asked=True) is Stage.ASKED
    assert settled(stage, is_agreed=False, is_asked=False) is Stage.REQUESTED


@pytest.mark.parametrize("stage", sorted(set(Stage) - WITHOUT_UNIT))
def test_with_a_unit_the_journey_goes_on_whoever_agrees(stage):
    assert settled(stage, is_agreed=False, is_asked=False) is stage


def test_unit_comes_only_after_agreement():
    before = {
        at for (at, what), to in TABLE.items() if to is Stage.ASSIGNED and what not in BACK
    }
    assert before == {Stage.ACCEPTED, Stage.ASSIGNED}
    assert {stage for stage, what in TABLE if what is UnitAssigned} == {Stage.ACCEPTED}


def test_patient_leaves_only_from_the_bedside():
    before = {
        at for (at, what), to in TABLE.items() if to is Stage.DEPARTED and what not in BACK
    }
    assert before - {Stage.DEPARTED} == {Stage.AT_PATIENT, Stage.ARRIVED}


def test_unit_is_taken_off_before_it_has_the_patient():
    assert {stage for stage, what in TABLE if what is UnitReleased} == {
        *WITH_UNIT,
        Stage.AT_PATIENT,
    }


def test_once_loaded_no_unit_is_taken_off_and_nothing_is_cancelled():
    loaded = {Stage.DEPARTED, Stage.ARRIVED}
    assert not loaded & BEFORE_LOADING
    possible = {what for at_stage, what in TABLE if at_stage in loaded}
    assert not possible & {UnitAssigned, UnitReleased, UnitProposed, TransferCancelled}


@pytest.mark.parametrize("stage", Stage)
def test_every_open_stage_leads_to_an_end(stage):
    reached, fresh = {stage}, {stage}
    while fresh:
        fresh = {to for (here, _), to in TABLE.items() if here in fresh} - reached
        reached |= fresh
    assert reached & CLOSED


def test_happening_is_named_as_in_documents():
    assert name_of(UnitAssigned) == "unit-assigned"
    assert name_of("en_route") == "en_route"
    assert happening(TransferProgressed(ID, "arrived")) == "arrived"
    assert happening(PLAIN[0]) is HospitalsProposed
