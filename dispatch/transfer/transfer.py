"""A transfer as its events have made it."""

from datetime import datetime

from msgspec import Struct

from dispatch.assessment.bundle import BundleStep, Done
from dispatch.assessment.priority import Condition, Priority
from dispatch.capacity.beds import Despite
from dispatch.fleet.types import UnitType
from dispatch.identity.patient import IdentifierKind
from dispatch.identity.sight import Parties
from dispatch.kernel.ids import HospitalCode, PersonId, TransferId, UnitId
from dispatch.network.levels import Care
from dispatch.transfer.assessed import Assessed, Presupposed, Said
from dispatch.transfer.closed import Closed
from dispatch.transfer.decision import Settled
from dispatch.transfer.failed import Failed
from dispatch.transfer.papers import Papers
from dispatch.transfer.parts import (
    Agreement,
    Candidate,
    Clinical,
    Declined,
    Described,
    Escalated,
    Milestones,
    Needs,
    Offer,
    Outcome,
    Stranded,
    Twin,
    UnitProposal,
    Withdrawn,
)
from dispatch.transfer.receipt import ReceiptAsked
from dispatch.transfer.stage import CLOSED, Stage
from dispatch.transfer.stepped import Stepped
from dispatch.transfer.told import Course, Diverted, Told
from dispatch.transfer.whose_events import IdentityCheck


