"""The master's rows and columns: what every route, and all that is left undone, takes part in.

Rows, in this order: each transfer is done once, each unit makes one route, beds suffice, levels
keep what they reached, of each triple one route at most has two of three. Every row has a
column of its own: the transfer undone, the unit unused, what is to spare.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from dispatch.routing.problem.parameters import Level
from dispatch.routing.problem.routes import Flags, Floats, Ints, Routes, RouteSpace
from dispatch.routing.problem.stops import stops_of

ROUTE_LEVELS = (
    Level.SUM_P0_RESPONSE,
    Level.BROKEN_WINDOWS,
    Level.TOTAL_LATENESS,
    Level.COST,
)
"""Levels that routes add to."""

UNDONE_LEVELS = (Level.UNSERVED_P0, Level.UNSERVED_3H)
"""Levels that what is left undone adds to."""

ROW_LEVELS = (
    Level.UNSERVED_P0,
    Level.SUM_P0_RESPONSE,
    Level.UNSERVED_3H,
    Level.BROKEN_WINDOWS,
    Level.TOTAL_LATENESS,
)
"""Levels with a row of their own: the longest response bounds each route by itself, and the
last level holds nobody.
"""

_IN_MINUTES = {Level.SUM_P0_RESPONSE, Level.TOTAL_LATENESS}
ROW_SCALES = np.array([0.01 if level in _IN_MINUTES else 1.0 for level in ROW_LEVELS])
"""Rows that count minutes are scaled, so that no row outweighs another in the arithmetic."""

_FAR = 1e6
"""The right-hand side of a level that is not decided yet."""


NO_TRIPLES = np.zeros((0, 3), dtype=np.int64)


class Rows(NamedTuple):
    """Where the rows of each sort begin, and how many rows there are."""

    first_unit: int
    first_bed: int
    first_level: int
    first_triple: int
    total: int


class Columns(NamedTuple):
    """Column ``j`` has entries ``start[j]`` to ``start[j + 1]`` of ``row`` and ``value``."""

    start: Ints
    row: Ints
    value: Floats


def rows_of(space: RouteSpace, triples: Ints = NO_TRIPLES) -> Rows:
    """The rows of the space's master."""
    first_unit = len(space.shock)
    first_bed = first_unit + len(space.crews.given)
    first_level = first_bed + len(space.beds)
    first_triple = first_level + len(ROW_LEVELS)
    return Rows(first_unit, first_bed, first_level, first_triple, first_triple + len(triples))


def right_hand_sides(rows: Rows, space: RouteSpace, reached: Mapping[Level, int]) -> Floats:
    """What the rows add up to, with these levels held at these values."""
    sides = np.ones(rows.total)
    sides[rows.first_bed : rows.first_level] = space.beds
    for place, (level, scale) in enumerate(zip(ROW_LEVELS, ROW_SCALES, strict=True)):
        sides[rows.first_level + place] = scale * reached.get(level, _FAR / scale)
    return sides


def undone_weights(space: RouteSpace, level: Level) -> tuple[Floats, Floats]:
    """What leaving each transfer, and each unit's pin, undone adds to the level."""
    transfers = np.zeros(len(space.shock))
    pins = np.zeros(len(space.crews.pinned))
    if level == Level.UNSERVED_P0:
        transfers[space.shock] = 1.0
        pins[space.crews.pinned] = 1.0 + space.shock.sum()
    if level == Level.UNSERVED_3H:
        transfers[~space.shock] = 1.0
    return transfers, pins


def own_columns(rows: Rows, space: RouteSpace) -> Columns:
    """A column for each row: all that a plan may leave undone, unused or to spare."""
    counted = [place for place, level in enumerate(ROW_LEVELS) if level in UNDONE_LEVELS]
    index = np.zeros((rows.total, 1 + len(counted)), dtype=np.int64)
    value = np.zeros(index.shape)
    index[:, 0], value[:, 0] = np.arange(rows.total), 1.0
    for entry, place in enumerate(counted, start=1):
        weights = np.concatenate(undone_weights(space, ROW_LEVELS[place]))
        index[:, entry] = rows.first_level + place
        value[: len(weights), entry] = weights
    return _columns(index, value, value != 0)


def route_columns(space: RouteSpace, routes: Routes, triples: Ints = NO_TRIPLES) -> Columns:
    """A column for each route."""
    rows, (transfer, bed, trips) = rows_of(space, triples), stops_of(space, routes)
    places = [place for place, level in enumerate(ROW_LEVELS) if level in ROUTE_LEVELS]
    amounts = routes.amounts[:, [ROW_LEVELS[place] for place in places]] * ROW_SCALES[places]
    levels = np.broadcast_to(rows.first_level + np.array(places), amounts.shape)
    units = rows.first_unit + routes.unit[:, None]
    shares = has_of(space, routes)[:, triples].sum(axis=2) >= 2
    of_triples = np.broadcast_to(rows.first_triple + np.arange(len(triples)), shares.shape)
    index = np.hstack([transfer, units, rows.first_bed + bed, levels, of_triples])
    limited = trips & (bed < len(space.beds))
    one = np.ones(units.shape, dtype=np.bool_)
    present = np.hstack([trips, one, limited, amounts != 0, shares])
    before, after = np.ones((len(index), 2 * trips.shape[1] + 1)), np.ones(shares.shape)
    return _columns(index, np.hstack([before, amounts, after]), present)


def has_of(space: RouteSpace, routes: Routes) -> Flags:
    """Which route has which transfer, and after them which unit."""
    rows, (transfer, _, trips) = rows_of(space), stops_of(space, routes)
    has = np.zeros((len(routes.unit), rows.first_bed), dtype=np.bool_)
    every = np.arange(len(has))
    has[np.broadcast_to(every[:, None], trips.shape)[trips], transfer[trips]] = True
    has[every, rows.first_unit + routes.unit] = True
    return has


def _columns(index: Ints, value: Floats, present: Flags) -> Columns:
    start = np.concatenate([[0], np.cumsum(present.sum(axis=1))]).astype(np.int64)
    return Columns(start, index[present], value[present])


def beside(left: Columns, right: Columns) -> Columns:
    """The columns of both, in this order."""
    return Columns(
        np.concatenate([left.start, left.start[-1] + right.start[1:]]),
        np.concatenate([left.row, right.row]),
        np.concatenate([left.value, right.value]),
    )
