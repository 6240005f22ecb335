"""Pre-alerts: the sender's list and form, and one pre-alert as sender and hospital see it."""

from collections.abc import Awaitable, Callable
from typing import get_args

from litestar import get, post
from litestar.response import Redirect

from dispatch.desk import Command, Headquarters
from dispatch.desk.acknowledge_pre_alert import ALLOWED as DOCTORS
from dispatch.desk.acknowledge_pre_alert import acknowledge_pre_alert
from dispatch.desk.cancel_pre_alert import cancel_pre_alert
from dispatch.desk.raise_pre_alert import ALLOWED as SENDERS
from dispatch.desk.raise_pre_alert import raise_pre_alert
from dispatch.desk.read_pre_alert import read_pre_alert
from dispatch.desk.redirect_pre_alert import redirect_pre_alert
from dispatch.desk.resolve_pre_alert import resolve_pre_alert
from dispatch.identity import Role
from dispatch.identity.roles import require_role
from dispatch.kernel import PreAlertId, Refused
from dispatch.network import Care
from dispatch.transfer.decide_pre_alert import NotConfirmed, Redirection, TakenBack
from dispatch.transfer.parts import Twin
from dispatch.transfer.pre_alert import OPEN, PreAlertStage
from dispatch.transfer.pre_alert_view import PreAlertView
from dispatch.web.pages.after_pre_alert import by_arrival
from dispatch.web.pages.forms import Entered, Form, Reader, as_shape, read_form
from dispatch.web.pages.pre_alert_form import form_facts, read_pre_alert_form
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.visit import Page, Visit, carry_out, read_seen, visit_of
from dispatch.web.pre_alerts import PreAlertOutcomeBody, TakeBackBody
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import signed_in

ALL = "/pre-alerts"
ONE = f"{ALL}/{{pre_alert_id:str}}"
NEW = f"{ALL}/new/{{care:str}}"
LISTS = {Role.REFERRING_DOCTOR: "/requests", Role.INTENSIVIST: "/answers"}
"""Where a doctor's own list is; senders have theirs here."""


@get(ALL)
async def get_pre_alerts(request: HttpRequest, hq: Hq) -> Page:
    """The sender's own that are still on their way."""
    visit = await _open_sender(request, hq)
    facts = {"pre_alerts": by_arrival((await read_seen(visit)).pre_alerts)}
    live = Live(ALL, refreshes=True)
    return page(visit, "pre_alerts.html", live=live, entered=visit.fresh(), facts=facts)


@get(NEW)
async def get_new_pre_alert(request: HttpRequest, hq: Hq, care: PathText) -> Page:
    """The empty form, for an adult or for a child."""
    visit = await _open_sender(request, hq)
    return await _show_form(visit, _care(care), visit.fresh())


@post(NEW)
async def post_new_pre_alert(request: HttpRequest, hq: Hq, care: PathText) -> Page | Redirect:
    """Tells the hospital, and goes on to the page of the pre-alert."""
    visit, kind = await _open_sender(request, hq), _care(care)
    form = await read_form(request)

    async def act(command: Command) -> str:
        report, values = read_pre_alert_form(visit, form, kind)
        receipt = await raise_pre_alert(hq, command, report, values=values)
        return f"{ALL}/{receipt.subject}?done=prealert"

    return await carry_out(
        visit, form, act=act, show=lambda entered: _show_form(visit, kind, entered)
    )


@get(ONE)
async def get_pre_alert(request: HttpRequest, hq: Hq, pre_alert_id: PathText) -> Page:
    """One, open or over."""
    visit, pre_alert = await _open(request, hq, pre_alert_id)
    return await _show(visit, pre_alert, visit.fresh())


@post(f"{ONE}/acknowledge")
async def post_acknowledge(
    request: HttpRequest, hq: Hq, pre_alert_id: PathText
) -> Page | Redirect:
    """A doctor has seen it."""

    async def act(command: Command, one: PreAlertId, form: Form) -> str:
        del form
        await acknowledge_pre_alert(hq, command, one)
        return f"{ALL}/{one}?done=prealert-acknowledged"

    return await _carried_out(request, hq, pre_alert_id, act=act)


@post(f"{ONE}/confirm")
async def post_confirm(request: HttpRequest, hq: Hq, pre_alert_id: PathText) -> Page | Redirect:
    """Arrived and confirmed; a referring doctor may go on to a request for a transfer."""

    async def act(command: Command, one: PreAlertId, form: Form) -> str:
        del form
        await resolve_pre_alert(hq, command, one)
        return f"{ALL}/{one}?done=prealert-confirmed"

    return await _carried_out(request, hq, pre_alert_id, act=act)


@post(f"{ONE}/not-confirmed")
async def post_not_confirmed(
    request: HttpRequest, hq: Hq, pre_alert_id: PathText
) -> Page | Redirect:
    """It was something else, and what."""

    async def act(command: Command, one: PreAlertId, form: Form) -> str:
        body = as_shape({"reason": _reason(form)}, PreAlertOutcomeBody)
        await resolve_pre_alert(hq, command, one, reason=body.reason)
        return f"{ALL}/{one}?done=prealert-not-confirmed"

    return await _carried_out(request, hq, pre_alert_id, act=act)


