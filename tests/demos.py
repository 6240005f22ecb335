"""``csi demo`` as a newcomer runs it: a process of its own, a port of its own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.waits import PATIENCE_S, ended, wait_until

QUIET = ("--quiet-patients", "--quiet-crews")
"""Nobody new comes, and units on a transfer wait for real crews."""


class Demo:
    """A running ``csi demo``; its PostgreSQL is another process."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process = process
        self.url = f"http://127.0.0.1:{port}"

    @property
    def pid(self) -> int:
        """Of the process that serves."""
        return self.process.pid

    def wait_for_answer(self) -> None:
        """Until somebody could sign in; a demo that ends instead is told with what it said."""
        wait_until(lambda: self.process.poll() is not None or self._answers())
        assert self.process.poll() is None, ended(self.process)

    def stop(self, word: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """Ctrl-C, as a terminal gives it to the whole group: its code, and all it ever said."""
        os.killpg(self.process.pid, word)
        said = ended(self.process)
        return self.process.returncode, said

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/sign-in", timeout=PATIENCE_S).is_success
        except httpx.HTTPError:
            return False


@contextmanager
def open_folder() -> Iterator[Path]:
    """With a space in its name, and open to the account that PostgreSQL runs as."""
    made = Path(tempfile.mkdtemp(prefix="csi demo "))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@contextmanager
def starting(
    folder: Path, *options: str, is_heard: bool = True, language: str = ""
) -> Iterator[Demo]:
    """A demo that has just been started, and has ended at the end."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dispatch", "demo", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--data-dir", str(folder / "data"), *options],
        stdout=subprocess.PIPE if is_heard else subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | ({"CSI_LANGUAGE": language} if language else {}),
        start_new_session=True,
    )
    try:
        yield Demo(process, port)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            ended(process)


@contextmanager
def running(*options: str) -> Iterator[Demo]:
    """A demo for people at screens: in a folder of its own, silent, and answering."""
    with open_folder() as folder, starting(folder, *options, is_heard=False) as demo:
        demo.wait_for_answer()
        yield demo
        demo.stop()
