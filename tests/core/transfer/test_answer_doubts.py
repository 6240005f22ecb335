"""``csi assess`` says which unusual values nobody has confirmed."""

import json

import pytest

from dispatch.transfer.answer_vignettes import answer_vignettes
from tests.builders import NOON

ODD = {"population": "adult", "bilirubin_mg_dl": 20, "lactate_mmol_l": 18}


def answered(**more):
    vignette = {"id": "A", "inputs": ODD, **more}
    return answer_vignettes(json.dumps(vignette), now_at=NOON)


def test_unusual_values_are_to_be_confirmed():
    (answer,) = answered().answers
    assert answer["unconfirmed_doubts"] == [
        "inputs/lactate_mmol_l=18",
        "inputs/bilirubin_mg_dl=20",
    ]


def test_confirmed_ones_are_not_asked_about_again():
    told = ["inputs/bilirubin_mg_dl=20", "inputs/lactate_mmol_l=17"]
    (answer,) = answered(confirmed_doubts=told).answers
    assert answer["unconfirmed_doubts"] == ["inputs/lactate_mmol_l=18"]


@pytest.mark.parametrize("told", ["all", [1], {"a": 1}])
def test_confirmation_that_is_no_list_of_texts_is_a_fault(told):
    (fault,) = answered(confirmed_doubts=told).faults
    assert (fault.path, fault.problem) == ("confirmed_doubts", "not_a_text")


def test_values_that_contradict_each_other_are_to_be_confirmed():
    inputs = {"population": "adult", "gcs": 3, "acvpu": "A", "on_oxygen": False, "fio2": 0.6}
    (answer,) = answered(inputs=inputs).answers
    assert answer["unconfirmed_doubts"] == [
        "inputs/gcs=3 & acvpu=A",
        "inputs/fio2=0.6 & on_oxygen=false",
    ]
    told = [each["code"] for each in answer["doubts"]]
    assert {"consciousness_disagrees", "oxygen_disagrees"} <= set(told)


def test_child_that_contradicts_itself_is_to_be_confirmed():
    child = {"population": "paediatric", "age_months": 30}
    inputs = {**child, "gcs": 15, "fixed_pupils_bilateral": True}
    (answer,) = answered(inputs=inputs).answers
    assert answer["unconfirmed_doubts"] == ["inputs/gcs=15 & fixed_pupils_bilateral=true"]
