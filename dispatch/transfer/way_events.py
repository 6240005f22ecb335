"""What turns out otherwise, as the log tells it: every way out of the plan has its event."""

from dispatch.kernel.ids import HospitalCode, PersonId
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


class AgreementWithdrawn(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.agreement-withdrawn"
):
    """The receiving hospital takes its yes back, with a coded reason. ``told_by`` said so by
    telephone, None when an intensivist on duty there did it.
    """

    hospital: HospitalCode
    reason: str
    told_by: str | None


class AgreementDisputed(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.agreement-disputed"
):
    """The doctor in whose name an agreement was recorded by telephone says it is not theirs."""

    hospital: HospitalCode
    intensivist_id: PersonId
    reason: str


AnyWayEvent = StepTakenBack | AgreementWithdrawn | AgreementDisputed
