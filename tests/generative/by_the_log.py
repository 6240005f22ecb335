"""What the log alone says of a patient: who answers for him, and whether he is missing."""

from dispatch.transfer.board import Recorded
from dispatch.transfer.events import (
    DecisionSettled,
    PartConfirmed,
    TransferCancelled,
    TransferHandedOver,
    TransferProgressed,
)
from dispatch.transfer.evolve_closing import CLOSINGS
from dispatch.transfer.way_events import (
    ClosingTakenBack,
    PatientFound,
    PatientMissing,
    StepTakenBack,
    TransferTakenBack,
)
from dispatch.transfer.whose_events import IdentityChecked


def said(lines: tuple[Recorded, ...]) -> list[Recorded]:
    """The log without the steps and the closings that were taken back."""
    kept: list[Recorded] = []
    for line in said_closings(lines):
        if isinstance(line.event, StepTakenBack):
            step = line.event.step
            kept.remove([each for each in kept if step_of(each) == step][-1])
        else:
            kept.append(line)
    return kept


def said_closings(lines: tuple[Recorded, ...]) -> list[Recorded]:
    """The log without the closings that were taken back, nor the words that took them back."""
    kept: list[Recorded] = []
    for line in lines:
        if isinstance(line.event, ClosingTakenBack):
            kept.remove([each for each in kept if isinstance(each.event, CLOSINGS)][-1])
        else:
            kept.append(line)
    return kept


def step_of(line: Recorded) -> str | None:
    """What a crew can take back: its steps, and that it took over."""
    event = line.event
    if isinstance(event, TransferProgressed):
        return event.step
    is_part = isinstance(event, PartConfirmed) and event.part == "crew_took_over"
    return "crew_took_over" if is_part else None


def side_by_the_log(lines: tuple[Recorded, ...]) -> str:
    """Whoever took the patient last answers for him, by the log alone."""
    side = "referring"
    for line in said(lines):
        event = line.event
        leaves = isinstance(event, TransferProgressed) and event.step == "departed"
        takes = isinstance(event, PartConfirmed) and event.part == "crew_took_over"
        if leaves or takes:
            side = "crew"
        elif isinstance(event, TransferCancelled | TransferTakenBack):
            side = "referring"
        elif isinstance(event, TransferHandedOver):
            side = "receiving"
    return side


def missing_by_the_log(lines: tuple[Recorded, ...]) -> bool:
    """Whether the last word about where the patient is, is that nobody knows."""
    is_missing, before = False, []
    for line in said_closings(lines):
        event = line.event
        if step_of(line):
            before.append(is_missing)
        if isinstance(event, StepTakenBack):
            is_missing = is_missing or before.pop()
        elif isinstance(event, PatientMissing):
            is_missing = True
        elif isinstance(event, PatientFound | TransferProgressed):
            is_missing = False
    return is_missing


def another_by_the_log(lines: tuple[Recorded, ...]) -> bool:
    """Whether the last word about who it is, is that it is another patient."""
    is_another = False
    for line in lines:
        if isinstance(line.event, IdentityChecked):
            is_another = not line.event.is_match
        elif isinstance(line.event, DecisionSettled):
            is_another = is_another and line.event.decision != "identity_mismatch"
    return is_another
