"""Agreement otherwise than by the checklist alone, and the duty rosters, over HTTP."""

from litestar import Response, get, post

from dispatch.desk.add_shift import NewShift, add_shift
from dispatch.desk.agree_by_phone import agree_by_phone
from dispatch.desk.confirm_agreement import confirm_agreement
from dispatch.desk.counter_offer import counter_offer
from dispatch.desk.decline_by_phone import decline_by_phone
from dispatch.desk.end_shift import end_shift
from dispatch.desk.read_roster import read_roster
from dispatch.kernel import TransferId
from dispatch.transfer.decide_offer import CounterOffer
from dispatch.transfer.decide_phone import PhoneCall, PhoneRefusal
from dispatch.web.answers import json_answer, shown
from dispatch.web.body import EmptyBody, read_body
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import asking, commanding

ONE = "/api/transfers/{transfer_id:str}"
DUTY = "/api/duty"


@post(f"{ONE}/counter-offer")
async def post_offer(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """The asked hospital would take the patient otherwise."""
    command = await commanding(request, hq)
    offer = await read_body(request, CounterOffer)
    receipt = await counter_offer(hq, command, TransferId(transfer_id), offer=offer)
    return await shown(hq, command, receipt)


@post(f"{ONE}/phone-agreement")
async def post_phone(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """Headquarters writes down an agreement given by telephone."""
    command = await commanding(request, hq)
    call = await read_body(request, PhoneCall)
    receipt = await agree_by_phone(hq, command, TransferId(transfer_id), call=call)
    return await shown(hq, command, receipt)


@post(f"{ONE}/phone-refusal")
async def post_phone_refusal(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Response[bytes]:
    """Headquarters writes down a no given by telephone."""
    command = await commanding(request, hq)
    call = await read_body(request, PhoneRefusal)
    receipt = await decline_by_phone(hq, command, TransferId(transfer_id), call=call)
    return await shown(hq, command, receipt)


@post(f"{ONE}/confirmation")
async def post_confirmation(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Response[bytes]:
    """The doctor named confirms it."""
    command = await commanding(request, hq)
    await read_body(request, EmptyBody)
    receipt = await confirm_agreement(hq, command, TransferId(transfer_id))
    return await shown(hq, command, receipt)


@get(DUTY)
async def get_duty(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """Who is on duty, and who may be."""
    return json_answer(await read_roster(hq, await asking(request, hq)))


@post(DUTY)
async def post_duty(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """Puts an intensivist on duty."""
    command = await commanding(request, hq)
    return json_answer(await add_shift(hq, command, await read_body(request, NewShift)))


@post(f"{DUTY}/{{shift_id:str}}/end")
async def post_duty_end(request: HttpRequest, hq: Hq, shift_id: PathText) -> Response[bytes]:
    """Ends a shift now, or withdraws it before it begins."""
    command = await commanding(request, hq)
    await read_body(request, EmptyBody)
    return json_answer(await end_shift(hq, command, shift_id))


ROUTES = (
    post_offer,
    post_phone,
    post_phone_refusal,
    post_confirmation,
    get_duty,
    post_duty,
    post_duty_end,
)
