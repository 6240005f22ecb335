"""What must not lie around: marks of unfinished work, paths of a machine, broad nets."""

import ast
import re
import tomllib

import pytest

from tests.house.tree import CORE, ROOT, code, nothing_in, texts

UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK|NotImplemented" r"Error)\b")
OF_A_MACHINE = re.compile(r"(?<![\w.$:])/(?:work|home|root|Users|mnt)/[a-z]\w*")
REGISTRY = re.compile(
    r"https?://[^\s\"']*(?:pypi|pythonhosted|npmjs|yarnpkg|artifactory|jfrog|nexus|goproxy)"
    r"|index-url[ =]+https?:",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"https?://|\bgit\+")
BROAD = frozenset({"Exception", "BaseException"})


def test_nothing_is_marked_as_unfinished():
    nothing_in(_lines(UNFINISHED))


def test_no_path_of_a_machine_is_written_down():
    nothing_in(_lines(OF_A_MACHINE))


def test_no_address_of_a_registry_is_written_down():
    nothing_in(_lines(REGISTRY))


@pytest.mark.parametrize(
    "lock", ["requirements.lock", "requirements-dev.lock", "bench/requirements.lock"]
)
def test_a_python_lock_has_no_addresses(lock):
    assert ADDRESS.findall(texts()[lock]) == []
    assert "--hash=sha256:" in texts()[lock]


def test_the_console_lock_has_no_addresses():
    lock = texts()["console/package-lock.json"]
    assert '"resolved"' not in lock
    assert '"integrity"' in lock


def test_broad_nets_hang_only_in_the_loops():
    # One that ends with a bare `raise` catches nothing: it tidies up and lets fall.
    found = [
        f"{name}:{node.lineno}"
        for name, tree in code().items()
        if not name.startswith("dispatch/watch/")
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and _is_broad(node) and not _lets_fall(node)
    ]
    nothing_in(found)


def test_import_contracts_have_no_exceptions():
    contracts = _importlinter()["contracts"]
    assert [each["id"] for each in contracts if "ignore_imports" in each] == []


def test_the_pure_core_contract_names_every_core_room():
    (pure,) = [each for each in _importlinter()["contracts"] if each["id"] == "pure-core"]
    assert set(pure["source_modules"]) == {f"dispatch.{room}" for room in CORE}


def _importlinter():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return settings["tool"]["importlinter"]


def _is_broad(node):
    named = {each.id for each in ast.walk(node.type or node) if isinstance(each, ast.Name)}
    return node.type is None or bool(named & BROAD)


def _lets_fall(node):
    last = node.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _lines(pattern):
    return [
        f"{name}:{number} {line.strip()[:80]}"
        for name, text in texts().items()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]
