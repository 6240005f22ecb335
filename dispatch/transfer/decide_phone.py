"""Agreement by telephone: written down for a named doctor, read back, confirmed by that doctor.

It is an agreement like any other from the first minute, and shown as unconfirmed until the
doctor has said so themself.
"""

from msgspec import Struct

from dispatch.checklist.questions import checklist
from dispatch.checklist.reasons import require_reason
from dispatch.checklist.verdict import Answer, verdict
from dispatch.identity.actor import Actor
from dispatch.identity.duty import Shift
from dispatch.identity.roles import Role, require_role
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import PersonId
from dispatch.transfer.decide_answer import bed_moved, require_duty
from dispatch.transfer.events import (
    AgreementConfirmed,
    Event,
    TransferAccepted,
    TransferRejected,
)
from dispatch.transfer.limits import require_because
from dispatch.transfer.parts import Agreement
from dispatch.transfer.presupposed import require_despite
from dispatch.transfer.shortfall import require_enough
from dispatch.transfer.transfer import (
    Transfer,
    is_followed,
    is_unconfirmed,
    receiving,
    taken_in_by,
)
from dispatch.transfer.way_events import AgreementDisputed, HandedOverUnagreed

MAY_RECORD = frozenset({Role.DISPATCHER, Role.COORDINATING_DOCTOR})
"""Who writes down what was said by telephone: neither of the two hospitals."""


class PhoneCall(Struct, frozen=True, forbid_unknown_fields=True):
    """Who spoke at the other end, what they answered, and whether it was read back to them.
    ``despite_reason``: why yes, in the doctor's words, against what was recorded.
    """

    doctor_id: PersonId
    answers: dict[str, Answer]
    read_back: bool
    despite_reason: str | None = None


class PhoneRefusal(Struct, frozen=True, forbid_unknown_fields=True):
    """Who spoke at the other end, and the coded reason of the no."""

    doctor_id: PersonId
    reason: str


def decline_by_phone(
    transfer: Transfer, call: PhoneRefusal, *, actor: Actor, running: tuple[Shift, ...]
) -> tuple[Event, ...]:
    """The no of the doctor on duty, recorded by ``actor``.

    Raises ``Refused``: ``role_not_allowed``, ``not_asked``, ``not_on_duty``, ``reason_needed``.
    """
    require_role(actor.role, MAY_RECORD)
    if transfer.asked is None:
        raise Refused("not_asked", stage=transfer.stage.value)
    shift = require_duty(transfer.asked, call.doctor_id, running)
    rejected = TransferRejected(
        transfer_id=transfer.transfer_id,
        hospital=transfer.asked,
        reason=require_reason(call.reason).code,
        failing=(),
        intensivist=shift.name,
        recorded_by=actor.name,
    )
    return (rejected,)


def agree_by_phone(
    transfer: Transfer, call: PhoneCall, *, actor: Actor, running: tuple[Shift, ...]
) -> tuple[Event, ...]:
    """The agreement of the doctor on duty, recorded by ``actor``, and the bed held.

    Raises ``Refused``: ``role_not_allowed``, ``not_asked``, ``own_request`` when either of the
    two asked for the transfer, ``not_on_duty``, ``read_back_needed``, and as the checklist
    does; ``not_four_yes`` for a no, which is not taken by telephone;
    ``needs_exceed_hospital`` and ``still_to_be_decided`` as an answer does. What was recorded
    stays to be decided by a doctor: who writes a call down settles nothing.
    """
    require_role(actor.role, MAY_RECORD)
    if transfer.asked is None:
        raise Refused("not_asked", stage=transfer.stage.value)
    if transfer.referring_doctor_id in {actor.person_id, call.doctor_id}:
        raise Refused("own_request")
    shift = require_duty(transfer.asked, call.doctor_id, running)
    assert transfer.checklist_version is not None
    version = checklist(transfer.checklist_version)
    if not verdict(version, call.answers).agreed:
        raise Refused("not_four_yes", field="answers")
    if not call.read_back:
        raise Refused("read_back_needed", field="read_back")
    require_enough(transfer, transfer.asked)
    goes_on = require_despite(transfer, call.despite_reason)
    accepted = TransferAccepted(
        transfer_id=transfer.transfer_id,
        hospital=transfer.asked,
        intensivist_id=shift.person_id,
        intensivist=shift.name,
        checklist_version=version.version,
        answers=dict(call.answers),
        shift_id=shift.shift_id,
        recorded_by_id=actor.person_id,
        recorded_by=actor.name,
        read_back=True,
        despite_reason=call.despite_reason if goes_on else None,
    )
    return (accepted, *bed_moved(transfer, transfer.asked))


def confirm_agreement(transfer: Transfer, *, actor: Actor) -> tuple[Event, ...]:
    """The doctor confirms. Raises ``Refused``: ``nothing_to_confirm``, ``not_your_agreement``
    to anybody but the doctor named.
    """
    agreed = _of_the_doctor(transfer, actor)
    confirmed = AgreementConfirmed(
        transfer_id=transfer.transfer_id,
        hospital=agreed.hospital,
        intensivist_id=agreed.intensivist_id,
    )
    return (confirmed,)


def dispute_agreement(transfer: Transfer, *, reason: str, actor: Actor) -> tuple[Event, ...]:
    """The doctor denies what was recorded. Until the patient leaves that asks for a decision;
    later it is a protest, which stays; after the handover that hospital is asked whether it has
    the patient, unless somebody there has said so. The agreement stands until people decide.

    Raises ``Refused``: as ``confirm_agreement``, ``already_disputed``.
    """
    require_because(reason, field="reason")
    agreed = _of_the_doctor(transfer, actor)
    if agreed.disputed_at is not None:
        raise Refused("already_disputed")
    disputed = AgreementDisputed(
        transfer_id=transfer.transfer_id,
        hospital=agreed.hospital,
        intensivist_id=agreed.intensivist_id,
        reason=reason.strip(),
    )
    return (disputed, *_asked_there(transfer))


def _asked_there(transfer: Transfer) -> tuple[Event, ...]:
    """Handed over there, by nobody's word of that hospital: as where nobody had agreed."""
    is_sure = transfer.milestones.receiver_confirmed_at is not None
    place = taken_in_by(transfer)
    if not is_followed(transfer) or is_sure or place is None or place != receiving(transfer):
        return ()
    if transfer.without_agreement == place:
        return ()
    return (HandedOverUnagreed(transfer.transfer_id, place, is_bed_counted=False),)


def _of_the_doctor(transfer: Transfer, actor: Actor) -> Agreement:
    """The agreement recorded by telephone and not confirmed yet, to the doctor named in it."""
    agreed = transfer.agreement
    if agreed is None or not is_unconfirmed(transfer):
        raise Refused("nothing_to_confirm")
    if actor.person_id != agreed.intensivist_id:
        raise Refused("not_your_agreement", person=agreed.intensivist)
    return agreed
