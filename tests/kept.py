"""A board and its log, with what is said about beds and units: the ground of a story."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from dispatch.capacity.beds import BedKind, Beds, report_beds, require_closure_end
from dispatch.capacity.events import BedsClosed, BedsOpened, CapacityReported
from dispatch.fleet.unit import Activity, Unit, status_change
from dispatch.identity.actor import HEADQUARTERS, Actor
from dispatch.identity.duty import Shift
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode, TransferId, UnitId
from dispatch.transfer.board import Board, Recorded, record_on
from dispatch.transfer.decide_answer import bed_keys_of
from dispatch.transfer.decide_bed import expire_hold, keep_bed
from dispatch.transfer.events import Event
from dispatch.transfer.seen import require_seen
from dispatch.transfer.transfer import Transfer
from dispatch.transfer.way_events import ReceiverClosed
from tests.small_world import (
    MATARO,
    NOON,
    SVA_1,
    a_board,
    dispatcher,
    intensivist,
)


class Kept:
    """A board and its log. ``boards`` holds the board after each command. ``roster`` None:
    whoever answers for a hospital is on duty there.
    """

    def __init__(self, board: Board | None = None) -> None:
        self.board = board or a_board()
        self.lines: tuple[Recorded, ...] = ()
        self.boards: list[Board] = [self.board]
        self.now_at = NOON
        self.roster: tuple[Shift, ...] | None = None

    def wait(self, minutes: float) -> None:
        self.now_at += timedelta(minutes=minutes)

    def record(
        self,
        events: Iterable[Event],
        *,
        by: Actor,
        occurred_at: datetime | None = None,
        from_paper: bool = False,
    ) -> None:
        board, lines = record_on(
            self.board,
            tuple(events),
            actor=by,
            occurred_at=occurred_at or self.now_at,
            recorded_at=self.now_at,
            is_late_entry=from_paper,
        )
        self.board, self.lines = board, (*self.lines, *lines)
        self.boards.append(board)

    def transfer(self, name: str = "T1") -> Transfer:
        return self.board.transfers[TransferId(name)]

    def unit(self, unit_id: str = SVA_1) -> Unit:
        return self.board.units[UnitId(unit_id)]

    def beds(self, hospital: str = MATARO, kind: BedKind = BedKind.ICU) -> Beds:
        return self.board.beds[HospitalCode(hospital), kind]

    def report_beds(
        self,
        hospital: str = MATARO,
        *,
        total: int,
        used: int,
        kind: BedKind = BedKind.ICU,
    ) -> None:
        code, actor = HospitalCode(hospital), intensivist(hospital)
        report_beds(self.board.beds.get((code, kind), Beds(code, kind)), total=total, used=used)
        event = CapacityReported(
            hospital=code,
            kind=kind,
            total=total,
            used=used,
            reported_by=actor.name,
        )
        self.record((event,), by=actor)

    def report_beds_full(self, hospital: str = MATARO) -> None:
        self.report_beds(hospital, total=4, used=4)

    def close_beds(
        self,
        hospital: str = MATARO,
        *,
        minutes: float = 120,
        kind: BedKind = BedKind.ICU,
        reason: str = "outbreak",
    ) -> None:
        ends_at, actor = self.now_at + timedelta(minutes=minutes), intensivist(hospital)
        require_closure_end(ends_at, self.now_at)
        closed = BedsClosed(HospitalCode(hospital), kind, reason, ends_at, actor.name)
        told = (
            ReceiverClosed(row.transfer_id, closed.hospital, reason, ends_at)
            for row in self.board.transfers.values()
            if (closed.hospital, kind) in bed_keys_of(row)
        )
        self.record((closed, *told), by=actor)

    def open_beds(self, hospital: str = MATARO, *, kind: BedKind = BedKind.ICU) -> None:
        self.record((BedsOpened(HospitalCode(hospital), kind),), by=intensivist(hospital))

    def keep_bed(self, name: str = "T1", *, by: Actor | None = None) -> None:
        actor = by or dispatcher()
        transfer = require_seen(self.board, TransferId(name), actor)
        self.record(keep_bed(transfer), by=actor)

    def expire_hold(self, name: str = "T1") -> None:
        self.record(expire_hold(self.transfer(name), now_at=self.now_at), by=HEADQUARTERS)

    def report_status(
        self, unit_id: str, activity: Activity, *, busy_until_at: datetime | None = None
    ) -> None:
        unit = self.unit(unit_id)
        if unit.transfer_id is not None:
            raise Refused("unit_on_mission", unit=unit_id)
        status = status_change(unit, activity, busy_until_at=busy_until_at)
        self.record((status,), by=HEADQUARTERS)
