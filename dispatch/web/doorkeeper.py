"""How many connections are open, and who goes when there is no room: whoever keeps us waiting.

What anybody can open is bounded twice: by address, and all together below the files that the
system lets us open, or the database would find none left and everybody be shut out.
"""

import resource
from collections import Counter, defaultdict
from contextlib import suppress
from ipaddress import ip_address
from typing import NamedTuple, Protocol

from dispatch.kernel.addresses import Address
from dispatch.telemetry import Often
from dispatch.web.attempts import address_of

FILES_WANTED = 65_536
"""Files that we ask the system for, where it allows so many; often it starts us with 1,024."""

MOST_TOGETHER = 10_000
"""Connections in all, however many files there are: the memory of two gigabytes (proposed)."""

ACCEPTED_AT_ONCE = 128
"""Connections taken from the system before the first of them is counted."""

KEPT_FILES = 128
"""Files for the database, the solver, the data and the log (proposed; some sixty are used)."""

CUT_AT_ONCE = 16
"""One of so many connections goes when there is no room, so that looking for them is rare."""


class Patience(NamedTuple):
    """How long we wait for somebody: to send the head of a request, its body, to read on an
    answer, or the frames of a websocket (as long as a board may be old, and a little more).
    """

    head_s: float = 10
    body_s: float = 30
    reading_s: float = 60
    frames_s: float = 20


class Guest(Protocol):
    """An open connection."""

    def keeps_us_waiting(self) -> bool:
        """Whether the next word is theirs: no request of theirs is whole and unanswered."""
        ...

    def cut_off(self) -> None:
        """Closed at once; it leaves by itself."""
        ...


def open_files() -> int:
    """How many files this process may have open, once it has asked for as many as it may."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES_WANTED if hard == resource.RLIM_INFINITY else min(hard, FILES_WANTED)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return FILES_WANTED if soft == resource.RLIM_INFINITY else soft
    with suppress(ValueError, OSError):  # a system that allows fewer than it says
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        return wanted
    return soft


def most_together(files: int) -> int:
    """The connections that so many files leave room for."""
    return max(min(files - KEPT_FILES - ACCEPTED_AT_ONCE, MOST_TOGETHER), ACCEPTED_AT_ONCE // 2)


def room_now() -> int:
    """The connections that this process has room for, once it has asked for its files."""
    return most_together(open_files())


class Doorkeeper:
    """Counts the open connections, of each address and together. Proxies in front stand for
    many people: ``trusted`` ones have no limit of their own.

    Where there is no room left, the oldest of those that keep us waiting go, of the address
    that has most of them; where nobody does, whoever comes is refused.
    """

    def __init__(
        self,
        most: int,
        *,
        together: int = MOST_TOGETHER,
        trusted: tuple[Address, ...] = (),
        patience: Patience | None = None,
    ) -> None:
        self.most, self.together = most, together
        self.patience = patience or Patience()
        self._trusted = trusted
        self._hosts: dict[Guest, str] = {}
        self._of: Counter[str] = Counter()
        self._refused = Often("web")

    def enter(self, guest: Guest, host: str) -> bool:
        """Whether one more connection from there is let in."""
        counted = address_of(host)
        if self._of[counted] >= self.most and not self._is_trusted(host):
            self._refused.happened("connections_refused", why="address")
            return False
        if len(self._hosts) >= self.together:
            self._make_room()
        if len(self._hosts) >= self.together:
            self._refused.happened("connections_refused", why="together")
            return False
        self._hosts[guest] = counted
        self._of[counted] += 1
        return True

    def leave(self, guest: Guest) -> None:
        """A connection is over, whether it was let in or not."""
        host = self._hosts.pop(guest, None)
        if host is None:
            return
        self._of[host] -= 1
        if self._of[host] <= 0:
            del self._of[host]

    def _make_room(self) -> None:
        waited_for: dict[str, list[Guest]] = defaultdict(list)
        for guest, host in self._hosts.items():
            if guest.keeps_us_waiting():
                waited_for[host].append(guest)
        if not waited_for:
            return
        host = max(
            waited_for, key=lambda each: (not self._is_trusted(each), len(waited_for[each]))
        )
        for guest in waited_for[host][: max(1, self.together // CUT_AT_ONCE)]:
            self.leave(guest)
            guest.cut_off()
            self._refused.happened("connections_refused", why="silent")

    def _is_trusted(self, host: str) -> bool:
        try:
            address = ip_address(host)
        except ValueError:
            return False
        return any(address in network for network in self._trusted)
