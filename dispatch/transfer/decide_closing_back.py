"""The wrong button that closed a transfer: the closing is taken back, with its reason.

One rule for every closing. It is taken back while nothing has followed from it, and what it had
let go comes back as far as it is still there: the bed, the unit, the crew that waited.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from dispatch.assessment.criteria import criterion
from dispatch.capacity.beds import Beds, closure_now
from dispatch.capacity.events import BedHeld, BedVacated
from dispatch.fleet.shift import shift_end_at
from dispatch.fleet.unit import Activity, Unit, status_change
from dispatch.identity.actor import Actor
from dispatch.kernel.failures import Refused
from dispatch.kernel.instants import is_before
from dispatch.transfer.board import BedsKey, Board, Recorded
from dispatch.transfer.closed import Closed, Closing
from dispatch.transfer.closing_back import CLOSING_OF, back_until, may_take_back
from dispatch.transfer.custody import responsible_unit
from dispatch.transfer.decide_answer import bed_keys_of, bed_kind
from dispatch.transfer.decide_step_back import ACTIVITY_AT, waits_again
from dispatch.transfer.events import EpisodeResolved, Event, UnitReleased
from dispatch.transfer.evolve import evolve
from dispatch.transfer.limits import require_because
from dispatch.transfer.parts import Outcome, Twin
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import (
    Transfer,
    has_failed_there,
    needs_bed,
    receiving,
    taken_in_by,
)
from dispatch.transfer.twins import looks_like
from dispatch.transfer.way_events import ClosingTakenBack, ReceiverClosed, ReturnReopened

ELSEWHERE = "elsewhere"
"""Why a transfer comes back without the unit that it had: it is somewhere else by now."""

ENDS_EPISODE: Mapping[Stage, Outcome] = {
    Stage.HANDED_OVER: "returned",
    Stage.DIED: "died",
    Stage.LOST: "lost",
}
"""What the closing of a way back tells of the transfer that it brings back."""


class Meanwhile(Struct, frozen=True):
    """What stands beside a closed transfer by now: the rows tied to it, the open transfers of
    its patient or its hospital, and what was told of the transfer that it brings back.
    """

    board: Board
    alike: tuple[Transfer, ...]
    first_lines: tuple[Recorded, ...]
    now_at: datetime


class TakingBack(Struct, frozen=True):
    """Which closing is meant, why it is taken back, and by whom."""

    closing: Closing
    reason: str
    actor: Actor


def take_back_closing(
    transfer: Transfer, wanted: TakingBack, meanwhile: Meanwhile
) -> tuple[Event, ...]:
    """The events that open the transfer again, with its clocks, where it stood before.

    Raises ``Refused``: ``no_closing_to_take_back``, ``closing_not_that``,
    ``closing_of_others``, ``closing_too_long_ago``, ``out_of_order``; where something has
    followed ``closing_confirmed``, ``closing_resolved``, ``closing_return_asked``,
    ``patient_requested_again``, ``closing_unit_elsewhere``, ``unit_moved_on``.
    """
    require_because(wanted.reason, field="reason")
    closed = _require_meant(transfer, wanted)
    _require_in_time(transfer, closed, meanwhile.now_at)
    _require_nothing_told(transfer, closed)
    key, beds = _bed_of(transfer, meanwhile.board)
    vacated = _vacated(transfer, closed, meanwhile.board)
    is_gone = closed.bed_held_at is not None and not _has_room(beds, vacated)
    taken_back = ClosingTakenBack(
        transfer_id=transfer.transfer_id,
        closing=wanted.closing,
        back_to=closed.from_stage,
        reason=wanted.reason.strip(),
        is_bed_gone=is_gone,
        twins=_twins_since(transfer, meanwhile.alike),
    )
    after = evolve(transfer, taken_back, occurred_at=meanwhile.now_at)
    is_held = after.bed_held_at is not None
    held = (BedHeld(*key, transfer.transfer_id),) if key and is_held else ()
    return (
        taken_back,
        *vacated,
        *held,
        *_with_unit(after, closed, meanwhile),
        *waits_again(transfer, meanwhile.board.units, closed.stranded),
        *_closed_meanwhile(after, closed, meanwhile),
        *_return_again(transfer, meanwhile),
    )


def _require_meant(transfer: Transfer, wanted: TakingBack) -> Closed:
    closed = transfer.closed
    if closed is None:
        raise Refused("no_closing_to_take_back", stage=transfer.stage.value)
    if not may_take_back(transfer, wanted.actor):
        raise Refused("closing_of_others", number=transfer.number)
    if wanted.closing != CLOSING_OF[transfer.stage]:
        raise Refused(
            "closing_not_that",
            field="closing",
            value=wanted.closing,
            allowed=CLOSING_OF[transfer.stage],
        )
    return closed


def _require_in_time(transfer: Transfer, closed: Closed, now_at: datetime) -> None:
    until_at = back_until(transfer)
    if until_at is not None and now_at > until_at:
        most_min = criterion("closing_back_min")
        raise Refused("closing_too_long_ago", allowed=f"<= {most_min:g} min")
    if is_before(now_at, closed.closed_at):
        allowed = f">= {closed.closed_at.isoformat()}"
        raise Refused("out_of_order", field="occurred_at", allowed=allowed)


def _require_nothing_told(transfer: Transfer, closed: Closed) -> None:
    """What is told after a handover rests on it. The receiving team that told the handover has
    not confirmed another's word.
    """
    if transfer.stage is not Stage.HANDED_OVER:
        return
    if transfer.milestones.receiver_confirmed_at is not None and not closed.by_receiver:
        raise Refused("closing_confirmed", number=transfer.number)
    if transfer.outcome is not None:
        raise Refused("closing_resolved", number=transfer.number)
    if transfer.return_id is not None:
        raise Refused("closing_return_asked", number=transfer.number)


def _twins_since(transfer: Transfer, alike: Iterable[Transfer]) -> tuple[Twin, ...]:
    """Those opened meanwhile that may be of the same patient. Raises
    ``Refused("patient_requested_again")`` for one that surely is.
    """
    known = {twin.number for twin in transfer.twins}
    others = [
        row
        for row in alike
        if row.number not in known
        and transfer.number not in {twin.number for twin in row.twins}
    ]
    for row in others:
        if row.patient_key == transfer.patient_key:
            raise Refused("patient_requested_again", number=row.number)
    return tuple(Twin(row.number, "likely") for row in others if looks_like(transfer, row))


def _bed_of(transfer: Transfer, board: Board) -> tuple[BedsKey | None, Beds | None]:
    """The row of the bed that the agreement holds, None where none is needed."""
    hospital = receiving(transfer)
    if hospital is None or not needs_bed(transfer):
        return None, None
    key = (hospital, bed_kind(transfer))
    return key, board.beds.get(key, Beds(*key))


def _vacated(transfer: Transfer, closed: Closed, board: Board) -> tuple[BedVacated, ...]:
    """The bed that the handover counted as used, unless the hospital has counted since."""
    place = taken_in_by(transfer)
    is_counted = place is not None and place in {receiving(transfer), closed.counted_in}
    if transfer.stage is not Stage.HANDED_OVER or not is_counted or not needs_bed(transfer):
        return ()
    assert place is not None, "counted is somewhere"
    key = (place, bed_kind(transfer))
    beds = board.beds.get(key, Beds(*key))
    if beds.reported_at is not None and beds.reported_at > closed.said_at:
        return ()
    return (BedVacated(beds.hospital, beds.kind, transfer.transfer_id),)


def _has_room(beds: Beds | None, vacated: tuple[BedVacated, ...]) -> bool:
    """Whether there is a bed by the last report; one that never came says that none is gone."""
    if beds is None or beds.reported_at is None:
        return True
    again = sum(each.hospital == beds.hospital for each in vacated)
    return beds.total - beds.used - beds.held + again > 0


def _with_unit(after: Transfer, closed: Closed, meanwhile: Meanwhile) -> tuple[Event, ...]:
    """The unit as it was, or the transfer without it when the unit is elsewhere by now. A crew
    that has the patient is nowhere else.
    """
    unit_id = closed.unit_id
    if unit_id is None:
        return ()
    unit = meanwhile.board.units.get(unit_id)
    has_patient = responsible_unit(after) == unit_id
    if unit is not None and _is_there(unit, meanwhile.now_at, has_patient=has_patient):
        return (_as_before(after, unit),)
    if has_patient:
        other = _served(unit, meanwhile.board)
        raise Refused("closing_unit_elsewhere", unit=unit_id, number=other)
    return (UnitReleased(after.transfer_id, unit_id, ELSEWHERE),)


def _is_there(unit: Unit, now_at: datetime, *, has_patient: bool) -> bool:
    if unit.transfer_id is not None:
        return False
    if has_patient:
        return unit.activity is not Activity.OTHER_MISSION
    return unit.activity is Activity.STATION and shift_end_at(unit, now_at) is not None


def _served(unit: Unit | None, board: Board) -> str:
    other = board.transfers.get(unit.transfer_id) if unit and unit.transfer_id else None
    return other.number if other else "-"


def _as_before(after: Transfer, unit: Unit) -> Event:
    arrival_at = after.expected_arrival_at
    handover = timedelta(minutes=criterion("handover_min"))
    return status_change(
        unit,
        Activity.OUT_OF_SERVICE if has_failed_there(after) else ACTIVITY_AT[after.stage],
        transfer_id=after.transfer_id,
        busy_until_at=arrival_at + handover if arrival_at else None,
        place=after.arrived_in,
    )


def _closed_meanwhile(
    after: Transfer, closed: Closed, meanwhile: Meanwhile
) -> tuple[Event, ...]:
    """What the transfer would have been told had it been open: the unit that is asked, or has
    agreed, takes nobody by now.
    """
    told: list[Event] = []
    for key in sorted(bed_keys_of(after)):
        beds = meanwhile.board.beds.get(key)
        closure = closure_now(beds, meanwhile.now_at) if beds else None
        if closure and closure.ends_at and closure.closed_at > closed.said_at:
            told.append(
                ReceiverClosed(after.transfer_id, key[0], closure.reason, closure.ends_at)
            )
    return tuple(told)


def _return_again(transfer: Transfer, meanwhile: Meanwhile) -> tuple[Event, ...]:
    """The transfer that this one brings back waits for it again, with its outcome of before.

    Raises ``Refused``: ``closing_return_asked`` when there is another way back by now,
    ``closing_resolved`` when the episode went on otherwise.
    """
    if transfer.returns is None:
        return ()
    first = meanwhile.board.transfers[transfer.returns]
    if first.return_id not in {None, transfer.transfer_id}:
        raise Refused("closing_return_asked", number=first.number)
    told = ENDS_EPISODE.get(transfer.stage)
    if first.outcome not in ({told} if told else {None, "ward"}):
        raise Refused("closing_resolved", number=first.number)
    outcome, resolved_at = first.outcome, first.milestones.resolved_at
    if told is not None:
        outcome, resolved_at = _told_before(meanwhile.first_lines)
    again = ReturnReopened(first.transfer_id, transfer.transfer_id, outcome, resolved_at)
    return (again,)


def _told_before(lines: Iterable[Recorded]) -> tuple[Outcome | None, datetime | None]:
    """The outcome before the one that the closing told."""
    told: list[tuple[Outcome | None, datetime | None]] = [(None, None)]
    for line in lines:
        if isinstance(line.event, EpisodeResolved):
            told.append((line.event.outcome, line.occurred_at))
        elif isinstance(line.event, ReturnReopened):
            told.append((line.event.outcome, line.event.resolved_at))
    return told[-2]
