"""Asking for a transfer and choosing whom to ask."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.priority import Condition, Priority
from dispatch.capacity.beds import BedKind, Closure
from dispatch.capacity.events import BedsOverridden
from dispatch.kernel.ids import HospitalCode, TransferId
from dispatch.network.levels import Care
from dispatch.transfer.decide_request import (
    NewTransfer,
    ask_hospital,
    priority_of,
    propose_again,
    request_transfer,
)
from dispatch.transfer.events import HospitalAsked, HospitalsProposed
from dispatch.transfer.left_out import BEYOND
from dispatch.transfer.parts import Candidate, Clinical, Needs, Why
from dispatch.transfer.stage import Stage
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    NOON,
    a_request,
    a_story,
    a_transfer,
    at,
    dispatcher,
    referring_doctor,
    refused,
    some_beds,
)

NEW = NewTransfer(TransferId("T1"), "CSI-2716", "key of a patient")


def requested(**changes):
    return request_transfer(a_request(**changes), new=NEW, actor=referring_doctor())


def ask(transfer, hospital, reason=None):
    (asked,) = ask_with(transfer, some_beds(hospital), reason)
    return asked


def ask_with(transfer, beds, reason=None):
    return ask_hospital(transfer, beds, override_reason=reason, now_at=at(1))


def test_doctor_can_ask_for_a_transfer():
    event = requested()
    assert (event.transfer_id, event.number) == ("T1", "CSI-2716")
    assert (event.referring, event.referring_doctor) == (CALELLA, referring_doctor().name)
    assert (event.priority, event.rule) == (Priority.THREE_HOURS, "sepsis")


def test_request_keeps_the_pseudonym_and_forgets_the_patient():
    event = requested(patient_reference="CIP ABCD 1 234567 89 0")
    assert event.patient_key == "key of a patient"
    assert "ABCD" not in repr(event)


def test_treatment_limits_exclude_the_code():
    with refused("treatment_limits", field="has_treatment_limits"):
        requested(has_treatment_limits=True)


def test_treatment_limits_are_said_before_any_slip():
    with refused("treatment_limits"):
        requested(has_treatment_limits=True, contact_phone="")


@pytest.mark.parametrize(
    ("condition", "vasoactives", "hypotensive", "rule"),
    [
        (Condition.SEPSIS, False, False, "sepsis"),
        (Condition.SEPSIS, True, False, "needs_vasoactives"),
        (Condition.SEPSIS, False, True, "hypotensive_after_fluids"),
        (Condition.SEPTIC_SHOCK, False, False, "septic_shock"),
        (Condition.MULTI_ORGAN_FAILURE, False, False, "multi_organ_failure"),
    ],
)
def test_priority_follows_from_what_is_stated(condition, vasoactives, hypotensive, rule):
    changes = {
        "condition": condition,
        "needs": Needs(vasoactives=vasoactives),
        "hypotensive_after_fluids": hypotensive,
    }
    assert priority_of(a_request(**changes)).rule == rule
    assert requested(**changes).rule == rule


@pytest.mark.parametrize(
    ("field", "most"), [("contact_phone", 40), ("bedside", 60)], ids=["phone", "bedside"]
)
def test_text_is_needed_and_has_an_end(field, most):
    allowed = f"1-{most} printable characters"
    for text in ("", "   ", "x" * (most + 1), "a\x00b", "a\nb", "a\u202eb"):
        with refused("text_invalid", field=field, allowed=allowed):
            requested(**{field: text})
    start = "93 769 02 01" if field == "contact_phone" else "x"
    longest = start.ljust(most - 6) + "ext. 4"
    assert getattr(requested(**{field: longest}), field) == longest


def test_text_is_kept_without_outer_blanks():
    event = requested(contact_phone=" 112 \n", bedside="\tbox 3 ")
    assert (event.contact_phone, event.bedside) == ("112", "box 3")


def test_clinical_slip_is_refused():
    with refused("value_out_of_range", field="clinical/gcs", value=2):
        requested(clinical=Clinical(gcs=2))


def test_weight_slip_is_refused():
    with refused("value_out_of_range", field="needs/weight_kg", value=651):
        requested(needs=Needs(weight_kg=651))


def test_first_candidate_is_asked_without_a_reason():
    event = ask(a_transfer(), MATARO)
    assert (event.hospital, event.override_reason) == (MATARO, None)
    assert event.checklist_version == "2026-1"


def test_other_candidate_needs_a_reason():
    with refused("override_reason_needed", field="override_reason", proposed=MATARO):
        ask(a_transfer(), GERMANS_TRIAS)
    assert ask(a_transfer(), GERMANS_TRIAS, "knows him").override_reason == "knows him"


@pytest.mark.parametrize("reason", ["", " ", "x" * 201, "bell\x07"])
def test_reason_is_readable_text(reason):
    with refused("text_invalid", field="override_reason"):
        ask(a_transfer(), GERMANS_TRIAS, reason)


def test_transfer_to_oneself_is_refused():
    with refused("transfer_to_oneself", field="hospital", value=CALELLA):
        ask(a_transfer(), CALELLA, "there is room after all")


def test_hospital_below_the_level_is_not_asked():
    with refused("hospital_not_suitable", field="hospital", value="mollet"):
        ask(a_transfer(), "mollet", "nearest")


def test_hospital_nobody_knows_is_not_asked():
    with refused("hospital_not_suitable", value="hospital-of-nowhere"):
        ask(a_transfer(), "hospital-of-nowhere", "nearest")


def left_out(*why: Why) -> Candidate:
    code = HospitalCode("manresa")
    return Candidate(code, None, None, None, is_reference=False, reasons=why)


@pytest.mark.parametrize("why", sorted(BEYOND))
def test_hospital_after_the_last_one_proposed_is_asked_with_a_reason(why):
    """What one screen shows ends somewhere; what a person may ask does not."""
    left = left_out(Why(why))
    transfer = replace(a_transfer(), not_proposed=(left,))
    with refused("override_reason_needed", field="override_reason", proposed=MATARO):
        ask(transfer, "manresa")
    assert ask(transfer, "manresa", "a bed is free, by telephone").hospital == "manresa"


def test_hospital_that_lacks_something_too_is_not_asked():
    left = left_out(Why("farther_than_candidates"), Why("lacks_ecmo"))
    with refused("hospital_not_suitable", field="hospital"):
        ask(replace(a_transfer(), not_proposed=(left,)), "manresa", "nearest")


def test_refused_hospital_comes_with_those_suitable():
    suitable = ", ".join(each.hospital for each in a_transfer().candidates)
    with refused("hospital_not_suitable", allowed=suitable):
        ask(a_transfer(), "mollet", "nearest")


def test_asking_another_takes_the_question_from_the_first():
    story = a_story(Stage.ASKED)
    story.ask(hospital=GERMANS_TRIAS, reason="no answer")
    assert story.transfer().asked == GERMANS_TRIAS


def test_agreed_transfer_is_asked_elsewhere_only_with_a_reason():
    story = a_story(Stage.ACCEPTED)
    with refused("override_reason_needed", field="override_reason"):
        story.ask(hospital=GERMANS_TRIAS)
    story.ask(hospital=GERMANS_TRIAS, reason="better")
    assert story.transfer().asked == GERMANS_TRIAS


@pytest.mark.parametrize("reason", [None, "better"])
@pytest.mark.parametrize("stage", [Stage.HANDED_OVER, Stage.CANCELLED])
def test_closed_transfer_is_asked_nowhere_with_a_reason_or_without(stage, reason):
    """Who asks for a reason here would let a person write one for nothing."""
    transfer = replace(a_transfer(), stage=stage)
    with refused("not_at_this_stage", stage=stage.value, event="hospital-asked"):
        ask(transfer, MATARO, reason)


def test_same_proposal_is_no_news():
    transfer = a_transfer()
    same = HospitalsProposed(
        transfer_id=transfer.transfer_id,
        candidates=transfer.candidates,
        not_proposed=transfer.not_proposed,
        own_hospital_suffices=False,
    )
    assert propose_again(transfer, same) == ()


@pytest.mark.parametrize("changed", ["candidates", "not_proposed"])
def test_other_proposal_is_news(changed):
    transfer = a_transfer()
    lists = {"candidates": transfer.candidates, "not_proposed": transfer.not_proposed}
    other = HospitalsProposed(
        transfer_id=transfer.transfer_id,
        own_hospital_suffices=False,
        **{**lists, changed: lists[changed][1:]},
    )
    assert propose_again(transfer, other) == (other,)


def test_hospital_is_not_asked_twice_at_once():
    transfer = a_transfer(Stage.ASKED)
    with refused("hospital_already_asked", field="hospital"):
        ask(transfer, str(transfer.asked))


def test_child_is_asked_where_children_are_treated():
    transfer = a_transfer(care=Care.PAEDIATRIC)
    assert transfer.candidates[0].hospital == "sant-pau"
    assert MATARO not in {each.hospital for each in transfer.candidates}


def test_child_waits_for_a_paediatric_bed():
    story = a_story(Stage.ACCEPTED, care=Care.PAEDIATRIC)
    assert story.beds("sant-pau", BedKind.PICU).held == 1


def test_headquarters_can_ask_for_a_doctor_on_the_telephone():
    story = a_story(by=dispatcher())
    assert story.transfer().referring_doctor == dispatcher().name


CLOSED = some_beds(closure=Closure("outbreak", "Dra. Puig", NOON, at(90)))


@pytest.mark.parametrize(
    ("beds", "despite"),
    [
        (CLOSED, "closed"),
        (some_beds(used=10), "full"),
        (replace(CLOSED, used=10), "closed, full"),
    ],
    ids=["closed", "full", "both"],
)
def test_closed_or_full_hospital_is_asked_with_a_reason_only(beds, despite):
    transfer = a_transfer()
    with refused("closed_or_full", field="override_reason", despite=despite):
        ask_with(transfer, beds)
    asked, overridden = ask_with(transfer, beds, "  the reference centre, agreed by phone ")
    assert isinstance(asked, HospitalAsked)
    assert isinstance(overridden, BedsOverridden)
    assert asked.despite == overridden.despite == tuple(despite.split(", "))
    assert overridden.reason == "the reference centre, agreed by phone"
    assert (overridden.hospital, overridden.kind) == (MATARO, BedKind.ICU)


def test_hospital_closed_once_is_asked_without_a_word():
    asked = ask(a_transfer(), MATARO)
    (late,) = ask_hospital(a_transfer(), CLOSED, override_reason=None, now_at=at(90))
    assert isinstance(late, HospitalAsked)
    assert asked.despite == late.despite == ()


def test_transfer_says_why_it_went_to_a_closed_unit():
    story = a_story()
    story.close_beds()
    story.ask(reason="no other ICU")
    transfer = story.transfer()
    assert (transfer.asked_despite, transfer.asked_because) == (("closed",), "no other ICU")
    closure = story.beds().closure
    assert closure is not None
    assert (story.beds().overridden, closure.overridden) == (1, 1)
