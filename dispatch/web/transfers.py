"""Transfers over HTTP: one route per desk verb."""

from datetime import datetime

from litestar import Response, get, post
from msgspec import Struct

from dispatch.assessment import Priority
from dispatch.checklist import Answer
from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.desk.change_condition import change_condition
from dispatch.desk.change_priority import change_priority
from dispatch.desk.decline_transfer import decline_transfer
from dispatch.desk.hand_over import hand_over
from dispatch.desk.keep_bed import keep_bed
from dispatch.desk.read_transfer import read_timeline, read_transfer
from dispatch.desk.release_unit import release_unit
from dispatch.desk.report_progress import report_progress
from dispatch.desk.request_transfer import request_transfer
from dispatch.kernel import HospitalCode, TransferId, UnitId
from dispatch.transfer.decide_priority import ConditionReport
from dispatch.transfer.decide_request import Request as TransferRequest
from dispatch.transfer.events import Step
from dispatch.web.answers import json_answer, shown
from dispatch.web.body import EmptyBody, read_body
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import asking, commanding

ONE = "/api/transfers/{transfer_id:str}"


class AskBody(Struct, frozen=True, forbid_unknown_fields=True):
    """Which hospital, and why when it is not the first proposed."""

    hospital: HospitalCode
    override_reason: str | None = None


class AnswersBody(Struct, frozen=True, forbid_unknown_fields=True):
    """An answer to every question, and the reason when one is no; ``despite_reason`` of a yes
    against what is recorded.
    """

    answers: dict[str, Answer]
    reason: str | None = None
    despite_reason: str | None = None


class ReasonBody(Struct, frozen=True, forbid_unknown_fields=True):
    """A reason: a code where the verb has codes, else a sentence."""

    reason: str


class UnitBody(Struct, frozen=True, forbid_unknown_fields=True):
    """Which unit, why when it is not the one proposed, which transfer loses it, if one, and why
    it goes although a doctor has still to decide whether the transfer goes on.
    """

    unit_id: UnitId
    override_reason: str | None = None
    takes_from: TransferId | None = None
    despite_reason: str | None = None


class ProgressBody(Struct, frozen=True, forbid_unknown_fields=True):
    """A step of the journey; ``occurred_at`` with its zone, None for now."""

    step: Step
    occurred_at: datetime | None = None


class WhenBody(Struct, frozen=True, forbid_unknown_fields=True):
    """When it happened, with its zone; None for now."""

    occurred_at: datetime | None = None


class PriorityBody(Struct, frozen=True, forbid_unknown_fields=True):
    """The new priority and why."""

    priority: Priority
    reason: str


@post("/api/transfers")
async def post_transfer(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """A doctor asks for a transfer."""
    command = await commanding(request, hq)
    body = await read_body(request, TransferRequest)
    return await shown(hq, command, await request_transfer(hq, command, body))


@get(ONE)
async def get_transfer(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """One transfer in full."""
    command = await asking(request, hq)
    return json_answer(await read_transfer(hq, command, TransferId(transfer_id)))


@get(f"{ONE}/events")
async def get_timeline(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """Its timeline."""
    command = await asking(request, hq)
    return json_answer(await read_timeline(hq, command, TransferId(transfer_id)))


@post(f"{ONE}/hospital")
async def post_hospital(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """Ask one hospital."""
    command = await commanding(request, hq)
    body = await read_body(request, AskBody)
    receipt = await ask_hospital(
        hq,
        command,
        TransferId(transfer_id),
        hospital=body.hospital,
        override_reason=body.override_reason,
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/answers")
async def post_answers(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """The intensivist's four answers."""
    command = await commanding(request, hq)
    body = await read_body(request, AnswersBody)
    receipt = await answer_checklist(
        hq,
        command,
        TransferId(transfer_id),
        answers=body.answers,
        reason=body.reason,
        despite_reason=body.despite_reason,
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/decline")
async def post_decline(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """The asked hospital can't."""
    command = await commanding(request, hq)
    body = await read_body(request, ReasonBody)
    receipt = await decline_transfer(hq, command, TransferId(transfer_id), reason=body.reason)
    return await shown(hq, command, receipt)


@post(f"{ONE}/bed")
async def post_bed(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """The bed goes on being held."""
    command = await commanding(request, hq)
    await read_body(request, EmptyBody)
    return await shown(hq, command, await keep_bed(hq, command, TransferId(transfer_id)))


@post(f"{ONE}/unit")
async def post_unit(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """Confirm a unit."""
    command = await commanding(request, hq)
    body = await read_body(request, UnitBody)
    receipt = await assign_unit(
        hq,
        command,
        TransferId(transfer_id),
        unit_id=body.unit_id,
        override_reason=body.override_reason,
        takes_from=body.takes_from,
        despite_reason=body.despite_reason,
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/release")
async def post_release(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """Take the unit off."""
    command = await commanding(request, hq)
    body = await read_body(request, ReasonBody)
    receipt = await release_unit(hq, command, TransferId(transfer_id), reason=body.reason)
    return await shown(hq, command, receipt)


@post(f"{ONE}/progress")
async def post_progress(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """A step of the journey."""
    command = await commanding(request, hq)
    body = await read_body(request, ProgressBody)
    receipt = await report_progress(
        hq, command, TransferId(transfer_id), step=body.step, occurred_at=body.occurred_at
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/handover")
async def post_handover(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """The receiving team took over."""
    command = await commanding(request, hq)
    body = await read_body(request, WhenBody)
    receipt = await hand_over(
        hq, command, TransferId(transfer_id), occurred_at=body.occurred_at
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/condition")
async def post_condition(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Response[bytes]:
    """The patient changed."""
    command = await commanding(request, hq)
    body = await read_body(request, ConditionReport)
    receipt = await change_condition(hq, command, TransferId(transfer_id), body)
    return await shown(hq, command, receipt)


@post(f"{ONE}/priority")
async def post_priority(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """Raise or lower by hand."""
    command = await commanding(request, hq)
    body = await read_body(request, PriorityBody)
    receipt = await change_priority(
        hq, command, TransferId(transfer_id), priority=body.priority, reason=body.reason
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/cancel")
async def post_cancel(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """Not needed any more."""
    command = await commanding(request, hq)
    body = await read_body(request, ReasonBody)
    receipt = await cancel_transfer(hq, command, TransferId(transfer_id), reason=body.reason)
    return await shown(hq, command, receipt)


ROUTES = (
    post_transfer,
    get_transfer,
    get_timeline,
    post_hospital,
    post_answers,
    post_decline,
    post_bed,
    post_unit,
    post_release,
    post_progress,
    post_handover,
    post_condition,
    post_priority,
    post_cancel,
)
