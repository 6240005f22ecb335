"""Which kinds of unit may take whom (decision 14)."""

from itertools import product

import pytest

from dispatch.assessment.priority import Condition
from dispatch.fleet.types import UnitType
from dispatch.network.levels import Care
from dispatch.transfer.parts import Needs
from dispatch.transfer.unit_types import allowed_unit_types
from tests.builders import a_transfer

SVA, SVI, PED, HELI = UnitType.SVA, UnitType.SVI, UnitType.PED, UnitType.HELI
SEPSIS = a_transfer()
SHOCK = a_transfer(condition=Condition.SEPTIC_SHOCK)
ON_VASOACTIVES = a_transfer(needs=Needs(vasoactives=True))
CHILD = a_transfer(care=Care.PAEDIATRIC)


def allowed(transfer, *, working=tuple(UnitType), has_pads=False):
    return allowed_unit_types(transfer, working=working, has_pads=has_pads)


def test_nurse_can_take_plain_sepsis():
    assert allowed(SEPSIS) == (SVA, SVI)


@pytest.mark.parametrize("transfer", [SHOCK, ON_VASOACTIVES], ids=["shock", "vasoactives"])
def test_priority_0_needs_a_doctor(transfer):
    assert allowed(transfer) == (SVA,)


def test_vasoactives_need_a_doctor_whatever_the_priority():
    lowered = a_transfer(needs=Needs(vasoactives=True))
    assert SVI not in allowed(lowered)


@pytest.mark.parametrize(
    ("transfer", "kinds"),
    [(SEPSIS, (SVA, SVI, HELI)), (SHOCK, (SVA, HELI)), (CHILD, (PED, HELI))],
    ids=["sepsis", "shock", "child"],
)
def test_helicopter_needs_pads_at_both_ends(transfer, kinds):
    assert allowed(transfer, has_pads=True) == kinds
    assert HELI not in allowed(transfer, has_pads=False)


def test_child_waits_for_the_paediatric_team():
    assert allowed(CHILD) == (PED,)


@pytest.mark.parametrize("has_pads", [False, True])
def test_doctor_takes_the_child_when_no_team_works(has_pads):
    air = (HELI,) if has_pads else ()
    assert allowed(CHILD, working=(SVA, SVI), has_pads=has_pads) == (SVA, *air)


@pytest.mark.parametrize(
    ("transfer", "working", "has_pads"),
    list(product((SEPSIS, SHOCK, CHILD), ((), tuple(UnitType)), (False, True))),
)
def test_basic_unit_is_never_among_them(transfer, working, has_pads):
    kinds = allowed(transfer, working=working, has_pads=has_pads)
    assert UnitType.SVB not in kinds
    assert kinds
