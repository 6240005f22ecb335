"""Who is asking: the session cookie, and the command it authorises."""

from litestar.datastructures import Cookie

from dispatch.desk import Command, Headquarters
from dispatch.desk.sign_in import SignedIn, read_session
from dispatch.identity import Actor
from dispatch.kernel import Refused
from dispatch.web.body import digest_of, key_of, seen_version, written_at
from dispatch.web.cookies import cookie_of
from dispatch.web.request import HttpRequest

COOKIE_H = 36
"""A browser keeps the cookie as long as any session may be set to last; we end it ourselves."""


def cookie_name(*, is_secure: bool) -> str:
    """``__Host-`` binds the cookie to us over TLS; plain loopback can't have it."""
    return "__Host-csi_session" if is_secure else "csi_session"


def session_cookie(token: str, *, is_secure: bool) -> Cookie:
    """The cookie of a new session; an empty token takes it away."""
    return Cookie(
        key=cookie_name(is_secure=is_secure),
        value=token,
        path="/",
        max_age=COOKIE_H * 3600 if token else 0,
        secure=is_secure,
        httponly=True,
        samesite="strict",
    )


DEVICE_DAYS = 180
"""A device used within this time is no stranger."""


def device_cookie_name(*, is_secure: bool) -> str:
    """The cookie by which a device is known again."""
    return "__Host-csi_device" if is_secure else "csi_device"


def device_cookie(value: str, *, is_secure: bool) -> Cookie:
    """The cookie of a device on which somebody signed in. It opens nothing."""
    return Cookie(
        key=device_cookie_name(is_secure=is_secure),
        value=value,
        path="/",
        max_age=DEVICE_DAYS * 24 * 3600,
        secure=is_secure,
        httponly=True,
        samesite="strict",
    )


def token_of(request: HttpRequest) -> str | None:
    """The token that came along, if any."""
    return cookie_of(request, request.app.state.cookie)


async def signed_in(request: HttpRequest, hq: Headquarters) -> SignedIn:
    """Who is asking. Raises ``Refused("not_signed_in")``."""
    token = token_of(request)
    found = await read_session(hq, token) if token else None
    if found is None:
        raise Refused("not_signed_in")
    return found


def require_same_person(actor: Actor, shown: str | None) -> None:
    """Nothing, or ``Refused("signed_in_as_another")``: the screen shows somebody else."""
    if shown is not None and shown != actor.person_id:
        raise Refused("signed_in_as_another", person=actor.name)


async def asking(request: HttpRequest, hq: Headquarters) -> Command:
    """A command that only reads."""
    return Command((await signed_in(request, hq)).actor)


async def commanding(request: HttpRequest, hq: Headquarters) -> Command:
    """A command that changes something, under the idempotency key that came along, decided
    from the version that ``If-Match`` names, and as of ``Written-At`` when it is entered from
    paper. Raises ``Refused``: ``not_signed_in``; ``signed_in_as_another`` when ``Signed-In-As``
    names somebody else: windows of one browser share the sign-in, and one may be older.
    """
    person = await signed_in(request, hq)
    require_same_person(person.actor, request.headers.get("signed-in-as"))
    paper = request.headers.get("written-at", "")
    path = request.scope["path"]
    digest = digest_of(f"{path}\n{paper}", await request.body())
    return Command(
        person.actor,
        key=key_of(request),
        digest=digest,
        last_seen=seen_version(request.headers.get("if-match", ""), field="If-Match"),
        written_at=written_at(paper),
    )
