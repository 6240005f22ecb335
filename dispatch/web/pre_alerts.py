"""Pre-alerts over HTTP: one route per desk verb."""

from typing import cast

import msgspec
from litestar import Response, get, post
from msgspec import Struct

from dispatch.assessment import PatientValues
from dispatch.assessment.input_fault import InputFault, below, fault_at
from dispatch.assessment.json_text import NotJson, read_json
from dispatch.assessment.outside import KEYS
from dispatch.assessment.parse_inputs import parse_inputs
from dispatch.desk import Command, Headquarters, Receipt
from dispatch.desk.acknowledge_pre_alert import acknowledge_pre_alert
from dispatch.desk.cancel_pre_alert import cancel_pre_alert
from dispatch.desk.link_pre_alert import link_pre_alert
from dispatch.desk.raise_pre_alert import ALLOWED as RAISING
from dispatch.desk.raise_pre_alert import raise_pre_alert
from dispatch.desk.read_pre_alert import read_pre_alert
from dispatch.desk.redirect_pre_alert import redirect_pre_alert
from dispatch.desk.resolve_pre_alert import resolve_pre_alert
from dispatch.identity.roles import require_role
from dispatch.kernel import PreAlertId, Refused, TransferId
from dispatch.transfer.decide_pre_alert import (
    NotConfirmed,
    PreAlertReport,
    Redirection,
    TakenBack,
)
from dispatch.web.answers import json_answer
from dispatch.web.assessment import refusal
from dispatch.web.body import EmptyBody, invalid_body, read_body, read_sound
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import asking, commanding

ALL = "/api/pre-alerts"
ONE = f"{ALL}/{{pre_alert_id:str}}"


class PreAlertOutcomeBody(Struct, frozen=True, forbid_unknown_fields=True):
    """Why it is not confirmed; None: it is."""

    reason: NotConfirmed | None


class TakeBackBody(Struct, frozen=True, forbid_unknown_fields=True):
    """Why it is taken back."""

    reason: TakenBack


class LinkBody(Struct, frozen=True, forbid_unknown_fields=True):
    """The transfer that was asked for."""

    transfer_id: TransferId


@post(ALL)
async def post_pre_alert(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """A team outside raises one: the report, and ``inputs`` as in a vignette, A + BCD alone."""
    command = await commanding(request, hq)
    require_role(command.actor.role, RAISING)
    given = await _read_object(request)
    values = outside_values(given.pop("inputs", None), hq)
    if isinstance(values, tuple):
        refused = Refused("assessment_invalid", field=values[0].path, count=len(values))
        return refusal(refused, values, request)
    try:
        report = msgspec.convert(given, type=PreAlertReport)
    except msgspec.ValidationError as invalid:
        raise invalid_body(str(invalid)) from None
    receipt = await raise_pre_alert(hq, command, report, values=values)
    return await _shown(hq, command, receipt)


@get(ONE)
async def get_pre_alert(
    request: HttpRequest, hq: Hq, pre_alert_id: PathText
) -> Response[bytes]:
    """One pre-alert, open or over."""
    command = await asking(request, hq)
    return json_answer(await read_pre_alert(hq, command, PreAlertId(pre_alert_id)))


@post(f"{ONE}/acknowledgement")
async def post_acknowledgement(
    request: HttpRequest, hq: Hq, pre_alert_id: PathText
) -> Response[bytes]:
    """A doctor of the hospital has seen it."""
    command = await commanding(request, hq)
    await read_body(request, EmptyBody)
    receipt = await acknowledge_pre_alert(hq, command, PreAlertId(pre_alert_id))
    return await _shown(hq, command, receipt)


@post(f"{ONE}/hospital")
async def post_other_hospital(
    request: HttpRequest, hq: Hq, pre_alert_id: PathText
) -> Response[bytes]:
    """To another of the hospitals able to confirm."""
    command = await commanding(request, hq)
    body = await read_body(request, Redirection)
    receipt = await redirect_pre_alert(hq, command, PreAlertId(pre_alert_id), to=body)
    return await _shown(hq, command, receipt)


@post(f"{ONE}/outcome")
async def post_outcome(request: HttpRequest, hq: Hq, pre_alert_id: PathText) -> Response[bytes]:
    """Arrived and confirmed, or not and why."""
    command = await commanding(request, hq)
    body = await read_body(request, PreAlertOutcomeBody)
    one = PreAlertId(pre_alert_id)
    return await _shown(
        hq, command, await resolve_pre_alert(hq, command, one, reason=body.reason)
    )


@post(f"{ONE}/transfer")
async def post_link(request: HttpRequest, hq: Hq, pre_alert_id: PathText) -> Response[bytes]:
    """The transfer that came of it."""
    command = await commanding(request, hq)
    body = await read_body(request, LinkBody)
    one = PreAlertId(pre_alert_id)
    receipt = await link_pre_alert(hq, command, one, transfer_id=body.transfer_id)
    return await _shown(hq, command, receipt)


@post(f"{ONE}/cancel")
async def post_take_back(
    request: HttpRequest, hq: Hq, pre_alert_id: PathText
) -> Response[bytes]:
    """Taken back by who sent it, or by headquarters."""
    command = await commanding(request, hq)
    body = await read_body(request, TakeBackBody)
    receipt = await cancel_pre_alert(hq, command, PreAlertId(pre_alert_id), reason=body.reason)
    return await _shown(hq, command, receipt)


def outside_values(given: object, hq: Headquarters) -> PatientValues | tuple[InputFault, ...]:
    """The values of a team outside, or every fault; what a hospital measures is one."""
    values = parse_inputs(given, "inputs", now_at=hq.clock())
    if isinstance(values, tuple):
        return values
    inputs = cast(dict[str, object], given)
    known = ("population", *KEYS[str(inputs["population"])])
    faults = tuple(
        fault_at(below("inputs", key), "unknown_key", allowed=", ".join(known), value=value)
        for key, value in inputs.items()
        if key not in known
    )
    return faults or values


async def _read_object(request: HttpRequest) -> dict[str, object]:
    try:
        found = read_json(await read_sound(request))
    except NotJson:
        raise Refused("not_json") from None
    if not isinstance(found, dict):
        raise Refused("body_invalid", field=None, allowed="object")
    return dict(found)


async def _shown(hq: Headquarters, command: Command, receipt: Receipt) -> Response[bytes]:
    return json_answer(await read_pre_alert(hq, command, PreAlertId(receipt.subject)))


ROUTES = (
    post_pre_alert,
    get_pre_alert,
    post_acknowledgement,
    post_other_hospital,
    post_outcome,
    post_link,
    post_take_back,
)
