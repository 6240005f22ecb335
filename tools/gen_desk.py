"""Who may do what, and over which route: read from the desk and from the application."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from types import FunctionType
from typing import Any, NamedTuple, cast

from litestar.handlers import HTTPRouteHandler, WebsocketRouteHandler
from litestar.routes import BaseRoute

from dispatch.desk import Headquarters
from dispatch.identity import Role
from dispatch.web.app import Door, create_app
from tools.gen_text import CODE, code, first_sentence, page, place, sources, table, whole_text

DECORATORS = frozenset({"verb", "reading"})
FRAMEWORK_METHODS = frozenset({"OPTIONS", "HEAD"})


class DeskVerb(NamedTuple):
    """One public function of the desk. ``roles`` None: not guarded by a role."""

    name: str
    module: str
    kind: str
    roles: frozenset[Role] | None
    doc: str


class Route(NamedTuple):
    """One way in. ``verbs`` are the guarded desk verbs its handler calls."""

    method: str
    path: str
    doc: str
    verbs: tuple[DeskVerb, ...]


def permissions_page() -> str:
    """``docs/permissions.md``: role by verb, and role by route."""
    verbs = desk_verbs()
    guarded = [each for each in verbs if each.roles is not None]
    free = [each for each in verbs if each.roles is None]
    roles = list(Role)
    names = [role.value.replace("_", " ") for role in roles]
    return page(
        "Who may do what",
        "`ALLOWED` in `dispatch/desk/`",
        "The role is asked before anything is read; `role_not_allowed` names the roles that "
        "may. Beyond the role, a person acts only on what they see "
        "(`dispatch/identity/sight.py`): to all others a transfer does not exist.",
        "## Verbs",
        table(("verb", *names), [(code(v.name), *_marks(v.roles, roles)) for v in guarded]),
        "`headquarters` is the program itself; nobody signs in as it.",
        "## Routes",
        table(
            ("route", *names),
            [
                (code(f"{way.method} {way.path}"), *_marks(_roles_of(way), roles))
                for way in routes()
                if way.verbs
            ],
        ),
        "## Without a role",
        "Sessions are for everybody; accounts are managed from the command line of the server.",
        table(("function", "what it does"), [(code(each.name), each.doc) for each in free]),
    )


def api_page() -> str:
    """``docs/api.md``: every route with what it does."""
    return page(
        "Routes",
        "the application of `dispatch/web/app.py`",
        "JSON in, JSON out, a session cookie between. Every `POST` that changes something "
        "needs `Content-Type: application/json` and a random `Idempotency-Key` of 8 to 200 "
        "characters: sent again with the same key, it is done once. A command on a transfer "
        "may carry `If-Match` with the `version` its sender saw: when somebody else has "
        "changed the transfer since, it is refused with 409 `changed_since` (proposals of the "
        "program and changes of one's own don't count). Errors are "
        "`application/problem+json` with the codes of [refusals](refusals.md); who may call "
        "what is in [permissions](permissions.md); the shapes are the structs named by the "
        "handlers, and for the live board `console/src/gen/wire.schema.json`.",
        table(
            ("method", "path", "what it does", "verb"),
            [
                (
                    way.method,
                    code(way.path),
                    way.doc,
                    ", ".join(code(v.name) for v in way.verbs),
                )
                for way in routes()
            ],
        ),
    )


def desk_verbs() -> tuple[DeskVerb, ...]:
    """The public functions of every desk module, in the order of the files."""
    return tuple(_desk_verbs())


def routes() -> tuple[Route, ...]:
    """Every route of the application, by path; no headquarters is needed to know them."""
    app = create_app(cast("Headquarters", None), Door(), live=live_routes())
    known = {(each.module, each.name): each for each in desk_verbs() if each.roles is not None}
    found = {way for route in app.routes for way in _ways(route, known)}
    return tuple(sorted(found, key=lambda way: (way.path, way.method)))


def live_routes() -> tuple[WebsocketRouteHandler, ...]:
    """The websocket handlers of the live room."""
    module = import_module("dispatch.live.stream")
    return tuple(
        each for each in vars(module).values() if isinstance(each, WebsocketRouteHandler)
    )


def _desk_verbs() -> Iterator[DeskVerb]:
    for path, tree in sources(CODE / "desk"):
        module = place(path).removesuffix(".py").replace("/", ".")
        for node in tree.body:
            if isinstance(node, ast.AsyncFunctionDef) and node.name[0] != "_":
                kind = _decorator(node)
                roles = import_module(module).ALLOWED if kind else None
                doc = first_sentence(ast.get_docstring(node))
                yield DeskVerb(node.name, module, kind, roles, doc)


def _decorator(node: ast.AsyncFunctionDef) -> str:
    for each in node.decorator_list:
        match each:
            case ast.Call(func=ast.Name(id=name)) if name in DECORATORS:
                return name
    return ""


def _marks(allowed: frozenset[Role] | None, roles: list[Role]) -> list[str]:
    return ["✓" if allowed is None or role in allowed else "" for role in roles]


def _roles_of(way: Route) -> frozenset[Role]:
    return frozenset().union(*(verb.roles or frozenset() for verb in way.verbs))


def _ways(route: BaseRoute, known: dict[tuple[str, str], DeskVerb]) -> Iterator[Route]:
    handlers = getattr(route, "route_handlers", None) or [getattr(route, "route_handler", None)]
    for handler in handlers:
        if not isinstance(handler, HTTPRouteHandler | WebsocketRouteHandler):
            continue
        function = cast("FunctionType", handler.fn)
        doc = whole_text(function.__doc__)
        verbs = _verbs_called(function, known) or _verbs_below(function, known)
        for method in _methods(handler):
            yield Route(method, re.sub(r":\w+}", "}", route.path), doc, verbs)


def _methods(handler: HTTPRouteHandler | WebsocketRouteHandler) -> list[str]:
    if isinstance(handler, WebsocketRouteHandler):
        return ["WS"]
    return sorted(set(map(str, handler.http_methods)) - FRAMEWORK_METHODS)


def _verbs_called(
    function: FunctionType, known: dict[tuple[str, str], DeskVerb]
) -> tuple[DeskVerb, ...]:
    found = [
        known.get((getattr(each, "__module__", ""), getattr(each, "__name__", "")))
        for each in _called(function)
    ]
    return tuple(each for each in found if each is not None)


def _verbs_below(
    function: FunctionType, known: dict[tuple[str, str], DeskVerb]
) -> tuple[DeskVerb, ...]:
    own = [
        each
        for each in _called(function)
        if isinstance(each, FunctionType) and each.__module__.startswith("dispatch.web")
    ]
    found = [verb for each in own for verb in _verbs_called(each, known)]
    return tuple(dict.fromkeys(found))


def _called(function: FunctionType) -> list[Any]:
    return [
        function.__globals__[name]
        for name in function.__code__.co_names
        if name in function.__globals__
    ]
