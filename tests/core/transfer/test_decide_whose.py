"""The check at the bedside: two identifiers, no identity kept, nobody leaves with another."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.priority import Priority
from dispatch.identity.patient import IdentifierKind
from dispatch.transfer.custody import confirm_part
from dispatch.transfer.decide_unit import report_step
from dispatch.transfer.decide_whose import (
    IdentityReport,
    check_identity,
    duplicate_patient,
    identity_mismatch,
    is_unchecked,
    require_identity,
)
from dispatch.transfer.decisions import Settling, open_decisions, settle_decision
from dispatch.transfer.events import DecisionSettled
from dispatch.transfer.evolve import evolve
from dispatch.transfer.parts import Twin
from dispatch.transfer.stage import Stage
from tests.builders import (
    SVA_1,
    SVA_2,
    a_story,
    a_transfer,
    a_unit,
    at,
    coordinating_doctor,
    crew,
    refused,
)

TWO = ("name", "birth_date")
K = IdentifierKind


def seal(text):
    return f"<{text}>"


def transfer(**changes):
    of = {"patient_key": "2:<2\ncip\n-\nABCD123>", "identified_by": K.CIP, **changes}
    return replace(a_transfer(Stage.AT_PATIENT), **of)


def checked(of, *compared, is_match=True, reference=None, kind=None):
    report = IdentityReport(compared or TWO, is_match, reference, kind)
    (event,) = check_identity(of, report, seal=seal, actor=crew())
    return event


def after(of, **told):
    return evolve(of, checked(of, **told), occurred_at=at(60))


def test_two_identifiers_are_compared_and_none_is_kept():
    event = checked(transfer(), reference="CIP-ABCD-123")
    assert (event.compared, event.is_match, event.is_sealed_match) == (TWO, True, True)
    assert "ABCD" not in repr(event)


@pytest.mark.parametrize("compared", [("name",), ("name", "name")])
def test_one_identifier_is_not_enough(compared):
    with refused("two_identifiers_needed", field="compared"):
        checked(transfer(), *compared)


def test_one_that_differs_is_enough_to_say_no():
    assert not checked(transfer(), "name", is_match=False).is_match


def test_another_seal_is_no_match_whatever_was_seen():
    event = checked(transfer(), reference="CIP ABCD 124")
    assert (event.is_match, event.is_sealed_match) == (False, False)


def test_identifier_of_another_kind_says_nothing():
    assert checked(transfer(), reference="4711").is_sealed_match is None


def test_record_number_of_the_hospital_that_sends_back_says_nothing():
    back = transfer(identified_by=K.RECORD, returns=a_transfer().transfer_id)
    assert checked(back, reference="4711").is_sealed_match is None
    assert checked(transfer(identified_by=K.RECORD), reference="4711").is_sealed_match is False


def test_key_of_an_older_line_is_compared_too():
    old = transfer(patient_key=seal("NHC4711"), identified_by=None)
    assert checked(old, reference="nhc 4711").is_sealed_match is True
    assert checked(old, reference="4712").is_sealed_match is None


@pytest.mark.parametrize("reference", [" ", "x" * 65])
def test_code_is_a_readable_text(reference):
    with refused("text_invalid", field="patient_reference"):
        checked(transfer(), reference=reference)


def test_check_needs_a_unit():
    with refused("no_unit_assigned"):
        checked(transfer(unit_id=None))


def test_nobody_leaves_with_another_patient_until_a_check_matches():
    wrong = after(transfer(), is_match=False)
    unit = a_unit(SVA_1)
    with refused("identity_mismatch", person=crew().name):
        report_step(wrong, unit, "departed", occurred_at=at(70), now_at=at(70))
    (asked,) = open_decisions(wrong)
    assert (asked.kind, asked.since_at) == ("identity_mismatch", at(60))
    right = after(wrong)
    assert open_decisions(right) == ()
    assert report_step(right, unit, "departed", occurred_at=at(70), now_at=at(70))


def settled(of):
    (asked,) = identity_mismatch(of)
    doctor = coordinating_doctor()
    told = Settling("identity_mismatch", asked.about, "known to the team at the bed")
    (event,) = settle_decision(of, told, actor=doctor)
    assert isinstance(event, DecisionSettled)
    return evolve(of, event, occurred_at=at(65))


def take_over(of):
    return confirm_part(of, "crew_took_over", actor=crew(), occurred_at=at(70), now_at=at(70))


def test_nobody_takes_over_another_patient_until_it_is_answered():
    wrong = after(transfer(), is_match=False)
    with refused("identity_mismatch", person=crew().name):
        take_over(wrong)
    assert take_over(after(wrong))
    assert take_over(settled(wrong))
    assert report_step(
        settled(wrong), a_unit(SVA_1), "departed", occurred_at=at(70), now_at=at(70)
    )


def test_code_of_another_is_answered_by_the_right_code_or_the_coordinating_doctor():
    wrong = after(transfer(), reference="CIP ABCD 124")
    for still in (wrong, after(wrong, is_match=False)):
        with refused("wristband_code_needed", field="patient_reference"):
            checked(still)
        assert take_over(after(still, reference="CIP ABCD 123"))
        assert checked(settled(still)).is_match
    other_crew = replace(wrong, unit_id="SVA-02")
    with refused("wristband_code_needed", field="patient_reference"):
        checked(other_crew)
    assert after(other_crew, is_match=False).identity.is_sealed_match is False


def test_crew_without_a_check_is_not_held_up():
    require_identity(transfer())


@pytest.mark.parametrize("unit_id", [None, "SVA-02"])
def test_what_one_crew_found_stays_whichever_unit_comes_next(unit_id):
    wrong = replace(after(transfer(), is_match=False), unit_id=unit_id)
    with refused("identity_mismatch", person=crew().name):
        require_identity(wrong)
    assert [each.kind for each in identity_mismatch(wrong)] == ["identity_mismatch"]
    require_identity(settled(wrong))


@pytest.mark.parametrize("stage", [Stage.AT_PATIENT, Stage.DEPARTED])
def test_patient_found_to_be_another_stays_so_when_the_unit_fails(stage):
    story = a_story(stage)
    story.check_identity(is_match=False)
    story.fail(position=(41.58, 2.55))
    assert "identity_mismatch" in {each.kind for each in open_decisions(story.transfer())}
    story.assign(unit_id=SVA_2)
    for step in ("notified", "en_route", "at_patient"):
        story.step(step)
    with refused("identity_mismatch", person=crew(SVA_1).name):
        story.step("departed")
    story.check_identity(by=crew(SVA_2))
    assert "identity_mismatch" not in {each.kind for each in open_decisions(story.transfer())}
    story.step("departed")


def test_twins_of_a_shock_ask_for_a_decision():
    twins = (Twin("CSI-1", "same"), Twin("CSI-2", "likely"))
    (asked,) = duplicate_patient(transfer(twins=twins))
    assert [why.code for why in asked.why] == ["twin_same", "twin_likely"]
    assert list(duplicate_patient(transfer(twins=twins, twins_because="sisters"))) == []
    assert list(duplicate_patient(transfer(twins=twins, priority=Priority.RETURN))) == []
    assert list(duplicate_patient(transfer())) == []


@pytest.mark.parametrize("stage", [Stage.DEPARTED, Stage.ARRIVED])
def test_departure_without_a_check_is_told_until_somebody_has_looked(stage):
    left = replace(transfer(), stage=stage)
    assert is_unchecked(left)
    assert not is_unchecked(transfer())
    looked = evolve(transfer(), checked(transfer()), occurred_at=at(40))
    assert not is_unchecked(replace(looked, stage=stage))
    assert is_unchecked(replace(looked, stage=stage, unit_id="SVA-09"))
    wrong = after(transfer(), is_match=False)
    assert not is_unchecked(replace(wrong, stage=stage, unit_id="SVA-09")), "said louder"
