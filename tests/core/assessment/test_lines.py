"""The lines of an assessment: what decides first, what is not known right below it."""

import pytest
from msgspec.structs import replace

from dispatch.assessment import assess
from dispatch.assessment.answer import answer_of
from dispatch.assessment.lines import Line, lines_of
from dispatch.assessment.values import AdultValues, ChildValues, PatientValues

IN_ORDER = AdultValues(
    infection_suspected=True,
    pao2_mmhg=95,
    fio2_fraction=0.21,
    has_respiratory_support=False,
    platelets_10e9_l=250,
    bilirubin_mg_dl=0.6,
    gcs=15,
    vasoactives_mcg_kg_min={},
    systolic_mmhg=120,
    diastolic_mmhg=75,
    creatinine_mg_dl=0.8,
    urine_ml_24h=1800,
    baseline_points=0,
    lactate_mmol_l=1.0,
    adequate_fluids_given=False,
)
ILL = AdultValues(infection_suspected=True, respiratory_rate_rpm=26, heart_rate_bpm=122)
SHOCK = AdultValues(
    infection_suspected=True,
    systolic_mmhg=80,
    diastolic_mmhg=47,
    adequate_fluids_given=True,
    lactate_mmol_l=5.1,
)


def told(values: PatientValues) -> tuple[Line, ...]:
    return lines_of(answer_of("-", assess(values)))


def codes(values: PatientValues) -> list[str]:
    return [line.code for line in told(values)]


def facts(values: PatientValues, code: str) -> list[dict[str, object]]:
    return [dict(line.facts) for line in told(values) if line.code == code]


def missing_of(values: PatientValues) -> set[str]:
    """Scores and questions below which a line says what they lack."""
    found = (each["of"] for each in facts(values, "assess-missing"))
    return {each.code.removeprefix("score-") for each in found if isinstance(each, Line)}


def test_class_and_priority_come_first_and_what_they_lack_with_them() -> None:
    first = told(ILL)[:4]
    assert [line.weight for line in first] == ["decides", "lacks", "decides", "lacks"]
    assert [line.code for line in first[::2]] == ["assess-class", "assess-priority-unknown"]
    assert first[0].facts["classification"] == Line("classification-open-infection")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (IN_ORDER, "infection"),
        (AdultValues(), "unknown"),
        (AdultValues(infection_suspected=True), "open-infection"),
        (replace(IN_ORDER, platelets_10e9_l=None), "open-infection"),
        (replace(IN_ORDER, adequate_fluids_given=None), "infection"),
        (replace(IN_ORDER, adequate_fluids_given=None, diastolic_mmhg=20), "open-infection"),
        (replace(IN_ORDER, platelets_10e9_l=90), "sepsis"),
        (replace(IN_ORDER, platelets_10e9_l=90, baseline_points=None), "sepsis"),
        (
            replace(
                IN_ORDER,
                platelets_10e9_l=90,
                adequate_fluids_given=True,
                vasoactives_mcg_kg_min=None,
            ),
            "open-sepsis",
        ),
        (SHOCK, "septic_shock"),
        (
            ChildValues(infection_suspected=True, age_months=60, meningismus=True),
            "open-infection",
        ),
    ],
)
def test_class_is_open_while_a_missing_value_could_make_it_graver(
    values: PatientValues, code: str
) -> None:
    assert told(values)[0].facts["classification"] == Line(f"classification-{code}")


def test_parts_that_nobody_measured_are_never_told_as_0() -> None:
    known = AdultValues(infection_suspected=True, platelets_10e9_l=90, creatinine_mg_dl=1.5)
    (score,) = facts(known, "assess-score-parts")[:1]
    parts = score["parts"]
    assert isinstance(parts, tuple)
    assert {each.facts["part"].code: each.facts["points"] for each in parts} == {
        "part-respiration": "?",
        "part-coagulation": "2",
        "part-liver": "?",
        "part-cardiovascular": "?",
        "part-cns": "?",
        "part-renal": "≥ 1",
    }


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (SHOCK, "assess-priority"),
        (IN_ORDER, "assess-no-priority"),
        (AdultValues(infection_suspected=False), "assess-no-priority"),
        (AdultValues(), "assess-priority-unknown"),
        (ILL, "assess-priority-unknown"),
    ],
)
def test_no_priority_is_told_as_unknown_while_a_value_could_give_one(
    values: AdultValues, code: str
) -> None:
    assert code in codes(values)


def test_priority_names_its_rule_and_its_source() -> None:
    (found,) = facts(SHOCK, "assess-priority")
    assert found == {
        "rule": Line("rule-septic_shock"),
        "source": Line("rule-source-septic_shock"),
    }


@pytest.mark.parametrize(
    ("values", "points"),
    [
        (AdultValues(infection_suspected=True, platelets_10e9_l=90), "≥ 2"),
        (replace(IN_ORDER, platelets_10e9_l=90), "2"),
    ],
)
def test_score_and_its_rise_are_the_least_while_organs_are_unknown(
    values: AdultValues, points: str
) -> None:
    score = facts(values, "assess-score-parts")[0]
    assert score["points"] == points
    assert facts(values, "assess-rise") == [{"points": points}]


