"""The ways out of the plan on the pages of the crew and of both doctors."""

from collections.abc import Awaitable, Callable

from litestar import post
from litestar.response import Redirect

from dispatch.desk import Command, Headquarters
from dispatch.desk.dispute_agreement import dispute_agreement
from dispatch.desk.drive_elsewhere import drive_elsewhere
from dispatch.desk.hand_over import hand_over
from dispatch.desk.record_death import record_death
from dispatch.desk.report_course import report_course
from dispatch.desk.report_found import report_found
from dispatch.desk.report_unreachable import report_unreachable
from dispatch.desk.withdraw_agreement import withdraw_agreement
from dispatch.desk.withdraw_request import withdraw_request
from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.web.pages.answer_pages import ONE as ANSWER
from dispatch.web.pages.answer_pages import open_request, show_request
from dispatch.web.pages.forms import Form, Reader, as_shape, read_form
from dispatch.web.pages.mission_pages import MISSION, show_mission
from dispatch.web.pages.request_pages import ONE as REQUEST
from dispatch.web.pages.request_pages import open_own, show_own
from dispatch.web.pages.visit import Page, carry_out, open_visit
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.ways import CourseBody, ElsewhereBody

OfTheCrew = Callable[[Command, Reader, TransferId], Awaitable[object]]


@post(f"{MISSION}/death")
async def post_crew_death(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """The patient died in the care of the crew."""

    async def act(command: Command, reader: Reader, transfer_id: TransferId) -> object:
        _require_sure(reader)
        return await record_death(hq, command, transfer_id)

    return await _by_crew(request, hq, "death", act)


@post(f"{MISSION}/course")
async def post_crew_course(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """Worse or better."""

    async def act(command: Command, reader: Reader, transfer_id: TransferId) -> object:
        course = reader.text("course", missing="page-fault-course")
        note = reader.text("note", missing="page-fault-note")
        reader.require_sound()
        body = as_shape({"course": course, "note": note}, CourseBody)
        return await report_course(hq, command, transfer_id, course=body.course, note=body.note)

    return await _by_crew(request, hq, "course", act)


@post(f"{MISSION}/elsewhere")
async def post_crew_elsewhere(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """To a nearer hospital, or back."""

    async def act(command: Command, reader: Reader, transfer_id: TransferId) -> object:
        hospital = reader.text("hospital", missing="page-fault-elsewhere")
        why = reader.text("why", missing="page-fault-why")
        reader.require_sound()
        body = as_shape({"hospital": hospital, "reason": why}, ElsewhereBody)
        return await drive_elsewhere(
            hq, command, transfer_id, hospital=body.hospital, reason=body.reason
        )

    return await _by_crew(request, hq, "elsewhere", act)


@post(f"{MISSION}/unreachable")
async def post_crew_unreachable(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """Nobody answers there."""

    async def act(command: Command, reader: Reader, transfer_id: TransferId) -> object:
        rang = reader.text("rang", missing="page-fault-why")
        reader.require_sound()
        return await report_unreachable(hq, command, transfer_id, reason=rang or "")

    return await _by_crew(request, hq, "unreachable", act)


@post(f"{MISSION}/found")
async def post_crew_found(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """The crew says where it is with the patient."""

    async def act(command: Command, reader: Reader, transfer_id: TransferId) -> object:
        place = reader.text("place", missing="page-fault-found")
        reader.require_sound()
        said_by = command.actor.name
        return await report_found(hq, command, transfer_id, place=place or "", found_by=said_by)

    return await _by_crew(request, hq, "found", act)


@post(f"{ANSWER}/withdraw")
async def post_withdraw(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """Our yes is taken back."""
    visit, transfer = await open_request(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        reason = Reader(form).text("reason")
        await withdraw_agreement(hq, command, transfer.transfer_id, reason=reason)
        return "/answers?done=withdrawn"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_request(visit, transfer, entered)
    )


@post(f"{ANSWER}/dispute")
async def post_dispute(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """The yes recorded in my name is not mine."""
    visit, transfer = await open_request(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        reader = Reader(form)
        denied = reader.text("denied", missing="page-fault-why")
        reader.require_sound()
        await dispute_agreement(hq, command, transfer.transfer_id, reason=denied or "")
        return f"/answers/{transfer_id}?done=disputed"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_request(visit, transfer, entered)
    )


@post(f"{REQUEST}/death")
async def post_death(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """The patient died before a crew took over."""

    async def act(command: Command, reader: Reader) -> object:
        _require_sure(reader)
        return await record_death(hq, command, TransferId(transfer_id))

    return await _by_sender(request, hq, transfer_id, done="death", act=act)


@post(f"{REQUEST}/back")
async def post_want_back(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Page | Redirect:
    """The transfer is not wanted any more."""

    async def act(command: Command, reader: Reader) -> object:
        why = reader.text("why", missing="page-fault-why")
        reader.require_sound()
        return await withdraw_request(hq, command, TransferId(transfer_id), reason=why or "")

    return await _by_sender(request, hq, transfer_id, done="back", act=act)


@post(f"{REQUEST}/taken-back")
async def post_taken_back(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Page | Redirect:
    """The patient is ours again."""

    async def act(command: Command, reader: Reader) -> object:
        del reader
        return await hand_over(hq, command, TransferId(transfer_id))

    return await _by_sender(request, hq, transfer_id, done="taken-back", act=act)


def _require_sure(reader: Reader) -> None:
    """Raises ``Misfilled`` unless the box is ticked: a death is not told by one tap."""
    reader.text("sure", missing="page-fault-sure")
    reader.require_sound()


async def _by_crew(
    request: HttpRequest, hq: Headquarters, done: str, act: OfTheCrew
) -> Page | Redirect:
    visit = await open_visit(request, hq, Role.CREW)
    form = await read_form(request)

    async def carried(command: Command) -> str:
        reader = Reader(form)
        await act(command, reader, TransferId(reader.text("transfer_id") or ""))
        return f"{MISSION}?done={done}"

    return await carry_out(
        visit, form, act=carried, show=lambda entered: show_mission(visit, entered)
    )


async def _by_sender(
    request: HttpRequest,
    hq: Headquarters,
    transfer_id: str,
    *,
    done: str,
    act: Callable[[Command, Reader], Awaitable[object]],
) -> Page | Redirect:
    visit, transfer = await open_own(request, hq, transfer_id)
    form: Form = await read_form(request)

    async def carried(command: Command) -> str:
        await act(command, Reader(form))
        return f"/requests/{transfer_id}?done={done}"

    return await carry_out(
        visit, form, act=carried, show=lambda entered: show_own(visit, transfer, entered)
    )


ROUTES = (
    post_crew_death,
    post_crew_course,
    post_crew_elsewhere,
    post_crew_unreachable,
    post_crew_found,
    post_withdraw,
    post_dispute,
    post_death,
    post_want_back,
    post_taken_back,
)
