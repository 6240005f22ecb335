"""Priority 0 as an assignment: whom a unit fetches with its first trip, whom with its second.

Second trips are offered from where the first ones of the round before end, so a few rounds
settle both. What comes of it is a plan to start from, and what each transfer is worth.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from dispatch.routing.problem.amounts import NO_LIMIT
from dispatch.routing.problem.compiled import compiled
from dispatch.routing.problem.parameters import Level
from dispatch.routing.problem.routes import (
    Crews,
    Flags,
    Floats,
    Ints,
    Kind,
    Routes,
    RouteSpace,
    kind_of_unit,
    longest_p0_min,
)
from dispatch.routing.problem.stops import stops_of
from dispatch.routing.search.known_routes import quickest_response, with_amounts

_NEVER = 1 << 30
_PASSES = 40
"""Passes over the worth of all: without an end where a farther turn than those offered pays."""

_UNDONE = 100_000.0
"""What leaving a transfer undone weighs beside minutes."""

_NEAR = 120
"""First and second trips offered to each transfer, the soonest first."""

_ROUNDS, _FEWER, _GUESSES = 4, 2, 5
"""Assignments until first and second trips agree: at first, and for each of so many tries at a
shorter longest response.
"""


class Turns(NamedTuple):
    """Minutes of response and the option of the unit's kind, by wanted transfer and turn.

    Turn ``u`` is the first trip of unit ``u``, turn ``units + u`` its second.
    """

    minutes: NDArray[np.int32]
    option: NDArray[np.int32]


class Matched(NamedTuple):
    """Routes of priority 0 and pinned transfers; what each transfer is worth, in minutes."""

    routes: Routes
    worth: Floats


class Rounds(NamedTuple):
    """How many assignments in a row, while there is time; the turns of all first trips."""

    most: int
    firsts: Turns
    left_s: Callable[[], float]


class _Round(NamedTuple):
    """One assignment under a limit: its turns, the one of each transfer (or -1), routes, first
    trips.
    """

    limit_min: int
    turns: Turns
    chosen: Ints
    routes: Routes
    first: Ints

    @property
    def value(self) -> tuple[int, int]:
        """Less is better: how many trips are made, and the sum of responses."""
        responses_min = self.routes.amounts[:, Level.SUM_P0_RESPONSE]
        return -int(self.routes.size.sum()), int(responses_min.sum())

    @property
    def longest(self) -> int:
        """The longest response."""
        return longest_p0_min(self.routes)


def matched(space: RouteSpace, left_s: Callable[[], float]) -> Matched:
    """Many priority 0 served, the longest response short first, then their sum.

    Beds, shifts and pins are kept; transfers that do not fit are left out. One assignment is
    always made, and no other once the time is over.
    """
    firsts = _first_turns(space)
    rounds = Rounds(_ROUNDS, firsts, left_s)
    best = _settled(space, _pinned_first(space), NO_LIMIT, rounds)
    least, most = quickest_response(space), best.longest
    for _ in range(_GUESSES):
        if least >= most or left_s() <= 0:
            break
        guess = (least + most) // 2
        tried = _settled(space, best.first, guess, rounds._replace(most=_FEWER))
        if tried.value[0] <= best.value[0]:
            best, most = tried, tried.longest
        else:
            least = guess + 1
    return Matched(best.routes, _worth(space, best))


def _settled(space: RouteSpace, first: Ints, longest: int, rounds: Rounds, /) -> _Round:
    """The best of the rounds, the first of them after these first trips.

    Whoever is left out of a round goes first in the next ones: others have a second trip to
    fall back on.
    """
    found: list[_Round] = []
    goes_first = np.zeros(rounds.firsts.minutes.shape[0], dtype=np.bool_)
    for _ in range(rounds.most):
        if found and rounds.left_s() <= 0:
            break
        turns = _turns(space, first, rounds.firsts)
        turns.minutes[goes_first, len(first) :] = _NEVER
        chosen = _assigned(turns, longest)
        routes, first = _routes(space, turns, chosen, longest=longest)
        found.append(_second_anew(space, _Round(longest, turns, chosen, routes, first), rounds))
        left_out = _left_out(space, found[-1].routes)
        if not left_out.any():
            break
        goes_first |= left_out
    return min(found, key=lambda each: each.value)


def _second_anew(space: RouteSpace, settled: _Round, rounds: Rounds) -> _Round:
    """The same first trips, and second ones from where these really end: what was offered after
    other first trips may fit no more.
    """
    chosen, units = settled.chosen, len(space.crews.given)
    turns = _turns(space, settled.first, rounds.firsts)
    kept = np.flatnonzero((chosen >= 0) & (chosen < units))
    own = turns.minutes[kept, chosen[kept]]
    turns.minutes[:, :units] = _NEVER
    turns.minutes[kept] = _NEVER
    turns.minutes[kept, chosen[kept]] = own
    anew = _assigned(turns, settled.limit_min)
    routes, first = _routes(space, turns, anew, longest=settled.limit_min)
    return settled._replace(routes=routes, first=first)


def _left_out(space: RouteSpace, routes: Routes) -> Flags:
    """Of the transfers wanted, those in none of the routes."""
    transfer, _, trips = stops_of(space, routes)
    is_served = np.zeros(len(space.shock), dtype=np.bool_)
    is_served[transfer[trips]] = True
    return ~is_served[_wanted(space)]


def _pinned_first(space: RouteSpace) -> Ints:
    """The option of the trip each pinned unit makes first; -1 for other units."""
    first = np.full(len(space.crews.given), -1, dtype=np.int64)
    for kind in space.kinds:
        for unit in kind.crews[space.crews.pinned[kind.crews]]:
            options = np.flatnonzero(kind.transfer == space.crews.given[unit])
            first[unit] = options[0] if len(options) else -1
    return first


def _wanted(space: RouteSpace) -> Ints:
    """Priority 0 that no pin serves already."""
    wanted = space.shock.copy()
    wanted[space.crews.given[space.crews.pinned]] = False
    return np.flatnonzero(wanted)


def _first_turns(space: RouteSpace) -> Turns:
    """The first trips that units may make that keep no pin."""
    crews = space.crews
    places = _Places(crews.free_at, crews.location, ~crews.pinned)
    return _offered(space, places, first=True)


def _turns(space: RouteSpace, first: Ints, firsts: Turns) -> Turns:
    """Those first trips and, from where these end, second ones."""
    crews = space.crews
    places = _Places(np.zeros_like(first), np.zeros_like(first), first >= 0)
    for kind in space.kinds:
        units = kind.crews[first[kind.crews] >= 0]
        before = first[units]
        at = crews.free_at[units] + kind.reach[crews.location[units], before]
        places.free_at[units] = np.maximum(kind.ready[before], at) + kind.busy[before]
        places.row[units] = kind.row[before]
    seconds = _offered(space, places, first=False)
    return Turns(*(np.hstack(pair) for pair in zip(firsts, seconds, strict=True)))


class _Places(NamedTuple):
    """When and where each unit is free to start, and whether it may at all.

    ``row`` is a row of its kind's ``reach`` for a first trip, of ``onward`` for a second.
    """

    free_at: Ints
    row: Ints
    may: Flags


def _offered(space: RouteSpace, places: _Places, *, first: bool) -> Turns:
    wanted = _wanted(space)
    minutes = np.full((len(wanted), len(space.crews.given)), _NEVER, dtype=np.int32)
    turns = Turns(minutes, np.full(minutes.shape, -1, dtype=np.int32))
    rows = np.full(len(space.shock), -1, dtype=np.int64)
    rows[wanted] = np.arange(len(wanted))
    for kind in space.kinds:
        away = kind.reach if first else kind.onward
        _fill_turns((kind, space.crews.horizon, away), rows, places, turns)
    return turns


@compiled
def _fill_turns(
    world: tuple[Kind, Ints, Ints], rows: Ints, places: _Places, turns: Turns
) -> None:
    kind, horizon, away = world
    for option in range(len(kind.transfer)):
        row, ready = rows[kind.transfer[option]], kind.ready[option]
        if row < 0:
            continue
        for unit in kind.crews:
            if not places.may[unit]:
                continue
            at = max(ready, places.free_at[unit] + away[places.row[unit], option])
            response = at - ready + kind.to_end[option]
            fits = at + kind.busy[option] <= horizon[unit]
            if fits and response < turns.minutes[row, unit]:
                turns.minutes[row, unit] = response
                turns.option[row, unit] = option


def _assigned(turns: Turns, longest: int) -> Ints:
    """The turn of each transfer at the least sum, none too long; -1 where it gets none."""
    minutes, units = turns.minutes, turns.minutes.shape[1] // 2
    near = np.hstack([_soonest(minutes[:, :units]), units + _soonest(minutes[:, units:])])
    cost = np.take_along_axis(minutes, near, axis=1)
    every = np.arange(len(minutes))
    row = np.broadcast_to(every[:, None], near.shape)
    fits = cost <= min(longest, _NEVER - 1)
    weights = np.concatenate([cost[fits] + 1.0, np.full(len(every), _UNDONE)])
    places = (
        np.concatenate([row[fits], every]),
        np.concatenate([near[fits], 2 * units + every]),
    )
    graph = csr_matrix((weights, places), shape=(len(every), 2 * units + len(every)))
    _, columns = min_weight_full_bipartite_matching(graph)
    return np.where(columns < 2 * units, columns, -1)


def _soonest(minutes: NDArray[np.int32]) -> Ints:
    near = min(_NEAR, minutes.shape[1])
    return np.argpartition(minutes, near - 1, axis=1)[:, :near]


def _routes(
    space: RouteSpace, turns: Turns, chosen: Ints, *, longest: int
) -> tuple[Routes, Ints]:
    """The routes that those turns make, and their first trips."""
    units, kinds = len(space.crews.given), kind_of_unit(space)
    trips = np.full((units, 2), -1, dtype=np.int64)
    trips[:, 0] = _pinned_first(space)
    mine = np.flatnonzero(chosen >= 0)
    trips[chosen[mine] % units, chosen[mine] // units] = turns.option[mine, chosen[mine]]
    left = np.append(space.beds, np.iinfo(np.int64).max)
    size = np.zeros(units, dtype=np.int64)
    options = np.zeros((units, space.rules.trips), dtype=np.int64)
    for unit in np.flatnonzero((trips >= 0).any(axis=1)):
        task = (int(unit), longest)
        size[unit] = _kept(space.kinds[kinds[unit]], space.crews, task, trips[unit], left)
        options[unit, : size[unit]] = trips[unit, : size[unit]]
    busy = np.flatnonzero(size)
    routes = with_amounts(space, busy, sizes=size[busy], options=options[busy])
    return routes, np.where(size > 0, options[:, 0], -1)


@compiled
def _kept(kind: Kind, crews: Crews, task: tuple[int, int], trips: Ints, left: Ints) -> int:
    """Moves the trips that can be made to the front and takes their beds: how many they are."""
    unit, longest = task
    free_at, kept = crews.free_at[unit], 0
    reach = kind.reach[crews.location[unit]]
    for option in trips.copy():
        if option < 0:
            continue
        at = max(kind.ready[option], free_at + reach[option])
        response = at - kind.ready[option] + kind.to_end[option]
        pinned = kind.transfer[option] == crews.given[unit] and crews.pinned[unit]
        soon = response <= longest or pinned
        if (
            soon
            and at + kind.busy[option] <= crews.horizon[unit]
            and left[kind.bed[option]] > 0
        ):
            left[kind.bed[option]] -= 1
            trips[kept] = option
            kept += 1
            free_at, reach = at + kind.busy[option], kind.onward[kind.row[option]]
    return kept


def _worth(space: RouteSpace, found: _Round) -> Floats:
    """Per transfer its response, and what the others would save if they had its turn."""
    mine = np.flatnonzero(found.chosen >= 0)
    minutes = found.turns.minutes[mine][:, found.chosen[mine]].T.astype(np.float64)
    minutes[minutes > min(found.limit_min, _NEVER - 1)] = np.inf
    own = np.diag(minutes)
    saved = own[None, :] - minutes  # by a transfer (column) in another's turn (row)
    price = np.zeros(len(mine))
    for _ in range(_PASSES):
        raised = np.maximum(price, (saved + price[None, :]).max(axis=1, initial=0.0))
        if bool((raised <= price + 1e-9).all()):
            break
        price = raised
    worth = np.zeros(len(space.shock))
    worth[_wanted(space)[mine]] = own + price
    return worth
