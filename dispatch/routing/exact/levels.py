"""One level of the objective, minimised by generating routes until a proof or a limit.

Whatever the relaxation's prices are, they give a bound on the level; rounded up it is compared
with the best plan known, which attains every earlier level.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from dispatch.routing.exact.choose_routes import Aim, choose_routes
from dispatch.routing.exact.columns import rows_of
from dispatch.routing.exact.linear import Effort as IntegerEffort
from dispatch.routing.exact.master import (
    Master,
    Nudges,
    Priced,
    Stage,
    bound_of,
    nudged,
    reached_by,
    tight_units,
)
from dispatch.routing.exact.pricing import Effort, Prices, price_routes
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.routes import Floats, Routes, RouteSpace, taken

_TOLERANCE = 1e-6
_EACH, _STEPS, _MOST = 12, 3_000, 20_000
"""Routes kept per unit and round, steps walked for each unit, routes kept per round."""

_WHOLE_MOST = 12_000
"""Routes of one kind of unit above which no integer search is tried."""

_CLOSE, _CLOSE_ROUTES = (0.00003, 0.0003, 0.003, 0.03), 15
"""Shares of the relaxation's value within which routes are of use first, and how many of one
kind of unit are too many, by row of the master.
"""

_WIDER = 4


class Reached(NamedTuple):
    """The best routes found for a stage, their value, the proven bound on any plan's.

    ``prices`` are those that bound ``stage`` by ``priced``; where ``bound`` is more, whole
    routes were tried. None where it needed no prices.
    """

    routes: Routes
    value: int
    bound: int
    stage: Stage
    prices: Prices | None = None
    priced: int = 0


class Search(NamedTuple):
    """What one stage works with; ``enough`` is a value at which to stop improving. Without
    ``whole`` the relaxation alone is asked, whether it rules that value out.

    ``nudges`` are for the relaxation only, never for a bound or an integer search. ``shaken``
    makes a plan better by search alone, at no cost to what the stage holds.
    """

    space: RouteSpace
    master: Master
    stage: Stage
    limits: SolveLimits
    left_s: Callable[[], float]
    shaken: Callable[[Routes], Routes]
    nudges: Nudges = ()
    enough: int | None = None
    whole: bool = True


def minimise(search: Search, start: Routes, bound: int) -> Reached:
    """The stage's least value from the plan ``start``, which must attain its earlier levels.

    ``bound`` is one known already.
    """
    stage = search.stage
    best = Reached(start, reached_by(search.space, start, stage.level), bound, stage)
    final = None
    if search.nudges and not _settled(search, best):
        search.master.aim(stage, best.routes, search.nudges)
        best, final = _generate(search, best)
        if final and search.master.level_value() < _target(search, best) + _TOLERANCE:
            if not search.whole:
                return best
            best, final = _close(search, final, _shaken(search, best)), None
    if not _settled(search, best):
        search.master.aim(stage, best.routes)
        best, plain = _generate(search, best)
        if search.whole:
            best = _chosen(search, best, final, plain)
    return best


def _chosen(
    search: Search, best: Reached, final: Priced | None, plain: Priced | None
) -> Reached:
    """The best of a search beside it and of whole routes near the relaxations' prices."""
    best = _shaken(search, best)
    if final:
        best = _close(search, final, best)
    return _whole(search, plain, best) if plain else best


def _target(search: Search, best: Reached) -> int:
    """The value that would be an improvement, or enough."""
    return best.value - 1 if search.enough is None else search.enough


def _shaken(search: Search, best: Reached) -> Reached:
    if _settled(search, best):
        return best
    return _better(search, best, search.shaken(best.routes))


def _settled(search: Search, best: Reached) -> bool:
    """Proven, good enough, or known to be out of reach of good enough."""
    if best.value <= best.bound:
        return True
    enough = search.enough
    return enough is not None and (best.value <= enough or best.bound > enough)


def _generate(search: Search, best: Reached) -> tuple[Reached, Priced | None]:
    """Adds routes until none is missing: the best so far, and the last prices.

    None for the prices when a limit came first.
    """
    space, master = search.space, search.master
    steps = min(_STEPS, search.limits.steps)
    while search.left_s() > 0:
        if not master.solve(search.left_s()):
            break
        best = _read(search, best)
        prices = master.prices()
        priced = price_routes(space, prices, Effort(-_TOLERANCE, _EACH, steps, _MOST))
        converged = len(priced.routes.unit) == 0
        if converged or not master.nudges:
            best = _raised(search, best, prices, priced.least)
        if _settled(search, best):
            return best, None
        if converged and priced.complete:
            if _hopeful(search, best) and master.cut_off():
                continue
            return best, _tightened(search, Priced(prices, priced.least))
        if converged and steps == search.limits.steps:
            break
        steps = search.limits.steps if converged else steps
        master.cut_back()
        master.add(priced.routes)
    return best, None


