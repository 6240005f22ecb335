"""What people are asked to decide when a transfer turns out otherwise: one rule a kind."""

from collections.abc import Iterable

from dispatch.kernel.ids import HospitalCode, PersonId
from dispatch.transfer.decision import Decision, DecisionKind, fingerprint
from dispatch.transfer.parts import Why
from dispatch.transfer.stage import HANDING_OVER
from dispatch.transfer.told import Told
from dispatch.transfer.transfer import Transfer, is_unconfirmed, receiving, seeks_hospital


def patient_missing(transfer: Transfer) -> Iterable[Decision]:
    """Nobody knows where the patient is, and nobody has said so since."""
    return _told("patient_missing", transfer.missing)


def receiver_withdrew(transfer: Transfer) -> Iterable[Decision]:
    """The last yes was taken back, and no other hospital has agreed."""
    took_back = [no for no in transfer.declined if no.took_back]
    if took_back and seeks_hospital(transfer):
        no = took_back[-1]
        why = (Why("declined", {"reason": no.reason}),)
        about = fingerprint(why, no.hospital, no.declined_at.isoformat())
        yield Decision("receiver_withdrew", about, no.declined_at, why, hospital=no.hospital)


def receiver_closed(transfer: Transfer) -> Iterable[Decision]:
    """The hospital asked or agreed takes nobody, and has not kept the bed all the same."""
    if transfer.asked is None and transfer.agreement is None:
        return ()
    return _told("receiver_closed", transfer.receiver_closed)


def receiver_overbooked(transfer: Transfer) -> Iterable[Decision]:
    """The bed promised is one more than the hospital has, by its own report."""
    since_at = transfer.receiver_overbooked_at
    if since_at is not None and transfer.bed_held_at is not None:
        why, hospital = (Why("more_promised_than_beds"),), receiving(transfer)
        about = fingerprint(why, hospital or "", since_at.isoformat())
        yield Decision("receiver_overbooked", about, since_at, why, hospital=hospital)


def receiver_unreachable(transfer: Transfer) -> Iterable[Decision]:
    """Nobody answers there, and nothing has been heard from it since."""
    return _told("receiver_unreachable", transfer.unreachable)


def bed_given_away(transfer: Transfer) -> Iterable[Decision]:
    """A closing was taken back, and the bed that it had let go is not there any more."""
    hospital, gone_at = receiving(transfer), transfer.bed_gone_at
    if hospital is None or gone_at is None:
        return
    why = (Why("bed_given_away", {"hospital": hospital}),)
    about = fingerprint(why, gone_at.isoformat())
    yield Decision("bed_given_away", about, gone_at, why)


def agreement_disputed(transfer: Transfer) -> Iterable[Decision]:
    """The doctor named denies the agreement, wherever the patient is by now, until the hospital
    takes it back or another one agrees. Whose word is in doubt is not the judge of it.
    """
    agreed = transfer.agreement
    if agreed is None or agreed.disputed_at is None or agreed.withdrawn_at is not None:
        return ()
    told = Told(agreed.disputed_because or "", agreed.disputed_at)
    author_id, hospital = agreed.recorded_by_id, agreed.hospital
    return _told("agreement_disputed", told, author_id=author_id, hospital=hospital)


def agreement_unconfirmed(transfer: Transfer) -> Iterable[Decision]:
    """The crew has the patient or is with him, and the doctor named has not confirmed."""
    agreed, reached_at = transfer.agreement, transfer.milestones.at_patient_at
    if agreed is None or reached_at is None or transfer.stage not in HANDING_OVER:
        return
    stands = agreed.disputed_at is None and agreed.withdrawn_at is None
    if is_unconfirmed(transfer) and stands:
        why = (Why("not_confirmed", {"person": agreed.intensivist}),)
        about = fingerprint(why, agreed.agreed_at.isoformat())
        yield Decision(
            kind="agreement_unconfirmed",
            about=about,
            since_at=reached_at,
            why=why,
            author_id=agreed.recorded_by_id,
            hospital=agreed.hospital,
        )


def patient_worse(transfer: Transfer) -> Iterable[Decision]:
    """The crew says that the patient gets worse, wherever it drives."""
    course = transfer.course
    if course is None or course.word != "worse":
        return ()
    return _told("patient_worse", Told(course.note, course.told_at), is_clinical=True)


def crew_diverts(transfer: Transfer) -> Iterable[Decision]:
    """The crew drives to a hospital that has not agreed; who sent it there settles nothing."""
    diverted = transfer.diverted
    if diverted is None:
        return ()
    told = Told(diverted.reason, diverted.told_at)
    author_id, hospital = diverted.told_by_id, diverted.hospital
    return _told("crew_diverts", told, hospital, author_id=author_id, hospital=hospital)


def request_withdrawn(transfer: Transfer) -> Iterable[Decision]:
    """The sender wants the patient back, who is not on the way back."""
    diverted = transfer.diverted
    if diverted is not None and diverted.hospital == transfer.referring:
        return ()
    return _told("request_withdrawn", transfer.request_withdrawn)


def _told(
    kind: DecisionKind,
    told: Told | None,
    *about: str,
    is_clinical: bool = False,
    author_id: PersonId | None = None,
    hospital: HospitalCode | None = None,
) -> Iterable[Decision]:
    """Somebody's words, which a new word of theirs replaces."""
    if told is None:
        return
    why = (Why("said", {"said": told.reason}),)
    yield Decision(
        kind=kind,
        about=fingerprint(why, *about, told.told_at.isoformat()),
        since_at=told.told_at,
        why=() if is_clinical else why,
        clinical_why=why if is_clinical else (),
        author_id=author_id,
        hospital=hospital,
    )


WAYS = (
    patient_missing,
    receiver_withdrew,
    agreement_disputed,
    crew_diverts,
    patient_worse,
    request_withdrawn,
    receiver_closed,
    receiver_overbooked,
    receiver_unreachable,
    bed_given_away,
    agreement_unconfirmed,
)
