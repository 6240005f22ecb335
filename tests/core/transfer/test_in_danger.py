"""Values of danger at 3 h ask for a decision, a doctor on board and another look, no more."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.assess import assess
from dispatch.assessment.danger import dangers_of_adult, dangers_of_child
from dispatch.assessment.priority import Priority
from dispatch.assessment.values import AdultValues, ChildValues
from dispatch.fleet.types import UnitType
from dispatch.network.levels import Care
from dispatch.transfer.assessed import Assessed
from dispatch.transfer.crew import doctor_because
from dispatch.transfer.decide_priority import MAY_LOWER
from dispatch.transfer.decisions import MAY_SETTLE, open_decisions
from dispatch.transfer.parts import Clinical
from dispatch.transfer.stage import Stage
from dispatch.transfer.unit_types import allowed_unit_types
from tests.builders import a_story, a_transfer, at, coordinating_doctor

PICTURE = Clinical(
    map_mmhg=66,
    lactate_mmol_l=9.5,
    spo2_pct=70,
    respiratory_rate_rpm=48,
    gcs=9,
    heart_rate_bpm=165,
)
"""The patient of the clinician's trial; nobody said of fluids."""

VALUES = AdultValues(
    infection_suspected=True,
    systolic_mmhg=90,
    diastolic_mmhg=54,
    lactate_mmol_l=9.5,
    spo2_pct=70,
    respiratory_rate_rpm=48,
    gcs=9,
    heart_rate_bpm=165,
)


def assessed(values, transfer=None):
    found = a_transfer(Stage.ASKED) if transfer is None else transfer
    child = values if isinstance(values, ChildValues) else None
    return replace(found, assessed=Assessed(None if child else values, child, at(9), "Dr. A"))


def kinds(transfer):
    return [each.kind for each in open_decisions(transfer)]


@pytest.mark.parametrize(
    "transfer", [a_transfer(Stage.ASKED, clinical=PICTURE), assessed(VALUES)]
)
def test_dying_patient_is_no_silent_three_hours_and_goes_with_no_nurse_alone(transfer):
    assert transfer.priority is Priority.THREE_HOURS
    assert kinds(transfer) == ["shock_suspected", "in_danger"]
    because = ("shock_suspected", "respiratory_failure", "extreme_pulse", "high_news2")
    assert doctor_because(transfer) == because
    allowed = allowed_unit_types(transfer, working=tuple(UnitType), has_pads=True)
    assert UnitType.SVI not in allowed
    found = assess(VALUES)
    assert found.reassess_within_min == 60


BREATHING = [
    ((), {}),
    ((), {"respiratory_rate_rpm": 29}),
    ((), {"spo2_pct": 84}),
    ((), {"respiratory_rate_rpm": 24, "spo2_pct": 91}),
    (("respiratory_failure",), {"respiratory_rate_rpm": 30}),
    (("respiratory_failure",), {"respiratory_rate_rpm": 8}),
    (("respiratory_failure",), {"spo2_pct": 83}),
    (("respiratory_failure",), {"spo2_pct": 83, "usual_spo2_pct": 82}),
    (("respiratory_failure",), {"respiratory_rate_rpm": 25, "spo2_pct": 91}),
    ((), {"respiratory_rate_rpm": 25, "spo2_pct": 92}),
    ((), {"respiratory_rate_rpm": 25, "spo2_pct": 88, "usual_spo2_pct": 88}),
    ((), {"respiratory_rate_rpm": 25, "usual_spo2_pct": 88}),
    (
        ("respiratory_failure",),
        {"respiratory_rate_rpm": 25, "spo2_pct": 87, "usual_spo2_pct": 88},
    ),
    ((), {"respiratory_rate_rpm": 25, "spo2_pct": 86, "spo2_scale": 2}),
]


@pytest.mark.parametrize(("codes", "known"), BREATHING)
def test_breathing_fails_by_the_red_parts_of_news2(codes, known):
    assert dangers_of_adult(AdultValues(**known)) == codes


def test_high_news2_counts_who_is_not_alert_by_the_glasgow_scale():
    nearly = AdultValues(heart_rate_bpm=115, systolic_mmhg=95, spo2_pct=98)
    for gcs, codes in ((12, ("high_news2",)), (13, ()), (None, ())):
        assert dangers_of_adult(replace(nearly, gcs=gcs)) == codes
    assert dangers_of_adult(replace(nearly, gcs=12, acvpu="A")) == ("high_news2",)
    assert dangers_of_adult(replace(nearly, gcs=13, acvpu="A")) == ()


def test_later_mean_alone_is_read_as_no_systolic_pressure():
    before = assessed(AdultValues(systolic_mmhg=95, heart_rate_bpm=115, acvpu="C"))
    assert doctor_because(before) == ("high_news2",)
    better = replace(before, clinical=Clinical(map_mmhg=75), clinical_at=at(10))
    assert doctor_because(better) == ()


