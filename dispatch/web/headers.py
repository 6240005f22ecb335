"""What every answer carries, and what every request must pass first."""

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

from dispatch.kernel import Refused
from dispatch.web.origin import require_same_site
from dispatch.web.request import HttpRequest

CONTENT_SECURITY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",
        "style-src 'self' 'unsafe-inline'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "content-security-policy": CONTENT_SECURITY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "geolocation=(self), camera=(), microphone=()",
}
LONGEST_PATH = 512
"""Characters."""

YEAR_S = 31_536_000
STRICT_TRANSPORT = ("strict-transport-security", f"max-age={YEAR_S}; includeSubDomains")
"""Where people come over TLS."""


async def guard_request(request: HttpRequest) -> None:
    """Refuses a changing request that comes from another site, and a path that is none of ours:
    characters nobody types (a NUL, which PostgreSQL can't store), more than any name of ours.
    """
    if len(request.scope["path"]) > LONGEST_PATH or not request.scope["path"].isprintable():
        raise Refused("unknown_path")
    require_same_site(
        request.method, dict(request.headers), public_origin=request.app.state.public_origin
    )


async def add_headers(message: Message, scope: Scope) -> None:
    """Adds the security headers to every answer, errors and files included."""
    if message["type"] == "http.response.start":
        headers = MutableScopeHeaders.from_message(message)
        if scope["litestar_app"].state.is_secure:
            headers.setdefault(*STRICT_TRANSPORT)
        for name, value in HEADERS.items():
            headers.setdefault(name, value)
