"""Somebody looks at one pre-alert, open or over."""

from dispatch.identity import Role
from dispatch.kernel import PreAlertId
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading
from dispatch.transfer.decide_pre_alert import require_seen
from dispatch.transfer.pre_alert_view import PreAlertView, view_pre_alert

ALLOWED = frozenset(set(Role) - {Role.ADMIN})


@reading(ALLOWED)
async def read_pre_alert(
    hq: Headquarters, command: Command, pre_alert_id: PreAlertId
) -> PreAlertView:
    """As these eyes see it. Raises ``Refused("unknown_pre_alert")``."""
    board = await hq.log.read_rows((pre_alert_id,))
    pre_alert = require_seen(board.pre_alerts.get(pre_alert_id), command.actor)
    view = view_pre_alert(pre_alert, command.actor)
    assert view is not None
    return view
