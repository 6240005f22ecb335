"""A hospital, or the coordinating doctor for it, takes somebody off duty."""

from dispatch.identity import Role, Shift, ended
from dispatch.kernel import Refused
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading

ALLOWED = frozenset({Role.INTENSIVIST, Role.COORDINATING_DOCTOR})


@reading(ALLOWED)
async def end_shift(hq: Headquarters, command: Command, shift_id: str) -> Shift:
    """Ends it now, or withdraws it before it begins. What was agreed under it stays agreed.

    Raises ``Refused``: ``unknown_shift``, to another hospital too, and ``shift_over``.
    """
    actor, shift = command.actor, await hq.duty.find_shift(shift_id)
    if shift is None or actor.hospital not in {None, shift.hospital}:
        raise Refused("unknown_shift", field="shift_id")
    over = ended(shift, hq.clock(), by=actor.name)
    await hq.duty.end_shift(over)
    return over
