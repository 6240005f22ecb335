"""Decisions on the board: derived, settled with a reason, back when the facts change."""

from typing import get_args

import msgspec
import pytest
from msgspec.structs import replace

from dispatch.transfer.decision import Decision, DecisionKind, fingerprint
from dispatch.transfer.decisions import MAY_SETTLE, open_decisions
from dispatch.transfer.parts import Needs, Why
from dispatch.transfer.stage import BEFORE_LOADING, CLOSED, Stage
from dispatch.transfer.transfer import Transfer
from dispatch.transfer.views import view_transfer
from tests.builders import (
    GERMANS_TRIAS,
    MATARO,
    Story,
    a_story,
    analyst,
    at,
    coordinating_doctor,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)

COMPLEX = Needs(complex_source_control=True)
EXCEEDED: DecisionKind = "needs_exceed_hospital"


def told(transfer: Transfer) -> list[str]:
    return [each.kind for each in open_decisions(transfer)]


def exceeded(stage: Stage = Stage.ACCEPTED) -> Story:
    """Agreed with Mataró, a SEP-2a; then the focus turns out to need a SEP-2b."""
    story = a_story(stage)
    story.wait(3)
    story.change_condition(needs=COMPLEX)
    return story


@pytest.mark.parametrize("stage", sorted(BEFORE_LOADING - {Stage.REQUESTED, Stage.ASKED}))
def test_needs_that_exceed_the_hospital_call_for_a_decision(stage: Stage) -> None:
    story = exceeded(stage)
    (decision,) = open_decisions(story.transfer())
    assert decision.kind == EXCEEDED
    assert decision.since_at == story.now_at
    (why,) = decision.why
    assert (why.code, why.facts) == ("level_too_low", {"level": "SEP-2a", "needed": "SEP-2b"})


def test_first_clock_and_agreement_stay_and_hospitals_are_proposed_anew() -> None:
    before = a_story(Stage.ACCEPTED).transfer()
    after = exceeded().transfer()
    assert after.agreement == before.agreement
    assert after.milestones == before.milestones
    assert after.candidates[0].hospital == GERMANS_TRIAS
    assert MATARO not in {each.hospital for each in after.candidates}


def test_decision_goes_with_its_cause() -> None:
    story = exceeded()
    story.wait(2)
    story.change_condition(needs=Needs())
    assert told(story.transfer()) == []


def test_nothing_is_asked_where_the_hospital_has_what_is_needed() -> None:
    assert told(a_story(Stage.ACCEPTED).transfer()) == []
    assert told(a_story(Stage.REQUESTED, needs=COMPLEX).transfer()) == []


@pytest.mark.parametrize("stage", sorted(CLOSED))
def test_closed_transfer_asks_for_nothing(stage: Stage) -> None:
    assert told(replace(exceeded().transfer(), stage=stage)) == []


def test_settled_decision_is_gone_and_says_who_and_why() -> None:
    story = exceeded()
    (decision,) = open_decisions(story.transfer())
    story.wait(1)
    story.settle(EXCEEDED, decision.about, reason=" Surgeon on call goes there. ")
    transfer = story.transfer()
    assert told(transfer) == []
    (settled,) = transfer.settled
    assert settled.reason == "Surgeon on call goes there."
    assert settled.settled_by == dispatcher().name
    assert settled.settled_at == story.now_at


def test_settled_decision_comes_back_when_the_facts_change() -> None:
    story = exceeded()
    first = open_decisions(story.transfer())[0]
    story.settle(EXCEEDED, first.about)
    story.wait(2)
    story.change_condition(needs=Needs())
    story.wait(2)
    story.change_condition(needs=COMPLEX)
    assert told(story.transfer()) == [], "the same facts, settled already"
    changed = replace(
        story.transfer(), settled=(replace(story.transfer().settled[0], about="x"),)
    )
    assert told(changed) == [EXCEEDED]


def test_decision_that_is_not_open_is_not_settled() -> None:
    story = exceeded()
    with refused("decision_not_open", field="about"):
        story.settle(EXCEEDED, "something else")
    about = open_decisions(story.transfer())[0].about
    story.settle(EXCEEDED, about)
    with refused("decision_not_open", field="about"):
        story.settle(EXCEEDED, about)


def test_roles_that_may_not_settle_are_refused() -> None:
    story = exceeded()
    about = open_decisions(story.transfer())[0].about
    with refused("decision_of_others", allowed="coordinating_doctor, dispatcher"):
        story.settle(EXCEEDED, about, by=intensivist())
    story.settle(EXCEEDED, about, by=coordinating_doctor())


def test_reason_is_needed() -> None:
    story = exceeded()
    about = open_decisions(story.transfer())[0].about
    with refused("text_invalid", field="reason"):
        story.settle(EXCEEDED, about, reason="  ")


def test_every_kind_says_who_may_settle_it() -> None:
    assert set(MAY_SETTLE) == set(get_args(DecisionKind))
    by_no_words = {kind for kind, may in MAY_SETTLE.items() if not may}
    assert by_no_words == {"patient_missing", "papers_stand_still"}


def test_fingerprint_is_of_the_facts_whatever_their_order() -> None:
    one, other = Why("a", {"x": 1, "y": None}), Why("a", {"y": None, "x": 1})
    assert (
        fingerprint((one,), MATARO) == fingerprint((other,), MATARO) == "mataro; a x=1 y=None"
    )
    assert fingerprint((one,)) != fingerprint((Why("a", {"x": 2, "y": None}),))


def test_everybody_who_sees_the_transfer_sees_what_is_asked() -> None:
    transfer = exceeded().transfer()
    for actor in (dispatcher(), analyst(), referring_doctor(), intensivist()):
        view = view_transfer(transfer, actor, in_full=False)
        assert view is not None
        assert view.decisions == open_decisions(transfer)


def test_clinical_reasons_are_only_for_eyes_that_see_the_picture(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = Decision(EXCEEDED, "x", at(0), (), clinical_why=(Why("lactate", {"value": 6}),))
    monkeypatch.setattr("dispatch.transfer.views.open_decisions", lambda _: (asked,))
    for actor, sees in ((dispatcher(), False), (coordinating_doctor(), True)):
        view = view_transfer(exceeded().transfer(), actor, in_full=False)
        assert view is not None
        assert bool(view.decisions[0].clinical_why) is sees


def test_old_lines_of_the_log_know_no_settled_decisions() -> None:
    old = msgspec.to_builtins(a_story(Stage.ACCEPTED).transfer())
    del old["settled"]
    assert msgspec.convert(old, Transfer).settled == ()
