"""A plan made better by taking a few near transfers out and putting each where it fits best.

Every step is judged by the levels of the objective in their order, the longest response as a
limit that no trip may exceed. The same seed gives the same steps, so more of them is never
worse. Compiled.
"""

from typing import NamedTuple

import numpy as np

from dispatch.routing.problem.compiled import compiled
from dispatch.routing.problem.routes import Ints
from dispatch.routing.search.flat import (
    BED,
    BUSY,
    COST,
    COVERAGE,
    DRIVE,
    FREE_AT,
    GIVEN,
    HORIZON,
    KIND,
    LOCATION,
    MODE,
    PINNED,
    READY,
    RECEIVER,
    SENDER,
    SHOCK,
    SWITCH,
    TO_END,
    TRANSFER,
    WAIT,
    WINDOW,
    Flat,
)

_LATE, _BROKEN, _UNDONE_3H, _UNDONE_P0 = 1 << 18, 1 << 36, 1 << 46, 1 << 30
"""What a step weighs: one of a level outweighs any change of the next within one step."""

_NEVER = 1 << 57

BLINK = 16
"""One way in so many is overlooked, so that not every step makes the same choice."""

_MOST_OUT = 8
"""Transfers taken out in one step."""


class Routing(NamedTuple):
    """The plan as it stands. ``at`` is each transfer's unit, or -1; ``used`` the beds taken.

    ``worth`` has what each unit's route adds: to the shocks' sum, and to what follows it.
    ``random`` is the state of the pseudo-random numbers, a count, and how many ways there are
    to each that is overlooked (0: none is); ``looked`` tells at which count each unit was
    looked at.
    """

    options: Ints
    size: Ints
    at: Ints
    used: Ints
    worth: Ints
    random: Ints
    looked: Ints


Worth = tuple[int, int]
Place = tuple[int, int, int, int]
"""What a unit with one option more adds to both parts of its worth; the option, its place."""


@compiled
def _drawn(routing: Routing, below: int) -> int:
    """The next pseudo-random number under ``below`` (Park and Miller's minimal standard)."""
    routing.random[0] = routing.random[0] * 48_271 % 2_147_483_647
    return int(routing.random[0] % below)


