"""A plan as somebody states it: who goes where, and what is claimed of it.

Knows nothing of the solver, so that ``check_plan`` can judge what the solver printed.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from dispatch.kernel import Refused
from dispatch.routing.problem.parameters import LEVELS, Vector
from dispatch.routing.problem.proof import LevelProof

LevelName = Literal[
    "unserved_p0",
    "max_p0_response",
    "sum_p0_response",
    "unserved_3h",
    "broken_windows",
    "total_lateness",
    "cost",
]
Trips = dict[str, tuple[tuple[str, str], ...]]


class StatedPlan(msgspec.Struct, frozen=True):
    """The trips of each unit; its vector, proven levels, bounds, and what the bounds rest on,
    where they are claimed.
    """

    plan: Trips
    vector: Vector | None = None
    proved: tuple[LevelName, ...] = ()
    bounds: dict[LevelName, int] = {}
    proofs: tuple[LevelProof, ...] = ()


class Contradiction(msgspec.Struct, frozen=True):
    """A claim that the plan does not bear out.

    ``code`` is ``vector_differs``, ``bound_above_value`` or ``proof_without_bound``;
    ``stated`` is the claim and ``found`` what holds, at the ``level``.
    """

    code: str
    level: str
    stated: int
    found: int


def parse_stated_plan(text: str | bytes, /) -> StatedPlan:
    """The plan of a file: what ``csi plan`` prints, or only the trips of each unit.

    An instance with a known answer counts too: its ``optimum`` or ``best_known`` is read.
    Raises ``Refused("plan_invalid")`` with the ``problem`` and what is ``allowed``.
    """
    try:
        outer = msgspec.json.decode(text, type=dict[str, msgspec.Raw])
        known = outer.get("optimum") or outer.get("best_known")
        if known is not None:
            return msgspec.json.decode(known, type=StatedPlan)
        if bytes(outer.get("plan", b"")).lstrip().startswith(b"{"):
            return msgspec.json.decode(text, type=StatedPlan)
        return StatedPlan(msgspec.json.decode(text, type=Trips))
    except RecursionError:
        problem = "nested too deep"
    except (msgspec.DecodeError, UnicodeError) as wrong:
        problem = str(wrong)
    raise Refused(
        "plan_invalid",
        field="plan",
        problem=problem,
        allowed='{"unit": [["transfer", "hospital"]]}',
    )


def contradictions(stated: StatedPlan, vector: Vector, /) -> tuple[Contradiction, ...]:
    """What is claimed and does not hold, by the vector that an independent judge found."""
    return tuple(_contradictions(stated, vector))


def _contradictions(stated: StatedPlan, vector: Vector) -> Iterator[Contradiction]:
    for name, claimed, found in zip(LEVELS, stated.vector or vector, vector, strict=True):
        if claimed != found:
            yield Contradiction("vector_differs", name, claimed, found)
    found_at = dict(zip(LEVELS, vector, strict=True))
    for name, bound in stated.bounds.items():
        if bound > found_at[name]:
            yield Contradiction("bound_above_value", name, bound, found_at[name])
    for name in stated.proved:
        bound = stated.bounds.get(name, found_at[name])
        if bound < found_at[name]:
            yield Contradiction("proof_without_bound", name, bound, found_at[name])
