"""The patient changes while waiting. Raising is free with a reason; lowering is for doctors."""

from dispatch.assessment.priority import Condition, Priority, rule_priority
from dispatch.identity.actor import Actor
from dispatch.identity.roles import Role
from dispatch.kernel.failures import Refused
from dispatch.transfer.events import ConditionChanged, Event, PriorityChanged
from dispatch.transfer.limits import require_clinical, require_needs, require_text
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.transfer import Transfer

MAY_LOWER = frozenset({Role.INTENSIVIST, Role.COORDINATING_DOCTOR})
"""Decision 10: the intensivist or the coordinating doctor."""


def change_condition(
    transfer: Transfer,
    condition: Condition,
    *,
    needs: Needs,
    clinical: Clinical,
    actor: Actor,
) -> tuple[Event, ...]:
    """The new picture and the priority that follows from it.

    A better condition keeps priority 0 unless ``actor`` may lower it.
    """
    _require_code(transfer)
    require_needs(needs, care=transfer.care)
    require_clinical(clinical, care=transfer.care)
    ruling = rule_priority(
        condition, needs_vasoactives=needs.vasoactives, hypotensive_after_fluids=False
    )
    lowers = transfer.priority is Priority.ZERO and ruling.priority is not Priority.ZERO
    keeps = lowers and actor.role not in MAY_LOWER
    changed = ConditionChanged(
        transfer_id=transfer.transfer_id,
        condition=condition,
        priority=transfer.priority if keeps else ruling.priority,
        rule=transfer.rule if keeps else ruling.rule,
        needs=needs,
        clinical=clinical,
    )
    return (changed,)


def change_priority(
    transfer: Transfer, priority: Priority, *, reason: str, actor: Actor
) -> tuple[Event, ...]:
    """Raise or lower by hand. Raises ``Refused``: ``only_doctors_lower``, ``same_priority``."""
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
    return (changed,)


def _require_code(transfer: Transfer) -> None:
    """Nothing, or ``Refused("return_keeps_priority")``: who gets worse is not taken back, the
    return is cancelled and the code asked for again.
    """
    if transfer.returns is not None:
        raise Refused("return_keeps_priority", number=transfer.number)
