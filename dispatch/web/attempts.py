"""Wrong passwords make the next try slower: for whoever made them, never for everybody.

Counted are failures, by account and address together, so that nobody far away can lock a
dispatcher out. Each count leaks with time. A device on which the account signed in before
has a count of its own and is not held up by what others try, and so has one that was let in
(``dispatch.web.devices``): from one address nothing else tells a stranger from an attacker.
Kept in this process: another process, or a restart, counts anew.
"""

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import NamedTuple

from dispatch.kernel import Refused

MOST_REMEMBERED = 20_000
"""Counts kept; the oldest are forgotten first."""

LONGEST_QUEUE_S = 10.0
"""How long a stranger waits at most for the passwords of those before (proposed)."""

FIRST_GUESS_S = 0.5
"""What one password takes, until some were measured (proposed)."""

LEAST_S = 0.05
"""No machine is taken for a faster one: who waits takes memory (proposed)."""

LATEST_COUNTS = 0.25
"""How much of what is expected the latest measure makes (proposed)."""


class Rule(NamedTuple):
    """``free`` failures cost nothing; then waits double up to ``longest_s``. One failure is
    forgotten each ``leak_s``.
    """

    free: int
    leak_s: float
    longest_s: float


OF_A_DEVICE = Rule(free=10, leak_s=60, longest_s=60)
OF_A_PAIR = Rule(free=5, leak_s=60, longest_s=60)
OF_A_PAIR_UNDER_ATTACK = Rule(free=1, leak_s=60, longest_s=60)
OF_AN_ADDRESS = Rule(free=60, leak_s=10, longest_s=5)
"""A whole hospital may stand behind one address."""

OF_AN_ACCOUNT = Rule(free=20, leak_s=30, longest_s=0)
"""Nobody waits for this one: it says when an account is tried from many addresses."""

Key = tuple[str, ...]


class Knock(NamedTuple):
    """Somebody at the door: for which account, from where, on which device known for it."""

    account: str
    address: str
    device: str | None = None


class _Count(NamedTuple):
    level: float
    last_s: float


class Queue:
    """Strangers, whose passwords are looked at one after the other: how long the next waits."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._waiting = 0
        self._each_s = FIRST_GUESS_S
        self._free_since_s = clock()

    @contextmanager
    def standing(self) -> Iterator[None]:
        """One more, until it is done: then what it took is known."""
        came_s = self._clock()
        self._waiting += 1
        try:
            yield
        except Refused:
            self._measure(came_s)
            raise
        else:
            self._measure(came_s)
        finally:
            self._waiting -= 1

    def too_long_s(self) -> float:
        """By how much whoever comes now would wait too long; 0 where they may stand here."""
        return max(0.0, self._waiting * self._each_s - LONGEST_QUEUE_S)

    def _measure(self, came_s: float) -> None:
        """It was being looked at since it came, or since the one before was done."""
        now_s = self._clock()
        took_s = max(LEAST_S, now_s - max(came_s, self._free_since_s))
        self._each_s += LATEST_COUNTS * (took_s - self._each_s)
        self._free_since_s = now_s


class Attempts:
    """The failures of this process. ``clock`` says monotonic seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counts: OrderedDict[Key, _Count] = OrderedDict()
        self._strangers = Queue(clock)

    @contextmanager
    def turn(self, knock: Knock) -> Iterator[None]:
        """One try. It counts until it ends without ``Refused``: many at once wait, too.

        Raises ``Refused("too_many_attempts")`` with the seconds to wait; that is no try.
        """
        counted = self._require_turn(knock)
        for key, rule in counted.items():
            self._add(key, rule, 1)
        queue = self._strangers.standing() if knock.device is None else nullcontext()
        try:
            with queue:
                yield
        except Refused:
            raise
        except BaseException:  # the world failed, or they went away: nothing was tried
            self._take_back(counted)
            raise
        else:
            self._take_back(counted)
            self._counts.pop(next(iter(counted)), None)

    def _require_turn(self, knock: Knock) -> dict[Key, Rule]:
        """The counts of this try, the one of who tries first."""
        if knock.device is not None:
            counted: dict[Key, Rule] = {("device", knock.device, knock.account): OF_A_DEVICE}
        else:
            hot = self._level(("account", knock.account), OF_AN_ACCOUNT) >= OF_AN_ACCOUNT.free
            pair = OF_A_PAIR_UNDER_ATTACK if hot else OF_A_PAIR
            counted = {
                ("pair", knock.account, knock.address): pair,
                ("address", knock.address): OF_AN_ADDRESS,
                ("account", knock.account): OF_AN_ACCOUNT,
            }
        wait_s = max(self._wait_s(key, rule) for key, rule in counted.items())
        if knock.device is None:
            wait_s = max(wait_s, self._strangers.too_long_s())
        if wait_s > 0:
            raise Refused("too_many_attempts", wait_s=math.ceil(wait_s))
        return counted

    def _level(self, key: Key, rule: Rule) -> float:
        count = self._counts.get(key)
        if count is None:
            return 0.0
        return max(0.0, count.level - (self._clock() - count.last_s) / rule.leak_s)

    def _wait_s(self, key: Key, rule: Rule) -> float:
        late = math.ceil(self._level(key, rule)) - rule.free
        if late < 0:
            return 0.0
        wait_s = min(2.0 ** min(late + 1, 10), rule.longest_s)
        return self._counts[key].last_s + wait_s - self._clock()

    def _add(self, key: Key, rule: Rule, failures: int) -> None:
        level = max(0.0, self._level(key, rule) + failures)
        self._counts[key] = _Count(level, self._clock())
        self._counts.move_to_end(key)
        while len(self._counts) > MOST_REMEMBERED:
            self._counts.popitem(last=False)

    def _take_back(self, counted: dict[Key, Rule]) -> None:
        for key, rule in counted.items():
            count = self._counts.get(key)
            if count is not None:
                level = max(0.0, self._level(key, rule) - 1)
                self._counts[key] = count._replace(level=level)


def address_of(host: str | None) -> str:
    """The address as it is counted: one of IPv4, a whole /64 of IPv6 (one line at home)."""
    try:
        found = ipaddress.ip_address(host or "")
    except ValueError:
        return (host or "-")[:64]
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)
