"""The body of a request: JSON of one known shape, or a refusal naming what is wrong.

Guards what the framework lets pass: any media type, endless depth, NUL characters (which
PostgreSQL can't store), bodies larger than any form of ours.
"""

import hashlib
import re
from datetime import datetime
from typing import TypeVar

import msgspec

from dispatch.kernel import Refused
from dispatch.kernel.repeated_keys import repeated_key
from dispatch.web.request import HttpRequest

T = TypeVar("T")

LARGEST_BYTES = 64 * 1024
DEEPEST = 32
KEY_LENGTH = 200

MOST_SAID = 80
"""Characters of somebody's own words that a refusal repeats."""

_MARKS = re.compile(rb'"(?:[^"\\]++|\\.?)*+"?|[\[\]{}]', re.DOTALL)
"""A bracket, or a string to its end, be it closed or not. Each byte is looked at once: nothing
is given back (``++``), and an opened string always matches.
"""


class EmptyBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing to say: an empty object."""


async def read_body(request: HttpRequest, shape: type[T]) -> T:
    """The body as ``shape``. Raises ``Refused``: ``media_type``, ``not_json``, ``too_deep``,
    ``key_twice``, ``body_invalid`` with the field, and what was expected there.
    """
    raw = await read_sound(request)
    try:
        found = msgspec.json.decode(raw, type=shape)
        require_once(repeated_key(raw))
    except msgspec.ValidationError as invalid:
        raise invalid_body(str(invalid)) from None
    except (msgspec.DecodeError, RecursionError, ValueError):
        raise Refused("not_json") from None
    return found


def require_once(twice: str | None) -> None:
    """Nothing, or ``Refused("key_twice")`` naming the field that was given more than once."""
    if twice is not None:
        raise Refused("key_twice", field=twice.replace(".", "/")[:MOST_SAID])


async def read_sound(request: HttpRequest) -> bytes:
    """The body as it came. Raises ``Refused`` as ``require_sound``, and ``media_type``."""
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media_type != "application/json":
        raise Refused("media_type", value=media_type or "-", allowed="application/json")
    raw = await request.body()
    require_sound(raw)
    return raw


def too_large() -> Refused:
    """The refusal of a body larger than any form of ours."""
    return Refused("body_too_large", allowed=f"<= {LARGEST_BYTES}")


def require_sound(raw: bytes) -> None:
    """Nothing, or ``Refused``: too large, too deep, or with a character nobody types."""
    if len(raw) > LARGEST_BYTES:
        raise too_large()
    if b"\\u0000" in raw or b"\x00" in raw:
        raise Refused("not_json")
    if depth_of(raw) > DEEPEST:
        raise Refused("too_deep", allowed=f"<= {DEEPEST}")


def depth_of(raw: bytes) -> int:
    """The deepest nesting of brackets, those inside strings not counted."""
    deepest = depth = 0
    for found in _MARKS.finditer(raw):
        mark = found[0]
        if mark in (b"[", b"{"):
            depth += 1
            deepest = max(deepest, depth)
        elif mark in (b"]", b"}"):
            depth -= 1
    return deepest


def digest_of(path: str, raw: bytes) -> str:
    """What a command's key stands for: this path and this body."""
    return hashlib.sha256(path.encode() + b"\n" + raw).hexdigest()


def key_of(request: HttpRequest) -> str:
    """The idempotency key. Raises ``Refused("key_needed")``."""
    key = request.headers.get("idempotency-key", "")
    if not 8 <= len(key) <= KEY_LENGTH or not key.isprintable():
        raise Refused("key_needed", field="Idempotency-Key", allowed="8-200 characters")
    return key


def seen_version(text: str, *, field: str) -> int | None:
    """The version of a transfer that somebody saw, as they say it: a number, perhaps quoted.

    None when they don't. Raises ``Refused("version_invalid")``.
    """
    if not text:
        return None
    found = re.fullmatch(r'([0-9]{1,15})|"([0-9]{1,15})"', text, re.ASCII)
    if found is None:
        raise Refused("version_invalid", field=field, value=text[:40])
    return int(found[1] or found[2])


def written_at(text: str) -> datetime | None:
    """The time on the paper a command is entered from, with its zone; None for one of now.

    Raises ``Refused("written_at_invalid")``.
    """
    if not text:
        return None
    try:
        return msgspec.convert(text, datetime)
    except msgspec.ValidationError:
        raise Refused(
            "written_at_invalid",
            field="Written-At",
            value=text[:40],
            allowed="2026-11-30T02:10Z",
        ) from None


def invalid_body(message: str) -> Refused:
    """The refusal of a body that is not of its shape, from the decoder's own words."""
    what, _, where = message.rpartition(" - at `$")
    if not what:
        what, where = message, ""
    field = where.rstrip("`").lstrip(".").replace(".", "/") or None
    return Refused("body_invalid", field=field and field[:MOST_SAID], allowed=what[:MOST_SAID])
