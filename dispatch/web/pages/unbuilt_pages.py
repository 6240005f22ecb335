"""Stands in for a console that nobody has built: why, how to, and what works meanwhile."""

from dispatch.desk import Headquarters
from dispatch.identity import Role
from dispatch.web.pages.antibiotics_pages import ALL as ANTIBIOTICS
from dispatch.web.pages.cutoffs_pages import ALL as CUTOFFS
from dispatch.web.pages.phone_agreements_pages import PHONES
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.requests_pages import NEW as NEW_REQUEST
from dispatch.web.pages.sheet_pages import SHEET
from dispatch.web.pages.visit import Page, open_visit
from dispatch.web.request import HttpRequest

STATUS = 503
"""The screen that was asked for is not there; nobody's monitoring takes this page for it."""

Link = tuple[str, str]
"""A path, and the text that names its page."""

_DESK: tuple[Link, ...] = ((SHEET, "sheet-title"), (NEW_REQUEST, "late-request"))
_PHONES: Link = (PHONES, "phones-title")
HOME: Link = ("/", "page-go-home")

LINKS: dict[Role, tuple[Link, ...]] = {
    Role.DISPATCHER: _DESK,
    Role.COORDINATING_DOCTOR: (
        *_DESK,
        _PHONES,
        (CUTOFFS, "cutoffs-all"),
        (ANTIBIOTICS, "antibiotics-all"),
    ),
    Role.ANALYST: (_PHONES,),
}
"""What those who work at the console may see without it; the others have a home."""


async def show_unbuilt(request: HttpRequest, hq: Headquarters) -> Page:
    """The page instead of the console. Raises ``Refused("not_signed_in")``."""
    visit = await open_visit(request, hq, *Role)
    links = LINKS.get(visit.who.role, (HOME,))
    shown = page(
        visit,
        "unbuilt.html",
        live=Live("/console/"),
        entered=visit.fresh(),
        facts={"links": links},
    )
    shown.status_code = STATUS
    return shown
