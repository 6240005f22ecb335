"""The way back is a transfer of its own, and nobody of the code waits for it."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.priority import Condition, Priority
from dispatch.capacity.beds import BedKind
from dispatch.checklist.questions import OF_RETURNS
from dispatch.fleet.types import UnitType
from dispatch.fleet.unit import Activity
from dispatch.identity.sight import Sight, sight
from dispatch.kernel.ids import HospitalCode
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.propose import propose
from dispatch.transfer.decide_answer import bed_occupied
from dispatch.transfer.decide_bundle import late_steps
from dispatch.transfer.decide_return import home_first
from dispatch.transfer.escalation import escalate, escalates_at
from dispatch.transfer.events import EpisodeResolved, HospitalsProposed, ReturnDropped
from dispatch.transfer.parts import Candidate, Why
from dispatch.transfer.plan_instance import Question, plan_question
from dispatch.transfer.plan_returns import (
    WAITS,
    must_wait,
    returns_question,
    told_to_wait,
    waiting_returns,
)
from dispatch.transfer.stage import BEFORE_LOADING, Stage
from dispatch.transfer.transfer import is_followed, parties
from dispatch.transfer.unit_types import allowed_unit_types
from dispatch.transfer.views import window_ends_at
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    SVA_1,
    SVA_2,
    SVI_1,
    Story,
    a_network,
    a_story,
    a_transfer,
    at,
    crew,
    intensivist,
    on_duty,
    referring_doctor,
    refused,
    travel_now,
)

LIMITS = SolveLimits(wall_s=5.0, steps=2_000)


def a_return(stage: Stage = Stage.REQUESTED, **changes) -> Story:
    """T1 was taken from Calella to Mataró; R1 is the way back, at that stage."""
    story = a_story(Stage.HANDED_OVER)
    story.wait(5 * 24 * 60)
    story.request_return(**changes)
    return story.bring_to(stage, "R1", unit_id=SVI_1)


def question(story: Story, **changes) -> Question:
    plain = Question(
        board=story.board,
        network=a_network(),
        travel=travel_now(story.now_at),
        positions={},
        now_at=story.now_at,
    )
    return replace(plain, **changes)


def test_return_is_a_transfer_of_its_own_linked_to_the_first():
    story = a_return()
    back, first = story.transfer("R1"), story.transfer("T1")
    assert (back.referring, back.returns) == (MATARO, "T1")
    assert (first.return_id, first.patient_key) == ("R1", back.patient_key)
    assert (back.priority, back.rule) == (Priority.RETURN, "return")


def test_return_goes_home_first():
    back = a_return().transfer("R1")
    assert back.candidates[0].hospital == CALELLA
    assert back.candidates[0].reasons[0] == Why("home_hospital")
    ranks = [each.rank for each in back.candidates]
    assert ranks == list(range(1, len(ranks) + 1))
    assert CALELLA not in {each.hospital for each in back.not_proposed}
    assert not back.own_hospital_suffices


def test_patient_who_still_needs_an_icu_does_not_go_to_a_hospital_without():
    back = a_return(needs_icu=True).transfer("R1")
    assert CALELLA not in {each.hospital for each in back.candidates}
    assert not back.own_hospital_suffices


def test_home_that_is_already_a_candidate_moves_to_the_front():
    story = a_return()
    first, back = story.transfer("T1"), story.transfer("R1")

    def candidate(code: str, rank: int | None, reason: str) -> Candidate:
        return Candidate(HospitalCode(code), rank, 9, None, False, (Why(reason),))

    proposed = HospitalsProposed(
        back.transfer_id,
        (candidate("sant-pau", 1, "level_suffices"), candidate(CALELLA, 2, "level_suffices")),
        (),
        own_hospital_suffices=True,
    )
    ranked = home_first(back, first, proposed)
    assert [each.hospital for each in ranked.candidates] == [CALELLA, "sant-pau"]
    assert ranked.candidates[0].reasons == (Why("home_hospital"), Why("level_suffices"))


def test_home_that_said_no_is_not_asked_again():
    story = a_return(Stage.ASKED)
    story.decline("R1", by=referring_doctor())
    assert story.transfer("R1").declined[0].hospital == CALELLA


@pytest.mark.parametrize("stage", sorted(set(Stage) - {Stage.HANDED_OVER}))
def test_patient_whom_nobody_has_received_is_not_sent_back(stage):
    with refused("return_not_possible", stage=stage.value):
        a_story(stage).request_return()


@pytest.mark.parametrize("outcome", ["home", "elsewhere", "died"])
def test_patient_who_is_no_longer_there_is_not_sent_back(outcome):
    story = a_story(Stage.HANDED_OVER)
    story.resolve(outcome)
    with refused("return_not_possible"):
        story.request_return()
    assert not is_followed(story.transfer())


def test_patient_on_a_ward_can_be_sent_back():
    story = a_story(Stage.HANDED_OVER)
    story.resolve("ward")
    story.request_return()
    assert story.transfer("R1").returns == "T1"


def test_return_is_asked_for_once():
    with refused("return_already_requested", number="CSI-T1"):
        a_return().request_return("R2")


@pytest.mark.parametrize("field", ["bedside", "contact_phone"])
def test_return_says_where_and_whom_to_call(field):
    story = a_story(Stage.HANDED_OVER)
    with refused("text_invalid", field=field):
        story.request_return(**{field: " "})


def test_cancelled_return_can_be_asked_for_again():
    story = a_return()
    story.cancel("R1")
    assert isinstance(story.lines[-1].event, ReturnDropped)
    assert story.transfer("T1").return_id is None
    story.request_return("R2")
    assert story.transfer("T1").return_id == "R2"


def test_arrived_return_ends_the_episode():
    story = a_return(Stage.HANDED_OVER)
    assert isinstance(story.lines[-1].event, EpisodeResolved)
    first = story.transfer("T1")
    assert (first.outcome, first.milestones.resolved_at) == ("returned", story.now_at)
    assert not is_followed(first)
    assert not is_followed(story.transfer("R1"))


def test_return_has_four_questions_of_its_own():
    story = a_return(Stage.ACCEPTED)
    agreement = story.transfer("R1").agreement
    assert agreement is not None
    assert agreement.checklist_version == OF_RETURNS.version
    assert len(agreement.answers) == len(OF_RETURNS.questions) == 4


def test_return_to_a_ward_holds_no_icu_bed():
    story = a_return(Stage.ACCEPTED)
    back = story.transfer("R1")
    assert back.bed_held_at is None
    assert all(beds.held == 0 for beds in story.board.beds.values())
    assert bed_occupied(back) == ()
    with refused("no_bed_needed"):
        story.keep_bed("R1")


def test_return_to_an_icu_holds_a_bed():
    story = a_return(Stage.ACCEPTED, needs_icu=True)
    back = story.transfer("R1")
    assert back.agreement is not None
    assert story.beds(back.agreement.hospital).held == 1


def test_closed_icu_does_not_matter_to_a_ward():
    story = a_return()
    story.close_beds(CALELLA)
    story.ask("R1")
    assert story.transfer("R1").asked_despite == ()


def test_return_has_no_window_and_no_priority_to_change():
    story = a_return(Stage.ACCEPTED)
    assert window_ends_at(story.transfer("R1")) is None
    with refused("return_keeps_priority", number="CSI-R1"):
        story.change_priority("R1")
    with refused("return_keeps_priority", number="CSI-R1"):
        story.change_condition("R1", Condition.SEPTIC_SHOCK, by=intensivist())


def test_patient_of_the_code_is_never_put_behind_like_a_return():
    with refused("only_returns_wait", field="priority"):
        a_story().change_priority("T1", Priority.RETURN)


@pytest.mark.parametrize("stage", [Stage.ASKED, Stage.ACCEPTED])
def test_doctors_of_both_hospitals_see_a_return(stage):
    of = parties(a_return(stage).transfer("R1"))
    for actor in (
        referring_doctor(CALELLA),
        intensivist(CALELLA),
        referring_doctor(MATARO),
        intensivist(MATARO),
    ):
        assert sight(actor, of) is Sight.CLINICAL
    for stranger in (referring_doctor(GERMANS_TRIAS), intensivist(GERMANS_TRIAS), crew(SVA_2)):
        assert sight(stranger, of) is Sight.NOTHING


def test_doctor_of_no_hospital_sees_no_return():
    nobody = replace(referring_doctor(), hospital=None)
    assert sight(nobody, parties(a_return(Stage.REQUESTED).transfer("R1"))) is Sight.NOTHING


def test_return_goes_by_road_with_a_doctor_or_a_nurse():
    back = a_return().transfer("R1")
    kinds = allowed_unit_types(back, working=(UnitType.SVA,), has_pads=True)
    assert kinds == (UnitType.SVA, UnitType.SVI)


def test_plan_of_the_code_has_no_return():
    story = a_return(Stage.ACCEPTED)
    story.request("T2", patient_reference="NHC 2")
    story.bring_to(Stage.ACCEPTED, "T2")
    code = plan_question(question(story))
    back = plan_question(question(story, of_returns=True))
    assert [row.id for row in code.transfers] == ["T2"]
    assert [row.id for row in back.transfers] == ["R1"]


def test_crew_on_a_return_is_free_for_the_code_until_it_loads():
    story = a_return(Stage.EN_ROUTE)
    story.request("T2", patient_reference="NHC 2")
    story.bring_to(Stage.ACCEPTED, "T2")
    units = {unit.id: unit for unit in plan_question(question(story)).units}
    assert units[SVI_1].assigned_to is None
    assert units[SVI_1].free_at == 0
    sent = {u.id: u for u in plan_question(question(story, of_returns=True)).units}
    assert sent[SVI_1].assigned_to == "R1"


def test_plan_of_the_code_is_the_same_with_or_without_a_return_waiting():
    story = a_return(Stage.ACCEPTED)
    story.request("T2", patient_reference="NHC 2", condition=Condition.SEPTIC_SHOCK)
    story.bring_to(Stage.ACCEPTED, "T2")
    with_return = plan_question(question(story))
    board = story.board
    others = {key: row for key, row in board.transfers.items() if row.returns is None}
    without = plan_question(question(story, board=replace(board, transfers=others)))
    assert with_return == without


@pytest.mark.parametrize("stage", sorted(BEFORE_LOADING))
def test_return_waits_while_a_patient_of_the_code_has_no_unit(stage):
    story = a_return(Stage.ACCEPTED)
    assert not must_wait(story.board)
    story.request("T2", patient_reference="NHC 2")
    story.bring_to(stage, "T2", unit_id=SVA_1)
    wanted = stage in {Stage.REQUESTED, Stage.ASKED, Stage.ACCEPTED}
    assert must_wait(story.board) == wanted


def test_waiting_return_says_so_once():
    story = a_return(Stage.ACCEPTED)
    (told,) = told_to_wait(story.board, now_at=story.now_at)
    assert told.proposal.why_unserved == (WAITS,)
    story.record((told,), by=crew())
    assert told_to_wait(story.board, now_at=story.now_at) == ()
    assert [row.transfer_id for row in waiting_returns(story.board)] == ["R1"]


def test_return_gets_only_units_that_are_left_over():
    story = a_return(Stage.ACCEPTED)
    story.report_status(SVA_1, Activity.STATION)
    story.request("T2", patient_reference="NHC 2", condition=Condition.SEPTIC_SHOCK)
    story.bring_to(Stage.ACCEPTED, "T2")
    asked = question(story)
    proposed = propose(plan_question(asked), LIMITS, frozenset())
    ((used, _),) = [each for each in proposed.solution.plan.routes if each[1]]
    left = returns_question(asked, proposed)
    assert used not in left.board.units
    assert SVI_1 in left.board.units
    assert used in returns_question(asked, None).board.units


def test_busy_units_are_not_left_over_but_a_crew_on_a_return_is():
    story = a_return(Stage.EN_ROUTE)
    story.report_status(SVA_1, Activity.OTHER_MISSION, busy_until_at=story.now_at)
    story.report_status(SVA_2, Activity.OUT_OF_SERVICE)
    left = returns_question(question(story), None).board.units
    assert SVI_1 in left
    assert not {SVA_1, SVA_2} & set(left)
    loaded = a_return(Stage.DEPARTED)
    assert SVI_1 not in returns_question(question(loaded), None).board.units


def test_crew_of_a_return_can_be_sent_to_a_shock():
    story = a_return(Stage.EN_ROUTE)
    story.request("T2", patient_reference="NHC 2")
    story.bring_to(Stage.ACCEPTED, "T2")
    story.assign("T2", SVI_1)
    assert story.transfer("R1").stage is Stage.ACCEPTED
    assert story.transfer("T2").unit_id == SVI_1


def test_a_plain_transfer_returns_nobody():
    assert a_transfer().returns is None


def test_any_doctor_of_the_hospital_answers_for_a_ward_and_holds_no_bed():
    story = a_return(Stage.ASKED)
    story.roster = ()
    story.answer("R1", by=referring_doctor())
    agreed = story.transfer("R1")
    assert (agreed.stage, agreed.bed_held_at) == (Stage.ACCEPTED, None)
    assert story.board.beds.get((HospitalCode(CALELLA), BedKind.ICU)) is None


def test_any_doctor_of_the_hospital_declines_for_a_ward():
    story = a_return(Stage.ASKED)
    story.roster = ()
    story.decline("R1", by=referring_doctor())
    assert story.transfer("R1").declined[-1].hospital == CALELLA


def test_icu_bed_of_a_return_is_agreed_only_by_who_is_on_duty():
    story = a_return(Stage.ASKED, needs_icu=True)
    asked = story.transfer("R1").asked
    assert asked is not None
    story.roster = ()
    with refused("not_on_duty"):
        story.answer("R1")
    with refused("not_on_duty"):
        story.decline("R1")
    story.roster = (on_duty(intensivist(asked), ends_at=at(30 * 24 * 60)),)
    story.answer("R1")
    assert story.beds(asked).held == 1


def test_ward_agreed_by_telephone_holds_no_bed():
    story = a_return(Stage.ASKED)
    story.phone("R1")
    assert story.transfer("R1").stage is Stage.ACCEPTED
    assert story.transfer("R1").bed_held_at is None
    assert (HospitalCode(CALELLA), BedKind.ICU) not in story.board.beds


def test_return_nobody_answers_wakes_nobody():
    story = a_return(Stage.ASKED)
    story.wait(24 * 60)
    assert escalates_at(story.transfer("R1")) is None
    assert escalate(story.transfer("R1"), (), now_at=story.now_at) == ()


def test_return_has_no_bundle_that_runs_out_of_time():
    story = a_return(Stage.ASKED)
    story.wait(24 * 60)
    assert late_steps(story.transfer("R1"), now_at=story.now_at) == ()
    first = replace(story.transfer("R1"), returns=None)
    assert late_steps(first, now_at=story.now_at) != ()


def test_return_is_not_sent_on_by_itself():
    story = a_return(Stage.ASKED)
    story.decline("R1", reason="no_bed")
    story.move_on("R1")
    assert story.transfer("R1").asked is None
