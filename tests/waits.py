"""Waits that end. No test expects speed: it asks whether something comes, never how soon.

A machine that does ten other things at once is slow, and nothing of ours is at fault then.
``PATIENCE_S`` is there only so that what never comes is a red test; nobody else has a number.
"""

import asyncio
import inspect
import select
import subprocess
import threading
import time
from collections.abc import Callable

import pytest

PATIENCE_S = 240.0
EVERY_S = 0.01


def patiently() -> asyncio.Timeout:
    """What stands inside ends, or ``TimeoutError`` ends it."""
    return asyncio.timeout(PATIENCE_S)


async def until(met: Callable[[], object]) -> None:
    """Waits until ``met()`` holds; it may be a coroutine function."""
    async with patiently():
        while not await _told(met()):  # noqa: ASYNC110 -- what is waited for has no event
            await asyncio.sleep(EVERY_S)


def wait_until(met: Callable[[], object]) -> None:
    """Waits, event loop and all, until ``met()`` holds."""
    ends_s = time.monotonic() + PATIENCE_S
    while not met():
        if time.monotonic() > ends_s:
            raise TimeoutError
        time.sleep(EVERY_S)


def joined(*threads: threading.Thread) -> None:
    """Waits until all of these have ended."""
    for thread in threads:
        thread.join(PATIENCE_S)
        assert not thread.is_alive(), thread.name


def ended(process: subprocess.Popen[str]) -> str:
    """All that the program said until it ended; one that goes on is killed, and told of."""
    try:
        said, _ = process.communicate(timeout=PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        said, _ = process.communicate(timeout=PATIENCE_S)
        pytest.fail(f"it did not end, and said: {said}")
    return said or ""


def first_line(process: subprocess.Popen[str]) -> str:
    """The first line that the program says; empty if it ends without one."""
    assert process.stdout is not None
    ready, _, _ = select.select([process.stdout], [], [], PATIENCE_S)
    assert ready, "it said nothing"
    return process.stdout.readline()


async def _told(found: object) -> object:
    return await found if inspect.isawaitable(found) else found
