"""Units, as the manual says them: people confirm, and a unit serves one patient at a time.

Source: Yébenes et al., Med Intensiva 2020;44:36-45, stage 3 (the EMS headquarters assigns
level and unit); what it leaves open is decisions 7, 14, 15 and 16 of the house.
"""

import pytest

from dispatch.assessment.priority import Condition
from dispatch.fleet.types import UnitType
from dispatch.network.levels import Care
from dispatch.transfer.board import Board
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import is_open
from dispatch.transfer.unit_types import allowed_unit_types
from tests.builders import SVA_1, SVA_2, SVB_1, T1, T2, Story, a_story, a_transfer, refused


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
    """Decision 15: loaded missions may never be diverted."""
    story = two_agreed(stage)
    with refused("unit_loaded", unit=SVA_1):
        story.assign("T2", SVA_1)
    assert served_by(story.board, SVA_1) == [T1]


@pytest.mark.parametrize("stage", [Stage.ASSIGNED, Stage.NOTIFIED, Stage.EN_ROUTE])
def test_unit_not_yet_loaded_leaves_one_patient_for_another_and_never_serves_two(stage):
    """Decisions 7 and 15: diverted if it gains; at most one active mission per unit."""
    story = two_agreed(stage)
    story.assign("T2", SVA_1, reason="septic shock")
    assert served_by(story.board, SVA_1) == [T2]
    assert story.transfer("T1").stage is Stage.ACCEPTED


def test_second_confirmation_of_the_same_unit_is_refused():
    """Decision 7: two dispatchers press the same key; the second is told."""
    story = a_story(Stage.ASSIGNED)
    with refused("already_assigned", unit=SVA_1):
        story.assign(unit_id=SVA_1)


def test_basic_unit_never_carries_these_patients():
    """Decision 14: SVB never for these transfers, with no reason that overrides it."""
    story = a_story(Stage.ACCEPTED)
    with refused("unit_type_never", unit=SVB_1):
        story.assign(unit_id=SVB_1, reason="nothing else near")


def test_shock_travels_with_a_doctor():
    """Decision 14: priority 0 or vasoactives take an SVA or a helicopter."""
    shock = a_transfer(condition=Condition.SEPTIC_SHOCK)
    kinds = allowed_unit_types(shock, working=tuple(UnitType), has_pads=True)
    assert kinds == (UnitType.SVA, UnitType.HELI)


def test_child_travels_with_the_paediatric_team():
    """Decision 14: children with the paediatric team first, else SVA."""
    child = a_transfer(care=Care.PAEDIATRIC)
    assert allowed_unit_types(child, working=(UnitType.PED,), has_pads=False)[0] == "PED"
    assert allowed_unit_types(child, working=(UnitType.SVA,), has_pads=False)[0] == "SVA"


def test_unit_against_the_proposal_needs_a_reason():
    """Decision 16: the dispatcher accepts with one key or overrides with a reason."""
    story = a_story(Stage.ACCEPTED)
    with refused("override_reason_needed", field="override_reason"):
        story.assign(unit_id=SVA_2, reason=None)
    story.assign(unit_id=SVA_2, reason="knows the way")
    assert story.transfer().unit_id == SVA_2


def test_handover_ends_the_transfer_fills_the_bed_and_frees_the_unit():
    """Yébenes 2020, stage 3: the patient is in the ICU of reference; the unit clears."""
    story = a_story(Stage.HANDED_OVER)
    assert not is_open(story.transfer())
    assert (story.beds().held, story.beds().used) == (0, 1)
    assert served_by(story.board, SVA_1) == []
