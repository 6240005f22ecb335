"""Programs handed to OR-Tools as arrays: GLOP where shares may be parts, SCIP where not."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from ortools.linear_solver.python import model_builder_helper
from scipy.sparse import csc_matrix, vstack

from dispatch.routing.exact.columns import Columns
from dispatch.routing.problem.routes import Flags, Floats

_STATUS = model_builder_helper.SolveStatus


class Program(NamedTuple):
    """The least ``cost``, each row adding up to its side; columns not ``allowed`` are 0."""

    columns: Columns
    cost: Floats
    allowed: Flags
    sides: Floats


class Relaxed(NamedTuple):
    """What one more of each row's side costs, and how much of each column is taken."""

    prices: Floats
    values: Floats


class Whole(NamedTuple):
    """How much of each column is taken (None: nothing found), and whether that is final."""

    values: Floats | None
    final: bool


def relax(program: Program, wall_s: float) -> Relaxed | None:
    """The relaxation's least; None when there was no time."""
    model = _filled(program, None)
    solver = model_builder_helper.ModelSolverHelper("glop")
    solver.set_solver_specific_parameters("use_dual_simplex: true")
    solver.set_time_limit_in_seconds(max(0.001, wall_s))
    solver.solve(model)
    assert solver.status() != _STATUS.MODEL_INVALID, solver.status_string()
    if solver.status() != _STATUS.OPTIMAL:
        return None
    return Relaxed(np.array(solver.dual_values()), np.array(solver.variable_values()))


class Ceiling(NamedTuple):
    """A row more: these weights of the columns add up to at most ``most``."""

    weights: Floats
    most: float


class Effort(NamedTuple):
    """Seconds and seed of an integer search, and whether the first answer is good enough."""

    wall_s: float
    seed: int
    first: bool


def choose_whole(program: Program, whole: Flags, *, ceiling: Ceiling, effort: Effort) -> Whole:
    """The least under the ceiling where the columns ``whole`` are 0 or 1.

    One thread and a fixed seed, so that the same program gives the same choice.
    """
    model = _filled(program, ceiling)
    for column in np.flatnonzero(whole).tolist():
        model.set_var_upper_bound(column, 1.0)
        model.set_var_integrality(column, is_integer=True)
    solver = model_builder_helper.ModelSolverHelper("scip")
    settings = [f"randomization/randomseedshift = {effort.seed}"]
    settings += ["limits/solutions = 1"] if effort.first else []
    solver.set_solver_specific_parameters("\n".join(settings))
    solver.set_time_limit_in_seconds(max(0.001, effort.wall_s))
    solver.solve(model)
    status = solver.status()
    assert status != _STATUS.MODEL_INVALID, solver.status_string()
    if status in {_STATUS.OPTIMAL, _STATUS.FEASIBLE}:
        return Whole(np.array(solver.variable_values()), status == _STATUS.OPTIMAL)
    return Whole(None, status == _STATUS.INFEASIBLE)


def _filled(
    program: Program, ceiling: Ceiling | None
) -> "model_builder_helper.ModelBuilderHelper":
    columns, sides = program.columns, program.sides
    shape = (len(sides), len(program.cost))
    matrix = csc_matrix((columns.value, columns.row, columns.start), shape=shape)
    matrix.sum_duplicates()  # a route may take two beds of one hospital
    least, most = sides, sides
    if ceiling is not None:
        matrix = vstack([matrix, csc_matrix(ceiling.weights[None, :])])
        least, most = np.append(sides, -np.inf), np.append(sides, ceiling.most)
    model = model_builder_helper.ModelBuilderHelper()
    upper = np.where(program.allowed, np.inf, 0.0)
    fill: Callable[..., None] = model.fill_model_from_sparse_data
    fill(np.zeros(shape[1]), upper, program.cost, least, most, matrix.tocsr())
    return model
