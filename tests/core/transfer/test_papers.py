"""A transfer entered from paper raises nothing, until its papers are in or stand still."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from dispatch.assessment.criteria import criterion
from dispatch.assessment.priority import Condition
from dispatch.transfer.board import Board
from dispatch.transfer.decide_bed import hold_expires_at
from dispatch.transfer.decide_bundle import late_steps
from dispatch.transfer.decide_offer import next_hospital
from dispatch.transfer.decide_papers import (
    WAITS_FOR_PAPERS,
    end_papers,
    expect_papers,
    papers_by_clock,
    papers_of_request,
    require_no_papers,
)
from dispatch.transfer.decisions import MAY_SETTLE, Settling, open_decisions, settle_decision
from dispatch.transfer.escalation import escalate, escalates_at
from dispatch.transfer.events import BedKept, UnitReleased
from dispatch.transfer.grounds import changed_grounds
from dispatch.transfer.late_entry import require_late_entry
from dispatch.transfer.papers import Papers, PapersEnded, PapersStandStill, PapersToCome
from dispatch.transfer.parts import Twin
from dispatch.transfer.plan_instance import Question, plan_question
from dispatch.transfer.plan_returns import told_to_wait
from dispatch.transfer.stage import CLOSED, WITH_UNIT, Stage
from dispatch.transfer.transfer import Transfer
from tests.builders import (
    SVA_1,
    T1,
    T2,
    Story,
    a_network,
    a_story,
    coordinating_doctor,
    dispatcher,
    intensivist,
    on_duty,
    refused,
    travel_now,
)

OPEN = sorted(set(Stage) - CLOSED)
STILL_MIN, END_MIN = criterion("papers_still_min"), criterion("papers_end_min")


def on_paper(stage: Stage, *, hours_ago: float = 3) -> Story:
    """A priority 0 as it stood that long ago, of which more papers are to come."""
    story = a_story(stage)
    story.wait(hours_ago * 60)
    story.record(expect_papers(story.transfer(), actor=dispatcher()), by=dispatcher())
    return story


def question(story: Story) -> Question:
    return Question(story.board, a_network(), travel_now(), {}, story.now_at)


def kinds(transfer: Transfer) -> list[str]:
    return [each.kind for each in open_decisions(transfer)]


def tell(story: Story) -> None:
    events = changed_grounds(story.transfer(), story.board, now_at=story.now_at)
    story.record(events, by=coordinating_doctor())


def raised(story: Story) -> list[object]:
    """Everything that headquarters would do or ask by itself now."""
    row, now_at = story.transfer(), story.now_at
    hold_at = hold_expires_at(row)
    return [
        *escalate(row, (on_duty(intensivist()),), now_at=now_at),
        *late_steps(row, now_at=now_at),
        *changed_grounds(row, story.board, now_at=now_at),
        *open_decisions(row),
        *([hold_at] if hold_at and hold_at <= now_at else []),
        *([next_hospital(row, beds={}, now_at=now_at)] if row.declined else []),
        *plan_question(question(story)).transfers,
    ]


@pytest.mark.parametrize("stage", OPEN)
def test_nothing_is_raised_while_papers_are_to_come(stage):
    story = on_paper(stage)
    assert raised(story) == []
    assert escalates_at(story.transfer()) is None


@pytest.mark.parametrize("stage", sorted({Stage.ASKED, Stage.ACCEPTED, *WITH_UNIT}))
def test_it_is_alive_at_once_when_that_was_all(stage):
    story = on_paper(stage)
    story.record(end_papers(story.transfer()), by=dispatcher())
    assert story.transfer().papers is None
    assert raised(story) != []


def test_ladder_of_a_shock_that_still_waits_is_climbed_by_its_true_times():
    story = on_paper(Stage.ASKED)
    story.record(end_papers(story.transfer()), by=dispatcher())
    due = escalate(story.transfer(), (), now_at=story.now_at)
    assert [each.rung for each in due] == ["repeat", "second", "head", "coordinating"]


def test_request_of_a_hospital_that_said_no_waits_for_the_next_paper():
    story = a_story(Stage.ASKED)
    story.decline()
    beds, now_at = story.board.beds, story.now_at
    assert next_hospital(story.transfer(), beds=beds, now_at=now_at) is not None
    story.record(expect_papers(story.transfer(), actor=dispatcher()), by=dispatcher())
    assert next_hospital(story.transfer(), beds=beds, now_at=now_at) is None


def test_proposal_of_before_is_gone_and_the_unit_of_it_is_not_planned():
    story = a_story(Stage.EN_ROUTE)
    units = plan_question(question(story)).units
    assert SVA_1 in {each.id for each in units}
    story.record(expect_papers(story.transfer(), actor=dispatcher()), by=dispatcher())
    units = plan_question(question(story)).units
    assert SVA_1 not in {each.id for each in units}
    assert story.transfer().proposal is None


def test_way_back_that_is_entered_from_paper_is_not_told_to_wait():
    story = a_story(Stage.HANDED_OVER)
    story.request_return()
    story.ask("R1")
    story.answer("R1")
    assert told_to_wait(story.board, now_at=story.now_at) != ()
    row = story.transfer("R1")
    story.record(expect_papers(row, actor=dispatcher()), by=dispatcher())
    assert told_to_wait(story.board, now_at=story.now_at) == ()


def test_papers_that_stand_still_are_one_decision_and_nothing_else():
    story = on_paper(Stage.ASKED)
    story.wait(STILL_MIN - 1)
    tell(story)
    assert kinds(story.transfer()) == []
    story.wait(1)
    tell(story)
    tell(story)
    assert kinds(story.transfer()) == ["papers_stand_still"]
    (asked,) = open_decisions(story.transfer())
    assert asked.since_at == story.now_at - timedelta(minutes=STILL_MIN)
    assert asked.why[0].facts == {"person": dispatcher().name}


def test_no_words_settle_it():
    story = on_paper(Stage.ASKED)
    story.wait(STILL_MIN)
    tell(story)
    (asked,) = open_decisions(story.transfer())
    assert MAY_SETTLE["papers_stand_still"] == frozenset()
    with refused("decision_not_by_words"):
        settle_decision(
            story.transfer(), Settling(asked.kind, asked.about, "later"), actor=dispatcher()
        )


def test_next_paper_and_the_word_that_more_come_end_the_decision():
    story = on_paper(Stage.ACCEPTED)
    story.wait(STILL_MIN)
    tell(story)
    story.record(expect_papers(story.transfer(), actor=dispatcher()), by=dispatcher())
    assert kinds(story.transfer()) == []
    story.wait(STILL_MIN)
    tell(story)
    assert kinds(story.transfer()) == ["papers_stand_still"]
    paper_at = story.now_at - timedelta(hours=2)
    kept = BedKept(T1)
    story.record((kept,), by=dispatcher(), occurred_at=paper_at, from_paper=True)
    assert kinds(story.transfer()) == []
    papers = story.transfer().papers
    assert papers == Papers(dispatcher().name, story.now_at)


def test_what_others_say_meanwhile_is_no_paper():
    story = on_paper(Stage.ASKED)
    before = story.transfer().papers
    story.wait(3)
    story.change_condition(condition=Condition.MULTI_ORGAN_FAILURE)
    assert story.transfer().papers == before


def test_nobody_is_forgotten_it_is_of_now_again_by_the_clock():
    story = on_paper(Stage.ASKED)
    story.wait(END_MIN - 1)
    assert papers_by_clock(story.transfer(), now_at=story.now_at) == (PapersStandStill(T1),)
    story.wait(1)
    assert papers_by_clock(story.transfer(), now_at=story.now_at) == (PapersEnded(T1),)
    tell(story)
    assert story.transfer().papers is None
    assert escalate(story.transfer(), (), now_at=story.now_at) != ()
    assert papers_by_clock(story.transfer(), now_at=story.now_at) == ()


def test_two_desks_that_enter_one_patient_are_told_while_they_enter():
    story = a_story(Stage.ASKED)
    story.record(expect_papers(story.transfer(), actor=dispatcher()), by=dispatcher())
    twins = (Twin("CSI-T1", "same"),)
    assert kinds(replace(story.transfer(), twins=twins)) == ["duplicate_patient"]


@pytest.mark.parametrize("stage", sorted(CLOSED))
def test_closed_transfer_has_no_papers_to_come(stage):
    story = a_story(stage)
    assert story.transfer().papers is None
    with refused("not_at_this_stage"):
        expect_papers(story.transfer(), actor=dispatcher())


def test_last_paper_closes_it_and_nothing_is_left():
    story = on_paper(Stage.ACCEPTED)
    story.cancel()
    assert story.transfer().papers is None
    story.reopen()
    assert story.transfer().papers is None


def test_papers_end_once():
    with refused("no_papers_to_come"):
        end_papers(a_story(Stage.ASKED).transfer())


@pytest.mark.parametrize(
    ("is_late_entry", "has_more", "expected"),
    [
        (True, None, (PapersToCome(T1, dispatcher().name),)),
        (True, True, (PapersToCome(T1, dispatcher().name),)),
        (True, False, ()),
        (False, None, ()),
        (False, False, ()),
    ],
)
def test_request_of_a_paper_has_more_to_come_unless_somebody_says_no(
    is_late_entry, has_more, expected
):
    told = papers_of_request(
        T1, is_late_entry=is_late_entry, has_more=has_more, actor=dispatcher()
    )
    assert told == expected


def test_request_of_now_has_no_papers_to_come():
    with refused("no_late_entry", field="has_more_papers"):
        papers_of_request(T1, is_late_entry=False, has_more=True, actor=dispatcher())


@pytest.mark.parametrize("stage", OPEN)
def test_what_a_paper_may_say_is_not_said_live(stage):
    story = on_paper(stage)
    released = UnitReleased(T1, SVA_1, "diverted")
    assert UnitReleased in WAITS_FOR_PAPERS
    with refused("papers_to_come", person=dispatcher().name):
        require_no_papers((released,), story.board)
    require_no_papers((BedKept(T1),), story.board)
    require_no_papers((released,), Board())
    story.record(end_papers(story.transfer()), by=dispatcher())
    require_no_papers((released,), story.board)


def test_paper_takes_no_unit_from_a_patient_of_now():
    story = on_paper(Stage.ACCEPTED)
    released = UnitReleased(T2, SVA_1, "diverted")
    row, at = story.transfer(), story.now_at
    with refused("unit_taken_since", field="unit_id"):
        require_late_entry((BedKept(T1), released), row, written_at=at)
    with refused("unit_taken_since", field="unit_id"):
        require_late_entry((released,), None, written_at=at)
    require_late_entry((UnitReleased(T1, SVA_1, "replaced"),), row, written_at=at)
