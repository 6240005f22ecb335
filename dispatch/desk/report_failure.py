"""The crew (or the dispatcher for it, by radio) reports that its unit can't go on."""

from dispatch.assessment import criterion
from dispatch.fleet import Position, require_position
from dispatch.fleet.position import UNKNOWN_S
from dispatch.identity import Role
from dispatch.kernel import Refused, TransferId
from dispatch.network import hospital
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.board import require_unit
from dispatch.transfer.decide_failure import fail_unit
from dispatch.transfer.seen import require_own_unit, require_seen
from dispatch.transfer.transfer import Transfer

ALLOWED = frozenset({Role.CREW, Role.DISPATCHER, Role.COORDINATING_DOCTOR})

Place = tuple[float, float]
"""Latitude and longitude in WGS 84 degrees."""


@verb(ALLOWED)
async def report_failure(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    reason: str,
    position: Place | None = None,
) -> Receipt:
    """The transfer waits for another unit, where the patient is now.

    Without a ``position`` it is the one that the unit sent in the last minutes, or that of the
    hospital where it stands.
    """
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    if transfer.unit_id is None:
        raise Refused("no_unit_assigned", stage=transfer.stage.value)
    require_own_unit(transfer, command.actor)
    place = await _place(hq, transfer, position)
    unit = require_unit(board, transfer.unit_id)
    events = fail_unit(transfer, unit, reason=reason, position=place)
    return await hq.record(command, board, events, subject=transfer_id)


async def _place(hq: Headquarters, transfer: Transfer, position: Place | None) -> Place | None:
    now_at, unit_id = hq.clock(), transfer.unit_id
    assert unit_id is not None, "asked of transfers with a unit only"
    if position is not None:
        lat, lon = position
        place = Position(unit_id, lat, lon, seen_at=now_at)
        require_position(place, now_at, ahead_s=criterion("clock_ahead_s"))
        return position
    for seen in await hq.fleet.read_positions():
        is_fresh = (now_at - seen.seen_at).total_seconds() <= UNKNOWN_S
        if seen.unit_id == unit_id and is_fresh:
            return (seen.lat, seen.lon)
    if transfer.arrived_in is None:
        return None
    stands_at = hospital(hq.network, transfer.arrived_in)
    return (stands_at.lat, stands_at.lon)
