"""The proposal of receiving hospitals as it stands on a transfer."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.priority import Condition
from dispatch.capacity.beds import BedKind, Closure
from dispatch.kernel.ids import HospitalCode
from dispatch.network.capability import Capability
from dispatch.network.levels import Care
from dispatch.transfer.parts import Needs, Why
from dispatch.transfer.propose_hospitals import propose_hospitals
from dispatch.transfer.stage import Stage
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    NOON,
    T1,
    VALL_HEBRON,
    a_network,
    a_story,
    a_transfer,
    at,
    refused,
    some_beds,
    travel_times,
)


def proposed(transfer=None, *beds, now_at=None):
    return propose_hospitals(
        transfer or a_transfer(),
        network=a_network(),
        travel=travel_times(),
        beds={(row.hospital, row.kind): row for row in beds},
        now_at=now_at or at(5),
    )


def of(event, code):
    return next(
        each for each in (*event.candidates, *event.not_proposed) if each.hospital == code
    )


def test_reference_centre_comes_first():
    event = proposed()
    assert event.transfer_id == T1
    first = event.candidates[0]
    assert (first.hospital, first.rank, first.is_reference) == (MATARO, 1, True)
    assert first.road_min == 21


def test_every_hospital_is_named_once():
    event = proposed()
    named = [each.hospital for each in (*event.candidates, *event.not_proposed)]
    assert sorted(named) == sorted(a_network().hospitals)


def test_hospital_not_proposed_has_its_reason_and_no_rank():
    own = of(proposed(), CALELLA)
    assert own.reasons == (Why("own_hospital"),)
    assert (own.rank, own.road_min, own.beds_free) == (None, None, None)
    assert not own.is_reference


def test_reason_comes_with_its_facts():
    mollet = of(proposed(), HospitalCode("mollet"))
    assert mollet.reasons == (Why("level_too_low", {"level": "SEP-1", "needed": "SEP-2a"}),)


def test_free_beds_are_told_while_fresh():
    beds = some_beds(total=10, used=6)
    assert of(proposed(None, beds), MATARO).beds_free == 4
    assert of(proposed(None, beds, now_at=at(31)), MATARO).beds_free is None


def test_bed_held_is_not_told_as_free():
    assert of(proposed(None, some_beds(held=1)), MATARO).beds_free == 3


def test_beds_nobody_reported_warn_and_stay_unknown():
    mataro = of(proposed(None, some_beds(reported_at=None)), MATARO)
    assert mataro.beds_free is None
    assert Why("beds_unknown") in mataro.warnings


def test_closed_unit_warns_and_is_not_hidden():
    closed = some_beds(closure=Closure("outbreak", "x", NOON, None))
    mataro = of(proposed(None, closed), MATARO)
    assert Why("closed") in mataro.warnings
    assert Why("behind_reference_with_room") in mataro.reasons


def test_adult_is_not_counted_against_childrens_beds():
    of_children = some_beds(kind=BedKind.PICU)
    assert of(proposed(None, of_children), MATARO).beds_free is None


def test_child_is_counted_against_childrens_beds():
    child = a_transfer(care=Care.PAEDIATRIC, condition=Condition.SEPTIC_SHOCK)
    beds = some_beds("sant-pau", BedKind.PICU, total=6, used=1)
    assert of(proposed(child, beds), HospitalCode("sant-pau")).beds_free == 5


@pytest.mark.parametrize(
    "needs", [Needs(complex_source_control=True), Needs(ecmo=True)], ids=["surgery", "ecmo"]
)
def test_complex_need_leads_to_the_higher_reference(needs):
    event = proposed(a_transfer(needs=needs))
    assert event.candidates[0].hospital == GERMANS_TRIAS
    assert MATARO not in {each.hospital for each in event.candidates}


@pytest.mark.parametrize("capability", Capability)
def test_each_scarce_need_of_a_transfer_is_asked_for(capability):
    event = proposed(a_transfer(needs=Needs(**{capability.value: True})))
    lacking = {each.hospital: each.reasons[0].code for each in event.not_proposed}
    warned = {each.hospital: {w.code for w in each.warnings} for each in event.candidates}
    if VALL_HEBRON in warned and "none_has_all" not in warned[VALL_HEBRON]:
        assert lacking[MATARO] in {"level_too_low", f"lacks_{capability}"}
    else:  # nobody here has it: those that lack least are shown, and what they lack
        assert all({"none_has_all", f"lacks_{capability}"} <= each for each in warned.values())


def test_renal_replacement_needs_an_icu():
    told_before = replace(a_transfer(), needs=Needs(icu=False, renal_replacement=True))
    event = proposed(told_before)
    assert not event.own_hospital_suffices
    assert event.candidates[0].hospital == MATARO


def test_childs_ecmo_leads_to_the_one_place_that_has_it():
    event = proposed(a_transfer(care=Care.PAEDIATRIC, needs=Needs(ecmo=True)))
    assert [each.hospital for each in event.candidates] == [VALL_HEBRON]


def test_own_hospital_that_suffices_says_so():
    assert proposed(a_transfer(referring=MATARO)).own_hospital_suffices
    assert not proposed().own_hospital_suffices


def test_patient_without_need_of_intensive_care_may_stay():
    assert proposed(a_transfer(needs=Needs(icu=False))).own_hospital_suffices


def test_hospital_that_declined_gives_way_to_the_next():
    story = a_story(Stage.ASKED)
    story.decline(reason="no_bed")
    event = proposed(story.transfer())
    assert event.candidates[0].hospital == GERMANS_TRIAS
    assert of(event, MATARO).reasons == (Why("declined", {"reason": "no_bed"}),)


def test_hospital_nobody_knows_cannot_refer():
    with refused("unknown_hospital", field="referring", value="nowhere"):
        a_transfer(referring=HospitalCode("nowhere"))
