"""Decisions on the board: derived from the transfer, one rule a kind.

A decision is never stored. It is there while its cause is, and while nobody has settled it
with a reason; a settled one comes back when the facts it is about change.
"""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from dispatch.identity.actor import Actor
from dispatch.identity.roles import Role
from dispatch.kernel.failures import Refused
from dispatch.transfer.crew import unit_below_needs
from dispatch.transfer.decide_papers import papers_stand_still
from dispatch.transfer.decide_priority import MAY_LOWER
from dispatch.transfer.decide_whose import duplicate_patient, identity_mismatch
from dispatch.transfer.decision import Decision, DecisionKind
from dispatch.transfer.decisions_on_the_way import WAYS
from dispatch.transfer.events import DecisionSettled, Event
from dispatch.transfer.graver import graver_known
from dispatch.transfer.in_danger import in_danger
from dispatch.transfer.late_unit import unit_overdue, unit_silent
from dispatch.transfer.limits import require_because
from dispatch.transfer.presupposed import limits_recorded, no_infection
from dispatch.transfer.receipt import receipt_to_ask
from dispatch.transfer.shortfall import (
    needs_exceed_hospital,
    no_hospital_has_all,
    question_withdrawn,
)
from dispatch.transfer.suspected_shock import shock_suspected
from dispatch.transfer.transfer import Transfer, is_followed, is_open

Rule = Callable[[Transfer], Iterable[Decision]]

RULES: tuple[Rule, ...] = (
    graver_known,
    shock_suspected,
    in_danger,
    unit_below_needs,
    unit_silent,
    unit_overdue,
    *WAYS,
    identity_mismatch,
    limits_recorded,
    no_infection,
    needs_exceed_hospital,
    question_withdrawn,
    no_hospital_has_all,
    duplicate_patient,
    papers_stand_still,
)
"""In the order in which a screen shows them."""

WHILE_PAPERS_COME: tuple[Rule, ...] = (papers_stand_still, duplicate_patient)
"""All that is asked of a transfer that is being entered from paper; two desks may enter one."""

AT_THE_DESK = frozenset({Role.DISPATCHER, Role.COORDINATING_DOCTOR})

DOCTORS = frozenset({Role.INTENSIVIST, Role.COORDINATING_DOCTOR})

MAY_SETTLE: Mapping[DecisionKind, frozenset[Role]] = {
    "graver_known": MAY_LOWER,
    "shock_suspected": MAY_LOWER,
    "in_danger": MAY_LOWER,
    "unit_below_needs": AT_THE_DESK,
    "unit_silent": AT_THE_DESK,
    "unit_overdue": AT_THE_DESK,
    "needs_exceed_hospital": AT_THE_DESK,
    "duplicate_patient": AT_THE_DESK,
    "identity_mismatch": frozenset({Role.COORDINATING_DOCTOR}),
    "question_withdrawn": AT_THE_DESK,
    "no_hospital_has_all": AT_THE_DESK,
    "limits_recorded": DOCTORS,
    "no_infection": DOCTORS,
    "patient_missing": frozenset(),
    "receiver_withdrew": AT_THE_DESK,
    "receiver_closed": AT_THE_DESK,
    "receiver_overbooked": AT_THE_DESK,
    "receiver_unreachable": AT_THE_DESK,
    "bed_given_away": AT_THE_DESK,
    "agreement_disputed": AT_THE_DESK,
    "agreement_unconfirmed": AT_THE_DESK,
    "patient_worse": AT_THE_DESK,
    "crew_diverts": AT_THE_DESK,
    "request_withdrawn": AT_THE_DESK,
    "papers_stand_still": frozenset(),
    "handed_over_unagreed": AT_THE_DESK,
    "receipt_denied": AT_THE_DESK,
}
"""Who may settle a decision with a reason while its cause lasts. Removing the cause is for
whoever may do that. Where nobody may settle, nothing else ends it: a missing patient is found,
or a doctor gives the search up; papers are said to come, or to be all.
"""


class Settling(Struct, frozen=True, forbid_unknown_fields=True):
    """Which decision, the ``about`` it was shown with, and why it is settled so."""

    decision: DecisionKind
    about: str
    reason: str


def open_decisions(transfer: Transfer) -> tuple[Decision, ...]:
    """What people are asked to decide about the transfer now."""
    if not is_open(transfer):
        asked = transfer.receipt
        return tuple(receipt_to_ask(asked)) if asked and is_followed(transfer) else ()
    settled = {(each.kind, each.about) for each in transfer.settled}
    return tuple(
        decision
        for rule in (RULES if transfer.papers is None else WHILE_PAPERS_COME)
        for decision in rule(transfer)
        if (decision.kind, decision.about) not in settled
    )


def settle_decision(
    transfer: Transfer, settling: Settling, *, actor: Actor
) -> tuple[Event, ...]:
    """The decision is settled with a reason although its cause lasts.

    Raises ``Refused``: ``decision_not_open`` when it is not, or no longer about that;
    ``decision_not_by_words`` when no words settle it; ``decision_of_others`` to roles that may
    not; ``decision_own_act`` to who wrote down what it is about; ``text_invalid``.
    """
    kind, about = settling.decision, settling.about
    found = {(each.kind, each.about): each for each in open_decisions(transfer)}
    if (kind, about) not in found:
        raise Refused("decision_not_open", field="about")
    if not MAY_SETTLE[kind]:
        raise Refused("decision_not_by_words", field="decision")
    if actor.role not in MAY_SETTLE[kind]:
        allowed = ", ".join(sorted(role.value for role in MAY_SETTLE[kind]))
        raise Refused("decision_of_others", field="decision", allowed=allowed)
    if actor.person_id == found[kind, about].author_id:
        raise Refused("decision_own_act", field="decision")
    require_because(settling.reason, field="reason")
    settled = DecisionSettled(
        transfer_id=transfer.transfer_id,
        decision=kind,
        about=about,
        reason=settling.reason.strip(),
        settled_by=actor.name,
    )
    return (settled,)
