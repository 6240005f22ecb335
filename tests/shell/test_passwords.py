"""Whoever sends wrong passwords waits for others of their kind; known devices don't."""

import asyncio
import threading
from contextlib import contextmanager
from dataclasses import replace

import pytest
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from dispatch.adapters import passwords as adapter
from dispatch.adapters.passwords import AT_ONCE, Passwords
from dispatch.desk.sign_in import sign_in
from tests.builders import refused
from tests.desk_world import World
from tests.waits import PATIENCE_S, patiently, until

KNOWN, STRANGER = True, False


class SlowHasher(PasswordHasher):
    """Looks at one password after the other, until it is let go on."""

    def __init__(self):
        super().__init__()
        self.go_on = threading.Event()
        self.seen = []

    def verify(self, known_hash, password):
        """Takes as long as the test wants it to."""
        del known_hash
        self.seen.append(password)
        if password.startswith("wrong"):
            assert self.go_on.wait(PATIENCE_S)
            raise VerifyMismatchError
        return True


@contextmanager
def under_attack(count):
    """So many strangers with wrong passwords, none of them done."""
    hasher = SlowHasher()
    passwords = Passwords(hasher)
    tries = [
        asyncio.create_task(passwords.check("-", f"wrong {each}", STRANGER))
        for each in range(count)
    ]
    try:
        yield hasher, passwords, tries
    finally:
        hasher.go_on.set()


async def test_known_device_waits_for_no_stranger():
    with under_attack(40) as (_, passwords, tries):
        async with patiently():
            assert await passwords.check("-", "right", KNOWN)
        assert not any(each.done() for each in tries)
    async with patiently():
        assert await asyncio.gather(*tries) == [False] * 40


async def test_strangers_are_looked_at_one_at_a_time():
    with under_attack(5) as (hasher, passwords, tries):
        await until(lambda: hasher.seen)
        async with patiently():
            for _ in range(3 * AT_ONCE):
                await passwords.check("-", "right", KNOWN)
        assert [each for each in hasher.seen if each != "right"] == ["wrong 0"]
    async with patiently():
        await asyncio.gather(*tries)


async def test_strangers_step_back_from_the_processor(monkeypatch):
    stepped = []
    monkeypatch.setattr(adapter, "_step_back", lambda: stepped.append(threading.get_ident()))
    passwords = Passwords(SlowHasher())
    async with patiently():
        await passwords.check("-", "right", KNOWN)
        assert not stepped
        await passwords.check("-", "right", STRANGER)
    assert len(stepped) == 1


def test_stepping_back_is_no_failure_where_no_thread_can():
    thread = threading.Thread(target=adapter._step_back)
    thread.start()
    thread.join(PATIENCE_S)


@pytest.mark.parametrize("is_known", [True, False])
async def test_name_that_nobody_has_stands_in_the_same_queue(world: World, is_known):
    """No faster answer tells that there is no such account."""
    asked = []

    async def check(known_hash, password, is_known):
        asked.append(is_known)
        return False

    hq = replace(world.hq, check_password=check)
    for name in ("central", "nobody"):
        with refused("sign_in_failed"):
            await sign_in(hq, name, "x", is_known=is_known)
    assert asked == [is_known, is_known]
