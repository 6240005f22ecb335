"""A closed ICU takes patients again before the closure ends by itself."""

from datetime import datetime

from msgspec import Struct

from dispatch.capacity import BedKind, BedsOpened, closure_now, require_closure_seen
from dispatch.identity import Role
from dispatch.kernel import HospitalCode, Refused
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.seen import require_own_beds

ALLOWED = frozenset({Role.INTENSIVIST, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


class Opening(Struct, frozen=True, forbid_unknown_fields=True):
    """Which unit, and the ``closed_at`` of the closure that the person saw (with its zone)."""

    hospital: HospitalCode
    kind: BedKind
    seen_closed_at: datetime | None = None


@verb(ALLOWED)
async def open_beds(hq: Headquarters, command: Command, opening: Opening) -> Receipt:
    """Raises ``Refused``: ``not_closed`` when it isn't, ``closure_changed`` when another
    closure is in force than the one that was seen.
    """
    require_own_beds(hq.network, command.actor, opening.hospital)
    key = (opening.hospital, opening.kind)
    board = await hq.log.read_rows((key,))
    beds, now_at = board.beds[key], hq.clock()
    if closure_now(beds, now_at) is None:
        raise Refused("not_closed", hospital=opening.hospital)
    require_closure_seen(beds, opening.seen_closed_at, now_at)
    event = BedsOpened(hospital=opening.hospital, kind=opening.kind)
    return await hq.record(command, board, (event,), subject=opening.hospital)
