"""What the two doctors share of one transfer, and the four things either may record there."""

from litestar import get, post
from litestar.response import Redirect

from dispatch.desk import Command, Headquarters
from dispatch.desk.change_condition import change_condition
from dispatch.desk.change_priority import change_priority
from dispatch.desk.read_shared import ALLOWED, read_shared
from dispatch.desk.record_bundle import record_bundle
from dispatch.identity import Role
from dispatch.identity.roles import require_role
from dispatch.kernel import TransferId
from dispatch.transfer.decide_priority import MAY_LOWER
from dispatch.transfer.shared import SharedView
from dispatch.transfer.stage import CLOSED
from dispatch.web.pages.bundle_form import bundle_fields, entered_step, read_step, step_named
from dispatch.web.pages.forms import Entered, Reader, as_shape, read_form
from dispatch.web.pages.picture import choices, entered_picture
from dispatch.web.pages.progress import responsible
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.rendered import rendered
from dispatch.web.pages.request_pages import read_condition
from dispatch.web.pages.visit import Page, Visit, carry_out, visit_of
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import signed_in
from dispatch.web.transfers import PriorityBody

ONE = "/shared/{transfer_id:str}"
HOME = {
    Role.REFERRING_DOCTOR: "/requests/",
    Role.INTENSIVIST: "/answers/",
}
"""Where a doctor's own page of the transfer is; others go back to their start."""


@get(ONE)
async def get_shared(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page:
    """Everything, as of now."""
    visit, shared = await open_shared(request, hq, transfer_id)
    return show_shared(visit, shared)


@get(f"{ONE}/bundle/{{step:str}}")
async def get_step(
    request: HttpRequest, hq: Hq, transfer_id: PathText, *, step: PathText
) -> Page:
    """The form of one step."""
    visit, shared = await open_shared(request, hq, transfer_id)
    return await _show_step(visit, shared, step, entered_step(visit, step, shared))


@post(f"{ONE}/bundle/{{step:str}}")
async def post_step(
    request: HttpRequest, hq: Hq, transfer_id: PathText, *, step: PathText
) -> Page | Redirect:
    """The step was done."""
    visit, shared = await open_shared(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        report = read_step(Reader(form), step_named(step), shared, now_at=visit.now_at)
        await record_bundle(hq, command, shared.transfer.transfer_id, report=report)
        return f"/shared/{transfer_id}?done=bundle"

    return await carry_out(
        visit, form, act=act, show=lambda entered: _show_step(visit, shared, step, entered)
    )


@get(f"{ONE}/condition")
async def get_condition(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page:
    """The picture as it is known, to be changed by either side."""
    visit, shared = await open_shared(request, hq, transfer_id)
    known = rendered(entered_picture(shared.transfer, visit.words.number))
    return await _show_condition(visit, shared, Entered(visit.new_key(), known))


@post(f"{ONE}/condition")
async def post_condition(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Page | Redirect:
    """The patient got worse, or better; the priority follows the rule."""
    visit, shared = await open_shared(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        report = read_condition(visit, shared.transfer, form)
        await change_condition(hq, command, shared.transfer.transfer_id, report)
        return f"/shared/{transfer_id}?done=condition"

    return await carry_out(
        visit, form, act=act, show=lambda entered: _show_condition(visit, shared, entered)
    )


@get(f"{ONE}/priority")
async def get_priority(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page:
    """Raise or lower, with a reason."""
    visit, shared = await open_shared(request, hq, transfer_id)
    return await _show_priority(visit, shared, visit.fresh())


@post(f"{ONE}/priority")
async def post_priority(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """A person raises it, or lowers it where that person may."""
    visit, shared = await open_shared(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        reader = Reader(form)
        reason = reader.text("reason", missing="page-fault-reason") or ""
        priority = reader.text("priority")
        reader.require_sound()
        wanted = as_shape({"priority": priority, "reason": reason}, PriorityBody)
        await change_priority(
            hq,
            command,
            shared.transfer.transfer_id,
            priority=wanted.priority,
            reason=wanted.reason,
        )
        return f"/shared/{transfer_id}?done=priority"

    return await carry_out(
        visit, form, act=act, show=lambda entered: _show_priority(visit, shared, entered)
    )


async def open_shared(
    request: HttpRequest, hq: Headquarters, transfer_id: str
) -> tuple[Visit, SharedView]:
    """The visit and what is shared. Raises ``Refused``: ``not_signed_in``,
    ``role_not_allowed``, ``unknown_transfer``.
    """
    person = await signed_in(request, hq)
    require_role(person.actor.role, ALLOWED)
    visit = visit_of(request, hq, person.actor)
    return visit, await read_shared(hq, visit.reading, TransferId(transfer_id))


def show_shared(visit: Visit, shared: SharedView) -> Page:
    """The page itself; it holds no field, so it may refresh."""
    transfer, role = shared.transfer, visit.who.role
    items = shared.bundle.items
    wanted = [item for item in items if item.state not in ("not_needed", "waiting", "unknown")]
    may_change = transfer.stage not in CLOSED and transfer.returns is None
    facts = {
        **facts_of(shared),
        "home": f"{HOME[role]}{transfer.transfer_id}" if role in HOME else "/",
        "responsible": responsible(transfer),
        "done_count": sum(item.state in ("done", "done_late", "untimed") for item in items),
        "wanted_count": len(wanted),
        "late_count": sum(item.state in ("late", "done_late") for item in items),
        "may_change": may_change,
        "may_record": transfer.stage not in CLOSED,
        "may_set_priority": role is not Role.CREW and may_change,
    }
    live = Live(f"/shared/{transfer.transfer_id}", refreshes=transfer.stage not in CLOSED)
    return page(visit, "shared.html", live=live, entered=visit.fresh(), facts=facts)


def facts_of(shared: SharedView) -> dict[str, object]:
    """What the panels of bundle and scores read, on this page and on others."""
    return {
        "transfer": shared.transfer,
        "shared": shared,
        "bundle": shared.bundle,
        "found": shared.assessment,
    }


async def _show_step(visit: Visit, shared: SharedView, step: str, entered: Entered) -> Page:
    path = f"/shared/{shared.transfer.transfer_id}/bundle/{step}"
    facts = {**facts_of(shared), **bundle_fields(step_named(step), shared)}
    live = Live(path, fills=path)
    return page(visit, "shared_step.html", live=live, entered=entered, facts=facts)


async def _show_condition(visit: Visit, shared: SharedView, entered: Entered) -> Page:
    back = f"/shared/{shared.transfer.transfer_id}"
    path = f"{back}/condition"
    facts = {**facts_of(shared), "back": back, "hint": "care-worse-hint", **choices()}
    live = Live(path, fills=path)
    return page(visit, "condition.html", live=live, entered=entered, facts=facts)


async def _show_priority(visit: Visit, shared: SharedView, entered: Entered) -> Page:
    path = f"/shared/{shared.transfer.transfer_id}/priority"
    facts = {**facts_of(shared), "may_lower": visit.who.role in MAY_LOWER}
    live = Live(path, fills=path)
    return page(visit, "shared_priority.html", live=live, entered=entered, facts=facts)


ROUTES = (
    get_shared,
    get_step,
    post_step,
    get_condition,
    post_condition,
    get_priority,
    post_priority,
)
