"""The failure of a unit was told by mistake, or is over: it has its patient again."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.board import Board, require_transfer
from dispatch.transfer.decide_failure_back import may_take_failure_back
from dispatch.transfer.decide_failure_back import take_back_failure as decide
from dispatch.transfer.seen import require_seen
from dispatch.transfer.transfer import Transfer

ALLOWED = frozenset({Role.CREW, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def take_back_failure(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, reason: str
) -> Receipt:
    """By its crew or headquarters, while no other unit is assigned, within its minutes;
    headquarters also later while that crew still has the patient.
    """
    board = await hq.read_tied(transfer_id)
    transfer = _require_known(board, transfer_id, command)
    events = decide(
        transfer, board.units, reason=reason, actor=command.actor, now_at=hq.clock()
    )
    return await hq.record(command, board, events, subject=transfer_id)


def _require_known(board: Board, transfer_id: TransferId, command: Command) -> Transfer:
    """A crew sees no transfer that it has lost with its failure, and takes that back."""
    transfer = require_transfer(board, transfer_id)
    if may_take_failure_back(transfer, command.actor):
        return transfer
    return require_seen(board, transfer_id, command.actor)
