"""One transfer as its referring doctor follows it, and the four things to be done about it."""

from collections.abc import Mapping
from dataclasses import replace

from litestar import get, post
from litestar.response import Redirect

from dispatch.desk import Command, Headquarters
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.desk.change_condition import change_condition
from dispatch.desk.confirm_part import confirm_part
from dispatch.desk.read_board import read_board
from dispatch.desk.read_shared import read_shared
from dispatch.desk.read_transfer import read_transfer
from dispatch.fleet import Unit
from dispatch.identity import Role
from dispatch.kernel import HospitalCode, Refused, TransferId
from dispatch.transfer.board import Board
from dispatch.transfer.decide_priority import ConditionReport
from dispatch.transfer.stage import (
    BEFORE_LOADING,
    CLOSED,
    HANDING_OVER,
    LOADED_STAGES,
    Stage,
)
from dispatch.transfer.views import TransferView
from dispatch.web.pages.choices import hospital_choices, may_choose
from dispatch.web.pages.forms import Entered, Form, Reader, as_shape, read_form
from dispatch.web.pages.picture import (
    BOXES,
    choices,
    entered_picture,
    read_clinical,
    read_needs,
)
from dispatch.web.pages.progress import awaited, journey, responsible
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.rendered import changed_by_author, cleared, rendered
from dispatch.web.pages.visit import Page, Visit, carry_out, open_visit
from dispatch.web.request import Hq, HttpRequest, PathText

ONE = "/requests/{transfer_id:str}"


