"""The whole problem once more, for CP-SAT: who drives which arc, when, and seven levels.

An independent coding to compare the solver with. It shares no line with the core: it reads the
instance and writes rules of its own, where the core generates routes and prices them. Times are
inequalities: nothing in the objective gains from being later.
"""

from collections.abc import Iterable
from typing import NamedTuple

from ortools.sat.python import cp_model

from dispatch.routing.problem.instance import Instance, Transfer, Unit

Sum = cp_model.LinearExprT


class Visit(NamedTuple):
    """Units of one kind at one patient, on the way to one hospital. ``by`` says which."""

    done: cp_model.IntVar
    by: dict[str, cp_model.IntVar]
    transfer: int
    hospital: int
    penalty: int
    loaded_min: int


class SecondCoding:
    """The model; ``levels`` are to be minimised in turn: pins not kept, then the seven."""

    def __init__(self, instance: Instance, pinned: frozenset[str]) -> None:
        self.instance = instance
        self.pinned = pinned
        self.model = cp_model.CpModel()
        self.place = {name: row for row, name in enumerate(instance.locations)}
        self.latest = max([1, *(_last(instance, unit) for unit in instance.units)])
        self.bedside = [self._clock_of(each) for each in instance.transfers]
        self.visits: list[list[Visit]] = []
        self.cost: list[Sum] = []
        self.unkept: list[Sum] = []
        alike: dict[tuple[str, str], list[Unit]] = {}
        for unit in instance.units:
            alike.setdefault((unit.type, unit.mode), []).append(unit)
        for units in alike.values():
            self._kind(units)
        self.served = [self._served(index) for index in range(len(instance.transfers))]
        self._beds()
        self.levels = self._levels()

    def _clock_of(self, transfer: Transfer) -> cp_model.IntVar:
        least = max(0, transfer.ready)
        return self.model.new_int_var(least, max(least, self.latest), f"at {transfer.id}")

    def _kind(self, units: list[Unit]) -> None:
        """Units of one kind share the arcs between patients; each has its own first arcs."""
        weights = self.instance.parameters.weights
        visits = [*self._visits_of(units)]
        self.visits.append(visits)
        first = {
            (unit.id, node): self.model.new_bool_var("")
            for unit in units
            for node in range(1, len(visits) + 1)
        }
        arcs: list[tuple[int, int, cp_model.LiteralT]] = []
        for node, visit in enumerate(visits, start=1):
            begins, ends = self.model.new_bool_var(""), self.model.new_bool_var("")
            self.model.add(sum(first[unit.id, node] for unit in units) == begins)
            arcs += [(0, node, begins), (node, 0, ends), (node, node, ~visit.done)]
            self._charge_visit(visit)
            for other, after in enumerate(visits, start=1):
                if after.transfer != visit.transfer:
                    arcs.append((node, other, self._arc(units[0], visit, after)))
        # One round to nobody, so that nobody need go anywhere.
        nobody, always = len(visits) + 1, self.model.new_constant(1)
        self.model.add_multiple_circuit([*arcs, (0, nobody, always), (nobody, 0, always)])
        for unit in units:
            for node, visit in enumerate(visits, start=1):
                self._first_arc(unit, visit, first[unit.id, node])
            used = sum(first[unit.id, node] for node in range(1, len(visits) + 1))
            self.model.add(used <= 1)
            self._within_shift(unit, visits)
            self.cost.append(weights.coverage * unit.coverage_cost * used)
            kept = sum(
                first[unit.id, node]
                for node, visit in enumerate(visits, start=1)
                if self.instance.transfers[visit.transfer].id == unit.assigned_to
            )
            self.cost.append(weights.switch * (1 - kept) if unit.assigned_to else 0)
            if unit.id in self.pinned:
                self.unkept.append(1 - kept)
                self.model.add(used == kept)

    def _visits_of(self, units: list[Unit]) -> Iterable[Visit]:
        matrix = self._matrix(units[0])
        for index, transfer in enumerate(self.instance.transfers):
            if units[0].type not in transfer.unit_types:
                continue
            for option in transfer.destinations:
                hospital = self.place[option.hospital]
                loaded_min = matrix[self.place[transfer.origin]][hospital]
                done = self.model.new_bool_var("")
                by = {unit.id: self.model.new_bool_var("") for unit in units}
                self.model.add(sum(by.values()) == done)
                visit = Visit(done, by, index, hospital, option.penalty, loaded_min)
                ends = self.bedside[index] + self._busy_min(visit)
                for unit in units:
                    self.model.add(ends <= _last(self.instance, unit)).only_enforce_if(
                        by[unit.id]
                    )
                yield visit

    def _within_shift(self, unit: Unit, visits: list[Visit]) -> None:
        """Not needed, but proves sooner: no unit works longer than it has time."""
        matrix = self._matrix(unit)
        work = [
            (self._busy_min(visit) + min(row[self._scene(visit)] for row in matrix))
            * visit.by[unit.id]
            for visit in visits
        ]
        self.model.add(sum(work) <= max(0, _last(self.instance, unit) - unit.free_at))

    def _charge_visit(self, visit: Visit) -> None:
        rules, weights = self.instance.parameters, self.instance.parameters.weights
        loaded_min = visit.loaded_min if rules.drive_counts == "all" else 0
        price = weights.drive * loaded_min + weights.destination * visit.penalty
        self.cost.append(price * visit.done)

    def _arc(self, unit: Unit, visit: Visit, after: Visit) -> cp_model.IntVar:
        """From a hospital to the next patient, by the same unit."""
        arc = self.model.new_bool_var("")
        drive_min = self._matrix(unit)[visit.hospital][self._scene(after)]
        begun = self.bedside[visit.transfer] + self._busy_min(visit) + drive_min
        self.model.add(self.bedside[after.transfer] >= begun).only_enforce_if(arc)
        for unit_id, mine in visit.by.items():
            self.model.add(after.by[unit_id] == mine).only_enforce_if(arc)
        self.cost.append(self.instance.parameters.weights.drive * drive_min * arc)
        return arc

    def _first_arc(self, unit: Unit, visit: Visit, arc: cp_model.IntVar) -> None:
        drive_min = self._matrix(unit)[self.place[unit.location]][self._scene(visit)]
        begun = unit.free_at + drive_min
        self.model.add(self.bedside[visit.transfer] >= begun).only_enforce_if(arc)
        self.model.add_implication(arc, visit.by[unit.id])
        self.cost.append(self.instance.parameters.weights.drive * drive_min * arc)

    def _matrix(self, unit: Unit) -> tuple[tuple[int, ...], ...]:
        return self.instance.travel.air if unit.mode == "air" else self.instance.travel.road

    def _scene(self, visit: Visit) -> int:
        return self.place[self.instance.transfers[visit.transfer].origin]

    def _busy_min(self, visit: Visit) -> int:
        transfer = self.instance.transfers[visit.transfer]
        return transfer.bedside + visit.loaded_min + transfer.handover

    def _every(self) -> Iterable[Visit]:
        return (visit for visits in self.visits for visit in visits)

    def _served(self, index: int) -> cp_model.IntVar:
        served = self.model.new_bool_var("")
        ways = [visit.done for visit in self._every() if visit.transfer == index]
        self.model.add(sum(ways) == served)
        return served

    def _beds(self) -> None:
        for name, free in self.instance.beds.items():
            row = self.place[name]
            taken = [visit.done for visit in self._every() if visit.hospital == row]
            self.model.add(sum(taken) <= free)

    def _levels(self) -> list[Sum]:
        """All amounts are at least what the times say, and pressed down to it."""
        rules = self.instance.parameters
        unserved: dict[str, list[Sum]] = {"P0": [0], "3h": [0]}
        responses: list[cp_model.IntVar] = []
        broken: list[Sum] = [0]
        late: list[Sum] = [0]
        most = 300_000
        for index, transfer in enumerate(self.instance.transfers):
            unserved[transfer.priority].append(1 - self.served[index])
            waited = self.bedside[index] - transfer.ready
            amount = self.model.new_int_var(0, most, "")
            is_late = self.model.new_bool_var("")
            if transfer.priority == "P0":
                allowed, to_arrival = 0, rules.p0_to == "arrival"
                responses.append(amount)
            else:
                allowed, to_arrival = rules.window, rules.window_to == "arrival"
                late.append(amount)
                broken.append(is_late)
                wait = self.model.new_int_var(0, most, "")
                self.model.add(wait >= waited).only_enforce_if(self.served[index])
                self.cost.append(rules.weights.wait * wait)
            for visit in self._every():
                if visit.transfer != index:
                    continue
                to_end_min = transfer.bedside + visit.loaded_min if to_arrival else 0
                over = waited + to_end_min - allowed
                self.model.add(amount >= over).only_enforce_if(visit.done)
                if transfer.priority == "3h":
                    self.model.add(over <= 0).only_enforce_if(visit.done, ~is_late)
        longest = self.model.new_int_var(0, most, "")
        for each in responses:
            self.model.add(longest >= each)
        levels = [sum(self.unkept), sum(unserved["P0"]), longest, sum(responses)]
        return [*levels, sum(unserved["3h"]), sum(broken), sum(late), sum(self.cost)]


def _last(instance: Instance, unit: Unit) -> int:
    return unit.shift_end + instance.parameters.overtime


def proven_vector(
    instance: Instance, pinned: frozenset[str], *, wall_s: float = 30.0
) -> tuple[int, ...]:
    """Pins not kept, then the seven levels, each proven given the ones before it.

    Fails when a proof takes longer than ``wall_s`` per level.
    """
    coding = SecondCoding(instance, pinned)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = wall_s
    found: list[int] = []
    for level in coding.levels:
        coding.model.minimize(level)
        assert solver.solve(coding.model) == cp_model.OPTIMAL
        found.append(round(solver.objective_value))
        coding.model.add(level <= found[-1])
        coding.model.clear_hints()
        for index in range(len(coding.model.proto.variables)):
            variable = coding.model.get_int_var_from_proto_index(index)
            coding.model.add_hint(variable, solver.value(variable))
    return tuple(found)
