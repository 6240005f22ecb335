"""Who had the patient when a transfer ended otherwise than at a door."""

import pytest

from dispatch.transfer.custody import responsible_hospital, responsible_unit
from dispatch.transfer.stage import Stage
from tests.builders import CALELLA, SVA_1, SVA_2, Story, a_story

HERE = (41.58, 2.55)


@pytest.mark.parametrize("end", [Story.die, Story.give_up])
def test_crew_that_had_the_patient_is_named_after_the_end(end):
    story = a_story(Stage.DEPARTED)
    end(story)
    assert responsible_unit(story.transfer()) == SVA_1
    assert responsible_hospital(story.transfer()) is None
    relieved = a_story(Stage.DEPARTED)
    relieved.fail(position=HERE)
    relieved.assign(unit_id=SVA_2)
    end(relieved)
    assert responsible_unit(relieved.transfer()) == SVA_1
    at_home = a_story(Stage.EN_ROUTE)
    at_home.die()
    assert responsible_unit(at_home.transfer()) is None
    assert responsible_hospital(at_home.transfer()) == CALELLA
