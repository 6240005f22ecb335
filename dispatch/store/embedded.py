"""PostgreSQL without an installation: our own child process, gone when we are gone.

The binaries come from a package; data, log and socket lie in one folder of ours. There is no
network address: connections come over a Unix socket in a folder of mode 0700, which is what
lets PostgreSQL trust them. Everything about durability is PostgreSQL's default: on.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final
from urllib.parse import quote

from dispatch.kernel import Unavailable
from dispatch.store.embedded_account import (
    NEEDED_MB,
    OnStep,
    Place,
    choose_place,
    reachable_binaries,
    require_platform,
    world_failures,
)
from dispatch.store.embedded_leftovers import (
    POLL_S,
    TELL_EVERY_S,
    clear_leftovers,
    lock_folder,
)
from dispatch.store.embedded_process import (
    DATABASE,
    ENVIRONMENT,
    ROLE,
    Child,
    answers,
    as_child,
    failure_from,
)

SOCKET_NAME: Final = ".s.PGSQL.5432"
SOCKET_PATH_MAX_BYTES: Final = 107
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
    "update_process_title": "off",
}
_INITDB: Final = (
    f"--username={ROLE}",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--auth-local=trust",
    "--auth-host=reject",
)


SOCKET_LINE: Final = 4
"""Of ``postmaster.pid``: the folder of the socket."""


class RunningPostgres:
    """A PostgreSQL that accepts connections at ``url`` until ``stop``, or until we die."""

    def __init__(self, place: Place, child: Child, *, socket_dir: Path, lock: int) -> None:
        self.data_dir = place.home
        self.socket_dir = socket_dir
        self._child = child
        self._lock: int | None = lock

    @property
    def url(self) -> str:
        """For SQLAlchemy; percent-encoded, whatever characters the path has."""
        return _url_of(self.socket_dir)

    @property
    def pid(self) -> int:
        """The server's process."""
        return self._child.pid

    @property
    def is_alive(self) -> bool:
        """Whether the server's process still runs."""
        return not self._child.ended.is_set()

    def stop(self) -> None:
        """End every session, write everything down, give the folder free. Twice is once."""
        self._child.send(signal.SIGINT)
        if not self._child.ended.wait(STOP_PATIENCE_S):
            self._child.send(signal.SIGQUIT)
            self._child.ended.wait(STOP_PATIENCE_S)
        self._release()

    def kill(self) -> None:
        """Tests only: SIGKILL, as when memory runs out. The next start recovers."""
        self._child.send(signal.SIGKILL)
        self._child.ended.wait()
        self._release()

    def _release(self) -> None:
        if self._lock is not None:
            if self.socket_dir.parent != self.data_dir:
                shutil.rmtree(self.socket_dir, ignore_errors=True)
            os.close(self._lock)
            self._lock = None


def start_postgres(data_dir: Path, /, *, on_step: OnStep) -> RunningPostgres:
    """Start PostgreSQL on ``data_dir``, made at the first start; return when it answers.

    Waits for a crash recovery as long as the process lives and tells ``on_step`` meanwhile.
    Any thread may call it. Raises ``Unavailable``: ``data_dir_in_use``, ``disk_full``,
    ``data_dir_not_writable``, ``data_dir_not_a_folder``, ``data_dir_unusable``,
    ``embedded_postgres_unsupported``, ``postgres_package_missing``, ``postgres_not_reachable``,
    ``no_account_for_postgres``, ``postgres_did_not_start``, ``postgres_refused_connection``.
    """
    require_platform()
    place = choose_place(Path(os.path.abspath(data_dir)), on_step)  # noqa: PTH100 -- links stay
    binaries = reachable_binaries(place, on_step) / "bin"
    lock = lock_folder(place)
    try:
        socket_dir = _socket_dir(place)
        clear_leftovers(place, socket_dir, on_step)
        _make_cluster(place, binaries, on_step)
        _prepare_log(place)
        said_before = place.log.stat().st_size
        child = _launch(place, binaries, socket_dir)
    except BaseException:
        os.close(lock)
        raise
    running = RunningPostgres(place, child, socket_dir=socket_dir, lock=lock)
    try:
        _wait_until_ready(running, place.log, said_before, on_step=on_step)
    except BaseException:
        running.stop()
        raise
    return running


