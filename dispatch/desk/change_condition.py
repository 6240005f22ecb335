"""The patient got worse, or better, while waiting."""

from msgspec.structs import replace

from dispatch.identity import Role
from dispatch.kernel import TransferId
from dispatch.kernel.asked import require_confirmed
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.after_needs import after_needs
from dispatch.transfer.asked_again import asked_of_weights
from dispatch.transfer.asked_pairs import OneAct, asked_of_pairs
from dispatch.transfer.asked_values import asked_of_picture, with_confirmed
from dispatch.transfer.decide_priority import ConditionReport
from dispatch.transfer.decide_priority import change_condition as decide
from dispatch.transfer.evolve import evolve_all
from dispatch.transfer.known_values import described_known
from dispatch.transfer.limits import require_told
from dispatch.transfer.propose_hospitals import bed_keys, propose_hospitals
from dispatch.transfer.said_picture import needs_after, only_said
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
async def change_condition(
    hq: Headquarters,
    command: Command,
    transfer_id: TransferId,
    report: ConditionReport,
) -> Receipt:
    """Sepsis that turns to shock becomes priority 0 at once; every screen shows it.

    The hospitals are ranked anew in the same entry, at whatever stage: what the patient needs
    now is never compared with a ranking of before. A hospital that was asked and lacks it is
    not asked any more.
    """
    board = await hq.log.read_rows((transfer_id,))
    transfer = require_seen(board, transfer_id, command.actor)
    now_at = hq.clock()
    said = only_said(report.clinical)
    needs = needs_after(transfer.needs, report.needs)
    require_told(said, now_at=now_at)
    decided = decide(transfer, report, actor=command.actor, now_at=now_at)
    new_weight = replace(needs, weight_kg=report.needs.weight_kg)
    picture = asked_of_picture(
        said, new_weight, care=transfer.care, described=described_known(transfer)
    )
    weights = asked_of_weights(
        "needs/weight_kg", report.needs.weight_kg, known_kg=transfer.needs.weight_kg
    )
    act = OneAct(care=transfer.care, clinical=said, needs=needs)
    asked = (*weights, *picture, *asked_of_pairs(act))
    changed = with_confirmed(decided, require_confirmed(asked, report.confirmed_doubts))
    after = evolve_all(transfer, changed, occurred_at=now_at)
    beds = await hq.log.read_rows(bed_keys(hq.network, transfer.care))
    proposed = propose_hospitals(
        after, network=hq.network, travel=hq.travel, beds=beds.beds, now_at=now_at
    )
    events = after_needs(transfer, changed, proposed, occurred_at=now_at)
    return await hq.record(command, board, events, subject=transfer_id)
