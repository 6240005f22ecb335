"""The patient changes while waiting or on the road. Raising is free with a reason; lowering is
for doctors. The clocks stand.
"""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from dispatch.assessment.priority import Condition, Priority
from dispatch.identity.actor import Actor
from dispatch.identity.roles import Role
from dispatch.kernel.failures import Refused
from dispatch.transfer.events import ConditionChanged, Event, PriorityChanged
from dispatch.transfer.graver import graver_known, require_one_truth
from dispatch.transfer.in_danger import in_danger
from dispatch.transfer.limits import (
    require_clinical,
    require_needs,
    require_text,
    require_weighed,
)
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.sayings import needs_of, ruling_of, told_of
from dispatch.transfer.settled_at_once import settled_at_once
from dispatch.transfer.suspected_shock import shock_suspected
from dispatch.transfer.transfer import Transfer

MAY_LOWER = frozenset({Role.INTENSIVIST, Role.COORDINATING_DOCTOR})
"""Decision 10: the intensivist or the coordinating doctor."""


class ConditionReport(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole picture as it is now; it replaces the one before. ``confirms_graver``: the
    doctor was asked, and the graver priority counts.
    """

    condition: Condition
    needs: Needs
    clinical: Clinical
    confirms_graver: bool = False
    confirmed_doubts: tuple[str, ...] = ()


def still_weighed(report: ConditionReport, transfer: Transfer) -> ConditionReport:
    """The report with the weight known before, where it says none."""
    weight_kg = report.needs.weight_kg or transfer.needs.weight_kg
    return replace(report, needs=replace(report.needs, weight_kg=weight_kg))


def change_condition(
    transfer: Transfer, report: ConditionReport, *, actor: Actor, now_at: datetime
) -> tuple[Event, ...]:
    """The new picture and the priority that follows from it and from all that was told before.

    A better condition keeps priority 0 unless ``actor`` may lower it. Raises ``Refused``, among
    others ``told_otherwise``: the values known lead to priority 0, the ticks don't;
    ``icu_told_otherwise``: what is known needs an ICU bed, and none is said to be needed.
    """
    _require_code(transfer)
    require_needs(report.needs, care=transfer.care)
    weight_kg = report.needs.weight_kg
    require_clinical(report.clinical, care=transfer.care, weight_kg=weight_kg)
    given_ml = report.clinical.fluids_ml
    require_weighed(given_ml, weight_kg, care=transfer.care, field="needs/weight_kg")
    told = told_of(
        replace(
            transfer,
            condition=report.condition,
            needs=report.needs,
            clinical=report.clinical,
            clinical_at=now_at,
        )
    )
    may_move = transfer.priority is not Priority.ZERO or actor.role in MAY_LOWER
    require_one_truth(told, confirmed=report.confirms_graver or not may_move)
    ruling = ruling_of(told)
    lowers = transfer.priority is Priority.ZERO and ruling.priority is not Priority.ZERO
    keeps = lowers and actor.role not in MAY_LOWER
    changed = ConditionChanged(
        transfer_id=transfer.transfer_id,
        condition=report.condition,
        priority=transfer.priority if keeps else ruling.priority,
        rule=transfer.rule if keeps else ruling.rule,
        needs=needs_of(told),
        clinical=report.clinical,
    )
    return (changed,)


def change_priority(
    transfer: Transfer, priority: Priority, *, reason: str, actor: Actor
) -> tuple[Event, ...]:
    """Raise or lower by hand. Lowered against what is known, the decision about that is settled
    with the same reason. Raises ``Refused``: ``only_doctors_lower``, ``same_priority``.
    """
    _require_code(transfer)
    require_text(reason, field="reason", most=200)
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
