"""Units.

Headquarters coordinates and assigns the unit. The optimiser proposes, with reasons; people
confirm, and a unit serves one patient at a time.
"""

import pytest

from dispatch.assessment.priority import Condition, Priority
from dispatch.fleet.types import UnitType
from dispatch.fleet.unit import Activity
from dispatch.transfer.board import Board
from dispatch.transfer.custody import responsible_unit
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import is_open, pickup_spot
from dispatch.transfer.unit_types import allowed_unit_types
from tests.builders import (
    HELI_1,
    NOON,
    SVA_1,
    SVA_2,
    SVB_1,
    T1,
    T2,
    Story,
    a_story,
    a_transfer,
    crew,
    refused,
)


def two_agreed(first: Stage) -> Story:
    """T1 has SVA-01 at that stage; T2 is agreed and waits."""
    story = a_story(first)
    story.request("T2", condition=Condition.SEPTIC_SHOCK)
    return story.bring_to(Stage.ACCEPTED, "T2")


def served_by(board: Board, unit_id: str) -> list[str]:
    rows = board.transfers.values()
    return [row.transfer_id for row in rows if is_open(row) and row.unit_id == unit_id]


@pytest.mark.parametrize("stage", [Stage.AT_PATIENT, Stage.DEPARTED, Stage.ARRIVED])
def test_unit_with_a_patient_is_never_taken_away(stage):
    """A unit that has a patient in its care is never sent to another.

    Source: decision 15.
    """
    story = two_agreed(stage)
    with refused("unit_loaded", unit=SVA_1):
        story.assign("T2", SVA_1)
    assert served_by(story.board, SVA_1) == [T1]


@pytest.mark.parametrize("stage", [Stage.ASSIGNED, Stage.NOTIFIED, Stage.EN_ROUTE])
def test_unit_not_yet_loaded_leaves_one_patient_for_another_and_never_serves_two(stage):
    """A unit on its way to a patient may be sent to a graver one instead. The patient it leaves
    waits for another, still agreed; no unit ever serves two.

    Source: decisions 7 and 15.
    """
    story = two_agreed(stage)
    story.assign("T2", SVA_1, reason="septic shock")
    assert served_by(story.board, SVA_1) == [T2]
    assert story.transfer("T1").stage is Stage.ACCEPTED


def test_second_confirmation_of_the_same_unit_is_refused():
    """When two dispatchers confirm the same unit, the second is told that it is given.

    Source: decision 7.
    """
    story = a_story(Stage.ASSIGNED)
    with refused("already_assigned", unit=SVA_1):
        story.assign(unit_id=SVA_1)


def test_basic_unit_never_carries_these_patients():
    """A basic unit never carries these patients, and no reason overrides it.

    Source: Yébenes 2020, stage 3 ("on a Life Support Unit"); decision 14.
    """
    story = a_story(Stage.ACCEPTED)
    with refused("unit_type_never", unit=SVB_1):
        story.assign(unit_id=SVB_1, reason="nothing else near")


def test_shock_travels_with_a_doctor():
    """At priority 0, or with vasoactive drugs, a unit with a doctor or a helicopter goes.

    Source: decision 14.
    """
    shock = a_transfer(condition=Condition.SEPTIC_SHOCK)
    kinds = allowed_unit_types(shock, working=tuple(UnitType), has_pads=True)
    assert kinds == (UnitType.SVA, UnitType.HELI)


def test_unit_against_the_proposal_needs_a_reason():
    """The dispatcher confirms the unit proposed with two keys, and another one with a reason.
    Nothing goes by itself.

    Source: decision 16.
    """
    story = a_story(Stage.ACCEPTED)
    with refused("override_reason_needed", field="override_reason"):
        story.assign(unit_id=SVA_2, reason=None)
    story.assign(unit_id=SVA_2, reason="knows the way")
    assert story.transfer().unit_id == SVA_2


def test_handover_ends_the_transfer_fills_the_bed_and_frees_the_unit():
    """The handover ends the transfer: the bed that was held is used, and the unit clears.

    Source: Yébenes 2020, stage 3 (admission to the ICU of reference).
    """
    story = a_story(Stage.HANDED_OVER)
    assert not is_open(story.transfer())
    assert (story.beds().held, story.beds().used) == (0, 1)
    assert served_by(story.board, SVA_1) == []


