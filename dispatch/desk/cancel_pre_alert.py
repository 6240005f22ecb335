"""The team outside, or headquarters for it, takes a pre-alert back."""

from dispatch.identity import Role
from dispatch.kernel import PreAlertId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_pre_alert import TakenBack, cancel, require_seen

ALLOWED = frozenset({Role.CREW, Role.PRIMARY_CARE, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def cancel_pre_alert(
    hq: Headquarters, command: Command, pre_alert_id: PreAlertId, *, reason: TakenBack
) -> Receipt:
    """The hospital sees it leave its list."""
    board = await hq.log.read_rows((pre_alert_id,))
    pre_alert = require_seen(board.pre_alerts.get(pre_alert_id), command.actor)
    event = cancel(pre_alert, command.actor, reason=reason)
    return await hq.record(command, board, (event,), subject=pre_alert_id)
