"""A reason given with an act settles the decision that the act itself would raise.

Nobody is asked twice for the same reason: the decision stands as settled, with who and why, and
comes back when the facts it is about change.
"""

from collections.abc import Iterable

from dispatch.transfer.decision import Decision
from dispatch.transfer.events import DecisionSettled
from dispatch.transfer.transfer import Transfer


def settled_at_once(
    transfer: Transfer, raised: Iterable[Decision], *, reason: str, by: str
) -> tuple[DecisionSettled, ...]:
    """The decisions ``raised``, each settled by that person with that reason."""
    return tuple(
        DecisionSettled(
            transfer_id=transfer.transfer_id,
            decision=decision.kind,
            about=decision.about,
            reason=reason.strip(),
            settled_by=by,
        )
        for decision in raised
    )
