"""The life cycle: one table, read by everything that moves a transfer.

``docs/states.md`` is drawn from ``TABLE``. A pair that is not in it is refused.
"""

from dispatch.kernel.failures import Refused
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
    TransferAccepted,
    TransferCancelled,
    TransferCountered,
    TransferHandedOver,
    TransferProgressed,
    TransferRejected,
    UnitAssigned,
    UnitFailed,
    UnitProposed,
    UnitReleased,
)
from dispatch.transfer.papers import PapersEnded, PapersStandStill, PapersToCome
from dispatch.transfer.stage import (
    AGREED,
    BEFORE_LOADING,
    CLOSED,
    FAILS,
    HANDING_OVER,
    HOLD_EXPIRES,
    LOADED_STAGES,
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

S = Stage

Happening = type[AnyTransferEvent] | str
"""A kind of event; a step of the journey is named by its word; one taken back, a closing or a
failure, by the stage that it leads back to.
"""

TABLE: dict[tuple[Stage, Happening], Stage] = {
    (S.REQUESTED, HospitalAsked): S.ASKED,
    (S.ASKED, HospitalAsked): S.ASKED,
    (S.ASKED, TransferAccepted): S.ACCEPTED,
    (S.ASKED, TransferRejected): S.REQUESTED,
    (S.ASKED, TransferCountered): S.REQUESTED,
    (S.ASKED, QuestionWithdrawn): S.REQUESTED,
    (S.ASKED, RequestEscalated): S.ASKED,
    **{
        (stage, what): stage
        for stage in sorted(AGREED)
        for what in (
            HospitalsProposed,
            HospitalAsked,
            TransferAccepted,
            TransferRejected,
            TransferCountered,
            QuestionWithdrawn,
            RequestEscalated,
        )
    },
    **{(stage, AgreementWithdrawn): stage for stage in sorted(AGREED - {S.ACCEPTED})},
    (S.ACCEPTED, AgreementWithdrawn): S.REQUESTED,
    **{
        (stage, what): stage
        for stage in sorted({*AGREED, *CLOSED})
        for what in (AgreementConfirmed, AgreementDisputed)
    },
    (S.ACCEPTED, UnitProposed): S.ACCEPTED,
    (S.ACCEPTED, UnitAssigned): S.ASSIGNED,
    **{(stage, UnitProposed): stage for stage in sorted(WITH_UNIT)},
    **{(stage, UnitReleased): S.ACCEPTED for stage in sorted({*WITH_UNIT, S.AT_PATIENT})},
    **{(stage, UnitFailed): S.ACCEPTED for stage in sorted(FAILS)},
    (S.ARRIVED, UnitFailedAtDoor): S.ARRIVED,
    (S.ARRIVED, "runs_again_arrived"): S.ARRIVED,
    **{
        (stage, f"runs_again_{back_to.value}"): back_to
        for stage in sorted(WITHOUT_UNIT)
        for back_to in sorted(FAILS)
    },
    (S.ASSIGNED, UnitSilent): S.ASSIGNED,
    **{(stage, UnitOverdue): stage for stage in sorted(WITH_UNIT)},
    (S.ASSIGNED, "notified"): S.NOTIFIED,
    (S.ASSIGNED, "en_route"): S.EN_ROUTE,
    (S.NOTIFIED, "en_route"): S.EN_ROUTE,
    (S.EN_ROUTE, "at_patient"): S.AT_PATIENT,
    (S.AT_PATIENT, "departed"): S.DEPARTED,
    (S.DEPARTED, "arrived"): S.ARRIVED,
    (S.ARRIVED, TransferHandedOver): S.HANDED_OVER,
    (S.ARRIVED, "departed"): S.DEPARTED,
    (S.ARRIVED, TransferTakenBack): S.TAKEN_BACK,
    **{(stage, PatientDied): S.DIED for stage in Stage if stage not in CLOSED},
    **{
        (stage, what): stage
        for stage in sorted(AGREED)
        for what in (PatientMissing, PatientFound)
    },
    **{(stage, TrackLost): S.LOST for stage in sorted(AGREED)},
    **{(stage, CourseReported): stage for stage in sorted(AGREED)},
    **{
        (stage, what): stage
        for stage in sorted(LOADED_STAGES)
        for what in (DrivenElsewhere, RequestWithdrawn)
    },
    **{(stage, ReceiverUnreachable): stage for stage in sorted(AGREED)},
    **{(stage, ReceiverOverbooked): stage for stage in sorted(AGREED)},
    **{(stage, ReceiverClosed): stage for stage in sorted({*AGREED, S.ASKED})},
    (S.NOTIFIED, "back_to_assigned"): S.ASSIGNED,
    (S.EN_ROUTE, "back_to_assigned"): S.ASSIGNED,
    (S.EN_ROUTE, "back_to_notified"): S.NOTIFIED,
    (S.AT_PATIENT, "back_to_en_route"): S.EN_ROUTE,
    (S.AT_PATIENT, "back_to_at_patient"): S.AT_PATIENT,
    (S.DEPARTED, "back_to_at_patient"): S.AT_PATIENT,
    (S.ARRIVED, "back_to_departed"): S.DEPARTED,
    **{(stage, BedHoldExpired): stage for stage in sorted(HOLD_EXPIRES)},
    **{(stage, BedKept): stage for stage in sorted(AGREED)},
    **{(stage, PartConfirmed): stage for stage in sorted(HANDING_OVER)},
    **{(stage, PartTakenBack): stage for stage in (S.AT_PATIENT, S.HANDED_OVER)},
    **{
        (S.HANDED_OVER, what): S.HANDED_OVER
        for what in (
            EpisodeResolved,
            ReturnRequested,
            ReturnDropped,
            ReturnReopened,
            HandedOverUnagreed,
            DecisionSettled,
        )
    },
    **{
        (stage, what): stage
        for stage in Stage
        if stage not in CLOSED
        for what in (HospitalsProposed, ConditionChanged, PriorityChanged)
    },
    **{(stage, TransferCancelled): S.CANCELLED for stage in sorted(BEFORE_LOADING)},
    **{(stage, BundleRecorded): stage for stage in Stage if stage not in CLOSED},
    **{(stage, BundleLate): stage for stage in Stage if stage not in CLOSED},
    **{(stage, AssessmentRecorded): stage for stage in Stage if stage not in CLOSED},
    **{(stage, IdentityChecked): stage for stage in (S.AT_PATIENT, S.DEPARTED)},
    **{
        (stage, what): stage
        for stage in Stage
        if stage not in CLOSED
        for what in (
            DecisionSettled,
            ReceiverHasRoom,
            ReceiverOpened,
            TwinClosed,
            PapersToCome,
            PapersStandStill,
            PapersEnded,
        )
    },
}
TABLE |= {
    (to, f"reopened_{at.value}"): at
    for (at, _), to in TABLE.items()
    if at not in CLOSED and to in CLOSED
}


def settled(stage: Stage, *, is_agreed: bool, is_asked: bool) -> Stage:
    """Without a unit the stage follows from who has agreed and who is asked: an agreement may
    be taken back, or a unit taken off, while another hospital is being asked.
    """
    if stage not in WITHOUT_UNIT:
        return stage
    if is_agreed:
        return Stage.ACCEPTED
    return Stage.ASKED if is_asked else Stage.REQUESTED


def happening(event: AnyTransferEvent) -> Happening:
    """What the table calls ``event``."""
    if isinstance(event, ClosingTakenBack):
        return f"reopened_{event.back_to.value}"
    if isinstance(event, FailureTakenBack):
        return f"runs_again_{event.back_to.value}"
    if isinstance(event, StepTakenBack):
        return f"back_to_{event.back_to.value}"
    return event.step if isinstance(event, TransferProgressed) else type(event)


def name_of(what: Happening) -> str:
    """The word for a happening in documents and refusals: ``unit-assigned``, ``en_route``."""
    if isinstance(what, str):
        return what
    return str(what.__struct_config__.tag).removeprefix("transfer.")


def next_stage(stage: Stage, event: AnyTransferEvent) -> Stage:
    """The stage after ``event``, or ``Refused("not_at_this_stage")`` with what is possible."""
    what = happening(event)
    if (stage, what) not in TABLE:
        possible = sorted({name_of(known) for at, known in TABLE if at is stage})
        raise Refused(
            "not_at_this_stage",
            stage=stage.value,
            event=name_of(what),
            allowed=", ".join(possible),
        )
    return TABLE[stage, what]
