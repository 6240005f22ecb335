"""What turns out otherwise in a story: steps and a yes taken back, and every way out."""

from dispatch.fleet.unit import Unit
from dispatch.identity.actor import Actor
from dispatch.kernel.ids import HospitalCode, TransferId
from dispatch.transfer.board import require_transfer
from dispatch.transfer.closed import Closing
from dispatch.transfer.closing_back import CLOSING_OF
from dispatch.transfer.decide_closing_back import Meanwhile, TakingBack, take_back_closing
from dispatch.transfer.decide_failure_back import may_take_failure_back, take_back_failure
from dispatch.transfer.decide_missing import close_as_lost, report_found, report_missing
from dispatch.transfer.decide_part_back import take_back_part
from dispatch.transfer.decide_phone import dispute_agreement
from dispatch.transfer.decide_step_back import take_back_step
from dispatch.transfer.decide_ways import (
    drive_elsewhere,
    record_death,
    report_course,
    report_unreachable,
    withdraw_request,
)
from dispatch.transfer.decide_whose import IdentityReport, check_identity
from dispatch.transfer.decide_withdrawal import withdraw_agreement
from dispatch.transfer.seen import require_own_unit, require_seen
from dispatch.transfer.stage import Stage
from dispatch.transfer.stepped import Reversible
from dispatch.transfer.told import CourseWord
from dispatch.transfer.transfer import Transfer, is_open
from dispatch.transfer.way_events import HospitalPart
from tests.course import Course
from tests.small_world import (
    MATARO,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    on_duty,
    referring_doctor,
)

LEFT_FROM = {
    Stage.CANCELLED: Stage.ACCEPTED,
    Stage.DIED: Stage.DEPARTED,
    Stage.TAKEN_BACK: Stage.DEPARTED,
    Stage.LOST: Stage.DEPARTED,
}
"""From where a story leaves the plan."""


