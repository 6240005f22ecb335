"""Giving a transfer its unit, taking it off again, and the journey itself."""

from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dispatch.assessment.criteria import criterion
from dispatch.capacity.events import BedTaken
from dispatch.fleet.shift import shift_end_at
from dispatch.fleet.types import UnitType
from dispatch.fleet.unit import (
    LOADED,
    Activity,
    Assignability,
    Unit,
    UnitStatusChanged,
    status_change,
)
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import TransferId
from dispatch.kernel.instants import is_before
from dispatch.transfer.breakdown import require_fit
from dispatch.transfer.crew import Skill, doctor_because, is_below, unit_below_needs
from dispatch.transfer.decide_answer import bed_kind, bed_occupied, bed_released
from dispatch.transfer.decide_failure import let_go
from dispatch.transfer.decide_whose import require_identity
from dispatch.transfer.door import door_of
from dispatch.transfer.events import (
    DecisionSettled,
    EpisodeResolved,
    Event,
    ReturnDropped,
    Step,
    TransferCancelled,
    TransferHandedOver,
    TransferProgressed,
    UnitAssigned,
    UnitReleased,
)
from dispatch.transfer.limits import require_because
from dispatch.transfer.presupposed import require_despite, require_word
from dispatch.transfer.settled_at_once import settled_at_once
from dispatch.transfer.stage import BEFORE_LOADING, WITH_UNIT, Stage
from dispatch.transfer.transfer import (
    Transfer,
    has_failed_there,
    heading_to,
    needs_bed,
    receiving,
    roadside,
    seeks_hospital,
    taken_in_by,
)
from dispatch.transfer.way_events import HandedOverUnagreed, TransferTakenBack

ACTIVITY_OF: dict[Step, Activity] = {
    "notified": Activity.ACKNOWLEDGED,
    "en_route": Activity.EN_ROUTE,
    "at_patient": Activity.PATIENT_CONTACT,
    "departed": Activity.TRANSPORTING,
    "arrived": Activity.HOSPITAL,
}


class Assignment(Struct, frozen=True):
    """A confirmation: the rows it is about, and why it is not the proposal when it is not.

    ``unit_now`` is the unit the transfer has already, ``diverted_from`` the transfer that
    loses the wanted unit; None when there is none. ``takes_from`` is the transfer that the
    person knows to lose it. The expected times come from the travel times, None when unknown;
    ``free_at`` is when the unit is expected free again. ``despite_reason``: why a unit goes
    although a doctor has still to decide whether the transfer goes on, or denies the yes.
    """

    transfer: Transfer
    unit: Unit
    unit_now: Unit | None
    diverted_from: Transfer | None
    bedside_at: datetime | None
    arrival_at: datetime | None
    free_at: datetime | None
    override_reason: str | None
    assigned_by: str
    takes_from: TransferId | None = None
    despite_reason: str | None = None


def assign_unit(wanted: Assignment, *, now_at: datetime) -> tuple[Event, ...]:
    """Events of a confirmed unit, including those of the unit and the transfer it leaves.

    Raises ``Refused``: ``not_agreed`` (no 4 of 4), ``unit_type_never``, ``unit_off_shift``,
    ``unit_not_available``, ``unit_loaded``, ``already_assigned``, ``override_reason_needed``,
    ``crew_below_needs``, ``unit_taken_meanwhile`` (it serves a transfer that the person does
    not name), ``still_to_be_decided`` (limits or no infection on record, no reason despite it),
    ``agreement_denied`` (its doctor denies the yes, no reason despite it),
    ``breakdown_is_failure`` (the unit it replaces can't go on, and would be free again).
    """
    transfer, unit = wanted.transfer, wanted.unit
    require_assignable(transfer, unit, now_at=now_at)
    _require_named(wanted)
    _require_reason(wanted)
    goes_on = require_despite(transfer, wanted.despite_reason)
    goes_on |= require_word(transfer, wanted.despite_reason)
    assigned = UnitAssigned(
        transfer_id=transfer.transfer_id,
        unit_id=unit.unit_id,
        override_reason=wanted.override_reason,
        expected_bedside_at=wanted.bedside_at,
        expected_arrival_at=wanted.arrival_at,
        unit_type=unit.unit_type,
        despite_reason=wanted.despite_reason if goes_on else None,
    )
    status = status_change(
        unit,
        Activity.DISPATCHED,
        transfer_id=transfer.transfer_id,
        busy_until_at=wanted.free_at,
    )
    return (*_freed(wanted), assigned, status, *_answered_for(wanted))


