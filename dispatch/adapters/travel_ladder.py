"""Travel at a moment: a live router if there is one, below it the embedded roads.

A router that fails is left alone for half a minute: it slows one plan by two seconds at most,
and those that follow not at all.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from dispatch.adapters.travel_http import MOST_ENDS, Router
from dispatch.kernel.failures import Unavailable
from dispatch.routing.travel.paces import PACES, pace_at
from dispatch.routing.travel.road_model import Pace
from dispatch.routing.travel.roads import Position, Roads
from dispatch.routing.travel.travel_source import Answer, Asked, TravelNow
from dispatch.routing.travel.travel_times import Spot, TravelTimes, build_travel_times
from dispatch.telemetry import logger

LEFT_ALONE_S = 30.0
PATIENCE_S = 2.0
"""For all that one plan asks of a router."""

MOST_DRIVES = 50_000
REMEMBERED_S = 900.0
"""A map can change under a router that isn't asked: its answers don't last longer."""

ROUNDED_TO = 3
"""Decimals of a degree, some 100 m: a moving unit is asked for again after that."""

Pair = tuple[Position, Position]


class _Remembered(NamedTuple):
    """What a router said of a drive, None when it knew no way, and when."""

    said_s: float | None
    since_s: float


class TravelLadder:
    """The travel source of the program. Tables of the other paces are made when first needed,
    or all of them by ``warm``, in a thread.
    """

    def __init__(
        self,
        roads: Roads,
        free: TravelTimes,
        *,
        router: Router | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._roads, self._free = roads, free
        self._router, self._clock = router, clock
        self._tables: dict[Pace, TravelTimes] = {free.pace: free}
        self._building, self._turn = asyncio.Lock(), asyncio.Lock()
        self._drives: OrderedDict[Pair, _Remembered] = OrderedDict()
        self._map_version = ""
        self._left_alone_until_s = 0.0

    async def warm(self) -> None:
        """Makes every table."""
        for pace in PACES:
            await self._table(pace)

    async def close(self) -> None:
        """Ends the connections to the router."""
        if self._router is not None:
            await self._router.close()

    async def at(self, now_at: datetime) -> TravelNow:
        """By the embedded roads at this hour."""
        return TravelNow(
            free=self._free,
            normal=await self._table(pace_at(now_at, by_lights=False)),
            lights=await self._table(pace_at(now_at, by_lights=True)),
        )

    async def ask(self, travel: TravelNow, asked: Asked) -> TravelNow:
        """With what the router says, or said, of these drives; without it when it fails."""
        if self._router is None:
            return travel
        rounded = {spot: _round(travel.position(spot)) for spot in (*asked.starts, *asked.ends)}
        async with self._turn:
            if self._clock() >= self._left_alone_until_s:
                await self._fetch(self._router, asked, rounded)
            seconds = tuple(
                tuple(self._known((rounded[start], rounded[end])) for end in asked.ends)
                for start in asked.starts
            )
        if all(cell is None for row in seconds for cell in row):
            return travel
        return travel.with_answer(asked, Answer(self._router.rung, seconds, self._map_version))

    async def _table(self, pace: Pace) -> TravelTimes:
        async with self._building:
            if pace not in self._tables:
                build = partial(build_travel_times, self._roads, self._free.places, pace=pace)
                self._tables[pace] = await asyncio.to_thread(build)
            return self._tables[pace]

    async def _fetch(self, router: Router, asked: Asked, rounded: dict[Spot, Position]) -> None:
        """Asks for the drives nobody remembers, and leaves a router alone that fails."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                for starts, ends in self._questions(asked, rounded):
                    answer = await router.answer(starts, ends)
                    self._remember(starts, ends, answer)
        except (Unavailable, TimeoutError) as failed:
            self._left_alone_until_s = self._clock() + LEFT_ALONE_S
            logger("travel").warning("router left alone", cause=repr(failed))

    def _questions(
        self, asked: Asked, rounded: dict[Spot, Position]
    ) -> Iterator[tuple[tuple[Position, ...], tuple[Position, ...]]]:
        """Places apart from free positions: one of these far from any road spoils a table."""
        ends = tuple(dict.fromkeys(rounded[end] for end in asked.ends))
        for is_place in (True, False):
            starts = dict.fromkeys(
                rounded[spot] for spot in asked.starts if isinstance(spot, str) is is_place
            )
            missing = [
                start for start in starts if any(self._is_unknown((start, end)) for end in ends)
            ]
            for some in _parts(missing):
                for others in _parts(ends):
                    yield some, others

    def _remember(
        self,
        starts: tuple[Position, ...],
        ends: tuple[Position, ...],
        answer: Answer | None,
    ) -> None:
        if answer is not None and answer.map_version != self._map_version:
            self._drives.clear()
            self._map_version = answer.map_version
        now_s = self._clock()
        for row, start in enumerate(starts):
            for column, end in enumerate(ends):
                seconds = None if answer is None else answer.seconds[row][column]
                self._drives[start, end] = _Remembered(seconds, now_s)
                self._drives.move_to_end((start, end))
        while len(self._drives) > MOST_DRIVES:
            self._drives.popitem(last=False)

    def _is_unknown(self, pair: Pair) -> bool:
        known = self._drives.get(pair)
        return known is None or self._clock() - known.since_s > REMEMBERED_S

    def _known(self, pair: Pair) -> float | None:
        return None if self._is_unknown(pair) else self._drives[pair].said_s


def _round(position: Position) -> Position:
    lat, lon = position
    return round(lat, ROUNDED_TO), round(lon, ROUNDED_TO)


def _parts(positions: Sequence[Position]) -> Iterator[tuple[Position, ...]]:
    for first in range(0, len(positions), MOST_ENDS):
        yield tuple(positions[first : first + MOST_ENDS])
