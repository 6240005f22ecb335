"""Units say where they are. Latest only; never in the log."""

from collections.abc import Sequence

from msgspec.structs import replace

from dispatch.assessment import criterion
from dispatch.fleet import Position, require_position
from dispatch.identity import Role
from dispatch.kernel import Refused, require_utc
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading

ALLOWED = frozenset({Role.CREW, Role.HEADQUARTERS})


@reading(ALLOWED)
async def record_positions(
    hq: Headquarters, command: Command, positions: Sequence[Position]
) -> None:
    """Keeps the newest of each unit; a crew speaks for its own unit only."""
    now_at = hq.clock()
    fixes = [
        replace(position, seen_at=require_utc(position.seen_at, field="seen_at"))
        for position in positions
    ]
    board = await hq.log.read_rows({position.unit_id for position in fixes})
    for position in fixes:
        require_position(position, now_at, ahead_s=criterion("clock_ahead_s"))
        own = command.actor.role is Role.HEADQUARTERS or (
            command.actor.unit_id == position.unit_id
        )
        if not own or position.unit_id not in board.units:
            raise Refused("unknown_unit", field="unit_id", value=position.unit_id)
    await hq.fleet.write_positions(fixes)