class Transfer(Struct, frozen=True):
    """One journey of one patient between two hospitals.

    ``version`` is the number of the last event that touched it. ``asked`` is the hospital whose
    answer is awaited, None otherwise; ``asked_despite`` what spoke against asking it, and
    ``asked_because`` why it was asked all the same. ``bed_held_at`` is None while no bed is
    held. ``upgraded`` when the priority was raised while waiting. ``returns`` is the transfer
    that this one brings back, ``return_id`` the one that brings this patient back.
    ``escalated`` are the rungs reached since that hospital was asked, ``asked_doctors`` who was
    on duty there as first when it was.
    ``bundle``: the last record of each step of the bundle; ``bundle_late``: the steps that
    headquarters has seen run out of time.
    ``stranded``: a unit failed with the patient in the care of its crew; None once the next one
    has left with the patient.
    ``diverted``: the crew drives elsewhere than agreed; ``arrived_in``: before which hospital's
    door the patient is, or whom he was given to. ``course``, ``request_withdrawn``,
    ``unreachable``, ``receiver_closed``: what was told on the way and is not answered yet.
    ``steps``: those of its unit that can still be taken back, the last one first.
    ``withdrawn``: the questions that headquarters took back.
    ``settled``: the decisions that people settled with a reason, the last one last.
    ``twins``: transfers that were open and may be of the same patient, ``twins_because`` why
    this one was asked for all the same; ``identified_by`` is the kind of the identifier that
    ``patient_key`` stands for, None in rows older than the kinds. ``identity`` is the last
    check of it at the bedside. ``ended_with``: the unit, if any, when the patient died or was
    lost; the crew that waited with him rather than the one on its way. ``missing``: nobody
    knows where the patient is, why and since when. ``closed``: what its closing changed, None
    while it is open, and in rows older than that. ``bed_gone_at``: when a closing was taken
    back and the bed that it had let go was not there any more. ``unit_silent_at``,
    ``unit_overdue_at``: when headquarters saw that the unit given last did not acknowledge, or
    did not come. ``clinical_said``: when and by whom each value of the picture was last said,
    where it isn't all at ``clinical_at``. ``failed``: the last failure of its unit, while
    nothing has followed it. ``papers``: it is being entered from paper, and more are to come;
    None once it is of now. ``receipt``: which hospital is asked, after the handover, whether it
    has the patient; ``without_agreement``: the one that has him and had never agreed.
    """

    transfer_id: TransferId
    number: str
    stage: Stage
    care: Care
    condition: Condition
    priority: Priority
    rule: str
    referring: HospitalCode
    referring_doctor_id: PersonId
    referring_doctor: str
    contact_phone: str
    patient_key: str
    bedside: str
    needs: Needs
    clinical: Clinical
    milestones: Milestones
    candidates: tuple[Candidate, ...] = ()
    not_proposed: tuple[Candidate, ...] = ()
    own_hospital_suffices: bool = False
    asked: HospitalCode | None = None
    checklist_version: str | None = None
    declined: tuple[Declined, ...] = ()
    agreement: Agreement | None = None
    proposal: UnitProposal | None = None
    unit_id: UnitId | None = None
    expected_bedside_at: datetime | None = None
    expected_arrival_at: datetime | None = None
    upgraded: bool = False
    bundle: tuple[Done, ...] = ()
    bundle_late: tuple[BundleStep, ...] = ()
    assessed: Assessed | None = None
    presupposed: Presupposed = Presupposed()
    asked_despite: tuple[Despite, ...] = ()
    asked_because: str | None = None
    bed_held_at: datetime | None = None
    outcome: Outcome | None = None
    returns: TransferId | None = None
    return_id: TransferId | None = None
    version: int = 0
    offers: tuple[Offer, ...] = ()
    escalated: tuple[Escalated, ...] = ()
    asked_doctors: tuple[str, ...] = ()
    clinical_at: datetime | None = None
    stranded: Stranded | None = None
    steps: tuple[Stepped, ...] = ()
    diverted: Diverted | None = None
    arrived_in: HospitalCode | None = None
    course: Course | None = None
    request_withdrawn: Told | None = None
    unreachable: Told | None = None
    receiver_closed: Told | None = None
    receiver_overbooked_at: datetime | None = None
    settled: tuple[Settled, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    identified_by: IdentifierKind | None = None
    described: Described = Described()
    twins: tuple[Twin, ...] = ()
    twins_because: str | None = None
    identity: IdentityCheck | None = None
    unit_type: UnitType | None = None
    ended_with: UnitId | None = None
    missing: Told | None = None
    closed: Closed | None = None
    bed_gone_at: datetime | None = None
    unit_silent_at: datetime | None = None
    unit_overdue_at: datetime | None = None
    clinical_said: dict[str, Said] = {}
    failed: Failed | None = None
    papers: Papers | None = None
    receipt: ReceiptAsked | None = None
    without_agreement: HospitalCode | None = None


def is_open(transfer: Transfer) -> bool:
    """Whether anything may still happen to it."""
    return transfer.stage not in CLOSED


def is_on_board(transfer: Transfer) -> bool:
    """Whether people have to see it: open, or handed over to whom nobody has said so yet."""
    return is_open(transfer) or (is_followed(transfer) and transfer.receipt is not None)


def is_followed(transfer: Transfer) -> bool:
    """Whether the receiving hospital still has the patient: handed over, and not home, dead or
    in another hospital. A return is followed by nobody: the code ends with it.
    """
    is_there = transfer.outcome in {None, "ward"}
    return transfer.stage is Stage.HANDED_OVER and transfer.returns is None and is_there


def needs_bed(transfer: Transfer) -> bool:
    """Whether an intensive care bed is held for it: always, but for a return to a ward."""
    return transfer.returns is None or transfer.needs.icu


def goes_first(transfer: Transfer) -> bool:
    """Whether it is planned before all others: priority 0, and whoever waits in the care of a
    crew without a unit (proposed), a return included.
    """
    return transfer.priority is Priority.ZERO or transfer.stranded is not None


def goes_last(transfer: Transfer) -> bool:
    """Whether it is planned on units that nobody else needs: a return in a hospital's care."""
    return transfer.returns is not None and transfer.stranded is None


def roadside(transfer: Transfer) -> tuple[float, float] | None:
    """Where the patient waits on the road, None for a patient in a hospital or being driven."""
    stranded = transfer.stranded
    if stranded is None or stranded.lat is None or stranded.lon is None:
        return None
    return (stranded.lat, stranded.lon)


def pickup_spot(transfer: Transfer) -> HospitalCode | tuple[float, float]:
    """Where a unit picks the patient up: the referring hospital, or a place on the road."""
    return roadside(transfer) or transfer.referring


def waiting_unit(transfer: Transfer) -> UnitId | None:
    """The failed unit whose crew stays with the patient until the next one takes over."""
    return transfer.stranded.unit_id if transfer.stranded else None


def unit_in_charge(transfer: Transfer) -> UnitId | None:
    """The crew that waits with the patient, else the unit given to the transfer."""
    return waiting_unit(transfer) or transfer.unit_id


def receiving(transfer: Transfer) -> HospitalCode | None:
    """The hospital that accepted, None before the agreement."""
    return transfer.agreement.hospital if transfer.agreement else None


def has_left(transfer: Transfer) -> bool:
    """Whether the patient has left the referring hospital and has not arrived in another."""
    return transfer.stage in {Stage.DEPARTED, Stage.ARRIVED} or roadside(transfer) is not None


def clock_starts_at(transfer: Transfer) -> datetime | None:
    """When the first yes was given, whose clock every window runs on; None before it, and while
    its doctor denies it: nobody has given it then.
    """
    agreed, at = transfer.agreement, transfer.milestones.agreed_at
    is_its_own = agreed is not None and agreed.agreed_at == at
    is_denied = agreed is not None and agreed.disputed_at is not None
    return None if is_its_own and is_denied else at


def seeks_hospital(transfer: Transfer) -> bool:
    """Whether no hospital agrees: none has yet, or the one that had has taken its yes back."""
    agreed = transfer.agreement
    return is_open(transfer) and (agreed is None or agreed.withdrawn_at is not None)


def is_unconfirmed(transfer: Transfer) -> bool:
    """Whether the doctor of an agreement by telephone has not confirmed it, or disputes it."""
    agreed = transfer.agreement
    is_told = agreed is not None and agreed.recorded_by is not None
    return is_told and agreed is not None and agreed.confirmed_at is None


def awaits_word_of(transfer: Transfer) -> PersonId | None:
    """The doctor in whose name an agreement was recorded by telephone and who has neither
    confirmed nor denied it, wherever the patient is by now; None when nobody's word is missing.
    """
    agreed = transfer.agreement
    if agreed is None or not is_unconfirmed(transfer) or agreed.disputed_at is not None:
        return None
    return agreed.intensivist_id


def heading_to(transfer: Transfer) -> HospitalCode | None:
    """Where the patient is taken: where the crew diverts to, else the hospital that agreed."""
    return transfer.diverted.hospital if transfer.diverted else receiving(transfer)


def is_at_the_door(transfer: Transfer) -> bool:
    """Whether the patient is before the hospital that is to have him, not at a stop."""
    is_there = transfer.arrived_in in {None, heading_to(transfer)}
    return transfer.stage is Stage.ARRIVED and is_there


def has_failed_there(transfer: Transfer) -> bool:
    """Whether its unit stands broken before the hospital where it has brought the patient."""
    return transfer.stage is Stage.ARRIVED and transfer.failed is not None


def taken_in_by(transfer: Transfer) -> HospitalCode | None:
    """The hospital whose door the patient has reached, else the one he is taken to."""
    return transfer.arrived_in or heading_to(transfer)


def parties(transfer: Transfer) -> Parties:
    """Who takes part right now, as the identity room asks it."""
    return Parties(
        referring=transfer.referring,
        asked=transfer.asked,
        receiving=receiving(transfer),
        unit_id=transfer.unit_id,
        waits_with=waiting_unit(transfer),
        is_return=transfer.returns is not None,
        brought_to=_brought_to(transfer),
    )


def _brought_to(transfer: Transfer) -> HospitalCode | None:
    """The hospital that gets the patient without having agreed, None where it is as agreed."""
    place = taken_in_by(transfer)
    return None if place == receiving(transfer) else place
