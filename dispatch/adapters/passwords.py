"""argon2id in threads: one hash takes 64 MiB, every core and some tenths of a second.

Known devices have threads of their own; strangers share one, which steps back from the
processor: whoever sends wrong passwords delays neither them nor the boards.
"""

import asyncio
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

AT_ONCE = 2
"""Of those whom we know. Of strangers it is one."""

STEPS_BACK = 10
"""By how much strangers' hashing is nicer than what serves the boards (proposed)."""


class Passwords:
    """Hashing that never blocks the event loop nor fills the memory."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._known = ThreadPoolExecutor(AT_ONCE, "passwords")
        self._strangers = ThreadPoolExecutor(1, "strangers", initializer=_step_back)

    async def hash(self, password: str) -> str:
        """The argon2id hash with its salt and parameters."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._known, self._hasher.hash, password)

    async def check(self, known_hash: str, password: str, is_known: bool) -> bool:
        """Whether the password is the one of the hash. ``is_known``: from a known device."""
        turn = self._known if is_known else self._strangers
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(turn, self._matches, known_hash, password)

    def _matches(self, known_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(known_hash, password)
        except (VerificationError, InvalidHashError):
            return False


def _step_back() -> None:
    """Threads of the hasher begin as nice as the one that starts them (Linux only)."""
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), STEPS_BACK)
