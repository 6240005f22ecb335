"""A unit that has broken down goes out of service, by whatever button it was told."""

import pytest

from dispatch.fleet.unit import Activity
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.transfer.breakdown import tells_breakdown
from dispatch.transfer.stage import WITH_UNIT, Stage
from tests.builders import SVA_1, SVA_2, a_story, crew, refused

TOLD = (
    "broke down",
    "The engine has broken down",
    "breakdown",
    "avaria",
    "AVARIADA a la C-32",
    "Avería del motor",
    "unidad averiada",
    "s'ha espatllat",
    "estropeada",
    "no arrenca",
    "it won't start",
)
OTHER = (
    "a shock waits in Blanes",
    "more urgent: an accident on the AP-7",
    "un altre accident, més urgent",
    "hay que averiguar la dirección",
    "mistake",
    "break of the crew",
)


@pytest.mark.parametrize("reason", TOLD)
def test_words_of_a_breakdown_are_known(reason):
    assert tells_breakdown(reason)


@pytest.mark.parametrize("reason", OTHER)
def test_other_words_are_not_taken_for_one(reason):
    assert not tells_breakdown(reason)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", ["breakdown", "accident", "crew-ill"])
def test_every_reason_that_a_screen_offers_for_a_failure_is_known(code, name):
    assert tells_breakdown(catalogue(code).say(f"reason-{name}"))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", ["more-urgent", "mistake"])
def test_no_other_reason_for_taking_a_unit_off_is(code, name):
    assert not tells_breakdown(catalogue(code).say(f"reason-{name}"))


@pytest.mark.parametrize("stage", sorted(WITH_UNIT))
def test_release_for_a_breakdown_points_to_the_failure(stage):
    story = a_story(stage)
    with refused("breakdown_is_failure", field="reason", unit=SVA_1, allowed="failure"):
        story.release(reason="avaria del motor")
    assert story.transfer().unit_id == SVA_1
    story.fail(by=crew(), reason="avaria del motor")
    assert story.unit().activity is Activity.OUT_OF_SERVICE


def test_unit_replaced_for_its_breakdown_points_to_the_failure():
    story = a_story(Stage.EN_ROUTE)
    told = {"field": "override_reason", "unit": SVA_1}
    with refused("breakdown_is_failure", **told):
        story.assign(unit_id=SVA_2, reason="SVA-01 broke down")
    story.fail(by=crew())
    story.assign(unit_id=SVA_2, reason="SVA-01 broke down")
    assert story.unit(SVA_1).activity is Activity.OUT_OF_SERVICE


def test_unit_free_again_for_another_reason_is():
    story = a_story(Stage.EN_ROUTE)
    story.release(reason="a shock waits in Blanes")
    assert story.unit().activity is Activity.STATION
