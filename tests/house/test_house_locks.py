"""The locks are complete: installing them needs no resolver, and brings nothing else along."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from itertools import product

import pytest
from packaging.markers import Marker, default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from dispatch.kernel import Unavailable
from dispatch.store.embedded.account import require_platform
from tests.house.tree import ROOT, nothing_in, texts

PLATFORMS = (("linux", "x86_64"), ("linux", "aarch64"))
LOCKS = {
    "requirements.lock": ("project", "build"),
    "requirements-dev.lock": ("dev",),
    "bench/requirements.lock": ("bench",),
}
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; (.+?))? \\$", re.MULTILINE)


def pythons():
    """The versions that the package says it runs on."""
    said = re.findall(r"Python :: (3\.\d+)", "\n".join(_pyproject()["project"]["classifiers"]))
    assert said
    return said


def environments():
    """What markers may ask about each kind of machine that is served."""
    for (system, machine), python in product(PLATFORMS, pythons()):
        yield {
            **default_environment(),
            "sys_platform": system,
            "platform_system": system.title(),
            "platform_machine": machine,
            "python_version": python,
            "python_full_version": f"{python}.0",
        }


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_all_that_is_needed(lock):
    nothing_in(sorted({fault for each in environments() for fault in _faults(lock, each)}))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_nothing_else(lock):
    reached = {name for each in environments() for name, *_ in _closure(lock, each)}
    pinned = {name for each in environments() for name in _pins(lock, each)}
    require_installed(lock)
    nothing_in(sorted(pinned - reached))


def require_installed(lock):
    """What a package needs is asked of the package itself."""
    here = {key: str(value) for key, value in default_environment().items()}
    missing = [name for name in _pins(lock, here) if not _is_installed(name)]
    made = {"requirements.lock": "install", "requirements-dev.lock": "check"}.get(lock, "test")
    assert not missing, f"not installed: {', '.join(missing)}. They come with: make {made}"


def test_the_locks_agree_with_each_other():
    for each in environments():
        versions: dict[str, str] = {}
        for lock in LOCKS:
            pins = _pins(lock, each)
            assert {name: versions.get(name, pin) for name, pin in pins.items()} == pins
            versions |= pins


def test_what_runs_brings_no_tool_of_development():
    tools = {Requirement(each).name for each in _pyproject()["dependency-groups"]["dev"]}
    runs = {name for each in environments() for name in _pins("requirements.lock", each)}
    # Markers are read with the first, which building the program needs as well.
    assert tools & runs == {"packaging"}


def test_what_is_imported_is_declared():
    declared = {canonicalize_name(each.name) for each in _roots("requirements.lock")}
    owners = metadata.packages_distributions()
    top = {
        match
        for name, text in texts().items()
        if name.startswith("dispatch/") and name.endswith(".py")
        for match in re.findall(r"^\s*(?:from|import) ([a-z_0-9]+)", text, re.MULTILINE)
    }
    foreign = {module: owners[module] for module in top if module in owners}
    assert "sqlalchemy" in foreign
    nothing_in(
        module
        for module, names in sorted(foreign.items())
        if module != "dispatch" and not declared & {canonicalize_name(each) for each in names}
    )


def test_every_place_names_the_same_pythons():
    first, last = pythons()[0], pythons()[-1]
    after = f"3.{int(last.removeprefix('3.')) + 1}"
    assert _pyproject()["project"]["requires-python"] == f">={first},<{after}"
    renews = (ROOT / "tools/lock.sh").read_text(encoding="utf-8")
    assert f"pythons=({' '.join(pythons())})" in renews
    bounds = f"({first.replace('.', ', ')}) <= sys.version_info < ({after.replace('.', ', ')})"
    assert bounds in texts()["Makefile"]
    assert f"Python {first} to {last}" in texts()["README.md"]


def test_every_place_names_the_same_platforms():
    """What runs elsewhere is a promise that the embedded database breaks."""
    allowed = {"Operating System :: POSIX :: Linux"}
    said = {each for each in _pyproject()["project"]["classifiers"] if "Operating" in each}
    assert said == allowed
    renews = (ROOT / "tools/lock.sh").read_text(encoding="utf-8")
    targets = re.findall(r"^(?:runs|tested)_on=\((.*)\)$", renews, re.MULTILINE)
    machines = {machine for _, machine in PLATFORMS}
    assert [{each.split("-")[0] for each in line.split()} for line in targets] == [machines] * 2
    assert "darwin" not in renews
    for name in ("README.md", "Makefile"):
        assert "Linux with glibc 2.28 or newer (x86-64, arm64)" in " ".join(
            texts()[name].split()
        )
        assert "not on macOS or Windows" in texts()[name]
    with pytest.raises(Unavailable):
        require_platform("darwin")


def test_the_console_lock_is_complete():
    lock = json.loads(texts()["console/package-lock.json"])["packages"]
    asked = json.loads(texts()["console/package.json"])
    for kind in ("dependencies", "devDependencies"):
        assert lock[""][kind] == asked[kind]
    missing = [
        f"{place or 'the console'} needs {name}"
        for place, entry in lock.items()
        for name in _asked_by(entry)
        if not any(found in lock for found in _looked_up(place, name))
    ]
    nothing_in([*missing, *(place for place in lock if place and not _has_hash(lock[place]))])


def _faults(lock: str, environment: dict[str, str]) -> Iterator[str]:
    pins = _pins(lock, environment)
    for name, requirement, asked_by in _closure(lock, environment):
        if name not in pins:
            yield f"{asked_by} needs {requirement}, which {lock} has not"
        elif not requirement.specifier.contains(pins[name], prereleases=True):
            yield f"{asked_by} needs {requirement}, {lock} has {pins[name]}"


def _closure(lock: str, environment: dict[str, str]) -> Iterator[tuple[str, Requirement, str]]:
    """Name, requirement and who asks, of everything that follows from the declared."""
    open_ = [(each, "pyproject.toml") for each in _holding(_roots(lock), environment)]
    seen = set[tuple[str, str]]()
    while open_:
        requirement, asked_by = open_.pop()
        name = canonicalize_name(requirement.name)
        yield name, requirement, asked_by
        for extra in {"", *requirement.extras}:
            if (name, extra) not in seen:
                seen.add((name, extra))
                needed = _holding(_needs(name), environment | {"extra": extra})
                open_ += [(each, name) for each in needed]


def _holding(
    requirements: Iterable[Requirement], environment: dict[str, str]
) -> Iterator[Requirement]:
    for each in requirements:
        if each.marker is None or each.marker.evaluate(environment):
            yield each


@cache
def _needs(name: str) -> tuple[Requirement, ...]:
    # Not installed means that a marker leaves it out here, and it is a leaf elsewhere.
    try:
        return tuple(Requirement(each) for each in metadata.requires(name) or ())
    except metadata.PackageNotFoundError:
        return ()


def _is_installed(name: str) -> bool:
    try:
        return bool(metadata.version(name))
    except metadata.PackageNotFoundError:
        return False


@cache
def _roots(lock: str) -> tuple[Requirement, ...]:
    project = _pyproject()
    groups = {**project["dependency-groups"], "project": project["project"]["dependencies"]}
    return tuple(Requirement(each) for group in LOCKS[lock] for each in groups[group])


def _pins(lock: str, environment: dict[str, str]) -> dict[str, str]:
    return {
        name: version
        for name, version, marker in PIN.findall(texts()[lock])
        if not marker or Marker(marker).evaluate(environment)
    }


@cache
def _pyproject():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _asked_by(entry) -> Iterator[str]:
    optional = {
        name for name, said in entry.get("peerDependenciesMeta", {}).items() if said["optional"]
    }
    for kind in ("dependencies", "devDependencies", "optionalDependencies", "peerDependencies"):
        yield from set(entry.get(kind, {})) - optional


def _looked_up(place: str, name: str) -> Iterator[str]:
    """Where Node.js looks for a package from there, the nearest first."""
    while place:
        yield f"{place}/node_modules/{name}"
        place = place.rpartition("node_modules/")[0].rstrip("/")
    yield f"node_modules/{name}"


def _has_hash(entry):
    return entry.get("integrity", "").startswith("sha512-")
