"""Crews on the way: who is frozen, when a diversion is proposed, and what it tells."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.priority import Condition
from dispatch.identity.actor import HEADQUARTERS
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.propose import propose
from dispatch.routing.travel.travel_source import Rung
from dispatch.transfer.parts import Why
from dispatch.transfer.plan_instance import Question, plan_question
from dispatch.transfer.stability import (
    FROZEN_MIN,
    REST_MIN,
    diversion_whys,
    frozen_units,
    hold_resting,
    is_too_soon,
    moves_a_crew,
    resting,
    sent_units,
)
from dispatch.transfer.stage import Stage
from dispatch.transfer.unit_proposals import news_of_proposals
from tests.builders import (
    MATARO,
    SVA_1,
    SVA_2,
    T1,
    T2,
    Story,
    a_board,
    a_network,
    a_position,
    a_unit,
    travel_now,
)

LIMITS = SolveLimits(wall_s=2.0)
SHOCK = Condition.SEPTIC_SHOCK


def question_of(story, *positions):
    return plan_question(
        Question(
            board=story.board,
            network=a_network(),
            travel=travel_now(story.now_at),
            positions={each.unit_id: each for each in positions},
            now_at=story.now_at,
        )
    )


def news_of(story, proposed, *, kept=None):
    sources = dict.fromkeys(story.board.transfers, Rung.MATRIX)
    return news_of_proposals(
        story.board, proposed, now_at=story.now_at, sources=sources, kept=kept
    )


def on_the_way(*units, condition=SHOCK, referring=MATARO):
    """SVA-01 drives to the sepsis T1 in Calella when T2 is agreed."""
    story = Story(a_board(a_unit(SVA_1), *units))
    story.request("T1")
    story.bring_to(Stage.EN_ROUTE, "T1")
    story.request("T2", referring=referring, condition=condition)
    story.bring_to(Stage.ACCEPTED, "T2")
    return story


def planned(story):
    """The free plan, and the one in which every crew goes on."""
    question = question_of(story)
    return propose(question, LIMITS), propose(question, LIMITS, sent_units(question))


def other_unit():
    return a_unit(SVA_2, base_id="base-badalona")


def told_about(story, transfer_id=T2):
    proposed, kept = planned(story)
    return diversion_whys(story.board, proposed, kept, unit_id=SVA_1, transfer_id=transfer_id)


# Frozen


def test_crew_far_from_its_patient_is_free_to_be_diverted():
    question = question_of(on_the_way(other_unit()))
    assert sent_units(question) == {SVA_1}
    assert frozen_units(question) == frozenset()


def test_crew_near_its_patient_is_frozen():
    story = on_the_way(other_unit())
    near = a_position(SVA_1, lat=41.6148, lon=2.6573, seen_at=story.now_at)
    assert frozen_units(question_of(story, near)) == {SVA_1}


@pytest.mark.parametrize(("left_min", "frozen"), [(FROZEN_MIN - 1, True), (FROZEN_MIN, False)])
def test_crew_is_frozen_below_the_limit(left_min, frozen):
    question = question_of(on_the_way(other_unit()))
    here = question.transfers[0].origin
    units = tuple(
        replace(unit, location=here, free_at=left_min) if unit.id == SVA_1 else unit
        for unit in question.units
    )
    assert (SVA_1 in frozen_units(replace(question, units=units))) == frozen


def test_crew_of_a_transfer_not_planned_is_not_sent():
    question = question_of(on_the_way(other_unit()))
    question = replace(question, transfers=question.transfers[1:])
    assert sent_units(question) == frozen_units(question) == frozenset()


# Diversions


def test_diversion_for_a_shock_tells_minutes_gained_and_who_pays():
    gain, payer = told_about(on_the_way(other_unit()))
    assert gain.code == "diversion_gains"
    assert gain.facts["minutes"] > 0
    assert payer.code == "diversion_delays"
    assert (payer.facts["transfer"], payer.facts["number"]) == (T1, "CSI-T1")
    assert payer.facts["minutes"] > 0
    assert payer.facts["bedside_min"] > payer.facts["minutes"]


def test_only_unit_serves_the_shock_and_then_the_other():
    gain, payer = told_about(on_the_way())
    assert (gain.code, payer.code) == ("diversion_gains", "diversion_delays")


def test_transfer_that_nobody_else_would_serve_says_so():
    story = on_the_way(other_unit())
    proposed, kept = planned(story)
    only_t1 = tuple(
        (unit, tuple(trip for trip in trips if trip.transfer == T1))
        for unit, trips in kept.solution.plan.routes
    )
    solution = replace(kept.solution, plan=replace(kept.solution.plan, routes=only_t1))
    kept = replace(kept, solution=solution)
    whys = diversion_whys(story.board, proposed, kept, unit_id=SVA_1, transfer_id=T2)
    assert whys[0] == Why("diversion_serves")


def test_transfer_left_without_anybody_pays_most():
    story = on_the_way(other_unit())
    proposed, kept = planned(story)
    only_t2 = tuple(
        route for route in proposed.solution.plan.routes if route[1][0].transfer == T2
    )
    solution = replace(proposed.solution, plan=replace(proposed.solution.plan, routes=only_t2))
    proposed = replace(proposed, solution=solution)
    whys = diversion_whys(story.board, proposed, kept, unit_id=SVA_1, transfer_id=T2)
    assert whys[1:] == (Why("diversion_leaves", {"transfer": T1, "number": "CSI-T1"}),)


def test_transfer_left_that_waits_no_longer_is_spared():
    story = on_the_way(other_unit())
    proposed, _ = planned(story)
    whys = diversion_whys(story.board, proposed, proposed, unit_id=SVA_1, transfer_id=T2)
    assert [why.code for why in whys] == ["diversion_gains", "diversion_spares"]
    assert whys[1].facts["minutes"] == 0


def test_others_that_wait_no_longer_are_not_named():
    whys = told_about(on_the_way(other_unit()))
    assert {why.facts.get("transfer") for why in whys} == {None, T1}


@pytest.mark.parametrize(("unit_id", "transfer_id"), [(SVA_2, T1), (SVA_1, T1)])
def test_what_is_no_diversion_tells_nothing(unit_id, transfer_id):
    story = on_the_way(other_unit())
    proposed, kept = planned(story)
    assert not diversion_whys(
        story.board, proposed, kept, unit_id=unit_id, transfer_id=transfer_id
    )


def test_unit_that_serves_another_first_is_not_diverted_to_the_next():
    story = on_the_way(other_unit())
    _, kept = planned(story)
    assert not diversion_whys(story.board, kept, kept, unit_id=SVA_1, transfer_id=T2)


def test_crew_is_moved_for_a_shock_but_not_for_a_little():
    shock = on_the_way(other_unit())
    assert moves_a_crew(question_of(shock), planned(shock)[0])
    little = on_the_way(other_unit(), condition=Condition.SEPSIS, referring="granollers")
    assert not moves_a_crew(question_of(little), planned(little)[0])


def test_diversion_is_told_with_the_proposal():
    story = on_the_way(other_unit())
    proposed, kept = planned(story)
    events = news_of(story, proposed, kept=kept)
    proposal = next(each.proposal for each in events if each.transfer_id == T2)
    codes = [why.code for why in proposal.options[0].reasons]
    assert codes == ["best_plan", "diversion_gains", "diversion_delays"]
    assert len(proposal.bounds) == len(proposal.gap) == len(proposal.vector)
    assert proposal.bounds == proposal.vector


def test_transfer_nobody_takes_has_no_diversion_to_tell():
    story = on_the_way()
    proposed, kept = planned(story)
    explained = tuple(replace(each, unit=None) for each in proposed.explained)
    events = news_of(story, replace(proposed, explained=explained), kept=kept)
    assert {each.proposal.unit_id for each in events} == {None}


# Ten minutes


def proposed_for_t1(condition=Condition.SEPSIS):
    """T1 in Calella was just told SVA-01, when T2 in Mataró, nearer to it, is planned too."""
    story = Story(a_board(a_unit(SVA_1), other_unit()))
    story.request("T1")
    story.bring_to(Stage.ACCEPTED, "T1")
    story.request("T2", referring=MATARO, condition=condition)
    story.bring_to(Stage.ACCEPTED, "T2")
    question = question_of(story)
    alone = replace(question, transfers=question.transfers[:1])
    told = news_of(story, propose(alone, LIMITS))
    story.record(told, by=HEADQUARTERS)
    return story


def swapped(story):
    """A plan that sends SVA-01 to T2 after all."""
    question = question_of(story)
    units = tuple(
        replace(unit, assigned_to=T2) if unit.id == SVA_1 else unit for unit in question.units
    )
    return propose(replace(question, units=units), LIMITS, frozenset({SVA_1}))


def test_unit_just_proposed_rests_and_then_no_more():
    story = proposed_for_t1()
    assert resting(story.board, now_at=story.now_at) == {SVA_1: T1}
    story.wait(REST_MIN)
    assert resting(story.board, now_at=story.now_at) == {}


def test_unit_is_not_proposed_for_another_within_ten_minutes():
    story = proposed_for_t1()
    assert is_too_soon(story.board, SVA_1, T2, now_at=story.now_at)
    events = news_of(story, swapped(story))
    assert T2 not in {each.transfer_id for each in events}
    story.wait(REST_MIN)
    events = news_of(story, swapped(story))
    assert T2 in {each.transfer_id for each in events}


def test_same_transfer_and_priority_0_need_not_wait():
    assert not is_too_soon(proposed_for_t1().board, SVA_1, T1, now_at=proposed_for_t1().now_at)
    shock = proposed_for_t1(SHOCK)
    assert not is_too_soon(shock.board, SVA_1, T2, now_at=shock.now_at)


def test_resting_unit_keeps_its_proposal_in_the_plan():
    story = proposed_for_t1()
    question = question_of(story)
    held_question, held = hold_resting(
        story.board, question, swapped(story), now_at=story.now_at
    )
    assert held == {SVA_1}
    plan = propose(held_question, LIMITS, held).solution.plan
    assert dict(plan.routes)[SVA_1][0].transfer == T1


def test_nobody_is_held_back_from_priority_0():
    story = proposed_for_t1(SHOCK)
    _, held = hold_resting(story.board, question_of(story), swapped(story), now_at=story.now_at)
    assert held == frozenset()