@compiled
def _less(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one[0] < other[0] or (one[0] == other[0] and one[1] < other[1])


@compiled
def _option_at(routing: Routing, unit: int, added: tuple[int, int], index: int) -> int:
    """The option at that place of the route with ``added`` put in."""
    extra, place = added
    if extra < 0 or index < place:
        return int(routing.options[unit, index])
    return extra if index == place else int(routing.options[unit, index - 1])


@compiled
def weigh(
    flat: Flat, routing: Routing, unit: int, added: tuple[int, int], longest: int
) -> Worth:
    """What the unit's trips add to the shocks' sum, and to what follows; ``_NEVER`` where they
    are not feasible. ``added`` is one option more and its place, -1 for none.
    """
    size = routing.size[unit] + (added[0] >= 0)
    if size == 0:
        return 0, 0
    shocks, rest = 0, int(flat.units[unit, COVERAGE])
    here, free_at = flat.units[unit, LOCATION], flat.units[unit, FREE_AT]
    mode = flat.units[unit, MODE]
    for index in range(size):
        option = _option_at(routing, unit, added, index)
        if index == 0 and flat.options[option, TRANSFER] == flat.units[unit, GIVEN]:
            rest -= flat.rules[SWITCH]
        away = flat.minutes[mode, here, flat.options[option, SENDER]]
        at = max(flat.options[option, READY], free_at + away)
        free_at, here = at + flat.options[option, BUSY], flat.options[option, RECEIVER]
        rest += flat.rules[DRIVE] * away + flat.options[option, COST]
        one = _trip_worth(flat, option, at, longest)
        if one[0] == _NEVER:
            return one
        shocks += one[0]
        rest += one[1]
    if free_at > flat.units[unit, HORIZON]:
        return _NEVER, _NEVER
    return shocks, rest


@compiled
def _trip_worth(flat: Flat, option: int, at: int, longest: int) -> Worth:
    """What the response of one trip adds, drives left out."""
    since = at - flat.options[option, READY]
    ended = since + flat.options[option, TO_END]
    if flat.options[option, SHOCK]:
        return (ended, 0) if ended <= longest else (_NEVER, _NEVER)
    late = max(0, ended - flat.rules[WINDOW])
    return 0, flat.rules[WAIT] * since + _BROKEN * (late > 0) + _LATE * late


@compiled
def weigh_anew(flat: Flat, routing: Routing, unit: int, longest: int) -> None:
    """Brings the unit's worth up to date."""
    shocks, rest = weigh(flat, routing, unit, (-1, -1), longest)
    routing.worth[unit, 0], routing.worth[unit, 1] = shocks, rest


@compiled
def take_out(flat: Flat, routing: Routing, transfer: int) -> None:
    """Takes the transfer out of its route, which is to be weighed anew."""
    unit = routing.at[transfer]
    kept = 0
    for index in range(routing.size[unit]):
        option = routing.options[unit, index]
        if flat.options[option, TRANSFER] == transfer:
            routing.used[flat.options[option, BED]] -= 1
        else:
            routing.options[unit, kept] = option
            kept += 1
    routing.size[unit] = kept
    routing.at[transfer] = -1


@compiled
def _place(
    flat: Flat, routing: Routing, unit: int, added: tuple[int, int], longest: int
) -> Place:
    """What the option adds there; never where it is not feasible or overlooked."""
    if routing.random[2] > 0 and _drawn(routing, routing.random[2]) == 0:
        return _NEVER, _NEVER, -1, -1
    shocks, rest = weigh(flat, routing, unit, added, longest)
    if shocks == _NEVER:
        return _NEVER, _NEVER, -1, -1
    more = (shocks - routing.worth[unit, 0], rest - routing.worth[unit, 1])
    return more[0], more[1], added[0], added[1]


@compiled
def _best_place(flat: Flat, routing: Routing, transfer: int, unit: int, longest: int) -> Place:
    """Where the transfer fits best in the unit's route; a pinned trip stays the first."""
    size, kind = routing.size[unit], flat.units[unit, KIND]
    best: Place = (_NEVER, _NEVER, -1, -1)
    if size + 1 >= routing.options.shape[1] or kind < 0:
        return best
    lowest, highest = 0, size
    if flat.units[unit, PINNED]:
        given = transfer == flat.units[unit, GIVEN]
        lowest, highest = (0, 0) if given else (1, size)
    for option in range(flat.first[kind, transfer], flat.after[kind, transfer]):
        bed = flat.options[option, BED]
        if routing.used[bed] >= flat.beds[bed]:
            continue
        for place in range(lowest, highest + 1):
            found = _place(flat, routing, unit, (option, place), longest)
            best = found if _less(found, best) else best
    return best


@compiled
def _put_in(flat: Flat, routing: Routing, unit: int, added: tuple[int, int]) -> None:
    """Puts the option into the unit's route, which is to be weighed anew."""
    option, place = added
    for index in range(routing.size[unit], place, -1):
        routing.options[unit, index] = routing.options[unit, index - 1]
    routing.options[unit, place] = option
    routing.size[unit] += 1
    routing.at[flat.options[option, TRANSFER]] = unit
    routing.used[flat.options[option, BED]] += 1


@compiled
def insert_best(flat: Flat, routing: Routing, transfer: int, longest: int) -> int:
    """Puts the transfer where it costs least among the units near it: that unit, or -1.

    A 3 h transfer stays out where a priority 0 would wait longer for it.
    """
    best: Place = (_NEVER, _NEVER, -1, -1)
    chosen = -1
    nearby = flat.near_transfers[transfer]
    own = len(flat.near_units[transfer])
    routing.random[1] += 1
    for index in range(own + len(nearby)):
        unit = flat.near_units[transfer, index] if index < own else nearby[index - own]
        if index >= own and unit >= 0:
            unit = routing.at[unit]
        if unit < 0 or routing.looked[unit] == routing.random[1]:
            continue
        routing.looked[unit] = routing.random[1]
        found = _best_place(flat, routing, transfer, unit, longest)
        if _less(found, best):
            best, chosen = found, unit
    if chosen >= 0 and best[0] > 0 and not flat.shock[transfer]:
        return -1
    if chosen >= 0:
        _put_in(flat, routing, chosen, (best[2], best[3]))
        weigh_anew(flat, routing, chosen, longest)
    return chosen


@compiled
def insert_first(flat: Flat, routing: Routing, transfer: int, unit: int, longest: int) -> None:
    """Puts the transfer into that unit's empty route, if it can be."""
    found = _best_place(flat, routing, transfer, unit, longest)
    if found[0] < _NEVER:
        _put_in(flat, routing, unit, (found[2], found[3]))
        weigh_anew(flat, routing, unit, longest)


@compiled
def _worth_of(flat: Flat, routing: Routing, transfers: Ints, units: Ints) -> Worth:
    """What these units' routes add, and these transfers where they are undone."""
    shocks, rest = 0, 0
    for unit in units:
        shocks += routing.worth[unit, 0]
        rest += routing.worth[unit, 1]
    for transfer in transfers:
        if routing.at[transfer] < 0:
            shocks += _UNDONE_P0 * flat.shock[transfer]
            rest += _UNDONE_3H * (not flat.shock[transfer])
    return shocks, rest


@compiled
def _chosen_near(flat: Flat, routing: Routing, start: int, most: int) -> Ints:
    """The transfer and some near it, in any order; never one that keeps a pin."""
    chosen = np.empty(most, dtype=np.int64)
    count = 0
    nearby = flat.near_transfers[start]
    for index in range(-1, len(nearby)):
        transfer = start if index < 0 else nearby[index]
        if transfer < 0 or count == most:
            break
        unit = routing.at[transfer]
        pinned = unit >= 0 and flat.units[unit, PINNED] and flat.units[unit, GIVEN] == transfer
        if not pinned and (index < 0 or _drawn(routing, 3) > 0):
            chosen[count] = transfer
            count += 1
    for first in range(count):
        swap = first + _drawn(routing, count - first)
        chosen[first], chosen[swap] = chosen[swap], chosen[first]
    return chosen[:count]


@compiled
def shuffle(flat: Flat, routing: Routing, steps: int, longest: int) -> None:
    """So many steps, each kept where it is no worse.

    Every transfer in a route must respond within ``longest``.
    """
    transfers = len(routing.at)
    kept = Routing(
        routing.options.copy(),
        routing.size.copy(),
        routing.at.copy(),
        routing.used,
        routing.worth.copy(),
        routing.random,
        routing.looked,
    )
    for _ in range(steps):
        start, most = _drawn(routing, transfers), 1 + _drawn(routing, _MOST_OUT)
        chosen = _chosen_near(flat, routing, start, most)
        touched = _rebuilt(flat, routing, chosen, longest)
        before = _worth_of(flat, kept, chosen, touched)
        after = _worth_of(flat, routing, chosen, touched)
        if _less(before, after):
            _recount(flat, routing, touched, -1)
            _copied(kept, routing, chosen, touched)
            _recount(flat, routing, touched, 1)
        else:
            _copied(routing, kept, chosen, touched)


@compiled
def _rebuilt(flat: Flat, routing: Routing, chosen: Ints, longest: int) -> Ints:
    """Takes them out and puts them back, priority 0 first: the units whose routes changed."""
    units = np.full(2 * len(chosen), -1, dtype=np.int64)
    for index, transfer in enumerate(chosen):
        units[index] = routing.at[transfer]
        if units[index] >= 0:
            take_out(flat, routing, transfer)
            weigh_anew(flat, routing, units[index], longest)
    for urgent in (True, False):
        for index, transfer in enumerate(chosen):
            if flat.shock[transfer] == urgent:
                place = len(chosen) + index
                units[place] = insert_best(flat, routing, transfer, longest)
    return np.unique(units[units >= 0])


@compiled
def _copied(source: Routing, target: Routing, transfers: Ints, units: Ints) -> None:
    for unit in units:
        target.options[unit] = source.options[unit]
        target.size[unit] = source.size[unit]
        target.worth[unit] = source.worth[unit]
    for transfer in transfers:
        target.at[transfer] = source.at[transfer]


@compiled
def _recount(flat: Flat, routing: Routing, units: Ints, by: int) -> None:
    """Counts the beds of these units' routes, or takes them back."""
    for unit in units:
        for index in range(routing.size[unit]):
            routing.used[flat.options[routing.options[unit, index], BED]] += by
