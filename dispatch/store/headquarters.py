"""Headquarters: everything a desk verb needs, wired once in ``main``; and the shape of a verb.

A verb is an ``async`` function decorated with ``verb(ALLOWED)``. The decorator asks who may,
answers a repeated command with its first receipt, and decides again when rows moved meanwhile.
"""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_random

from dispatch.identity.roles import Role, require_role
from dispatch.network.network import Network
from dispatch.network.parse_bases import Base
from dispatch.routing.instance import Instance
from dispatch.routing.propose import Proposed
from dispatch.routing.travel_times import TravelTimes
from dispatch.store.entry import Command, Entry, Receipt, Stale
from dispatch.store.protocol import FleetStore, LogStore, PeopleStore
from dispatch.transfer.board import Board
from dispatch.transfer.events import Event

P = ParamSpec("P")
R = TypeVar("R")

ATTEMPTS = 12
"""Fifty people deciding on one row at once settle within this many rounds (measured)."""


@dataclass(frozen=True)
class Headquarters:
    """The wired program. Only ``main`` (and a test) builds one.

    ``plan`` solves an instance in another process within its time limit. ``patient_key`` turns
    a patient reference into a keyed pseudonym. ``hash_password`` and ``check_password`` run in
    a thread, few at a time.
    """

    log: LogStore
    fleet: FleetStore
    people: PeopleStore
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    network: Network
    bases: tuple[Base, ...]
    travel: TravelTimes
    plan: Callable[[Instance, frozenset[str]], Awaitable[Proposed]]
    patient_key: Callable[[str], str]
    hash_password: Callable[[str], Awaitable[str]]
    check_password: Callable[[str, str], Awaitable[bool]]
    is_demo: bool = False

    async def record(
        self,
        command: Command,
        board: Board,
        events: tuple[Event, ...],
        *,
        subject: str,
        occurred_at: datetime | None = None,
    ) -> Receipt:
        """Record ``events``, decided from ``board``, about ``subject``."""
        now_at = self.clock()
        return await self.log.record(
            Entry(
                events=events,
                command=command,
                subject=subject,
                based_on=board,
                occurred_at=occurred_at or now_at,
                recorded_at=now_at,
            )
        )


Verb = Callable[Concatenate[Headquarters, Command, P], Coroutine[Any, Any, R]]


def verb(allowed: frozenset[Role]) -> Callable[[Verb[P, Receipt]], Verb[P, Receipt]]:
    """A verb that changes something. Raises ``Refused("role_not_allowed")`` to others."""

    def decorate(act: Verb[P, Receipt]) -> Verb[P, Receipt]:
        @wraps(act)
        async def shaped(
            hq: Headquarters, command: Command, /, *args: P.args, **kwargs: P.kwargs
        ) -> Receipt:
            require_role(command.actor.role, allowed)
            async for attempt in AsyncRetrying(
                retry=retry_if_exception_type(Stale),
                stop=stop_after_attempt(ATTEMPTS),
                wait=wait_random(0, 0.02),
                reraise=True,
            ):
                with attempt:
                    done = await hq.log.find_receipt(command)
                    return done or await act(hq, command, *args, **kwargs)
            raise AssertionError  # pragma: no cover -- the loop returns or raises

        return shaped

    return decorate


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
