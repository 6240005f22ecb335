"""The referring doctor's list, and the form that opens a transfer."""

from datetime import datetime

from litestar import get, post
from litestar.response import Redirect
from msgspec.structs import replace

from dispatch.assessment import PatientValues, assess
from dispatch.assessment.answer import Answer, answer_of
from dispatch.assessment.criteria import criterion
from dispatch.desk import Command
from dispatch.desk.read_board import read_followed
from dispatch.desk.read_ended import read_ended
from dispatch.desk.request_transfer import Beside, request_transfer
from dispatch.identity import Role
from dispatch.kernel import PreAlertId
from dispatch.network import Care
from dispatch.transfer.confirmed_mean import with_confirmed_mean
from dispatch.transfer.decide_request import Request as TransferRequest
from dispatch.transfer.views import TransferView
from dispatch.web.pages.after_pre_alert import FIELD, by_arrival, filled_from
from dispatch.web.pages.cutoffs_pages import own_cutoffs
from dispatch.web.pages.faults import Faults, Misfilled, faults_of_misfilled, gathered
from dispatch.web.pages.forms import Entered, Form, Reader, as_shape, read_form
from dispatch.web.pages.picture import choices, read_clinical, read_needs
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.values_form import asked_of, is_valued, read_values, with_picture
from dispatch.web.pages.visit import Page, Visit, carry_out, filled, open_visit, read_seen
from dispatch.web.pages.whose_form import read_whose, whose_choices
from dispatch.web.request import Hq, HttpRequest

REQUESTS = "/requests"
NEW = "/requests/new"
CONSOLE = "/console/"

MAY_REQUEST = (Role.REFERRING_DOCTOR, Role.DISPATCHER, Role.COORDINATING_DOCTOR)
"""Headquarters writes down what is asked by telephone, and enters what was asked on paper."""


@get(REQUESTS)
async def get_requests(request: HttpRequest, hq: Hq) -> Page:
    """The open transfers of the own hospital, newest first."""
    visit = await open_visit(request, hq, Role.REFERRING_DOCTOR)
    seen, own = await read_seen(visit), visit.who.hospital
    found = newest_first(seen.transfers)
    followed = await read_followed(hq, visit.reading)
    return page(
        visit,
        "requests.html",
        live=Live(REQUESTS, refreshes=True),
        entered=visit.fresh(),
        facts={
            "transfers": tuple(each for each in found if each.referring == own),
            "returning": tuple(each for each in found if each.referring != own),
            "followed": tuple(each for each in followed if each.referring == own),
            "ended": await read_ended(hq, visit.reading),
            "pre_alerts": by_arrival(seen.pre_alerts),
        },
    )


@get(NEW)
async def get_new(request: HttpRequest, hq: Hq) -> Page:
    """The empty form, or with what a pre-alert told; the telephone is the one last given."""
    visit = await open_visit(request, hq, *MAY_REQUEST)
    own = [
        each.contact_phone
        for each in newest_first((await read_seen(visit)).transfers)
        if each.referring_doctor == visit.who.name
    ]
    known = {"contact_phone": own[0]} if own else {}
    known |= await filled_from(visit, request.query_params.get("pre_alert"))
    if visit.who.hospital is None:
        known |= {"has_more_papers": "yes"}
    return await _show(visit, Entered(visit.new_key(), known))


