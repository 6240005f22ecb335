"""Values of the patient, from which everybody sees scores, findings and classification."""

from dispatch.assessment import PatientValues
from dispatch.identity import Role
from dispatch.kernel import TransferId, require_utc
from dispatch.kernel.asked import require_confirmed
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.asked_again import asked_of_values_again
from dispatch.transfer.asked_pairs import OneAct, asked_of_pairs
from dispatch.transfer.asked_values import asked_of_values, with_confirmed
from dispatch.transfer.decide_assessment import record_assessment as decide
from dispatch.transfer.known_values import known_now
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
async def record_assessment(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    *,
    values: PatientValues,
    confirmed: tuple[str, ...] = (),
) -> Receipt:
    """Nothing else moves: condition and priority are stated by a doctor.

    ``confirmed``: doubtful values that are right as they are. Raises ``Doubtful`` for others.
    """
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    at = require_utc(values.assessed_at or hq.clock(), field="inputs/assessed_at")
    events = decide(transfer, values, actor=command.actor, assessed_at=at)
    known = OneAct(
        care=transfer.care,
        values=values,
        given_ml=known_now(transfer).fluids_ml,
        weight_kg=transfer.needs.weight_kg,
    )
    asked = (
        *asked_of_values_again(transfer, values),
        *asked_of_values(values),
        *asked_of_pairs(known),
    )
    events = with_confirmed(events, require_confirmed(asked, confirmed))
    return await hq.record(command, board, events, subject=transfer_id, occurred_at=at)
