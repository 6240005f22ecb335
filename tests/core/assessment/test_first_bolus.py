"""When a child is to have a first bolus, and how much: each edge, and what is asked for."""

import pytest

from dispatch.assessment.answer import answer_of
from dispatch.assessment.fluids import Fluids, first_bolus
from tests.spec.patients import a_child, of_child


@pytest.mark.parametrize(
    ("values", "is_indicated"),
    [
        ({}, False),
        ({"lactate_mmol_l": 2.0}, False),
        ({"lactate_mmol_l": 2.1}, True),
        ({"lactate_mmol_l": None}, None),
        ({"map_mmhg": None, "systolic_mmhg": None}, None),
        ({"map_mmhg": None, "systolic_mmhg": 95}, False),
        ({"map_mmhg": None, "systolic_mmhg": 75}, True),
        ({"capillary_refill_s": None}, None),
        ({"has_poor_skin_perfusion": None}, None),
        ({"gcs": None}, False),
        ({"gcs": None, "capillary_refill_s": 2.1}, None),
        ({"capillary_refill_s": 2.9}, False),
        ({"capillary_refill_s": 3}, True),
        ({"has_poor_skin_perfusion": True}, True),
        ({"gcs": 11}, False),
        ({"gcs": 10}, False),
        ({"gcs": 3}, False),
        ({"gcs": 8, "capillary_refill_s": None}, None),
        ({"gcs": 8, "lactate_mmol_l": None}, None),
        ({"gcs": 8, "capillary_refill_s": 2.1}, True),
        ({"gcs": 14, "capillary_refill_s": 6, "has_poor_skin_perfusion": True}, True),
        ({"gcs": 14, "capillary_refill_s": 2}, False),
        ({"gcs": 14, "capillary_refill_s": 2.1}, True),
        ({"gcs": 15, "capillary_refill_s": 2.1}, False),
        ({"age_months": 36, "map_mmhg": 45}, False),
        ({"age_months": 36, "map_mmhg": 44.9}, True),
        ({"lactate_mmol_l": 2.1, "infection_suspected": False}, False),
        ({"lactate_mmol_l": 2.1, "infection_suspected": None}, None),
        ({"infection_suspected": None}, False),
    ],
)
def test_perfusion_decides_where_an_infection_is_suspected(values, is_indicated):
    assert first_bolus(a_child(**values), is_shock=False).is_indicated is is_indicated


def test_shock_needs_it_whatever_else_is_known():
    unknown = a_child(lactate_mmol_l=None, map_mmhg=None)
    assert first_bolus(unknown, is_shock=True) == Fluids(True, 140, 560)


def test_weight_is_asked_for_and_never_guessed():
    """At the edges of what a child may weigh: 0.2 kg is 2 mL, 200 kg is 2 L."""
    nobody = first_bolus(a_child(weight_kg=None), is_shock=True)
    assert (nobody.is_indicated, nobody.volume_ml, nobody.missing) == (
        True,
        None,
        ("weight_kg",),
    )
    assert first_bolus(a_child(weight_kg=0.2), is_shock=True) == Fluids(True, 2, 8)
    assert first_bolus(a_child(weight_kg=200), is_shock=True) == Fluids(True, 2000, 8000)


def test_answer_has_it_beside_the_score():
    assert answer_of("A", of_child(lactate_mmol_l=4.0))["fluids"] == {
        "indicated": True,
        "volume_ml": 140,
        "most_ml": 560,
        "missing": [],
    }
    unknown = answer_of("A", of_child(lactate_mmol_l=4.0, weight_kg=None))
    assert unknown["missing"] == {"fluids": ["weight_kg"]}