def _tightened(search: Search, final: Priced) -> Priced:
    units = tight_units(search.space, search.stage, final)
    return final._replace(prices=final.prices._replace(units=units))


def _hopeful(search: Search, best: Reached) -> bool:
    """Whether the relaxation still promises enough, or is itself the bound."""
    master = search.master
    promises = master.level_value() < _target(search, best) + _TOLERANCE
    return not master.nudges or (master.is_small and promises)


def _raised(search: Search, best: Reached, prices: Prices, least: Floats) -> Reached:
    """The bound of these prices, with the nudges taken out of them."""
    space, master = search.space, search.master
    if master.nudges:
        prices = prices._replace(levels=prices.levels - nudged(master.nudges))
        least = price_routes(space, prices, Effort(-_TOLERANCE, 0, 0, 1)).least
    bound = math.ceil(bound_of(space, search.stage, Priced(prices, least)) - _TOLERANCE)
    if bound > best.bound:
        return best._replace(bound=bound, prices=prices, priced=bound)
    return best


def _read(search: Search, best: Reached) -> Reached:
    """A relaxation whose shares are whole is a plan, taken if it attains what it must."""
    shares = search.master.shares()
    if bool((np.minimum(np.abs(shares), np.abs(1 - shares)) > 1e-4).any()):
        return best
    return _better(search, best, taken(search.master.routes, shares > 0.5))


def _better(search: Search, best: Reached, routes: Routes) -> Reached:
    space, stage = search.space, search.stage
    value = reached_by(space, routes, stage.level)
    if value >= best.value or not _allowed(space, stage, routes):
        return best
    return best._replace(routes=routes, value=value)


def _allowed(space: RouteSpace, stage: Stage, routes: Routes) -> bool:
    """Whether the plan attains the earlier levels; no route made for a stage is too long."""
    return all(
        reached_by(space, routes, level) <= value for level, value in stage.reached.items()
    )


def _close(search: Search, final: Priced, best: Reached) -> Reached:
    """A plan of the routes that cost little more than the relaxation, nudges included."""
    relaxed = bound_of(search.space, search.stage, final)
    most = _CLOSE_ROUTES * rows_of(search.space).total
    tried = 0
    for share in _CLOSE:
        if _settled(search, best) or search.left_s() <= 0:
            break
        effort = Effort(share * abs(relaxed) + _TOLERANCE, most, search.limits.steps, most)
        priced = price_routes(search.space, final.prices, effort)
        if not priced.complete:
            break
        if len(priced.routes.unit) > tried:
            best, _ = _aimed(search, priced.routes, _target(search, best), best, search.nudges)
        tried = len(priced.routes.unit)
    return best


def _whole(search: Search, final: Priced, best: Reached) -> Reached:
    """Whole routes, first where the least gap leaves hope, then wider until it is settled.

    Every plan of at most ``target`` is made of routes that cost at most ``target`` less the
    relaxation, so each step either finds the least or raises the bound.
    """
    space = search.space
    relaxed = bound_of(space, search.stage, final)
    target, wider = max(best.bound, math.ceil(relaxed - _TOLERANCE)), _WIDER
    while not _settled(search, best) and search.left_s() > 0:
        target = min(target, best.value - 1)
        effort = Effort(
            target - relaxed + _TOLERANCE, _WHOLE_MOST, search.limits.steps, _WHOLE_MOST
        )
        priced = price_routes(space, final.prices, effort)
        if not priced.complete:
            break
        best, final_choice = _aimed(search, priced.routes, target, best)
        if not final_choice:
            break
        best = best._replace(bound=min(best.value, target + 1))
        target, wider = target + wider, wider * _WIDER
    return best


def _aimed(
    search: Search, routes: Routes, target: int, best: Reached, nudges: Nudges = ()
) -> tuple[Reached, bool]:
    """The better of the best and a plan of those routes; whether no plan of them beats it."""
    any_will_do = search.enough is not None
    effort = IntegerEffort(search.left_s(), search.limits.seed, any_will_do)
    aim = Aim(target, effort, search.master.triples)
    chosen = choose_routes(search.space, search.stage, nudges, routes=routes, aim=aim)
    if chosen.routes is None:
        return best, chosen.final
    search.master.add(chosen.routes)
    return _better(search, best, chosen.routes), chosen.final
