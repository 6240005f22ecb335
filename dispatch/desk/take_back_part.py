"""A hospital takes back what it confirmed of the handover by mistake."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_part_back import take_back_part as decide
from dispatch.transfer.seen import require_seen
from dispatch.transfer.way_events import HospitalPart

ALLOWED = frozenset(
    {Role.REFERRING_DOCTOR, Role.INTENSIVIST, Role.DISPATCHER, Role.COORDINATING_DOCTOR}
)


@verb(ALLOWED)
async def take_back_part(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    part: HospitalPart,
    reason: str,
) -> Receipt:
    """That the sender released the patient, or that the receiving team took him over."""
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    events = decide(transfer, part, reason=reason, actor=command.actor, now_at=hq.clock())
    return await hq.record(command, board, events, subject=transfer_id)
