"""Which kinds of unit may take a transfer (decisions 14 and 20)."""

from collections.abc import Iterable

from dispatch.fleet.types import UnitType
from dispatch.network.levels import Care
from dispatch.transfer.crew import is_below, skill_needed
from dispatch.transfer.transfer import Transfer, roadside


def allowed_unit_types(
    transfer: Transfer, *, working: Iterable[UnitType], has_pads: bool
) -> tuple[UnitType, ...]:
    """The kinds that may be proposed, among those ``working`` now.

    Children: the paediatric team when one works, else a doctor's unit. Otherwise a doctor's
    unit, and a nurse's where nothing known asks for a doctor (``crew.py``). A helicopter needs
    a pad at both hospitals (``has_pads``), so lands at no roadside, and takes nobody back. A
    basic unit never.
    """
    has_pads = has_pads and roadside(transfer) is None and transfer.returns is None
    air = (UnitType.HELI,) if has_pads else ()
    if transfer.care is Care.PAEDIATRIC:
        if UnitType.PED in set(working):
            return (UnitType.PED, *air)
        return (UnitType.SVA, *air)
    needed = skill_needed(transfer)
    road = (UnitType.SVA, UnitType.SVI)
    return (*(kind for kind in road if not is_below(kind, needed)), *air)
