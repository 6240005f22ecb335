"""The crew compares two identifiers at the bedside."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_whose import IdentityReport
from dispatch.transfer.decide_whose import check_identity as decide
from dispatch.transfer.seen import require_own_unit, require_seen

ALLOWED = frozenset({Role.CREW})


@verb(ALLOWED)
async def check_identity(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, report: IdentityReport
) -> Receipt:
    """That it was done and with what result; never what was read."""
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    require_own_unit(transfer, command.actor)
    events = decide(transfer, report, seal=hq.patient_key, actor=command.actor)
    return await hq.record(command, board, events, subject=transfer_id)
