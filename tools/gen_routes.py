"""Every way into the application: its desk verbs, the roles let in, the body that it reads.

All of it is read from the code of the handlers and of what they call inside ``dispatch.web``,
the forms inside a handler as well, where a page does what it was asked.
"""

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache, reduce
from importlib import import_module
from types import FunctionType
from typing import Any, NamedTuple, cast

from litestar.handlers import HTTPRouteHandler, WebsocketRouteHandler
from litestar.routes import BaseRoute

from dispatch.desk import Headquarters
from dispatch.identity import Role
from dispatch.web.app import Door, create_app
from tools.gen_text import CODE, first_sentence, place, sources, whole_text

DECORATORS = frozenset({"verb", "reading"})
FRAMEWORK_METHODS = frozenset({"OPTIONS", "HEAD"})
GATES = {"open_visit": 2, "require_role": 1}
"""What asks for the role before anything else, and its first argument that names roles."""

SHAPED_BY = frozenset({"read_body", "convert"})
"""What makes a struct of a body; the shape is the second argument or ``type``."""

Roles = frozenset[Role]


class DeskVerb(NamedTuple):
    """One public function of the desk. ``roles`` None: not guarded by a role."""

    name: str
    module: str
    kind: str
    roles: Roles | None
    doc: str


class Route(NamedTuple):
    """One way in. ``verbs`` are the guarded desk verbs that it is for: those that change
    something, or, where there are none, those that read. ``gate`` are the roles that get past
    the door of a page, None where only the verb asks. ``body`` is the struct it reads.
    """

    method: str
    path: str
    doc: str
    verbs: tuple[DeskVerb, ...]
    gate: Roles | None
    body: type | None

    @property
    def roles(self) -> Roles | None:
        """Let in at the door and allowed the verb. None: whoever is signed in, or all."""
        able = frozenset[Role]().union(*(each.roles or frozenset() for each in self.verbs))
        if self.gate is None:
            return able if self.verbs else None
        return self.gate & able if self.verbs else self.gate


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


def _ways(route: BaseRoute, known: Mapping[tuple[str, str], DeskVerb]) -> Iterator[Route]:
    handlers = getattr(route, "route_handlers", None) or [getattr(route, "route_handler", None)]
    for handler in handlers:
        if not isinstance(handler, HTTPRouteHandler | WebsocketRouteHandler):
            continue
        function = cast("FunctionType", handler.fn)
        doc = whole_text(function.__doc__)
        verbs, gate = _verbs_of(function, known), _gate_of(function)
        for method in _methods(handler):
            path = re.sub(r":\w+}", "}", route.path)
            yield Route(method, path, doc, verbs, gate, _body_of(function))


def _methods(handler: HTTPRouteHandler | WebsocketRouteHandler) -> list[str]:
    if isinstance(handler, WebsocketRouteHandler):
        return ["WS"]
    return sorted(set(map(str, handler.http_methods)) - FRAMEWORK_METHODS)


def _verbs_of(
    function: FunctionType, known: Mapping[tuple[str, str], DeskVerb]
) -> tuple[DeskVerb, ...]:
    """What changes something anywhere below, else what is read: first by the handler itself."""
    everywhere = [_verbs_named(each, known) for each in _reached(function)]
    found = dict.fromkeys(verb for verbs in everywhere for verb in verbs)
    changing = tuple(each for each in found if each.kind == "verb")
    return changing or next((tuple(verbs) for verbs in everywhere if verbs), ())


def _verbs_named(
    function: FunctionType, known: Mapping[tuple[str, str], DeskVerb]
) -> list[DeskVerb]:
    keys = [
        (getattr(each, "__module__", ""), getattr(each, "__name__", ""))
        for each in _named(function)
    ]
    return [known[key] for key in keys if key in known]


def _gate_of(function: FunctionType) -> Roles | None:
    """The roles that every gate on the way lets in."""
    gates = [
        frozenset(_roles_in(each, call))
        for each in _reached(function)
        for call in _calls(each)
        if _name_of(call) in GATES
    ]
    return reduce(frozenset.intersection, gates) if gates else None


def _roles_in(function: FunctionType, gate: ast.Call) -> Iterator[Role]:
    for argument in gate.args[GATES[_name_of(gate)] :]:
        plain = argument.value if isinstance(argument, ast.Starred) else argument
        said = _value(plain, function)
        yield from [said] if isinstance(said, Role) else said


def _body_of(function: FunctionType) -> type | None:
    for each in _reached(function):
        for call in _calls(each):
            if _name_of(call) in SHAPED_BY:
                given = [word.value for word in call.keywords if word.arg == "type"]
                shape = _value((given or call.args[1:])[0], each)
                if isinstance(shape, type):
                    return shape
    return None


def _value(node: ast.expr, function: FunctionType) -> Any:
    """What an expression of names says in its module; None when it is made at run time."""
    try:
        return eval(ast.unparse(node), function.__globals__)  # noqa: S307 -- our own code
    except NameError:
        return None


def _reached(function: FunctionType) -> tuple[FunctionType, ...]:
    """The function and all of the web room that it names, the nearest first."""
    found = {function: None}
    waiting = [function]
    for one in waiting:
        for each in _named(one):
            is_ours = getattr(each, "__module__", "").startswith("dispatch.web")
            is_new = isinstance(each, FunctionType) and each not in found
            if is_ours and is_new and each.__name__ not in GATES:
                found[each] = None
                waiting.append(each)
    return tuple(found)


def _named(function: FunctionType) -> list[Any]:
    names = [node.id for node in ast.walk(_tree(function)) if isinstance(node, ast.Name)]
    known = function.__globals__
    return [known[name] for name in dict.fromkeys(names) if name in known]


def _calls(function: FunctionType) -> list[ast.Call]:
    return [node for node in ast.walk(_tree(function)) if isinstance(node, ast.Call)]


def _name_of(call: ast.Call) -> str:
    return str(getattr(call.func, "id", None) or getattr(call.func, "attr", ""))


@cache
def _tree(function: FunctionType) -> ast.AST:
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    (node,) = tree.body
    assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    return ast.Module([*node.body], [])
