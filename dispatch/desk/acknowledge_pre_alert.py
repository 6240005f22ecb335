"""A doctor of the hospital has seen the pre-alert."""

from dispatch.identity import Role
from dispatch.kernel import PreAlertId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_pre_alert import acknowledge, require_seen

ALLOWED = frozenset({Role.REFERRING_DOCTOR, Role.INTENSIVIST})


@verb(ALLOWED)
async def acknowledge_pre_alert(
    hq: Headquarters, command: Command, pre_alert_id: PreAlertId
) -> Receipt:
    """The team outside sees at once that somebody expects the patient."""
    board = await hq.log.read_rows((pre_alert_id,))
    pre_alert = require_seen(board.pre_alerts.get(pre_alert_id), command.actor)
    event = acknowledge(pre_alert, command.actor)
    return await hq.record(command, board, (event,), subject=pre_alert_id)
