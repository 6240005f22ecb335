"""Headquarters asks the next hospital when the last one could not take the patient."""

from dispatch.identity import Role, first_on_duty
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_offer import next_hospital
from dispatch.transfer.decide_request import send_request
from dispatch.transfer.propose_hospitals import bed_keys
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.HEADQUARTERS})


@verb(ALLOWED)
async def move_on(hq: Headquarters, command: Command, transfer_id: TransferId) -> Receipt:
    """Nothing when it waits for people: a no about the patient, or no hospital is left
    that is neither closed nor full.
    """
    seen = await hq.log.read_rows((transfer_id,))
    care = require_seen(seen, transfer_id, command.actor).care
    board = await hq.log.read_rows((transfer_id, *bed_keys(hq.network, care)))
    transfer = require_seen(board, transfer_id, command.actor)
    hospital = next_hospital(transfer, beds=board.beds, now_at=hq.clock())
    if hospital is None:
        return Receipt(board.seq, transfer_id)
    doctors = first_on_duty(await hq.on_duty(hospital))
    event = send_request(transfer, hospital, doctors=doctors)
    return await hq.record(command, board, (event,), subject=transfer_id)
