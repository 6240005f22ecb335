"""What a text of vignettes may hold, and every fault by its path; with one, nothing holds."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from dispatch.assessment.assess import assess
from dispatch.assessment.input_fault import InputFault
from dispatch.assessment.parse_vignettes import ChecklistAnswers, Vignette, parse_vignettes
from dispatch.assessment.values import AdultValues, ChildValues
from tests.core.assessment.worked import ADULT, CHILD, Json

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def adult(**changes: Any) -> Json:
    return {"id": "A", "inputs": {**ADULT, **changes}}


def child(**changes: Any) -> Json:
    return {"id": "C", "inputs": {**CHILD, **changes}}


def faults(document: object) -> list[InputFault]:
    text = document if isinstance(document, str | bytes) else json.dumps(document)
    parsed = parse_vignettes(text, now_at=NOON)
    assert bool(parsed.faults) or parsed.items
    return list(parsed.faults)


def places(document: object) -> list[tuple[str, str]]:
    return [(fault.path, fault.problem) for fault in faults(document)]


def values(document: object) -> Any:
    (vignette,) = parse_vignettes(json.dumps(document), now_at=NOON).vignettes
    return vignette.values


# Shapes


def test_one_vignette_is_read_alone():
    parsed = parse_vignettes(json.dumps(adult()), now_at=NOON)
    assert [(each.vignette_id, each.path) for each in parsed.vignettes] == [("A", "")]


def test_list_of_vignettes_keeps_its_order():
    parsed = parse_vignettes(json.dumps([child(), adult()]), now_at=NOON)
    assert [type(each.values) for each in parsed.vignettes] == [ChildValues, AdultValues]
    assert [each.path for each in parsed.vignettes] == ["[0]", "[1]"]


def test_document_holds_vignettes_and_checklists():
    answers = {"id": "K", "answers": {"infection": True, "other": None}, "agreed": True}
    document = {"schema": "csi-vignettes/1", "rules": {}, "vignettes": [adult()]}
    parsed = parse_vignettes(
        json.dumps({**document, "checklist_cases": [answers]}), now_at=NOON
    )
    vignette, checklist = parsed.items
    assert isinstance(vignette, Vignette)
    assert checklist == ChecklistAnswers(
        "K", "checklist_cases[0]", {"infection": True, "other": None}
    )


def test_what_is_expected_and_why_is_not_read():
    assert places({**adult(), "title": 1, "expected": {"sofa": "?"}, "why": None}) == []


def test_bytes_with_a_byte_order_mark_are_read():
    text = b"\xef\xbb\xbf" + json.dumps(adult()).encode()
    assert parse_vignettes(text, now_at=NOON).faults == ()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1,]", b"\xff\xfe", "[" * 100_000, "nothing", '{"id": 1' + "0" * 5_000 + "}"],
)
def test_text_that_is_no_json_is_one_fault(text):
    assert places(text) == [("", "not_json")]


def test_place_of_broken_json_is_told():
    (fault,) = faults('{\n "id": }')
    assert fault.value == '"2:8"'


@pytest.mark.parametrize(
    ("document", "path", "problem"),
    [
        (1, "", "not_an_object"),
        (None, "", "not_an_object"),
        ([[]], "[0]", "not_an_object"),
        ([adult(), "A"], "[1]", "not_an_object"),
        ({"vignettes": {}}, "vignettes", "not_an_object"),
        ({"vignettes": [], "patients": []}, "patients", "unknown_key"),
        ({"vignettes": [], "schema": "csi-vignettes/2"}, "schema", "not_one_of"),
        ({"inputs": ADULT}, "id", "missing"),
        ({"id": None, "inputs": ADULT}, "id", "missing"),
        ({"id": 7, "inputs": ADULT}, "id", "not_a_text"),
        ({"id": "", "inputs": ADULT}, "id", "not_a_text"),
        ({"id": "x" * 201, "inputs": ADULT}, "id", "not_a_text"),
        ({"id": "a\u202eb", "inputs": ADULT}, "id", "not_a_text"),
        ({"id": "A"}, "inputs", "missing"),
        ({"id": "A", "inputs": []}, "inputs", "not_an_object"),
        ({**adult(), "patient": 1}, "patient", "unknown_key"),
        ([adult(), adult()], "[1].id", "named_twice"),
        ({"id": "K", "answers": []}, "answers", "not_an_object"),
        ({"id": "K", "answers": {"infection": "yes"}}, "answers.infection", "not_yes_or_no"),
        ({"id": "A", "inputs": {}}, "inputs.population", "missing"),
        ({"id": "A", "inputs": {"population": None}}, "inputs.population", "missing"),
        ({"id": "A", "inputs": {"population": "old"}}, "inputs.population", "not_one_of"),
    ],
)
def test_fault_of_shape_is_named_by_its_path(document, path, problem):
    assert (path, problem) in places(document)


def test_document_without_anything_has_no_fault():
    assert parse_vignettes('{"vignettes": []}', now_at=NOON).items == ()


def test_key_given_twice_is_a_fault_of_the_vignette():
    assert places('{"id": "A", "why": "", "why": "", "inputs": {"population": "adult"}}') == [
        ("why", "given_twice")
    ]


def test_value_given_twice_is_a_fault_and_both_are_told():
    (fault,) = faults('{"id": "A", "inputs": {"population": "adult", "hr": 80, "hr": 180}}')
    assert (fault.path, fault.problem, fault.value) == ("inputs.hr", "given_twice", "[80, 180]")


# One value


ADULT_FAULTS: list[tuple[Json, str]] = [
    # another unit, or the same quantity under another name
    ({"lactate_mg_dl": 23}, "wrong_unit"),
    ({"creatinine_umol_l": 141}, "wrong_unit"),
    ({"bilirubin_umol_l": 34}, "wrong_unit"),
    ({"pao2_kpa": 10.6}, "wrong_unit"),
    ({"temp_f": 101.3}, "wrong_unit"),
    ({"platelets": 180_000}, "wrong_unit"),
    ({"creatinine_mg_dl": 141}, "out_of_range"),
    ({"platelets_10e9_l": 180_000}, "out_of_range"),
    ({"wbc_10e9_l": 16_200}, "out_of_range"),
    ({"temp_c": 101.3}, "out_of_range"),
    ({"pao2_mmhg": 10.6}, "out_of_range"),
    ({"paco2_mmhg": 5.3}, "out_of_range"),
    ({"fio2": 60}, "out_of_range"),
    ({"spo2": 0.95}, "out_of_range"),
    ({"lactate_mmol_l": 36}, "out_of_range"),
    # absurd
    ({"hr": -5}, "out_of_range"),
    ({"rr": 400}, "out_of_range"),
    ({"spo2": 101}, "out_of_range"),
    ({"gcs": 2}, "out_of_range"),
    ({"gcs": 16}, "out_of_range"),
    ({"fio2": 0.2}, "out_of_range"),
    ({"baseline_sofa": 25}, "out_of_range"),
    ({"hr": 10**400}, "out_of_range"),
    ({"age_years": 15}, "out_of_range"),
    # another type
    ({"hr": "80"}, "not_a_number"),
    ({"hr": True}, "not_a_number"),
    ({"hr": [80]}, "not_a_number"),
    ({"hr": float("nan")}, "not_finite"),
    ({"hr": float("inf")}, "not_finite"),
    ({"lactate_mmol_l": float("-inf")}, "not_finite"),
    ({"gcs": 14.5}, "not_whole"),
    ({"gcs": 2.5}, "not_whole"),
    ({"on_oxygen": 1}, "not_yes_or_no"),
    ({"infection_suspected": "yes"}, "not_yes_or_no"),
    ({"acvpu": "a"}, "not_one_of"),
    ({"spo2_scale": 3}, "not_one_of"),
    ({"spo2_scale": True}, "not_one_of"),
    ({"spo2_scale": 1.0}, "not_one_of"),
    ({"vasoactives_mcg_kg_min": []}, "not_an_object"),
    ({"assessed_at": "yesterday"}, "not_an_instant"),
    ({"assessed_at": 1_700_000_000}, "not_an_instant"),
    ({"assessed_at": "0001-01-01T00:00:00+00:00"}, "not_an_instant"),
    ({"assessed_at": "2026-11-22T08:00:00"}, "instant_without_zone"),
    # unknown, or of children
    ({"heart": 80}, "unknown_key"),
    ({"sp_o2": 95}, "unknown_key"),
    ({"": 1}, "unknown_key"),
    ({"age_months": 600}, "of_other_population"),
    ({"vasoactive_count": 1}, "of_other_population"),
    # together
    ({"dbp": 120}, "disagrees"),
    ({"dbp": 130}, "disagrees"),
]


@pytest.mark.parametrize(("change", "problem"), ADULT_FAULTS)
def test_faulty_value_of_an_adult_is_named_by_its_path(change, problem):
    (key,) = change
    path = f"inputs.{key}" if key else 'inputs.""'
    assert places(adult(**change)) == [(path, problem)]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"age_months": None}, "missing"),
        ({"age_months": 216}, "out_of_range"),
        ({"age_months": -1}, "out_of_range"),
        ({"fibrinogen_mg_dl": 3.5}, "out_of_range"),
        ({"fibrinogen_g_l": 3.5}, "wrong_unit"),
        ({"d_dimer_ng_ml": 500}, "wrong_unit"),
        ({"d_dimer_mg_l_feu": 500}, "out_of_range"),
        ({"inr": 70}, "out_of_range"),
        ({"vasoactive_count": 7}, "out_of_range"),
        ({"map_mmhg": 95}, "disagrees"),
        # a child with an adult's scores
        ({"bilirubin_mg_dl": 1}, "of_other_population"),
        ({"baseline_sofa": 0}, "of_other_population"),
        ({"acvpu": "A"}, "of_other_population"),
        ({"age_years": 3}, "of_other_population"),
    ],
)
def test_faulty_value_of_a_child_is_named_by_its_path(change, problem):
    (key,) = change
    assert places(child(**change)) == [(f"inputs.{key}", problem)]


def test_child_without_an_age_is_a_fault():
    inputs = {key: value for key, value in CHILD.items() if key != "age_months"}
    assert places({"id": "C", "inputs": inputs}) == [("inputs.age_months", "missing")]


@pytest.mark.parametrize(
    ("doses", "path", "problem"),
    [
        ({"norepinephrine": 12}, ".norepinephrine", "out_of_range"),
        ({"norepinephrine": -0.1}, ".norepinephrine", "out_of_range"),
        ({"norepinephrine": "0.1"}, ".norepinephrine", "not_a_number"),
        ({"norepinephrine": None}, ".norepinephrine", "missing"),
        ({"aspirin": 1}, ".aspirin", "unknown_key"),
        ({"adrenaline": 0.1, "epinephrine": 0.1}, ".epinephrine", "given_twice"),
    ],
)
def test_faulty_dose_is_named_by_its_drug(doses, path, problem):
    found = places(adult(vasoactives_mcg_kg_min=doses))
    assert found == [(f"inputs.vasoactives_mcg_kg_min{path}", problem)]


def test_every_fault_is_told_in_the_order_of_the_text():
    assert places([adult(rr="24", hr=-1), child(inr=0)]) == [
        ("[0].inputs.rr", "not_a_number"),
        ("[0].inputs.hr", "out_of_range"),
        ("[1].inputs.inr", "out_of_range"),
    ]


def test_wrong_unit_is_answered_with_the_right_key():
    (fault,) = faults(adult(lactate_mg_dl=23))
    assert (fault.allowed, fault.value) == ("lactate_mmol_l", "23")


def test_misspelt_key_is_answered_with_its_like():
    (fault,) = faults(adult(meningism=True))
    assert fault.allowed == "meningismus"


def test_strange_key_and_long_value_are_told_short():
    (fault,) = faults(adult(**{"a b": "x" * 500}))
    assert fault.path == 'inputs."a b"'
    assert fault.value is not None
    assert len(fault.value) == 60


def test_limits_are_included():
    for edges in ({"rr": 0, "hr": 10}, {"rr": 120, "hr": 350}, {"fio2": 1}, {"gcs": 3}):
        assert places(adult(**edges)) == []


# What is missing, and what is read otherwise than written


def test_null_and_absent_are_both_not_known():
    absent = {key: value for key, value in ADULT.items() if key != "hr"}
    assert values({"id": "A", "inputs": absent}) == values(adult(hr=None))
    assert values(adult(hr=None)).heart_rate_bpm is None


def test_scale_of_spo2_is_the_usual_one_unless_said():
    unsaid = values(adult(spo2_scale=None, spo2=90))
    usual = values(adult(spo2_scale=1, spo2=90))
    assert unsaid.spo2_scale is None
    assert assess(unsaid).scores == assess(usual).scores


def test_european_names_of_drugs_are_read():
    read = values(adult(vasoactives_mcg_kg_min={"noradrenaline": 0.1, "adrenaline": 0.2}))
    assert read.vasoactives_mcg_kg_min == {"norepinephrine": 0.1, "epinephrine": 0.2}


def test_whole_number_may_be_written_with_a_point():
    assert values(adult(gcs=14.0)).gcs == 14


# Time


@pytest.mark.parametrize(
    ("change", "key", "problem"),
    [
        ({"assessed_at": "2026-11-22T12:02:01+00:00"}, "assessed_at", "in_future"),
        ({"antibiotic_at": "2026-11-22T12:02:01Z"}, "antibiotic_at", "in_future"),
        ({"antibiotic_at": "1975-01-01T00:00:00Z"}, "antibiotic_at", "before_birth"),
        ({"assessed_at": "1975-01-01T00:00:00Z"}, "assessed_at", None),
    ],
)
def test_adult_cannot_travel_in_time(change, key, problem):
    wanted = [] if problem is None else [(f"inputs.{key}", problem)]
    assert places(adult(**change)) == wanted


def test_antibiotic_after_its_assessment_lies_in_the_future():
    given = {"assessed_at": "2026-11-22T10:00:00Z", "antibiotic_at": "2026-11-22T10:02:01Z"}
    assert places(adult(**given)) == [("inputs.antibiotic_at", "in_future")]


def test_antibiotic_before_a_child_was_born_is_refused():
    assert places(child(antibiotic_at="2023-09-01T00:00:00Z")) == [
        ("inputs.antibiotic_at", "before_birth")
    ]
    assert places(child(antibiotic_at="2023-11-22T00:00:00Z")) == []


def test_adult_of_unknown_age_has_no_birth_to_compare():
    assert places(adult(age_years=None, antibiotic_at="1950-01-01T00:00:00Z")) == []


def test_clock_a_little_ahead_is_no_fault():
    assert places(adult(assessed_at="2026-11-22T12:02:00+00:00")) == []


def test_zones_and_the_night_the_clock_changes_are_one_line_of_time():
    # 02:30 comes twice on 25 October 2026 in Barcelona; the offset tells which.
    first, second = "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"
    read = values(adult(assessed_at=second, antibiotic_at=first))
    assert (read.assessed_at - read.antibiotic_at).total_seconds() == 3600
    assert places(adult(assessed_at=first, antibiotic_at=second)) == [
        ("inputs.antibiotic_at", "in_future")
    ]


def test_one_patient_may_be_assessed_twice_if_times_are_told():
    early, late = (f"2026-11-22T{hour}:00:00Z" for hour in ("08", "10"))
    assert places([adult(assessed_at=early), adult(assessed_at=late)]) == []
    assert places([adult(assessed_at=early), adult()]) == [("[1].id", "named_twice")]
