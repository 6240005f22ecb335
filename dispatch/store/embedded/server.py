"""The embedded server as it runs: launched, waited for, started again, stopped."""

import os
import shutil
import signal
import threading
import time
from pathlib import Path
from typing import Final
from urllib.parse import quote

from dispatch.store.embedded.account import OnStep, Place, world_failures
from dispatch.store.embedded.leftovers import POLL_S, TELL_EVERY_S, clear_leftovers
from dispatch.store.embedded.process import (
    DATABASE,
    ROLE,
    Child,
    answers,
    as_child,
    failure_from,
)

SOCKET_NAME: Final = ".s.PGSQL.5432"
STOP_PATIENCE_S: Final = 30.0
LOG_MAX_BYTES: Final = 8_000_000

_SETTINGS: Final = {
    "listen_addresses": "",
    "port": "5432",
    "unix_socket_permissions": "0700",
    "max_connections": "50",
    "shared_buffers": "64MB",
    "fsync": "on",
    "synchronous_commit": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_error_verbosity": "terse",  # else it writes down the row that broke a rule
    "update_process_title": "off",
}


class RunningPostgres:
    """A PostgreSQL that accepts connections at ``url`` until ``stop``, or until we die.

    Its process may end before that; ``start_again`` brings it back at the same ``url``.
    """

    def __init__(self, place: Place, *, binaries: Path, socket_dir: Path, lock: int) -> None:
        self.data_dir = place.home
        self.log = place.log
        self.socket_dir = socket_dir
        self._place = place
        self._binaries = binaries
        self._lock: int | None = lock
        self._turn = threading.Lock()
        self._child = self._launch()

    @property
    def url(self) -> str:
        """For SQLAlchemy; percent-encoded, whatever characters the path has."""
        return url_of(self.socket_dir)

    @property
    def pid(self) -> int:
        """The server's process."""
        return self._child.pid

    @property
    def is_alive(self) -> bool:
        """Whether the server's process still runs."""
        return not self._child.ended.is_set()

    def wait_until_ready(self, on_step: OnStep) -> None:
        """Return when it answers; a recovery is waited for as long as the process lives.

        Raises ``Unavailable`` when it ends or will never answer; then nothing runs any more.
        """
        try:
            self._wait(on_step)
        except BaseException:
            self._end_child()
            raise

    def start_again(self, on_step: OnStep) -> None:
        """After its process has ended: another on the same data and socket; what was committed
        is there again. Nothing happens once it was stopped. Raises as ``start_postgres``.
        """
        with self._turn:
            if self._lock is None:
                return
            clear_leftovers(self._place, self.socket_dir, on_step)
            self._child = self._launch()
        self.wait_until_ready(on_step)

    def stop(self) -> None:
        """End every session, write everything down, give the folder free. Twice is once."""
        with self._turn:
            self._end_child()
            self._release()

    def kill(self) -> None:
        """Tests only: SIGKILL, as when memory runs out. The next start recovers."""
        self._child.send(signal.SIGKILL)
        self._child.ended.wait()
        self._release()

    def _launch(self) -> Child:
        _prepare_log(self._place)
        self._said_before = self.log.stat().st_size
        quoted = str(self.socket_dir).replace('"', '""')
        settings = _SETTINGS | {"unix_socket_directories": f'"{quoted}"'}
        command = [str(self._binaries / "postgres"), "-D", str(self._place.cluster)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        return Child(as_child(self._place, command), self.log)

    def _wait(self, on_step: OnStep) -> None:
        started = told = time.monotonic()
        while not answers(self.socket_dir / SOCKET_NAME):
            if not self.is_alive:
                said = self.log.read_bytes()[self._said_before :].decode(errors="replace")
                raise failure_from(said, self.data_dir)
            now = time.monotonic()
            if now - told >= TELL_EVERY_S:
                told = now
                on_step(f"PostgreSQL is recovering its log, {now - started:.0f} s so far.")
            time.sleep(POLL_S)

    def _end_child(self) -> None:
        self._child.send(signal.SIGINT)
        if not self._child.ended.wait(STOP_PATIENCE_S):
            self._child.send(signal.SIGQUIT)
            self._child.ended.wait(STOP_PATIENCE_S)

    def _release(self) -> None:
        if self._lock is not None:
            if self.socket_dir.parent != self.data_dir:
                shutil.rmtree(self.socket_dir, ignore_errors=True)
            os.close(self._lock)
            self._lock = None


def url_of(socket_dir: Path) -> str:
    """Of the server whose socket is there."""
    host = quote(str(socket_dir), safe="")
    return f"postgresql+asyncpg://{ROLE}@/{DATABASE}?host={host}"


def _prepare_log(place: Place) -> None:
    with world_failures(place.home):
        if place.log.exists() and place.log.stat().st_size > LOG_MAX_BYTES:
            place.log.rename(place.log.with_suffix(".log.1"))
        place.log.touch(mode=0o600)
        place.give(place.log)
