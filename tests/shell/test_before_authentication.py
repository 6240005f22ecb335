"""What anybody may send before they are known costs no more than its length.

Each reader gets the worst we know for it, at a size and at eight times that size; the whole
application gets the same, as large as it takes.
"""

import asyncio
import re
from functools import cache
from typing import Any

import pytest
from litestar.connection import ASGIConnection

from dispatch.i18n.catalogue import best_language
from dispatch.kernel import Refused
from dispatch.web.app import Door, create_app
from dispatch.web.body import LARGEST_BYTES, depth_of, invalid_body
from dispatch.web.cookies import cookie_of
from dispatch.web.origin import OWN_PATH, is_our_origin
from dispatch.web.pages.forms import pairs_of
from tests.asgi import FORM, JSON, ask
from tests.desk_world import a_headquarters
from tests.stores import memory_stores
from tests.work import LINEAR_AT_MOST, growth

SMALL = 16 * 1024

BODIES = {
    "an unterminated string of escaped quotes": lambda size: b'"' + b'\\"' * (size // 2),
    "quotes only": lambda size: b'"' * size,
    "backslashes in a string": lambda size: b'"' + b"\\" * size,
    "a string that never ends": lambda size: b'"' + b"x" * size,
    "opened brackets": lambda size: b"[" * size,
    "many unterminated beginnings": lambda size: b'"\\x\n' * (size // 4),
    "a key as long as the body": lambda size: b'{"' + b"k" * size + b'": 1}',
    "two long names": lambda size: b'{"username": "' + b"\\u0061" * (size // 6) + b'"}',
    "a number of thousands of digits": lambda size: b"9" * size,
    "a place in the words of the decoder": lambda size: b'{"' + b" - at `$." * (size // 9),
}
COOKIES = {
    "quoted and escaped": lambda size: 'csi_session="' + "\\1" * (size // 2) + '"',
    "quotes": lambda size: 'csi_session="' + '\\"' * (size // 2),
    "many": lambda size: "a=b;" * (size // 4),
    "semicolons": lambda size: ";" * size,
    "signs": lambda size: "=" * size,
}


def with_cookie(text: str) -> Any:
    headers = [(b"cookie", text.encode("latin-1"))]
    scope: Any = {"type": "http", "headers": headers}
    return ASGIConnection(scope)


@pytest.mark.parametrize("worst", BODIES.values(), ids=list(BODIES))
def test_looking_at_a_body_costs_no_more_than_its_length(worst):
    def work(size):
        raw = worst(size)
        return lambda: depth_of(raw)

    assert growth(work, size=SMALL) < LINEAR_AT_MOST


@pytest.mark.parametrize("worst", COOKIES.values(), ids=list(COOKIES))
def test_reading_cookies_costs_no_more_than_their_length(worst):
    def work(size):
        connection = with_cookie(worst(size))
        return lambda: cookie_of(connection, "csi_session")

    assert growth(work, size=SMALL) < LINEAR_AT_MOST


READERS = {
    "languages": lambda size: lambda: best_language("x;q=1," * (size // 6), "ca"),
    "origin": lambda size: lambda: is_our_origin("h" * size, "h" * size, public_origin=None),
    "own path": lambda size: lambda: OWN_PATH.fullmatch("/a" * (size // 2) + "?"),
    "decoder": lambda size: lambda: invalid_body(" - at `$." * (size // 9)),
    "form": lambda size: lambda: pairs_of(b"%41=" + b"%42" * (size // 3)),
    "form of many fields": lambda size: lambda: none_of(b"a=b&" * (size // 4)),
}


def none_of(raw: bytes) -> None:
    with pytest.raises(Refused):
        pairs_of(raw)


@pytest.mark.parametrize("work", READERS.values(), ids=list(READERS))
def test_every_other_reader_costs_no_more_than_the_length(work):
    assert growth(work, size=SMALL) < LINEAR_AT_MOST


@pytest.mark.parametrize("name", COOKIES)
def test_a_cookie_is_found_among_any_others(name):
    text = "a=b; csi_session=token ;" + COOKIES[name](200)
    assert cookie_of(with_cookie(text), "csi_session") == "token"
    assert cookie_of(with_cookie("other_csi_session=1"), "csi_session") is None


@pytest.mark.parametrize(
    ("raw", "depth"),
    [
        (b'{"a": "[[[["}', 1),
        (b'["\\"[", [2]]', 2),
        (b'["\\\\", [2]]', 2),
        (b'{"a": {"b": []}}', 3),
        (b'"[[[[', 0),
        (b'"\\', 0),
        (b'["a\n[", [', 2),
    ],
)
def test_brackets_inside_strings_are_no_depth(raw, depth):
    assert depth_of(raw) == depth


PUBLIC = ("/api/sign-in", "/sign-in", "/language")
"""The routes whose body is read from anybody."""

SIGN_OUT = ("/sign-out", "/api/sign-out")


@cache
def application():
    return create_app(a_headquarters(memory_stores()), Door())


@pytest.mark.parametrize("path", PUBLIC)
@pytest.mark.parametrize("name", BODIES)
def test_whole_application_answers_the_worst_body_for_little(path, name):
    app, headers = application(), (JSON if path.startswith("/api") else FORM,)

    def work(size):
        raw = BODIES[name](size)[:LARGEST_BYTES]
        return lambda: runner.run(ask(app, path, raw=raw, headers=headers))

    with asyncio.Runner() as runner:
        assert growth(work, size=LARGEST_BYTES // 8) < LINEAR_AT_MOST


@pytest.mark.parametrize("name", COOKIES)
def test_whole_application_answers_the_worst_cookie_for_little(name):
    app = application()

    def work(size):
        headers = (("cookie", COOKIES[name](size)), ("accept-language", "x," * (size // 2)))
        return lambda: runner.run(ask(app, "/api/me", headers=headers, method="GET"))

    with asyncio.Runner() as runner:
        assert growth(work, size=SMALL // 2) < LINEAR_AT_MOST


def routes_that_change():
    app = application()
    return sorted(
        route.path
        for route in app.routes
        if "POST" in getattr(route, "methods", ()) and route.path not in (*PUBLIC, *SIGN_OUT)
    )


@pytest.mark.parametrize("path", routes_that_change())
@pytest.mark.parametrize("media_type", [JSON, FORM])
async def test_nobody_s_body_is_read_before_they_are_known(path, media_type):
    filled = "/".join("one" if part.startswith("{") else part for part in path.split("/"))
    headers = (media_type, ("idempotency-key", "key-00001"), ("content-length", "9"))
    assert (await ask(application(), filled, raw=None, headers=headers)).status in {303, 401}


def test_the_measure_sees_what_is_not_linear():
    gives_back = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{}]')

    def work(size):
        raw = BODIES["an unterminated string of escaped quotes"](size)
        return lambda: gives_back.findall(raw)

    assert growth(work, size=1_000) > LINEAR_AT_MOST
