"""Measures the code: lines of files, and lines, depth and parameters of functions."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.Try, ast.Match)
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


class Function(NamedTuple):
    """One function. ``name`` carries its classes; decorators and docstring count as lines."""

    name: str
    line: int
    lines: int
    depth: int
    parameters: int
    node: FunctionNode


def lines_of(path: Path) -> int:
    """Lines of a file, empty ones included."""
    return path.read_text(encoding="utf-8").count("\n")


def functions_of(tree: ast.AST, prefix: str = "") -> Iterator[Function]:
    """Every function and method below the node, those inside functions too."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef):
            yield from functions_of(node, f"{prefix}{node.name}.")
        elif isinstance(node, FunctionNode):
            yield _function(node, prefix)
            yield from functions_of(node, f"{prefix}{node.name}.")
        else:
            yield from functions_of(node, prefix)


def depth_of(node: ast.AST, at: int = 0) -> int:
    """How deep decisions and loops lie in each other; ``elif`` is no deeper than its ``if``."""
    deepest = at
    for child in ast.iter_child_nodes(node):
        if isinstance(child, FunctionNode | ast.ClassDef | ast.Lambda):
            continue
        below = at + isinstance(child, BLOCKS) - _is_elif(node, child)
        deepest = max(deepest, depth_of(child, below))
    return deepest


def percentile(values: list[int], share: float) -> int:
    """The value below which that share of the others lies; 0 of nothing."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0


def _function(node: FunctionNode, prefix: str) -> Function:
    first_line = min([node.lineno, *(each.lineno for each in node.decorator_list)])
    return Function(
        name=prefix + node.name,
        line=node.lineno,
        lines=(node.end_lineno or node.lineno) - first_line + 1,
        depth=depth_of(node),
        parameters=len(_named(node)),
        node=node,
    )


def _named(node: FunctionNode) -> list[str]:
    given = node.args
    names = [each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return [name for name in names if name not in {"self", "cls"}]


def _is_elif(node: ast.AST, child: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
