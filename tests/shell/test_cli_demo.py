"""``csi demo`` as a newcomer runs it: a process of its own, a real browserful of HTTP."""

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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

pytestmark = pytest.mark.postgres

START_WITHIN_S = 60
STOP_WITHIN_S = 5


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """With a space in its name, and open to the account that PostgreSQL runs as."""
    made = Path(tempfile.mkdtemp(prefix="csi demo "))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


class Demo:
    """A running ``csi demo``."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process = process
        self.port = port
        self.url = f"http://127.0.0.1:{port}"

    def wait_for_answer(self) -> httpx.Response:
        ends = time.monotonic() + START_WITHIN_S
        while time.monotonic() < ends and self.process.poll() is None:
            try:
                return httpx.get(f"{self.url}/api/me", timeout=START_WITHIN_S)
            except httpx.HTTPError:
                time.sleep(0.05)
        pytest.fail(f"no answer: {self.process.communicate()[0]}")

    def board(self, username: str = "coordinacio"):
        with httpx.Client(base_url=self.url, timeout=20) as client:
            given = {"username": username, "password": "demo"}
            assert client.post("/api/sign-in", json=given).status_code == 200
            return client.get("/api/board").json()

    def stop(self, word: signal.Signals = signal.SIGINT) -> tuple[int, str, float]:
        begun = time.monotonic()
        os.killpg(self.process.pid, word)
        said, _ = self.process.communicate(timeout=30)
        return self.process.returncode, said, time.monotonic() - begun


@contextmanager
def running(folder: Path, *options: str) -> Iterator[Demo]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dispatch", "demo", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--data-dir", str(folder / "data"), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "CSI_LANGUAGE": "en"},
        start_new_session=True,
    )
    try:
        yield Demo(process, port)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def test_demo_starts_stops_cleanly_and_keeps_its_data(folder):
    with running(folder, "--fresh") as first:
        assert first.wait_for_answer().status_code == 401
        before = first.board()
        code, said, stopped_s = first.stop()
    assert code == 0
    assert stopped_s < STOP_WITHIN_S
    assert f"Open {first.url}" in said
    assert said.rstrip().endswith("Stopped.")
    assert "Traceback" not in said
    assert not re.search(r"error|warning|KeyboardInterrupt", said, re.IGNORECASE)

    begun = time.monotonic()
    with running(folder, "--quiet-patients") as second:
        second.wait_for_answer()
        restarted_s = time.monotonic() - begun
        after = second.board()
        assert second.stop(signal.SIGTERM)[0] == 0
    numbers = {each["number"] for each in before["transfers"]}
    assert numbers == {each["number"] for each in after["transfers"]}
    assert after["seq"] >= before["seq"]
    assert restarted_s < 15  # 5 s on an idle machine: docs/benchmarks.md


def test_demo_shows_the_shock_in_calella_to_its_icu(folder):
    with running(folder, "--quiet-patients") as demo:
        demo.wait_for_answer()
        board = demo.board("uci-mataro")
        shock = next(each for each in board["transfers"] if each["referring"] == "calella")
        assert (shock["stage"], shock["asked"]) == ("asked", "mataro")
        assert shock["clinical"] is not None
        demo.stop()


def test_second_demo_in_the_same_folder_is_told_so(folder):
    with running(folder) as demo:
        demo.wait_for_answer()
        with running(folder) as other:
            said, _ = other.process.communicate(timeout=START_WITHIN_S)
            assert other.process.returncode == 2
            assert "in use by another running program" in said
            assert "Traceback" not in said
        demo.stop()


def test_fresh_demo_forgets_only_its_own_database(folder):
    kept = folder / "data" / "notes.json"
    with running(folder, "--quiet-patients") as demo:
        demo.wait_for_answer()
        demo.stop()
    kept.write_text(json.dumps("mine"))
    with running(folder, "--fresh", "--quiet-patients") as demo:
        demo.wait_for_answer()
        numbers = sorted(each["number"] for each in demo.board()["transfers"])
        demo.stop()
    assert numbers[0] == "CSI-1001"
    assert kept.read_text() == '"mine"'
