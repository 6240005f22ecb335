"""The crew (or headquarters with it) takes the patient to another hospital, or back."""

from dispatch.identity import Role
from dispatch.kernel import HospitalCode, TransferId
from dispatch.network import hospital as require_hospital
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_ways import drive_elsewhere as decide
from dispatch.transfer.seen import require_own_unit, require_seen

ALLOWED = frozenset({Role.CREW, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def drive_elsewhere(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    hospital: HospitalCode,
    reason: str,
) -> Receipt:
    """The agreement, its bed and the clocks stand; people decide what follows."""
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    require_own_unit(transfer, command.actor)
    require_hospital(hq.network, hospital)
    events = decide(transfer, hospital, reason=reason, actor=command.actor)
    return await hq.record(command, board, events, subject=transfer_id)