def _answered_for(wanted: Assignment) -> tuple[DecisionSettled, ...]:
    """A crew below what is needed was given with its reason, which is not asked for again."""
    transfer, unit, reason = wanted.transfer, wanted.unit, wanted.override_reason
    if reason is None:
        return ()
    after = replace(transfer, unit_id=unit.unit_id, unit_type=unit.unit_type)
    raised = unit_below_needs(after)
    return settled_at_once(transfer, raised, reason=reason, by=wanted.assigned_by)


def require_assignable(transfer: Transfer, unit: Unit, *, now_at: datetime) -> None:
    """Nothing, or the ``Refused`` that keeps ``unit`` from taking ``transfer`` now."""
    if transfer.agreement is None:
        raise Refused("not_agreed", stage=transfer.stage.value)
    if transfer.stage not in {Stage.ACCEPTED, *WITH_UNIT}:
        raise Refused("not_at_this_stage", stage=transfer.stage.value, event="unit-assigned")
    if transfer.unit_id == unit.unit_id:
        raise Refused("already_assigned", unit=unit.unit_id)
    if unit.unit_type is UnitType.SVB:
        raise Refused("unit_type_never", unit=unit.unit_id, unit_type=unit.unit_type.value)
    if shift_end_at(unit, now_at) is None:
        raise Refused("unit_off_shift", unit=unit.unit_id)
    if unit.activity in LOADED:
        raise Refused("unit_loaded", unit=unit.unit_id)
    if unit.activity is Activity.OUT_OF_SERVICE or not _is_free_or_known_to_be(unit):
        raise Refused("unit_not_available", unit=unit.unit_id, activity=unit.activity.value)


def _is_free_or_known_to_be(unit: Unit) -> bool:
    """Free now, on the way to another transfer of ours, or busy until a known time."""
    if unit.assignability is Assignability.UNKNOWN:
        return False
    if unit.transfer_id is not None or unit.assignability is Assignability.AVAILABLE:
        return True
    return (
        unit.activity in {Activity.OTHER_MISSION, Activity.CLEARING}
        and unit.busy_until_at is not None
    )


def _require_named(wanted: Assignment) -> None:
    """Nobody loses a unit to somebody who didn't know that they had it."""
    loser = wanted.diverted_from
    if loser is not None and loser.transfer_id != wanted.takes_from:
        raise Refused(
            "unit_taken_meanwhile",
            field="takes_from",
            unit=wanted.unit.unit_id,
            number=loser.number,
            transfer_id=loser.transfer_id,
        )


def _require_reason(wanted: Assignment) -> None:
    """A unit that is not the one proposed, or is proposed for later, needs a reason."""
    if wanted.override_reason is not None:
        require_because(wanted.override_reason, field="override_reason")
        if wanted.unit_now is not None:
            now = wanted.unit_now.unit_id
            require_fit(now, wanted.override_reason, field="override_reason")
        return
    _require_crew(wanted)
    proposal = wanted.transfer.proposal
    proposed = proposal.unit_id if proposal else None
    if wanted.unit.unit_id != proposed:
        raise Refused(
            "override_reason_needed", field="override_reason", proposed=proposed or "-"
        )
    if proposal is not None and proposal.after is not None:
        raise Refused("unit_free_later", field="unit_id", unit=wanted.unit.unit_id)


