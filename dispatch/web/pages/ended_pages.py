"""A transfer that was closed by the wrong button: who may take that back finds it here."""

from litestar import get, post
from litestar.response import Redirect

from dispatch.desk import Command
from dispatch.desk.read_ended import read_ended
from dispatch.desk.take_back_closing import take_back_closing
from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.web.pages.forms import Entered, Reader, as_shape, read_form
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.visit import Page, Visit, carry_out, open_visit
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.ways import ClosingBackBody

ONE = "/ended/{transfer_id:str}"
HOMES = {
    Role.CREW: "/mission",
    Role.REFERRING_DOCTOR: "/requests",
    Role.INTENSIVIST: "/answers",
}
"""Where each of them goes on to: the page on which the transfer is again."""


@get(ONE)
async def get_ended(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page:
    """How it was closed and when, and the form that takes it back."""
    visit = await open_visit(request, hq, *HOMES)
    return await show_ended(visit, transfer_id, visit.fresh())


@post(ONE)
async def post_ended(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """It was the wrong button."""
    visit = await open_visit(request, hq, *HOMES)
    form = await read_form(request)

    async def act(command: Command) -> str:
        reader = Reader(form)
        closing = reader.text("closing")
        reason = reader.text("reason", missing="page-fault-closing-back")
        reader.require_sound()
        body = as_shape({"closing": closing, "reason": reason}, ClosingBackBody)
        await take_back_closing(
            hq, command, TransferId(transfer_id), closing=body.closing, reason=body.reason
        )
        return f"{HOMES[visit.who.role]}?done=closing-back"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_ended(visit, transfer_id, entered)
    )


async def show_ended(visit: Visit, transfer_id: str, entered: Entered) -> Page:
    """The page, also when there is nothing to take back any more."""
    lately = await read_ended(visit.hq, visit.reading)
    ended = next((each for each in lately if each.transfer_id == transfer_id), None)
    facts = {"ended": ended, "home": HOMES[visit.who.role]}
    live = Live(f"/ended/{transfer_id}")
    return page(visit, "ended.html", live=live, entered=entered, facts=facts)


ROUTES = (get_ended, post_ended)
