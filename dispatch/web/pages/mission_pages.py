"""The crew's page: where to, who to call, and one large button for the next step."""

from litestar import get, post
from litestar.response import Redirect

from dispatch.desk import Command
from dispatch.desk.check_identity import check_identity
from dispatch.desk.confirm_part import confirm_part
from dispatch.desk.hand_over import hand_over
from dispatch.desk.read_ended import read_ended
from dispatch.desk.read_failed import read_failed
from dispatch.desk.report_failure import report_failure
from dispatch.desk.report_progress import report_progress
from dispatch.desk.report_unit_status import StatusReport, report_unit_status
from dispatch.desk.take_back_failure import take_back_failure
from dispatch.desk.take_back_step import take_back_step
from dispatch.fleet import Activity, Unit
from dispatch.fleet.position import Position
from dispatch.identity import Role
from dispatch.kernel import Refused, TransferId, UnitId
from dispatch.kernel.figures import Unread, read_figure
from dispatch.network import Care
from dispatch.transfer.events import Step
from dispatch.transfer.stage import CLOSED, FAILS, LOADED_STAGES, WITH_UNIT, Stage
from dispatch.transfer.views import TransferView
from dispatch.web.custody import FailureBody, place_of
from dispatch.web.pages.elsewhere import elsewhere, spot_of
from dispatch.web.pages.forms import DEGREES, Entered, Form, Reader, as_shape, read_form
from dispatch.web.pages.progress import taken_to
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.visit import Page, Visit, carry_out, open_visit, read_seen
from dispatch.web.pages.whose_form import COMPARABLE, read_check
from dispatch.web.request import Hq, HttpRequest
from dispatch.web.transfers import ProgressBody
from dispatch.web.ways import StepBackBody

MISSION = "/mission"
HANDED_OVER = "handed_over"
NEXT: dict[Stage, Step | str] = {
    Stage.ASSIGNED: "notified",
    Stage.NOTIFIED: "en_route",
    Stage.EN_ROUTE: "at_patient",
    Stage.AT_PATIENT: "departed",
    Stage.DEPARTED: "arrived",
    Stage.ARRIVED: HANDED_OVER,
}
"""The one step that comes next."""

WITH_PATIENT = frozenset({Stage.AT_PATIENT, Stage.DEPARTED})
"""The patient is before the crew, or on board."""

IN_SERVICE, OUT = Activity.STATION.value, Activity.OUT_OF_SERVICE.value


@get(MISSION)
async def get_mission(request: HttpRequest, hq: Hq) -> Page:
    """The mission of the own unit, or that there is none."""
    visit = await open_visit(request, hq, Role.CREW)
    return await show_mission(visit, visit.fresh())


@post(f"{MISSION}/step")
async def post_step(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """The step has just been made."""
    visit = await open_visit(request, hq, Role.CREW)
    form = await read_form(request)

    async def act(command: Command) -> str:
        reader = Reader(form)
        transfer_id = TransferId(reader.text("transfer_id") or "")
        wanted = reader.text("step")
        if wanted == HANDED_OVER:
            await hand_over(hq, command, transfer_id)
        else:
            step = as_shape({"step": wanted}, ProgressBody).step
            await report_progress(hq, command, transfer_id, step=step)
        return f"{MISSION}?done=step"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_mission(visit, entered)
    )


@post(f"{MISSION}/step-back")
async def post_step_back(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """The last button was the wrong one."""
    visit = await open_visit(request, hq, Role.CREW)
    form = await read_form(request)

    async def act(command: Command) -> str:
        reader = Reader(form)
        transfer_id = TransferId(reader.text("transfer_id") or "")
        step = reader.text("step")
        reason = reader.text("reason", missing="page-fault-step-back")
        reader.require_sound()
        body = as_shape({"step": step, "reason": reason}, StepBackBody)
        await take_back_step(hq, command, transfer_id, step=body.step, reason=body.reason)
        return f"{MISSION}?done=step-back"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_mission(visit, entered)
    )


