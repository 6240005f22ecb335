"""This project's solver, called as the program calls it."""

import time

from bench.question import Answer, Question
from dispatch.routing.assign_units import Solution, assign_units
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.plan import plan_document


def ours(instance: Instance, question: Question, /) -> Answer:
    """The plan, with a bound for every level and whether it is proven."""
    limits = SolveLimits(
        wall_s=question.limit_s,
        seed=question.seed,
        clock=time.perf_counter,
    )
    return answer_of(assign_units(instance, limits=limits))


def answer_of(found: Solution, /) -> Answer:
    """The solution as every method's answer is written."""
    return Answer(
        trips={
            unit: [(transfer, hospital) for transfer, hospital in trips]
            for unit, trips in plan_document(found.plan).items()
        },
        how=found.method,
        bounds=tuple(level.bound for level in found.levels),
        proven=tuple(level.proven for level in found.levels),
    )
