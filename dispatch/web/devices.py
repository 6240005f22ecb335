"""Which devices are no strangers at the door, and how a new one is let in.

A device is known for the accounts that signed in on it. It has a count of wrong passwords of
its own (``dispatch.web.attempts``), so whoever keeps trying the password of an account holds up
none of them. A new device at the address of whoever tries can't be told from theirs; whoever
runs the server lets it in with an invitation.
"""

import hashlib
import hmac
import re
from datetime import datetime, timedelta

MOST_MARKS = 12
"""Accounts that one device is remembered for: the people of a ward and its guards."""

INVITATION = timedelta(hours=1)
"""How long an invitation is good for (proposed): read out by telephone, typed at once."""

_MARK = re.compile(r"[0-9a-f]{32}")
_DEVICE = re.compile(r"[A-Za-z0-9_-]{4,64}")
_UNTIL = re.compile(r"[0-9]{1,12}")


def device_key_of(secret: str) -> bytes:
    """The key under which devices are known again, of an installation's secret."""
    return hmac.new(secret.encode(), b"known devices", hashlib.sha256).digest()


class Devices:
    """Devices remember, in a cookie, for which accounts somebody signed in on them.

    The cookie is the device's random name and a keyed mark for each account; only we can make
    a mark, and it opens nothing: it only says that this device is no stranger.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def known(self, cookie: str | None, account: str) -> str | None:
        """The device's name when it is known for that account, else None."""
        device, *marks = (cookie or "").split(".")[: MOST_MARKS + 1]
        expected = self._mark(device, account)
        is_known = any(hmac.compare_digest(expected, mark) for mark in marks if mark.isascii())
        return device if is_known and _DEVICE.fullmatch(device) else None

    def marked(self, cookie: str | None, account: str, *, new_name: str) -> str:
        """The cookie with a mark for that account, the last one first."""
        device, *marks = (cookie or "").split(".")[: MOST_MARKS + 1]
        if not _DEVICE.fullmatch(device):
            device, marks = new_name, []
        mark = self._mark(device, account)
        others = [each for each in marks if _MARK.fullmatch(each) and each != mark]
        return ".".join((device, mark, *others[: MOST_MARKS - 1]))

    def invitation(self, account: str, *, new_name: str, now_at: datetime) -> str:
        """What lets a new device in for that account until ``INVITATION`` has passed. It opens
        nothing: the password is still asked for.
        """
        until = str(int((now_at + INVITATION).timestamp()))
        return ".".join((new_name, until, self._invited(new_name, until, account)))

    def invited(self, invitation: str | None, account: str, *, now_at: datetime) -> str | None:
        """The name of a device that brings an invitation for that account, else None."""
        device, until, mark = ((invitation or "").split(".") + [""] * 3)[:3]
        is_ours = mark.isascii() and hmac.compare_digest(
            self._invited(device, until, account), mark
        )
        if not is_ours or _UNTIL.fullmatch(until) is None or int(until) < now_at.timestamp():
            return None
        return device

    def _invited(self, device: str, until: str, account: str) -> str:
        return self._mark(f"{device}\n{until}\ninvited", account)

    def seal(self, person_id: str) -> str:
        """The key, in hexadecimal, under which that person's pages keep what they type."""
        return hmac.new(self._key, f"draft\n{person_id}".encode(), hashlib.sha256).hexdigest()

    def _mark(self, device: str, account: str) -> str:
        words = f"{device}\n{account}".encode()
        return hmac.new(self._key, words, hashlib.sha256).hexdigest()[:32]
