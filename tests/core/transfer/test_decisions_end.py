"""Every kind of decision, and all that ends it beside a word: one table."""

from collections.abc import Callable
from typing import get_args

import pytest
from msgspec.structs import replace

from dispatch.capacity.beds import NEWS_EXPIRE_MIN
from dispatch.transfer.decide_papers import end_papers, expect_papers
from dispatch.transfer.decision import DecisionKind
from dispatch.transfer.decisions import RULES, open_decisions
from dispatch.transfer.events import QuestionWithdrawn, Step
from dispatch.transfer.grounds import changed_grounds
from dispatch.transfer.parts import Twin
from dispatch.transfer.receipt import AskedBecause
from dispatch.transfer.stage import Stage
from dispatch.transfer.way_events import TwinClosed
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    SANT_PAU,
    Story,
    a_story,
    coordinating_doctor,
    dispatcher,
    intensivist,
)

Act = Callable[[Story], object]


def kinds(story: Story) -> set[str]:
    return {each.kind for each in open_decisions(story.transfer())}


def then(*acts: Act) -> Act:
    def all_of_them(story: Story) -> None:
        for act in acts:
            story.wait(1)
            act(story)

    return all_of_them


def ask(hospital: str) -> Act:
    return lambda story: story.ask(hospital=hospital, reason="next")


def step(name: Step) -> Act:
    return lambda story: story.step(name)


def divert(hospital: str) -> Act:
    return lambda story: story.divert(hospital=hospital)


def grounds(story: Story) -> None:
    events = changed_grounds(story.transfer(), story.board, now_at=story.now_at)
    story.record(events, by=coordinating_doctor())


def more_papers(story: Story) -> None:
    story.record(expect_papers(story.transfer(), actor=dispatcher()), by=dispatcher())


def next_paper(story: Story) -> None:
    asked = QuestionWithdrawn(story.transfer().transfer_id, MATARO, ())
    story.record((asked,), by=dispatcher(), from_paper=True)


def that_was_all(story: Story) -> None:
    story.record(end_papers(story.transfer()), by=dispatcher())


def after_a_day(story: Story) -> None:
    story.wait(24 * 60)
    grounds(story)


def later(minutes: int) -> Act:
    def waited(story: Story) -> None:
        story.wait(minutes)
        grounds(story)

    return waited


def overbooked(story: Story) -> None:
    story.report_beds(total=4, used=4)
    grounds(story)


def phoned(stage: Stage) -> Act:
    def agreed_by_telephone(story: Story) -> None:
        story.phone(by=coordinating_doctor())
        story.go_on_to(stage)

    return agreed_by_telephone


ANOTHER = then(ask(GERMANS_TRIAS), Story.answer)
TAKEN_BACK: Act = lambda story: story.withdraw()  # noqa: E731 -- rows of a table
CONFIRMED: Act = lambda story: story.confirm(by=intensivist())  # noqa: E731
DISPUTED: Act = lambda story: story.dispute(by=intensivist())  # noqa: E731
KEPT: Act = lambda story: story.keep_bed(by=intensivist())  # noqa: E731
WORSE: Act = lambda story: story.tell_course("worse")  # noqa: E731
BETTER: Act = lambda story: story.tell_course("better", note="MAP 70")  # noqa: E731

