"""What goes over the wire: the rows as an actor may see them. Never the patient key.

The same functions cut the snapshot, the news and the answers, so they can't disagree.
"""

from datetime import datetime, timedelta

import msgspec
from msgspec import Struct

from dispatch.assessment.criteria import criterion
from dispatch.assessment.priority import Condition, Priority
from dispatch.capacity.beds import (
    BedKind,
    Beds,
    Closure,
    Despite,
    Source,
    expires_at,
    free_beds,
    overbooked,
)
from dispatch.fleet.unit import Unit
from dispatch.identity.actor import Actor
from dispatch.identity.patient import IdentifierKind
from dispatch.identity.roles import Role
from dispatch.identity.sight import Sight, sight
from dispatch.kernel.ids import HospitalCode, TransferId, UnitId
from dispatch.network.levels import Care
from dispatch.transfer.board import Recorded
from dispatch.transfer.crew import doctor_because
from dispatch.transfer.custody import (
    Side,
    missing_parts,
    responsible,
    responsible_hospital,
    responsible_unit,
)
from dispatch.transfer.decide_bed import hold_expires_at
from dispatch.transfer.decide_failure_back import view_failed
from dispatch.transfer.decide_part_back import part_to_take_back
from dispatch.transfer.decide_whose import is_unchecked
from dispatch.transfer.decision import Decision, Settled
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.door import Door, door_of
from dispatch.transfer.escalation import escalates_at
from dispatch.transfer.failed import FailedView
from dispatch.transfer.known_values import known_at, known_now
from dispatch.transfer.offered import not_offered, offered
from dispatch.transfer.papers import Papers
from dispatch.transfer.parts import (
    Agreement,
    Candidate,
    Clinical,
    Declined,
    Described,
    Escalated,
    Fact,
    Milestones,
    Needs,
    Offer,
    Outcome,
    Part,
    Stranded,
    Twin,
    UnitProposal,
    Withdrawn,
)
from dispatch.transfer.receipt import ReceiptAsked
from dispatch.transfer.sayings import needs_of, told_of
from dispatch.transfer.stage import Stage
from dispatch.transfer.stepped import Reversible
from dispatch.transfer.told import Course, Diverted, Told
from dispatch.transfer.transfer import Transfer, clock_starts_at, heading_to, parties
from dispatch.transfer.way_events import HospitalPart
from dispatch.transfer.whose_events import IdentityCheck

OPTIONS_ON_THE_BOARD = 8
"""Candidates and unit options sent with every board row; the detail has them all."""

AT_HEADQUARTERS = frozenset(
    {Role.DISPATCHER, Role.COORDINATING_DOCTOR, Role.ANALYST, Role.HEADQUARTERS}
)
"""Those who see every unit and every bed."""


