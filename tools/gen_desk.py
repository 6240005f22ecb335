"""Who may do what, over which route, with which body: read from the desk and the routes."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import cast, get_args

import msgspec

from dispatch.identity import Role
from tools.gen_routes import Route, desk_verbs, routes
from tools.gen_rules import struct_part
from tools.gen_text import code, page, table, whole_text

PEOPLE: list[Role] = [role for role in Role if role is not Role.HEADQUARTERS]


def permissions_page() -> str:
    """``docs/permissions.md``: role by verb, and role by route."""
    verbs = desk_verbs()
    guarded = [each for each in verbs if each.roles is not None]
    free = [each for each in verbs if each.roles is None]
    roles = list(Role)
    return page(
        "Who may do what",
        "`ALLOWED` in `dispatch/desk/` and the doors of the pages in `dispatch/web/`",
        "The role is asked before anything is read; `role_not_allowed` names the roles that "
        "may. Beyond the role, a person acts only on what they see "
        "(`dispatch/identity/sight.py`): to all others a transfer does not exist.",
        "## Verbs",
        table(
            ("verb", *_names(roles)), [(code(v.name), *_marks(v.roles, roles)) for v in guarded]
        ),
        "`headquarters` is the program itself; nobody signs in as it.",
        "## Routes",
        "A page asks for the role at its door and its verb asks again: a mark stands where "
        "both let in. `/api/assess` is open to everybody signed in; only with `?hospital=` "
        "does it ask for the role.",
        table(
            ("route", *_names(PEOPLE)),
            [
                (code(f"{way.method} {way.path}"), *_marks(way.roles, PEOPLE))
                for way in routes()
                if way.roles is not None
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
        "program and changes of one's own don't count). `Signed-In-As` may name the person "
        "whom the screen shows; when the session is another's by now, 409 "
        "`signed_in_as_another`. "
        "Errors are "
        "`application/problem+json` with the codes of [refusals](refusals.md); who may call "
        "what is in [permissions](permissions.md); the fields of every body are in "
        "[bodies](bodies.md), and for the live board in `console/src/gen/wire.schema.json`.",
        "The pages (all that is not below `/api`) take the fields of their forms instead. "
        "Every `GET` may be asked as `HEAD`.",
        table(
            ("method", "path", "what it does", "verb", "body"),
            [
                (
                    way.method,
                    code(way.path),
                    way.doc,
                    ", ".join(code(v.name) for v in way.verbs),
                    _body_link(way),
                )
                for way in routes()
            ],
        ),
    )


def bodies_page() -> str:
    """``docs/bodies.md``: what every `POST` of the interface takes, field by field."""
    bodies = sorted({kind for way in routes() if (kind := shape_of(way))}, key=_title)
    parts = [kind for kind in _below(bodies) if kind not in bodies]
    return page(
        "Bodies",
        "the structs that the handlers of `dispatch/web/` read",
        "JSON objects. A field without a default is needed; `empty` is an empty list or "
        "object. A field that is not listed is refused. Instants carry their zone "
        "(`2026-11-30T02:10:00Z`). Which route takes which is in [routes](api.md). `inputs` "
        "(`POST /api/pre-alerts`, and `/assessment` of a transfer, whose body is `inputs` and "
        "`confirmed_doubts`, a list of texts) and the body of `POST /api/assess` are as in a "
        "[vignette](files.md).",
        *(struct_part(kind, _title(kind)) for kind in bodies),
        "# Values in them",
        *(_value_part(kind) for kind in sorted(parts, key=_title)),
    )


def shape_of(way: Route) -> type[msgspec.Struct] | None:
    """The struct of the body, for a route of the interface."""
    is_struct = way.body is not None and issubclass(way.body, msgspec.Struct)
    return way.body if is_struct and way.path.startswith("/api/") else None


def _body_link(way: Route) -> str:
    kind = shape_of(way)
    return f"[`{_title(kind)}`](bodies.md#{_title(kind).lower()})" if kind else ""


def _below(kinds: Iterable[type]) -> list[type]:
    """The structs and enumerations in the fields of these, and in theirs, once each."""
    found = dict.fromkeys(kinds)
    waiting = list(found)
    for kind in waiting:
        fields = msgspec.structs.fields(kind) if issubclass(kind, msgspec.Struct) else ()
        for each in (inner for field in fields for inner in _types_in(field.type)):
            if each not in found:
                found[each] = None
                waiting.append(each)
    return list(found)


def _types_in(kind: object) -> Iterator[type]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct | Enum):
        yield kind
    for inner in get_args(kind):
        yield from _types_in(inner)


def _value_part(kind: type) -> str:
    if issubclass(kind, msgspec.Struct):
        return struct_part(kind, _title(kind))
    words = ", ".join(code(each.value) for each in cast("type[Enum]", kind))
    return f"## {_title(kind)}\n\n{whole_text(kind.__doc__)}\n\nOne of {words}."


def _title(kind: type) -> str:
    return str(kind.__name__)


def _names(roles: list[Role]) -> list[str]:
    return [role.value.replace("_", " ") for role in roles]


def _marks(allowed: frozenset[Role] | None, roles: list[Role]) -> list[str]:
    return ["✓" if allowed is None or role in allowed else "" for role in roles]
