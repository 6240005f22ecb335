"""The instance as few flat arrays, options of every kind side by side, for searching fast."""

from typing import NamedTuple

import numpy as np

from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.routes import Flags, Ints, RouteSpace, kind_of_unit

NEAR_UNITS, NEAR_TRANSFERS = 48, 40
"""Units tried first for a transfer, and transfers that are taken out together with it."""


TRANSFER, SENDER, RECEIVER, BED, READY, BUSY, TO_END, COST, SHOCK = range(9)
"""Columns of ``Flat.options``."""

LOCATION, FREE_AT, HORIZON, COVERAGE, GIVEN, PINNED, MODE, KIND = range(8)
"""Columns of ``Flat.units``."""

WINDOW, DRIVE, WAIT, SWITCH = range(4)
"""Entries of ``Flat.rules``."""


class Flat(NamedTuple):
    """One row per option and one per unit, few arrays so that compiled calls stay cheap.

    ``first`` is where the options of a transfer begin, by kind and transfer, ``after`` where
    they end. ``minutes`` has one square per mode (road, air). ``shock`` is by transfer.
    """

    options: Ints
    units: Ints
    rules: Ints
    minutes: Ints
    first: Ints
    after: Ints
    beds: Ints
    shock: Flags
    near_units: Ints
    near_transfers: Ints


def flat_of(space: RouteSpace) -> Flat:
    """The space laid flat."""
    instance, crews = space.instance, space.crews
    place = {name: index for index, name in enumerate(instance.locations)}
    origin = np.array([place[each.origin] for each in instance.transfers], dtype=np.int64)
    mode = np.array([int(unit.mode == "air") for unit in instance.units], dtype=np.int64)
    minutes = space.minutes
    units = (crews.location, crews.free_at, crews.horizon, crews.coverage, crews.given)
    first, after = _spans(space)
    rules = space.rules
    return Flat(
        options=_options(space, origin),
        units=np.column_stack((*units, crews.pinned, mode, kind_of_unit(space))),
        rules=np.array([rules.window, rules.drive, rules.wait, rules.switch], dtype=np.int64),
        minutes=minutes,
        first=first,
        after=after,
        beds=np.append(space.beds, np.iinfo(np.int64).max),
        shock=space.shock,
        near_units=_near_units(space, origin, minutes, mode),
        near_transfers=_near_transfers(instance, origin, minutes[0]),
    )


def _options(space: RouteSpace, origin: Ints) -> Ints:
    place = {name: index for index, name in enumerate(space.instance.locations)}
    tables = [np.zeros((0, 9), dtype=np.int64)]
    for kind, trips in zip(space.kinds, space.trips, strict=True):
        receiver = np.array([place[trip.hospital] for trip in trips], dtype=np.int64)
        sender = origin[kind.transfer]
        times = (kind.ready, kind.busy, kind.to_end, kind.cost, kind.shock)
        tables.append(np.column_stack((kind.transfer, sender, receiver, kind.bed, *times)))
    return np.vstack(tables)


def _spans(space: RouteSpace) -> tuple[Ints, Ints]:
    """By kind and transfer, where its options begin and end."""
    every = np.arange(len(space.transfers))
    starts = np.cumsum([0, *(len(kind.transfer) for kind in space.kinds)])
    first = np.zeros((len(space.kinds) + 1, len(every)), dtype=np.int64)
    after = np.zeros_like(first)
    for number, kind in enumerate(space.kinds):
        first[number] = starts[number] + np.searchsorted(kind.transfer, every, side="left")
        after[number] = starts[number] + np.searchsorted(kind.transfer, every, side="right")
    return first, after


def _near_units(space: RouteSpace, origin: Ints, minutes: Ints, mode: Ints) -> Ints:
    """Per transfer the units that can be there first, the soonest first, -1 for none."""
    crews, kinds = space.crews, kind_of_unit(space)
    able = np.zeros((len(space.kinds) + 1, len(origin)), dtype=np.bool_)
    for number, kind in enumerate(space.kinds):
        able[number, kind.transfer] = True
    reach = (
        crews.free_at[None, :]
        + minutes[mode[None, :], crews.location[None, :], origin[:, None]]
    )
    never = np.iinfo(np.int64).max
    reach = np.where(able[kinds].T, reach, never)
    return _nearest(reach, NEAR_UNITS, never)


def _near_transfers(instance: Instance, origin: Ints, minutes: Ints) -> Ints:
    """Per transfer the others, the nearest in place and time first."""
    ready = np.array([each.ready for each in instance.transfers], dtype=np.int64)
    away = minutes[np.ix_(origin, origin)] + np.abs(ready[:, None] - ready[None, :]) // 2
    never = np.iinfo(np.int64).max
    away = away.astype(np.int64)
    np.fill_diagonal(away, never)
    return _nearest(away, NEAR_TRANSFERS, never)


def _nearest(away: Ints, most: int, never: int) -> Ints:
    """The first of equals first, as a stable sort has them; that one would take too long."""
    width = away.shape[1]
    if width == 0:
        return away
    most = min(most, width)
    key = np.minimum(away, never // width - 1) * width + np.arange(width)
    few = np.argpartition(key, most - 1, axis=1)[:, :most]
    within = np.argsort(np.take_along_axis(key, few, axis=1), axis=1)
    order = np.take_along_axis(few, within, axis=1).astype(np.int64)
    return np.where(np.take_along_axis(away, order, axis=1) == never, -1, order)
