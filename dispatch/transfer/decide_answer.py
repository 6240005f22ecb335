"""The intensivist's answer: agreement with a bed held, or a refusal with a coded reason."""

from collections.abc import Mapping

from dispatch.capacity.beds import BedKind
from dispatch.capacity.events import BedHeld, BedOccupied, BedReleased, BedTaken
from dispatch.checklist.questions import checklist
from dispatch.checklist.reasons import require_reason
from dispatch.checklist.verdict import Answer, verdict
from dispatch.identity.actor import Actor
from dispatch.identity.duty import Shift, shift_of
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode, PersonId
from dispatch.network.levels import Care
from dispatch.transfer.board import BedsKey
from dispatch.transfer.events import Event, TransferAccepted, TransferRejected
from dispatch.transfer.presupposed import require_despite, undecided
from dispatch.transfer.settled_at_once import settled_at_once
from dispatch.transfer.shortfall import require_enough
from dispatch.transfer.transfer import Transfer, is_open, needs_bed, receiving


def answer_checklist(  # noqa: PLR0913 -- an answer whole, each part by its name
    transfer: Transfer,
    answers: Mapping[str, Answer],
    *,
    actor: Actor,
    reason: str | None,
    running: tuple[Shift, ...],
    despite_reason: str | None = None,
) -> tuple[Event, ...]:
    """Events of a complete set of answers. 4 of 4 yes, or it is a refusal with its reason.

    ``running`` are the shifts running now at the asked hospital; a return to a ward is answered
    by any doctor there, who need not be on duty in an ICU. Raises ``Refused``:
    ``not_asked`` when this hospital is not the one asked, ``own_request``, ``not_on_duty``,
    ``question_unanswered``, ``question_unknown``, ``reason_needed``; ``needs_exceed_hospital``
    to a yes of a hospital that lacks what the patient needs by now; ``still_to_be_decided`` to
    a yes against limits or no infection on record, without ``despite_reason``. With it that
    decision is settled: it is a doctor's, and this is one.
    """
    hospital = require_asked(transfer, actor)
    shift = _require_answerer(transfer, hospital, actor, running)
    assert transfer.checklist_version is not None
    version = checklist(transfer.checklist_version)
    outcome = verdict(version, answers)
    if not outcome.agreed:
        return (_rejection(transfer, hospital, reason, outcome.failing),)
    require_enough(transfer, hospital)
    goes_on = require_despite(transfer, despite_reason)
    accepted = TransferAccepted(
        transfer_id=transfer.transfer_id,
        hospital=hospital,
        intensivist_id=actor.person_id,
        intensivist=actor.name,
        checklist_version=version.version,
        answers=dict(answers),
        shift_id=None if shift is None else shift.shift_id,
        despite_reason=despite_reason if goes_on else None,
    )
    return (
        accepted,
        *settled_at_once(
            transfer, undecided(transfer), reason=despite_reason or "", by=actor.name
        ),
        *bed_moved(transfer, hospital),
    )


def decline(
    transfer: Transfer, *, actor: Actor, reason: str | None, running: tuple[Shift, ...]
) -> tuple[Event, ...]:
    """Events of a refusal without going through the questions (no bed, no technique ...)."""
    hospital = require_asked(transfer, actor)
    _require_answerer(transfer, hospital, actor, running)
    return (_rejection(transfer, hospital, reason, ()),)


def require_asked(transfer: Transfer, actor: Actor) -> HospitalCode:
    """The asked hospital when ``actor`` may answer for it, else ``Refused``."""
    if transfer.asked is None:
        raise Refused("not_asked", stage=transfer.stage.value)
    if actor.hospital != transfer.asked:
        raise Refused("not_asked", asked=transfer.asked)
    if actor.person_id == transfer.referring_doctor_id:
        raise Refused("own_request")
    return transfer.asked


def require_duty(
    hospital: HospitalCode, person_id: PersonId, running: tuple[Shift, ...]
) -> Shift:
    """The shift at ``hospital`` of that person, else ``Refused("not_on_duty")``."""
    return shift_of((each for each in running if each.hospital == hospital), person_id)


def bed_kind(transfer: Transfer) -> BedKind:
    """The kind of bed that the patient needs."""
    return bed_kind_for(transfer.care)


def bed_kind_for(care: Care) -> BedKind:
    """Children lie in a paediatric ICU."""
    return BedKind.PICU if care is Care.PAEDIATRIC else BedKind.ICU


def bed_held(transfer: Transfer, hospital: HospitalCode) -> tuple[Event, ...]:
    """The event that keeps a bed for the patient, or nothing for a return to a ward."""
    if not needs_bed(transfer):
        return ()
    return (BedHeld(hospital, bed_kind(transfer), transfer.transfer_id),)


def bed_keys_of(transfer: Transfer) -> frozenset[BedsKey]:
    """The rows of beds where the open transfer has a bed, or asks for one."""
    if not needs_bed(transfer) or not is_open(transfer):
        return frozenset()
    kind = bed_kind(transfer)
    hospitals = (transfer.asked, receiving(transfer))
    return frozenset((hospital, kind) for hospital in hospitals if hospital is not None)


def bed_moved(transfer: Transfer, hospital: HospitalCode) -> tuple[Event, ...]:
    """The events that hold a bed there, and let go of the one that another hospital holds."""
    return (*bed_released(transfer), *bed_held(transfer, hospital))


def bed_released(transfer: Transfer) -> tuple[Event, ...]:
    """The event that frees the held bed, or nothing when none is held."""
    if transfer.agreement is None or transfer.bed_held_at is None:
        return ()
    return (BedReleased(transfer.agreement.hospital, bed_kind(transfer), transfer.transfer_id),)


def bed_occupied(transfer: Transfer) -> tuple[Event, ...]:
    """The event that turns the held bed into a used one, or takes another when the hold has
    expired.
    """
    if not needs_bed(transfer):
        return ()
    assert transfer.agreement is not None
    happens = BedTaken if transfer.bed_held_at is None else BedOccupied
    return (happens(transfer.agreement.hospital, bed_kind(transfer), transfer.transfer_id),)


def _require_answerer(
    transfer: Transfer, hospital: HospitalCode, actor: Actor, running: tuple[Shift, ...]
) -> Shift | None:
    """The shift under which ``actor`` answers, None where no duty is asked for."""
    if not needs_bed(transfer):
        return None
    return require_duty(hospital, actor.person_id, running)


def _rejection(
    transfer: Transfer, hospital: HospitalCode, reason: str | None, failing: tuple[str, ...]
) -> TransferRejected:
    return TransferRejected(
        transfer_id=transfer.transfer_id,
        hospital=hospital,
        reason=require_reason(reason).code,
        failing=failing,
    )
