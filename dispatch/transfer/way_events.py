"""What turns out otherwise, as the log tells it: every way out of the plan has its event."""

from dispatch.transfer.stage import Stage
from dispatch.transfer.stepped import Reversible
from dispatch.transfer.transfer_event import TransferEvent


class StepTakenBack(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.step-taken-back"
):
    """The last step was reported by mistake: the journey stands where it stood before."""

    step: Reversible
    back_to: Stage
    reason: str


AnyWayEvent = StepTakenBack
