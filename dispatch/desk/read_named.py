"""A doctor's own agreements by telephone that still wait for their word."""

from dispatch.identity import Role
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading
from dispatch.transfer.views import TransferView, view_transfer

ALLOWED = frozenset({Role.INTENSIVIST})


@reading(ALLOWED)
async def read_named(hq: Headquarters, command: Command) -> tuple[TransferView, ...]:
    """Those of closed transfers, too: a word can be given at any time. The last one first."""
    rows = await hq.log.read_named(command.actor.person_id)
    views = (view_transfer(row, command.actor, in_full=False) for row in rows)
    return tuple(view for view in views if view is not None)