@post(NEW)
async def post_new(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """Opens the transfer and goes on to its page, headquarters to its console."""
    visit = await open_visit(request, hq, *MAY_REQUEST)
    form = await read_form(request)

    async def act(command: Command) -> str:
        wanted, values = read_whole(visit, form)
        alert = PreAlertId(form.values[FIELD]) if form.values.get(FIELD) else None
        beside = Beside(values=values, pre_alert_id=alert)
        written_at = read_written_at(visit, form)
        if written_at is not None:
            wanted = replace(wanted, has_more_papers=read_has_more(form))
        receipt = await request_transfer(
            hq, replace(command, written_at=written_at), wanted, beside=beside
        )
        is_desk = visit.who.hospital is None
        return CONSOLE if is_desk else f"{REQUESTS}/{receipt.subject}?done=requested"

    return await carry_out(visit, form, act=act, show=lambda entered: _show(visit, entered))


@post(f"{NEW}/scores")
async def post_scores(request: HttpRequest, hq: Hq) -> Page:
    """The scores of what was filled in so far; nothing is sent, nothing is kept."""
    visit = await open_visit(request, hq, *MAY_REQUEST)
    form = await read_form(request)
    try:
        values = with_confirmed_mean(read_beside(visit, form), form.confirmed)
        found = answer_of("-", assess(values, (await own_cutoffs(visit)).cutoffs))
    except Misfilled as misfilled:
        faults = faults_of_misfilled(misfilled, visit.said, visit.now_at)
        return await _show(visit, filled(visit, form, faults=faults, status=422))
    return await _show(visit, filled(visit, form, faults=(), status=200), preview=found)


def read_whole(visit: Visit, form: Form) -> tuple[TransferRequest, PatientValues | None]:
    """The request and the values beside it. Raises ``Misfilled`` with what is wrong in both."""
    faults: Faults = {}
    with gathered(faults):
        wanted = read_request(visit, form)
    values = None
    if is_valued(form.values):
        with gathered(faults):
            values = read_beside(visit, form)
    if faults:
        raise Misfilled(faults)
    return wanted, values


def read_written_at(visit: Visit, form: Form) -> datetime | None:
    """When the paper says that it was asked; None for a request of now, and for a doctor."""
    reader = Reader(form)
    if visit.who.hospital is not None or reader.text("written_at") is None:
        return None
    found = reader.wall("written_at", missing="page-fault-written_at")
    reader.require_sound()
    return found


def read_has_more(form: Form) -> bool | None:
    """Whether more papers of the request are to come; None when nobody says."""
    told = Reader(form).text("has_more_papers")
    return None if told is None else told == "yes"


def read_beside(visit: Visit, form: Form) -> PatientValues:
    """Values of an adult, the picture of the request among them. Raises ``Misfilled``: also
    for a child, whose values have a page of their own.
    """
    if care_in(form) is Care.PAEDIATRIC:
        raise Misfilled({"care": ("care-values-of-child", {})})
    words = with_picture(form.values)
    return read_values(words, Care.ADULT, now_at=visit.now_at, said=visit.said)


def read_request(visit: Visit, form: Form) -> TransferRequest:
    """The request as filled in. Raises ``Misfilled`` with every field that is missing."""
    reader, care = Reader(form), care_in(form)
    is_desk = visit.who.hospital is None
    values: dict[str, object] = {
        "referring": visit.who.hospital
        or reader.text("referring", missing="page-fault-referring"),
        "doctor": reader.text("doctor", missing="page-fault-doctor") if is_desk else None,
        "care": reader.text("care", missing="page-fault-care"),
        "condition": reader.text("condition", missing="page-fault-condition"),
        "confirms_graver": reader.flag("confirms_graver"),
        "hypotensive_after_fluids": reader.flag("hypotensive_after_fluids"),
        "has_treatment_limits": reader.yes_or_no(
            "has_treatment_limits", missing="page-fault-has_treatment_limits"
        ),
        "needs": read_needs(reader, care),
        **read_whose(reader),
        "bedside": reader.text("bedside", missing="page-fault-bedside"),
        "contact_phone": reader.text("contact_phone", missing="page-fault-contact_phone"),
        "clinical": read_clinical(reader, care, now_at=visit.now_at),
        "confirmed_doubts": form.confirmed,
    }
    reader.require_sound()
    return as_shape(values, TransferRequest)


def care_in(form: Form) -> Care:
    """Whose limits hold: an adult's until a child is ticked."""
    is_child = form.values.get("care") == Care.PAEDIATRIC
    return Care.PAEDIATRIC if is_child else Care.ADULT


def newest_first(transfers: tuple[TransferView, ...]) -> tuple[TransferView, ...]:
    """The transfers, the last one requested first."""
    ordered = sorted(transfers, key=lambda each: each.milestones.requested_at, reverse=True)
    return tuple(ordered)


async def _show(visit: Visit, entered: Entered, *, preview: Answer | None = None) -> Page:
    return page(
        visit,
        "request_new.html",
        live=Live(NEW, fills=NEW),
        entered=entered,
        facts={
            "cares": tuple(each.value for each in Care),
            "asked": asked_of(Care.ADULT, beside_picture=True),
            "childbearing_years": tuple(
                criterion(f"childbearing_{end}_years") for end in ("from", "upto")
            ),
            "preview": preview,
            "used": await own_cutoffs(visit),
            "is_valued": is_valued(entered.values),
            "referrers": _referrers(visit),
            **choices(),
            **whose_choices(),
        },
    )


def _referrers(visit: Visit) -> tuple[tuple[str, str], ...]:
    """Code and name of every hospital, for those who belong to none; else nothing."""
    if visit.who.hospital is not None:
        return ()
    found = ((each.code, each.name) for each in visit.hq.network.hospitals.values())
    return tuple(sorted(found, key=lambda each: each[1]))


ROUTES = (get_requests, get_new, post_new, post_scores)
