"""PostgreSQL without an installation: our own child process, gone when we are gone.

The binaries come from a package; data, log and socket lie in one folder of ours. There is no
network address: connections come over a Unix socket in a folder of mode 0700, which is what
lets PostgreSQL trust them. Everything about durability is PostgreSQL's default: on.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from dispatch.kernel import Unavailable
from dispatch.store.embedded.account import (
    CLUSTER,
    NEEDED_MB,
    OnStep,
    Place,
    choose_place,
    reachable_binaries,
    require_platform,
    stand_in,
    world_failures,
)
from dispatch.store.embedded.leftovers import clear_leftovers, lock_folder
from dispatch.store.embedded.process import (
    ENVIRONMENT,
    ROLE,
    answers,
    as_child,
    failure_from,
)
from dispatch.store.embedded.server import SOCKET_NAME, RunningPostgres, url_of

SOCKET_PATH_MAX_BYTES: Final = 107
SOCKET_LINE: Final = 4
"""Of ``postmaster.pid``: the folder of the socket."""

_INITDB: Final = (
    f"--username={ROLE}",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--auth-local=trust",
    "--auth-host=reject",
)


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
        running = RunningPostgres(place, binaries=binaries, socket_dir=socket_dir, lock=lock)
    except BaseException:
        os.close(lock)
        raise
    try:
        running.wait_until_ready(on_step)
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
    return url_of(socket_dir)


def has_database(data_dir: Path) -> bool:
    """Whether an embedded database lies there, or in its stand-in. Nothing is made."""
    asked = Path(os.path.abspath(data_dir))  # noqa: PTH100 -- links stay
    return any(os.path.isdir(home / CLUSTER) for home in (asked, stand_in(asked)))  # noqa: PTH112


def start_over(data_dir: Path, *, on_step: OnStep) -> None:
    """Removes the embedded database of this folder, and nothing else in it.

    Raises ``Unavailable("data_dir_in_use")`` while a server runs on it.
    """
    place = choose_place(Path(os.path.abspath(data_dir)), on_step)  # noqa: PTH100 -- links stay
    lock = lock_folder(place)
    try:
        if place.cluster.exists():
            with world_failures(place.home):
                shutil.rmtree(place.cluster)
    finally:
        os.close(lock)


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


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
