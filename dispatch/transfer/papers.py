"""A transfer that is being entered from paper: more of its papers are still to come.

Until they are in, it looks as it stood hours ago. So it raises nothing and nothing is planned
for it, for as long as somebody enters its papers and no longer.
"""

from datetime import datetime

from msgspec import Struct

from dispatch.transfer.transfer_event import TransferEvent


class Papers(Struct, frozen=True, forbid_unknown_fields=True):
    """More papers are to come: who said so, when the last one was entered, by our clock and not
    by theirs; ``still_at`` when headquarters saw that none had come for too long.
    """

    entered_by: str
    last_at: datetime
    still_at: datetime | None = None


class PapersToCome(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.papers-to-come"
):
    """More of what was written on paper about this transfer is still to be entered."""

    entered_by: str


class PapersStandStill(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.papers-stand-still"
):
    """More papers were said to come and none has for longer than it should."""


class PapersEnded(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.papers-ended"
):
    """That was all the papers, or headquarters waits for no more: its alarms and plans are of
    now again.
    """


AnyPaperEvent = PapersToCome | PapersStandStill | PapersEnded


def papers_after(
    papers: Papers | None, event: TransferEvent, *, said_at: datetime, is_late_entry: bool
) -> Papers | None:
    """What is still to come after ``event``, which was written at ``said_at``."""
    match event:
        case PapersToCome():
            return Papers(event.entered_by, said_at)
        case PapersEnded():
            return None
    if papers is None:
        return None
    if isinstance(event, PapersStandStill):
        return Papers(papers.entered_by, papers.last_at, said_at)
    return Papers(papers.entered_by, said_at) if is_late_entry else papers
