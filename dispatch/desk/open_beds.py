"""A closed ICU takes patients again before the closure ends by itself."""

from msgspec import Struct

from dispatch.capacity import BedKind, BedsOpened, closure_now
from dispatch.identity import Role
from dispatch.kernel import HospitalCode, Refused
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.seen import require_own_beds

ALLOWED = frozenset({Role.INTENSIVIST, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


class Opening(Struct, frozen=True, forbid_unknown_fields=True):
    """Which unit."""

    hospital: HospitalCode
    kind: BedKind


@verb(ALLOWED)
async def open_beds(hq: Headquarters, command: Command, opening: Opening) -> Receipt:
    """Raises ``Refused("not_closed")`` when it isn't."""
    require_own_beds(hq.network, command.actor, opening.hospital)
    key = (opening.hospital, opening.kind)
    board = await hq.log.read_rows((key,))
    if closure_now(board.beds[key], hq.clock()) is None:
        raise Refused("not_closed", hospital=opening.hospital)
    event = BedsOpened(hospital=opening.hospital, kind=opening.kind)
    return await hq.record(command, board, (event,), subject=opening.hospital)
