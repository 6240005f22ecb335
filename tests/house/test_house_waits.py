"""Every wait in a test has an end, and no test expects speed: ``tests/waits.py`` knows how."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.tree import nothing_in, python

HOME = "tests/waits.py"
ENDLESS = frozenset({"acquire", "get", "join", "readline", "recv", "wait"})
"""Called without an argument they wait for ever: those of strings and mappings take one."""

GIVING_UP = {
    "subprocess": frozenset({"call", "check_call", "check_output", "run"}),
    "httpx": frozenset({"get", "post", "Client", "AsyncClient"}),
}
"""Calls that take a timeout; those of httpx give up after five seconds if they get none."""

STOPWATCHES = frozenset({"monotonic", "perf_counter", "process_time"})
ORDERS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


def test_every_wait_has_an_end_and_no_test_expects_speed():
    nothing_in(
        f"{name}:{line} {fault}"
        for name, tree in python().items()
        if name.startswith("tests/") and name != HOME
        for line, fault in _faults(tree)
    )


@pytest.mark.parametrize(
    "source",
    [
        "process.wait()",
        "thread.join()",
        "await queue.get()",
        "process.communicate()",
        "process.communicate(b'x')",
        "subprocess.run(['x'], check=True)",
        "httpx.get(url)",
        "async with asyncio.timeout(5):\n  await x",
        "while not done():\n  time.sleep(1)",
        "while True:\n  await asyncio.sleep(0)",
        "assert time.monotonic() - began < 3",
        "took_s = perf_counter() - began\nassert took_s < 3",
        "ends = time.monotonic() + 3\nassert now() <= ends",
        "with patiently():\n  def later():\n    event.wait()",
    ],
)
def test_wait_without_an_end_is_told(source):
    assert _faults(_within_a_test(source))


@pytest.mark.parametrize(
    "source",
    [
        "process.wait(PATIENCE_S)",
        "process.communicate(timeout=PATIENCE_S)",
        "', '.join(words)",
        "facts.get('x')",
        "story.wait(20)",
        "solver.run()",
        "await until(lambda: done)",
        "async with patiently():\n  while True:\n    await asyncio.sleep(0)",
        "async with patiently():\n  await event.wait()",
        "subprocess.run(['x'], check=True, timeout=PATIENCE_S)",
        "for _ in range(3):\n  await asyncio.sleep(0.1)",
        "steady = time.monotonic() + ahead_s\nassert calls < 3",
    ],
)
def test_wait_that_ends_is_not_told(source):
    assert _faults(_within_a_test(source)) == []


def _within_a_test(source):
    body = "\n".join(f"  {line}" for line in source.splitlines())
    return ast.parse(f"async def test():\n{body}")


def _faults(tree: ast.Module) -> list[tuple[int, str]]:
    clocked = _clocked(tree)
    return [
        (getattr(node, "lineno", 0), fault)
        for node, ends in _each(tree, ends=False)
        if (fault := _fault_of(node, clocked, ends=ends))
    ]


def _each(node: ast.AST, *, ends: bool) -> Iterator[tuple[ast.AST, bool]]:
    """Every node below, and whether ``patiently()`` ends what it waits for."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.AsyncWith() | ast.With():
                inside = ends or any(_calls(each, {"patiently"}) for each in child.items)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                inside = False
            case _:
                inside = ends
        yield child, inside
        yield from _each(child, ends=inside)


def _fault_of(node: ast.AST, clocked: set[str], *, ends: bool) -> str | None:
    match node:
        case ast.Call(func=ast.Attribute(attr=name), args=[], keywords=[]) if name in ENDLESS:
            return None if ends else f"{name}() has no end"
        case ast.Call(func=ast.Attribute() as called, keywords=named) if _takes_timeout(called):
            is_bounded = any(each.arg == "timeout" for each in named)
            return None if is_bounded else f"{called.attr}() has no timeout"
        case ast.Call(func=ast.Attribute(value=ast.Name(id="asyncio"), attr="timeout")):
            return "a bound of its own: patiently() has one for all"
        case ast.While() if _calls(node, {"sleep"}) and not ends:
            return "a loop that sleeps: until() ends"
        case ast.Compare(ops=ops) if any(isinstance(op, ORDERS) for op in ops):
            return "a time is expected" if _is_clocked(node, clocked) else None
    return None


def _takes_timeout(called: ast.Attribute) -> bool:
    of = called.value.id if isinstance(called.value, ast.Name) else ""
    return called.attr == "communicate" or called.attr in GIVING_UP.get(of, ())


def _calls(node: ast.AST, names: set[str] | frozenset[str]) -> bool:
    return any(
        _name_of(each.func) in names for each in ast.walk(node) if isinstance(each, ast.Call)
    )


def _name_of(called: ast.AST) -> str:
    return getattr(called, "attr", getattr(called, "id", ""))


def _clocked(tree: ast.Module) -> set[str]:
    """The names that a stopwatch was read into."""
    return {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and _calls(node.value, STOPWATCHES)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _is_clocked(node: ast.Compare, clocked: set[str]) -> bool:
    read = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    return bool(read & clocked) or _calls(node, STOPWATCHES)
