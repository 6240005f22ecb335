"""How the patient of a story fares, and what people decide about it."""

from msgspec.structs import asdict

from dispatch.assessment.priority import Condition, Priority
from dispatch.identity.actor import Actor
from dispatch.kernel.ids import TransferId
from dispatch.transfer.after_needs import after_needs
from dispatch.transfer.decide_priority import (
    ConditionReport,
    change_condition,
    change_priority,
)
from dispatch.transfer.decision import DecisionKind
from dispatch.transfer.decisions import Settling, settle_decision
from dispatch.transfer.evolve import evolve_all
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.propose_hospitals import propose_hospitals
from dispatch.transfer.said_picture import SaidClinical, SaidNeeds
from dispatch.transfer.seen import require_seen
from tests.kept import Kept
from tests.small_world import a_network, dispatcher, referring_doctor, travel_times


def said_of(clinical: Clinical) -> SaidClinical:
    """That picture as somebody says it: what it doesn't know, they don't say."""
    told = asdict(clinical)
    return SaidClinical(**(told | ({"focus": None} if clinical.focus == "unknown" else {})))


class Course(Kept):
    """A board and its log, with the commands about the patient."""

    def change_condition(
        self,
        name: str = "T1",
        condition: Condition = Condition.SEPTIC_SHOCK,
        *,
        by: Actor | None = None,
        needs: Needs | None = None,
        clinical: Clinical | None = None,
        confirms_graver: bool = False,
    ) -> None:
        actor = by or referring_doctor()
        transfer = require_seen(self.board, TransferId(name), actor)
        changed = change_condition(
            transfer,
            ConditionReport(
                condition,
                SaidNeeds() if needs is None else SaidNeeds(**asdict(needs)),
                SaidClinical() if clinical is None else said_of(clinical),
                confirms_graver=confirms_graver,
            ),
            actor=actor,
            now_at=self.now_at,
        )
        after = evolve_all(transfer, changed, occurred_at=self.now_at)
        proposed = propose_hospitals(
            after,
            network=a_network(),
            travel=travel_times(),
            beds=self.board.beds,
            now_at=self.now_at,
        )
        self.record(after_needs(transfer, changed, proposed, occurred_at=self.now_at), by=actor)

    def settle(
        self,
        decision: DecisionKind,
        about: str,
        name: str = "T1",
        *,
        by: Actor | None = None,
        reason: str = "they can, I have asked",
    ) -> None:
        actor = by or dispatcher()
        transfer = require_seen(self.board, TransferId(name), actor)
        events = settle_decision(transfer, Settling(decision, about, reason), actor=actor)
        self.record(events, by=actor)

    def change_priority(
        self,
        name: str = "T1",
        priority: Priority = Priority.ZERO,
        *,
        by: Actor | None = None,
        reason: str = "looks worse",
    ) -> None:
        actor = by or dispatcher()
        transfer = require_seen(self.board, TransferId(name), actor)
        self.record(change_priority(transfer, priority, reason=reason, actor=actor), by=actor)
