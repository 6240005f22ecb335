"""The intensivist of the asked hospital would take the patient, but not here and now."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.network import hospital as require_hospital
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_offer import CounterOffer
from dispatch.transfer.decide_offer import counter_offer as decide
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.INTENSIVIST})


@verb(ALLOWED)
async def counter_offer(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, offer: CounterOffer
) -> Receipt:
    """After resuscitation, in another hospital, or later; the request goes on meanwhile."""
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    if offer.suggested is not None:
        require_hospital(hq.network, offer.suggested, field="suggested")
    events = decide(
        transfer,
        offer,
        actor=command.actor,
        running=await hq.on_duty(transfer.asked),
        now_at=hq.clock(),
    )
    return await hq.record(command, board, events, subject=transfer_id)
