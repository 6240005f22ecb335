"""What happens in a simulated month: crews drive, patients are reached, other work goes on.

Discrete events on a heap; the solver takes all the time, so no engine is needed. The truth
lives here; what headquarters knows of it is cut in ``month_board``.
"""

import heapq
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from bench.month_world import Minutes, Month, Patient, Region, instant, noise, nominal_min
from dispatch.assessment.criteria import criterion
from dispatch.assessment.priority import Priority
from dispatch.fleet.shift import shift_end_at
from dispatch.fleet.types import Mode
from dispatch.fleet.unit import Unit
from dispatch.routing.travel.roads import Position
from dispatch.routing.travel.travel_times import Spot
from dispatch.transfer.parts import UnitProposal

TICK_MIN = 2.0
"""How often headquarters plans while somebody waits; live it is each minute at least."""


@dataclass
class Drive:
    """An empty unit on its way; ``starts_min`` may lie ahead."""

    start: Spot
    end: str
    starts_min: float
    expected_min: int
    taken_min: float


@dataclass
class Crew:
    """The truth of one unit. ``since_min``: other work begun before that is not its own."""

    unit: Unit
    place: str
    since_min: float = float("-inf")
    seen: Position | None = None
    patient: str | None = None
    loaded: bool = False
    told_free_min: float = 0.0
    clear_min: float = float("-inf")
    drive: Drive | None = None


@dataclass
class Journey:
    """The truth of one transfer. ``undone`` counts confirmed crews taken off it again."""

    patient: Patient
    crew: str | None = None
    version: int = 0
    undone: int = 0
    empty_min: float = 0.0
    assigned_min: float = 0.0
    expected_bedside_min: float = 0.0
    bedside_min: float | None = None
    closed: bool = False
    proposal: UnitProposal | None = None


Decide = Callable[["Run"], None]


@dataclass
class Run:
    """One month under one policy, as of ``now_min``."""

    where: Region
    month: Month
    crews: dict[str, Crew]
    journeys: dict[str, Journey] = field(default_factory=dict)
    now_min: float = 0.0
    plans: int = 0
    heap: list[tuple[float, int, str, str, int]] = field(default_factory=list)
    pushed: int = 0

    @property
    def travel(self) -> Minutes:
        """The minutes everybody expects."""
        return self.where.travel

    def push(self, minute: float, what: str, name: str, *, version: int = 0) -> None:
        """Something happens then."""
        self.pushed += 1
        heapq.heappush(self.heap, (minute, self.pushed, what, name, version))

    def waiting(self) -> list[Journey]:
        """Agreed and not loaded: priority 0 first, then the longest wait."""
        found = [each for each in self.journeys.values() if each.bedside_min is None]
        return sorted(
            found,
            key=lambda each: (
                each.patient.priority is not Priority.ZERO,
                each.patient.agreed_min,
            ),
        )


def simulate(where: Region, drawn: Month, decide: Decide) -> Run:
    """The whole month; the decider is asked at each agreement and each minute of waiting."""
    crews = {str(unit.unit_id): Crew(unit, unit.base_id) for unit in where.units}
    run = Run(where, drawn, crews)
    ahead = {each.name: each for each in drawn.patients}
    for patient in drawn.patients:
        run.push(patient.agreed_min, "agreed", patient.name)
    next_tick_min = float("-inf")
    while run.heap:
        run.now_min, _, what, name, version = heapq.heappop(run.heap)
        match what:
            case "agreed":
                run.journeys[name] = Journey(ahead[name])
            case "bedside":
                _reach(run, run.journeys[name], version)
            case "handed over":
                _hand_over(run, run.journeys[name])
        if what in {"agreed", "tick"} and run.waiting():
            decide(run)
            if next_tick_min <= run.now_min:
                next_tick_min = run.now_min + TICK_MIN
                run.push(next_tick_min, "tick", "")
    return run


def outing_end(run: Run, crew: Crew) -> float | None:
    """When the other work that the unit does now ends; None when it does none."""
    outings = run.month.outings[str(crew.unit.unit_id)]
    index = bisect_right(outings, (run.now_min, float("inf"))) - 1
    if index < 0:
        return None
    start, end = outings[index]
    return end if start >= crew.since_min and run.now_min < end else None


def is_home(run: Run, crew: Crew) -> bool:
    """Whether an outing of its own has brought the unit home since it was last engaged."""
    outings = run.month.outings[str(crew.unit.unit_id)]
    index = bisect_right(outings, (run.now_min, float("inf"))) - 1
    return index >= 0 and outings[index][0] >= crew.since_min


def settle(run: Run, crew: Crew) -> None:
    """An outing of its own has taken the unit home and out of sight."""
    if crew.patient is None and is_home(run, crew):
        crew.place, crew.seen = crew.unit.base_id, None


def on_shift(run: Run, crew: Crew) -> bool:
    """Whether the unit works now."""
    return shift_end_at(crew.unit, instant(run.now_min)) is not None


