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
