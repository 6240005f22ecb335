"""Headquarters: everything a desk verb needs, wired once in ``main``; and the shape of a verb.

A verb is an ``async`` function decorated with ``verb(ALLOWED)``. The decorator asks who may,
answers a repeated command with its first receipt, and decides again when rows moved meanwhile.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import wraps
from inspect import signature
from typing import Any, Concatenate, ParamSpec, TypeVar

from tenacity import (
    AsyncRetrying,
    retry_if_exception_type,
    stop_after_delay,
    wait_random_exponential,
)

from dispatch.assessment.centre import CutoffsInUse, in_use
from dispatch.identity.actor import HEADQUARTERS
from dispatch.identity.duty import Shift, on_duty
from dispatch.identity.roles import Role, require_role
from dispatch.identity.sight import Sight, sight
from dispatch.kernel.failures import Refused, Unavailable
from dispatch.kernel.ids import HospitalCode, TransferId
from dispatch.network.network import Network
from dispatch.network.parse_bases import Base
from dispatch.routing.problem.instance import Instance
from dispatch.routing.propose import Proposed
from dispatch.routing.travel.travel_source import TravelSource
from dispatch.routing.travel.travel_times import TravelTimes
from dispatch.store.clocks import Clocks
from dispatch.store.entry import Command, Entry, Receipt, Stale
from dispatch.store.protocol import CentreStore, DutyStore, FleetStore, LogStore, PeopleStore
from dispatch.telemetry import Outages
from dispatch.transfer.board import Board, RowKey, row_of
from dispatch.transfer.decide_answer import bed_kind
from dispatch.transfer.decide_papers import require_no_papers
from dispatch.transfer.events import Event
from dispatch.transfer.late_entry import require_late_entry, require_written_at
from dispatch.transfer.transfer import (
    Transfer,
    parties,
    receiving,
    taken_in_by,
    waiting_unit,
)

P = ParamSpec("P")
R = TypeVar("R")

SETTLES_WITHIN_S = 8.0
"""How long a command is decided again while others move its rows: less than the patience of a
screen. Fifty people on one row settle in about a second (measured on two cores).
"""

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.01, 0.3
"""Pauses between decisions double from the one to the other, at random below that."""


@dataclass(frozen=True)
class Headquarters:
    """The wired program. Only ``main`` (and a test) builds one.

    ``travel`` are the embedded roads in free flow, ``roads`` travel at a moment and its pace.
    ``recording_clock`` tells when a late entry is written, while ``clock`` stands at the time
    on its paper; None where both are one. ``plan`` solves an instance in another process within
    its time limit. ``patient_key`` turns a patient reference into a keyed pseudonym.
    ``starts_anew`` when the data changed the fleet since the last start: no log tells it, so
    screens begin with a snapshot. ``hash_password`` and ``check_password`` run in a thread, few
    at a time; the latter is told last whether the device is known, which goes first. ``clocks``
    say whether the real clock can be believed, None where there is no other. ``turn`` is taken
    by those who decide again: together they would only be in each other's way. ``leaving`` are
    the hashed tokens of sessions that their people left and whose end is not stored yet.
    """

    log: LogStore
    fleet: FleetStore
    people: PeopleStore
    duty: DutyStore
    centres: CentreStore
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    network: Network
    bases: tuple[Base, ...]
    travel: TravelTimes
    roads: TravelSource
    plan: Callable[[Instance, frozenset[str]], Awaitable[Proposed]]
    patient_key: Callable[[str], str]
    hash_password: Callable[[str], Awaitable[str]]
    check_password: Callable[[str, str, bool], Awaitable[bool]]
    is_demo: bool = False
    session_h: int = 12
    idle_min: int = 60
    recording_clock: Callable[[], datetime] | None = None
    clocks: Clocks | None = None
    starts_anew: bool = False
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    outages: Outages = field(default_factory=Outages)
    leaving: set[str] = field(default_factory=set)

    async def read_tied(self, *keys: RowKey) -> Board:
        """The rows of ``keys`` and all rows tied to them, at one instant of the log.

        A transfer is tied to its units and to the beds that are, or would be, its own, a closed
        one to those that it had; a unit to its transfer. What is tied can change between two
        looks, so it looks until nothing is tied that wasn't read.
        """
        wanted = frozenset(keys)
        while True:
            board = await self.log.read_rows(wanted)
            tied = wanted | _tied(board)
            if tied == wanted:
                return board
            wanted = tied

    async def on_duty(self, hospital: HospitalCode | None) -> tuple[Shift, ...]:
        """Who is on duty at that hospital now: first, second, head."""
        now_at = self.clock()
        if hospital is None:
            return ()
        running = await self.duty.read_shifts(now_at, until=now_at)
        return on_duty(running, hospital, at=now_at)

    async def cutoffs_of(self, hospital: HospitalCode) -> CutoffsInUse:
        """The cut-offs of detection that hold at that hospital now."""
        settings = await self.centres.read_settings(hospital)
        return in_use(settings[0] if settings else None)

    async def record(
        self,
        command: Command,
        board: Board,
        events: tuple[Event, ...],
        *,
        subject: str,
        occurred_at: datetime | None = None,
    ) -> Receipt:
        """Record ``events``, decided from ``board``, about ``subject``.

        Raises ``Refused("changed_since")`` when ``subject`` is a transfer that somebody else
        has changed since the person saw it; ``Refused("version_unknown")`` when that version
        does not exist; ``Refused("papers_to_come")`` for what a paper still to come may say.
        """
        transfer = board.transfers.get(TransferId(subject))
        if transfer is not None and command.last_seen is not None:
            await self._require_unchanged(command, transfer, command.last_seen)
        if command.written_at is not None:
            require_late_entry(events, transfer, written_at=self.clock())
        else:
            require_no_papers(events, board)
        return await self.log.record(
            Entry(
                events=events,
                command=command,
                subject=subject,
                based_on=board,
                occurred_at=occurred_at or self.clock(),
                recorded_at=(self.recording_clock or self.clock)(),
            )
        )

    async def require_unchanged(self, command: Command, transfer_id: TransferId | None) -> None:
        """Nothing, or ``Refused``: ``changed_since``, ``version_unknown``; nothing too for whom
        it does not exist.
        """
        if command.last_seen is None or transfer_id is None:
            return
        board = await self.log.read_rows((transfer_id,))
        transfer = board.transfers.get(transfer_id)
        if (
            transfer is not None
            and sight(command.actor, parties(transfer)) is not Sight.NOTHING
        ):
            await self._require_unchanged(command, transfer, command.last_seen)

    async def _require_unchanged(self, command: Command, transfer: Transfer, seen: int) -> None:
        """New proposals of the program are no change, nor what the same person did. Nobody has
        seen a version that is still to come: that is no picture to decide from.
        """
        if seen == transfer.version:
            return
        lines = await self.log.read_events(transfer.transfer_id)
        last = max(transfer.version, *(line.seq for line in lines))
        if seen > last:
            raise Refused("version_unknown", field="If-Match", value=seen, allowed=last)
        own = {command.actor.person_id, HEADQUARTERS.person_id}
        others = [
            line.actor_name
            for line in lines
            if line.seq > seen
            and line.actor_id not in own
            and row_of(line.event) == transfer.transfer_id
        ]
        if others:
            raise Refused("changed_since", person=others[-1])


def _tied(board: Board) -> frozenset[RowKey]:
    tied: list[RowKey | None] = [unit.transfer_id for unit in board.units.values()]
    for transfer in board.transfers.values():
        tied.extend((transfer.unit_id, waiting_unit(transfer), transfer.returns))
        tied.extend(each.stranded.unit_id for each in transfer.steps[-1:] if each.stranded)
        tied.append(transfer.failed.unit_id if transfer.failed else None)
        closed = transfer.closed
        hospitals = {receiving(transfer), transfer.asked, taken_in_by(transfer)} - {None}
        if closed is not None:
            tied.extend((closed.unit_id, closed.stranded.unit_id if closed.stranded else None))
            hospitals |= {closed.asked, closed.counted_in} - {None}
        tied.extend((hospital, bed_kind(transfer)) for hospital in hospitals if hospital)
    return frozenset(key for key in tied if key is not None)


Verb = Callable[Concatenate[Headquarters, Command, P], Coroutine[Any, Any, R]]


def verb(
    allowed: frozenset[Role], *, takes: bool = False
) -> Callable[[Verb[P, Receipt]], Verb[P, Receipt]]:
    """A verb that changes something. Raises ``Refused("role_not_allowed")`` to others, and
    ``Unavailable("too_busy")`` when its rows never stood still.

    ``takes``: it may take something from somebody, so whoever decides says which version of the
    transfer they looked at; raises ``Refused("version_needed")`` otherwise (decision 24).
    Nothing is recorded while our clock is wrong: ``Unavailable("clock_wrong")``.
    """

    def decorate(act: Verb[P, Receipt]) -> Verb[P, Receipt]:
        subject_of = _subject_of(act)

        @wraps(act)
        async def shaped(
            hq: Headquarters, command: Command, /, *args: P.args, **kwargs: P.kwargs
        ) -> Receipt:
            require_role(command.actor.role, allowed)
            if takes and command.last_seen is None:
                raise Refused("version_needed")
            if hq.clocks is not None:
                hq.clocks.require_right()
            hq = as_of_paper(hq, command)
            try:
                async for attempt in _decisions():
                    with attempt:
                        turn = _turn(hq, command, attempt.retry_state.attempt_number)
                        once = _once(
                            hq,
                            command,
                            lambda: act(hq, command, *args, **kwargs),
                            about=subject_of(args, kwargs),
                        )
                        return await _within(turn, once)
            except Stale as moved:
                raise Unavailable("too_busy") from moved
            raise AssertionError  # pragma: no cover -- the loop returns or raises

        return shaped

    return decorate


def _subject_of(
    act: Callable[..., object],
) -> Callable[[tuple[object, ...], Mapping[str, object]], TransferId | None]:
    """What finds, among the arguments of ``act``, the transfer that it is about."""
    names = tuple(signature(act).parameters)[2:]

    def find(args: tuple[object, ...], kwargs: Mapping[str, object]) -> TransferId | None:
        given = {**dict(zip(names, args, strict=False)), **kwargs}
        found = given.get("transfer_id")
        return None if found is None else TransferId(str(found))

    return find


def as_of_paper(hq: Headquarters, command: Command) -> Headquarters:
    """Headquarters as it was when a late entry was written on paper; itself for any other."""
    if command.written_at is None:
        return hq
    written_at = require_written_at(command.written_at, actor=command.actor, now_at=hq.clock())
    return replace(hq, clock=lambda: written_at, recording_clock=hq.clock)


def _turn(
    hq: Headquarters, command: Command, attempt: int
) -> AbstractAsyncContextManager[None]:
    """Nothing to wait for the first time, nor ever for a loop of the program, which may plan
    for seconds (its commands have no key).
    """
    return nullcontext() if attempt == 1 or command.key is None else hq.turn


async def _within(turn: AbstractAsyncContextManager[None], done: Awaitable[Receipt]) -> Receipt:
    async with turn:
        return await done


async def _once(
    hq: Headquarters,
    command: Command,
    act: Callable[[], Awaitable[Receipt]],
    *,
    about: TransferId | None,
) -> Receipt:
    """The receipt of the first time, whether recorded before or while this one was decided:
    what refuses a repetition may be nothing but the effect of the first.

    A rule that refuses what somebody decided from an old picture would only puzzle them: they
    are told that it changed, and by whom, as they would be had the rule let it pass.
    """
    done = await hq.log.find_receipt(command)
    if done is not None:
        return done
    try:
        return await act()
    except Refused:
        done = await hq.log.find_receipt(command)
        if done is None:
            await hq.require_unchanged(command, about)
            raise
        return done


def _decisions() -> AsyncRetrying:
    return AsyncRetrying(
        retry=retry_if_exception_type(Stale),
        stop=stop_after_delay(SETTLES_WITHIN_S),
        wait=wait_random_exponential(multiplier=FIRST_PAUSE_S, max=LONGEST_PAUSE_S),
        reraise=True,
    )


def reading(allowed: frozenset[Role]) -> Callable[[Verb[P, R]], Verb[P, R]]:
    """A verb that only reads. Raises ``Refused("role_not_allowed")`` to other roles."""

    def decorate(act: Verb[P, R]) -> Verb[P, R]:
        @wraps(act)
        async def shaped(
            hq: Headquarters, command: Command, /, *args: P.args, **kwargs: P.kwargs
        ) -> R:
            require_role(command.actor.role, allowed)
            return await act(hq, command, *args, **kwargs)

        return shaped

    return decorate
