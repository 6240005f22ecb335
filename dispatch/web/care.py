"""What is done for the patient and what is measured, over HTTP: the bundle and the scores."""

from litestar import Response, get, post

from dispatch.assessment.input_fault import InputFault
from dispatch.assessment.json_text import NotJson, read_json
from dispatch.assessment.parse_inputs import parse_inputs
from dispatch.desk.read_shared import read_shared
from dispatch.desk.record_assessment import record_assessment
from dispatch.desk.record_bundle import record_bundle
from dispatch.kernel import Refused, TransferId
from dispatch.transfer.decide_bundle import BundleReport
from dispatch.web.answers import json_answer, shown
from dispatch.web.assessment import refusal
from dispatch.web.body import read_body, read_sound
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import asking, commanding

ONE = "/api/transfers/{transfer_id:str}"
KEYS = frozenset({"inputs", "confirmed_doubts"})


@get(f"{ONE}/shared")
async def get_shared(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """What the two doctors share, with the bundle and the scores as of now."""
    command = await asking(request, hq)
    return json_answer(await read_shared(hq, command, TransferId(transfer_id)))


@post(f"{ONE}/bundle")
async def post_bundle(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """A step of the bundle was done."""
    command = await commanding(request, hq)
    body = await read_body(request, BundleReport)
    receipt = await record_bundle(hq, command, TransferId(transfer_id), report=body)
    return await shown(hq, command, receipt)


@post(f"{ONE}/assessment")
async def post_assessment(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Response[bytes]:
    """Values for the scores, as ``inputs`` of a vignette; every fault in them is named."""
    command = await commanding(request, hq)
    given, confirmed = await read_inputs(request)
    values = parse_inputs(given, "inputs", now_at=hq.clock())
    if isinstance(values, tuple):
        return _refusal(values, request)
    receipt = await record_assessment(
        hq, command, TransferId(transfer_id), values=values, confirmed=confirmed
    )
    return await shown(hq, command, receipt)


async def read_inputs(request: HttpRequest) -> tuple[object, tuple[str, ...]]:
    """``inputs`` of the body (None when it holds none) and ``confirmed_doubts``.

    Raises ``Refused``: ``not_json``, ``body_invalid``.
    """
    try:
        body = read_json(await read_sound(request))
    except NotJson:
        raise Refused("not_json") from None
    if not isinstance(body, dict) or "inputs" not in body or not set(body) <= KEYS:
        return None, ()
    confirmed = body.get("confirmed_doubts", [])
    if not isinstance(confirmed, list) or not all(isinstance(x, str) for x in confirmed):
        raise Refused("body_invalid", field="confirmed_doubts", allowed="array of str")
    return body["inputs"], tuple(confirmed)


def _refusal(faults: tuple[InputFault, ...], request: HttpRequest) -> Response[bytes]:
    refused = Refused("assessment_invalid", field=faults[0].path, count=len(faults))
    return refusal(refused, faults, request)


ROUTES = (get_shared, post_bundle, post_assessment)
