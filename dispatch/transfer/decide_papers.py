"""When a transfer is being entered from paper, and when it is of now again.

Whoever enters the papers says that more are to come, and that it was all. When neither is said
people are asked, and in the end it comes alive by itself: a patient who still waits is hidden
by nothing.
"""

from collections.abc import Iterable
from datetime import datetime

from dispatch.assessment.criteria import criterion
from dispatch.identity.actor import Actor
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import TransferId
from dispatch.kernel.instants import elapsed_min
from dispatch.transfer.board import Board
from dispatch.transfer.decision import Decision, fingerprint
from dispatch.transfer.events import (
    Event,
    HospitalAsked,
    TransferAccepted,
    TransferCountered,
    TransferRejected,
    UnitAssigned,
    UnitReleased,
)
from dispatch.transfer.papers import PapersEnded, PapersStandStill, PapersToCome
from dispatch.transfer.parts import Why
from dispatch.transfer.transfer import Transfer, is_open

WAITS_FOR_PAPERS = (
    HospitalAsked,
    TransferAccepted,
    TransferRejected,
    TransferCountered,
    UnitAssigned,
    UnitReleased,
)
"""What may stand on a paper that is still to come: said live, it would be there twice."""


def papers_of_request(
    transfer_id: TransferId, *, is_late_entry: bool, has_more: bool | None, actor: Actor
) -> tuple[Event, ...]:
    """A request entered from paper has more papers to come, unless that was all.

    Raises ``Refused("no_late_entry")`` when papers are to come of a request of now.
    """
    if is_late_entry:
        return () if has_more is False else (PapersToCome(transfer_id, actor.name),)
    if has_more:
        raise Refused("no_late_entry", field="has_more_papers")
    return ()


def expect_papers(transfer: Transfer, *, actor: Actor) -> tuple[Event, ...]:
    """More of its papers are to come, from now on again.

    Raises ``Refused("not_at_this_stage")`` once it is closed.
    """
    if not is_open(transfer):
        raise Refused("not_at_this_stage", stage=transfer.stage.value, event="papers-to-come")
    return (PapersToCome(transfer.transfer_id, actor.name),)


def end_papers(transfer: Transfer) -> tuple[Event, ...]:
    """That was all the papers. Raises ``Refused("no_papers_to_come")`` when none were."""
    if transfer.papers is None:
        raise Refused("no_papers_to_come", number=transfer.number)
    return (PapersEnded(transfer.transfer_id),)


def papers_by_clock(transfer: Transfer, *, now_at: datetime) -> tuple[Event, ...]:
    """That its papers stand still, or are not waited for any longer, by the clock alone."""
    papers = transfer.papers
    if papers is None:
        return ()
    idle_min = elapsed_min(papers.last_at, now_at)
    if idle_min >= criterion("papers_end_min"):
        return (PapersEnded(transfer.transfer_id),)
    is_still = idle_min >= criterion("papers_still_min")
    if is_still and papers.still_at is None:
        return (PapersStandStill(transfer.transfer_id),)
    return ()


def papers_stand_still(transfer: Transfer) -> Iterable[Decision]:
    """Nobody has entered a paper for too long: was that all, or do more come?"""
    papers = transfer.papers
    if papers is not None and papers.still_at is not None:
        why = (Why("papers_still", {"person": papers.entered_by}),)
        about = fingerprint(why, papers.last_at.isoformat())
        yield Decision("papers_stand_still", about, papers.last_at, why)


def require_no_papers(events: Iterable[Event], board: Board) -> None:
    """Nothing, or ``Refused("papers_to_come")``: said live of a transfer whose papers may say
    it, or something else, already.
    """
    for event in events:
        if isinstance(event, WAITS_FOR_PAPERS):
            row = board.transfers.get(event.transfer_id)
            if row is not None and row.papers is not None:
                raise Refused("papers_to_come", number=row.number, person=row.papers.entered_by)
