"""``HEAD`` answers as ``GET`` without the body, as proxies and health checks ask."""

import re
from typing import Any

import pytest

from dispatch.live.health import health_routes
from dispatch.web.app import Door, create_app
from tests.desk_world import a_headquarters
from tests.shell.conftest import PEOPLE
from tests.stores import memory_stores

OWN_OF_EACH = frozenset({"date", "set-cookie"})
"""Headers that two answers in a row needn't share."""


def routes() -> dict[str, set[str]]:
    """The methods of every path."""
    live: list[Any] = [*health_routes(None)]  # type: ignore[arg-type]
    app = create_app(a_headquarters(memory_stores()), Door(), live=live)
    found: dict[str, set[str]] = {}
    for route in app.routes:
        found.setdefault(route.path, set()).update(getattr(route, "methods", ()))
    return found


READ = sorted(path for path, methods in routes().items() if "GET" in methods)
ONLY_CHANGED = sorted(set(routes()) - set(READ))


def filled(path: str) -> str:
    return re.sub(r"\{hospital:\w+\}", "mataro", re.sub(r"\{(?!hospital)[^}]*\}", "none", path))


def told(answer: Any) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name not in OWN_OF_EACH}


@pytest.mark.parametrize("who", [None, *PEOPLE])
async def test_head_answers_as_get_without_the_body(served, who):
    client = await served.client(who) if who else served.anybody()
    for path in map(filled, READ):
        whole, head = await client.get(path), await client.head(path)
        assert (head.status_code, head.content) == (whole.status_code, b""), path
        assert told(head) == told(whole), path
    await client.aclose()


async def test_head_of_what_is_not_read_is_refused_with_what_is_allowed(served):
    client = await served.client("central")
    for path in map(filled, ONLY_CHANGED):
        refused = await client.head(path)
        assert (refused.status_code, refused.content) == (405, b""), path
        assert set(refused.headers["allow"].split(", ")) == {"POST", "OPTIONS"}, path
