"""Files and functions stay small enough to be read; ``python -m tools.sizes`` prints them."""

import ast

from tests.house.tree import code, nothing_in, public, python, texts
from tools.measure import functions_of

FILE_LINES = 400
FUNCTION_LINES = 60
DEPTH = 3
PARAMETERS = 5
POSITIONAL = 3

NOT_FOR_READING_AT_ONE_GO = {
    "console/package-lock.json": "a lock file",
}
DEEP = {
    "price_routes": "one budget of steps spans classes of units, units and routes",
    "listen": "a connection that is opened again around a poll that must be left in order",
}
MANY_PARAMETERS = {
    "record_on": "what every line of the log says: who, when, written when, from paper or not",
    "choose_hospital": "the whole question: network, times, patient and beds, each by its name",
    "answer_checklist": "an answer whole: what is asked, by whom, and each reason by its name",
    "hand_over": "a handover whole: whose unit and word, when, and what there is at that door",
    "assign_unit": "what is confirmed: which unit, why, who loses it, each by its name",
}
MANY_POSITIONAL = {
    "change_condition": "a desk verb: headquarters, command and transfer come first everywhere",
    "report_unit_status": "a desk verb: headquarters, command and unit come first everywhere",
    "row_fault": "row, column, code, allowed: the order in which a fault is said",
    "decode_board": "the order of the struct it makes",
    "Settings.settings_customise_sources": "pydantic prescribes it",
}
SOURCES = (".py", ".ts", ".tsx", ".css", ".ftl")


def test_no_source_file_is_too_long():
    long = {
        name: text.count("\n")
        for name, text in texts().items()
        if name.endswith(SOURCES)
        and text.count("\n") > FILE_LINES
        and name not in NOT_FOR_READING_AT_ONE_GO
    }
    nothing_in(long.items())


def test_no_function_is_too_long():
    nothing_in(_where(lambda each: each.lines > FUNCTION_LINES, python()))


def test_no_function_nests_too_deep():
    nothing_in(_where(lambda each: each.depth > DEPTH and each.name not in DEEP, code()))


def test_no_function_takes_too_many_parameters():
    found = _where(
        lambda each: (
            each.parameters > PARAMETERS
            and each.name not in MANY_PARAMETERS
            and not _is_a_command(each.node)
        ),
        code(),
    )
    nothing_in(found)


def test_public_functions_name_their_later_parameters():
    found = _where(
        lambda each: (
            _positional(each.node) > POSITIONAL
            and public(each.name)
            and each.name not in MANY_POSITIONAL
            and not _is_compiled(each.node)
        ),
        code(),
    )
    nothing_in(found)


def test_every_exception_is_still_needed():
    known = {each.name for tree in code().values() for each in functions_of(tree)}
    assert {*DEEP, *MANY_PARAMETERS, *MANY_POSITIONAL} <= known


def test_an_elif_is_no_deeper_than_its_if():
    source = (
        "def f(x):\n if x: pass\n elif x: pass\n elif x: pass\n else:\n  for y in x: pass\n"
    )
    (found,) = functions_of(ast.parse(source))
    assert (found.depth, found.lines, found.parameters) == (2, 6, 1)


def _is_compiled(node):
    # Numba knows no keyword-only parameters.
    return any(getattr(each, "id", "") == "compiled" for each in node.decorator_list)


def _is_a_command(node):
    # Of the command line: one keyword argument for each of its options.
    called = (each.func for each in node.decorator_list if isinstance(each, ast.Call))
    is_decorated = any(getattr(each, "attr", "") == "command" for each in called)
    return is_decorated and not node.args.args


def _positional(node):
    given = [*node.args.posonlyargs, *node.args.args]
    return sum(each.arg not in {"self", "cls"} for each in given)


def _where(is_fault, trees):
    return [
        f"{name}:{each.line} {each.name}"
        for name, tree in trees.items()
        for each in functions_of(tree)
        if is_fault(each)
    ]
