"""The duty roster of one hospital: who is on, who comes, and the form to put somebody on it."""

from litestar import get, post
from litestar.response import Redirect

from dispatch.desk import Command
from dispatch.desk.add_shift import NewShift, add_shift
from dispatch.desk.end_shift import end_shift
from dispatch.desk.read_roster import read_roster
from dispatch.identity import WALL, Post, Role
from dispatch.identity.duty import runs
from dispatch.web.pages.forms import Entered, Form, Reader, as_shape, read_form
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.visit import Page, Visit, carry_out, open_visit
from dispatch.web.request import Hq, HttpRequest, PathText

DUTY = "/answers/duty"


@get(DUTY)
async def get_duty(request: HttpRequest, hq: Hq) -> Page:
    """The roster and its form."""
    visit = await open_visit(request, hq, Role.INTENSIVIST)
    return await _show(visit, visit.fresh())


@post(DUTY)
async def post_duty(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """Puts somebody on duty."""
    visit = await open_visit(request, hq, Role.INTENSIVIST)
    form = await read_form(request)

    async def act(command: Command) -> str:
        await add_shift(hq, command, read_shift(visit, form))
        return f"{DUTY}?done=duty"

    return await carry_out(visit, form, act=act, show=lambda entered: _show(visit, entered))


@post(f"{DUTY}/{{shift_id:str}}/end")
async def post_end(request: HttpRequest, hq: Hq, shift_id: PathText) -> Page | Redirect:
    """Ends a shift now, or withdraws it."""
    visit = await open_visit(request, hq, Role.INTENSIVIST)
    form = await read_form(request)

    async def act(command: Command) -> str:
        await end_shift(hq, command, shift_id)
        return f"{DUTY}?done=duty"

    return await carry_out(visit, form, act=act, show=lambda entered: _show(visit, entered))


def read_shift(visit: Visit, form: Form) -> NewShift:
    """The shift as filled in, by the clock on the wall. Raises ``Misfilled``, ``Refused``."""
    reader = Reader(form)
    values: dict[str, object] = {
        "hospital": visit.who.hospital,
        "person_id": reader.text("person_id", missing="page-fault-person"),
        "post": reader.text("post", missing="page-fault-post"),
        "starts_at": reader.wall("starts_at", missing="page-fault-wall"),
        "ends_at": reader.wall("ends_at", missing="page-fault-wall", latest=True),
    }
    reader.require_sound()
    return as_shape(values, NewShift)


async def own_duty(visit: Visit) -> dict[str, object]:
    """Who is on duty at the visitor's hospital now, and whether the visitor is."""
    running = await visit.hq.on_duty(visit.who.hospital)
    return {
        "on_duty": tuple(dict.fromkeys(shift.name for shift in running)),
        "is_on_duty": visit.who.person_id in {shift.person_id for shift in running},
    }


async def _show(visit: Visit, entered: Entered) -> Page:
    roster = await read_roster(visit.hq, visit.reading)
    facts = {
        "shifts": roster.shifts,
        "people": roster.people,
        "posts": tuple(post.value for post in Post),
        "running": {each.shift_id for each in roster.shifts if runs(each, visit.now_at)},
        "now_on_the_wall": visit.now_at.astimezone(WALL).strftime("%Y-%m-%dT%H:%M"),
        **await own_duty(visit),
    }
    return page(visit, "duty.html", live=Live(DUTY), entered=entered, facts=facts)


ROUTES = (get_duty, post_duty, post_end)
