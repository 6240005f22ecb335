"""The page where values for the scores are recorded."""

from litestar import get, post
from litestar.response import Redirect

from dispatch.desk import Command
from dispatch.desk.record_assessment import record_assessment
from dispatch.transfer.shared import SharedView
from dispatch.web.pages.forms import Entered, read_form
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.rendered import changed_by_author, rendered
from dispatch.web.pages.shared_pages import facts_of, open_shared
from dispatch.web.pages.values_form import asked_of, entered_values, read_values
from dispatch.web.pages.visit import Page, Visit, carry_out
from dispatch.web.request import Hq, HttpRequest, PathText

VALUES = "/shared/{transfer_id:str}/values"


@get(VALUES)
async def get_values(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page:
    """The fields, filled with what was recorded last."""
    visit, shared = await open_shared(request, hq, transfer_id)
    known = rendered(entered_values(shared, visit.words.number))
    return await _show(visit, shared, Entered(visit.new_key(), known))


@post(VALUES)
async def post_values(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """Records them as of now."""
    visit, shared = await open_shared(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        now = entered_values(shared, visit.words.number)
        changed = changed_by_author(form.values, now, fields=("values/",))
        values = read_values(
            form.values,
            shared.transfer.care,
            now_at=visit.now_at,
            said=visit.said,
            changed=changed,
        )
        one, confirmed = shared.transfer.transfer_id, form.confirmed
        await record_assessment(hq, command, one, values=values, confirmed=confirmed)
        return f"/shared/{transfer_id}?done=values"

    return await carry_out(
        visit, form, act=act, show=lambda entered: _show(visit, shared, entered)
    )


async def _show(visit: Visit, shared: SharedView, entered: Entered) -> Page:
    path = f"/shared/{shared.transfer.transfer_id}/values"
    transfer = shared.transfer
    asked = asked_of(transfer.care, described=transfer.described)
    facts = {**facts_of(shared), "asked": asked}
    live = Live(path, fills=path)
    return page(visit, "shared_values.html", live=live, entered=entered, facts=facts)


ROUTES = (get_values, post_values)
