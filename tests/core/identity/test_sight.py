"""Who takes part in a transfer sees it; who does not, does not know that it exists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.identity import HEADQUARTERS, Actor, Parties, Role, Sight, sight
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    SANT_PAU,
    SVA_1,
    SVA_2,
    admin,
    an_actor,
    analyst,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
)

ASKED = Parties(referring=CALELLA, asked=MATARO, receiving=None, unit_id=None)
ON_ITS_WAY = Parties(referring=CALELLA, asked=None, receiving=MATARO, unit_id=SVA_1)


@pytest.mark.parametrize(
    ("actor", "seen"),
    [
        (coordinating_doctor(), Sight.CLINICAL),
        (HEADQUARTERS, Sight.CLINICAL),
        (dispatcher(), Sight.LOGISTICS),
        (analyst(), Sight.LOGISTICS),
        (referring_doctor(CALELLA), Sight.CLINICAL),
        (referring_doctor(MATARO), Sight.NOTHING),
        (intensivist(MATARO), Sight.CLINICAL),
        (intensivist(CALELLA), Sight.NOTHING),
        (intensivist(GERMANS_TRIAS), Sight.NOTHING),
        (crew(SVA_1), Sight.CLINICAL),
        (crew(SVA_2), Sight.NOTHING),
        (admin(), Sight.NOTHING),
    ],
    ids=lambda value: value.name,
)
def test_each_sees_by_taking_part(actor, seen):
    assert sight(actor, ON_ITS_WAY) is seen


def test_asked_intensivist_sees_the_clinical_picture():
    assert sight(intensivist(MATARO), ASKED) is Sight.CLINICAL


def test_intensivist_asked_no_longer_loses_sight_at_once():
    asked_next = Parties(CALELLA, asked=SANT_PAU, receiving=None, unit_id=None)
    assert sight(intensivist(MATARO), asked_next) is Sight.NOTHING


def test_intensivist_without_hospital_is_nobody_of_an_unasked_transfer():
    nobody_asked = Parties(CALELLA, asked=None, receiving=None, unit_id=None)
    assert sight(an_actor(Role.INTENSIVIST), nobody_asked) is Sight.NOTHING


def test_crew_without_unit_is_nobody_of_an_unassigned_transfer():
    assert sight(an_actor(Role.CREW), ASKED) is Sight.NOTHING


def test_referring_doctor_without_hospital_sees_nothing():
    assert sight(an_actor(Role.REFERRING_DOCTOR), ASKED) is Sight.NOTHING


def test_more_sight_includes_less():
    assert Sight.NOTHING < Sight.LOGISTICS < Sight.CLINICAL


places = st.sampled_from((CALELLA, MATARO, GERMANS_TRIAS))
maybe_places = st.none() | places
units = st.none() | st.sampled_from((SVA_1, SVA_2))


actors = st.builds(
    an_actor, st.sampled_from(sorted(Role)), hospital=maybe_places, unit_id=units
)
sides = st.builds(
    Parties, referring=places, asked=maybe_places, receiving=maybe_places, unit_id=units
)
AT_HEADQUARTERS = {
    Role.DISPATCHER,
    Role.COORDINATING_DOCTOR,
    Role.ANALYST,
    Role.HEADQUARTERS,
}


@given(actors, sides)
def test_headquarters_sees_every_transfer(actor: Actor, parties: Parties):
    if actor.role in AT_HEADQUARTERS:
        assert sight(actor, parties) >= Sight.LOGISTICS


@given(actors, sides)
def test_nobody_else_sees_without_taking_part(actor: Actor, parties: Parties):
    hospitals = {parties.referring, parties.asked, parties.receiving} - {None}
    takes_part = actor.hospital in hospitals or (
        actor.unit_id is not None and actor.unit_id == parties.unit_id
    )
    if actor.role not in AT_HEADQUARTERS and not takes_part:
        assert sight(actor, parties) is Sight.NOTHING


@given(actors, sides)
def test_clinical_picture_stays_with_doctors_and_crew(actor: Actor, parties: Parties):
    if actor.role in {Role.DISPATCHER, Role.ANALYST, Role.ADMIN}:
        assert sight(actor, parties) < Sight.CLINICAL
