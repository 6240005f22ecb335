"""What the house tests look at: the files of the project and the names in the code."""

import ast
import re
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tests.waits import PATIENCE_S

ROOT = Path(__file__).resolve().parents[2]
PYTHON_FOLDERS = ("bench", "dispatch", "tests", "tools")
TEXT = frozenset(
    (
        *(".css", ".csv", ".ftl", ".html", ".js", ".json", ".jinja", ".lock", ".md", ".mjs"),
        *(".py", ".rc", ".toml", ".ts", ".tsx", ".yaml", ".yml", ".cff"),
    )
)
CORE = (
    *("kernel", "network", "assessment", "checklist", "fleet", "capacity", "identity"),
    *("routing", "transfer", "registry"),
)


@cache
def tracked() -> tuple[Path, ...]:
    """Files that belong to the project: known to git, or new and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    if listed.returncode:
        return tuple(sorted(_without_git()))
    paths = {ROOT / name for name in listed.stdout.split("\0") if name}
    return tuple(sorted(path for path in paths if path.is_file()))


@cache
def texts() -> dict[str, str]:
    """Path → text of every tracked text file; Makefile and the like have no ending."""
    return {
        place(path): path.read_text(encoding="utf-8", errors="replace")
        for path in tracked()
        if path.suffix in TEXT or not path.suffix
    }


@cache
def python() -> dict[str, ast.Module]:
    """Path → syntax tree of every Python file of ours."""
    return {
        name: ast.parse(text)
        for name, text in texts().items()
        if name.endswith(".py") and name.split("/")[0] in PYTHON_FOLDERS
    }


def code() -> dict[str, ast.Module]:
    """The part of ``python()`` that runs in service."""
    return {name: tree for name, tree in python().items() if name.startswith("dispatch/")}


@cache
def console() -> dict[str, str]:
    """Path → text of the console's sources, generated ones left out."""
    return {
        name: text
        for name, text in texts().items()
        if name.startswith("console/src/") and "/gen/" not in name
    }


def documents() -> dict[str, str]:
    """Path → text of every Markdown file."""
    return {name: text for name, text in texts().items() if name.endswith(".md")}


def place(path: Path) -> str:
    """The path relative to the root, with slashes."""
    return path.relative_to(ROOT).as_posix()


def named_in(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every name the code gives: functions, classes, parameters, variables, fields."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield node.lineno, name
            case ast.ClassDef(name=name) | ast.arg(arg=name):
                yield node.lineno, name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield node.lineno, name
            case ast.alias(asname=str(name)):
                yield node.lineno, name


def words_of(name: str) -> list[str]:
    """The words of a name in snake_case or CamelCase, lower case."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return [word for word in spaced.lower().split("_") if word]


def public(name: str) -> bool:
    """Whether others may use it."""
    return not any(part.startswith("_") for part in name.split("."))


def nothing_in(found: Iterable[object]) -> None:
    """Fails when there is something, and tells all of it, one fault a line."""
    faults = [str(each) for each in found]
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults)


def _without_git() -> Iterator[Path]:
    skipped = {"node_modules", "__pycache__", "build", "htmlcov", "dist", "var"}
    for path in ROOT.rglob("*"):
        inside = path.relative_to(ROOT).parts
        hidden = any(part[0] == "." and part != ".ci" for part in inside[:-1])
        if path.is_file() and not hidden and not skipped.intersection(inside):
            yield path