class TransferView(Struct, frozen=True):
    """A transfer for one actor. ``clinical`` is None when it is not for these eyes, else of
    every value the latest, wherever it was recorded; ``clinical_said_at`` when each was
    measured or told, by its name.

    ``window_ends_at`` is None before the agreement and for priority 0, which has no minutes.
    ``escalates_at`` is when the next rung is due, None when nobody is being asked.
    ``last_step`` is the step of the journey that can still be taken back, ``failure`` the
    failure of its unit, ``part_back`` what a hospital confirmed of the handover.
    ``is_unchecked``: the patient left without a check of who it is.
    ``needs_doctor``: something known asks for a doctor on board.
    ``door``: whose door the patient is at or driven to, where that hospital has not agreed.
    ``papers``: it is being entered from paper, and raises nothing until that is over.
    ``decisions`` are those open now, ``settled`` those that a person settled with a reason.
    """

    transfer_id: TransferId
    number: str
    version: int
    stage: Stage
    care: Care
    condition: Condition
    priority: Priority
    rule: str
    upgraded: bool
    referring: HospitalCode
    referring_doctor: str
    contact_phone: str
    bedside: str
    needs: Needs
    clinical: Clinical | None
    clinical_said_at: dict[str, datetime]
    milestones: Milestones
    window_ends_at: datetime | None
    expected_bedside_at: datetime | None
    expected_arrival_at: datetime | None
    own_hospital_suffices: bool
    candidates: tuple[Candidate, ...]
    not_proposed: tuple[Candidate, ...]
    asked: HospitalCode | None
    checklist_version: str | None
    declined: tuple[Declined, ...]
    agreement: Agreement | None
    proposal: UnitProposal | None
    unit_id: UnitId | None
    offers: tuple[Offer, ...]
    escalated: tuple[Escalated, ...]
    asked_doctors: tuple[str, ...]
    escalates_at: datetime | None
    asked_despite: tuple[Despite, ...]
    asked_because: str | None
    bed_held_at: datetime | None
    hold_expires_at: datetime | None
    responsible: Side
    missing_parts: tuple[Part, ...]
    outcome: Outcome | None
    returns: TransferId | None
    return_id: TransferId | None
    stranded: Stranded | None
    responsible_unit: UnitId | None
    responsible_hospital: HospitalCode | None
    last_step: Reversible | None
    failure: FailedView | None
    part_back: HospitalPart | None
    receipt: ReceiptAsked | None
    without_agreement: HospitalCode | None
    diverted: Diverted | None
    arrived_in: HospitalCode | None
    heading_to: HospitalCode | None
    door: Door | None
    course: Course | None
    request_withdrawn: Told | None
    unreachable: Told | None
    receiver_closed: Told | None
    missing: Told | None
    decisions: tuple[Decision, ...]
    needs_doctor: bool
    settled: tuple[Settled, ...]
    withdrawn: tuple[Withdrawn, ...]
    identified_by: IdentifierKind | None
    described: Described
    twins: tuple[Twin, ...]
    twins_because: str | None
    identity: IdentityCheck | None
    is_unchecked: bool
    papers: Papers | None


class BedsView(Struct, frozen=True):
    """Beds of one kind in one hospital, by the last report: ``free`` counts until
    ``expires_at`` and is unknown after it; None means that nobody ever reported.
    ``overbooked``: promised or filled beyond that report.
    """

    hospital: HospitalCode
    kind: BedKind
    version: int
    total: int
    used: int
    held: int
    free: int | None
    overbooked: int
    closure: Closure | None
    reported_at: datetime | None
    reported_by: str | None
    source: Source | None
    expires_at: datetime | None
    overridden: int


class EventView(Struct, frozen=True):
    """A line of the timeline. ``facts`` holds only what a sentence about it needs."""

    seq: int
    name: str
    transfer_id: TransferId | None
    actor: str
    actor_role: str
    occurred_at: datetime
    recorded_at: datetime
    is_late_entry: bool
    facts: dict[str, Fact | list[str]]


TOLD = (
    "number",
    "referring",
    "hospital",
    "unit_id",
    "reason",
    "override_reason",
    "despite_reason",
    "step",
    "closing",
    "part",
    "course",
    "outcome",
    "condition",
    "priority",
    "rule",
    "failing",
    "despite",
    "ends_at",
    "kind",
    "total",
    "used",
    "activity",
    "rung",
    "doctors",
    "offer",
    "suggested",
    "available_at",
    "recorded_by",
    "intensivist",
    "decision",
    "settled_by",
    "place",
    "found_by",
)
"""The fields of an event that a timeline tells; none says who the patient is."""


WORKED_OUT = frozenset(
    {
        "window_ends_at",
        "escalates_at",
        "hold_expires_at",
        "responsible",
        "responsible_unit",
        "responsible_hospital",
        "missing_parts",
        "last_step",
        "failure",
        "part_back",
        "heading_to",
        "door",
        "decisions",
        "needs_doctor",
        "is_unchecked",
        "clinical_said_at",
    }
)
"""The fields of a view that follow from others."""


