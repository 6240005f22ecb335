"""A step of the bundle was done: who says so, when it happened, what was read."""

from msgspec.structs import replace

from dispatch.identity import Role
from dispatch.kernel import TransferId, require_utc
from dispatch.kernel.asked import require_confirmed
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.asked_again import asked_of_weights
from dispatch.transfer.asked_pairs import asked_of_given
from dispatch.transfer.asked_values import asked_of_reading, with_confirmed
from dispatch.transfer.decide_bundle import BundleReport
from dispatch.transfer.decide_bundle import record_bundle as decide
from dispatch.transfer.known_values import described_known
from dispatch.transfer.seen import require_seen

ALLOWED = frozenset(
    {
        Role.REFERRING_DOCTOR,
        Role.INTENSIVIST,
        Role.COORDINATING_DOCTOR,
        Role.CREW,
    }
)


@verb(ALLOWED)
async def record_bundle(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, report: BundleReport
) -> Receipt:
    """Recorded again, a step is corrected; the log keeps both."""
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    now_at = hq.clock()
    at = require_utc(report.occurred_at or now_at, field="occurred_at")
    events = decide(
        transfer, replace(report, occurred_at=at), actor=command.actor, now_at=now_at
    )
    care, weight_kg = transfer.care, transfer.needs.weight_kg
    told_kg = report.reading.weight_kg
    asked = (
        *asked_of_weights("reading/weight_kg", told_kg, known_kg=weight_kg),
        *asked_of_reading(report.reading, care=care, described=described_known(transfer)),
        *asked_of_given(report.reading, care=care, weight_kg=weight_kg),
    )
    events = with_confirmed(events, require_confirmed(asked, report.confirmed_doubts))
    return await hq.record(command, board, events, subject=transfer_id, occurred_at=at)
