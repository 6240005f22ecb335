"""After the handover, on the page of the receiving hospital: what is still to be said."""

from collections.abc import Awaitable, Callable

from litestar import post
from litestar.response import Redirect

from dispatch.desk import Command, Headquarters
from dispatch.desk.confirm_part import confirm_part
from dispatch.desk.read_transfer import read_transfer
from dispatch.desk.request_return import request_return
from dispatch.desk.resolve_episode import resolve_episode
from dispatch.desk.take_back_part import take_back_part
from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.transfer.decide_return import ReturnRequest
from dispatch.transfer.parts import Part
from dispatch.transfer.stage import HANDING_OVER, Stage
from dispatch.transfer.views import TransferView
from dispatch.web.custody import OutcomeBody, PartBackBody
from dispatch.web.pages.forms import Entered, Form, Reader, as_shape, read_form
from dispatch.web.pages.progress import taken_to
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.visit import Page, Visit, carry_out, open_visit
from dispatch.web.request import Hq, HttpRequest, PathText

ONE = "/answers/{transfer_id:str}"
OUTCOMES = ("ward", "home", "elsewhere", "died", "lost")
"""Those that a person tells; a return tells itself that it arrived."""


@post(f"{ONE}/part")
async def post_part(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """This side of the handover is done."""

    async def act(command: Command, form: Form) -> str:
        del form
        transfer = await read_transfer(hq, Command(command.actor), TransferId(transfer_id))
        part = own_part(command.actor.hospital == transfer.referring)
        await confirm_part(hq, command, transfer.transfer_id, part=part)
        return f"/answers/{transfer_id}?done=part"

    return await _carried_out(request, hq, transfer_id, act=act)


@post(f"{ONE}/part-back")
async def post_part_back(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Page | Redirect:
    """That was confirmed by mistake."""

    async def act(command: Command, form: Form) -> str:
        reader = Reader(form)
        part = reader.text("part")
        reason = reader.text("reason", missing="page-fault-part-back")
        reader.require_sound()
        body = as_shape({"part": part, "reason": reason}, PartBackBody)
        await take_back_part(
            hq, command, TransferId(transfer_id), part=body.part, reason=body.reason
        )
        return f"/answers/{transfer_id}?done=part-back"

    return await _carried_out(request, hq, transfer_id, act=act)


@post(f"{ONE}/outcome")
async def post_outcome(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """How the episode went on."""

    async def act(command: Command, form: Form) -> str:
        outcome = Reader(form).text("outcome")
        body = as_shape({"outcome": outcome}, OutcomeBody)
        await resolve_episode(hq, command, TransferId(transfer_id), outcome=body.outcome)
        return f"/answers/{transfer_id}?done=outcome"

    return await _carried_out(request, hq, transfer_id, act=act)


@post(f"{ONE}/return")
async def post_return(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """The way back is asked for."""

    async def act(command: Command, form: Form) -> str:
        body = read_return(form)
        receipt = await request_return(hq, command, TransferId(transfer_id), request=body)
        return f"/answers/{receipt.subject}?done=return"

    return await _carried_out(request, hq, transfer_id, act=act)


def own_part(is_sender: bool) -> Part:
    """The part of the handover that this hospital speaks for."""
    return "sender_released" if is_sender else "receiver_took_over"


def read_return(form: Form) -> ReturnRequest:
    """The return as filled in. Raises ``Misfilled``."""
    reader = Reader(form)
    values = {
        "bedside": reader.text("bedside", missing="page-fault-bedside"),
        "contact_phone": reader.text("contact_phone", missing="page-fault-contact_phone"),
        "needs_icu": reader.flag("needs_icu"),
        "needs_isolation": reader.flag("needs_isolation"),
    }
    reader.require_sound()
    return as_shape(values, ReturnRequest)


def episode_facts(visit: Visit, transfer: TransferView, *, is_own: bool) -> dict[str, object]:
    """What the page offers about a patient who is being, or has been, handed over."""
    is_sender = visit.who.hospital == transfer.referring and not is_own
    times = transfer.milestones
    may_release = is_sender and times.sender_released_at is None
    may_confirm = is_own and transfer.stage is Stage.HANDED_OVER
    is_there = may_confirm and transfer.returns is None and transfer.outcome in {None, "ward"}
    return {
        "may_release": may_release and transfer.stage in HANDING_OVER,
        "may_take_part": may_confirm and times.receiver_confirmed_at is None,
        "part_back": _part_back(transfer, is_own=is_own, is_sender=is_sender),
        "may_resolve": is_there,
        "may_return": is_there and transfer.return_id is None,
        "outcomes": OUTCOMES,
    }


def _part_back(transfer: TransferView, *, is_own: bool, is_sender: bool) -> str | None:
    """The confirmation of this hospital that can be taken back."""
    part = transfer.part_back
    own = {"sender_released": is_sender, "receiver_took_over": is_own}
    return part if part is not None and own[part] else None


async def _carried_out(
    request: HttpRequest,
    hq: Headquarters,
    transfer_id: str,
    *,
    act: Callable[[Command, Form], Awaitable[str]],
) -> Page | Redirect:
    visit = await open_visit(request, hq, Role.INTENSIVIST, Role.REFERRING_DOCTOR)
    form = await read_form(request)

    async def show(entered: Entered) -> Page:
        transfer = await read_transfer(hq, visit.reading, TransferId(transfer_id))
        is_own = taken_to(transfer) == visit.who.hospital
        facts = {"transfer": transfer, **episode_facts(visit, transfer, is_own=is_own)}
        live = Live(f"/answers/{transfer_id}")
        return page(visit, "episode.html", live=live, entered=entered, facts=facts)

    return await carry_out(visit, form, act=lambda command: act(command, form), show=show)


ROUTES = (post_part, post_part_back, post_outcome, post_return)
