"""The address of a database as providers and people write it, made the one the driver takes."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final

from pydantic import SecretStr
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from dispatch.kernel.failures import Refused, Unavailable

SETTING: Final = "CSI_DATABASE_URL"
WANTED: Final = "postgresql://user:password@host:5432/name"
PORT: Final = 5432
"""PostgreSQL's own, where an address names none."""

OPTIONS: Final = MappingProxyType(
    {"host": "host", "port": "port", "ssl": "ssl", "sslmode": "ssl"}
)
"""What may stand after the question mark, and the driver's word for it."""

SSL_MODES: Final = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")


def database_url(given: str) -> str:
    """The address for SQLAlchemy and asyncpg. No part of it is told when it is refused: there
    is a password in it.

    Raises ``Refused("database_url_invalid")`` naming what is wrong: ``empty``, ``unreadable``
    (also a port that is no number), ``scheme``, ``host``, ``name``, ``option``, ``sslmode``.
    """
    if not given.strip():
        raise _refused("empty")
    try:
        url = make_url(given.strip())
    except (ArgumentError, ValueError):
        raise _refused("unreadable") from None
    if url.drivername.partition("+")[0] not in {"postgres", "postgresql"}:
        raise _refused("scheme", url.drivername)
    if not (url.host or url.query.get("host")):
        raise _refused("host")
    if not url.database:
        raise _refused("name")
    ours = url.set(drivername="postgresql+asyncpg", query=_options(url))
    return ours.render_as_string(hide_password=False)


@contextmanager
def naming(given: SecretStr | None) -> Iterator[None]:
    """A server of others that does not answer is told by its host and port, never by more."""
    try:
        yield
    except Unavailable as failed:
        if given is None or failed.what != "database":
            raise
        address = _address_of(given.get_secret_value())
        raise Unavailable("database_silent", address=address) from failed


def _address_of(given: str) -> str:
    url = make_url(database_url(given))
    host = url.host or url.query["host"]
    return f"{host}:{url.port or url.query.get('port') or PORT}"


def _options(url: URL) -> dict[str, str | tuple[str, ...]]:
    for option, value in url.query.items():
        if option not in OPTIONS:
            raise _refused("option", option)
        if OPTIONS[option] == "ssl" and value not in SSL_MODES:
            raise _refused("sslmode", ", ".join(SSL_MODES))
    return {OPTIONS[option]: value for option, value in url.query.items()}


def _refused(fault: str, found: str | None = None) -> Refused:
    return Refused(
        "database_url_invalid", field=SETTING, fault=fault, found=found, allowed=WANTED
    )
