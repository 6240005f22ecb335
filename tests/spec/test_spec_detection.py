"""Detection of the adult.

The code begins where an infection meets a body that answers to it. Breathing, circulation and
consciousness are looked at first, at the bedside; the laboratory comes after. The doctor
decides; these are the signs the program reads, and what it says of them.
"""

from datetime import timedelta

import pytest

from dispatch.assessment import DEFAULT_CUTOFFS, AdultValues, Detection, assess, centre_cutoffs
from dispatch.assessment.criteria import CRITERIA
from dispatch.assessment.parse_vignettes import parse_vignettes
from tests.builders import NOON, refused
from tests.spec.patients import an_adult, of_adult, signs


@pytest.mark.parametrize(
    ("sign", "values"),
    [
        ("tachypnoea", {"respiratory_rate_rpm": 22}),
        ("tachycardia", {"heart_rate_bpm": 91}),
        ("altered_consciousness", {"acvpu": "C"}),
    ],
)
def test_adaptive_responses_make_a_suspicion(sign, values):
    """Fast breathing, a fast pulse and altered consciousness are adaptive responses that may
    come before organ failure: with an infection they make a suspicion, and no more.

    Source: Yébenes 2020, Fig. 2 and Table 1; the cut-offs are proposed.
    """
    found = of_adult(**values)
    assert signs(found) == {sign}
    assert found.detected.detection is Detection.SUSPICION
    assert not found.gate.may_activate


@pytest.mark.parametrize(
    ("sign", "values"),
    [
        ("hypoxia", {"spo2_pct": 91}),
        ("low_systolic", {"systolic_mmhg": 89, "diastolic_mmhg": 60}),
        ("meningismus", {"meningismus": True}),
    ],
)
def test_organ_failure_allows_activation(sign, values):
    """Hypoxia, hypotension and meningismus are organ failure: with an infection, any one of
    them allows the code to be activated.

    Source: Yébenes 2020, Fig. 2 and Table 1; the cut-offs are proposed.
    """
    found = of_adult(**values)
    assert sign in signs(found)
    assert found.detected.detection is Detection.ACTIVATION
    assert found.gate.may_activate


def test_raised_lactate_allows_activation_too():
    """Early raised lactate activates by itself, even where no other sign fires.

    Source: Yébenes 2020, stage 1 ("and/or early hyperlactacidemia").
    """
    found = of_adult(lactate_mmol_l=2.1)
    assert signs(found) == {"raised_lactate"}
    assert found.gate.may_activate
    assert not of_adult(lactate_mmol_l=2).gate.may_activate


def test_nobody_waits_for_the_laboratory():
    """The diagnosis is clinical: one sign at the bedside activates while every value of the
    laboratory is missing.

    Source: Yébenes 2020, stage 1 ("we shouldn't wait for the results of the blood test").
    """
    found = assess(AdultValues(infection_suspected=True, spo2_pct=85))
    assert found.detected.detection is Detection.ACTIVATION
    assert found.gate.may_activate


def test_without_infection_there_is_no_code():
    """A, the history of an infection, is the gate: the same signs without one are told but
    neither suspect nor activate.

    Source: Yébenes 2020, stage 1 (A: anamnesis).
    """
    found = of_adult(infection_suspected=False, systolic_mmhg=80, diastolic_mmhg=50)
    assert signs(found) == {"low_systolic", "low_map"}
    assert found.detected.detection is Detection.NONE
    assert found.gate.why_not == ("no_infection",)


def test_infection_nobody_asked_about_is_not_a_no():
    """When nobody has said whether there is an infection, the answer is that it is unknown.

    Source: proposed, after decision 12: unanswered is not yes.
    """
    found = of_adult(infection_suspected=None, systolic_mmhg=80)
    assert found.detected.detection is None
    assert found.classification is None
    assert "infection_suspected" in found.missing["classification"]


def test_cutoffs_belong_to_each_centre():
    """The paper gives no numbers on purpose; each centre may set its own cut-offs, and the
    same patient is then read by them.

    Source: Yébenes 2020, Fig. 2 ("numerical values have been eliminated as much as possible").
    """
    fast = an_adult(heart_rate_bpm=95)
    own = centre_cutoffs({"tachycardia_above_bpm": 100})
    assert assess(fast).detected.detection is Detection.SUSPICION
    assert assess(fast, own).detected.detection is Detection.NONE


def test_cutoff_beyond_reason_is_refused():
    """A cut-off of less than half or more than twice ours is taken for a slip and refused.

    Source: proposed.
    """
    with refused("cutoff_out_of_range", field="tachycardia_above_bpm"):
        centre_cutoffs({"tachycardia_above_bpm": 181})
    assert centre_cutoffs({"tachycardia_above_bpm": 180}).tachycardia_above_bpm == 180


