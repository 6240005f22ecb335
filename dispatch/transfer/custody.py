"""Who answers for the patient: exactly one side at every instant, and who has not said so yet.

The responsibility passes when the taking side takes: the crew at the bedside, the receiving
team at the handover. What the giving side says is kept beside it; where it is missing that is
shown, and nobody is held up for it. Called off at the bedside, the patient stays with the
referring team, as when the crew turns round. Where the patient dies, or nobody knows any more
where he is, whoever had him last answers.
"""

from datetime import datetime
from typing import Literal

from dispatch.assessment.criteria import criterion
from dispatch.identity.actor import Actor
from dispatch.identity.roles import Role
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode, UnitId
from dispatch.kernel.instants import is_before
from dispatch.transfer.decide_failure import let_go
from dispatch.transfer.decide_whose import require_identity
from dispatch.transfer.events import EpisodeResolved, Event, PartConfirmed
from dispatch.transfer.parts import Outcome, Part
from dispatch.transfer.stage import CLOSED, HANDING_OVER, Stage
from dispatch.transfer.transfer import Transfer, taken_in_by, unit_in_charge, waiting_unit

Side = Literal["referring", "crew", "receiving"]
"""One of the three that can answer for the patient."""

STAGES_OF: dict[Part, frozenset[Stage]] = {
    "sender_released": HANDING_OVER,
    "crew_took_over": frozenset({Stage.AT_PATIENT}),
    "receiver_took_over": frozenset({Stage.HANDED_OVER}),
}
"""When each part may be confirmed. The receiver's word while the patient is brought is the
handover itself.
"""

BY_TELEPHONE = frozenset({Role.DISPATCHER, Role.COORDINATING_DOCTOR})


def responsible(transfer: Transfer) -> Side:
    """The one side that answers for the patient now."""
    times = transfer.milestones
    if times.handed_over_at is not None:
        return "receiving"
    is_back = times.cancelled_at is not None or times.taken_back_at is not None
    with_crew = times.crew_took_over_at is not None and not is_back
    return "crew" if with_crew else "referring"


def responsible_unit(transfer: Transfer) -> UnitId | None:
    """The unit whose crew answers for the patient now; None while a hospital does.

    After a failure that is the crew of the failed unit, until the next one takes over; where
    the patient died or was lost with a crew, the one that had him.
    """
    if responsible(transfer) != "crew":
        return None
    return transfer.ended_with or unit_in_charge(transfer)


def responsible_hospital(transfer: Transfer) -> HospitalCode | None:
    """The hospital whose team answers for the patient now; None while a crew does.

    After the handover that is the one at whose door it was, whoever had agreed.
    """
    match responsible(transfer):
        case "referring":
            return transfer.referring
        case "receiving":
            return taken_in_by(transfer)
        case "crew":  # pragma: no branch -- no other is left
            return None


def missing_parts(transfer: Transfer) -> tuple[Part, ...]:
    """What was done by the other side and not yet confirmed by the one whose part it was."""
    times = transfer.milestones
    missing: list[Part] = []
    if transfer.stage in CLOSED - {Stage.HANDED_OVER}:
        return ()
    if times.crew_took_over_at is not None and times.sender_released_at is None:
        missing.append("sender_released")
    if times.handed_over_at is not None and times.receiver_confirmed_at is None:
        missing.append("receiver_took_over")
    return tuple(missing)


def parts_of(transfer: Transfer, actor: Actor) -> frozenset[Part]:
    """The parts that ``actor`` speaks for; headquarters records each side's by telephone."""
    if actor.role in BY_TELEPHONE:
        return frozenset(STAGES_OF)
    if actor.role is Role.CREW:
        is_own = actor.unit_id == transfer.unit_id
        return frozenset({"crew_took_over"} if is_own else ())
    if actor.hospital == transfer.referring:
        return frozenset({"sender_released"})
    is_receiver = actor.hospital is not None and actor.hospital == taken_in_by(transfer)
    return frozenset({"receiver_took_over"} if is_receiver else ())


def confirm_part(
    transfer: Transfer, part: Part, *, actor: Actor, occurred_at: datetime, now_at: datetime
) -> tuple[Event, ...]:
    """One side's word about its own part.

    Raises ``Refused``: ``not_your_part``, ``not_at_this_stage``, ``already_confirmed``,
    ``out_of_order``; ``identity_mismatch`` for a patient who was found to be another.
    """
    if part not in parts_of(transfer, actor):
        raise Refused("not_your_part", field="part", value=part)
    if transfer.stage not in STAGES_OF[part]:
        raise Refused("not_at_this_stage", stage=transfer.stage.value, event=part)
    times = transfer.milestones
    said_at, since_at = {
        "sender_released": (times.sender_released_at, times.at_patient_at),
        "crew_took_over": (times.crew_took_over_at, times.at_patient_at),
        "receiver_took_over": (times.receiver_confirmed_at, times.arrived_at),
    }[part]
    if part == "crew_took_over" and waiting_unit(transfer) is not None:
        assert transfer.stranded is not None
        said_at, since_at = None, transfer.stranded.reached_at
    if said_at is not None:
        raise Refused("already_confirmed", field="part", value=part)
    _require_between(since_at, occurred_at, now_at)
    if part == "crew_took_over":
        require_identity(transfer)
    said = PartConfirmed(transfer.transfer_id, part)
    return (said, *(let_go(transfer) if part == "crew_took_over" else ()))


def resolve_episode(
    transfer: Transfer, outcome: Outcome, *, occurred_at: datetime, now_at: datetime
) -> tuple[Event, ...]:
    """The outcome as the receiving hospital tells it. A return tells itself that it arrived.

    Raises ``Refused``: ``not_at_this_stage`` before the handover, ``outcome_by_return``,
    ``out_of_order``.
    """
    if transfer.stage is not Stage.HANDED_OVER:
        raise Refused("not_at_this_stage", stage=transfer.stage.value, event="resolved")
    if outcome == "returned":
        raise Refused("outcome_by_return", field="outcome")
    _require_between(transfer.milestones.handed_over_at, occurred_at, now_at)
    return (EpisodeResolved(transfer.transfer_id, outcome),)


def _require_between(
    since_at: datetime | None, occurred_at: datetime, now_at: datetime
) -> None:
    if since_at is not None and is_before(occurred_at, since_at):
        raise Refused("out_of_order", field="occurred_at", allowed=f">= {since_at.isoformat()}")
    if (occurred_at - now_at).total_seconds() > criterion("clock_ahead_s"):
        raise Refused("out_of_order", field="occurred_at", allowed=f"<= {now_at.isoformat()}")
