"""Builds the wheel and tries it as a stranger would: ``python -m tools.try_wheel``.

An empty environment gets the wheel and what it asks for itself, in the locked versions. Then
``csi version``, ``csi assess`` and ``csi demo`` run there, outside the checkout, as an account
without a home that may write nowhere but into the demo's folder: for root that is
``nobody``.
"""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_S = 600
NOBODY = {"user": 65534, "group": 65534}
PIN = re.compile(r"^[a-z0-9-]+==[^\\]*", re.MULTILINE)
PATIENT = {"id": "1", "inputs": {"population": "adult", "infection_suspected": True}}


class Stranger:
    """The account without a home, in its own folder, with nothing of our environment."""

    def __init__(self, place: Path, csi: Path) -> None:
        self.home = place / "stranger"
        self.home.mkdir()
        self._csi = csi
        self._environment = {
            "PATH": os.defpath,
            "HOME": str(csi.parent / "no home"),
            "CSI_LANGUAGE": "en",
            "LD_LIBRARY_PATH": str(place / "python/lib"),
        }
        self._account: Mapping[str, object] = {}
        if os.geteuid() == 0:
            self._account = NOBODY
            os.chown(self.home, NOBODY["user"], NOBODY["group"])

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """``csi`` with these arguments, its output and its errors together."""
        return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
            [str(self._csi), *arguments],
            cwd=self.home,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            **self._account,
        )

    def says(self, *arguments: str) -> str:
        """What ``csi`` says until its end, which must be a good one."""
        started = self.start(*arguments)
        with ended(started):
            said, _ = started.communicate(timeout=PATIENCE_S)
        require(started.returncode == 0, f"csi {' '.join(arguments)} failed:\n{said}")
        return said


def main() -> int:
    """Build, install, try. Leaves nothing behind."""
    with tempfile.TemporaryDirectory(prefix="csi wheel ") as name:
        place = Path(name).resolve()
        place.chmod(0o755)
        try:
            csi = installed(built(place), place)
            tried(Stranger(place, csi))
        except TryFailed as failed:
            print(f"The wheel does not work: {failed}", file=sys.stderr)
            return 1
        finally:
            opened(place)
    print("The wheel works in an empty environment, as an account without a home.")
    return 0


class TryFailed(Exception):  # noqa: N818 -- reads as what happened
    """The text says what went wrong."""


def require(holds: object, otherwise: str) -> None:
    """Ends the trial with a sentence."""
    if not holds:
        raise TryFailed(otherwise)


def built(place: Path) -> Path:
    """The wheel, with the console in it."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    done(command, cwd=ROOT, env={**os.environ, "CSI_CONSOLE": "require"})
    (wheel,) = place.glob("*.whl")
    return wheel


def installed(wheel: Path, place: Path) -> Path:
    """The command ``csi`` of an environment that has only what the wheel asks for."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = place / "pins.txt"
    pins.write_text("\n".join(PIN.findall(lock)) + "\n", encoding="utf-8")
    environment = place / "environment"
    done([str(python_for_strangers(place)), "-m", "venv", str(environment)])
    pip = [str(environment / "bin/python"), "-m", "pip"]
    quiet = ["--quiet", "--no-compile", "--only-binary", ":all:", "--constraint", str(pins)]
    done([*pip, "install", *quiet, str(wheel)])
    done([*pip, "check"])
    closed(environment)
    return environment / "bin/csi"


def tried(stranger: Stranger) -> None:
    """The three commands."""
    said = stranger.says("version")
    require(said.startswith("CSI Dispatch "), f"csi version says {said!r}")
    patient = stranger.home / "patient.json"
    patient.write_text(json.dumps(PATIENT), encoding="utf-8")
    answers = json.loads(stranger.says("assess", str(patient)))
    require(len(answers) == 1 and "classification" in answers[0], f"csi assess says {answers}")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    demo = stranger.start("demo", "--port", str(port), "--data-dir", "data", "--fresh")
    with ended(demo):
        answers_at(f"http://127.0.0.1:{port}/sign-in", demo)
        answers_at(f"http://127.0.0.1:{port}/console/", demo)
        demo.send_signal(signal.SIGINT)
        said, _ = demo.communicate(timeout=PATIENCE_S)
    require(demo.returncode == 0, f"csi demo ended with {demo.returncode}:\n{said}")
    for bad in ("Traceback", "never retrieved"):
        require(bad not in said, f"csi demo says:\n{said}")


def python_for_strangers(place: Path) -> Path:
    """This Python, or a copy of it where it lies in a home that others may not enter."""
    try:
        done([sys.executable, "-V"], **NOBODY if os.geteuid() == 0 else {})
    except (OSError, TryFailed):
        copy = place / "python"
        left = shutil.ignore_patterns("site-packages", "test", "__pycache__", "*.a")
        shutil.copytree(sys.base_prefix, copy, symlinks=True, ignore=left)
        return copy / "bin" / Path(sys.executable).resolve().name
    return Path(sys.executable)


def answers_at(url: str, server: subprocess.Popen[str]) -> None:
    """Waits for a page; ends when the server does."""
    ends_s = time.monotonic() + PATIENCE_S
    while time.monotonic() < ends_s:
        if server.poll() is not None:
            said, _ = server.communicate()
            require(holds=False, otherwise=f"csi demo ended by itself:\n{said}")
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310 -- our own
                require(answer.status == 200, f"{url} answers {answer.status}")
                return
        except OSError:
            time.sleep(0.2)
    require(holds=False, otherwise=f"{url} does not answer")


@contextmanager
def ended(process: subprocess.Popen[str]) -> Iterator[None]:
    """Nothing of it runs afterwards."""
    try:
        yield
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=PATIENCE_S)


def done(command: list[str], **how: object) -> None:
    """Runs it; its output is shown when it fails."""
    ran = subprocess.run(  # type: ignore[call-overload]
        command, capture_output=True, text=True, check=False, timeout=PATIENCE_S, **how
    )
    require(ran.returncode == 0, f"{' '.join(command)}\n{ran.stdout}{ran.stderr}")


def closed(folder: Path) -> None:
    """Nobody may write there. Root may all the same, the stranger it becomes may not."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)


def opened(folder: Path) -> None:
    """So that it can be removed."""
    for path in (folder, *folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(path.stat().st_mode | 0o200)
    shutil.rmtree(folder / "stranger", ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
