"""The receiving team takes over the patient; the transfer closes."""

from datetime import datetime

from dispatch.identity import Actor, Role
from dispatch.kernel import HospitalCode, Refused, TransferId, require_utc
from dispatch.network import Care, Network, hospital
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.board import require_unit
from dispatch.transfer.decide_unit import Side
from dispatch.transfer.decide_unit import hand_over as decide
from dispatch.transfer.seen import require_own_unit, require_seen
from dispatch.transfer.transfer import Transfer, taken_in_by

ALLOWED = frozenset(
    {
        Role.CREW,
        Role.INTENSIVIST,
        Role.REFERRING_DOCTOR,
        Role.DISPATCHER,
        Role.COORDINATING_DOCTOR,
    }
)


def has_unit(network: Network, code: HospitalCode | None, care: Care) -> bool:
    """Whether that hospital has an intensive care unit for such patients."""
    if code is None:
        return False
    there = hospital(network, code)
    return (there.picu_beds if care is Care.PAEDIATRIC else there.icu_beds) > 0


def side_of(transfer: Transfer, actor: Actor) -> Side:
    """Who speaks. Raises ``Refused("not_your_part")`` for a doctor of another hospital."""
    if actor.hospital is not None and actor.hospital != taken_in_by(transfer):
        raise Refused("not_your_part", field="part", value="receiver_took_over")
    if actor.role is Role.CREW:
        return "crew"
    return "headquarters" if actor.hospital is None else "receiver"


@verb(ALLOWED)
async def hand_over(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    occurred_at: datetime | None = None,
) -> Receipt:
    """The held bed is used from now on, the unit clears and is available again soon."""
    board = await hq.read_tied(transfer_id)
    transfer = require_seen(board, transfer_id, command.actor)
    if transfer.unit_id is None:
        raise Refused("no_unit_assigned", stage=transfer.stage.value)
    require_own_unit(transfer, command.actor)
    now_at = hq.clock()
    at = require_utc(occurred_at, field="occurred_at") if occurred_at else now_at
    events = decide(
        transfer,
        require_unit(board, transfer.unit_id),
        occurred_at=at,
        now_at=now_at,
        by=side_of(transfer, command.actor),
        has_unit_there=has_unit(hq.network, taken_in_by(transfer), transfer.care),
    )
    return await hq.record(command, board, events, subject=transfer_id, occurred_at=at)
