"""A board that people give commands to, each decided by the core as it is."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from dispatch.capacity.beds import Beds
from dispatch.checklist.questions import CURRENT, checklist
from dispatch.checklist.verdict import Answer
from dispatch.desk.hand_over import has_unit
from dispatch.fleet.unit import Unit
from dispatch.identity.actor import HEADQUARTERS, Actor
from dispatch.identity.duty import Shift
from dispatch.identity.duty import on_duty as running_at
from dispatch.identity.roles import Role
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode, TransferId, UnitId
from dispatch.transfer.board import require_unit
from dispatch.transfer.custody import confirm_part, resolve_episode
from dispatch.transfer.decide_answer import answer_checklist, bed_kind, decline
from dispatch.transfer.decide_failure import fail_unit
from dispatch.transfer.decide_offer import CounterOffer, counter_offer, next_hospital
from dispatch.transfer.decide_phone import (
    PhoneCall,
    agree_by_phone,
    confirm_agreement,
)
from dispatch.transfer.decide_release import release_unit
from dispatch.transfer.decide_request import (
    NewTransfer,
    ask_hospital,
    request_transfer,
    send_request,
)
from dispatch.transfer.decide_return import ReturnRequest, home_first, request_return
from dispatch.transfer.decide_unit import (
    Assignment,
    Side,
    assign_unit,
    cancel_transfer,
    hand_over,
    report_step,
)
from dispatch.transfer.escalation import escalate
from dispatch.transfer.events import Step
from dispatch.transfer.evolve import begin
from dispatch.transfer.expected import expected_times
from dispatch.transfer.parts import Outcome, Part
from dispatch.transfer.propose_hospitals import propose_hospitals
from dispatch.transfer.seen import require_own_unit, require_seen
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import Transfer, taken_in_by
from tests.small_world import (
    JOURNEY,
    MATARO,
    SVA_1,
    a_network,
    a_request,
    coordinating_doctor,
    dispatcher,
    intensivist,
    on_duty,
    referring_doctor,
    travel_now,
    travel_times,
)
from tests.ways_out import LEFT_FROM, WaysOut


def all_yes(transfer: Transfer) -> dict[str, Answer]:
    """Yes to every question of the version that was sent."""
    version = checklist(transfer.checklist_version or CURRENT.version)
    return {question.question_id: Answer.YES for question in version.questions}


class Story(WaysOut):
    """A board, its log, and the commands people give, each decided by the core as it is.

    A command moves nothing when it is refused.
    """

    def request(self, name: str = "T1", *, by: Actor | None = None, **changes: Any) -> None:
        request = a_request(**{"patient_reference": f"NHC {name}", **changes})
        actor = by or referring_doctor(request.referring)
        key = f"key of {request.patient_reference}"
        new = NewTransfer(TransferId(name), f"CSI-{name}", key)
        requested = request_transfer(request, new=new, actor=actor)
        proposed = propose_hospitals(
            begin(requested, self.now_at),
            network=a_network(),
            travel=travel_times(),
            beds=self.board.beds,
            now_at=self.now_at,
        )
        self.record((requested, proposed), by=actor)

    def ask(
        self,
        name: str = "T1",
        hospital: str | None = None,
        *,
        by: Actor | None = None,
        reason: str | None = None,
    ) -> None:
        actor = by or dispatcher()
        transfer = require_seen(self.board, TransferId(name), actor)
        wanted = hospital or transfer.candidates[0].hospital
        code, kind = HospitalCode(wanted), bed_kind(transfer)
        beds = self.board.beds.get((code, kind), Beds(code, kind))
        events = ask_hospital(transfer, beds, override_reason=reason, now_at=self.now_at)
        self.record(events, by=actor)

    def _asked(self, name: str) -> Actor:
        asked = self.transfer(name).asked
        if asked is None:
            raise Refused("not_asked")
        return intensivist(asked)

    def running(self, name: str, actor: Actor) -> tuple[Shift, ...]:
        """The shifts running at the hospital asked."""
        if self.roster is None:
            return (on_duty(actor),) if actor.hospital else ()
        asked = self.transfer(name).asked
        return running_at(self.roster, asked, at=self.now_at) if asked else ()

    def answer(
        self,
        name: str = "T1",
        answers: Mapping[str, Answer] | None = None,
        *,
        by: Actor | None = None,
        reason: str | None = None,
        despite: str | None = None,
    ) -> None:
        actor = by or self._asked(name)
        transfer = require_seen(self.board, TransferId(name), actor)
        given = all_yes(transfer) if answers is None else answers
        events = answer_checklist(
            transfer,
            given,
            actor=actor,
            reason=reason,
            running=self.running(name, actor),
            despite_reason=despite,
        )
        self.record(events, by=actor)

    def decline(
        self, name: str = "T1", *, by: Actor | None = None, reason: str | None = "no_bed"
    ) -> None:
        actor = by or self._asked(name)
        transfer = require_seen(self.board, TransferId(name), actor)
        running = self.running(name, actor)
        self.record(decline(transfer, actor=actor, reason=reason, running=running), by=actor)

    def counter(
        self, name: str = "T1", *, by: Actor | None = None, offer: CounterOffer
    ) -> None:
        actor = by or self._asked(name)
        events = counter_offer(
            require_seen(self.board, TransferId(name), actor),
            offer,
            actor=actor,
            running=self.running(name, actor),
            now_at=self.now_at,
        )
        self.record(events, by=actor)

    def phone(
        self,
        name: str = "T1",
        answers: Mapping[str, Answer] | None = None,
        *,
        by: Actor | None = None,
        doctor: Actor | None = None,
        read_back: bool = True,
        despite: str | None = None,
    ) -> None:
        actor, named = by or dispatcher(), doctor or self._asked(name)
        transfer = require_seen(self.board, TransferId(name), actor)
        given = all_yes(transfer) if answers is None else answers
        call = PhoneCall(named.person_id, dict(given), read_back, despite)
        running = self.running(name, named)
        self.record(agree_by_phone(transfer, call, actor=actor, running=running), by=actor)

    def confirm(self, name: str = "T1", *, by: Actor) -> None:
        transfer = require_seen(self.board, TransferId(name), by)
        self.record(confirm_agreement(transfer, actor=by), by=by)

    def climb(self, name: str = "T1") -> None:
        """What headquarters does by itself when the clock says so."""
        transfer = self.transfer(name)
        running = running_at(self.roster or (), transfer.asked or MATARO, at=self.now_at)
        self.record(escalate(transfer, running, now_at=self.now_at), by=HEADQUARTERS)

    def move_on(self, name: str = "T1") -> None:
        """Headquarters asks the next hospital, if the last one could not take the patient."""
        transfer = self.transfer(name)
        hospital = next_hospital(transfer, beds=self.board.beds, now_at=self.now_at)
        if hospital is not None:
            self.record((send_request(transfer, hospital),), by=HEADQUARTERS)

    def assign(
        self,
        name: str = "T1",
        unit_id: str = SVA_1,
        *,
        by: Actor | None = None,
        reason: str | None = "nearest",
        despite: str | None = None,
    ) -> None:
        """Whoever has the unit now is known to lose it."""
        actor = by or dispatcher()
        transfer = require_seen(self.board, TransferId(name), actor)
        unit = require_unit(self.board, UnitId(unit_id))
        expected = expected_times(
            transfer, unit, travel=travel_now(), position=None, now_at=self.now_at
        )
        wanted = Assignment(
            transfer=transfer,
            unit=unit,
            unit_now=self.board.units[transfer.unit_id] if transfer.unit_id else None,
            diverted_from=self.board.transfers[unit.transfer_id] if unit.transfer_id else None,
            bedside_at=expected.bedside_at,
            arrival_at=expected.arrival_at,
            free_at=expected.free_at,
            override_reason=reason,
            assigned_by=actor.name,
            takes_from=unit.transfer_id,
            despite_reason=despite,
        )
        self.record(assign_unit(wanted, now_at=self.now_at), by=actor)

    def _unit_of(self, transfer: Transfer) -> Unit:
        if transfer.unit_id is None:
            raise Refused("no_unit_assigned")
        return self.board.units[transfer.unit_id]

    def release(
        self, name: str = "T1", *, by: Actor | None = None, reason: str = "needed elsewhere"
    ) -> None:
        actor = by or dispatcher()
        transfer = require_seen(self.board, TransferId(name), actor)
        self.record(release_unit(transfer, self._unit_of(transfer), reason=reason), by=actor)

    def fail(
        self,
        name: str = "T1",
        *,
        by: Actor | None = None,
        reason: str = "broke down",
        position: tuple[float, float] | None = None,
    ) -> None:
        actor = by or dispatcher()
        transfer = require_seen(self.board, TransferId(name), actor)
        unit = self._unit_of(transfer)
        require_own_unit(transfer, actor)
        self.record(fail_unit(transfer, unit, reason=reason, position=position), by=actor)

    def step(
        self,
        step: Step,
        name: str = "T1",
        *,
        by: Actor | None = None,
        occurred_at: datetime | None = None,
    ) -> None:
        actor = by or dispatcher()
        transfer = require_seen(self.board, TransferId(name), actor)
        if transfer.unit_id is not None:
            require_own_unit(transfer, actor)
        when = occurred_at or self.now_at
        events = report_step(
            transfer, self._unit_of(transfer), step, occurred_at=when, now_at=self.now_at
        )
        self.record(events, by=actor, occurred_at=when)

    def hand_over(
        self,
        name: str = "T1",
        *,
        by: Actor | None = None,
        occurred_at: datetime | None = None,
    ) -> None:
        actor = by or dispatcher()
        transfer = require_seen(self.board, TransferId(name), actor)
        if transfer.unit_id is not None:
            require_own_unit(transfer, actor)
        when = occurred_at or self.now_at
        events = hand_over(
            transfer,
            self._unit_of(transfer),
            occurred_at=when,
            now_at=self.now_at,
            by=_side(actor),
            has_unit_there=has_unit(a_network(), taken_in_by(transfer), transfer.care),
        )
        self.record(events, by=actor, occurred_at=when)

    def confirm_part(
        self, part: Part, name: str = "T1", *, by: Actor, at: datetime | None = None
    ) -> None:
        transfer = require_seen(self.board, TransferId(name), by)
        when = at or self.now_at
        events = confirm_part(transfer, part, actor=by, occurred_at=when, now_at=self.now_at)
        self.record(events, by=by, occurred_at=when)

    def resolve(self, outcome: Outcome, name: str = "T1") -> None:
        transfer = self.transfer(name)
        events = resolve_episode(transfer, outcome, occurred_at=self.now_at, now_at=self.now_at)
        self.record(events, by=coordinating_doctor())

    def request_return(self, name: str = "R1", of: str = "T1", **changes: Any) -> None:
        """The way back, with the hospital of before asked."""
        first = self.transfer(of)
        plain = ReturnRequest(bedside="UCI, box 2", contact_phone="937 417 700")
        new = NewTransfer(TransferId(name), f"CSI-{name}", first.patient_key)
        actor = coordinating_doctor()
        requested, linked = request_return(
            first, replace(plain, **changes), new=new, actor=actor
        )
        opened = begin(requested, self.now_at)
        proposed = propose_hospitals(
            opened,
            network=a_network(),
            travel=travel_times(),
            beds=self.board.beds,
            now_at=self.now_at,
        )
        self.record((requested, home_first(opened, first, proposed), linked), by=actor)

    def cancel(
        self, name: str = "T1", *, by: Actor | None = None, reason: str = "got better"
    ) -> None:
        actor = by or dispatcher()
        transfer = require_seen(self.board, TransferId(name), actor)
        unit = self.board.units[transfer.unit_id] if transfer.unit_id else None
        self.record(cancel_transfer(transfer, unit, reason=reason), by=actor)

    def bring_to(self, stage: Stage, name: str = "T1", *, unit_id: str = SVA_1) -> "Story":
        """Every command up to ``stage``, five minutes apart; other ends come late."""
        until = LEFT_FROM.get(stage, stage)
        order = tuple(Stage)
        for each in order[1 : order.index(until) + 1]:
            self.wait(5)
            self.go_to(each, name, unit_id)
        self.leave(stage, name)
        return self

    def go_on_to(self, stage: Stage) -> None:
        """The commands from the yes on up to ``stage``, all in the same minute."""
        order, until = tuple(Stage), LEFT_FROM.get(stage, stage)
        for each in order[order.index(Stage.ASSIGNED) : order.index(until) + 1]:
            self.go_to(each, "T1", SVA_1)
        self.leave(stage, "T1")

    def leave(self, stage: Stage, name: str) -> None:
        """The ways from the plan to that end, nothing for a stage of the plan."""
        if stage is Stage.CANCELLED:
            self.cancel(name)
        elif stage is Stage.DIED:
            self.die(name)
        elif stage is Stage.LOST:
            self.give_up(name)
        elif stage is Stage.TAKEN_BACK:
            self.divert(name, self.transfer(name).referring, reason="turned round")
            self.wait(5)
            self.step("arrived", name)
            self.hand_over(name)

    def go_to(self, stage: Stage, name: str, unit_id: str) -> None:
        """The one command that brings the transfer from the stage before to ``stage``."""
        if stage is Stage.ASKED:
            self.ask(name)
        elif stage is Stage.ACCEPTED:
            self.answer(name)
        elif stage is Stage.ASSIGNED:
            self.assign(name, unit_id)
        elif stage is Stage.HANDED_OVER:
            self.hand_over(name)
        elif stage in LEFT_FROM:
            self.leave(stage, name)
        else:
            step = next(each for each in JOURNEY if each == stage.value)
            self.step(step, name)


def _side(actor: Actor) -> Side:
    if actor.role is Role.CREW:
        return "crew"
    return "headquarters" if actor.hospital is None else "receiver"
