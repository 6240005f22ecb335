"""The vector of a plan: seven whole numbers, the most important first (decision 15)."""

from collections.abc import Iterable, Sequence

from dispatch.routing.problem.instance import Instance, Unit
from dispatch.routing.problem.parameters import Parameters, Vector
from dispatch.routing.problem.plan import Plan
from dispatch.routing.problem.schedule import Leg, schedule


def objective(instance: Instance, plan: Plan, /) -> Vector:
    """The plan's vector, of the earliest schedule. The plan's names must be known."""
    return vector_of(instance, schedule(instance, plan))


def vector_of(instance: Instance, legs: Sequence[Leg], /) -> Vector:
    """The vector of trips already in time."""
    rules = instance.parameters
    responses = [response_min(rules, leg) for leg in legs if leg.transfer.priority == "P0"]
    excesses = [excess_min(rules, leg) for leg in legs if leg.transfer.priority == "3h"]
    shocks = sum(transfer.priority == "P0" for transfer in instance.transfers)
    return (
        shocks - len(responses),
        max(responses, default=0),
        sum(responses),
        len(instance.transfers) - shocks - len(excesses),
        sum(excess > 0 for excess in excesses),
        sum(max(0, excess) for excess in excesses),
        cost_of(rules, instance.units, legs),
    )


def amounts_of(rules: Parameters, unit: Unit, legs: Sequence[Leg]) -> Vector:
    """What one unit's trips add to each level; to the longest response their own longest.

    The cost is what they add to the plan in which nobody moves: keeping a crew on the transfer
    it was given takes the price of switching back. What is unserved is left to who counts.
    """
    shocks = [response_min(rules, leg) for leg in legs if leg.transfer.priority == "P0"]
    lates = [max(0, excess_min(rules, leg)) for leg in legs if leg.transfer.priority == "3h"]
    idle_cost = rules.weights.switch * (unit.assigned_to is not None)
    return (
        0,
        max(shocks, default=0),
        sum(shocks),
        0,
        sum(late > 0 for late in lates),
        sum(lates),
        cost_of(rules, [unit], legs) - idle_cost,
    )


def response_min(rules: Parameters, leg: Leg, /) -> int:
    """Minutes from agreement to where the response to a priority 0 ends."""
    end_at = leg.arrival_at if rules.p0_to == "arrival" else leg.bedside_at
    return end_at - leg.transfer.ready


def excess_min(rules: Parameters, leg: Leg, /) -> int:
    """Minutes past the window of a 3 h transfer; negative or 0 is in time."""
    end_at = leg.arrival_at if rules.window_to == "arrival" else leg.bedside_at
    return end_at - leg.transfer.ready - rules.window


def cost_of(rules: Parameters, units: Iterable[Unit], legs: Iterable[Leg]) -> int:
    """The weighted cost of the trips, and of the crews that are switched or stood down."""
    weights = rules.weights
    first = {leg.unit.id: leg.transfer.id for leg in legs if leg.first}
    cost = 0
    for unit in units:
        cost += weights.coverage * unit.coverage_cost * (unit.id in first)
        switched = unit.assigned_to is not None and first.get(unit.id) != unit.assigned_to
        cost += weights.switch * switched
    return cost + sum(_cost_of_leg(rules, leg) for leg in legs)


def _cost_of_leg(rules: Parameters, leg: Leg, /) -> int:
    weights = rules.weights
    drive_min = leg.empty_drive_min
    if rules.drive_counts == "all":
        drive_min += leg.loaded_drive_min
    cost = weights.drive * drive_min + weights.destination * leg.choice.penalty
    if leg.transfer.priority == "3h":
        cost += weights.wait * (leg.bedside_at - leg.transfer.ready)
    return cost