ENDS: dict[DecisionKind, tuple[Stage, Act, dict[str, Act]]] = {
    "patient_missing": (
        Stage.DEPARTED,
        Story.miss,
        {"found": Story.find, "arrived": step("arrived"), "given up": Story.lose},
    ),
    "receiver_withdrew": (
        Stage.EN_ROUTE,
        TAKEN_BACK,
        {"another agrees": ANOTHER, "the same agrees": then(ask(MATARO), Story.answer)},
    ),
    "receiver_closed": (
        Stage.EN_ROUTE,
        Story.close_beds,
        {
            "bed kept": KEPT,
            "another agrees": ANOTHER,
            "yes taken back": TAKEN_BACK,
            "closure over": after_a_day,
        },
    ),
    "receiver_unreachable": (
        Stage.DEPARTED,
        Story.nobody_answers,
        {
            "bed kept": KEPT,
            "another agrees": ANOTHER,
            "yes taken back": TAKEN_BACK,
            "driven elsewhere": divert(SANT_PAU),
        },
    ),
    "receiver_overbooked": (
        Stage.EN_ROUTE,
        overbooked,
        {
            "beds reported": then(lambda story: story.report_beds(total=9, used=4), grounds),
            "another agrees": then(ANOTHER, grounds),
            "yes taken back": then(TAKEN_BACK, grounds),
        },
    ),
    "unit_silent": (
        Stage.ASSIGNED,
        later(5),
        {
            "acknowledged": step("notified"),
            "on its way": step("en_route"),
            "another unit": lambda story: story.assign(unit_id="SVA-02", reason="near"),
            "unit taken off": Story.release,
            "unit failed": Story.fail,
        },
    ),
    "unit_overdue": (
        Stage.EN_ROUTE,
        later(24 * 60),
        {
            "there": step("at_patient"),
            "another unit": lambda story: story.assign(unit_id="SVA-02", reason="near"),
            "unit taken off": Story.release,
            "unit failed": Story.fail,
        },
    ),
    "papers_stand_still": (
        Stage.ASKED,
        then(more_papers, later(11)),
        {
            "next paper": next_paper,
            "more to come": more_papers,
            "that was all": that_was_all,
            "waited long enough": later(21),
            "closed by the last paper": Story.cancel,
        },
    ),
    "bed_given_away": (
        Stage.EN_ROUTE,
        then(Story.cancel, Story.report_beds_full, Story.reopen),
        {"bed kept": KEPT, "another agrees": ANOTHER, "yes taken back": TAKEN_BACK},
    ),
    "agreement_disputed": (
        Stage.ASKED,
        then(phoned(Stage.DEPARTED), DISPUTED),
        {"confirmed": CONFIRMED, "taken back": TAKEN_BACK, "another agrees": ANOTHER},
    ),
    "agreement_unconfirmed": (
        Stage.ASKED,
        phoned(Stage.DEPARTED),
        {"confirmed": CONFIRMED, "taken back": TAKEN_BACK, "disputed": DISPUTED},
    ),
    "patient_worse": (Stage.DEPARTED, WORSE, {"better": BETTER}),
    "crew_diverts": (
        Stage.DEPARTED,
        divert(SANT_PAU),
        {
            "it agrees": then(ask(SANT_PAU), Story.answer),
            "as agreed after all": divert(MATARO),
        },
    ),
    "request_withdrawn": (Stage.DEPARTED, Story.want_back, {"turned round": divert(CALELLA)}),
}
"""Those whose ground is an act of somebody: the stage, the act, and what ends it."""

BY_WHAT_IS_KNOWN: dict[DecisionKind, str] = {
    "graver_known": "test_one_truth.py",
    "shock_suspected": "test_suspected_shock.py",
    "in_danger": "test_in_danger.py",
    "unit_below_needs": "test_crew.py",
    "needs_exceed_hospital": "test_needs_that_change.py",
    "question_withdrawn": "test_needs_that_change.py",
    "no_hospital_has_all": "test_no_hospital_has_all.py",
    "limits_recorded": "test_presupposed.py",
    "no_infection": "test_presupposed.py",
    "identity_mismatch": "test_decide_whose.py",
    "duplicate_patient": "test_watch_grounds.py",
    "handed_over_unagreed": "test_handed_over_unagreed.py",
    "receipt_denied": "test_part_back.py",
}
"""Those that follow from what is known, and where that is shown."""

ROWS = [
    pytest.param(stage, ground, end, kind, id=f"{kind}: {name}")
    for kind, (stage, ground, ends) in ENDS.items()
    for name, end in ends.items()
]


@pytest.mark.parametrize(("stage", "ground", "end", "kind"), ROWS)
def test_decision_falls_when_its_ground_falls(stage, ground, end, kind):
    story = a_story(stage)
    story.wait(1)
    ground(story)
    assert kind in kinds(story)
    story.wait(1)
    end(story)
    assert kind not in kinds(story)


def test_every_kind_is_in_the_table():
    assert {*ENDS, *BY_WHAT_IS_KNOWN} == set(get_args(DecisionKind))
    after_the_end = get_args(AskedBecause)
    assert len(RULES) + len(after_the_end) == len(get_args(DecisionKind))


def test_silence_ends_when_the_doctor_confirms():
    story = a_story(Stage.ASKED)
    phoned(Stage.ASSIGNED)(story)
    story.nobody_answers()
    story.confirm(by=intensivist())
    assert kinds(story) == set()


def test_closure_of_a_hospital_that_is_asked_no_more_asks_nobody():
    story = a_story(Stage.ASKED)
    story.close_beds()
    story.decline(reason="no_bed")
    assert "receiver_closed" not in kinds(story)
    grounds(story)
    assert story.transfer().receiver_closed is None


def test_grounds_of_a_transfer():
    story = a_story(Stage.ACCEPTED)
    twins = (Twin("CSI-T1", "same"), Twin("CSI-0", "likely"))
    row = replace(story.transfer(), twins=twins)
    told = changed_grounds(row, story.board, now_at=story.now_at)
    assert told == (TwinClosed(row.transfer_id, "CSI-0"),)
    closed = a_story(Stage.CANCELLED)
    assert changed_grounds(closed.transfer(), closed.board, now_at=closed.now_at) == ()


def test_bed_too_few_is_told_once():
    story = a_story(Stage.EN_ROUTE)
    overbooked(story)
    told = len(story.lines)
    grounds(story)
    assert len(story.lines) == told


def test_old_news_neither_makes_a_bed_nor_takes_one():
    story = a_story(Stage.EN_ROUTE)
    overbooked(story)
    story.wait(NEWS_EXPIRE_MIN + 1)
    grounds(story)
    assert "receiver_overbooked" in kinds(story)
