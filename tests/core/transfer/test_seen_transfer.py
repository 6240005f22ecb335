"""What one may not see does not exist."""

import pytest
from msgspec.structs import replace

from dispatch.identity.actor import HEADQUARTERS
from dispatch.kernel.ids import HospitalCode
from dispatch.transfer.parts import Withdrawn
from dispatch.transfer.seen import require_own_beds, require_seen
from dispatch.transfer.stage import Stage
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    SVA_1,
    SVA_2,
    T1,
    T2,
    a_board,
    a_network,
    a_story,
    admin,
    analyst,
    at,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)

STORY = a_story(Stage.EN_ROUTE)


@pytest.mark.parametrize(
    "actor",
    [
        dispatcher(),
        coordinating_doctor(),
        analyst(),
        HEADQUARTERS,
        referring_doctor(CALELLA),
        intensivist(MATARO),
        crew(SVA_1),
    ],
    ids=lambda actor: actor.name,
)
def test_who_takes_part_finds_the_transfer(actor):
    assert require_seen(STORY.board, T1, actor) == STORY.transfer()


@pytest.mark.parametrize(
    "actor",
    [admin(), referring_doctor(MATARO), intensivist(GERMANS_TRIAS), crew(SVA_2)],
    ids=lambda actor: actor.name,
)
def test_others_are_told_what_is_told_of_no_transfer(actor):
    with refused("unknown_transfer", field="transfer_id"):
        require_seen(STORY.board, T1, actor)
    with refused("unknown_transfer", field="transfer_id"):
        require_seen(STORY.board, T2, actor)


def test_closed_transfer_can_still_be_looked_up():
    story = a_story(Stage.HANDED_OVER)
    assert require_seen(story.board, T1, crew()).stage is Stage.HANDED_OVER


def test_beds_are_told_by_their_own_hospital_or_headquarters():
    for actor in (intensivist(MATARO), dispatcher()):
        require_own_beds(a_network(), actor, MATARO)
    with refused("not_your_hospital", field="hospital"):
        require_own_beds(a_network(), intensivist(GERMANS_TRIAS), MATARO)
    with refused("unknown_hospital"):
        require_own_beds(a_network(), dispatcher(), HospitalCode("nowhere"))


def test_icu_whose_question_was_withdrawn_learns_that_and_when():
    taken_back = Withdrawn(MATARO, (), at(7))
    transfer = replace(a_story(Stage.REQUESTED).transfer(), withdrawn=(taken_back,))
    board = replace(a_board(), transfers={T1: transfer})
    with refused(
        "question_was_withdrawn", field="transfer_id", at=at(7).isoformat(timespec="minutes")
    ):
        require_seen(board, T1, intensivist(MATARO))
    for other in (intensivist(GERMANS_TRIAS), referring_doctor(MATARO)):
        with refused("unknown_transfer"):
            require_seen(board, T1, other)