def ready_min(run: Run, crew: Crew) -> float:
    """When the unit could set out for somebody new, mobilisation included."""
    now = run.now_min
    if crew.loaded:
        return max(now, crew.told_free_min)
    if crew.drive is not None:
        return max(now, crew.drive.starts_min)
    busy = outing_end(run, crew)
    if busy is not None:
        return busy
    if now < crew.clear_min:
        return crew.clear_min
    air = crew.unit.mode is Mode.AIR
    return now + criterion("mobilisation_air_min" if air else "mobilisation_road_min")


def spot_now(run: Run, crew: Crew) -> Spot:
    """Where the unit is, or will be when it is free."""
    settle(run, crew)
    drive = crew.drive
    if crew.loaded or drive is None or run.now_min <= drive.starts_min:
        return crew.seen or crew.place
    share = min(1.0, (run.now_min - drive.starts_min) / max(drive.taken_min, 1e-9))
    return _along(run, crew, drive, share)


def _along(run: Run, crew: Crew, drive: Drive, share: float) -> Position:
    travel = run.travel
    first, last = travel.position(drive.start), travel.position(drive.end)
    if crew.unit.mode is Mode.AIR or first == last:
        return _between(first, last, share)
    way = travel.real.free.path(drive.start, drive.end)
    minute = share * way[-1].minute
    for here, there in pairwise(way):
        if minute <= there.minute:
            part = (minute - here.minute) / max(there.minute - here.minute, 1e-9)
            return _between((here.lat, here.lon), (there.lat, there.lon), part)
    return last


def _between(first: Position, last: Position, share: float) -> Position:
    return (
        first[0] + share * (last[0] - first[0]),
        first[1] + share * (last[1] - first[1]),
    )


def expected_drive_min(run: Run, crew: Crew, spot: Spot, journey: Journey) -> int:
    """Minutes of the empty drive, as everybody expects them."""
    lights = journey.patient.priority is Priority.ZERO
    end = str(journey.patient.referring)
    return nominal_min(run.travel, crew.unit.mode, spot, end, lights=lights)


def assign(run: Run, journey: Journey, crew: Crew) -> None:
    """The dispatcher confirms: whoever had the patient, or the unit, loses it."""
    starts_min, spot = ready_min(run, crew), spot_now(run, crew)
    if journey.crew is not None:
        release(run, journey)
    if crew.patient is not None:
        release(run, run.journeys[crew.patient])
    minutes = expected_drive_min(run, crew, spot, journey)
    name, unit = journey.patient.name, str(crew.unit.unit_id)
    taken_min = minutes * noise(run.month.seed, name, unit)
    crew.drive = Drive(spot, str(journey.patient.referring), starts_min, minutes, taken_min)
    crew.patient, journey.crew = name, unit
    journey.version += 1
    journey.assigned_min = run.now_min
    journey.expected_bedside_min = starts_min + minutes
    run.push(starts_min + taken_min, "bedside", name, version=journey.version)


def release(run: Run, journey: Journey) -> None:
    """The crew is taken off before it is there: it stays where it is, or ends its outing."""
    assert journey.crew is not None
    crew = run.crews[journey.crew]
    drive, now = crew.drive, run.now_min
    assert drive is not None
    if now > drive.starts_min:
        spot = spot_now(run, crew)
        assert not isinstance(spot, str)
        journey.empty_min += now - drive.starts_min
        crew.seen, crew.since_min = spot, now
    elif outing_end(run, crew) is None and now >= crew.clear_min:
        crew.since_min = now
    crew.drive = crew.patient = None
    journey.crew = journey.proposal = None
    journey.version += 1
    journey.undone += 1


def _reach(run: Run, journey: Journey, version: int) -> None:
    """The bedside: from now on nothing changes for this crew until the handover."""
    if version != journey.version or journey.crew is None:
        return
    crew, patient = run.crews[journey.crew], journey.patient
    assert crew.drive is not None
    journey.bedside_min = run.now_min
    journey.empty_min += crew.drive.taken_min
    is_zero = patient.priority is Priority.ZERO
    loaded_min = nominal_min(
        run.travel, crew.unit.mode, patient.referring, patient.receiving, lights=False
    )
    parts = (
        criterion("bedside_p0_min" if is_zero else "bedside_3h_min"),
        loaded_min,
        criterion("handover_min"),
    )
    taken = sum(
        part * noise(run.month.seed, patient.name, step) for step, part in enumerate(parts)
    )
    crew.loaded, crew.drive, crew.seen = True, None, None
    crew.place = str(patient.receiving)
    crew.told_free_min = run.now_min + sum(parts)
    run.push(run.now_min + taken, "handed over", patient.name)


def _hand_over(run: Run, journey: Journey) -> None:
    assert journey.crew is not None
    crew = run.crews[journey.crew]
    crew.loaded, crew.patient = False, None
    crew.clear_min = crew.since_min = run.now_min + criterion("cleaning_min")
    journey.closed = True


def open_journeys(run: Run) -> Iterator[Journey]:
    """Not handed over yet."""
    return (each for each in run.journeys.values() if not each.closed)
