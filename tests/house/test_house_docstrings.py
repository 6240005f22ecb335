"""Everything public says what it promises."""

import ast

from tests.house.tree import ROOT, code, nothing_in, public, python
from tools.gen_map import ROOMS
from tools.measure import functions_of

SHORTEST_ROOM_DOC = 40
"""Characters: the name of a room alone says nothing about what it knows."""


def test_every_module_has_a_docstring():
    silent = [name for name, tree in python().items() if tree.body and not _doc(tree)]
    nothing_in(silent)


def test_every_public_class_has_a_docstring():
    silent = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in code().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and public(node.name) and not _doc(node)
    ]
    nothing_in(silent)


def test_every_public_function_has_a_docstring():
    silent = [
        f"{name}:{each.line} {each.name}"
        for name, tree in code().items()
        for each in functions_of(tree)
        if public(each.name) and not _is_inner(each, tree) and not _doc(each.node)
    ]
    nothing_in(silent)


def test_every_room_says_what_it_knows():
    silent = [
        name
        for name, tree in code().items()
        if name.count("/") == 2
        and name.endswith("/__init__.py")
        and len(_doc(tree)) < SHORTEST_ROOM_DOC
    ]
    nothing_in(silent)


def test_the_map_lists_every_room():
    folders = {path.parent.name for path in (ROOT / "dispatch").glob("*/__init__.py")}
    said = _doc(code()["dispatch/__init__.py"])
    assert folders == set(ROOMS)
    assert [room for room in ROOMS if f"``{room}``" not in said] == []


def _doc(node):
    return ast.get_docstring(node) or ""


def _is_inner(each, tree):
    outer = [name.name for name in tree.body if isinstance(name, ast.ClassDef)]
    return "." in each.name and each.name.split(".")[0] not in outer
