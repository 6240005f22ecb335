"""The transfer that the hospital asked for is written beside the pre-alert it came of."""

from dispatch.identity import Role
from dispatch.kernel import PreAlertId, TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_pre_alert import link
from dispatch.transfer.decide_pre_alert import require_seen as require_pre_alert
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.REFERRING_DOCTOR})


@verb(ALLOWED)
async def link_pre_alert(
    hq: Headquarters, command: Command, pre_alert_id: PreAlertId, *, transfer_id: TransferId
) -> Receipt:
    """Only of a confirmed one, once, and by the hospital that asks."""
    board = await hq.log.read_rows((pre_alert_id, transfer_id))
    pre_alert = require_pre_alert(board.pre_alerts.get(pre_alert_id), command.actor)
    event = link(pre_alert, require_seen(board, transfer_id, command.actor))
    return await hq.record(command, board, (event,), subject=pre_alert_id)
