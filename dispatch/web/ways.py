"""The ways out of the plan over HTTP: one route per desk verb."""

from litestar import Response, post
from msgspec import Struct

from dispatch.desk.dispute_agreement import dispute_agreement
from dispatch.desk.take_back_step import take_back_step
from dispatch.desk.withdraw_agreement import withdraw_agreement
from dispatch.kernel import TransferId
from dispatch.transfer.stepped import Reversible
from dispatch.web.answers import shown
from dispatch.web.body import read_body
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import commanding
from dispatch.web.transfers import ReasonBody

ONE = "/api/transfers/{transfer_id:str}"


class StepBackBody(Struct, frozen=True, forbid_unknown_fields=True):
    """The step that was reported by mistake, and why it is taken back."""

    step: Reversible
    reason: str


class WithdrawalBody(Struct, frozen=True, forbid_unknown_fields=True):
    """A coded reason; ``told_by`` when headquarters was told by telephone."""

    reason: str
    told_by: str | None = None


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


ROUTES = (post_step_back, post_withdrawal, post_dispute)
