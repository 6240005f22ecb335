"""Signing in and out over HTTP."""

from importlib.metadata import version

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from litestar import Response, get, post
from msgspec import Struct

from dispatch.desk import Headquarters
from dispatch.desk.sign_in import sign_in, sign_out
from dispatch.identity import Actor
from dispatch.kernel import Refused
from dispatch.web.answers import json_answer
from dispatch.web.body import read_body
from dispatch.web.problems import language_of
from dispatch.web.request import Hq, HttpRequest
from dispatch.web.session import session_cookie, signed_in, token_of

PER_ACCOUNT = RateLimitItemPerMinute(5)
PER_ADDRESS = RateLimitItemPerMinute(20)
"""ASVS 5.0, 6.3.1: failed or not, so many tries a minute."""


class Credentials(Struct, frozen=True, forbid_unknown_fields=True):
    """A name and a password."""

    username: str
    password: str


class Me(Struct, frozen=True):
    """Who is signed in, for the head of every screen."""

    you: Actor
    language: str
    demo: bool
    version: str


class Attempts:
    """Counts tries to sign in, per account and per address, in this process."""

    def __init__(self) -> None:
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def require_few(self, username: str, address: str) -> None:
        """Nothing, or ``Refused("too_many_attempts")``."""
        account = await self._limiter.hit(PER_ACCOUNT, "account", username.strip().lower())
        origin = await self._limiter.hit(PER_ADDRESS, "address", address)
        if not (account and origin):
            raise Refused("too_many_attempts")


async def open_session(
    request: HttpRequest, hq: Headquarters, given: Credentials
) -> tuple[str, Actor]:
    """The token of a new session. The one that came along, if any, ends: ids never survive."""
    address = request.client.host if request.client else "-"
    await request.app.state.attempts.require_few(given.username, address)
    token, holder = await sign_in(hq, given.username, given.password)
    if (old := token_of(request)) is not None:
        await sign_out(hq, old)
    return token, holder.actor


@post("/api/sign-in", status_code=200)
async def post_sign_in(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """A session, in a cookie no script can read."""
    given = await read_body(request, Credentials)
    token, actor = await open_session(request, hq, given)
    answer = json_answer(actor)
    answer.set_cookie(session_cookie(token, is_secure=request.app.state.is_secure))
    return answer


@post("/api/sign-out", status_code=200)
async def post_sign_out(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """The session is over, its live boards close."""
    if (token := token_of(request)) is not None:
        await sign_out(hq, token)
    answer = json_answer({})
    answer.set_cookie(session_cookie("", is_secure=request.app.state.is_secure))
    answer.headers["clear-site-data"] = '"storage"'
    return answer


@get("/api/me")
async def get_me(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """Who is signed in."""
    person = await signed_in(request, hq)
    return json_answer(
        Me(person.actor, language_of(request), hq.is_demo, version("csi-dispatch"))
    )


ROUTES = (post_sign_in, post_sign_out, get_me)
