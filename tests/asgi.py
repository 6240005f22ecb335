"""One request to the application itself: bytes as a stranger may send them, no network."""

from collections.abc import Sequence
from typing import Any, NamedTuple

Header = tuple[str, str]

JSON: Header = ("content-type", "application/json")
FORM: Header = ("content-type", "application/x-www-form-urlencoded")


class Said(NamedTuple):
    """What came back."""

    status: int
    text: str
    headers: dict[str, str]


async def ask(
    app: Any,
    path: str,
    *,
    method: str = "POST",
    raw: bytes | None = b"",
    query: bytes = b"",
    headers: Sequence[Header] = (),
) -> Said:
    """The answer; ``raw`` None: whoever reads the body fails. ``path`` is already unquoted."""
    said: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        assert raw is not None, "the body was read before anybody was known"
        return {"type": "http.request", "body": raw, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        said.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode("utf-8", "surrogatepass"),
        "root_path": "",
        "query_string": query,
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "state": {},
    }
    await app(scope, receive, send)
    start, *rest = said
    body = b"".join(each.get("body", b"") for each in rest)
    told = {name.decode().lower(): value.decode("latin-1") for name, value in start["headers"]}
    return Said(start["status"], body.decode(errors="replace"), told)