@post(f"{ONE}/redirect")
async def post_redirect(
    request: HttpRequest, hq: Hq, pre_alert_id: PathText
) -> Page | Redirect:
    """The patient goes to another hospital."""

    async def act(command: Command, one: PreAlertId, form: Form) -> str:
        reader = Reader(form)
        values: dict[str, object] = {
            "hospital": reader.text("hospital", missing="prealert-fault-hospital"),
            "eta_min": reader.count("eta_min"),
            "reason": reader.text("override_reason", missing="page-fault-reason"),
        }
        reader.require_sound()
        await redirect_pre_alert(hq, command, one, to=as_shape(values, Redirection))
        return f"{ALL}/{one}?done=prealert"

    return await _carried_out(request, hq, pre_alert_id, act=act)


@post(f"{ONE}/cancel")
async def post_take_back(
    request: HttpRequest, hq: Hq, pre_alert_id: PathText
) -> Page | Redirect:
    """The sender takes it back."""

    async def act(command: Command, one: PreAlertId, form: Form) -> str:
        body = as_shape({"reason": _reason(form)}, TakeBackBody)
        await cancel_pre_alert(hq, command, one, reason=body.reason)
        return f"{ALL}?done=prealert-cancelled"

    return await _carried_out(request, hq, pre_alert_id, act=act)


def _reason(form: Form) -> str | None:
    """Why, as chosen. Raises ``Misfilled`` where nothing is."""
    reader = Reader(form)
    reason = reader.text("reason", missing="page-fault-reason")
    reader.require_sound()
    return reason


async def _carried_out(
    request: HttpRequest,
    hq: Headquarters,
    pre_alert_id: str,
    *,
    act: Callable[[Command, PreAlertId, Form], Awaitable[str]],
) -> Page | Redirect:
    """On to where ``act`` says, or the page of the pre-alert again with what was wrong."""
    visit, pre_alert = await _open(request, hq, pre_alert_id)
    form = await read_form(request)
    return await carry_out(
        visit,
        form,
        act=lambda command: act(command, pre_alert.pre_alert_id, form),
        show=lambda entered: _show(visit, pre_alert, entered),
    )


async def _open_sender(request: HttpRequest, hq: Headquarters) -> Visit:
    person = await signed_in(request, hq)
    require_role(person.actor.role, SENDERS)
    return visit_of(request, hq, person.actor)


async def _open(
    request: HttpRequest, hq: Headquarters, pre_alert_id: str
) -> tuple[Visit, PreAlertView]:
    person = await signed_in(request, hq)
    require_role(person.actor.role, SENDERS | DOCTORS)
    visit = visit_of(request, hq, person.actor)
    return visit, await read_pre_alert(hq, visit.reading, PreAlertId(pre_alert_id))


def _care(word: str) -> Care:
    """Adult or child. Raises ``Refused("unknown_path")`` for anything else."""
    found = {"adult": Care.ADULT, "child": Care.PAEDIATRIC}.get(word)
    if found is None:
        raise Refused("unknown_path")
    return found


async def _show_form(visit: Visit, care: Care, entered: Entered) -> Page:
    path = f"{ALL}/new/{'adult' if care is Care.ADULT else 'child'}"
    facts = {**form_facts(visit, care), "action": path}
    live = Live(path, fills=path)
    return page(visit, "pre_alert_new.html", live=live, entered=entered, facts=facts)


async def _show(visit: Visit, pre_alert: PreAlertView, entered: Entered) -> Page:
    is_open, role = pre_alert.stage in OPEN, visit.who.role
    is_doctor = role in DOCTORS
    seen = (await read_seen(visit)).pre_alerts
    facts = {
        "pre_alert": pre_alert,
        "twins": (*pre_alert.twins, *twins_told_by(pre_alert, seen)),
        "home": LISTS.get(role, ALL),
        "may_acknowledge": is_doctor and pre_alert.stage is PreAlertStage.RAISED,
        "may_resolve": is_doctor and is_open,
        "may_take_back": not is_doctor and is_open,
        "may_ask": role is Role.REFERRING_DOCTOR
        and pre_alert.stage is PreAlertStage.CONFIRMED
        and pre_alert.transfer_id is None,
        "not_confirmed": get_args(NotConfirmed),
        "taken_back": get_args(TakenBack),
        "others": [
            each for each in pre_alert.candidates if each.hospital != pre_alert.hospital
        ],
    }
    live = Live(f"{ALL}/{pre_alert.pre_alert_id}", refreshes=is_open)
    return page(visit, "pre_alert.html", live=live, entered=entered, facts=facts)


def twins_told_by(
    pre_alert: PreAlertView, others: tuple[PreAlertView, ...]
) -> tuple[Twin, ...]:
    """Later pre-alerts that name this one as perhaps of the same patient."""
    return tuple(
        Twin(other.number, twin.how)
        for other in others
        for twin in other.twins
        if twin.number == pre_alert.number
    )


ROUTES = (
    get_pre_alerts,
    get_new_pre_alert,
    post_new_pre_alert,
    get_pre_alert,
    post_acknowledge,
    post_confirm,
    post_not_confirmed,
    post_redirect,
    post_take_back,
)
