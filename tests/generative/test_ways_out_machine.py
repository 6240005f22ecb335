"""Any order of all the ways out, from any stage: one side answers, one clock, no dead end.

The judge reads the log alone. After every order the transfer is brought to an end by the plain
commands of people, which shows that there is always a way on.
"""

from typing import get_args

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace

from dispatch.fleet.unit import Activity
from dispatch.identity.actor import Actor
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import PersonId, UnitId
from dispatch.transfer.custody import responsible, responsible_unit
from dispatch.transfer.decide_failure_back import view_failed
from dispatch.transfer.decide_missing import close_as_lost, report_found
from dispatch.transfer.decide_offer import next_hospital
from dispatch.transfer.decisions import Settling, open_decisions, settle_decision
from dispatch.transfer.events import (
    TransferAccepted,
)
from dispatch.transfer.parts import Part
from dispatch.transfer.plan_instance import Question, plan_question
from dispatch.transfer.stage import CLOSED, LOADED_STAGES, WITH_UNIT, WITHOUT_UNIT, Stage
from dispatch.transfer.transfer import (
    Transfer,
    has_left,
    is_on_board,
    is_open,
    roadside,
    seeks_hospital,
    waiting_unit,
)
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    JOURNEY,
    MATARO,
    SANT_PAU,
    SVA_1,
    SVA_2,
    SVI_1,
    Story,
    a_network,
    a_position,
    a_story,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    travel_now,
)
from tests.generative.by_the_log import another_by_the_log, missing_by_the_log, side_by_the_log

PLAN = tuple(Stage)[:9]
HERE = (41.58, 2.55)
HOSPITALS = st.sampled_from((MATARO, GERMANS_TRIAS, SANT_PAU, CALELLA))
PEOPLE = st.sampled_from(
    (
        dispatcher(),
        coordinating_doctor(),
        crew(SVA_1),
        crew(SVA_2),
        intensivist(MATARO),
        intensivist(GERMANS_TRIAS),
        referring_doctor(),
    )
)
STARTS = {stage: a_story(stage) for stage in PLAN}
LONGEST_WAY_OUT = 24


def as_told(row: Transfer) -> Transfer:
    return replace(row, version=0, proposal=None)