def test_sepsis3_is_told_of_shock_alone() -> None:
    wanted = "assess-sepsis3", "assess-not-sepsis3", "assess-sepsis3-unknown"
    for lactate, code in zip((5.1, 1.5, None), wanted, strict=True):
        values = AdultValues(
            infection_suspected=True,
            systolic_mmhg=80,
            diastolic_mmhg=47,
            adequate_fluids_given=True,
            lactate_mmol_l=lactate,
        )
        assert set(codes(values)) & set(wanted) == {code}
    assert not set(codes(ILL)) & set(wanted)


def test_failing_organs_are_told_or_said_to_be_unknown() -> None:
    failing = AdultValues(infection_suspected=True, platelets_10e9_l=40, bilirubin_mg_dl=7)
    assert "assess-mof" in codes(failing)
    assert "assess-mof-unknown" in codes(ILL)
    in_order = codes(IN_ORDER)
    assert not {"assess-mof", "assess-mof-unknown"} & set(in_order)


def test_news2_is_never_told_with_points_in_pregnancy() -> None:
    pregnant = AdultValues(infection_suspected=True, heart_rate_bpm=135, is_pregnant=True)
    scores = (*facts(pregnant, "assess-score"), *facts(pregnant, "assess-score-parts"))
    (news2,) = [each for each in scores if each["score"] == Line("score-news2")]
    assert news2["points"] == Line("assess-news2-not-valid")
    assert "assess-risk" not in codes(pregnant)


@pytest.mark.parametrize(
    ("values", "risk"),
    [
        (AdultValues(heart_rate_bpm=95), "risk-least-low"),
        (
            AdultValues(respiratory_rate_rpm=30, heart_rate_bpm=140, temperature_c=40),
            "risk-high",
        ),
    ],
)
def test_risk_by_news2_is_known_or_the_least(values: AdultValues, risk: str) -> None:
    assert facts(values, "assess-risk") == [{"risk": Line(risk)}]


@pytest.mark.parametrize(
    ("values", "code", "given"),
    [
        (ChildValues(age_months=60, infection_suspected=True, vasoactive_count=2), None, None),
        (
            ChildValues(
                age_months=60, infection_suspected=True, vasoactive_count=2, weight_kg=18
            ),
            "assess-fluids-paediatric",
            {"volume_ml": 180, "most_ml": 720},
        ),
        (
            AdultValues(infection_suspected=True, lactate_mmol_l=5, weight_kg=70),
            "assess-fluids-adult",
            {"volume_ml": 2100, "most_ml": 0},
        ),
    ],
)
def test_first_volume_is_told_or_the_weight_is_asked_for(
    values: PatientValues, code: str | None, given: dict[str, object] | None
) -> None:
    if code is None:
        assert "assess-fluids-weight-paediatric" in codes(values)
    else:
        assert facts(values, code) == [given]


def test_finding_is_told_with_its_value_where_it_has_a_cutoff() -> None:
    values = AdultValues(infection_suspected=True, respiratory_rate_rpm=26)
    (beyond,) = facts(values, "assess-finding-beyond")
    assert (beyond["letter"], beyond["value"], beyond["cutoff"]) == ("B", 26, 22)
    runs = AdultValues(infection_suspected=True, vasoactives_mcg_kg_min={"norepinephrine": 0.1})
    (other,) = facts(runs, "assess-finding")
    assert other["finding"] == Line("finding-vasoactives")


def test_no_sign_in_what_is_known_is_not_told_as_no_sign() -> None:
    for values, told_as in (
        (AdultValues(infection_suspected=True, spo2_pct=98), "detection-none-known"),
        (AdultValues(), "detection-unknown"),
    ):
        assert facts(values, "assess-detection") == [{"detection": Line(told_as)}]


CHILD = ChildValues(age_months=60, infection_suspected=True)


@pytest.mark.parametrize("values", [ILL, AdultValues(), CHILD])
def test_nothing_that_is_missing_goes_untold(values: PatientValues) -> None:
    missing = answer_of("-", assess(values))["missing"]
    assert isinstance(missing, dict)
    assert missing_of(values) == set(missing)


def test_what_is_told_of_limits_and_doubts_asks_somebody() -> None:
    limited = AdultValues(infection_suspected=True, systolic_mmhg=80, has_treatment_limits=True)
    asking = {line.code for line in told(limited) if line.weight == "asks"}
    assert {
        "gate-treatment_limits",
        "doubt-hypotension_before_fluids",
        "assess-reassess",
    } <= asking


@pytest.mark.parametrize(
    ("name", "gate"),
    [
        ("is_end_of_life", "gate-end_of_life"),
        ("has_treatment_limits", "gate-treatment_limits"),
    ],
)
def test_no_volume_is_told_where_treatment_is_limited(name: str, gate: str) -> None:
    values = replace(SHOCK, adequate_fluids_given=False, weight_kg=50)
    assert "assess-fluids-adult" in codes(values)
    limited = codes(replace(values, **{name: True}))
    assert gate in limited
    assert not any(code.startswith("assess-fluids") for code in limited)


@pytest.mark.parametrize("values", [SHOCK, AdultValues(infection_suspected=True)])
def test_no_priority_is_told_at_the_end_of_life(values: AdultValues) -> None:
    """Of a dying patient in shock the text said priority 0."""
    dying = replace(values, is_end_of_life=True)
    answer = answer_of("-", assess(dying))
    assert (answer["csi_priority"], answer["priority_rule"]) == (None, None)
    assert "assess-no-priority" in codes(dying)
    assert not {"assess-priority", "assess-priority-unknown"} & {*codes(dying)}
