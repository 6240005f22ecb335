"""Signing in and out, and the language of the pages."""

from litestar import get, post
from litestar.response import Redirect

from dispatch.config import DEMO_PASSWORD
from dispatch.desk import Headquarters, Person
from dispatch.desk.manage_people import list_people
from dispatch.desk.sign_in import sign_out
from dispatch.i18n import LANGUAGES
from dispatch.identity import Role
from dispatch.kernel import Refused
from dispatch.web.origin import own_path
from dispatch.web.pages.faults import Misfilled, faults_of_misfilled, faults_of_refusal
from dispatch.web.pages.forms import Entered, Form, Reader, read_form
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.visit import Page, Visit, filled, visit_of
from dispatch.web.problems import language_cookie, retry_after, status_of
from dispatch.web.request import Hq, HttpRequest
from dispatch.web.session import session_cookie, token_of
from dispatch.web.signin import Credentials, open_session

SIGN_IN = "/sign-in"


@get(SIGN_IN)
async def get_sign_in(request: HttpRequest, hq: Hq) -> Page:
    """The door."""
    visit = visit_of(request, hq, None)
    return await _show(visit, visit.fresh())


@post(SIGN_IN)
async def post_sign_in(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """A session, and on to one's own screen."""
    visit = visit_of(request, hq, None)
    form = await read_form(request)
    try:
        cookies, _ = await open_session(request, hq, _credentials(form))
    except Misfilled as misfilled:
        faults = faults_of_misfilled(misfilled, visit.said, visit.now_at)
        return await _show(visit, filled(visit, form, faults=faults, status=422))
    except Refused as refused:
        faults = faults_of_refusal(refused, visit.said, visit.now_at)
        status = status_of(refused.code)
        shown = await _show(visit, filled(visit, form, faults=faults, status=status))
        shown.headers.update(retry_after(refused.facts))
        return shown
    onward = Redirect(own_path(form.values.get("back")) or "/", status_code=303)
    for cookie in cookies:
        onward.set_cookie(cookie)
    return onward


@post("/sign-out")
async def post_sign_out(request: HttpRequest, hq: Hq) -> Redirect:
    """The session is over; where that can't be stored yet, the door says so."""
    token = token_of(request)
    is_stored = token is None or await sign_out(hq, token)
    onward = Redirect(SIGN_IN if is_stored else f"{SIGN_IN}?done=left", status_code=303)
    onward.set_cookie(session_cookie("", is_secure=request.app.state.is_secure))
    return onward


@post("/language")
async def post_language(request: HttpRequest) -> Redirect:
    """Another language on this device, on the same page."""
    form = await read_form(request)
    onward = Redirect(own_path(form.values.get("back")) or "/", status_code=303)
    wanted = form.values.get("language")
    if wanted in LANGUAGES:
        onward.set_cookie(language_cookie(wanted, is_secure=request.app.state.is_secure))
    return onward


def _credentials(form: Form) -> Credentials:
    reader = Reader(form)
    username = reader.text("username", missing="page-fault-username")
    password = form.values.get("password", "")
    reader.text("password", missing="page-fault-password")
    reader.require_sound()
    return Credentials(username or "", password, form.values.get("invitation"))


async def _show(visit: Visit, entered: Entered) -> Page:
    demo = await _demo_people(visit.hq) if visit.hq.is_demo else ()
    query = visit.request.query_params
    back = entered.values.get("back") or query.get("back")
    facts = {
        "back": own_path(back) or "",
        "invitation": entered.values.get("invitation") or query.get("invitation", ""),
        "demo": demo,
        "demo_password": DEMO_PASSWORD if visit.hq.is_demo else "",
    }
    return page(visit, "sign_in.html", live=Live(SIGN_IN), entered=entered, facts=facts)


async def _demo_people(hq: Headquarters) -> tuple[tuple[Role, tuple[Person, ...]], ...]:
    """The made-up people by role, in the order of a patient's journey."""
    people = [each for each in await list_people(hq) if each.is_demo and each.is_active]
    groups = ((role, tuple(each for each in people if each.role is role)) for role in Role)
    order = (Role.REFERRING_DOCTOR, Role.INTENSIVIST, Role.DISPATCHER, Role.CREW)
    found = {role: group for role, group in groups if group}
    rest = tuple(role for role in found if role not in order)
    return tuple((role, found[role]) for role in (*order, *rest) if role in found)


ROUTES = (get_sign_in, post_sign_in, post_sign_out, post_language)
