"""The server's process: how it is started, asked whether it answers, and understood."""

import os
import signal
import socket
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Final

from dispatch.kernel import Unavailable
from dispatch.store.embedded import child
from dispatch.store.embedded.account import NEEDED_MB, Place

ROLE: Final = "csi"
DATABASE: Final = "postgres"
LOG_TAIL_LINES: Final = 8

# Nothing of the caller's environment: a PGPORT or PGOPTIONS there must not change ours.
ENVIRONMENT: Final = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def as_child(place: Place, command: list[str]) -> list[str]:
    """The command that runs ``command`` as the place's account and not longer than we live."""
    account = place.account
    uid, gid = (child.KEEP,) * 2 if account is None else (account.uid, account.gid)
    launcher = [sys.executable, "-I", "-S", str(child.__file__)]
    return [*launcher, str(os.getpid()), str(uid), str(gid), *command]


class Child:
    """PostgreSQL's process, started and awaited by one thread that lives as long as it does.

    The kernel sends the parent-death signal when the *thread* that started a child ends; a
    worker thread of the caller would take the database with it.
    """

    def __init__(self, command: list[str], log: Path) -> None:
        self._command = command
        self._log = log
        self._started = threading.Event()
        self.ended = threading.Event()
        self.pid = 0
        threading.Thread(target=self._keep, name="postgres-keeper", daemon=True).start()
        self._started.wait()

    def _keep(self) -> None:
        try:
            with self._log.open("ab") as log:
                process = subprocess.Popen(  # noqa: S603 -- our own program, fixed arguments
                    self._command,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    env=ENVIRONMENT,
                    cwd="/",
                    start_new_session=True,  # a Ctrl-C at the terminal is ours to handle
                )
            self.pid = process.pid
            self._started.set()
            process.wait()
        finally:
            self.ended.set()
            self._started.set()

    def send(self, word: signal.Signals) -> None:
        """Signal the server, if it still runs."""
        if not self.ended.is_set():
            os.kill(self.pid, word)


def answers(socket_path: Path) -> bool:
    """Whether a server takes sessions there; not while it starts, recovers or stops.

    Raises ``Unavailable("postgres_refused_connection")`` when it never will.
    """
    words = f"user\0{ROLE}\0database\0{DATABASE}\0\0".encode()
    with socket.socket(socket.AF_UNIX) as wire:
        wire.settimeout(5)
        try:
            wire.connect(str(socket_path))
            wire.sendall(struct.pack("!ii", len(words) + 8, 196608) + words)
            reply = wire.recv(4096)
        except OSError:  # not there yet, or just ended
            return False
        if reply[:1] == b"R":
            _take_leave(wire)
            return True
    fields = reply[5:].split(b"\0")
    if reply[:1] == b"E" and b"C57P03" not in fields:
        reason = next((field[1:].decode() for field in fields if field[:1] == b"M"), "")
        raise Unavailable("postgres_refused_connection", reason=reason)
    return False


def _take_leave(wire: socket.socket) -> None:
    """End the session in order, so that the server's log has no complaint about us."""
    with suppress(OSError):
        wire.sendall(b"X\0\0\0\4")
        while wire.recv(4096):
            pass


def failure_from(said: str, place_path: Path) -> Unavailable:
    """The stable code for what PostgreSQL said last before it ended."""
    tail = "\n".join(said.strip().splitlines()[-LOG_TAIL_LINES:])
    path = str(place_path)
    if "No space left on device" in said or "Disk quota exceeded" in said:
        return Unavailable("disk_full", path=path, needed_mb=NEEDED_MB, log=tail)
    if "Permission denied" in said or "Read-only file system" in said:
        return Unavailable("data_dir_not_writable", path=path, log=tail)
    return Unavailable("postgres_did_not_start", path=path, log=tail)