class WaysOut(RuleBasedStateMachine):
    """One transfer, and everything that can turn out otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.story = Story()

    @initialize(stage=st.sampled_from(PLAN))
    def starts_anywhere(self, stage: Stage) -> None:
        start = STARTS[stage]
        self.story = Story(start.board)
        self.story.lines, self.story.now_at = start.lines, start.now_at

    def tries(self, verb: str, **given: object) -> None:
        """A command that may be refused, and then moves nothing."""
        self.story.wait(1)
        before = self.story.board
        try:
            getattr(self.story, verb)(**given)
        except Refused:
            assert self.story.board is before

    @rule(is_match=st.booleans(), by=st.sampled_from((crew(SVA_1), crew(SVA_2))))
    def compares(self, is_match: bool, by: Actor) -> None:
        self.tries("check_identity", is_match=is_match, by=by)

    @invariant()
    def patient_found_to_be_another_is_loud(self) -> None:
        """By the log alone: until a check matches, or the coordinating doctor settles it."""
        if not self.story.lines or not is_open(self.story.transfer()):
            return
        kinds = {each.kind for each in open_decisions(self.story.transfer())}
        assert ("identity_mismatch" in kinds) == another_by_the_log(self.story.lines)

    @rule(hospital=HOSPITALS, by=PEOPLE)
    def asked(self, hospital: str, by: object) -> None:
        self.tries("ask", hospital=hospital, by=by, reason="because")

    @rule(verb=st.sampled_from(("answer", "decline", "phone", "move_on", "climb")))
    def answered(self, verb: str) -> None:
        self.tries(verb)

    @rule(by=PEOPLE, verb=st.sampled_from(("dispute", "confirm", "keep_bed", "take_back")))
    def spoken_about(self, verb: str, by: object) -> None:
        self.tries(verb, by=by)

    @rule(by=PEOPLE)
    def withdrawn(self, by: object) -> None:
        self.tries("withdraw", by=by, told_by="Dra. Puig")

    @rule()
    def withdrawn_by_its_own(self) -> None:
        self.tries("withdraw")

    @rule(unit_id=st.sampled_from((SVA_1, SVA_2, SVI_1)))
    def sent(self, unit_id: str) -> None:
        self.tries("assign", unit_id=unit_id)

    @rule(verb=st.sampled_from(("release", "expire_hold", "want_back", "nobody_answers")))
    def changed(self, verb: str) -> None:
        self.tries(verb)

    @rule(by=PEOPLE)
    def failed(self, by: object) -> None:
        self.tries("fail", by=by, position=HERE)

    @rule(by=PEOPLE)
    def runs_again(self, by: object) -> None:
        self.tries("run_again", by=by)

    @rule(by=PEOPLE)
    def failed_and_runs_again_at_once(self, by: object) -> None:
        """As if nothing had been said, by who may lower: but the proposal is made anew."""
        if not self.story.lines or not is_open(self.story.transfer()):
            return
        before, units = self.story.transfer(), dict(self.story.board.units)
        self.tries("fail", by=by, position=HERE)
        failed = self.story.transfer().failed
        if failed is None or failed == before.failed:
            return
        self.story.run_again(by=coordinating_doctor())
        is_second = before.failed is not None and before.failed.unit_id == failed.unit_id
        earlier = None if is_second else before.failed
        assert as_told(self.story.transfer()) == replace(as_told(before), failed=earlier)
        for key, unit in units.items():
            now = self.story.board.units[key]
            # A first failure, at the door, is over too: the unit that stood there runs.
            was = Activity.HOSPITAL if is_second else unit.activity
            expected = was if key == failed.unit_id else unit.activity
            assert (now.activity, now.transfer_id) == (expected, unit.transfer_id)

    @rule(unit_id=st.sampled_from((SVA_1, SVA_2)))
    def another_assigned_and_let_go_again(self, unit_id: UnitId) -> None:
        """What failed can run again as before: a unit that never came closes no way."""
        if not self.story.lines or self.story.transfer().unit_id is not None:
            return
        before = view_failed(self.story.transfer())
        self.tries("assign", unit_id=unit_id)
        if before is None or self.story.transfer().unit_id in {None, before.unit_id}:
            return
        self.story.release()
        assert view_failed(self.story.transfer()) == before

    @rule(step=st.sampled_from(JOURNEY), by=PEOPLE)
    def moved(self, step: str, by: object) -> None:
        self.tries("step", step=step, by=by)

    @rule(hospital=HOSPITALS, by=PEOPLE)
    def diverted(self, hospital: str, by: object) -> None:
        self.tries("divert", hospital=hospital, by=by)

    @rule(course=st.sampled_from(("worse", "better")), by=PEOPLE)
    def told(self, course: str, by: object) -> None:
        self.tries("tell_course", course=course, by=by)

    @rule(hospital=HOSPITALS)
    def closed(self, hospital: str) -> None:
        self.tries("close_beds", hospital=hospital)

    @rule(by=PEOPLE, part=st.sampled_from(get_args(Part)))
    def taken_over(self, by: object, part: str) -> None:
        self.tries("confirm_part", part=part, by=by)

    @rule(by=PEOPLE, part=st.sampled_from(("sender_released", "receiver_took_over")))
    def part_taken_back(self, by: object, part: str) -> None:
        self.tries("take_part_back", part=part, by=by)

    @rule(by=PEOPLE, verb=st.sampled_from(("miss", "find", "lose")))
    def missed(self, by: object, verb: str) -> None:
        self.tries(verb, by=by)

    @rule(by=PEOPLE, verb=st.sampled_from(("die", "hand_over", "cancel")))
    def ended(self, by: object, verb: str) -> None:
        self.tries(verb, by=by)

    @rule(by=PEOPLE)
    def closed_by_mistake(self, by: object) -> None:
        self.tries("reopen", by=by)

    @rule(by=PEOPLE, closes=st.sampled_from(("die", "hand_over", "cancel", "lose")))
    def closed_and_open_again_at_once(self, by: object, closes: str) -> None:
        """As if nothing had been said, by who may lower: but the proposal is made anew."""
        if not self.story.lines or not is_open(self.story.transfer()):
            return
        before, units = self.story.transfer(), dict(self.story.board.units)
        beds = {key: replace(row, version=0) for key, row in self.story.board.beds.items()}
        self.tries(closes, by=by)
        if is_open(self.story.transfer()):
            return
        self.story.reopen()
        after = self.story.transfer()
        assert as_told(after) == as_told(before)
        for key, unit in units.items():
            now = self.story.board.units[key]
            assert (now.activity, now.transfer_id) == (unit.activity, unit.transfer_id)
        again = {key: replace(row, version=0) for key, row in self.story.board.beds.items()}
        assert again == beds

    @invariant()
    def exactly_one_side_answers(self) -> None:
        if not self.story.lines:
            return
        row = self.story.transfer()
        assert responsible(row) == side_by_the_log(self.story.lines)
        if is_open(row):
            is_with_crew = responsible(row) == "crew"
            assert (responsible_unit(row) is not None) == is_with_crew
            assert is_with_crew or (roadside(row) is None and row.stage not in LOADED_STAGES)

    @invariant()
    def missing_patient_is_loud(self) -> None:
        """By the log alone: gone, and missing until a step or somebody says where."""
        if not self.story.lines or not is_open(self.story.transfer()):
            return
        row = self.story.transfer()
        asked = {each.kind for each in open_decisions(row)}
        is_missing = missing_by_the_log(self.story.lines)
        assert (row.missing is not None) == ("patient_missing" in asked)
        assert (row.missing is not None) == (is_missing and has_left(row))

    @invariant()
    def there_is_a_plan(self) -> None:
        """Whatever happened, and wherever units are seen, the others are planned."""
        if not self.story.lines:
            return
        board, now_at = self.story.board, self.story.now_at
        seen = {unit: a_position(unit_id=unit, seen_at=now_at) for unit in board.units}
        question = Question(board, a_network(), travel_now(), seen, now_at)
        for each in (question, replace(question, of_returns=True)):
            plan_question(each)

    @invariant()
    def there_is_one_clock(self) -> None:
        """From the request, and from the first agreement, whatever follows."""
        if not self.story.lines:
            return
        row, lines = self.story.transfer(), self.story.lines
        first = [line.occurred_at for line in lines if isinstance(line.event, TransferAccepted)]
        assert row.milestones.requested_at == lines[0].occurred_at
        assert row.milestones.agreed_at == (first[0] if first else None)

    @invariant()
    def nobody_goes_where_nobody_agreed(self) -> None:
        if not self.story.lines:
            return
        row = self.story.transfer()
        if row.stage in {Stage.ACCEPTED, *LOADED_STAGES}:
            assert row.agreement is not None
        held = sum(beds.held for beds in self.story.board.beds.values())
        assert held == (row.bed_held_at is not None)
        if not is_open(row):
            assert (held, row.asked, waiting_unit(row)) == (0, None, None)
            kinds = {each.kind for each in open_decisions(row)}
            assert kinds <= {"handed_over_unagreed", "receipt_denied"}
            assert bool(kinds) == is_on_board(row)
            is_sure = row.milestones.receiver_confirmed_at is not None
            assert not (kinds and is_sure)

    @invariant()
    def every_question_to_people_has_an_answer(self) -> None:
        """Settling leaves nothing asked; a missing patient is found, or given up."""
        if not self.story.lines:
            return
        row = self.story.transfer()
        for asked in open_decisions(row):
            if asked.kind == "patient_missing":
                assert report_found(row, place="C-32", found_by="police")
                assert close_as_lost(row, None, reason="searched")
                continue
            settling = Settling(asked.kind, asked.about, "told by telephone")
            second = replace(coordinating_doctor(), person_id=PersonId("another"))
            assert settle_decision(row, settling, actor=second)

    def teardown(self) -> None:
        """No dead end: from here plain commands bring the transfer to an end."""
        if not self.story.lines:
            return
        for _ in range(LONGEST_WAY_OUT):
            if self.story.transfer().stage in CLOSED:
                return
            self.story.wait(1)
            self._settles_who_it_is()
            self._goes_on()
        raise AssertionError(self.story.transfer().stage)

    def _settles_who_it_is(self) -> None:
        for asked in open_decisions(self.story.transfer()):
            if asked.kind == "identity_mismatch":
                self.story.settle(asked.kind, asked.about, by=coordinating_doctor())

    def _goes_on(self) -> None:
        """The one command that comes next, all going well again; it is never refused."""
        story, row = self.story, self.story.transfer()
        if row.asked is not None:
            story.answer()
        elif row.stage in LOADED_STAGES:
            self._drives_on()
        elif seeks_hospital(row) and roadside(row) is None:
            self._finds_a_hospital()
        elif row.stage is Stage.ACCEPTED:
            busy = {unit for unit in (waiting_unit(row),) if unit}
            free = next(unit for unit in (SVA_2, SVA_1) if unit not in busy)
            if story.unit(free).transfer_id is None:
                story.report_status(free, story.unit("SVB-01").activity)
            story.assign(unit_id=free, despite="while it is cleared up")
        elif row.stage in WITH_UNIT:
            story.step("at_patient" if row.stage is Stage.EN_ROUTE else "en_route")
        else:
            story.step("departed")

    def _drives_on(self) -> None:
        story, row = self.story, self.story.transfer()
        if row.stage is Stage.DEPARTED:
            story.step("arrived")
        else:
            story.hand_over()

    def _finds_a_hospital(self) -> None:
        story, row = self.story, self.story.transfer()
        assert row.stage in {*WITHOUT_UNIT, *WITH_UNIT, Stage.AT_PATIENT}
        no = {each.hospital for each in row.declined}
        left = [each.hospital for each in row.candidates if each.hospital not in no]
        if not left:
            story.cancel()
            return
        assert next_hospital(row, beds={}, now_at=story.now_at) in {None, *left}
        story.ask(hospital=left[0], reason="next")


WaysOut.TestCase.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
TestWaysOut = WaysOut.TestCase