def _require_crew(wanted: Assignment) -> None:
    """A crew below what is known to be needed goes only if somebody says why."""
    because = doctor_because(wanted.transfer)
    if because and is_below(wanted.unit.unit_type, Skill.DOCTOR):
        raise Refused(
            "crew_below_needs",
            field="override_reason",
            unit=wanted.unit.unit_id,
            unit_type=wanted.unit.unit_type.value,
            because=", ".join(because),
        )


def _freed(wanted: Assignment) -> tuple[Event, ...]:
    events: list[Event] = []
    if wanted.diverted_from is not None:
        events.append(_released(wanted.diverted_from, wanted.unit, "diverted"))
    if wanted.unit_now is not None:
        events.append(_released(wanted.transfer, wanted.unit_now, "replaced"))
        events.append(status_change(wanted.unit_now, Activity.STATION))
    return tuple(events)


def _released(transfer: Transfer, unit: Unit, reason: str) -> UnitReleased:
    return UnitReleased(transfer_id=transfer.transfer_id, unit_id=unit.unit_id, reason=reason)


def report_step(
    transfer: Transfer, unit: Unit, step: Step, *, occurred_at: datetime, now_at: datetime
) -> tuple[Event, ...]:
    """A step of the journey, in order.

    Raises ``Refused``: ``out_of_order``; ``no_receiver`` for a departure to nowhere, while the
    hospital that had agreed has taken its yes back and no other has agreed;
    ``already_there`` for leaving the hospital again to which the patient is taken;
    ``unit_failed_there`` for leaving it with a unit that has failed before it;
    ``identity_mismatch`` for one with a patient who was found to be another.
    """
    require_in_order(transfer, occurred_at, now_at=now_at)
    if step == "departed":
        _require_somewhere(transfer)
        require_identity(transfer)
    progressed = TransferProgressed(transfer.transfer_id, step, unit_was_at=unit.place)
    status = status_change(
        unit,
        ACTIVITY_OF[step],
        transfer_id=transfer.transfer_id,
        busy_until_at=unit.busy_until_at,
        place=_place(transfer, step),
    )
    return (progressed, status, *(let_go(transfer) if step == "departed" else ()))


def _require_somewhere(transfer: Transfer) -> None:
    if transfer.agreement is None:
        raise Refused("no_receiver", number=transfer.number)
    if transfer.arrived_in is not None and transfer.arrived_in == heading_to(transfer):
        raise Refused("already_there", hospital=transfer.arrived_in)
    if has_failed_there(transfer):
        raise Refused("unit_failed_there", unit=transfer.unit_id)


def _place(transfer: Transfer, step: Step) -> str | None:
    if step == "at_patient":
        return None if roadside(transfer) else transfer.referring
    return heading_to(transfer) if step == "arrived" else None


Side = Literal["receiver", "crew", "headquarters"]
"""Who says that the receiving team has the patient."""


def hand_over(  # noqa: PLR0913 -- a handover whole: whose word, when, and what is there
    transfer: Transfer,
    unit: Unit,
    *,
    occurred_at: datetime,
    now_at: datetime,
    by: Side = "headquarters",
    has_unit_there: bool = False,
) -> tuple[Event, ...]:
    """The team at whose door the crew is took over: the transfer closes, the unit clears. The
    bed is used when it is the one agreed, and free again when it is another hospital; where it
    is the sender, the patient was taken back. A return ends the episode before it.

    A hospital that never agreed, took its yes back, or whose doctor denies it, is told as such,
    and asked whether it has the patient. Where it has an intensive care unit for him,
    ``has_unit_there``, one bed of it counts as used: no bed is made by that.

    Raises ``Refused("receiver_took_back")`` to a crew at the door of a hospital that has taken
    its yes back: that team says that it has the patient all the same, or headquarters does.
    """
    require_in_order(transfer, occurred_at, now_at=now_at)
    clearing = _after_handover(transfer, unit, occurred_at)
    if transfer.stage is not Stage.ARRIVED:
        raise Refused("not_at_this_stage", stage=transfer.stage.value, event="handed-over")
    first, place = transfer.returns, taken_in_by(transfer)
    if place == transfer.referring:
        dropped = (ReturnDropped(first),) if first else ()
        back = TransferTakenBack(transfer.transfer_id)
        return (back, *bed_released(transfer), clearing, *dropped)
    is_chosen, is_withdrawn = place == receiving(transfer), seeks_hospital(transfer)
    if by == "crew" and is_chosen and is_withdrawn:
        raise Refused("receiver_took_back", number=transfer.number)
    has_bed = is_chosen and not is_withdrawn
    return (
        TransferHandedOver(transfer_id=transfer.transfer_id, by_receiver=by == "receiver"),
        *(bed_occupied(transfer) if has_bed else bed_released(transfer)),
        *_unagreed(transfer, is_bed_counted=has_unit_there and not has_bed),
        clearing,
        *((EpisodeResolved(first, "returned"),) if first else ()),
    )