@get(ONE)
async def get_request(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page:
    """How it stands."""
    visit, transfer = await open_own(request, hq, transfer_id)
    return await show_own(visit, transfer, visit.fresh())


@get(f"{ONE}/hospital")
async def get_hospitals(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page:
    """The hospitals to ask."""
    visit, transfer = await open_own(request, hq, transfer_id)
    return await _show_hospitals(visit, transfer, visit.fresh())


@post(f"{ONE}/hospital")
async def post_hospital(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """Asks one of them."""
    visit, transfer = await open_own(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        reader = Reader(form)
        await ask_hospital(
            hq,
            command,
            transfer.transfer_id,
            hospital=HospitalCode(reader.text("hospital") or ""),
            override_reason=reader.text("override_reason"),
        )
        return f"/requests/{transfer_id}?done=asked"

    return await carry_out(
        visit, form, act=act, show=lambda entered: _show_hospitals(visit, transfer, entered)
    )


@post(f"{ONE}/released")
async def post_released(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """The patient was given to the crew."""
    visit, transfer = await open_own(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        await confirm_part(hq, command, transfer.transfer_id, part="sender_released")
        return f"/requests/{transfer_id}?done=part"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_own(visit, transfer, entered)
    )


@get(f"{ONE}/condition")
async def get_condition(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page:
    """The picture as it is known, to be changed."""
    visit, transfer = await open_own(request, hq, transfer_id)
    known = rendered(entered_picture(transfer, visit.words.number))
    return await _show_condition(visit, transfer, Entered(visit.new_key(), known))


@post(f"{ONE}/condition")
async def post_condition(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Page | Redirect:
    """The patient changed."""
    visit, transfer = await open_own(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        report = read_condition(visit, transfer, form)
        await change_condition(hq, command, transfer.transfer_id, report)
        return f"/requests/{transfer_id}?done=condition"

    return await carry_out(
        visit, form, act=act, show=lambda entered: _show_condition(visit, transfer, entered)
    )


@get(f"{ONE}/cancel")
async def get_cancel(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page:
    """Sure?"""
    visit, transfer = await open_own(request, hq, transfer_id)
    return await _show_cancel(visit, transfer, visit.fresh())


@post(f"{ONE}/cancel")
async def post_cancel(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """Not needed any more."""
    visit, transfer = await open_own(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        reader = Reader(form)
        reason = reader.text("reason", missing="page-fault-reason") or ""
        reader.require_sound()
        await cancel_transfer(hq, command, transfer.transfer_id, reason=reason)
        return f"/requests/{transfer_id}?done=cancelled"

    return await carry_out(
        visit, form, act=act, show=lambda entered: _show_cancel(visit, transfer, entered)
    )


def read_condition(visit: Visit, transfer: TransferView, form: Form) -> ConditionReport:
    """What the author of the form changed of the picture. Raises ``Misfilled``,
    ``ChangedMeanwhile``.
    """
    now = entered_picture(transfer, visit.words.number)
    changed = changed_by_author(form.values, now, fields=OF_PICTURE)
    reader = Reader(form)
    known = transfer.clinical.antibiotic_at if transfer.clinical else None
    condition = reader.text("condition", missing="page-fault-condition")
    needs = read_needs(reader, transfer.care)
    clinical = read_clinical(reader, transfer.care, now_at=visit.now_at, known_at=known)
    values: dict[str, object] = {
        "condition": condition if "condition" in changed else None,
        "confirms_graver": reader.flag("confirms_graver"),
        "needs": _only(needs, "needs", changed),
        "clinical": _only(clinical, "clinical", changed),
        "confirmed_doubts": form.confirmed,
    }
    measured = frozenset(name for name in changed if name.removeprefix("needs/") not in BOXES)
    reader.blame(cleared(form.values, measured))
    reader.require_sound()
    return as_shape(values, ConditionReport)


OF_PICTURE = ("condition", "needs/", "clinical/")
"""How the fields of the picture begin."""


def _only(read: Mapping[str, object], group: str, changed: frozenset[str]) -> dict[str, object]:
    return {name: value for name, value in read.items() if f"{group}/{name}" in changed}


async def open_own(
    request: HttpRequest, hq: Headquarters, transfer_id: str
) -> tuple[Visit, TransferView]:
    """The referring doctor's visit and the transfer it is about."""
    visit = await open_visit(request, hq, Role.REFERRING_DOCTOR)
    return visit, await read_transfer(hq, visit.reading, TransferId(transfer_id))


async def show_own(visit: Visit, transfer: TransferView, entered: Entered) -> Page:
    """The page of one transfer of the own hospital, as it stands."""
    board = await read_board(visit.hq, visit.reading)
    shared = await read_shared(visit.hq, visit.reading, transfer.transfer_id)
    is_choosing = transfer.stage not in CLOSED and seeks(transfer) and not transfer.asked
    facts = {
        "transfer": transfer,
        "unit": _unit(board, transfer),
        "hospitals": hospital_choices(transfer, board, now_at=visit.now_at)
        if is_choosing
        else (),
        "journey": journey(transfer),
        "awaited": awaited(transfer),
        "responsible": responsible(transfer),
        "may_ask": may_choose(transfer) and not is_choosing,
        "may_tell_death": transfer.stage not in CLOSED and transfer.responsible == "referring",
        "may_want_back": transfer.stage in LOADED_STAGES and not transfer.request_withdrawn,
        "may_take_back": transfer.stage is Stage.ARRIVED
        and transfer.arrived_in == transfer.referring,
        "may_release": may_release(transfer),
        "may_change": transfer.stage in BEFORE_LOADING and not _is_on_the_road(transfer),
        "may_record": transfer.stage not in CLOSED,
        "shared": shared,
    }
    live = Live(f"/requests/{transfer.transfer_id}", refreshes=_refreshes(transfer))
    return page(visit, "request.html", live=live, entered=entered, facts=facts)


async def _show_hospitals(visit: Visit, transfer: TransferView, entered: Entered) -> Page:
    if not may_choose(transfer):
        raise Refused("not_at_this_stage", stage=transfer.stage.value)
    board = await read_board(visit.hq, visit.reading)
    facts = {
        "transfer": transfer,
        "hospitals": hospital_choices(transfer, board, now_at=visit.now_at),
    }
    live = Live(f"/requests/{transfer.transfer_id}/hospital")
    return page(
        visit, "request_hospital.html", live=live, entered=_beside(entered), facts=facts
    )


async def _show_condition(visit: Visit, transfer: TransferView, entered: Entered) -> Page:
    back = f"/requests/{transfer.transfer_id}"
    path = f"{back}/condition"
    live = Live(path, fills=path)
    facts = {"transfer": transfer, "back": back, "hint": "page-changed-hint", **choices()}
    return page(visit, "condition.html", live=live, entered=entered, facts=facts)


def _is_on_the_road(transfer: TransferView) -> bool:
    """Whether the patient waits there with a crew whose unit has failed."""
    return transfer.stranded is not None and transfer.stranded.lat is not None


async def _show_cancel(visit: Visit, transfer: TransferView, entered: Entered) -> Page:
    path = f"/requests/{transfer.transfer_id}/cancel"
    live, facts = Live(path, fills=path), {"transfer": transfer}
    return page(visit, "request_cancel.html", live=live, entered=entered, facts=facts)


def seeks(transfer: TransferView) -> bool:
    """Whether no hospital agrees, or the one that had has taken its yes back."""
    return transfer.agreement is None or transfer.agreement.withdrawn_at is not None


def may_release(transfer: TransferView) -> bool:
    """Whether the sender's word about the handover is still to come."""
    is_open = transfer.milestones.sender_released_at is None
    return is_open and transfer.stage in HANDING_OVER


def _refreshes(transfer: TransferView) -> bool:
    """Not while a reason may be typed into the page, nor when nothing can change."""
    return transfer.stage is not Stage.REQUESTED and transfer.stage not in CLOSED


def _unit(board: Board, transfer: TransferView) -> Unit | None:
    return board.units.get(transfer.unit_id) if transfer.unit_id else None


def _beside(entered: Entered) -> Entered:
    """The fault of a reason moved to the field of the hospital it was missing for."""
    hospital = entered.values.get("hospital", "")
    moved = (
        replace(fault, field=f"override_reason-{hospital}")
        if fault.field == "override_reason"
        else fault
        for fault in entered.faults
    )
    return replace(entered, faults=tuple(moved))


ROUTES = (
    get_request,
    get_hospitals,
    post_hospital,
    post_released,
    get_condition,
    post_condition,
    get_cancel,
    post_cancel,
)
