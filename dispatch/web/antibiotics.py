"""Antibiotic protocols of hospitals over HTTP."""

from litestar import Response, get, post

from dispatch.desk.read_antibiotic_protocols import read_antibiotic_protocols
from dispatch.desk.set_antibiotic_protocol import set_antibiotic_protocol
from dispatch.kernel import HospitalCode
from dispatch.transfer.antibiotic_protocol import NewProtocol, Withdrawal
from dispatch.web.answers import json_answer
from dispatch.web.body import read_body
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import asking, commanding

PATH = "/api/hospitals/{hospital:str}/antibiotics"


@get(PATH)
async def get_antibiotics(request: HttpRequest, hq: Hq, hospital: PathText) -> Response[bytes]:
    """What holds at one hospital for each focus, and every version there was."""
    command = await asking(request, hq)
    return json_answer(await read_antibiotic_protocols(hq, command, HospitalCode(hospital)))


@post(PATH)
async def post_antibiotics(request: HttpRequest, hq: Hq, hospital: PathText) -> Response[bytes]:
    """The next version for a focus, after the one in ``If-Match``: 0 where there was none."""
    command = await commanding(request, hq)
    new = await read_body(request, NewProtocol)
    code = HospitalCode(hospital)
    return json_answer(await set_antibiotic_protocol(hq, command, code, new=new))


@post(f"{PATH}/withdrawal")
async def post_antibiotics_withdrawal(
    request: HttpRequest, hq: Hq, hospital: PathText
) -> Response[bytes]:
    """From now on the hospital has no text for that focus; the versions stay readable."""
    command = await commanding(request, hq)
    new = await read_body(request, Withdrawal)
    code = HospitalCode(hospital)
    return json_answer(await set_antibiotic_protocol(hq, command, code, new=new))


ROUTES = (get_antibiotics, post_antibiotics, post_antibiotics_withdrawal)
