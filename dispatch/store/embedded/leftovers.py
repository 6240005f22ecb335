"""One owner per data folder, and what a killed owner left behind.

The lock is the kernel's (``flock``), so it cannot go stale. A pid file can: it counts only
when a living PostgreSQL process has the data directory as its working directory.
"""

import fcntl
import os
import signal
import time
from pathlib import Path

from dispatch.kernel import Unavailable
from dispatch.store.embedded.account import OnStep, Place, world_failures

PATIENCE_S = 10.0
"""How long an orphan may take to shut down in order, and then how long at once."""

TELL_EVERY_S = 2.0
POLL_S = 0.01


def lock_folder(place: Place) -> int:
    """Own the folder until the returned descriptor is closed or this process ends.

    Raises ``Unavailable("data_dir_in_use")`` with the other owner's process id.
    """
    path = place.home / "lock"
    with world_failures(place.home):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as taken:
        owner = os.pread(descriptor, 20, 0).decode().strip()
        os.close(descriptor)
        raise Unavailable("data_dir_in_use", path=str(place.home), pid=owner) from taken
    place.give(path)
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
    return descriptor


def clear_leftovers(place: Place, socket_dir: Path, on_step: OnStep) -> None:
    """See the processes of a killed owner off, then remove the files that name them.

    PostgreSQL's own check would take any living process with the same number for a server.
    """
    pid_file = place.cluster / "postmaster.pid"
    if pid_file.exists():
        _see_off(place.cluster, _pid_in(pid_file), on_step)
        with world_failures(place.cluster):
            pid_file.unlink(missing_ok=True)
    for left in socket_dir.glob(".s.PGSQL.*"):
        with world_failures(socket_dir):
            left.unlink(missing_ok=True)


def processes_in(cluster: Path) -> tuple[int, ...]:
    """The living PostgreSQL processes that work in this data directory."""
    return tuple(
        int(entry.name)
        for entry in Path("/proc").iterdir()
        if entry.name.isdigit() and _works_in(entry, cluster)
    )


def _works_in(process: Path, cluster: Path) -> bool:
    try:
        named = (process / "comm").read_text(errors="replace").strip() == "postgres"
        return named and (process / "cwd").samefile(cluster)
    except OSError:  # ended meanwhile, a zombie, or somebody else's
        return False


def _pid_in(pid_file: Path) -> int | None:
    first, _, _ = pid_file.read_text(errors="replace").partition("\n")
    return int(first) if first.strip().isdigit() else None


def _see_off(cluster: Path, server: int | None, on_step: OnStep) -> None:
    """Ask the orphan to stop in order, later all its family at once; never start beside."""
    started = told = time.monotonic()
    asked: set[tuple[int, signal.Signals]] = set()
    while alive := processes_in(cluster):
        now = time.monotonic()
        if now - started > 2 * PATIENCE_S:
            raise Unavailable("data_dir_in_use", path=str(cluster), pid=alive[0])
        late = now - started > PATIENCE_S
        word = signal.SIGQUIT if late else signal.SIGINT
        for pid in alive:
            if (late or pid == server) and (pid, word) not in asked:
                asked.add((pid, word))
                _tell(pid, word)
        if now - told >= TELL_EVERY_S:
            told = now
            on_step("Waiting for the PostgreSQL of a stopped program to end.")
        time.sleep(POLL_S)


def _tell(pid: int, word: signal.Signals) -> None:
    try:
        os.kill(pid, word)
    except ProcessLookupError:  # it was faster
        return