def view_transfer(transfer: Transfer, actor: Actor, *, in_full: bool) -> TransferView | None:
    """The transfer for ``actor``, or None when it is not to be seen at all.

    ``in_full`` adds the hospitals not proposed and every unit considered.
    """
    seen = sight(actor, parties(transfer))
    if seen is Sight.NOTHING:
        return None
    values = {
        name: getattr(transfer, name)
        for name in TransferView.__struct_fields__
        if name not in WORKED_OUT and name not in {"clinical", "needs"}
    }
    if seen is not Sight.CLINICAL and transfer.course is not None:
        values["course"] = msgspec.structs.replace(transfer.course, note="")
    values["candidates"] = offered(transfer)
    values["not_proposed"] = not_offered(transfer) if in_full else ()
    if not in_full:
        values["proposal"] = _shortened(transfer.proposal)
    return TransferView(
        **values,
        needs=needs_of(told_of(transfer)),
        clinical=known_now(transfer) if seen is Sight.CLINICAL else None,
        clinical_said_at=known_at(transfer) if seen is Sight.CLINICAL else {},
        window_ends_at=window_ends_at(transfer),
        escalates_at=escalates_at(transfer),
        hold_expires_at=hold_expires_at(transfer),
        responsible=responsible(transfer),
        responsible_unit=responsible_unit(transfer),
        responsible_hospital=responsible_hospital(transfer),
        missing_parts=missing_parts(transfer),
        heading_to=heading_to(transfer),
        door=door_of(transfer),
        last_step=transfer.steps[-1].step if transfer.steps else None,
        failure=view_failed(transfer),
        part_back=part_to_take_back(transfer),
        decisions=_decisions(transfer, seen),
        needs_doctor=bool(doctor_because(transfer)),
        is_unchecked=is_unchecked(transfer),
    )


def _decisions(transfer: Transfer, seen: Sight) -> tuple[Decision, ...]:
    """What is asked, without the clinical reasons for those who don't see the picture."""
    asked = open_decisions(transfer)
    if seen is Sight.CLINICAL:
        return asked
    return tuple(msgspec.structs.replace(each, clinical_why=()) for each in asked)


def window_ends_at(transfer: Transfer) -> datetime | None:
    """End of the priority window (decision 11), None where the source gives no minutes, and
    while the yes that it would run from is denied.
    """
    agreed_at = clock_starts_at(transfer)
    if agreed_at is None or transfer.priority is not Priority.THREE_HOURS:
        return None
    return agreed_at + timedelta(minutes=criterion("window_min"))


def _shortened(proposal: UnitProposal | None) -> UnitProposal | None:
    if proposal is None:
        return None
    return msgspec.structs.replace(proposal, options=proposal.options[:OPTIONS_ON_THE_BOARD])


def sees_unit(unit: Unit, actor: Actor, *, mission_seen: bool) -> bool:
    """Headquarters sees every unit, a crew its own, a doctor the one of a transfer seen."""
    if actor.role in AT_HEADQUARTERS:
        return True
    return unit.unit_id == actor.unit_id or (unit.transfer_id is not None and mission_seen)


def sees_beds(beds: Beds, actor: Actor) -> bool:
    """Headquarters sees all beds, a hospital's people their own."""
    return actor.role in AT_HEADQUARTERS or beds.hospital == actor.hospital


def view_beds(beds: Beds) -> BedsView:
    """The beds with what is free worked out."""
    return BedsView(
        hospital=beds.hospital,
        kind=beds.kind,
        version=beds.version,
        total=beds.total,
        used=beds.used,
        held=beds.held,
        free=free_beds(beds),
        overbooked=overbooked(beds),
        closure=beds.closure,
        reported_at=beds.reported_at,
        reported_by=beds.reported_by,
        source=beds.source,
        expires_at=expires_at(beds),
        overridden=beds.overridden,
    )


def view_event(recorded: Recorded) -> EventView:
    """The event as a line of the timeline."""
    fields = msgspec.to_builtins(recorded.event)
    return EventView(
        seq=recorded.seq,
        name=fields["type"],
        transfer_id=fields.get("transfer_id"),
        actor=recorded.actor_name,
        actor_role=recorded.actor_role,
        occurred_at=recorded.occurred_at,
        recorded_at=recorded.recorded_at,
        is_late_entry=recorded.is_late_entry,
        facts={name: fields[name] for name in TOLD if name in fields},
    )
