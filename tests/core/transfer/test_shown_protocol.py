"""Whose antibiotic protocol belongs beside a transfer, and as of when."""

import pytest
from msgspec.structs import replace

from dispatch.transfer.parts import Clinical
from dispatch.transfer.shown_protocol import shown_protocols, sides
from dispatch.transfer.stage import CLOSED, Stage
from tests.builders import CALELLA, MATARO, T2, a_transfer, at
from tests.protocols import a_version

PICTURE = Clinical(focus="urinary", antibiotic_at=at(-30))
BEFORE = a_version(1, set_at=at(-60))
AFTER = a_version(2, set_at=at(9999))
OWN = {CALELLA: (BEFORE, AFTER)}


def test_sender_alone_is_shown_until_a_hospital_agrees():
    assert sides(a_transfer()) == (("referring", CALELLA),)
    assert sides(a_transfer(Stage.ASKED)) == (("referring", CALELLA),)
    agreed = (("referring", CALELLA), ("receiving", MATARO))
    assert sides(a_transfer(Stage.ACCEPTED)) == agreed


def test_hospital_that_took_its_yes_back_is_not_shown():
    transfer = a_transfer(Stage.DEPARTED)
    assert transfer.agreement is not None
    without = replace(transfer, agreement=replace(transfer.agreement, withdrawn_at=at(9)))
    assert sides(without) == (("referring", CALELLA),)


def test_way_back_has_no_antibiotic_step_and_no_protocol():
    assert shown_protocols(replace(a_transfer(), returns=T2), OWN, now_at=at(5)) == ()


def test_time_of_the_antibiotic_may_be_told_in_the_picture():
    (own,) = shown_protocols(a_transfer(clinical=PICTURE), OWN, now_at=at(10000))
    assert (own.given_at, own.now.version) == (at(-30), AFTER)
    assert own.when_given is not None
    assert own.when_given.version == BEFORE


def test_antibiotic_without_a_time_says_nothing_of_then():
    picture = Clinical(focus="urinary")
    (own,) = shown_protocols(a_transfer(clinical=picture), OWN, now_at=at(5))
    assert (own.given_at, own.when_given) == (None, None)


@pytest.mark.parametrize("stage", sorted(CLOSED))
def test_closed_transfer_shows_what_held_when_it_closed(stage):
    transfer = a_transfer(stage, clinical=PICTURE)
    own = shown_protocols(transfer, OWN, now_at=at(10000))[0]
    assert own.now.version == BEFORE
