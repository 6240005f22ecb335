"""The yes taken back: the receiving hospital can't take the patient any more."""

from dispatch.checklist.reasons import require_reason
from dispatch.identity.actor import Actor
from dispatch.identity.duty import Shift
from dispatch.kernel.failures import Refused
from dispatch.transfer.decide_answer import bed_released, require_duty
from dispatch.transfer.events import Event
from dispatch.transfer.limits import require_text
from dispatch.transfer.transfer import Transfer, needs_bed
from dispatch.transfer.way_events import AgreementWithdrawn


def withdraw_agreement(
    transfer: Transfer,
    *,
    reason: str | None,
    told_by: str | None,
    actor: Actor,
    running: tuple[Shift, ...],
) -> tuple[Event, ...]:
    """The agreement ends and its bed is free; the transfer looks for a hospital again with its
    first clock, and keeps its unit until a person takes it off.

    By an intensivist on duty there, or by headquarters, which says who told it. Raises
    ``Refused``: ``nothing_to_withdraw``, ``not_your_hospital``, ``not_on_duty``,
    ``reason_needed``, ``text_invalid``.
    """
    agreed = transfer.agreement
    if agreed is None or agreed.withdrawn_at is not None:
        raise Refused("nothing_to_withdraw", stage=transfer.stage.value)
    if actor.hospital is None:
        require_text(told_by or "", field="told_by", most=80)
    elif actor.hospital != agreed.hospital:
        raise Refused("not_your_hospital", allowed=agreed.hospital)
    elif needs_bed(transfer):
        require_duty(agreed.hospital, actor.person_id, running)
    withdrawn = AgreementWithdrawn(
        transfer_id=transfer.transfer_id,
        hospital=agreed.hospital,
        reason=require_reason(reason).code,
        told_by=told_by.strip() if told_by and actor.hospital is None else None,
    )
    return (withdrawn, *bed_released(transfer))
