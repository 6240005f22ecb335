"""Which unit takes which transfer to which hospital: the best plan, level by level, and proof.

Exact wherever the limits allow. Priority 0 is settled first on its own transfers, since by the
triangle inequality no 3 h trip makes a unit earlier; a matrix without it costs only time.
"""

from typing import Literal

import msgspec

from dispatch.kernel import Refused
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.objective import objective
from dispatch.routing.problem.parameters import LEVELS, Vector
from dispatch.routing.problem.plan import Plan
from dispatch.routing.problem.proof import LevelProof
from dispatch.routing.problem.unserved import Unserved, why_unserved
from dispatch.routing.search.greedy import greedy

Method = Literal["exact", "restricted", "greedy"]


class LevelResult(msgspec.Struct, frozen=True):
    """One level's value, a bound given the earlier levels' values, and whether it is proven.

    ``proven`` means that no plan is better at this level without being worse at an earlier
    one, and so never follows a level that is not proven.
    """

    name: str
    value: int
    bound: int
    proven: bool


class Solution(msgspec.Struct, frozen=True):
    """The plan proposed and how good it is known to be.

    ``fallback_reason`` says why the method is ``greedy``; ``unkept_pins`` are pinned units that
    could not make the trip they were given. ``proofs`` are what the bounds rest on.
    """

    plan: Plan
    vector: Vector
    levels: tuple[LevelResult, ...]
    method: Method
    unserved: tuple[Unserved, ...] = ()
    fallback_reason: str | None = None
    unkept_pins: tuple[str, ...] = ()
    proofs: tuple[LevelProof, ...] = ()


def assign_units(
    instance: Instance, *, limits: SolveLimits, pinned: frozenset[str] = frozenset()
) -> Solution:
    """The best plan that the limits allow, never an empty answer.

    The units in ``pinned`` make the transfer they are assigned to first, before anything else
    counts. Raises ``Refused("pin_impossible")`` for a pinned unit that is not in the instance
    or was given no transfer.
    """
    _require_assigned(instance, pinned)
    if limits.wall_s <= 0:
        return _quick(instance, pinned)
    # The compiled search takes most of a second to load, which only who plans should wait for.
    from dispatch.routing.exact.rounds import solved  # noqa: PLC0415

    outcome = solved(instance, pinned, limits)
    vector = objective(instance, outcome.plan)
    levels = _levels(vector, outcome.bounds)
    method: Method = "exact" if all(level.proven for level in levels) else "restricted"
    solution = _solution(instance, pinned, outcome.plan, levels, method)
    return msgspec.structs.replace(solution, proofs=outcome.proofs)


def _require_assigned(instance: Instance, pinned: frozenset[str]) -> None:
    given = {unit.id for unit in instance.units if unit.assigned_to is not None}
    for unit_id in sorted(pinned - given):
        raise Refused("pin_impossible", field="pinned", unit=unit_id)


def _quick(instance: Instance, pinned: frozenset[str]) -> Solution:
    """The greedy plan, which claims nothing."""
    plan = greedy(instance, pinned=pinned)
    vector = objective(instance, plan)
    levels = tuple(
        LevelResult(name, value, 0, proven=False)
        for name, value in zip(LEVELS, vector, strict=True)
    )
    solution = _solution(instance, pinned, plan, levels, "greedy")
    return msgspec.structs.replace(solution, fallback_reason="no_time")


def _solution(
    instance: Instance,
    pinned: frozenset[str],
    plan: Plan,
    levels: tuple[LevelResult, ...],
    method: Method,
) -> Solution:
    first = {unit: trips[0].transfer for unit, trips in plan.routes}
    unkept = tuple(
        unit.id
        for unit in instance.units
        if unit.id in pinned and first.get(unit.id) != unit.assigned_to
    )
    v = [level.value for level in levels]
    return Solution(
        plan=plan,
        vector=(v[0], v[1], v[2], v[3], v[4], v[5], v[6]),
        levels=levels,
        method=method,
        unserved=why_unserved(instance, plan),
        unkept_pins=unkept,
    )


def _levels(vector: Vector, bounds: tuple[int, ...]) -> tuple[LevelResult, ...]:
    """A level is proven where its bound meets its value and every earlier one does."""
    proven, levels = True, []
    for name, value, bound in zip(LEVELS, vector, bounds, strict=True):
        proven = proven and bound >= value
        levels.append(LevelResult(name, value, min(bound, value), proven))
    return tuple(levels)
