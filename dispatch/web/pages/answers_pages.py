"""The intensivist's list: who asks, who comes; and the beds of the own hospital."""

from litestar import get, post
from litestar.response import Redirect

from dispatch.capacity.beds import BedKind, Beds
from dispatch.desk import Command
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.identity import Role
from dispatch.kernel import HospitalCode
from dispatch.network import Hospital
from dispatch.transfer.stage import Stage
from dispatch.transfer.views import BedsView, view_beds
from dispatch.web.pages.duty_pages import own_duty
from dispatch.web.pages.forms import Entered, Form, Reader, as_shape, read_form
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.requests_pages import newest_first
from dispatch.web.pages.visit import Page, Visit, carry_out, open_visit, read_seen
from dispatch.web.request import Hq, HttpRequest

ANSWERS = "/answers"
BEDS = "/answers/beds"


@get(ANSWERS)
async def get_answers(request: HttpRequest, hq: Hq) -> Page:
    """Those waiting for this hospital's answer, then those coming."""
    visit = await open_visit(request, hq, Role.INTENSIVIST)
    transfers = newest_first((await read_seen(visit)).transfers)
    facts = {
        "waiting": tuple(each for each in reversed(transfers) if each.stage is Stage.ASKED),
        "coming": tuple(each for each in transfers if each.stage is not Stage.ASKED),
        "beds": await own_beds(visit),
        **await own_duty(visit),
    }
    live = Live(ANSWERS, refreshes=True)
    return page(visit, "answers.html", live=live, entered=visit.fresh(), facts=facts)


@get(BEDS)
async def get_beds(request: HttpRequest, hq: Hq) -> Page:
    """The form for each kind of bed."""
    visit = await open_visit(request, hq, Role.INTENSIVIST)
    return await _show(visit, visit.fresh())


@post(BEDS)
async def post_beds(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """Replaces the last report."""
    visit = await open_visit(request, hq, Role.INTENSIVIST)
    form = await read_form(request)

    async def act(command: Command) -> str:
        await report_capacity(hq, command, read_report(visit, form))
        return f"{ANSWERS}?done=beds"

    return await carry_out(visit, form, act=act, show=lambda entered: _show(visit, entered))


def read_report(visit: Visit, form: Form) -> BedReport:
    """The report as filled in. Raises ``Misfilled``."""
    reader = Reader(form)
    values: dict[str, object] = {
        "hospital": visit.who.hospital,
        "kind": reader.text("kind"),
        "total": reader.count("total"),
        "used": reader.count("used"),
        "is_closed": reader.flag("is_closed"),
    }
    reader.require_sound()
    return as_shape(values, BedReport)


async def own_beds(visit: Visit) -> tuple[BedsView, ...]:
    """The beds of the visitor's hospital, of the kinds it has; never reported ones too."""
    assert visit.who.hospital is not None
    known = {beds.kind: beds for beds in (await read_seen(visit)).beds}
    kinds = kinds_of(visit.hq.network.hospitals[visit.who.hospital])
    return tuple(known.get(kind) or _never_reported(visit.who.hospital, kind) for kind in kinds)


def kinds_of(hospital: Hospital) -> tuple[BedKind, ...]:
    """The kinds of critical beds the hospital has; the adult ICU when the file knows none."""
    has = ((BedKind.ICU, hospital.icu_beds), (BedKind.PICU, hospital.picu_beds))
    return tuple(kind for kind, beds in has if beds > 0) or (BedKind.ICU,)


def _never_reported(hospital: HospitalCode, kind: BedKind) -> BedsView:
    return view_beds(Beds(hospital, kind))


async def _show(visit: Visit, entered: Entered) -> Page:
    facts = {"beds": await own_beds(visit)}
    return page(visit, "beds.html", live=Live(BEDS), entered=entered, facts=facts)


ROUTES = (get_answers, get_beds, post_beds)
