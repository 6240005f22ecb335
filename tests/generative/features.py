"""What really happens in a solved instance, so that no comparison is empty by accident.

A limit *binds* when the optimum without it is better.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from dispatch.routing.assign_units import Solution, assign_units
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.schedule import Leg, schedule

LIMITS = SolveLimits(wall_s=20.0)
LONG_MIN = 900

FEATURES = frozenset(
    {
        "a bed binds",
        "a shift binds",
        "a pin binds",
        "a pin is not kept",
        "a window breaks",
        "a crew is switched",
        "a crew is stood down",
        "a crew goes on",
        "an alternative hospital is chosen",
        "a penalty is paid",
        "a P0 is unserved",
        "a 3h is unserved",
        "several trips by one unit",
        "a helicopter flies",
        "a unit waits for an agreement",
        "a busy unit is used",
        "overtime is worked",
        "P0 to the bedside",
        "P0 to the arrival",
        "3h to the bedside",
        "3h to the arrival",
        "empty drives count",
        "all drives count",
        "coverage is paid",
        "nothing goes wrong",
    }
)


def features(instance: Instance, pinned: frozenset[str], solution: Solution) -> set[str]:
    """Those of ``FEATURES`` that the solved instance shows."""
    legs = schedule(instance, solution.plan)
    shown = {*_of_the_crews(instance, pinned, legs), *_of_the_trips(instance, legs)}
    vector = solution.vector
    shown |= {"a P0 is unserved"} if vector[0] else set()
    shown |= {"a 3h is unserved"} if vector[3] else set()
    shown |= {"a window breaks"} if vector[4] else set()
    shown |= {"nothing goes wrong"} if vector[0] + vector[3] + vector[4] == 0 else set()
    shown |= {"a pin is not kept"} if solution.unkept_pins else set()
    return shown | {*_what_binds(instance, pinned, solution)}


def _what_binds(
    instance: Instance, pinned: frozenset[str], solution: Solution
) -> Iterator[str]:
    found = (len(solution.unkept_pins), *solution.vector)
    longer = tuple(
        replace(unit, shift_end=max(LONG_MIN, unit.shift_end)) for unit in instance.units
    )
    for name, eased in (
        ("a bed binds", replace(instance, beds={})),
        ("a shift binds", replace(instance, units=longer)),
    ):
        better = assign_units(eased, limits=LIMITS, pinned=pinned)
        if (len(better.unkept_pins), *better.vector) < found:
            yield name
    if pinned and assign_units(instance, limits=LIMITS).vector < solution.vector:
        yield "a pin binds"


def _of_the_crews(
    instance: Instance, pinned: frozenset[str], legs: tuple[Leg, ...]
) -> Iterator[str]:
    first = {leg.unit.id: leg.transfer.id for leg in legs if leg.first}
    for unit in instance.units:
        if unit.assigned_to is None or unit.id in pinned:
            continue
        if unit.id not in first:
            yield "a crew is stood down"
        elif first[unit.id] == unit.assigned_to:
            yield "a crew goes on"
        else:
            yield "a crew is switched"


def _of_the_trips(instance: Instance, legs: tuple[Leg, ...]) -> Iterator[str]:
    rules = instance.parameters
    yield "all drives count" if rules.drive_counts == "all" else "empty drives count"
    for leg in legs:
        ends = rules.p0_to if leg.transfer.priority == "P0" else rules.window_to
        yield f"{leg.transfer.priority} to the {ends}"
        yield from (name for name, shows in _seen_in(instance, leg).items() if shows)


def _seen_in(instance: Instance, leg: Leg) -> dict[str, bool]:
    weights, set_out_at = instance.parameters.weights, leg.bedside_at - leg.empty_drive_min
    return {
        "several trips by one unit": not leg.first,
        "a helicopter flies": leg.unit.mode == "air",
        "overtime is worked": leg.free_at > leg.unit.shift_end,
        "an alternative hospital is chosen": leg.choice != leg.transfer.destinations[0],
        "a penalty is paid": leg.choice.penalty * weights.destination > 0,
        "a busy unit is used": leg.first and leg.unit.free_at > 3,
        "coverage is paid": leg.first and leg.unit.coverage_cost * weights.coverage > 0,
        "a unit waits for an agreement": leg.first and set_out_at > leg.unit.free_at,
    }
