"""Needs that change: no hospital answers yes to more than it has, through any door."""

from collections.abc import Callable

import pytest

from dispatch.capacity.beds import BedKind
from dispatch.capacity.events import BedHeld
from dispatch.kernel.ids import HospitalCode
from dispatch.network.levels import Care
from dispatch.transfer.decide_offer import CounterOffer
from dispatch.transfer.decide_priority import ConditionReport, change_condition
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.events import QuestionWithdrawn
from dispatch.transfer.evolve import evolve_all
from dispatch.transfer.parts import Needs
from dispatch.transfer.propose_hospitals import propose_hospitals
from dispatch.transfer.said_picture import SaidNeeds
from dispatch.transfer.stage import Stage
from tests.builders import (
    GERMANS_TRIAS,
    MATARO,
    SANT_PAU,
    VALL_HEBRON,
    Story,
    a_network,
    a_story,
    at,
    referring_doctor,
    refused,
    travel_times,
)

GRANOLLERS = HospitalCode("granollers")
ECMO = Needs(ecmo=True)
COMPLEX = Needs(complex_source_control=True)


def child_asked() -> Story:
    """A child is asked for at Sant Pau, a paediatric SEP-2a."""
    story = a_story(care=Care.PAEDIATRIC)
    story.ask(hospital=SANT_PAU)
    story.wait(4)
    return story


def test_question_is_withdrawn_from_a_hospital_that_lacks_what_is_added() -> None:
    story = child_asked()
    story.change_condition(needs=ECMO)
    transfer = story.transfer()
    assert (transfer.stage, transfer.asked) == (Stage.REQUESTED, None)
    (withdrawn,) = transfer.withdrawn
    assert (withdrawn.hospital, withdrawn.withdrawn_at) == (SANT_PAU, story.now_at)
    assert [(why.code, why.facts.get("needed")) for why in withdrawn.why] == [
        ("level_too_low", "SEP-2b"),
        ("lacks_ecmo", None),
    ]
    assert [each.hospital for each in transfer.candidates] == [VALL_HEBRON]
    with refused("not_asked"):
        story.answer()


def test_withdrawn_question_calls_for_a_decision_until_another_is_asked() -> None:
    story = child_asked()
    story.change_condition(needs=ECMO)
    (decision,) = open_decisions(story.transfer())
    assert decision.kind == "question_withdrawn"
    assert decision.why == story.transfer().withdrawn[0].why
    story.wait(1)
    story.ask(hospital=VALL_HEBRON)
    assert open_decisions(story.transfer()) == ()
    story.answer()
    story.wait(2)
    assert open_decisions(story.transfer()) == ()


def test_withdrawn_question_is_over_once_another_hospital_has_answered() -> None:
    story = child_asked()
    story.change_condition(needs=ECMO)
    story.wait(1)
    story.ask(hospital=VALL_HEBRON)
    story.wait(1)
    story.decline(reason="no_bed")
    assert open_decisions(story.transfer()) == ()


def test_events_of_beds_are_not_of_the_transfer() -> None:
    transfer = a_story(Stage.REQUESTED).transfer()
    held = BedHeld(MATARO, BedKind.ICU, transfer.transfer_id)
    assert evolve_all(transfer, (held,), occurred_at=at(1)) == transfer


def test_question_stays_where_the_hospital_has_what_is_added() -> None:
    story = a_story(Stage.ASKED)
    story.change_condition(needs=Needs(ventilation=True))
    assert (story.transfer().stage, story.transfer().asked) == (Stage.ASKED, MATARO)
    assert not any(isinstance(line.event, QuestionWithdrawn) for line in story.lines)


def test_question_to_another_hospital_is_withdrawn_while_the_first_agreement_stands() -> None:
    story = a_story(Stage.ACCEPTED)
    agreed = story.transfer().agreement
    story.ask(hospital=GRANOLLERS, reason="nearer to the family")
    story.change_condition(needs=COMPLEX)
    transfer = story.transfer()
    assert (transfer.stage, transfer.asked, transfer.agreement) == (
        Stage.ACCEPTED,
        None,
        agreed,
    )
    assert [each.hospital for each in transfer.withdrawn] == [GRANOLLERS]
    assert [each.kind for each in open_decisions(transfer)] == ["needs_exceed_hospital"]


def test_another_hospital_agrees_without_cancelling_and_the_first_clock_stays() -> None:
    story = a_story(Stage.ACCEPTED)
    first_at = story.transfer().milestones.agreed_at
    story.wait(30)
    story.change_condition(needs=COMPLEX)
    story.ask(reason="Mataró lacks what is needed")
    story.wait(5)
    story.answer()
    transfer = story.transfer()
    assert transfer.agreement is not None
    assert transfer.agreement.hospital == GERMANS_TRIAS
    assert transfer.milestones.agreed_at == first_at
    assert open_decisions(transfer) == ()
    held = {key[0]: beds.held for key, beds in story.board.beds.items()}
    assert (held[MATARO], held[GERMANS_TRIAS]) == (0, 1)


def unwithdrawn() -> Story:
    """Still asked although the ranking says that it lacks what is needed: the last line."""
    story, actor = a_story(Stage.ASKED), referring_doctor()
    transfer = story.transfer()
    changed = change_condition(
        transfer,
        ConditionReport(needs=SaidNeeds(complex_source_control=True)),
        actor=actor,
        now_at=story.now_at,
    )
    proposed = propose_hospitals(
        evolve_all(transfer, changed, occurred_at=story.now_at),
        network=a_network(),
        travel=travel_times(),
        beds={},
        now_at=story.now_at,
    )
    story.record((*changed, proposed), by=actor)
    return story


DOORS: dict[str, Callable[[Story], None]] = {
    "checklist": lambda story: story.answer(),
    "telephone": lambda story: story.phone(),
    "counter-offer": lambda story: story.counter(offer=CounterOffer("after_resuscitation")),
}


@pytest.mark.parametrize("door", DOORS)
def test_no_yes_counts_of_a_hospital_that_lacks_what_is_needed(door: str) -> None:
    story = unwithdrawn()
    with refused("needs_exceed_hospital", hospital=MATARO, lacking="level_too_low"):
        DOORS[door](story)
    story.decline(reason="no_bed")
    assert story.transfer().stage is Stage.REQUESTED
