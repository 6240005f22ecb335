"""A unit goes in or out of service, or works for somebody else."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from dispatch.fleet import Activity, status_change
from dispatch.identity import Role
from dispatch.kernel import Refused, UnitId, require_utc
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.board import require_unit

ALLOWED = frozenset({Role.CREW, Role.DISPATCHER, Role.COORDINATING_DOCTOR, Role.HEADQUARTERS})

OwnActivity = Literal["station", "other_mission", "out_of_service", "off_duty"]
"""What a unit reports by itself; the rest follows from its transfer."""


class StatusReport(Struct, frozen=True, forbid_unknown_fields=True):
    """``busy_until_at`` is when the unit expects to be free, ``place`` where it stands."""

    activity: OwnActivity
    busy_until_at: datetime | None = None
    place: str | None = None


@verb(ALLOWED)
async def report_unit_status(
    hq: Headquarters,
    command: Command,
    unit_id: UnitId,
    report: StatusReport,
) -> Receipt:
    """Raises ``Refused("unit_on_mission")`` while the unit serves a transfer of ours.

    ``busy_until_at`` needs its zone and ``place`` must be on the road map: both go into the
    next plan.
    """
    actor = command.actor
    if actor.role is Role.CREW and actor.unit_id != unit_id:
        raise Refused("unknown_unit", field="unit_id", value=unit_id)
    board = await hq.log.read_rows((unit_id,))
    unit = require_unit(board, unit_id)
    if unit.transfer_id is not None:
        raise Refused("unit_on_mission", unit=unit_id)
    until_at = report.busy_until_at
    if report.place is not None:
        hq.travel.position(report.place)
    event = status_change(
        unit,
        Activity(report.activity),
        busy_until_at=require_utc(until_at, field="busy_until_at") if until_at else None,
        place=report.place,
    )
    return await hq.record(command, board, (event,), subject=unit_id)
