"""Hospitals, bases, beds, units and the checklist over HTTP."""

from datetime import datetime

from litestar import Response, get, post
from msgspec import Struct

from dispatch.checklist import CURRENT
from dispatch.desk.close_beds import ClosureReport, close_beds
from dispatch.desk.open_beds import Opening, open_beds
from dispatch.desk.read_board import read_positions
from dispatch.desk.record_positions import record_positions
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.desk.report_unit_status import StatusReport, report_unit_status
from dispatch.fleet import Position
from dispatch.kernel import UnitId, require_utc
from dispatch.network import Base, Hospital
from dispatch.web.answers import json_answer
from dispatch.web.body import read_body
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import asking, commanding

UNIT = "/api/units/{unit_id:str}"


class HospitalView(Struct, frozen=True):
    """A hospital as the screens need it; a provisional level carries its mark."""

    code: str
    name: str
    short: str
    municipality: str
    lat: float
    lon: float
    adult_level: str | None
    adult_ref_sep2a: str | None
    adult_ref_sep2b: str | None
    paediatric_level: str | None
    level_is_provisional: bool
    icu_beds: int
    picu_beds: int
    has_heliport: bool
    capabilities: dict[str, str]
    capabilities_are_provisional: bool


class NetworkView(Struct, frozen=True):
    """The hospitals and the bases."""

    hospitals: tuple[HospitalView, ...]
    bases: tuple[dict[str, str | float], ...]


class PositionBody(Struct, frozen=True, forbid_unknown_fields=True):
    """A fix of a unit's device; ``seen_at`` with its zone."""

    lat: float
    lon: float
    seen_at: datetime
    heading_deg: float | None = None


def view_hospital(hospital: Hospital) -> HospitalView:
    """The hospital for the wire."""
    adult, child = hospital.adult, hospital.paediatric
    return HospitalView(
        code=hospital.code,
        name=hospital.name,
        short=hospital.short,
        municipality=hospital.municipality,
        lat=hospital.lat,
        lon=hospital.lon,
        adult_level=adult.level.value if adult else None,
        adult_ref_sep2a=adult.reference_sep2a if adult else None,
        adult_ref_sep2b=adult.reference_sep2b if adult else None,
        paediatric_level=child.level.value if child else None,
        level_is_provisional=hospital.level_is_provisional,
        icu_beds=hospital.icu_beds,
        picu_beds=hospital.picu_beds,
        has_heliport=hospital.has_heliport,
        capabilities={each.value: scope.value for each, scope in hospital.capabilities.items()},
        capabilities_are_provisional=hospital.capabilities_are_provisional,
    )


def view_base(base: Base) -> dict[str, str | float]:
    """The base for the wire."""
    return {
        "id": base.base_id,
        "municipality": base.municipality,
        "lat": base.lat,
        "lon": base.lon,
    }


@get("/api/network")
async def get_network(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """All hospitals and bases."""
    await asking(request, hq)
    return json_answer(
        NetworkView(
            hospitals=tuple(view_hospital(each) for each in hq.network.hospitals.values()),
            bases=tuple(view_base(base) for base in hq.bases),
        )
    )


@get("/api/checklist")
async def get_checklist(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """The questions asked today."""
    await asking(request, hq)
    return json_answer(CURRENT)


@get("/api/positions")
async def get_positions(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """Where the units in sight were last seen."""
    command = await asking(request, hq)
    return json_answer(await read_positions(hq, command))


@post("/api/beds")
async def post_beds(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """A hospital reports its beds."""
    command = await commanding(request, hq)
    return json_answer(await report_capacity(hq, command, await read_body(request, BedReport)))


@post("/api/beds/closure")
async def post_closure(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """A unit takes nobody for a time."""
    command = await commanding(request, hq)
    body = await read_body(request, ClosureReport)
    return json_answer(await close_beds(hq, command, body))


@post("/api/beds/opening")
async def post_opening(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """It takes patients again."""
    command = await commanding(request, hq)
    return json_answer(await open_beds(hq, command, await read_body(request, Opening)))


@post(f"{UNIT}/status")
async def post_status(request: HttpRequest, hq: Hq, unit_id: PathText) -> Response[bytes]:
    """A unit in or out of service."""
    command = await commanding(request, hq)
    body = await read_body(request, StatusReport)
    return json_answer(await report_unit_status(hq, command, UnitId(unit_id), body))


@post(f"{UNIT}/position")
async def post_position(request: HttpRequest, hq: Hq, unit_id: PathText) -> Response[bytes]:
    """A unit says where it is."""
    command = await asking(request, hq)
    body = await read_body(request, PositionBody)
    position = Position(
        unit_id=UnitId(unit_id),
        lat=body.lat,
        lon=body.lon,
        seen_at=require_utc(body.seen_at, field="seen_at"),
        heading_deg=body.heading_deg,
    )
    await record_positions(hq, command, (position,))
    return json_answer({"seen_at": position.seen_at})


ROUTES = (
    get_network,
    get_checklist,
    get_positions,
    post_beds,
    post_closure,
    post_opening,
    post_status,
    post_position,
)
