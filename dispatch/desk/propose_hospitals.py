"""Headquarters proposes receiving hospitals again: one declined, beds changed."""

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_request import propose_again
from dispatch.transfer.decide_return import home_first
from dispatch.transfer.propose_hospitals import bed_keys
from dispatch.transfer.propose_hospitals import propose_hospitals as propose
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset({Role.HEADQUARTERS, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED)
async def propose_hospitals(
    hq: Headquarters, command: Command, transfer_id: TransferId
) -> Receipt:
    """Records the ranking when it differs from the one on the transfer."""
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    beds = await hq.log.read_rows(bed_keys(hq.network, transfer.care))
    proposed = propose(
        transfer,
        network=hq.network,
        travel=hq.travel,
        beds=beds.beds,
        now_at=hq.clock(),
    )
    if transfer.returns is not None:
        rows = await hq.log.read_rows((transfer.returns,))
        proposed = home_first(transfer, rows.transfers[transfer.returns], proposed)
    events = propose_again(transfer, proposed)
    if not events:
        return Receipt(board.seq, transfer_id)
    return await hq.record(command, board, events, subject=transfer_id)
