"""Headquarters ends a pre-alert whose outcome nobody told."""

from dispatch.identity import Role
from dispatch.kernel import PreAlertId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_pre_alert import expire, require_seen

ALLOWED = frozenset({Role.HEADQUARTERS})


@verb(ALLOWED)
async def expire_pre_alert(
    hq: Headquarters, command: Command, pre_alert_id: PreAlertId
) -> Receipt:
    """Nothing before its time, and nothing when it is over."""
    board = await hq.log.read_rows((pre_alert_id,))
    pre_alert = require_seen(board.pre_alerts.get(pre_alert_id), command.actor)
    events = expire(pre_alert, hq.clock())
    if not events:
        return Receipt(board.seq, pre_alert_id)
    return await hq.record(command, board, events, subject=pre_alert_id)