class WaysOut(Course):
    """A board and its log, with the commands of what turns out otherwise."""

    def dispute(self, name: str = "T1", *, by: Actor, reason: str = "not me") -> None:
        transfer = require_seen(self.board, TransferId(name), by)
        self.record(dispute_agreement(transfer, reason=reason, actor=by), by=by)

    def withdraw(
        self,
        name: str = "T1",
        *,
        by: Actor | None = None,
        reason: str | None = "no_bed",
        told_by: str | None = None,
    ) -> None:
        """By the intensivist on duty of the receiving hospital, or whoever ``by`` is."""
        agreed = self.transfer(name).agreement
        actor = by or intensivist(agreed.hospital if agreed else MATARO)
        transfer = require_seen(self.board, TransferId(name), actor)
        running = (on_duty(actor),) if actor.hospital else ()
        events = withdraw_agreement(
            transfer, reason=reason, told_by=told_by, actor=actor, running=running
        )
        self.record(events, by=actor)

    def take_back(
        self,
        step: Reversible | None = None,
        name: str = "T1",
        *,
        by: Actor | None = None,
        reason: str = "wrong button",
    ) -> None:
        """``step`` None: whichever was the last."""
        actor = by or dispatcher()
        transfer = require_seen(self.board, TransferId(name), actor)
        require_own_unit(transfer, actor)
        last = transfer.steps[-1].step if transfer.steps else "arrived"
        events = take_back_step(transfer, self.board.units, step=step or last, reason=reason)
        self.record(events, by=actor)

    def check_identity(
        self, name: str = "T1", *, by: Actor | None = None, is_match: bool = True
    ) -> None:
        """A crew compares the wristband by eye; its code is not read."""
        actor = by or crew()
        transfer = require_seen(self.board, TransferId(name), actor)
        require_own_unit(transfer, actor)
        report = IdentityReport(("name", "birth_date"), is_match)
        self.record(check_identity(transfer, report, seal=str, actor=actor), by=actor)

    def run_again(
        self, name: str = "T1", *, by: Actor | None = None, reason: str = "runs again"
    ) -> None:
        """The unit that had failed goes on."""
        actor = by or dispatcher()
        transfer = require_transfer(self.board, TransferId(name))
        if not may_take_failure_back(transfer, actor):
            transfer = require_seen(self.board, TransferId(name), actor)
        events = take_back_failure(
            transfer, self.board.units, reason=reason, actor=actor, now_at=self.now_at
        )
        self.record(events, by=actor)

    def take_part_back(
        self,
        part: HospitalPart = "receiver_took_over",
        name: str = "T1",
        *,
        by: Actor | None = None,
        reason: str = "wrong patient",
    ) -> None:
        actor = by or dispatcher()
        transfer = require_seen(self.board, TransferId(name), actor)
        events = take_back_part(transfer, part, reason=reason, actor=actor, now_at=self.now_at)
        self.record(events, by=actor)

    def reopen(
        self,
        closing: Closing | None = None,
        name: str = "T1",
        *,
        by: Actor | None = None,
        reason: str = "wrong button",
    ) -> None:
        """``closing`` None: whichever it was."""
        transfer = require_transfer(self.board, TransferId(name))
        was = CLOSING_OF.get(transfer.stage, "handed_over")
        wanted = TakingBack(closing or was, reason, by or dispatcher())
        alike = tuple(
            row
            for row in self.board.transfers.values()
            if is_open(row)
            and (row.patient_key == transfer.patient_key or row.referring == transfer.referring)
        )
        first = tuple(
            line
            for line in self.lines
            if getattr(line.event, "transfer_id", None) == transfer.returns
        )
        meanwhile = Meanwhile(self.board, alike, first, self.now_at)
        self.record(take_back_closing(transfer, wanted, meanwhile), by=by or dispatcher())

    def _seen(self, name: str, actor: Actor) -> Transfer:
        return require_seen(self.board, TransferId(name), actor)

    def _its_unit(self, transfer: Transfer) -> Unit | None:
        return self.board.units[transfer.unit_id] if transfer.unit_id else None

    def die(self, name: str = "T1", *, by: Actor | None = None) -> None:
        actor = by or dispatcher()
        transfer = self._seen(name, actor)
        unit, now_at = self._its_unit(transfer), self.now_at
        events = record_death(transfer, unit, actor=actor, occurred_at=now_at, now_at=now_at)
        self.record(events, by=actor)

    def miss(
        self, name: str = "T1", *, by: Actor | None = None, reason: str = "no contact"
    ) -> None:
        actor = by or dispatcher()
        self.record(report_missing(self._seen(name, actor), reason=reason), by=actor)

    def find(
        self,
        name: str = "T1",
        *,
        by: Actor | None = None,
        place: str = "a lay-by of the C-32",
        found_by: str = "police",
    ) -> None:
        actor = by or dispatcher()
        events = report_found(self._seen(name, actor), place=place, found_by=found_by)
        self.record(events, by=actor)

    def lose(
        self, name: str = "T1", *, by: Actor | None = None, reason: str = "given up"
    ) -> None:
        actor = by or coordinating_doctor()
        transfer = self._seen(name, actor)
        events = close_as_lost(transfer, self._its_unit(transfer), reason=reason)
        self.record(events, by=actor)

    def give_up(self, name: str = "T1") -> None:
        """Missing, and not searched for any more."""
        self.miss(name)
        self.lose(name)

    def divert(
        self,
        name: str = "T1",
        hospital: str = "calella",
        *,
        by: Actor | None = None,
        reason: str = "cardiac arrest",
    ) -> None:
        actor = by or dispatcher()
        transfer = self._seen(name, actor)
        require_own_unit(transfer, actor)
        events = drive_elsewhere(transfer, HospitalCode(hospital), reason=reason, actor=actor)
        self.record(events, by=actor)

    def tell_course(
        self,
        course: CourseWord = "worse",
        name: str = "T1",
        *,
        by: Actor | None = None,
        note: str = "MAP 45",
    ) -> None:
        actor = by or crew()
        events = report_course(self._seen(name, actor), course, note=note)
        self.record(events, by=actor)

    def want_back(
        self, name: str = "T1", *, by: Actor | None = None, reason: str = "family's wish"
    ) -> None:
        actor = by or referring_doctor(self.transfer(name).referring)
        self.record(withdraw_request(self._seen(name, actor), reason=reason), by=actor)

    def nobody_answers(
        self, name: str = "T1", *, by: Actor | None = None, reason: str = "rang for 5 min"
    ) -> None:
        actor = by or dispatcher()
        self.record(report_unreachable(self._seen(name, actor), reason=reason), by=actor)
