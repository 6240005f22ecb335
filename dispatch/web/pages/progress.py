"""How far a transfer is, who answers for the patient now, and who is awaited."""

from datetime import datetime

from msgspec import Struct

from dispatch.kernel import HospitalCode
from dispatch.transfer.parts import Milestones
from dispatch.transfer.stage import CLOSED, Stage
from dispatch.transfer.views import TransferView

EXPECTED = {"at_patient_at": "expected_bedside_at", "arrived_at": "expected_arrival_at"}


WAYS_OUT = frozenset({"cancelled_at", "died_at", "taken_back_at", "lost_at"})
"""Nobody waits for these."""


class Milestone(Struct, frozen=True):
    """A step: when it happened, or is expected; both None while nobody knows."""

    name: str
    happened_at: datetime | None
    expected_at: datetime | None


def journey(transfer: TransferView) -> tuple[Milestone, ...]:
    """Every step in order; one that ended otherwise has only those that happened."""
    is_over = transfer.stage in CLOSED - {Stage.HANDED_OVER}
    steps = []
    for name in Milestones.__struct_fields__:
        happened_at = getattr(transfer.milestones, name)
        is_to_come = not is_over and name not in WAYS_OUT
        if happened_at is None and not is_to_come:
            continue
        planned = EXPECTED.get(name)
        expected_at = getattr(transfer, planned) if planned and happened_at is None else None
        steps.append(Milestone(name, happened_at, expected_at))
    return tuple(steps)


def responsible(transfer: TransferView) -> str:
    """The message that names the one side that answers for the patient at this moment: until
    the handover, but for a crew with whom the patient died or was lost.
    """
    if transfer.responsible == "crew" and transfer.stage in CLOSED:
        return "page-responsible-crew-last"
    return f"page-responsible-{transfer.responsible}"


def taken_to(transfer: TransferView) -> HospitalCode | None:
    """The hospital that has the patient at its door or took him over, else the one he is
    taken to: where a crew diverted, not the one that agreed.
    """
    return transfer.arrived_in or transfer.heading_to


def awaited(transfer: TransferView) -> str:
    """The message that names who has the next move."""
    if transfer.missing is not None:
        return "page-awaited-missing"
    return f"page-awaited-{transfer.stage.value}"
