"""The two doctors look at what they share of one transfer."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading
from dispatch.transfer.seen import require_seen
from dispatch.transfer.shared import OfHospitals, SharedView, shared_view
from dispatch.transfer.shown_protocol import sides

ALLOWED = frozenset(
    {
        Role.REFERRING_DOCTOR,
        Role.INTENSIVIST,
        Role.COORDINATING_DOCTOR,
        Role.CREW,
    }
)


@reading(ALLOWED)
async def read_shared(
    hq: Headquarters, command: Command, transfer_id: TransferId
) -> SharedView:
    """The transfer with its bundle and scores as of now; nothing of it is kept."""
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    own = OfHospitals(
        cutoffs=await hq.cutoffs_of(transfer.referring),
        protocols={each: await hq.centres.read_protocols(each) for _, each in sides(transfer)},
    )
    return shared_view(transfer, command.actor, now_at=hq.clock(), own=own)
