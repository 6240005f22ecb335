"""Which kinds of unit may take a transfer (decision 14)."""

from collections.abc import Iterable

from dispatch.assessment.priority import Priority
from dispatch.fleet.types import UnitType
from dispatch.network.levels import Care
from dispatch.transfer.transfer import Transfer, roadside


def allowed_unit_types(
    transfer: Transfer, *, working: Iterable[UnitType], has_pads: bool
) -> tuple[UnitType, ...]:
    """The kinds that may be proposed, among those ``working`` now.

    Children: the paediatric team when one works, else a doctor's unit. Priority 0 or
    vasoactives: a doctor's unit or a helicopter. Otherwise a nurse's unit too. A helicopter
    needs a pad at both hospitals (``has_pads``), so lands at no roadside, and takes nobody
    back. A basic unit never.
    """
    has_pads = has_pads and roadside(transfer) is None and transfer.returns is None
    air = (UnitType.HELI,) if has_pads else ()
    if transfer.care is Care.PAEDIATRIC:
        if UnitType.PED in set(working):
            return (UnitType.PED, *air)
        return (UnitType.SVA, *air)
    if transfer.priority is Priority.ZERO or transfer.needs.vasoactives:
        return (UnitType.SVA, *air)
    return (UnitType.SVA, UnitType.SVI, *air)
