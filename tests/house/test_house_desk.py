"""The desk: every verb is listed, guarded, and named as its file."""

import ast
import re

import pytest

from dispatch.identity import Role
from dispatch.web.problems import CONFLICT, FORBIDDEN, NOT_SIGNED_IN, SPECIAL
from tests.house.tree import code, nothing_in, public
from tools.gen_desk import shape_of
from tools.gen_refusals import codes
from tools.gen_routes import desk_verbs, routes

DESK = "dispatch/desk/"
WITHOUT_ROLE = {
    "sign_in": "nobody has a role before",
    "manage_people": "for whoever runs the server, on its command line",
}


def test_the_list_of_verbs_is_the_folder():
    said = ast.get_docstring(code()[f"{DESK}__init__.py"]) or ""
    listed = set(re.findall(r"``([a-z_]+)``", said))
    assert listed == set(_modules())


def test_the_verb_is_named_as_its_file():
    names = {(each.module.split(".")[-1], each.name) for each in desk_verbs()}
    grouped = {"manage_people", "read_board", "read_transfer", "sign_in"}
    nothing_in(
        module
        for module in _modules()
        if module not in grouped and (module, module) not in names
    )


def test_every_verb_is_guarded_by_roles():
    nothing_in(
        f"{each.module}.{each.name}"
        for each in desk_verbs()
        if each.roles is None and each.module.split(".")[-1] not in WITHOUT_ROLE
    )


def test_the_roles_of_a_verb_stand_at_its_top():
    nothing_in(
        name
        for name, tree in _modules().items()
        if name not in WITHOUT_ROLE and "ALLOWED" not in _assigned_before_functions(tree)
    )


def test_no_verb_is_for_administrators():
    nothing_in(each.name for each in desk_verbs() if Role.ADMIN in (each.roles or ()))


def test_only_an_intensivist_answers_the_checklist():
    (verb,) = [each for each in desk_verbs() if each.name == "answer_checklist"]
    assert verb.roles == frozenset({Role.INTENSIVIST})


def test_a_public_function_of_the_desk_takes_headquarters_first():
    nothing_in(
        f"{name}.{node.name}"
        for name, tree in _modules().items()
        for node in tree.body
        if isinstance(node, ast.AsyncFunctionDef) and public(node.name)
        if node.args.args[0].arg != "hq"
    )


@pytest.mark.parametrize("kind", ["CONFLICT", "FORBIDDEN", "NOT_SIGNED_IN", "SPECIAL"])
def test_every_code_with_a_status_is_a_refusal(kind):
    listed = {
        "CONFLICT": CONFLICT,
        "FORBIDDEN": FORBIDDEN,
        "NOT_SIGNED_IN": NOT_SIGNED_IN,
        "SPECIAL": SPECIAL,
    }
    nothing_in(set(listed[kind]) - set(codes("Refused")))


def test_every_way_in_says_what_it_does():
    nothing_in(way.path for way in routes() if not way.doc)


def test_what_a_page_does_is_found_in_its_form():
    """The verb of a form stands in a function inside the handler or below it, and the door of a
    page narrows whom the verb would let in.
    """
    named = {f"{way.method} {way.path}": way for way in routes()}
    for path, verbs, roles in (
        ("POST /requests/{transfer_id}/cancel", ["cancel_transfer"], {"referring_doctor"}),
        ("GET /requests/{transfer_id}/condition", ["read_transfer"], {"referring_doctor"}),
        ("POST /answers/{transfer_id}/offer", ["counter_offer"], {"intensivist"}),
        ("POST /mission/death", ["record_death"], {"crew"}),
        ("POST /answers/{transfer_id}/dispute", ["dispute_agreement"], {"intensivist"}),
    ):
        assert [each.name for each in named[path].verbs] == verbs
        assert {role.value for role in named[path].roles or ()} == roles


def test_every_command_has_a_body_that_is_described():
    read_otherwise = {"assess", "assessment", "sign-out"}
    nothing_in(
        way.path
        for way in routes()
        if way.method == "POST" and way.path.startswith("/api/")
        if not shape_of(way) and way.path.split("/")[-1] not in read_otherwise
    )
    names = [kind.__name__ for kind in {shape_of(way) for way in routes()} if kind]
    assert len(names) == len(set(names)), "two bodies of one name"


def test_what_a_person_does_in_one_act_is_one_command():
    """A form or a body carries out one verb: several would be several entries, and the first
    would stand when the second is refused.
    """
    verbs = {each.name for each in desk_verbs() if not each.name.startswith("read_")}
    verbs -= {"sign_in", "sign_out", "store_leaving", "find_session"}
    nothing_in(
        f"{name}:{node.lineno} {node.name}"
        for name, tree in code().items()
        if name.startswith("dispatch/web/")
        for node in ast.walk(tree)
        if isinstance(node, ast.AsyncFunctionDef) and _carried_out(node.body, verbs) > 1
    )


def _carried_out(body, verbs):
    """The most verbs that one way through these statements carries out."""
    return sum(_most(statement, verbs) for statement in body)


def _most(node, verbs):
    if isinstance(node, ast.AsyncFunctionDef | ast.FunctionDef):
        return 0
    if isinstance(node, ast.If):
        ways = _carried_out(node.body, verbs), _carried_out(node.orelse, verbs)
        return _most(node.test, verbs) + max(ways)
    called = isinstance(node, ast.Call) and getattr(node.func, "id", None) in verbs
    return called + sum(_most(each, verbs) for each in ast.iter_child_nodes(node))


def _modules():
    return {
        name.removeprefix(DESK).removesuffix(".py"): tree
        for name, tree in code().items()
        if name.startswith(DESK) and not name.endswith("__init__.py")
    }


def _assigned_before_functions(tree):
    names = list[str]()
    for node in tree.body:
        if isinstance(node, ast.AsyncFunctionDef):
            break
        if isinstance(node, ast.Assign):
            names.extend(each.id for each in node.targets if isinstance(each, ast.Name))
    return names


def test_every_reason_in_words_is_judged_by_the_one_function_for_reasons():
    nothing_in(
        f"{path}:{call.lineno}"
        for path, tree in code().items()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") == "require_text"
        and any(
            isinstance(said.value, ast.Constant) and str(said.value.value).endswith("reason")
            for said in call.keywords
            if said.arg == "field"
        )
    )