def test_stable_patient_may_travel_with_a_nurse():
    """A patient of up to three hours without vasoactive drugs may travel with a nurse's unit.

    Source: decision 14.
    """
    kinds = allowed_unit_types(a_transfer(), working=tuple(UnitType), has_pads=False)
    assert kinds == (UnitType.SVA, UnitType.SVI)


def test_helicopter_needs_a_pad_at_both_ends():
    """A helicopter is proposed only where both hospitals have a pad.

    Source: decision 14.
    """
    shock = a_transfer(condition=Condition.SEPTIC_SHOCK)
    kinds = allowed_unit_types(shock, working=tuple(UnitType), has_pads=False)
    assert UnitType.HELI not in kinds


def test_unit_off_its_shift_is_not_sent():
    """A unit off its shift is not sent, even with a reason.

    Source: decision 14 (a helicopter by day); proposed.
    """
    story = a_story(Stage.ACCEPTED)
    story.now_at = NOON.replace(hour=22)
    with refused("unit_off_shift", unit=HELI_1):
        story.assign(unit_id=HELI_1, reason="nothing else")


def test_unit_out_of_service_is_not_sent():
    """A unit that is not available is not sent; one nobody has heard of is no available one.

    Source: decision 17.
    """
    story = a_story(Stage.ACCEPTED)
    story.report_status(SVA_1, Activity.OUT_OF_SERVICE)
    with refused("unit_not_available", unit=SVA_1):
        story.assign(unit_id=SVA_1)


def test_unit_that_breaks_down_before_the_patient_is_replaced():
    """A unit that breaks down on its way says so, from its assignment on, or headquarters says
    it by radio. It is out of service until somebody says that it is back; the agreement, the
    bed and the clocks stand, and the patient is planned anew at once.

    Source: decision 15 (missions not loaded change); hazard H27.
    """
    story = a_story(Stage.EN_ROUTE)
    story.fail(by=crew(), reason="broke down")
    assert story.unit(SVA_1).activity is Activity.OUT_OF_SERVICE
    assert story.transfer().stage is Stage.ACCEPTED
    assert story.transfer().agreement is not None
    assert story.beds().held == 1


HERE = (41.58, 2.55)
"""On the road between Calella and Mataró."""


def failed_on_the_road() -> Story:
    story = a_story(Stage.DEPARTED)
    story.wait(5)
    story.fail(by=crew(), reason="engine", position=HERE)
    return story


def test_unit_that_fails_with_the_patient_is_followed_by_another():
    """A unit that fails with the patient on board goes out of service. The patient waits for
    another one where he is, before all others; the agreement and the bed stand, and nobody can
    cancel the transfer meanwhile.

    Source: hazard H26 (priority 0 is proposed).
    """
    story = failed_on_the_road()
    transfer = story.transfer()
    assert (transfer.stage, transfer.priority) == (Stage.ACCEPTED, Priority.ZERO)
    assert pickup_spot(transfer) == HERE
    assert transfer.agreement is not None
    assert story.beds().held == 1
    assert story.unit(SVA_1).activity is Activity.OUT_OF_SERVICE
    with refused("patient_on_the_road"):
        story.cancel()


def test_crew_of_a_failed_unit_answers_until_the_next_takes_over():
    """The crew that has the patient answers for him until the crew of the next unit says that
    it has taken over, or leaves with him. Before that its unit serves nobody else.

    Source: proposed (hazard H26: exactly one answers at every instant).
    """
    story = failed_on_the_road()
    for stage in (Stage.ASSIGNED, Stage.NOTIFIED, Stage.EN_ROUTE, Stage.AT_PATIENT):
        assert responsible_unit(story.transfer()) == SVA_1
        story.go_to(stage, T1, SVA_2)
    assert responsible_unit(story.transfer()) == SVA_1
    with refused("unit_on_mission"):
        story.report_status(SVA_1, Activity.STATION)
    story.confirm_part("crew_took_over", by=crew(SVA_2))
    assert responsible_unit(story.transfer()) == SVA_2
