"""What a change of the needs brings with it, at once and in the same entry of the log."""

from datetime import datetime

from dispatch.transfer.decide_request import propose_again
from dispatch.transfer.events import Event, HospitalsProposed, QuestionWithdrawn
from dispatch.transfer.evolve import evolve_all
from dispatch.transfer.shortfall import shortfall
from dispatch.transfer.transfer import Transfer


def after_needs(
    transfer: Transfer,
    changed: tuple[Event, ...],
    proposed: HospitalsProposed,
    *,
    occurred_at: datetime,
) -> tuple[Event, ...]:
    """The change, the ranking ``proposed`` for the needs of now, and the question taken back
    from a hospital that lacks what is needed.
    """
    after = evolve_all(transfer, changed, occurred_at=occurred_at)
    ranked = propose_again(after, proposed)
    after = evolve_all(after, ranked, occurred_at=occurred_at)
    return (*changed, *ranked, *_question_taken_back(after))


def _question_taken_back(transfer: Transfer) -> tuple[Event, ...]:
    if transfer.asked is None:
        return ()
    lacking = shortfall(transfer, transfer.asked)
    if not lacking:
        return ()
    return (QuestionWithdrawn(transfer.transfer_id, transfer.asked, lacking),)
