"""One row whose place the data no longer have costs that row, and not the plan."""

import pytest
from msgspec.structs import replace

from dispatch.fleet.unit import Activity
from dispatch.kernel.ids import HospitalCode, TransferId, UnitId
from dispatch.transfer.expected import spot_of
from dispatch.transfer.plan_instance import Question, off_the_map, plan_question
from dispatch.transfer.stage import Stage
from tests.builders import (
    NOON,
    SVA_1,
    SVA_2,
    a_network,
    a_position,
    a_story,
    a_unit,
    travel_now,
)

GHOST = replace(a_unit(SVA_2), base_id="closed base", place="closed base")


def about(board, *positions):
    return Question(
        board=board,
        network=a_network(),
        travel=travel_now(),
        positions={each.unit_id: each for each in positions},
        now_at=NOON,
    )


def with_units(board, *units):
    return replace(board, units={unit.unit_id: unit for unit in units})


def agreed():
    return a_story(Stage.ACCEPTED).board


def test_unit_whose_base_is_gone_costs_itself_alone():
    question = about(with_units(agreed(), a_unit(SVA_1), GHOST))
    assert [unit.id for unit in plan_question(question).units] == [SVA_1]
    assert off_the_map(question) == (SVA_2,)


def test_unit_whose_base_is_gone_goes_from_where_it_is_seen():
    here = a_position(SVA_2)
    question = about(with_units(agreed(), GHOST), here)
    assert [unit.id for unit in plan_question(question).units] == [SVA_2]
    assert off_the_map(question) == ()
    seen = spot_of(GHOST, here, travel=travel_now(), now_at=NOON)
    assert seen == (here.lat, here.lon)


@pytest.mark.parametrize("stage", [Stage.ACCEPTED, Stage.EN_ROUTE])
def test_transfer_whose_hospital_is_gone_costs_itself_alone(stage):
    board = a_story(stage).board
    (row,) = board.transfers.values()
    lost = replace(
        row,
        transfer_id=TransferId("T9"),
        number="CSI-9",
        referring=HospitalCode("closed-hospital"),
        unit_id=UnitId(SVA_2),
    )
    sent = a_unit(SVA_2, transfer_id=lost.transfer_id, activity=Activity.EN_ROUTE)
    board = replace(
        with_units(board, *board.units.values(), sent),
        transfers={row.transfer_id: row, lost.transfer_id: lost},
    )
    question = about(board, a_position(SVA_2))
    assert [each.id for each in plan_question(question).transfers] == [row.transfer_id]
    assert off_the_map(question) == ("CSI-9",)


def test_board_on_the_map_leaves_nobody_out():
    assert off_the_map(about(agreed())) == ()
