"""A transfer was closed by mistake, and goes on: the handover, a death, the cancellation."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.board import Board, require_transfer
from dispatch.transfer.closed import Closing
from dispatch.transfer.closing_back import may_take_back
from dispatch.transfer.decide_closing_back import Meanwhile, TakingBack
from dispatch.transfer.decide_closing_back import take_back_closing as decide
from dispatch.transfer.seen import require_seen
from dispatch.transfer.transfer import Transfer

ALLOWED = frozenset(
    {
        Role.CREW,
        Role.INTENSIVIST,
        Role.REFERRING_DOCTOR,
        Role.DISPATCHER,
        Role.COORDINATING_DOCTOR,
    }
)


@verb(ALLOWED)
async def take_back_closing(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    closing: Closing,
    reason: str,
) -> Receipt:
    """While nothing has followed from it; ``closing`` says which one is meant. By the side
    whose act it was, or by headquarters. Bed and unit come back as far as they are there.
    """
    board = await hq.read_tied(transfer_id)
    transfer = _require_known(board, transfer_id, command)
    alike = await hq.log.find_alike((transfer.patient_key,), transfer.referring)
    lines = await hq.log.read_events(transfer.returns) if transfer.returns else ()
    events = decide(
        transfer,
        TakingBack(closing, reason, command.actor),
        Meanwhile(board, alike, lines, hq.clock()),
    )
    return await hq.record(command, board, events, subject=transfer_id)


def _require_known(board: Board, transfer_id: TransferId, command: Command) -> Transfer:
    """A crew sees no transfer that it has lost with its closing, and takes that back."""
    transfer = require_transfer(board, transfer_id)
    if may_take_back(transfer, command.actor):
        return transfer
    return require_seen(board, transfer_id, command.actor)
