"""Cookies as they come along, read in one pass.

The standard library's reader of quoted cookies takes quadratic time before Python 3.12.6, and
the framework calls it before anybody is known. Ours are never quoted, so nothing is unquoted.
"""

from typing import Any

from litestar.connection import ASGIConnection


def cookie_of(connection: ASGIConnection[Any, Any, Any, Any], name: str) -> str | None:
    """The value of the first cookie of that name, as it was sent, else None."""
    for pair in connection.headers.get("cookie", "").split(";"):
        known, sign, value = pair.partition("=")
        if sign and known.strip() == name:
            return value.strip()
    return None
