"""Somebody knows again where the patient is."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_missing import report_found as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset(
    {
        Role.CREW,
        Role.REFERRING_DOCTOR,
        Role.INTENSIVIST,
        Role.DISPATCHER,
        Role.COORDINATING_DOCTOR,
    }
)


@verb(ALLOWED)
async def report_found(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    place: str,
    found_by: str,
) -> Receipt:
    """By whoever takes part; the journey goes on from where it stood."""
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    events = decide(transfer, place=place, found_by=found_by)
    return await hq.record(command, board, events, subject=transfer_id)