def test_saturation_of_a_child_is_read_too():
    child = a_transfer(Stage.ASKED, care=Care.PAEDIATRIC)
    for spo2, found in ((83, ["in_danger"]), (84, []), (None, [])):
        pictured = replace(child, clinical=Clinical(spo2_pct=spo2))
        assert kinds(pictured) == found
    low = ChildValues(age_months=30, infection_suspected=True, spo2_pct=80)
    assert assess(low).reassess_within_min == 60


def test_priority_zero_is_not_asked_and_keeps_its_doctor():
    zero = replace(a_transfer(Stage.ASKED, clinical=PICTURE), priority=Priority.ZERO)
    assert kinds(zero) == []
    assert "respiratory_failure" in doctor_because(zero)


def test_only_who_may_lower_says_that_it_stays_and_the_doctor_on_board_stays_too():
    assert MAY_SETTLE["in_danger"] == MAY_LOWER
    story = a_story(Stage.ASKED, clinical=Clinical(spo2_pct=70))
    story.change_priority(priority=Priority.ZERO)
    story.change_priority(priority=Priority.THREE_HOURS, by=coordinating_doctor())
    assert kinds(story.transfer()) == []
    (settled,) = story.transfer().settled
    assert settled.kind == "in_danger"
    assert doctor_because(story.transfer()) == ("respiratory_failure",)


COMA = [
    (("coma",), {"gcs": 8}),
    ((), {"gcs": 9}),
    (("coma",), {"acvpu": "P"}),
    (("coma",), {"acvpu": "U", "gcs": 15}),
    ((), {"acvpu": "V"}),
    (("extreme_pulse",), {"heart_rate_bpm": 131}),
    (("extreme_pulse",), {"heart_rate_bpm": 40}),
    ((), {"heart_rate_bpm": 130}),
    ((), {"heart_rate_bpm": 41}),
]


@pytest.mark.parametrize(("codes", "known"), COMA)
def test_coma_or_an_extreme_pulse_is_looked_at_again_and_asked(codes, known):
    values = AdultValues(infection_suspected=True, **known)
    assert dangers_of_adult(values) == codes
    found = assess(values)
    assert found.reassess_within_min == (60 if codes else None)
    assert {doubt.code for doubt in found.doubts} >= set(codes)
    assert kinds(assessed(values)) == ["in_danger"] * bool(codes)
    names = {"coma": "low_consciousness"}
    assert doctor_because(assessed(values)) == tuple(names.get(code, code) for code in codes)


def test_coma_of_the_picture_alone_is_asked_too():
    for care in Care:
        pictured = a_transfer(Stage.ASKED, care=care, clinical=Clinical(gcs=8))
        assert kinds(pictured) == ["in_danger"]


CHILDREN = [
    (("respiratory_failure",), 48, {"respiratory_rate_rpm": 75}),
    ((), 48, {"respiratory_rate_rpm": 39}),
    (("extreme_pulse",), 48, {"heart_rate_bpm": 190}),
    ((), 48, {"heart_rate_bpm": 139}),
    ((), 48, {"heart_rate_bpm": 60}),
    (("extreme_pulse",), 48, {"heart_rate_bpm": 59}),
    ((), 200, {"heart_rate_bpm": 41}),
    (("coma",), 48, {"gcs": 8}),
    ((), 48, {"gcs": 9}),
    (("coma",), 48, {"has_fixed_pupils": True}),
    (
        ("respiratory_failure",),
        48,
        {"pao2_mmhg": 100, "fio2_fraction": 0.5, "has_invasive_ventilation": True},
    ),
    ((), 48, {"pao2_mmhg": 101, "fio2_fraction": 0.5, "has_invasive_ventilation": True}),
    ((), 48, {"pao2_mmhg": 100, "fio2_fraction": 0.5, "has_invasive_ventilation": False}),
]


@pytest.mark.parametrize(("codes", "months", "known"), CHILDREN)
def test_child_in_danger_is_looked_at_again_and_asked(codes, months, known):
    values = ChildValues(age_months=months, infection_suspected=True, **known)
    assert dangers_of_child(values) == codes
    assert assess(values).reassess_within_min == (60 if codes else None)
    child = assessed(values, a_transfer(Stage.ASKED, care=Care.PAEDIATRIC))
    assert kinds(child) == ["in_danger"] * bool(codes)


def test_child_of_unknown_age_is_read_by_the_widest_limits():
    child = a_transfer(Stage.ASKED, care=Care.PAEDIATRIC)
    for breaths, found in ((60, ["in_danger"]), (59, [])):
        known = Clinical(respiratory_rate_rpm=breaths)
        assert kinds(replace(child, clinical=known)) == found


def test_fixed_pupils_are_a_finding_of_disability():
    (found,) = assess(ChildValues(age_months=48, has_fixed_pupils=True)).detected.findings
    assert (found.code, found.letter) == ("fixed_pupils", "D")