@post(f"{MISSION}/part")
async def post_part(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """The crew answers for the patient from now on."""
    visit = await open_visit(request, hq, Role.CREW)
    form = await read_form(request)

    async def act(command: Command) -> str:
        transfer_id = TransferId(Reader(form).text("transfer_id") or "")
        await confirm_part(hq, command, transfer_id, part="crew_took_over")
        return f"{MISSION}?done=part"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_mission(visit, entered)
    )


@post(f"{MISSION}/identity")
async def post_identity(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """Two identifiers were compared with the wristband."""
    visit = await open_visit(request, hq, Role.CREW)
    form = await read_form(request)

    async def act(command: Command) -> str:
        transfer_id = TransferId(Reader(form).text("transfer_id") or "")
        await check_identity(hq, command, transfer_id, report=read_check(form))
        return f"{MISSION}?done=identity"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_mission(visit, entered)
    )


@post(f"{MISSION}/failure")
async def post_failure(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """The unit can't go on, on its way or with the patient."""
    visit = await open_visit(request, hq, Role.CREW)
    form = await read_form(request)

    async def act(command: Command) -> str:
        transfer_id = TransferId(Reader(form).text("transfer_id") or "")
        body = read_failure(form)
        await report_failure(
            hq, command, transfer_id, reason=body.reason, position=place_of(body)
        )
        seen = await read_seen(visit)
        stays = any(_is_with(each, _own_unit(visit)) for each in seen.transfers)
        return f"{MISSION}?done={'failure' if stays else 'failure-free'}"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_mission(visit, entered)
    )


@post(f"{MISSION}/failure-back")
async def post_failure_back(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """It runs again, or was the wrong button."""
    visit = await open_visit(request, hq, Role.CREW)
    form = await read_form(request)

    async def act(command: Command) -> str:
        reader = Reader(form)
        transfer_id = TransferId(reader.text("transfer_id") or "")
        reason = reader.text("reason", missing="page-fault-failure-back")
        reader.require_sound()
        await take_back_failure(hq, command, transfer_id, reason=reason or "")
        return f"{MISSION}?done=failure-back"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_mission(visit, entered)
    )


@post(f"{MISSION}/status")
async def post_status(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """The unit goes in or out of service."""
    visit = await open_visit(request, hq, Role.CREW)
    form = await read_form(request)

    async def act(command: Command) -> str:
        await report_unit_status(hq, command, _own_unit(visit), read_status(form))
        return f"{MISSION}?done=status"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_mission(visit, entered)
    )


def read_failure(form: Form) -> FailureBody:
    """Why, and where if the crew says so. Raises ``Misfilled`` and ``Refused``."""
    reader = Reader(form)
    reason = reader.text("reason", missing="page-fault-failure")
    reader.require_sound()
    lat, lon = (_degrees(reader, name) for name in ("lat", "lon"))
    return FailureBody(reason or "", lat, lon)


def _degrees(reader: Reader, name: str) -> float | None:
    """None when empty. Raises ``Refused("position_invalid")``."""
    text = reader.text(name)
    if text is None:
        return None
    read = read_figure(text, DEGREES)
    if isinstance(read, Unread):
        raise Refused("position_invalid", field=name, value=text, allowed="41.5")
    return read


def read_status(form: Form) -> StatusReport:
    """In or out of service. Raises ``Refused("body_invalid")`` for anything else."""
    activity = Reader(form).text("activity")
    if activity not in {IN_SERVICE, OUT}:
        raise Refused("body_invalid", field="activity", allowed=f"{IN_SERVICE}, {OUT}")
    return as_shape({"activity": activity}, StatusReport)


def _own_unit(visit: Visit) -> UnitId:
    if visit.who.unit_id is None:
        raise Refused("unknown_unit", field="unit_id")
    return visit.who.unit_id