def test_every_cutoff_of_ours_says_that_it_is_proposed():
    """Every cut-off the program starts with says that it is proposed, and whose it borrows.

    Source: Yébenes 2020, Fig. 2, which leaves them open; the numbers are proposed.
    """
    rows = [CRITERIA[name] for name in DEFAULT_CUTOFFS.__struct_fields__]
    assert all(row.is_proposed and "after" in row.source for row in rows)


def test_known_hypercapnia_is_read_on_its_own_scale():
    """A patient with recorded hypercapnic failure lives with less oxygen: 90 % is hypoxia for
    others, not for them.

    Source: RCP 2017, chart 1 (scale 2); for detection proposed.
    """
    assert "hypoxia" in signs(of_adult(spo2_pct=90))
    assert "hypoxia" not in signs(of_adult(spo2_pct=90, spo2_scale=2))
    assert "hypoxia" in signs(of_adult(spo2_pct=87, spo2_scale=2))


def test_usual_pressure_counts():
    """A systolic pressure that looks in order is low for a patient whose usual one is much
    higher.

    Source: Yébenes 2020, Table 1 (hypotension); a fall of more than 40 mmHg is proposed.
    """
    assert "systolic_fall" in signs(of_adult(systolic_mmhg=110, usual_systolic_mmhg=151))
    assert "systolic_fall" not in signs(of_adult(systolic_mmhg=110, usual_systolic_mmhg=150))


def test_missing_value_is_missing_and_not_in_order():
    """What was not measured is named as missing; it is never taken to be in order.

    Source: proposed, after decision 13: an unknown bed count is unknown.
    """
    found = of_adult(heart_rate_bpm=None, lactate_mmol_l=None)
    assert found.detected.detection is Detection.NONE
    assert set(found.missing["detection"]) == {"heart_rate_bpm", "lactate_mmol_l"}


def test_temperature_is_no_sign_of_the_code():
    """Temperature and leukocytes belong to SIRS and NEWS, not to the detection of the code.

    Source: Yébenes 2020, Table 1 (the column of the code is empty there).
    """
    found = of_adult(temperature_c=39.5, leukocytes_10e9_l=18)
    assert found.scores["sirs"].total == 2
    assert found.detected.detection is Detection.NONE


@pytest.mark.parametrize(
    ("value", "why"),
    [("has_treatment_limits", "treatment_limits"), ("is_end_of_life", "end_of_life")],
)
def test_limits_of_treatment_keep_the_code_shut_and_care_going(value, why):
    """With a limitation of life support or at the end of life the code is not activated. The
    program says why, and that oxygen, fluids and antibiotics go on as for everybody.

    Source: Yébenes 2020, stage 1 ("without detriment to the basic measures").
    """
    found = of_adult(spo2_pct=85, **{value: True})
    assert not found.gate.may_activate
    assert found.gate.why_not == (why,)
    assert found.gate.basic_care_goes_on


def test_limits_of_treatment_nobody_asked_about_are_named():
    """When nobody has said whether life support is limited, the answer names the question.

    Source: Yébenes 2020, stage 1; that it is asked aloud is proposed.
    """
    found = of_adult(spo2_pct=85, has_treatment_limits=None)
    assert found.gate.missing == ("has_treatment_limits",)


def test_wrong_unit_is_refused_by_name():
    """A value that only fits another unit is refused with its place and what fits there;
    nothing is converted and nothing is worked out from it.

    Source: proposed (lactate of 54 mg/dL would be 6 mmol/L).
    """
    text = '{"id": "1", "inputs": {"population": "adult", "lactate_mmol_l": 54}}'
    parsed = parse_vignettes(text, now_at=NOON)
    assert parsed.items == ()
    (fault,) = parsed.faults
    assert (fault.path, fault.problem) == ("inputs.lactate_mmol_l", "out_of_range")
    assert fault.allowed == "0–30 mmol/L"


def test_name_of_a_value_says_its_unit():
    """A value given under the name of another unit is told so, and not read.

    Source: proposed.
    """
    text = '{"id": "1", "inputs": {"population": "adult", "lactate_mg_dl": 20}}'
    (fault,) = parse_vignettes(text, now_at=NOON).faults
    assert (fault.path, fault.problem) == ("inputs.lactate_mg_dl", "wrong_unit")


def test_nothing_is_assessed_in_the_future():
    """An antibiotic or an assessment that lies in the future is refused.

    Source: proposed; two minutes are forgiven, as clocks differ.
    """
    later = (NOON + timedelta(hours=1)).isoformat()
    text = f'{{"id": "1", "inputs": {{"population": "adult", "antibiotic_at": "{later}"}}}}'
    (fault,) = parse_vignettes(text, now_at=NOON).faults
    assert (fault.path, fault.problem) == ("inputs.antibiotic_at", "in_future")
