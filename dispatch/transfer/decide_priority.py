"""The patient changes while waiting or on the road. Raising is free with a reason; lowering is
for doctors. The clocks stand.
"""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from dispatch.assessment.priority import Condition, Priority, PriorityRuling
from dispatch.identity.actor import Actor
from dispatch.identity.roles import Role
from dispatch.kernel.failures import Refused
from dispatch.transfer.assessed import Said
from dispatch.transfer.care_events import ConditionChanged, PriorityChanged
from dispatch.transfer.events import Event
from dispatch.transfer.graver import graver_known, require_one_truth
from dispatch.transfer.in_danger import in_danger
from dispatch.transfer.limits import (
    require_because,
    require_clinical,
    require_needs,
    require_weighed,
)
from dispatch.transfer.merged_picture import with_picture
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.said_picture import (
    SaidClinical,
    SaidNeeds,
    needs_after,
    only_said,
    told_of_picture,
)
from dispatch.transfer.sayings import ruling_of, told_of
from dispatch.transfer.settled_at_once import settled_at_once
from dispatch.transfer.suspected_shock import shock_suspected
from dispatch.transfer.transfer import Transfer

MAY_LOWER = frozenset({Role.INTENSIVIST, Role.COORDINATING_DOCTOR})
"""Decision 10: the intensivist or the coordinating doctor."""


class ConditionReport(Struct, frozen=True, forbid_unknown_fields=True):
    """What is said of the patient now; what isn't said stays as it was known.
    ``confirms_graver``: the doctor was asked, and the graver priority counts.
    """

    condition: Condition | None = None
    needs: SaidNeeds = SaidNeeds()
    clinical: SaidClinical = SaidClinical()
    confirms_graver: bool = False
    confirmed_doubts: tuple[str, ...] = ()


def change_condition(
    transfer: Transfer, report: ConditionReport, *, actor: Actor, now_at: datetime
) -> tuple[Event, ...]:
    """What was said, and the priority that follows from it and from all that was told before.

    A better condition keeps priority 0 unless ``actor`` may lower it; what is known keeps it
    where nothing that was said lowers it. Raises ``Refused``, among others ``told_otherwise``:
    the values known lead to priority 0, the ticks don't; ``icu_told_otherwise``: what is known
    needs an ICU bed, and none is said to be needed.
    """
    _require_code(transfer)
    needs, clinical = needs_after(transfer.needs, report.needs), only_said(report.clinical)
    _require_limits(transfer, needs, clinical)
    names = tuple(told_of_picture(report.clinical))
    stated = replace(transfer, condition=report.condition or transfer.condition, needs=needs)
    said = Said(now_at, actor.name)
    told = told_of(with_picture(stated, clinical, told=names, said=said))
    may_move = transfer.priority is not Priority.ZERO or actor.role in MAY_LOWER
    require_one_truth(told, confirmed=report.confirms_graver or not may_move)
    ruling = ruling_of(told)
    keeps = _keeps_priority_zero(transfer, report, ruling, actor)
    changed = ConditionChanged(
        transfer_id=transfer.transfer_id,
        condition=stated.condition,
        priority=transfer.priority if keeps else ruling.priority,
        rule=transfer.rule if keeps else ruling.rule,
        needs=needs,
        clinical=clinical,
        told=names,
        changed_by=actor.name,
    )
    return (changed,)


def _require_limits(transfer: Transfer, needs: Needs, said: Clinical) -> None:
    care, weight_kg = transfer.care, needs.weight_kg
    require_needs(needs, care=care)
    require_clinical(said, care=care, weight_kg=weight_kg)
    require_weighed(said.fluids_ml, weight_kg, care=care, field="needs/weight_kg")


def _keeps_priority_zero(
    transfer: Transfer, report: ConditionReport, ruling: PriorityRuling, actor: Actor
) -> bool:
    """Whether priority 0 stays: others may not lower it, or no condition was stated and what
    was known before didn't lead there either, so that nothing said now takes it back.
    """
    if transfer.priority is not Priority.ZERO or ruling.priority is Priority.ZERO:
        return False
    followed = ruling_of(told_of(transfer)).priority is Priority.ZERO
    return actor.role not in MAY_LOWER or (report.condition is None and not followed)


def change_priority(
    transfer: Transfer, priority: Priority, *, reason: str, actor: Actor
) -> tuple[Event, ...]:
    """Raise or lower by hand. Lowered against what is known, the decision about that is settled
    with the same reason. Raises ``Refused``: ``only_doctors_lower``, ``same_priority``.
    """
    _require_code(transfer)
    require_because(reason, field="reason")
    if priority is Priority.RETURN:
        raise Refused("only_returns_wait", field="priority", value=priority.value)
    if priority is transfer.priority:
        raise Refused("same_priority", field="priority", value=priority.value)
    if priority is not Priority.ZERO and actor.role not in MAY_LOWER:
        raise Refused(
            "only_doctors_lower",
            field="priority",
            allowed=", ".join(sorted(role.value for role in MAY_LOWER)),
        )
    changed = PriorityChanged(
        transfer_id=transfer.transfer_id, priority=priority, reason=reason.strip()
    )
    after = replace(transfer, priority=priority)
    raised = (*graver_known(after), *shock_suspected(after), *in_danger(after))
    return (changed, *settled_at_once(transfer, raised, reason=reason, by=actor.name))


def _require_code(transfer: Transfer) -> None:
    """Nothing, or ``Refused("return_keeps_priority")``: who gets worse is not taken back, the
    return is cancelled and the code asked for again.
    """
    if transfer.returns is not None:
        raise Refused("return_keeps_priority", number=transfer.number)
