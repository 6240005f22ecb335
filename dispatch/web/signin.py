"""Signing in and out over HTTP."""

from importlib.metadata import version

from litestar import Response, get, post
from litestar.datastructures import Cookie
from msgspec import Struct

from dispatch.desk import Headquarters
from dispatch.desk.sign_in import sign_in, sign_out
from dispatch.identity import Actor
from dispatch.web.answers import json_answer
from dispatch.web.attempts import Knock, address_of
from dispatch.web.body import read_body
from dispatch.web.cookies import cookie_of
from dispatch.web.problems import language_of
from dispatch.web.request import Hq, HttpRequest
from dispatch.web.session import (
    device_cookie,
    device_cookie_name,
    session_cookie,
    signed_in,
    token_of,
)

Cookies = tuple[Cookie, ...]

LONGEST_NAME = 40
"""Characters of a name, as accounts have them."""


class Credentials(Struct, frozen=True, forbid_unknown_fields=True):
    """A name and a password."""

    username: str
    password: str
    invitation: str | None = None
    """Of whoever runs the server, for a device that is not known yet."""


class Me(Struct, frozen=True):
    """Who is signed in, for the head of every screen."""

    you: Actor
    language: str
    demo: bool
    version: str


async def open_session(
    request: HttpRequest, hq: Headquarters, given: Credentials
) -> tuple[Cookies, Actor]:
    """The cookies of a new session. The one that came along, if any, ends: ids never survive.

    Raises ``Refused``: ``sign_in_failed``, ``too_many_attempts``.
    """
    account = given.username.strip().lower()[:LONGEST_NAME]
    state = request.app.state
    brought = cookie_of(request, device_cookie_name(is_secure=state.is_secure))
    invitation, now_at = given.invitation, hq.clock()
    knock = Knock(
        account,
        address_of(request.client.host if request.client else None),
        state.devices.known(brought, account)
        or state.devices.invited(invitation, account, now_at=now_at),
    )
    with state.attempts.turn(knock):
        is_known = knock.device is not None
        token, holder = await sign_in(hq, given.username, given.password, is_known=is_known)
    if (old := token_of(request)) is not None:
        await sign_out(hq, old)
    marked = state.devices.marked(brought, account, new_name=hq.new_id())
    cookies = (
        session_cookie(token, is_secure=state.is_secure),
        device_cookie(marked, is_secure=state.is_secure),
    )
    return cookies, holder.actor


@post("/api/sign-in", status_code=200)
async def post_sign_in(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """A session, in a cookie no script can read."""
    given = await read_body(request, Credentials)
    cookies, actor = await open_session(request, hq, given)
    answer = json_answer(actor)
    for cookie in cookies:
        answer.set_cookie(cookie)
    return answer


@post("/api/sign-out", status_code=200)
async def post_sign_out(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """The session is over, its live boards close; at once, also where it is stored later."""
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
