"""An independent judge of bounds: shares no line with the solver.

For the prices of a proof it looks up, minute by minute, the cheapest that any route of a unit
can be, and adds up what no plan can be below. Pins are not judged.
"""

import math
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from dispatch.routing.problem.instance import Instance, Transfer, Unit
from dispatch.routing.problem.parameters import Level, Parameters, Vector
from dispatch.routing.problem.proof import LevelProof, Triple

_ROUNDING = 1e-4


class _Option(msgspec.Struct, frozen=True):
    """One transfer to one of its hospitals, as rows of the matrix, with what it costs."""

    transfer: Transfer
    sender: int
    receiver: int
    loaded_min: int
    fixed: float


class CheckedProof(msgspec.Struct, frozen=True):
    """What the judge found at one level: the bound claimed, and the one the prices give.

    ``fits`` is False where the proof is one for plans that reach something else.
    """

    level: int
    claimed: int
    verified: int
    fits: bool

    @property
    def holds(self) -> bool:
        """Whether the level is bounded as claimed."""
        return self.fits and self.verified >= self.claimed


def check_proof(instance: Instance, vector: Vector, proof: LevelProof, /) -> CheckedProof:
    """Judges a proof beside the vector of the plan it was made for.

    The longest response is bounded by what would be unserved were every response shorter.
    """
    verified = verified_bound(instance, proof)
    held = all(vector[level] == value for level, value in proof.held.items())
    late = proof.longest_late is None or proof.longest_late >= vector[Level.TOTAL_LATENESS]
    if proof.level == Level.MAX_P0_RESPONSE:
        longest = -1 if proof.longest_p0 is None else proof.longest_p0
        at_least = longest + 1 if verified > vector[Level.UNSERVED_P0] and not proof.held else 0
        fits = proof.stage_level == Level.UNSERVED_P0 and late
        return CheckedProof(
            proof.level, min(longest + 1, vector[Level.MAX_P0_RESPONSE]), at_least, fits
        )
    longest_fits = proof.longest_p0 is None or proof.longest_p0 >= vector[Level.MAX_P0_RESPONSE]
    needed = {level for level in Level if level < proof.level} - {Level.MAX_P0_RESPONSE}
    fits = held and late and longest_fits and set(proof.held) <= needed
    fits = fits and proof.stage_level == proof.level
    return CheckedProof(proof.level, proof.bound, verified, fits)


def verified_bound(instance: Instance, proof: LevelProof, /) -> int:
    """The bound that the prices of the proof really give; no less where the proof is sound."""
    if not _is_sound(instance, proof):
        return 0
    total = sum(_paid(proof, each) for each in instance.transfers)
    total += sum(proof.beds.get(name, 0.0) * free for name, free in instance.beds.items())
    total += sum(each.paid for each in proof.triples)
    for level, value in proof.held.items():
        total -= _due(proof, level) * value
    given = sum(unit.assigned_to is not None for unit in instance.units)
    total += proof.charges[6] * instance.parameters.weights.switch * given
    place = {name: row for row, name in enumerate(instance.locations)}
    alike: dict[tuple[str, str, int], _Crews] = {}
    for unit in instance.units:
        key = (unit.type, unit.mode, unit.shift_end)
        crews = alike.setdefault(key, _Crews(instance, proof, unit))
        total += _cheapest(crews, unit, place[unit.location])
    return math.ceil(total - _ROUNDING)


def _is_sound(instance: Instance, proof: LevelProof) -> bool:
    """No bed too many and no level too high may pay; who is left out must not matter."""
    left_out = [each for each in instance.transfers if each.id not in proof.transfers]
    return (
        all(price <= 0 for price in proof.beds.values())
        and all(each.paid <= 0 and _are_three(each) for each in proof.triples)
        and all(_due(proof, level) >= -_ROUNDING for level in proof.held)
        and all(each.priority == "3h" for each in left_out)
        and (
            not left_out
            or (proof.stage_level < Level.UNSERVED_3H and _no_shortcut(instance, left_out))
        )
    )


def _no_shortcut(instance: Instance, left_out: list[Transfer]) -> bool:
    """Whether none of these trips brings a unit sooner to a patient than driving there."""
    place = {name: row for row, name in enumerate(instance.locations)}
    starts = {place[unit.location] for unit in instance.units}
    starts |= {place[o.hospital] for each in instance.transfers for o in each.destinations}
    ends = {place[each.origin] for each in instance.transfers}
    detours = {(place[t.origin], place[o.hospital]) for t in left_out for o in t.destinations}
    return all(
        matrix[start][here] + matrix[here][there] + matrix[there][end] >= matrix[start][end]
        for matrix in (instance.travel.road, instance.travel.air)
        for start in starts
        for here, there in detours
        for end in ends
    )


def _due(proof: LevelProof, level: int) -> float:
    """What one more of a level held costs."""
    return proof.charges[level] - (level == proof.stage_level)


def _paid(proof: LevelProof, transfer: Transfer) -> float:
    """The transfer's price, or what leaving it undone costs where that is less."""
    if transfer.id not in proof.transfers:
        return 0.0
    level = Level.UNSERVED_P0 if transfer.priority == "P0" else Level.UNSERVED_3H
    undone = float(level == proof.stage_level)
    undone += _due(proof, level) if level in proof.held else 0.0
    return min(proof.transfers[transfer.id], undone)


