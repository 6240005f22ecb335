"""A primal simplex for a program that grows by columns, each at least 0. Compiled.

Every row has a column of its own that starts in the basis, so ``rhs`` not negative is all that
a start needs. Ties are broken by a slight, fixed perturbation of ``rhs``; prices do not depend
on it, and no proof rests on this file: any prices give a bound.
"""

from typing import NamedTuple

import numpy as np

from dispatch.routing.problem.compiled import compiled
from dispatch.routing.problem.routes import Flags, Floats, Ints

_TINY, _SLACK = 1e-7, 1e-9
_CHEAPER = 1e-7
_FRESH = 64
_LEAST_HELD = 1e-7
_DRIFT = 1e-7


class Table(NamedTuple):
    """Columns (entries of ``j`` are ``start[j]`` to ``start[j + 1]``), rows, and the basis.

    ``inverse`` is that of the basis matrix; ``shaken`` is ``rhs`` perturbed. A column that is
    not ``allowed`` never enters the basis.
    """

    start: Ints
    row: Ints
    value: Floats
    cost: Floats
    allowed: Flags
    shaken: Floats
    basis: Ints
    inverse: Floats


@compiled
def prices_of(table: Table) -> Floats:
    """What one unit more of each row's right-hand side adds to the least cost."""
    prices = np.zeros(len(table.basis))
    for place in range(len(prices)):
        cost = table.cost[table.basis[place]]
        if cost != 0:
            prices += cost * table.inverse[place]
    return prices


@compiled
def basic_values(table: Table, rhs: Floats) -> Floats:
    """The value of each basic column."""
    values = np.zeros(len(rhs))
    for place in range(len(rhs)):
        values[place] = (table.inverse[place] * rhs).sum()
    return values


@compiled
def improve(table: Table, columns: int, most: int) -> tuple[int, bool]:
    """Pivots until no column is cheaper, at most ``most`` times: pivots made, whether done."""
    prices, held = prices_of(table), _lifted(table)
    for step in range(most):
        if step % _FRESH == _FRESH - 1:
            if _drift(table, held) > _DRIFT and not invert(table):
                return step, False
            prices, held = prices_of(table), _lifted(table)
        entering, gain = _entering(table, columns, prices)
        if entering < 0:
            return step, True
        change = _change(table, entering)
        leaving = _leaving(held, change)
        if leaving < 0:
            return step, False
        _pivot(table, held, change, (entering, leaving))
        prices += gain * table.inverse[leaving]
    return most, False


@compiled
def _lifted(table: Table) -> Floats:
    """The value of each basic column, after a slight rise of those at zero or below.

    Without it a pivot could go backwards, and a walk through ties go round for ever.
    """
    held = basic_values(table, table.shaken)
    for place in range(len(held)):
        lift = _LEAST_HELD * (1.0 + (place * 0.618034) % 1.0) - held[place]
        if lift > 0:
            column = table.basis[place]
            for entry in range(table.start[column], table.start[column + 1]):
                table.shaken[table.row[entry]] += lift * table.value[entry]
            held[place] += lift
    return held


@compiled
def _entering(table: Table, columns: int, prices: Floats) -> tuple[int, float]:
    """The column that costs the most less than its prices, if any."""
    chosen, least = -1, -_CHEAPER
    for column in range(columns):
        if not table.allowed[column]:
            continue
        cost = table.cost[column]
        for entry in range(table.start[column], table.start[column + 1]):
            cost -= prices[table.row[entry]] * table.value[entry]
        if cost < least:
            chosen, least = column, cost
    return chosen, least


@compiled
def _change(table: Table, column: int) -> Floats:
    """What one unit of the column takes from each basic one."""
    change = np.zeros(len(table.basis))
    for entry in range(table.start[column], table.start[column + 1]):
        row, value = table.row[entry], table.value[entry]
        for place in range(len(change)):
            change[place] += value * table.inverse[place, row]
    return change


@compiled
def _leaving(held: Floats, change: Floats) -> int:
    """The basic column that is first used up; of near ties the one that pivots best."""
    reach = np.inf
    for place in range(len(change)):
        if change[place] > _TINY:
            reach = min(reach, (max(held[place], 0.0) + _SLACK) / change[place])
    leaving, widest = -1, 0.0
    for place in range(len(change)):
        if (
            change[place] > max(_TINY, widest)
            and max(held[place], 0.0) <= reach * change[place]
        ):
            leaving, widest = place, change[place]
    return leaving


@compiled
def _pivot(table: Table, held: Floats, change: Floats, pair: tuple[int, int]) -> None:
    entering, leaving = pair
    inverse = table.inverse
    inverse[leaving] /= change[leaving]
    amount = held[leaving] / change[leaving]
    for place in range(len(change)):
        if place != leaving and change[place] != 0:
            inverse[place] -= change[place] * inverse[leaving]
            held[place] -= change[place] * amount
    held[leaving] = amount
    table.basis[leaving] = entering


@compiled
def _drift(table: Table, held: Floats) -> float:
    """How far the basic columns are from filling the rows."""
    filled = table.shaken.copy()
    for place in range(len(held)):
        column = table.basis[place]
        for entry in range(table.start[column], table.start[column + 1]):
            filled[table.row[entry]] -= table.value[entry] * held[place]
    return np.abs(filled).max() if len(filled) else 0.0


@compiled
def invert(table: Table) -> bool:
    """The inverse anew: rows' own columns first, then each other where it pivots best.

    False when the basis is not one; the inverse is then of no use.
    """
    rows = len(table.basis)
    basis, free = table.basis.copy(), np.ones(rows)
    table.inverse[:] = 0.0
    for place in range(rows):
        table.inverse[place, place] = 1.0
    held = np.zeros(rows)
    for column in basis[basis < rows]:
        if not _pivot_in(table, held, free, (column, column)):
            return False
    for column in basis[basis >= rows]:
        place = int(np.argmax(np.abs(_change(table, column)) * free))
        if not _pivot_in(table, held, free, (column, place)):
            return False
    return True


@compiled
def _pivot_in(table: Table, held: Floats, free: Floats, pair: tuple[int, int]) -> bool:
    """The column in that place, if it is free and the column reaches it."""
    change = _change(table, pair[0])
    if abs(change[pair[1]]) * free[pair[1]] < _TINY:
        return False
    _pivot(table, held, change, pair)
    free[pair[1]] = 0.0
    return True
