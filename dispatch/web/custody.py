"""The handover, a unit that fails, the outcome and the way back over HTTP."""

from datetime import datetime

from litestar import Response, get, post
from msgspec import Struct

from dispatch.checklist import Answer
from dispatch.desk.answer_return import answer_return
from dispatch.desk.confirm_part import confirm_part
from dispatch.desk.read_board import read_followed
from dispatch.desk.read_failed import read_failed
from dispatch.desk.report_failure import report_failure
from dispatch.desk.request_return import request_return
from dispatch.desk.resolve_episode import resolve_episode
from dispatch.desk.take_back_failure import take_back_failure
from dispatch.desk.take_back_part import take_back_part
from dispatch.kernel import Refused, TransferId
from dispatch.transfer.decide_return import ReturnRequest
from dispatch.transfer.parts import Outcome, Part
from dispatch.transfer.way_events import HospitalPart
from dispatch.web.answers import json_answer, shown
from dispatch.web.body import read_body
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import asking, commanding
from dispatch.web.transfers import ReasonBody

ONE = "/api/transfers/{transfer_id:str}"


class PartBody(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the handover; ``occurred_at`` with its zone, None for now."""

    part: Part
    occurred_at: datetime | None = None


class PartBackBody(Struct, frozen=True, forbid_unknown_fields=True):
    """The part that was confirmed by mistake, and why it is taken back."""

    part: HospitalPart
    reason: str


class OutcomeBody(Struct, frozen=True, forbid_unknown_fields=True):
    """How the episode went on; ``occurred_at`` with its zone, None for now."""

    outcome: Outcome
    occurred_at: datetime | None = None


class FailureBody(Struct, frozen=True, forbid_unknown_fields=True):
    """Why the unit can't go on, and where, both in degrees; None for where it was last seen."""

    reason: str
    lat: float | None = None
    lon: float | None = None


def place_of(body: FailureBody) -> tuple[float, float] | None:
    """Latitude and longitude. Raises ``Refused("body_invalid")`` for one without the other."""
    if body.lat is not None and body.lon is not None:
        return (body.lat, body.lon)
    if (body.lat, body.lon) != (None, None):
        raise Refused("body_invalid", field="lat", allowed="lat and lon")
    return None


class ReturnAnswersBody(Struct, frozen=True, forbid_unknown_fields=True):
    """An answer to every question, or none and the reason for a no."""

    answers: dict[str, Answer] | None = None
    reason: str | None = None


@post(f"{ONE}/part")
async def post_part(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """One side says that its part of the handover is done."""
    command = await commanding(request, hq)
    body = await read_body(request, PartBody)
    receipt = await confirm_part(
        hq, command, TransferId(transfer_id), part=body.part, occurred_at=body.occurred_at
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/part-back")
async def post_part_back(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Response[bytes]:
    """A hospital takes back what it confirmed by mistake."""
    command = await commanding(request, hq)
    body = await read_body(request, PartBackBody)
    receipt = await take_back_part(
        hq, command, TransferId(transfer_id), part=body.part, reason=body.reason
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/failure")
async def post_failure(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """The unit can't go on, from its assignment on: another one is needed."""
    command = await commanding(request, hq)
    body = await read_body(request, FailureBody)
    receipt = await report_failure(
        hq, command, TransferId(transfer_id), reason=body.reason, position=place_of(body)
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/failure-back")
async def post_failure_back(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Response[bytes]:
    """The unit runs again, or never failed: it has its patient as before."""
    command = await commanding(request, hq)
    body = await read_body(request, ReasonBody)
    receipt = await take_back_failure(hq, command, TransferId(transfer_id), reason=body.reason)
    return await shown(hq, command, receipt)


@get("/api/failed")
async def get_failed(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """The failures of units that the asking person may take back."""
    return json_answer(await read_failed(hq, await asking(request, hq)))


@post(f"{ONE}/outcome")
async def post_outcome(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """How the episode went on."""
    command = await commanding(request, hq)
    body = await read_body(request, OutcomeBody)
    receipt = await resolve_episode(
        hq,
        command,
        TransferId(transfer_id),
        outcome=body.outcome,
        occurred_at=body.occurred_at,
    )
    return await shown(hq, command, receipt)


@post(f"{ONE}/return")
async def post_return(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """The way back, as a transfer of its own."""
    command = await commanding(request, hq)
    body = await read_body(request, ReturnRequest)
    return await shown(
        hq, command, await request_return(hq, command, TransferId(transfer_id), request=body)
    )


@post(f"{ONE}/return-answers")
async def post_return_answers(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Response[bytes]:
    """The answer of the hospital that is to take the patient back."""
    command = await commanding(request, hq)
    body = await read_body(request, ReturnAnswersBody)
    receipt = await answer_return(
        hq, command, TransferId(transfer_id), answers=body.answers, reason=body.reason
    )
    return await shown(hq, command, receipt)


@get("/api/followed")
async def get_followed(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """The patients handed over whom the receiving hospital still has."""
    return json_answer(await read_followed(hq, await asking(request, hq)))


ROUTES = (
    post_part,
    post_part_back,
    post_failure,
    post_failure_back,
    get_failed,
    post_outcome,
    post_return,
    post_return_answers,
    get_followed,
)