class _Way(NamedTuple):
    """One way on from a place and minute: what it costs with the least that can follow, what
    it costs alone, and where and when it leaves the unit.
    """

    hoped: float
    cost: float
    transfer: str
    here: int
    free_at: int


class _Crews:
    """Units that can make the same routes once free: what going on costs, looked up once."""

    def __init__(self, instance: Instance, proof: LevelProof, unit: Unit) -> None:
        self.rules = instance.parameters
        self.proof = proof
        self.matrix = instance.travel.air if unit.mode == "air" else instance.travel.road
        self.end_at = unit.shift_end + instance.parameters.overtime
        self.options = tuple(_options(instance, proof, unit))
        self.known: dict[tuple[int, int], float] = {}

    def onward(self, here: int, free_at: int) -> float:
        """The least that going on from there can cost, were transfers to repeat; 0 to stop."""
        if (here, free_at) not in self.known:
            found = (way.hoped for way in self.ways(here, free_at))
            self.known[here, free_at] = min(0.0, min(found, default=0.0))
        return self.known[here, free_at]

    def ways(self, here: int, free_at: int) -> Iterator[_Way]:
        """Every trip that can come next and ends before the shift does."""
        per_min = self.proof.charges[6] * self.rules.weights.drive
        for option in self.options:
            away = self.matrix[here][option.sender]
            at = max(option.transfer.ready, free_at + away)
            arrival_at = at + option.transfer.bedside + option.loaded_min
            freed_at = arrival_at + option.transfer.handover
            if freed_at <= self.end_at:
                response = _response(self.rules, self.proof, option.transfer, (at, arrival_at))
                cost = option.fixed + per_min * away + response
                hoped = cost + self.onward(option.receiver, freed_at)
                yield _Way(hoped, cost, option.transfer.id, option.receiver, freed_at)


def _cheapest(crews: _Crews, unit: Unit, here: int) -> float:
    """No route of the unit costs less, an empty one nothing; every hopeful one is tried."""
    charge, weights = crews.proof.charges[6], crews.rules.weights
    start = charge * weights.coverage * unit.coverage_cost
    saved = charge * weights.switch
    least = 0.0
    waiting: list[tuple[float, int, int, tuple[str, ...]]] = [(start, here, unit.free_at, ())]
    while waiting:
        cost, place, free_at, done = waiting.pop()
        for way in crews.ways(place, free_at):
            bonus = saved * (not done and way.transfer == unit.assigned_to)
            if way.transfer in done:
                continue
            bonus -= _as_second(crews.proof, unit, done, way.transfer)
            if cost + way.hoped - bonus < least - _ROUNDING:
                total = cost + way.cost - bonus
                least = min(least, total)
                waiting.append((total, way.here, way.free_at, (*done, way.transfer)))
    return least


def _are_three(triple: Triple) -> bool:
    named = (len(triple.transfers), len(triple.units))
    return sum(named) == 3 and named == (len(set(triple.transfers)), len(set(triple.units)))


def _as_second(proof: LevelProof, unit: Unit, done: tuple[str, ...], transfer: str) -> float:
    """What the transfer costs more where it is the second that the route has of a triple."""
    return -sum(
        each.paid
        for each in proof.triples
        if transfer in each.transfers
        and (unit.id in each.units) + sum(name in done for name in each.transfers) == 1
    )


def _options(instance: Instance, proof: LevelProof, unit: Unit) -> Iterator[_Option]:
    place = {name: row for row, name in enumerate(instance.locations)}
    matrix = instance.travel.air if unit.mode == "air" else instance.travel.road
    rules = instance.parameters
    for transfer in instance.transfers:
        if unit.type not in transfer.unit_types or transfer.id not in proof.transfers:
            continue
        for each in transfer.destinations:
            sender, receiver = place[transfer.origin], place[each.hospital]
            loaded_min = matrix[sender][receiver]
            cost = rules.weights.destination * each.penalty
            cost += rules.weights.drive * loaded_min * (rules.drive_counts == "all")
            fixed = proof.charges[6] * cost - proof.transfers[transfer.id]
            fixed -= proof.beds.get(each.hospital, 0.0)
            yield _Option(transfer, sender, receiver, loaded_min, fixed)


def _response(
    rules: Parameters, proof: LevelProof, transfer: Transfer, times_at: tuple[int, int]
) -> float:
    """What the response costs; no finite amount where the proof rules the trip out."""
    bedside_at, arrival_at = times_at
    is_shock = transfer.priority == "P0"
    ends = rules.p0_to if is_shock else rules.window_to
    response = (arrival_at if ends == "arrival" else bedside_at) - transfer.ready
    if is_shock:
        barred = proof.longest_p0 is not None and response > proof.longest_p0
        return math.inf if barred else proof.charges[2] * response
    late = max(0, response - rules.window)
    if proof.longest_late is not None and late > proof.longest_late:
        return math.inf
    cost = proof.charges[6] * rules.weights.wait * (bedside_at - transfer.ready)
    return cost + proof.charges[4] * (late > 0) + proof.charges[5] * late
