"""The hospital says what it was: confirmed, or not and why."""

from dispatch.identity import Role
from dispatch.kernel import PreAlertId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_pre_alert import NotConfirmed, require_seen, resolve

ALLOWED = frozenset({Role.REFERRING_DOCTOR, Role.INTENSIVIST})


@verb(ALLOWED)
async def resolve_pre_alert(
    hq: Headquarters,
    command: Command,
    pre_alert_id: PreAlertId,
    *,
    reason: NotConfirmed | None = None,
) -> Receipt:
    """Confirmed without a ``reason``. Asking for a transfer is a step of its own."""
    board = await hq.log.read_rows((pre_alert_id,))
    pre_alert = require_seen(board.pre_alerts.get(pre_alert_id), command.actor)
    event = resolve(pre_alert, command.actor, reason=reason)
    return await hq.record(command, board, (event,), subject=pre_alert_id)
