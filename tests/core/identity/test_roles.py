"""A role may do what is listed for it, and a refusal names who may."""

import pytest

from dispatch.identity import HEADQUARTERS, Role, require_role
from tests.builders import dispatcher, refused

DOCTORS = frozenset({Role.INTENSIVIST, Role.COORDINATING_DOCTOR})


@pytest.mark.parametrize("role", sorted(DOCTORS))
def test_listed_role_may_act(role):
    require_role(role, DOCTORS)


@pytest.mark.parametrize("role", sorted(set(Role) - DOCTORS))
def test_other_role_is_told_who_may(role):
    allowed = "coordinating_doctor, intensivist"
    with refused("role_not_allowed", role=role.value, allowed=allowed):
        require_role(role, DOCTORS)


def test_nobody_may_when_nobody_is_listed():
    with refused("role_not_allowed", allowed=""):
        require_role(Role.ADMIN, frozenset())


def test_roles_keep_the_words_of_the_wire():
    assert [role.value for role in Role] == [
        "dispatcher",
        "coordinating_doctor",
        "referring_doctor",
        "intensivist",
        "crew",
        "primary_care",
        "analyst",
        "admin",
        "headquarters",
    ]


def test_program_acts_as_headquarters_without_a_place():
    assert HEADQUARTERS.role is Role.HEADQUARTERS
    assert HEADQUARTERS.hospital is None
    assert HEADQUARTERS.unit_id is None


def test_dispatcher_belongs_to_no_hospital():
    assert (dispatcher().hospital, dispatcher().unit_id) == (None, None)
