"""What else the intensivist may answer: yes but not here and now, and yes, I said so."""

from litestar import post
from litestar.response import Redirect

from dispatch.desk import Command
from dispatch.desk.confirm_agreement import confirm_agreement
from dispatch.desk.counter_offer import counter_offer
from dispatch.transfer.decide_offer import CounterOffer
from dispatch.web.pages.answer_pages import ONE, open_request, show_request
from dispatch.web.pages.forms import Form, Reader, as_shape, read_form
from dispatch.web.pages.visit import Page, carry_out
from dispatch.web.request import Hq, HttpRequest, PathText


@post(f"{ONE}/offer")
async def post_offer(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """The counter-offer; the request goes on elsewhere."""
    visit, transfer = await open_request(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        offer = read_offer(form)
        await counter_offer(hq, command, transfer.transfer_id, offer=offer)
        return "/answers?done=offered"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_request(visit, transfer, entered)
    )


@post(f"{ONE}/confirm")
async def post_confirm(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """The agreement given by telephone is mine."""
    visit, transfer = await open_request(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        await confirm_agreement(hq, command, transfer.transfer_id)
        return f"/answers/{transfer_id}?done=confirmed"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_request(visit, transfer, entered)
    )


def read_offer(form: Form) -> CounterOffer:
    """The offer as filled in. Raises ``Misfilled`` and ``Refused``."""
    reader = Reader(form)
    kind = reader.text("kind", missing="page-fault-offer")
    values: dict[str, object] = {"kind": kind, "suggested": reader.text("suggested")}
    if kind == "later":
        values["available_at"] = reader.wall("available_at", missing="page-fault-wall")
    reader.require_sound()
    return as_shape(values, CounterOffer)


ROUTES = (post_offer, post_confirm)
