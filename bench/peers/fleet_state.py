"""Where the trips chosen so far leave every unit; what the quick methods share."""

from bench.question import Trips
from dispatch.routing.problem.instance import Instance, Transfer, Unit


class FleetState:
    """Units with the trips appended so far. What is appended goes to its first hospital; the
    trips it begins with keep theirs.
    """

    def __init__(self, instance: Instance, trips: Trips | None = None) -> None:
        self.instance = instance
        place = {name: index for index, name in enumerate(instance.locations)}
        self._place = place
        self._minutes = {"road": instance.travel.road, "air": instance.travel.air}
        self.trips: dict[str, list[tuple[str, str]]] = {each.id: [] for each in instance.units}
        self.free_at = {each.id: each.free_at for each in instance.units}
        self._here = {each.id: place[each.location] for each in instance.units}
        self._by_type: dict[str, list[Unit]] = {}
        for unit in instance.units:
            self._by_type.setdefault(unit.type, []).append(unit)
        transfers = {each.id: each for each in instance.transfers}
        units = {each.id: each for each in instance.units}
        for unit_id, pairs in (trips or {}).items():
            for transfer, hospital in pairs:
                self.append(units[unit_id], transfers[transfer], hospital)

    def able(self, transfer: Transfer, /) -> list[Unit]:
        """Units of the types that may take it, in the instance's order within a type."""
        return [unit for kind in transfer.unit_types for unit in self._by_type.get(kind, ())]

    def drive_min(self, unit: Unit, transfer: Transfer, /) -> int:
        """Minutes of the empty leg from where the unit will be free."""
        return self._minutes[unit.mode][self._here[unit.id]][self._place[transfer.origin]]

    def bedside_at(self, unit: Unit, transfer: Transfer, /) -> int:
        """When the unit would reach the patient as its next trip."""
        return max(transfer.ready, self.free_at[unit.id] + self.drive_min(unit, transfer))

    def ends_at(self, unit: Unit, transfer: Transfer, hospital: str | None = None, /) -> int:
        """When the unit would be free again, by default after its first hospital."""
        start = self._place[transfer.origin]
        end = self._place[hospital or transfer.destinations[0].hospital]
        loaded_min = self._minutes[unit.mode][start][end]
        return (
            self.bedside_at(unit, transfer) + transfer.bedside + loaded_min + transfer.handover
        )

    def in_shift(self, unit: Unit, transfer: Transfer, /) -> bool:
        """Whether it would be back within its shift and overtime."""
        latest_at = unit.shift_end + self.instance.parameters.overtime
        return self.ends_at(unit, transfer) <= latest_at

    def append(self, unit: Unit, transfer: Transfer, hospital: str | None = None, /) -> None:
        """Makes the transfer the unit's next trip, by default to its first hospital."""
        goes_to = hospital or transfer.destinations[0].hospital
        self.free_at[unit.id] = self.ends_at(unit, transfer, goes_to)
        self._here[unit.id] = self._place[goes_to]
        self.trips[unit.id].append((transfer.id, goes_to))


def most_urgent_first(instance: Instance, /) -> list[Transfer]:
    """Priority 0 before 3 h, and the oldest agreement first."""
    return sorted(instance.transfers, key=lambda each: (each.priority != "P0", each.ready))


def left_out(instance: Instance, trips: Trips, /) -> list[Transfer]:
    """Transfers in no route, the most urgent first."""
    taken = {transfer for pairs in trips.values() for transfer, _ in pairs}
    return [each for each in most_urgent_first(instance) if each.id not in taken]


def completed(instance: Instance, trips: Trips, /) -> Trips:
    """The plan with what it leaves out put at the end of the routes, earliest bedside first."""
    state = FleetState(instance, trips)
    for transfer in left_out(instance, trips):
        able = [unit for unit in state.able(transfer) if state.in_shift(unit, transfer)]
        if able:
            state.append(min(able, key=lambda unit: state.bedside_at(unit, transfer)), transfer)
    return state.trips
