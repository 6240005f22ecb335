"""Triples of transfers and units that tell parts of routes from plans.

No plan has two routes that each have two or three of the same three: no transfer is done twice
and no unit makes two routes. A relaxation has three halves of such routes. The few triples it
breaks, made rows of the master, bring its value to that of a plan in most cases (they are the
subset-row inequalities of vehicle routing).
"""

import numpy as np

from dispatch.routing.exact.columns import NO_TRIPLES, has_of
from dispatch.routing.problem.compiled import compiled
from dispatch.routing.problem.routes import Flags, Floats, Ints, Routes, RouteSpace, taken

_LEAST_SHARE, _LEAST_EXCESS = 1e-6, 0.02
"""What counts as taken at all, and as broken: less is the arithmetic's own."""

_AT_ONCE = 12
"""Triples found at once, the most broken first."""


def broken_triples(space: RouteSpace, routes: Routes, shares: Floats) -> Ints:
    """The triples that these shares of routes break most, one in each row."""
    parts = np.flatnonzero((shares > _LEAST_SHARE) & (shares < 1 - _LEAST_SHARE))
    has = has_of(space, taken(routes, parts)).T
    concerned = np.flatnonzero(has.sum(axis=1) >= 2)
    if len(concerned) < 3:
        return NO_TRIPLES
    has, weights = np.ascontiguousarray(has[concerned]), shares[parts]
    triples, excess = _broken(has, weights, (has * weights) @ has.T)
    most = np.argsort(-excess, kind="stable")[:_AT_ONCE]
    return concerned[triples[most]]


@compiled
def _broken(has: Flags, weights: Floats, together: Floats) -> tuple[Ints, Floats]:
    """Every triple of which two are had more than once in all, and by how much more."""
    found, excess = [], []
    for one in range(len(together)):
        for two in range(one):
            # At least the truth: a route that has all three is in every pair.
            pairs = together[one, two] + together[one, :two] + together[two, :two]
            for three in np.flatnonzero(pairs > 1.0 + _LEAST_EXCESS):
                found.append((one, two, int(three)))
                excess.append(float(pairs[three]) - 1.0)
    return _sifted(has, weights, found, excess)


@compiled
def _sifted(
    has: Flags, weights: Floats, found: list[tuple[int, int, int]], excess: list[float]
) -> tuple[Ints, Floats]:
    """Those that stay broken when a route with all three counts once."""
    triples = np.empty((len(found), 3), dtype=np.int64)
    more = np.empty(len(found))
    count = 0
    for index in range(len(found)):
        one, two, three = found[index]
        whole = (weights * (has[one] & has[two] & has[three])).sum()
        more[count] = excess[index] - 2.0 * whole
        if more[count] > _LEAST_EXCESS:
            triples[count, 0], triples[count, 1], triples[count, 2] = one, two, three
            count += 1
    return triples[:count].copy(), more[:count].copy()
