"""What one act says of a patient is held together, and asked about at once."""

from dispatch.assessment import AdultValues, ChildValues
from dispatch.assessment.bundle import Reading
from dispatch.network import Care
from dispatch.transfer.asked_pairs import OneAct, asked_of_given, asked_of_pairs
from dispatch.transfer.parts import Clinical, Needs

HEAVY = Needs(weight_kg=70)


def told(**act):
    return [each.confirmation for each in asked_of_pairs(OneAct(**act))]


def test_picture_and_values_of_one_act_are_held_together():
    asked = told(
        care=Care.ADULT,
        clinical=Clinical(gcs=3, map_mmhg=90, fluids_ml=250),
        needs=Needs(weight_kg=70, ventilation=True),
        values=AdultValues(
            acvpu="A", systolic_mmhg=80, on_oxygen=False, adequate_fluids_given=True, gcs=3
        ),
    )
    assert asked == [
        "clinical/gcs=3 & acvpu=A",
        "inputs/on_oxygen=false & ventilation=true",
        "clinical/map_mmhg=90 & sbp=80",
        "inputs/adequate_fluids_given=true & fluids_ml=250",
    ]


def test_fluids_of_before_are_held_against_right_ones():
    values = AdultValues(adequate_fluids_given=True)
    (asked,) = asked_of_pairs(
        OneAct(care=Care.ADULT, values=values, given_ml=250, weight_kg=70)
    )
    assert (asked.code, asked.usual) == ("fluids_short", "≥ 2100 mL")
    assert asked.facts["other"] == 250
    weighed = AdultValues(adequate_fluids_given=True, weight_kg=8.3)
    assert told(care=Care.ADULT, values=weighed, given_ml=250, weight_kg=70) == []


def test_tick_of_hypotension_after_fluids_is_held_against_them():
    picture = Clinical(fluids_ml=250)
    asked = told(care=Care.ADULT, clinical=picture, needs=HEAVY, hypotensive_after_fluids=True)
    assert asked == ["hypotensive_after_fluids=true & fluids_ml=250"]
    assert told(care=Care.ADULT, clinical=picture, needs=HEAVY) == []


def test_fluids_without_a_weight_ask_for_it():
    act = {"care": Care.ADULT, "clinical": Clinical(fluids_ml=2000), "needs": Needs()}
    assert told(**act) == ["needs/weight_kg=null & clinical/fluids_ml=2000"]
    assert told(**{**act, "needs": HEAVY}) == []
    assert told(**{**act, "clinical": Clinical(fluids_ml=0)}) == []


def test_values_alone_of_a_child():
    values = ChildValues(age_months=30, gcs=15, has_fixed_pupils=True)
    asked = told(care=Care.PAEDIATRIC, values=values)
    assert asked == ["inputs/gcs=15 & fixed_pupils_bilateral=true"]


def test_nothing_said_asks_nothing():
    assert told(care=Care.ADULT) == []


def test_fluids_of_the_bundle_ask_for_the_weight():
    def asked(reading, **known):
        given = {"care": Care.ADULT, "weight_kg": None, **known}
        return [each.confirmation for each in asked_of_given(reading, **given)]

    given = Reading(fluids_ml=1500)
    assert asked(given) == ["reading/weight_kg=null & reading/fluids_ml=1500"]
    assert asked(given, weight_kg=70) == []
    assert asked(Reading(fluids_ml=1500, weight_kg=70)) == []
    assert asked(given, care=Care.PAEDIATRIC) == []
    assert asked(Reading()) == []


def test_need_of_vasoactives_is_held_against_none_running():
    needed = Needs(vasoactives=True)
    none, some = AdultValues(vasoactives_mcg_kg_min={}), {"dopamine": 5.0}
    asked = told(care=Care.ADULT, needs=needed, values=none)
    assert asked == ["needs/vasoactives=true & vasoactives_mcg_kg_min=none"]
    stopped = Clinical(noradrenaline_mcg_kg_min=0)
    asked = told(care=Care.ADULT, needs=needed, clinical=stopped)
    assert asked == ["needs/vasoactives=true & noradrenaline_mcg_kg_min=0"]
    other = AdultValues(vasoactives_mcg_kg_min=some)
    assert told(care=Care.ADULT, needs=needed, clinical=stopped, values=other) == []
    assert told(care=Care.ADULT, needs=Needs(), values=none) == []
    child = ChildValues(age_months=30, vasoactive_count=0)
    asked = told(care=Care.PAEDIATRIC, needs=needed, values=child)
    assert asked == ["needs/vasoactives=true & vasoactive_count=0"]