def find_postgres(data_dir: Path, /, *, on_step: OnStep) -> str | None:
    """The URL of the PostgreSQL that a process of ours already runs there, if it answers.

    PostgreSQL itself writes down where its socket is. Raises ``Unavailable``:
    ``data_dir_not_writable``, ``postgres_refused_connection``.
    """
    place = choose_place(Path(os.path.abspath(data_dir)), on_step)  # noqa: PTH100 -- links stay
    with world_failures(place.cluster):
        try:
            lines = (place.cluster / "postmaster.pid").read_text(errors="replace").splitlines()
        except FileNotFoundError:
            return None
    socket_dir = Path(lines[SOCKET_LINE]) if len(lines) > SOCKET_LINE else None
    if socket_dir is None or not answers(socket_dir / SOCKET_NAME):
        return None
    return _url_of(socket_dir)


def _url_of(socket_dir: Path) -> str:
    host = quote(str(socket_dir), safe="")
    return f"postgresql+asyncpg://{ROLE}@/{DATABASE}?host={host}"


def _socket_dir(place: Place) -> Path:
    """In our folder; where that path can't name a socket, a private one elsewhere.

    It can't when it is too long, or has a mark that separates hosts in a database URL.
    """
    inside = place.home / "socket"
    nameable = len(os.fsencode(inside / SOCKET_NAME)) <= SOCKET_PATH_MAX_BYTES
    nameable = nameable and not set(",:") & set(str(inside))
    with world_failures(place.home):
        if nameable:
            return place.folder(inside)
        short = Path(tempfile.mkdtemp(prefix="csi-", dir="/tmp"))
        place.give(short)
        return short


def _make_cluster(place: Place, binaries: Path, on_step: OnStep) -> None:
    """Make the data directory at the first start: completely, or not at all."""
    if (place.cluster / "PG_VERSION").is_file():
        return
    fresh = place.home / f"{place.cluster.name}.new-{os.getpid()}"
    with world_failures(place.home):
        free_mb = shutil.disk_usage(place.home).free // 1_000_000
    for half_made in place.home.glob(f"{place.cluster.name}.new-*"):
        shutil.rmtree(half_made, ignore_errors=True)
    if free_mb < NEEDED_MB:
        raise Unavailable(
            "disk_full", path=str(place.home), needed_mb=NEEDED_MB, free_mb=free_mb
        )
    on_step(f"Making the database in {place.home}.")
    with world_failures(place.home):
        place.folder(fresh)
        made = subprocess.run(  # noqa: S603 -- our own program, fixed arguments
            as_child(place, [str(binaries / "initdb"), *_INITDB, f"--pgdata={fresh}"]),
            check=False,
            capture_output=True,
            text=True,
            env=ENVIRONMENT,
            cwd="/",
            start_new_session=True,
        )
        if made.returncode == 0:
            fresh.rename(place.cluster)
            _sync_folder(place.home)
            return
    shutil.rmtree(fresh, ignore_errors=True)
    raise failure_from(made.stderr, place.home)


def _launch(place: Place, binaries: Path, socket_dir: Path) -> Child:
    quoted = str(socket_dir).replace('"', '""')
    settings = _SETTINGS | {"unix_socket_directories": f'"{quoted}"'}
    command = [str(binaries / "postgres"), "-D", str(place.cluster)]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    return Child(as_child(place, command), place.log)


def _prepare_log(place: Place) -> None:
    with world_failures(place.home):
        if place.log.exists() and place.log.stat().st_size > LOG_MAX_BYTES:
            place.log.rename(place.log.with_suffix(".log.1"))
        place.log.touch(mode=0o600)
        place.give(place.log)


def _wait_until_ready(
    running: RunningPostgres, log: Path, said_before: int, *, on_step: OnStep
) -> None:
    started = told = time.monotonic()
    while not answers(running.socket_dir / SOCKET_NAME):
        if not running.is_alive:
            said = log.read_bytes()[said_before:].decode(errors="replace")
            raise failure_from(said, running.data_dir)
        now = time.monotonic()
        if now - told >= TELL_EVERY_S:
            told = now
            on_step(f"PostgreSQL is recovering its log, {now - started:.0f} s so far.")
        time.sleep(POLL_S)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
