"""Finding a transfer for somebody: what one may not see does not exist."""

from dispatch.identity.actor import Actor
from dispatch.identity.sight import Sight, sight
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import TransferId
from dispatch.transfer.board import Board, require_transfer
from dispatch.transfer.transfer import Transfer, parties


def require_seen(board: Board, transfer_id: TransferId, actor: Actor) -> Transfer:
    """The transfer, or ``Refused("unknown_transfer")`` when there is none for these eyes."""
    transfer = require_transfer(board, transfer_id)
    if sight(actor, parties(transfer)) is Sight.NOTHING:
        raise Refused("unknown_transfer", field="transfer_id")
    return transfer
