"""What people are asked before the departure stays asked while the patient is on the road."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.priority import Condition
from dispatch.identity.actor import Actor
from dispatch.kernel.ids import PersonId
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.parts import Needs
from dispatch.transfer.stage import Stage
from tests.builders import (
    SANT_PAU,
    SVA_1,
    SVI_1,
    Story,
    a_story,
    coordinating_doctor,
    dispatcher,
    intensivist,
    refused,
)

ON_THE_ROAD = (Stage.DEPARTED, Stage.ARRIVED)
TO_THE_BEDSIDE = (Stage.NOTIFIED, Stage.EN_ROUTE, Stage.AT_PATIENT)


def kinds(story: Story) -> list[str]:
    return [each.kind for each in open_decisions(story.transfer())]


def phoned(author: Actor | None = None) -> Story:
    """Agreed by telephone, not confirmed, and the crew with the patient."""
    story = a_story(Stage.ASKED)
    story.phone(by=author or coordinating_doctor())
    for stage in (Stage.ASSIGNED, *TO_THE_BEDSIDE):
        story.go_to(stage, "T1", SVA_1)
    return story


def test_agreement_denied_stays_asked_until_its_doctor_confirms_it():
    story = phoned()
    story.dispute(by=intensivist())
    for stage in ON_THE_ROAD:
        story.go_to(stage, "T1", SVA_1)
        assert kinds(story) == ["agreement_disputed"]
    story.confirm(by=intensivist())
    assert kinds(story) == []


def test_agreement_denied_on_the_road_is_settled_by_a_person():
    story = phoned()
    story.go_to(Stage.DEPARTED, "T1", SVA_1)
    story.dispute(by=intensivist())
    (asked,) = open_decisions(story.transfer())
    story.settle("agreement_disputed", asked.about, by=dispatcher())
    assert kinds(story) == []


def test_agreement_unconfirmed_stays_asked_until_the_handover():
    story = phoned()
    for stage in ON_THE_ROAD:
        story.go_to(stage, "T1", SVA_1)
        assert kinds(story) == ["agreement_unconfirmed"]
    story.hand_over()
    assert kinds(story) == []


def test_crew_below_what_is_needed_stays_asked_with_the_patient_on_board():
    story = a_story(Stage.ACCEPTED)
    story.assign(unit_id=SVI_1, reason="nearest")
    story.change_condition(condition=Condition.SEPSIS, needs=Needs(ventilation=True))
    for stage in (*TO_THE_BEDSIDE, *ON_THE_ROAD):
        story.go_to(stage, "T1", SVI_1)
        assert kinds(story) == ["unit_below_needs"]


def test_worse_stays_asked_wherever_the_crew_drives():
    story = a_story(Stage.DEPARTED)
    story.tell_course("worse", note="MAP 45")
    story.divert(hospital=SANT_PAU)
    story.step("arrived")
    assert "patient_worse" in kinds(story)
    story.hand_over()
    assert kinds(story) == ["handed_over_unagreed"]


@pytest.mark.parametrize("kind", ["agreement_disputed", "agreement_unconfirmed"])
@pytest.mark.parametrize("author", [dispatcher(), coordinating_doctor()])
def test_who_wrote_a_call_down_never_settles_what_is_asked_about_it(author, kind):
    story = phoned(author)
    if kind == "agreement_disputed":
        story.dispute(by=intensivist())
    (asked,) = open_decisions(story.transfer())
    assert (asked.kind, asked.author_id) == (kind, author.person_id)
    with refused("decision_own_act", field="decision"):
        story.settle(kind, asked.about, by=author)
    story.settle(kind, asked.about, by=replace(author, person_id=PersonId("somebody else")))
    assert kinds(story) == []


def test_who_sent_the_crew_elsewhere_does_not_settle_it():
    story = a_story(Stage.DEPARTED)
    story.divert(hospital=SANT_PAU, by=dispatcher())
    (asked,) = open_decisions(story.transfer())
    with refused("decision_own_act", field="decision"):
        story.settle("crew_diverts", asked.about, by=dispatcher())
    story.settle("crew_diverts", asked.about, by=coordinating_doctor())
    assert kinds(story) == []
