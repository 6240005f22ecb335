"""A person sends the request to one receiving hospital."""

from dispatch.identity import Role, first_on_duty
from dispatch.kernel import HospitalCode, TransferId
from dispatch.network import hospital as require_hospital
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_answer import bed_kind
from dispatch.transfer.decide_request import ask_hospital as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.REFERRING_DOCTOR, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED, takes=True)
async def ask_hospital(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    hospital: HospitalCode,
    override_reason: str | None = None,
) -> Receipt:
    """Its intensivist gets the checklist; asking another hospital takes it from the first."""
    require_hospital(hq.network, hospital)
    seen = await hq.log.read_rows((transfer_id,))
    key = (hospital, bed_kind(require_seen(seen, transfer_id, command.actor)))
    board = await hq.log.read_rows((transfer_id, key))
    transfer = require_seen(board, transfer_id, command.actor)
    events = decide(
        transfer,
        board.beds[key],
        override_reason=override_reason,
        now_at=hq.clock(),
        doctors=first_on_duty(await hq.on_duty(hospital)),
    )
    return await hq.record(command, board, events, subject=transfer_id)