async def show_mission(visit: Visit, entered: Entered) -> Page:
    """The page of the crew, as it stands."""
    unit_id = _own_unit(visit)
    seen = await read_seen(visit)
    unit = next((each for each in seen.units if each.unit_id == unit_id), None)
    if unit is None:
        raise Refused("unknown_unit", field="unit_id", value=unit_id)
    transfer = next((each for each in seen.transfers if _is_with(each, unit_id)), None)
    live = Live(MISSION, refreshes=True)
    facts = _facts(unit, transfer)
    if transfer is not None and facts["may_divert"]:
        facts |= _diversion(visit, transfer, await _last_fix(visit, unit_id))
    facts["ended"] = () if transfer else await read_ended(visit.hq, visit.reading)
    facts["failed"] = await read_failed(visit.hq, visit.reading)
    return page(visit, "mission.html", live=live, entered=entered, facts=facts)


def _is_with(transfer: TransferView, unit_id: UnitId) -> bool:
    """Whether the unit drives the patient, or its crew waits with him for the next one: not
    after a handover that stays on the board until somebody there confirms it.
    """
    is_open = transfer.stage not in CLOSED
    return is_open and unit_id in {transfer.unit_id, transfer.responsible_unit}


def next_step(transfer: TransferView) -> str | None:
    """The one step that comes next: leaving again where the crew only made a stop."""
    goes_on = transfer.stage is Stage.ARRIVED and transfer.arrived_in != transfer.heading_to
    return "departed" if goes_on else NEXT.get(transfer.stage)


def step_words(transfer: TransferView, step: str) -> str:
    """The message of the button: an arrival is told of the place the crew drives to."""
    if step == "departed" and transfer.stage is Stage.ARRIVED:
        return "page-step-goes-on"
    if step == "arrived" and transfer.heading_to == transfer.referring:
        return "page-step-arrived-back"
    if step == "arrived" and transfer.door is not None:
        return "page-step-arrived-elsewhere"
    if step == HANDED_OVER and transfer.arrived_in == transfer.referring:
        return "page-step-given-back"
    return f"page-step-{step}"


async def _last_fix(visit: Visit, unit_id: UnitId) -> Position | None:
    seen = await visit.hq.fleet.read_positions()
    return next((each for each in seen if each.unit_id == unit_id), None)


def _diversion(
    visit: Visit, transfer: TransferView, seen: Position | None
) -> dict[str, object]:
    spot = spot_of(transfer, seen, visit.now_at)
    hq = visit.hq
    places = elsewhere(transfer, spot, network=hq.network, travel=hq.travel)
    return {"elsewhere": places, "is_from_here": not isinstance(spot, str)}


def _facts(unit: Unit, transfer: TransferView | None) -> dict[str, object]:
    drives = transfer is not None and transfer.unit_id == unit.unit_id
    has_failed_there = drives and transfer is not None and transfer.failure is not None
    may_fail = drives and transfer is not None and transfer.stage in FAILS
    step = next_step(transfer) if transfer and drives else None
    return {
        "drives": drives,
        "may_fail": may_fail and (not has_failed_there or step == "departed"),
        "has_failed_there": has_failed_there,
        "is_there": step == HANDED_OVER,
        "is_on_its_way": transfer is not None and transfer.stage in WITH_UNIT,
        "may_check": drives and transfer is not None and transfer.stage in WITH_PATIENT,
        "comparable": COMPARABLE,
        "unit": unit,
        "transfer": transfer,
        "is_adult": transfer is not None and transfer.care is Care.ADULT,
        "next_step": step,
        "step_words": transfer and step and step_words(transfer, step),
        "place": transfer and taken_to(transfer),
        "may_divert": drives and transfer is not None and transfer.stage in LOADED_STAGES,
        "has_patient": drives and transfer is not None and transfer.responsible == "crew",
        "may_take_over": drives and _may_take_over(transfer),
        "may_serve": unit.activity is not Activity.STATION,
        "may_rest": unit.activity is not Activity.OUT_OF_SERVICE,
    }


def _may_take_over(transfer: TransferView | None) -> bool:
    return (
        transfer is not None
        and transfer.stage is Stage.AT_PATIENT
        and (
            transfer.milestones.crew_took_over_at is None
            or (transfer.stranded is not None and transfer.stranded.unit_id is not None)
        )
    )


ROUTES = (
    get_mission,
    post_step,
    post_step_back,
    post_part,
    post_identity,
    post_failure,
    post_failure_back,
    post_status,
)
