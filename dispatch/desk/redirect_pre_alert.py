"""The patient goes to another hospital than the one told first."""

from dispatch.identity import Role
from dispatch.kernel import PreAlertId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_pre_alert import Redirection, redirect, require_seen

ALLOWED = frozenset({Role.CREW, Role.PRIMARY_CARE, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def redirect_pre_alert(
    hq: Headquarters, command: Command, pre_alert_id: PreAlertId, *, to: Redirection
) -> Receipt:
    """The first hospital loses sight of it, the other one is told."""
    board = await hq.log.read_rows((pre_alert_id,))
    pre_alert = require_seen(board.pre_alerts.get(pre_alert_id), command.actor)
    event = redirect(pre_alert, to)
    return await hq.record(command, board, (event,), subject=pre_alert_id)
