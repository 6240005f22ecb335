"""The dispatcher takes a unit off a transfer before it carries the patient."""

from dispatch.identity import Role
from dispatch.kernel import Refused, TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.board import require_unit
from dispatch.transfer.decide_release import release_unit as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def release_unit(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, reason: str
) -> Receipt:
    """The transfer waits for a unit again, the unit is available where it stands."""
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    if transfer.unit_id is None:
        raise Refused("no_unit_assigned", stage=transfer.stage.value)
    events = decide(transfer, require_unit(board, transfer.unit_id), reason=reason)
    return await hq.record(command, board, events, subject=transfer_id)
