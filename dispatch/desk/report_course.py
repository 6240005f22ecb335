"""The crew says how the patient does in its care."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_ways import report_course as decide
from dispatch.transfer.seen import require_seen
from dispatch.transfer.told import CourseWord

ALLOWED = frozenset({Role.CREW, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def report_course(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    course: CourseWord,
    note: str,
) -> Receipt:
    """Worse asks people for a decision; better is for everybody to know."""
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    events = decide(transfer, course, note=note)
    return await hq.record(command, board, events, subject=transfer_id)
