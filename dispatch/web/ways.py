"""The ways out of the plan over HTTP: one route per desk verb."""

from litestar import Response, get, post
from msgspec import Struct

from dispatch.desk.close_as_lost import close_as_lost
from dispatch.desk.dispute_agreement import dispute_agreement
from dispatch.desk.drive_elsewhere import drive_elsewhere
from dispatch.desk.read_ended import read_ended
from dispatch.desk.record_death import record_death
from dispatch.desk.report_course import report_course
from dispatch.desk.report_found import report_found
from dispatch.desk.report_missing import report_missing
from dispatch.desk.report_unreachable import report_unreachable
from dispatch.desk.take_back_closing import take_back_closing
from dispatch.desk.take_back_step import take_back_step
from dispatch.desk.withdraw_agreement import withdraw_agreement
from dispatch.desk.withdraw_request import withdraw_request
from dispatch.kernel import HospitalCode, TransferId
from dispatch.transfer.closed import Closing
from dispatch.transfer.stepped import Reversible
from dispatch.transfer.told import CourseWord
from dispatch.web.answers import json_answer, shown
from dispatch.web.body import read_body
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import asking, commanding
from dispatch.web.transfers import ReasonBody, WhenBody

ONE = "/api/transfers/{transfer_id:str}"


class StepBackBody(Struct, frozen=True, forbid_unknown_fields=True):
    """The step that was reported by mistake, and why it is taken back."""

    step: Reversible
    reason: str


class ClosingBackBody(Struct, frozen=True, forbid_unknown_fields=True):
    """The closing that was told by mistake, and why it is taken back."""

    closing: Closing
    reason: str


class WithdrawalBody(Struct, frozen=True, forbid_unknown_fields=True):
    """A coded reason; ``told_by`` when headquarters was told by telephone."""

    reason: str
    told_by: str | None = None


class ElsewhereBody(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the crew drives to now, and why."""

    hospital: HospitalCode
    reason: str


class FoundBody(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the patient is, and who says so."""

    place: str
    found_by: str


class CourseBody(Struct, frozen=True, forbid_unknown_fields=True):
    """Worse or better, and what the crew sees."""

    course: CourseWord
    note: str


@post(f"{ONE}/step-back")
async def post_step_back(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Response[bytes]:
    """The last step was the wrong button."""
    command = await commanding(request, hq)
    body = await read_body(request, StepBackBody)
    receipt = await take_back_step(
        hq, command, TransferId(transfer_id), step=body.step, reason=body.reason
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/closing-back")
async def post_closing_back(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Response[bytes]:
    """The transfer was closed by mistake: it is open again where it stood."""
    command = await commanding(request, hq)
    body = await read_body(request, ClosingBackBody)
    receipt = await take_back_closing(
        hq, command, TransferId(transfer_id), closing=body.closing, reason=body.reason
    )
    return await shown(hq, command, receipt)


@get("/api/ended")
async def get_ended(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """The transfers closed lately whose closing the asking person may take back."""
    return json_answer(await read_ended(hq, await asking(request, hq)))


@post(f"{ONE}/withdrawal")
async def post_withdrawal(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Response[bytes]:
    """The receiving hospital takes its yes back."""
    command = await commanding(request, hq)
    body = await read_body(request, WithdrawalBody)
    receipt = await withdraw_agreement(
        hq, command, TransferId(transfer_id), reason=body.reason, told_by=body.told_by
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/dispute")
async def post_dispute(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """The doctor denies the agreement recorded in their name."""
    command = await commanding(request, hq)
    body = await read_body(request, ReasonBody)
    receipt = await dispute_agreement(hq, command, TransferId(transfer_id), reason=body.reason)
    return await shown(hq, command, receipt)


@post(f"{ONE}/death")
async def post_death(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """The patient died before the handover."""
    command = await commanding(request, hq)
    body = await read_body(request, WhenBody)
    receipt = await record_death(
        hq, command, TransferId(transfer_id), occurred_at=body.occurred_at
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/elsewhere")
async def post_elsewhere(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Response[bytes]:
    """The crew takes the patient elsewhere, or back."""
    command = await commanding(request, hq)
    body = await read_body(request, ElsewhereBody)
    receipt = await drive_elsewhere(
        hq, command, TransferId(transfer_id), hospital=body.hospital, reason=body.reason
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/course")
async def post_course(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """How the patient does in the care of the crew."""
    command = await commanding(request, hq)
    body = await read_body(request, CourseBody)
    receipt = await report_course(
        hq, command, TransferId(transfer_id), course=body.course, note=body.note
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/unreachable")
async def post_unreachable(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Response[bytes]:
    """Nobody answers at the receiving hospital."""
    command = await commanding(request, hq)
    body = await read_body(request, ReasonBody)
    receipt = await report_unreachable(hq, command, TransferId(transfer_id), reason=body.reason)
    return await shown(hq, command, receipt)


@post(f"{ONE}/request-withdrawal")
async def post_request_withdrawal(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Response[bytes]:
    """The sender wants the patient back."""
    command = await commanding(request, hq)
    body = await read_body(request, ReasonBody)
    receipt = await withdraw_request(hq, command, TransferId(transfer_id), reason=body.reason)
    return await shown(hq, command, receipt)


@post(f"{ONE}/missing")
async def post_missing(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """Nobody knows where the patient is."""
    command = await commanding(request, hq)
    body = await read_body(request, ReasonBody)
    receipt = await report_missing(hq, command, TransferId(transfer_id), reason=body.reason)
    return await shown(hq, command, receipt)


@post(f"{ONE}/found")
async def post_found(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """Somebody knows where the patient is."""
    command = await commanding(request, hq)
    body = await read_body(request, FoundBody)
    receipt = await report_found(
        hq, command, TransferId(transfer_id), place=body.place, found_by=body.found_by
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/lost")
async def post_lost(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """The search for the patient is given up."""
    command = await commanding(request, hq)
    body = await read_body(request, ReasonBody)
    receipt = await close_as_lost(hq, command, TransferId(transfer_id), reason=body.reason)
    return await shown(hq, command, receipt)


ROUTES = (
    post_step_back,
    post_closing_back,
    get_ended,
    post_withdrawal,
    post_dispute,
    post_death,
    post_elsewhere,
    post_course,
    post_unreachable,
    post_request_withdrawal,
    post_missing,
    post_found,
    post_lost,
)