def _unagreed(transfer: Transfer, *, is_bed_counted: bool) -> tuple[Event, ...]:
    if door_of(transfer) is None:
        return ()
    place = taken_in_by(transfer)
    assert place is not None, "a patient is handed over somewhere"
    counts = is_bed_counted and needs_bed(transfer)
    told = HandedOverUnagreed(transfer.transfer_id, place, counts)
    taken = BedTaken(place, bed_kind(transfer), transfer.transfer_id)
    return (told, taken) if counts else (told,)


def _after_handover(transfer: Transfer, unit: Unit, occurred_at: datetime) -> UnitStatusChanged:
    """Clearing, or still out of service where it has failed before that door."""
    if has_failed_there(transfer):
        return status_change(unit, Activity.OUT_OF_SERVICE)
    free_at = occurred_at + timedelta(minutes=criterion("cleaning_min"))
    return status_change(unit, Activity.CLEARING, busy_until_at=free_at)


def cancel_transfer(transfer: Transfer, unit: Unit | None, *, reason: str) -> tuple[Event, ...]:
    """Close a transfer that is not needed; its bed and its unit are free again.

    Raises ``Refused``: ``not_at_this_stage`` once loaded, ``patient_on_the_road``.
    """
    require_because(reason, field="reason")
    if transfer.stage not in BEFORE_LOADING:
        raise Refused("not_at_this_stage", stage=transfer.stage.value, event="cancelled")
    if roadside(transfer) is not None:
        raise Refused("patient_on_the_road", number=transfer.number)
    freed: tuple[UnitStatusChanged, ...] = ()
    if unit is not None:
        freed = (status_change(unit, Activity.STATION),)
    cancelled = TransferCancelled(transfer_id=transfer.transfer_id, reason=reason.strip())
    dropped = (ReturnDropped(transfer.returns),) if transfer.returns else ()
    return (cancelled, *bed_released(transfer), *freed, *let_go(transfer), *dropped)


def require_in_order(transfer: Transfer, occurred_at: datetime, *, now_at: datetime) -> None:
    """Nothing, or ``Refused("out_of_order")``: before the last step, or in the future."""
    known = [at for at in _times(transfer) if at is not None]
    earliest = max(known)
    if is_before(occurred_at, earliest):
        raise Refused("out_of_order", field="occurred_at", allowed=f">= {earliest.isoformat()}")
    if (occurred_at - now_at).total_seconds() > criterion("clock_ahead_s"):
        raise Refused("out_of_order", field="occurred_at", allowed=f"<= {now_at.isoformat()}")


def _times(transfer: Transfer) -> tuple[datetime | None, ...]:
    times, stranded = transfer.milestones, transfer.stranded
    return (
        stranded.failed_at if stranded else None,
        stranded.reached_at if stranded else None,
        times.requested_at,
        times.agreed_at,
        times.assigned_at,
        times.notified_at,
        times.en_route_at,
        times.at_patient_at,
        times.crew_took_over_at,
        times.departed_at,
        times.arrived_at,
    )
