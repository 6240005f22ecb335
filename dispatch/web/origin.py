"""Is this request ours? Against pages of others that send our cookie along."""

import re
from urllib.parse import urlsplit

from dispatch.kernel import Refused

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITES = frozenset({"same-origin", "none"})


OWN_PATH = re.compile(r"/(?!/)[A-Za-z0-9/_-]*")
"""A path of ours: no host, no query, nothing to be sent elsewhere with."""


def own_path(text: str | None) -> str | None:
    """The path when it is one of ours, to go back to."""
    return text if text is not None and OWN_PATH.fullmatch(text) else None


def is_our_origin(origin: str | None, host: str | None, *, public_origin: str | None) -> bool:
    """Whether an Origin header names us: the public origin, or the host asked on loopback.

    None is a program, not a browser: a browser always sends it with a websocket.
    """
    if origin is None:
        return True
    if public_origin is not None:
        return origin == public_origin
    return host is not None and origin in {f"http://{host}", f"https://{host}"}


def require_same_site(
    method: str, headers: dict[str, str], *, public_origin: str | None
) -> None:
    """Nothing, or ``Refused("cross_site")`` for a changing request from another site."""
    if method in SAFE:
        return
    ours = is_our_origin(
        headers.get("origin"), headers.get("host"), public_origin=public_origin
    )
    if not ours or headers.get("sec-fetch-site", "same-origin") not in OWN_SITES:
        raise Refused("cross_site")


def page_behind(method: str, path: str, headers: dict[str, str]) -> str | None:
    """The page somebody looks at: what they ask for, or where the form is that they send."""
    if method in SAFE:
        return own_path(path)
    try:
        return own_path(urlsplit(headers.get("referer", "")).path)
    except ValueError:
        return None
