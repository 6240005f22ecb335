"""The dispatcher confirms a unit: the proposed one, or another with a reason."""

from datetime import datetime

from dispatch.fleet import Unit
from dispatch.identity import Role
from dispatch.kernel import TransferId, UnitId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.board import require_unit
from dispatch.transfer.decide_unit import Assignment
from dispatch.transfer.decide_unit import assign_unit as decide
from dispatch.transfer.expected import Expected, asked_legs, expected_times
from dispatch.transfer.seen import require_seen
from dispatch.transfer.transfer import Transfer

ALLOWED = frozenset({Role.DISPATCHER, Role.COORDINATING_DOCTOR})


@verb(ALLOWED, takes=True)
async def assign_unit(  # noqa: PLR0913 -- what is confirmed, each by its name
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    unit_id: UnitId,
    override_reason: str | None = None,
    takes_from: TransferId | None = None,
    despite_reason: str | None = None,
) -> Receipt:
    """Gives the unit to the transfer, taking it off ``takes_from`` if it carries nobody yet.
    Limits or no infection on record, still to be decided about, ask why it goes all the same.
    """
    board = await hq.read_tied(transfer_id, unit_id)
    transfer = require_seen(board, transfer_id, command.actor)
    unit = require_unit(board, unit_id)
    now_at = hq.clock()
    expected = await _expected(hq, transfer, unit, now_at)
    wanted = Assignment(
        transfer=transfer,
        unit=unit,
        unit_now=board.units.get(transfer.unit_id) if transfer.unit_id else None,
        diverted_from=board.transfers.get(unit.transfer_id) if unit.transfer_id else None,
        bedside_at=expected.bedside_at,
        arrival_at=expected.arrival_at,
        free_at=expected.free_at,
        override_reason=override_reason,
        assigned_by=command.actor.name,
        takes_from=takes_from,
        despite_reason=despite_reason,
    )
    events = decide(wanted, now_at=now_at)
    return await hq.record(command, board, events, subject=transfer_id)


async def _expected(
    hq: Headquarters, transfer: Transfer, unit: Unit, now_at: datetime
) -> Expected:
    seen = {each.unit_id: each for each in await hq.fleet.read_positions()}
    position, embedded = seen.get(unit.unit_id), await hq.roads.at(now_at)
    asked = asked_legs(transfer, unit, travel=embedded, position=position, now_at=now_at)
    travel = await hq.roads.ask(embedded, asked)
    return expected_times(transfer, unit, travel=travel, position=position, now_at=now_at)
