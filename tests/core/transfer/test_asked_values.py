"""What is asked back before it is stored, and what a confirmation confirms."""

import pytest
from msgspec import Struct
from msgspec.structs import replace

from dispatch.assessment import AdultValues
from dispatch.assessment.bundle import BundleStep, Reading
from dispatch.kernel import TransferId
from dispatch.kernel.asked import Doubtful, require_confirmed
from dispatch.network import Care
from dispatch.transfer.asked_values import (
    asked_of_picture,
    asked_of_reading,
    asked_of_values,
    with_confirmed,
)
from dispatch.transfer.care_events import BundleRecorded
from dispatch.transfer.events import ReturnDropped
from dispatch.transfer.parts import Clinical, Described, Needs

ODD = Clinical(lactate_mmol_l=18, noradrenaline_mcg_kg_min=8)


def test_every_doubt_is_asked_at_once_with_its_place():
    asked = asked_of_picture(ODD, Needs(weight_kg=154), care=Care.ADULT)
    with pytest.raises(Doubtful) as caught:
        require_confirmed(asked, ())
    assert caught.value.field == "clinical/lactate_mmol_l"
    assert [each.confirmation for each in caught.value.asked] == [
        "clinical/lactate_mmol_l=18",
        "clinical/noradrenaline_mcg_kg_min=8",
        "needs/weight_kg=154",
    ]


def test_only_what_is_confirmed_is_stored_and_kept():
    asked = asked_of_picture(ODD, Needs(), care=Care.ADULT)
    told = ("clinical/lactate_mmol_l=18", "clinical/noradrenaline_mcg_kg_min=8", "made=up")
    assert require_confirmed(asked, told) == told[:2]


def test_confirmation_of_one_value_is_none_of_another():
    asked = asked_of_picture(Clinical(lactate_mmol_l=19), Needs(), care=Care.ADULT)
    with pytest.raises(Doubtful):
        require_confirmed(asked, ("clinical/lactate_mmol_l=18",))


def test_usual_picture_asks_nothing():
    usual = Clinical(lactate_mmol_l=4, fluids_ml=2000, noradrenaline_mcg_kg_min=0.3)
    assert asked_of_picture(usual, Needs(weight_kg=70), care=Care.ADULT) == ()
    assert asked_of_picture(Clinical(), Needs(), care=Care.PAEDIATRIC) == ()


def test_step_of_the_bundle_asks_for_its_reading():
    (asked,) = asked_of_reading(Reading(fluids_ml=2), care=Care.ADULT)
    assert (asked.field, asked.slip) == ("reading/fluids_ml", "litres")


@pytest.mark.parametrize(
    ("age", "weight_kg", "is_asked"),
    [
        (Described(age_years=10), 3, True),
        (Described(age_years=10), 32, False),
        (Described(age_years=2), 100, True),
        (Described(age_months=10), 3, True),
        (Described(age_months=10), 9, False),
        (Described(), 32, False),
    ],
)
def test_weight_of_a_child_is_asked_by_the_age_of_the_request(age, weight_kg, is_asked):
    needs, care = Needs(weight_kg=weight_kg), Care.PAEDIATRIC
    assert bool(asked_of_picture(Clinical(), needs, care=care, described=age)) is is_asked
    reading = Reading(weight_kg=weight_kg)
    assert bool(asked_of_reading(reading, care=care, described=age)) is is_asked


def test_question_says_its_value_and_what_is_usual():
    (asked,) = asked_of_picture(Clinical(lactate_mmol_l=18), Needs(), care=Care.ADULT)
    usual = "0.2-9.9 mmol/L"
    assert asked.facts == {"field": "clinical/lactate_mmol_l", "value": 18, "usual": usual}


def test_events_keep_what_was_confirmed():
    one, dropped = TransferId("t"), ReturnDropped(TransferId("t"))
    step = BundleRecorded(one, BundleStep.LACTATE, Reading(), "Dr. Vidal")
    confirmed = ("reading/lactate_mmol_l=18",)
    events: list[Struct] = [step, dropped]
    assert with_confirmed(events, confirmed) == (
        replace(step, confirmed_doubts=confirmed),
        dropped,
    )


def test_value_beside_the_picture_is_asked_once():
    picture = asked_of_picture(ODD, Needs(), care=Care.ADULT)
    values = AdultValues(lactate_mmol_l=18, bilirubin_mg_dl=20)
    (asked,) = asked_of_values(values, beside=picture)
    assert asked.confirmation == "inputs/bilirubin_mg_dl=20"
    assert asked_of_values(None) == ()
