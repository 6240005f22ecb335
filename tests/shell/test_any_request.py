"""Whatever is sent to whichever route, by anybody: an answer in words, never a 5xx.

The same on the store in memory and on PostgreSQL, which is choosier about what a text may be.
"""

import asyncio
import json
import os
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dispatch.desk.sign_in import sign_in
from dispatch.store.postgres.connections import open_engine
from dispatch.transfer.stage import Stage
from dispatch.web.app import Door, create_app
from tests.asgi import FORM, JSON, Said, ask
from tests.builders import NOON
from tests.desk_world import Clock, World, a_headquarters, fleet
from tests.shell.any_request import NASTY_TEXTS, NASTY_TIMES, Words, nasty, shape_of
from tests.shell.conftest import PASSWORD, PEOPLE, _person
from tests.shell.test_pages_forms import Sheet
from tests.stores import Stores, make_empty, memory_stores, postgres_stores

EXAMPLES = int(os.environ.get("CSI_TEST_EXAMPLES", "8"))
LEAKS = re.compile(r"\{ ?\$|Traceback|jinja2\.|sqlalchemy|asyncpg")
often = settings(
    max_examples=EXAMPLES,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


class Place(NamedTuple):
    """A served world with something at every stage, who is signed in, and what exists there."""

    run: asyncio.Runner
    app: Any
    tokens: dict[str, str]
    words: Words

    def ask(self, who: str | None, path: str, **request: Any) -> Said:
        headers = list(request.pop("headers", ()))
        if who is not None:
            headers.append(("cookie", f"csi_session={self.tokens[who]}"))
        return self.run.run(ask(self.app, path, headers=headers, **request))


async def build(stores: Stores, runner: asyncio.Runner) -> Place:
    clock = Clock(NOON)
    hq = a_headquarters(stores, clock, is_demo=True)
    await hq.fleet.set_fleet(fleet())
    for name in PEOPLE:
        await hq.people.add_person(_person(name))
    world = World(hq, clock)
    known = [
        await world.brought_to(stage, f"NHC {stage.value}", unit_id=f"SVA-0{number}")
        for number, stage in enumerate(
            (Stage.REQUESTED, Stage.ASKED, Stage.ACCEPTED, Stage.ASSIGNED, Stage.DEPARTED), 1
        )
    ]
    tokens = {name: (await sign_in(hq, name, PASSWORD))[0] for name in PEOPLE}
    names = (*known, "SVA-01", "SVA-05", "calella", "mataro", "germans-trias", "none")
    return Place(runner, create_app(hq, Door()), tokens, Words(names))


@pytest.fixture(
    scope="module", params=["memory", pytest.param("postgres", marks=pytest.mark.postgres)]
)
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    with asyncio.Runner() as runner:
        if request.param == "memory":
            yield runner.run(build(memory_stores(), runner))
            return
        request.getfixturevalue("migrated")
        engine = open_engine(request.getfixturevalue("postgres_url"))
        runner.run(make_empty(engine))
        yield runner.run(build(postgres_stores(engine), runner))
        runner.run(engine.dispose())


def handlers() -> list[tuple[str, str, Any]]:
    """Every route: its method, its path, the function behind it."""
    app = create_app(a_headquarters(memory_stores()), Door())
    return sorted(
        (method, route.path, handler.fn)
        for route in app.routes
        for method, (handler, *_) in getattr(route, "route_handler_map", {}).items()
        if method in {"GET", "POST"}
    )


ROUTES = handlers()
IDS = [f"{method} {path}" for method, path, _ in ROUTES]


def require_words(said: Said, sent: object) -> None:
    assert said.status < 500, (said, sent)
    assert not LEAKS.search(said.text), (said, sent)


def a_path(data: st.DataObject, pattern: str, words: Words) -> str:
    """The path with its parts filled in: what exists, or anything but another part's mark."""

    def part(_: re.Match[str]) -> str:
        return data.draw(words.text()).encode(errors="replace").decode() or "x"

    return re.sub(r"\{[^}]*\}", part, pattern)


a_header = st.one_of(
    st.sampled_from(('"1"', "1", "key-00001", "*", "", "9" * 400, "ca", "x,,;q=;")),
    st.sampled_from(NASTY_TIMES),
    st.text(st.characters(max_codepoint=255, exclude_characters="\r\n\x00"), max_size=30),
)


HEADERS = (
    *("idempotency-key", "if-match", "written-at"),
    *("accept-language", "cookie", "sec-fetch-site", "origin"),
)


def some_headers(data: st.DataObject) -> list[tuple[str, str]]:
    names = (
        "idempotency-key",
        "if-match",
        "written-at",
        "accept-language",
        "cookie",
        "sec-fetch-site",
    )
    chosen = data.draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    headers = [(name, data.draw(a_header)) for name in chosen]
    if "idempotency-key" not in chosen:
        key = data.draw(st.integers(0, 10**12))
        headers.append(("idempotency-key", f"key-{key:08}"))
    return headers


QUERIES = (
    b"",
    b"after=1",
    b"hospital=%00",
    b"pre_alert=%00",
    b"done=requested",
    b"language=es",
)


def a_person(data: st.DataObject) -> str | None:
    return data.draw(
        st.sampled_from((None, *PEOPLE, *3 * ("central", "calella", "uci-mataro")))
    )


@pytest.mark.parametrize(("method", "pattern", "handler"), ROUTES, ids=IDS)
@often
@given(data=st.data())
def test_any_request_is_answered_in_words(place, method, pattern, handler, data):
    path = a_path(data, pattern, place.words)
    query = data.draw(
        st.binary(max_size=30) | st.sampled_from((b"", b"after=1", b"hospital=%00"))
    )
    sent: dict[str, Any] = {"method": method, "query": query, "headers": some_headers(data)}
    if method == "POST":
        shape = shape_of(handler)
        body = data.draw(nasty if shape is None else place.words.struct(shape))
        sent["raw"] = json.dumps(body).encode()
        sent["headers"].append(JSON)
        if "/pages/" in handler.__code__.co_filename:
            sent["headers"][-1] = FORM
            sent["raw"] = urlencode({"key": "form-00001", "seen": "x"}).encode()
    leaves = path.endswith("sign-out")
    said = place.ask(None if leaves else a_person(data), path, **sent)
    require_words(said, (path, sent))


PAGES = {
    "calella": ("/requests", "/requests/new", "/requests/{}", "/shared/{}"),
    "uci-mataro": ("/answers", "/answers/beds", "/answers/duty", "/answers/{}"),
    "sva-01": ("/mission", "/pre-alerts/new"),
    "cap-calella": ("/pre-alerts", "/pre-alerts/new"),
    None: ("/sign-in",),
}


USUAL = ("yes", "no", "adult", "paediatric", "septic_shock", "1", "37,5", "12:00")


def forms_of(place: Place) -> list[tuple[str | None, str, dict[str, str], list[str]]]:
    """Every form that the pages show: who sees it, where it goes, what stands in its fields."""
    found = []
    for who, patterns in PAGES.items():
        for pattern in patterns:
            for name in place.words.known if "{}" in pattern else ("",):
                page = place.ask(who, pattern.format(name), method="GET")
                every = re.findall(r'name="([^"]+)"', page.text)
                forms = [form for form in Sheet(page.text).forms if form[0] != "/sign-out"]
                found += [(who, *form, every) for form in forms]
    return found


@pytest.mark.parametrize("part", range(4))
@settings(often, max_examples=8 * EXAMPLES)
@given(data=st.data())
def test_any_form_is_answered_in_words(place, part, data):
    forms = _forms(place)
    who, action, fields, every = data.draw(st.sampled_from(forms[part::4]))
    words = st.one_of(
        place.words.text(),
        st.sampled_from(
            ("yes", "no", "adult", "paediatric", "septic_shock", "1", "37,5", "12:00")
        ),
    )
    changed = data.draw(st.dictionaries(st.sampled_from(every or ["x"]), words, max_size=12))
    key = f"form-{data.draw(st.integers(0, 10**12)):08}"
    sent = {**fields, **changed, **({"key": key} if "key" in fields else {})}
    raw = urlencode(sent, errors="surrogatepass").encode()
    said = place.ask(who, action.partition("?")[0], raw=raw, headers=[FORM])
    require_words(said, (who, action, sent))


_known: dict[int, list[Any]] = {}


def _forms(place: Place) -> list[Any]:
    if id(place.app) not in _known:
        _known[id(place.app)] = forms_of(place)
        assert len(_known[id(place.app)]) > 20
    return _known[id(place.app)]


ALMOST = (b'{"a": "\\ud800"}', b'"\xed\xa0\x80"', b"[1e999]", b"-0", b"1" * 5_000)
READ = ("/api/assess", "/api/pre-alerts", "/api/sign-in", "/api/transfers")


@pytest.mark.parametrize("raw", ALMOST)
@pytest.mark.parametrize("path", READ)
def test_text_that_is_almost_json_is_answered_in_words(place, path, raw):
    headers = [JSON, ("idempotency-key", "key-00001")]
    said = place.ask("calella", path, raw=raw, headers=headers)
    require_words(said, raw)
    assert said.status in {400, 401, 403, 422, 429}


@pytest.mark.parametrize("text", [*NASTY_TEXTS, *NASTY_TIMES])
@pytest.mark.parametrize("pattern", ["/console/{}", "/pages/{}", "/{}", "/api/transfers/{}"])
def test_path_that_is_no_path_of_ours_is_unknown(place, pattern, text):
    path = pattern.format(text.encode(errors="replace").decode() or "x")
    said = place.ask("central", path, method="GET")
    require_words(said, path)
    assert said.status in {200, 404}


@pytest.mark.parametrize("code", ["ca", "es", "en"])
@pytest.mark.parametrize("path", ["/api/sign-in", "/sign-in"])
def test_too_large_a_body_is_refused_with_the_limit(place, path, code):
    headers = [JSON if path.startswith("/api") else FORM, ("accept-language", code)]
    for size in (64 * 1024 + 1, 200_000):
        length = [("content-length", str(size))]
        said = place.ask(None, path, raw=b"a" * size, headers=[*headers, *length])
        assert said.status == 413
        assert "65536" in said.text
        require_words(said, size)
