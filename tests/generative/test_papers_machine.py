"""Any order of papers, words, live acts and looks: nobody is alarmed, nobody is hidden.

The judge reads the log: a transfer is being entered from paper from the word that more are to
come, until that was all, or until nobody has entered one for as long as the limit says.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dispatch.assessment.criteria import criterion
from dispatch.identity.actor import HEADQUARTERS, Actor
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import TransferId
from dispatch.transfer.board import Board, Recorded, apply_event, record_on
from dispatch.transfer.decide_bed import hold_expires_at
from dispatch.transfer.decide_bundle import late_steps
from dispatch.transfer.decide_papers import end_papers, expect_papers, require_no_papers
from dispatch.transfer.decisions import WHILE_PAPERS_COME, open_decisions
from dispatch.transfer.escalation import escalate
from dispatch.transfer.events import (
    Event,
    TransferAccepted,
    TransferProgressed,
    UnitAssigned,
)
from dispatch.transfer.grounds import changed_grounds
from dispatch.transfer.late_entry import require_late_entry
from dispatch.transfer.papers import AnyPaperEvent, PapersEnded, PapersToCome
from dispatch.transfer.plan_instance import is_planned
from dispatch.transfer.stage import CLOSED, Stage
from dispatch.transfer.transfer import Transfer, is_open
from tests.builders import (
    JOURNEY,
    NOON,
    SVA_1,
    SVA_2,
    Story,
    a_board,
    dispatcher,
)

END_MIN = criterion("papers_end_min")
PLAN = tuple(Stage)[:9]
T1 = TransferId("T1")


class PaperStory(Story):
    """``real_at`` is when things are written; before it, they are entered from paper."""

    def __init__(self) -> None:
        super().__init__()
        self.real_at = NOON

    def record(
        self,
        events: Iterable[Event],
        *,
        by: Actor,
        occurred_at: datetime | None = None,
        from_paper: bool = False,
    ) -> None:
        """As headquarters does it: what may not be said, live or late, is refused."""
        told, is_late = tuple(events), from_paper or self.now_at < self.real_at
        row = self.board.transfers.get(T1)
        if is_late:
            require_late_entry(told, row, written_at=self.now_at)
        else:
            require_no_papers(told, self.board)
        self.board, lines = record_on(
            self.board,
            told,
            actor=by,
            occurred_at=occurred_at or self.now_at,
            recorded_at=self.real_at,
            is_late_entry=is_late,
        )
        self.lines = (*self.lines, *lines)


def awaited_by_the_log(lines: tuple[Recorded, ...]) -> datetime | None:
    """When the last paper was entered while more are to come; None when none are."""
    last_at: datetime | None = None
    for line in lines:
        if isinstance(line.event, PapersToCome):
            last_at = line.recorded_at
        elif isinstance(line.event, PapersEnded):
            last_at = None
        elif last_at is not None and line.is_late_entry:
            last_at = line.recorded_at
    return last_at


def without_papers(lines: tuple[Recorded, ...]) -> Transfer:
    """The transfer by its log as if nobody had ever said a word about papers."""
    board: Board = a_board()
    for line in lines:
        if not isinstance(line.event, AnyPaperEvent):
            board = apply_event(board, line)
    return board.transfers[T1]


class Papers(RuleBasedStateMachine):
    """One request of three hours ago; what happened to it is on paper, and is also lived."""

    def __init__(self) -> None:
        super().__init__()
        self.story = PaperStory()

    @initialize()
    def enter_request(self) -> None:
        story = self.story
        story.real_at = NOON + timedelta(hours=3)
        story.request(by=dispatcher(), doctor="Dra. Pi")
        story.record(expect_papers(story.transfer(), actor=dispatcher()), by=dispatcher())

    def attempt(self, act, *, paper: bool) -> None:
        """On the next paper, a few minutes after the one before; or live."""
        story, paper_at = self.story, self.story.now_at
        story.now_at = paper_at + timedelta(minutes=2) if paper else story.real_at
        with suppress(Refused, AssertionError, IndexError):  # at another stage, or nobody left
            act()
        if not paper:
            story.now_at = paper_at

    @rule(paper=st.booleans())
    def ask(self, paper: bool) -> None:
        self.attempt(lambda: self.story.ask(reason="near"), paper=paper)

    @rule(paper=st.booleans(), is_yes=st.booleans())
    def answer(self, paper: bool, is_yes: bool) -> None:
        self.attempt(self.story.answer if is_yes else self.story.decline, paper=paper)

    @rule(paper=st.booleans(), unit_id=st.sampled_from((SVA_1, SVA_2)))
    def assign(self, paper: bool, unit_id: str) -> None:
        act = lambda: self.story.assign(unit_id=unit_id, reason="paper")  # noqa: E731
        self.attempt(act, paper=paper)

    @rule(paper=st.booleans(), step=st.sampled_from(JOURNEY))
    def step(self, paper: bool, step) -> None:
        self.attempt(lambda: self.story.step(step), paper=paper)

    @rule(stage=st.sampled_from(PLAN))
    def enter_several(self, stage: Stage) -> None:
        self.attempt(lambda: self.story.bring_to(stage), paper=True)

    @rule(paper=st.booleans())
    def close(self, paper: bool) -> None:
        is_there = self.story.transfer().stage is Stage.ARRIVED
        act = self.story.hand_over if is_there else self.story.cancel
        self.attempt(act, paper=paper)

    @rule()
    def say_all(self) -> None:
        events = lambda: end_papers(self.story.transfer())  # noqa: E731
        self.attempt(lambda: self.story.record(events(), by=dispatcher()), paper=False)

    @rule()
    def say_more(self) -> None:
        more = lambda: expect_papers(self.story.transfer(), actor=dispatcher())  # noqa: E731
        self.attempt(lambda: self.story.record(more(), by=dispatcher()), paper=False)

    @rule(minutes=st.integers(0, 30))
    def wait(self, minutes: int) -> None:
        self.story.real_at += timedelta(minutes=minutes)
        self.look()

    def look(self) -> None:
        """The loops look once at the board, as it is by the clock on the wall."""
        row, now_at = self.story.transfer(), self.story.real_at
        events = changed_grounds(row, self.story.board, now_at=now_at)
        papers = tuple(each for each in events if isinstance(each, AnyPaperEvent))
        act = lambda: self.story.record(papers, by=HEADQUARTERS)  # noqa: E731
        self.attempt(act, paper=False)

    @invariant()
    def being_entered_is_what_the_log_says(self) -> None:
        if not self.story.lines:
            return
        row, last_at = self.story.transfer(), awaited_by_the_log(self.story.lines)
        if not is_open(row):
            assert row.papers is None
            return
        assert (row.papers.last_at if row.papers else None) == last_at
        self.look()
        if last_at is not None and self.story.real_at - last_at >= timedelta(minutes=END_MIN):
            assert self.story.transfer().papers is None

    @invariant()
    def nothing_is_raised_while_papers_come(self) -> None:
        if not self.story.lines or self.story.transfer().papers is None:
            return
        row, now_at = self.story.transfer(), self.story.real_at
        assert escalate(row, (), now_at=now_at) == ()
        assert late_steps(row, now_at=now_at) == ()
        assert hold_expires_at(row) is None
        assert not is_planned(row)
        may = {"papers_stand_still", "duplicate_patient"}
        assert len(WHILE_PAPERS_COME) == len(may)
        assert {each.kind for each in open_decisions(row)} <= may

    @invariant()
    def what_is_planned_is_never_said_live_meanwhile(self) -> None:
        is_awaited = False
        for line in self.story.lines:
            if isinstance(line.event, PapersToCome):
                is_awaited = True
            elif isinstance(line.event, PapersEnded):
                is_awaited = False
            elif is_awaited and isinstance(line.event, TransferAccepted | UnitAssigned):
                assert line.is_late_entry

    @invariant()
    def it_is_alive_as_if_it_had_never_been_on_paper(self) -> None:
        if not self.story.lines:
            return
        row = self.story.transfer()
        if row.papers is None and row.stage not in CLOSED:
            told = without_papers(self.story.lines)
            assert told.milestones == row.milestones
            assert (told.stage, told.unit_id, told.asked) == (row.stage, row.unit_id, row.asked)
            now_at = self.story.real_at
            assert escalate(told, (), now_at=now_at) == escalate(row, (), now_at=now_at)
            assert hold_expires_at(told) == hold_expires_at(row)
            assert open_decisions(told) == open_decisions(row)

    @invariant()
    def steps_of_the_journey_are_in_order(self) -> None:
        steps = [
            line.occurred_at
            for line in self.story.lines
            if isinstance(line.event, TransferProgressed)
        ]
        assert steps == sorted(steps)


Papers.TestCase.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
TestPapers = Papers.TestCase
