"""What a person sees when a page can't be shown: a sentence and a way on, never a trace."""

from litestar import Response
from litestar.exceptions import HTTPException
from litestar.response import Redirect

from dispatch.i18n import catalogue
from dispatch.kernel import Refused, Unavailable
from dispatch.telemetry import logger
from dispatch.web.origin import page_behind
from dispatch.web.pages.faults import faults_of_refusal
from dispatch.web.pages.render import plain_page
from dispatch.web.problems import (
    language_of,
    refused_by_framework,
    status_of,
    told_to_people,
)
from dispatch.web.request import HttpRequest


def show_refused(request: HttpRequest, refused: Refused) -> Response[str] | Redirect:
    """Signed out: to the door, and from there back. Anything else is said."""
    if refused.code == "not_signed_in":
        back = page_behind(request.method, request.scope["path"], dict(request.headers))
        return Redirect(f"/sign-in?back={back}" if back else "/sign-in", status_code=303)
    told = _told(request, refused)
    return plain_page(request, told, status_of(refused.code))


def show_unavailable(request: HttpRequest, failed: Unavailable) -> Response[str]:
    """The world failed; going back and sending again counts once."""
    return plain_page(request, told_to_people(request, failed), 503)


def show_http(request: HttpRequest, failed: HTTPException) -> Response[str]:
    """What the framework refuses."""
    told = _told(request, refused_by_framework(failed))
    return plain_page(request, told, failed.status_code)


def show_defect(request: HttpRequest, failed: Exception) -> Response[str]:
    """A defect of ours: logged with its trace, shown without."""
    logger("web").error("defect", path=request.scope["path"], exc_info=failed)
    said = catalogue(language_of(request))
    return plain_page(request, said.say("page-defect"), 500)


def _told(request: HttpRequest, refused: Refused) -> str:
    said, now_at = catalogue(language_of(request)), request.app.state.hq.clock()
    (fault,) = faults_of_refusal(refused, said, now_at)
    return fault.text
