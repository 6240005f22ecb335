"""The dispatcher's console: a built bundle, served as files; the front door sends people on."""

import re
from pathlib import Path

from litestar import Response, get
from litestar.response import File, Redirect
from litestar.types import ControllerRouterHandler

from dispatch.desk.sign_in import read_session
from dispatch.identity import Role
from dispatch.kernel import Refused
from dispatch.web.pages import ON_PAGES
from dispatch.web.pages.unbuilt_pages import show_unbuilt
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import token_of

BUNDLE = Path(__file__).parent / "static" / "console"
IMMUTABLE = "public, max-age=31536000, immutable"
"""Hashed names: a file never changes under its name."""

BUNDLED = re.compile(r"/?([A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}/?){1,4}")
"""How the files of the bundle are called; the disk is not asked about anything else."""

HOME = {
    Role.REFERRING_DOCTOR: "/requests",
    Role.INTENSIVIST: "/answers",
    Role.CREW: "/mission",
    Role.PRIMARY_CARE: "/pre-alerts",
    Role.DISPATCHER: "/console/",
    Role.COORDINATING_DOCTOR: "/console/",
    Role.ANALYST: "/console/",
    Role.ADMIN: "/accounts",
}
"""Where each role works. Nobody signs in as ``headquarters``."""


LONGEST_NAME = 200
"""Longer than any name of the bundle, shorter than what a file system refuses to look for."""


@get("/")
async def get_home(request: HttpRequest, hq: Hq) -> Redirect:
    """Everybody to their own screen."""
    token = token_of(request)
    person = await read_session(hq, token) if token else None
    if person is None:
        return Redirect("/sign-in", status_code=303)
    return Redirect(HOME[person.actor.role], status_code=303)


def is_built() -> bool:
    """Whether there is a console to show."""
    return (BUNDLE / "index.html").is_file()


@get(["/console", "/console/"], exception_handlers=ON_PAGES)
async def get_console(request: HttpRequest, hq: Hq) -> Response[bytes] | Response[str]:
    """The page itself, never cached; it asks for the rest by hashed names.

    Where nobody has built it, the page that says so.
    """
    if not is_built():
        return await show_unbuilt(request, hq)
    return Response(
        (BUNDLE / "index.html").read_bytes(),
        media_type="text/html",
        headers={"cache-control": "no-store"},
    )


@get("/console/{path:path}")
async def get_console_file(path: PathText) -> File:
    """A file of the bundle. Raises ``Refused("unknown_path")`` for anything outside it."""
    if len(path) > LONGEST_NAME or not BUNDLED.fullmatch(path):
        raise Refused("unknown_path")
    wanted = (BUNDLE / path.lstrip("/")).resolve()
    if not wanted.is_relative_to(BUNDLE.resolve()) or not wanted.is_file():
        raise Refused("unknown_path")
    return File(
        wanted,
        filename=wanted.name,
        content_disposition_type="inline",
        headers={"cache-control": IMMUTABLE},
    )


def routes() -> tuple[ControllerRouterHandler, ...]:
    """The console's routes."""
    return (get_home, get_console, get_console_file)
