"""The fleet as the data have it, brought to the fleet that a database already knows.

What a unit is comes from the data, what it is doing from the log: the first is replaced, the
second is kept. A unit that the data no longer have leaves, unless it is on a mission.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from dispatch.fleet.unit import Activity, Unit
from dispatch.kernel.ids import UnitId


class FleetNews(Struct, frozen=True):
    """What the data change. ``kept`` are no longer in the data and still on a mission."""

    added: tuple[Unit, ...] = ()
    changed: tuple[Unit, ...] = ()
    removed: tuple[UnitId, ...] = ()
    kept: tuple[UnitId, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is other than it was."""
        return bool(self.added or self.changed or self.removed)


def reconcile(known: Mapping[UnitId, Unit], wanted: Iterable[Unit]) -> FleetNews:
    """What has to happen to the units ``known`` so that they are those ``wanted``."""
    fleet = {unit.unit_id: unit for unit in wanted}
    gone = [unit for unit_id, unit in known.items() if unit_id not in fleet]
    both = [(known[unit_id], unit) for unit_id, unit in fleet.items() if unit_id in known]
    merged = [(was, _merged(was, unit)) for was, unit in both]
    return FleetNews(
        added=tuple(unit for unit_id, unit in fleet.items() if unit_id not in known),
        changed=tuple(now for was, now in merged if now != was),
        removed=tuple(unit.unit_id for unit in gone if unit.transfer_id is None),
        kept=tuple(unit.unit_id for unit in gone if unit.transfer_id is not None),
    )


def _merged(was: Unit, wanted: Unit) -> Unit:
    """A unit that stood at its old base, or was never elsewhere, stands at the new one."""
    stands_there = was.place == was.base_id and was.activity is Activity.STATION
    return replace(
        was,
        unit_type=wanted.unit_type,
        mode=wanted.mode,
        base_id=wanted.base_id,
        shift_starts=wanted.shift_starts,
        shift_ends=wanted.shift_ends,
        place=wanted.base_id if stands_there else was.place,
    )
