"""From a plan to proposals, told only when they say something new."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.priority import Condition
from dispatch.fleet.unit import Activity
from dispatch.identity.actor import HEADQUARTERS
from dispatch.routing.assign_units import LevelResult, Solution
from dispatch.routing.explain import Explained, NotChosen
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.plan import Plan, Trip
from dispatch.routing.problem.unserved import Unserved
from dispatch.routing.propose import Proposed, Reaches, propose
from dispatch.routing.travel.travel_source import Rung
from dispatch.transfer.parts import Why
from dispatch.transfer.plan_instance import Question, plan_question
from dispatch.transfer.stage import Stage
from dispatch.transfer.unit_proposals import WORTH_TELLING_MIN, news_of_proposals
from tests.builders import (
    MATARO,
    SVA_1,
    SVA_2,
    SVI_1,
    T1,
    T2,
    Story,
    a_board,
    a_network,
    a_story,
    a_unit,
    at,
    travel_now,
)

REACHES: dict[str, Reaches] = {
    SVA_1: Reaches(23, 76),
    SVA_2: Reaches(35, 88),
    SVI_1: Reaches(23, 76),
}
VECTOR = (0, 0, 0, 0, 0, 0, 99)


def a_plan(
    unit_id=SVA_1, *, routes=None, not_chosen=(), reaches=None, why=None, method="exact"
):
    """A plan in which ``unit_id`` (None: nobody) takes T1; the greedy one had no time."""
    mine = () if unit_id is None else ((unit_id, (Trip(T1, MATARO),)),)
    return Proposed(
        solution=Solution(
            plan=Plan(mine if routes is None else routes),
            vector=VECTOR,
            levels=(
                LevelResult("unserved_p0", 0, 0, proven=True),
                LevelResult("cost", 99, 90, proven=False),
            ),
            method=method,
            fallback_reason="no_time" if method == "greedy" else None,
            unserved=() if why is None else (Unserved(T1, why), Unserved(T2, "outranked")),
        ),
        explained=(Explained(T1, unit_id, MATARO if unit_id else None, not_chosen),),
        reaches={T1: REACHES if reaches is None else reaches},
        solve_s=0.12345,
    )


def news(story, plan, *, source=Rung.MATRIX, now_at=None):
    sources = dict.fromkeys(story.board.transfers, source)
    return news_of_proposals(story.board, plan, sources=sources, now_at=now_at or story.now_at)


def told(story, plan, *, source=Rung.MATRIX, now_at=None):
    """The proposal for T1, or None when there is nothing to tell."""
    events = news(story, plan, source=source, now_at=now_at)
    assert [event.transfer_id for event in events] == [T1] * len(events)
    return events[0].proposal if events else None


def shown(plan, stage=Stage.ACCEPTED):
    """A story at that stage whose T1 shows what the plan proposed once accepted."""
    story = a_story(Stage.ACCEPTED)
    story.record(news(story, plan), by=HEADQUARTERS)
    if stage is Stage.ASSIGNED:
        story.assign(reason="nearest")
    return story


# What a proposal says


def test_proposal_names_the_unit_and_how_good_the_plan_is():
    proposal = told(a_story(Stage.ACCEPTED), a_plan())
    assert (proposal.unit_id, proposal.after) == (SVA_1, None)
    assert (proposal.method, proposal.proved) == ("exact", ("unserved_p0",))
    assert (proposal.vector, proposal.solve_s) == (VECTOR, 0.123)
    assert proposal.computed_at == at(10)
    assert proposal.why_unserved == ()


def test_proposal_says_how_far_the_best_may_be():
    proposal = told(a_story(Stage.ACCEPTED), a_plan())
    assert (proposal.bounds, proposal.gap) == ((0, 90), (0, 9))


def test_quick_proposal_says_why_it_is_no_better():
    proposal = told(a_story(Stage.ACCEPTED), a_plan(method="greedy"))
    assert (proposal.method, proposal.quick_because) == ("greedy", "no_time")
    assert told(a_story(Stage.ACCEPTED), a_plan()).quick_because is None


def test_chosen_unit_comes_with_its_minutes():
    (option,) = told(a_story(Stage.ACCEPTED), a_plan()).options
    assert (option.unit_id, option.is_proposed) == (SVA_1, True)
    assert (option.bedside_min, option.arrival_min) == (23, 76)
    assert option.reasons == (Why("best_plan"),)


def test_other_unit_comes_with_the_reason_against_it():
    against = NotChosen(SVA_2, "arrives_later", "max_p0_response", 12, T1, 12)
    options = told(a_story(Stage.ACCEPTED), a_plan(not_chosen=(against,))).options
    assert options[1].reasons == (
        Why(
            "arrives_later",
            {
                "level": "max_p0_response",
                "by": 12,
                "transfer": T1,
                "number": "CSI-T1",
                "minutes": 12,
            },
        ),
    )
    assert (options[1].is_proposed, options[1].bedside_min) == (False, 35)


def test_others_come_nearest_first_and_unreachable_last():
    others = tuple(NotChosen(name, "costs_more") for name in ("SVB-01", SVA_2, SVI_1))
    options = told(a_story(Stage.ACCEPTED), a_plan(not_chosen=others)).options
    assert [each.unit_id for each in options] == [SVA_1, SVI_1, SVA_2, "SVB-01"]
    assert (options[-1].bedside_min, options[-1].arrival_min) == (None, None)


def test_transfer_nobody_can_take_says_why():
    proposal = told(a_story(Stage.ACCEPTED), a_plan(None, why="no_eligible_unit"))
    assert proposal.unit_id is None
    assert proposal.options == ()
    assert proposal.why_unserved == (Why("no_eligible_unit"),)


def test_unit_planned_for_another_first_is_proposed_for_later():
    both = ((SVA_1, (Trip(T2, MATARO), Trip(T1, MATARO))),)
    assert told(a_story(Stage.ACCEPTED), a_plan(routes=both)).after == T2


def test_unit_carrying_another_patient_is_proposed_for_later():
    story = a_story(Stage.DEPARTED)
    story.request("T2")
    story.bring_to(Stage.ACCEPTED, "T2")
    plan = a_plan(routes=((SVA_1, (Trip(T2, MATARO),)),))
    plan = replace(
        plan,
        explained=(Explained(T2, SVA_1, MATARO, ()),),
        reaches={T2: REACHES},
    )
    (event,) = news(story, plan)
    assert (event.transfer_id, event.proposal.after) == (T2, T1)


# When it is news


def test_first_proposal_is_news():
    assert told(a_story(Stage.ACCEPTED), a_plan()) is not None


def test_same_proposal_is_no_news():
    assert told(shown(a_plan()), a_plan()) is None


def test_another_unit_is_news():
    assert told(shown(a_plan()), a_plan(SVA_2)).unit_id == SVA_2


def test_same_unit_later_in_its_route_is_news():
    both = ((SVA_1, (Trip(T2, MATARO), Trip(T1, MATARO))),)
    assert told(shown(a_plan()), a_plan(routes=both)).after == T2


def test_another_reason_for_nobody_is_news():
    story = shown(a_plan(None, why="no_eligible_unit"))
    assert told(story, a_plan(None, why="no_eligible_unit")) is None
    assert told(story, a_plan(None, why="shift_ends")).why_unserved == (Why("shift_ends"),)


@pytest.mark.parametrize(
    ("before", "after", "is_news"),
    [
        ("greedy", "restricted", True),
        ("restricted", "exact", True),
        ("exact", "exact", False),
        ("exact", "greedy", False),
    ],
)
def test_only_a_better_proof_is_news(before, after, is_news):
    story = shown(a_plan(method=before))
    assert (told(story, a_plan(method=after)) is not None) == is_news


@pytest.mark.parametrize(
    ("moved_min", "is_news"),
    [(0, False), (2, False), (-2, False), (WORTH_TELLING_MIN, True), (-3, True)],
)
def test_moved_time_is_news_from_three_minutes(moved_min, is_news):
    moved = a_plan(reaches={SVA_1: Reaches(23 + moved_min, 76 + moved_min)})
    assert (told(shown(a_plan()), moved) is not None) == is_news


def test_minutes_shrink_while_time_passes():
    # In ten minutes a bedside 23 minutes away is 13 minutes away: the same instant.
    nearer = a_plan(reaches={SVA_1: Reaches(13, 66)})
    assert told(shown(a_plan()), nearer, now_at=at(20)) is None


def test_unit_that_keeps_waiting_is_later_every_minute():
    assert told(shown(a_plan()), a_plan(), now_at=at(10 + 2)) is None
    assert told(shown(a_plan()), a_plan(), now_at=at(10 + 3)) is not None


def test_unit_on_its_way_needs_no_proposal():
    assert told(a_story(Stage.ASSIGNED), a_plan()) is None
    assert told(shown(a_plan(), Stage.ASSIGNED), a_plan()) is None


def test_better_unit_than_the_one_on_its_way_is_news():
    assert told(shown(a_plan(), Stage.ASSIGNED), a_plan(SVA_2)).unit_id == SVA_2


def test_replacement_no_longer_meant_is_taken_back():
    story = shown(a_plan(SVA_2), Stage.ASSIGNED)
    assert told(story, a_plan()).unit_id == SVA_1


def test_other_source_of_the_minutes_is_news():
    story = shown(a_plan())
    assert told(story, a_plan()) is None
    proposal = told(story, a_plan(), source=Rung.STRAIGHT_LINE)
    assert proposal.travel_source == "straight_line"


# With the solver


def solved(story):
    question = Question(
        board=story.board,
        network=a_network(),
        travel=travel_now(),
        positions={},
        now_at=story.now_at,
    )
    return propose(plan_question(question), SolveLimits(wall_s=2.0))


def test_solvers_proposal_can_be_confirmed_without_a_reason():
    story = a_story(Stage.ACCEPTED, condition=Condition.SEPTIC_SHOCK)
    events = news(story, solved(story))
    story.record(events, by=HEADQUARTERS)
    proposal = story.transfer().proposal
    assert proposal is not None
    assert proposal.unit_id == SVA_1
    story.assign(unit_id=SVA_1, reason=None)
    assert story.transfer().stage is Stage.ASSIGNED


def test_solver_finds_nobody_and_says_why():
    story = Story(a_board(a_unit(SVI_1), a_unit(SVA_1, activity=Activity.OFF_DUTY)))
    story.request(condition=Condition.SEPTIC_SHOCK)
    story.report_status(SVA_1, Activity.OFF_DUTY)
    story.bring_to(Stage.ACCEPTED)
    proposal = told(story, solved(story))
    assert proposal.unit_id is None
    assert proposal.why_unserved == (Why("no_eligible_unit"),)


def test_expected_time_of_the_proposal_is_that_of_the_confirmation():
    story = a_story(Stage.ACCEPTED)
    proposal = told(story, solved(story))
    story.assign(unit_id=proposal.unit_id)
    bedside_at = story.transfer().expected_bedside_at
    assert bedside_at == at(10 + proposal.options[0].bedside_min)
