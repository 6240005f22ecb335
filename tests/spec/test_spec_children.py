"""Children.

The paediatric model is the same with its own signs, its own score, its own levels and its own
beds. Nothing of an adult is read into a child: where the source or the age is missing, the
program says so.
"""

import pytest

from dispatch.assessment import Detection
from dispatch.assessment.bundle import BundleStep, Item, Situation
from dispatch.assessment.bundle_items import items_of
from dispatch.assessment.parse_vignettes import parse_vignettes
from dispatch.assessment.priority import Condition, Priority
from dispatch.assessment.referral import referrals_of
from dispatch.capacity.beds import BedKind
from dispatch.fleet.types import UnitType
from dispatch.network.levels import Care
from dispatch.transfer.bundle import bundle_of
from dispatch.transfer.decide_assessment import record_assessment
from dispatch.transfer.parts import Needs
from dispatch.transfer.stage import Stage
from dispatch.transfer.unit_types import allowed_unit_types
from tests.builders import (
    GERMANS_TRIAS,
    MATARO,
    NOON,
    SANT_PAU,
    VALL_HEBRON,
    a_story,
    a_transfer,
    referring_doctor,
    refused,
)
from tests.spec.patients import a_child, an_adult, of_child, signs

CHILD = Care.PAEDIATRIC


def first_volume(**known) -> Item:
    """The first volume as it stands at recognition."""
    situation = Situation(NOON, **known)
    return next(x for x in items_of(situation, now_at=NOON) if x.step is BundleStep.FLUIDS)


@pytest.mark.parametrize(
    ("sign", "values"),
    [
        ("poor_general_state", {"has_poor_general_state": True}),
        ("poor_skin_perfusion", {"has_poor_skin_perfusion": True}),
        ("petechiae", {"has_petechiae": True}),
    ],
)
def test_children_have_signs_of_their_own(sign, values):
    """A poor general state, petechiae and poor skin perfusion are signs of children: with an
    infection each makes a suspicion.

    Source: Yébenes 2020, Fig. 3; that they suspect and do not activate is proposed.
    """
    found = of_child(**values)
    assert signs(found) == {sign}
    assert found.detected.detection is Detection.SUSPICION


def test_petechiae_with_fever_activate():
    """Petechiae in a child with fever activate the code.

    Source: Yébenes 2020, Fig. 3 (petechiae); with 38 °C proposed.
    """
    assert of_child(has_petechiae=True, temperature_c=38).gate.may_activate
    assert not of_child(has_petechiae=True, temperature_c=37.9).gate.may_activate


def test_organ_failure_of_a_child_allows_activation():
    """In the presence of organ failure the code of a child may be activated.

    Source: Yébenes 2020, Fig. 3.
    """
    assert of_child(spo2_pct=91).gate.may_activate
    assert of_child(systolic_mmhg=70).gate.may_activate


def test_pulse_in_order_at_one_age_is_fast_at_another():
    """Pulse, breathing and pressure are read by age: 135 beats are in order at six months and
    fast at six years.

    Source: proposed; the paper names no table.
    """
    assert signs(of_child(age_months=6, heart_rate_bpm=135)) == set()
    assert "tachycardia" in signs(of_child(age_months=72, heart_rate_bpm=135))


def test_child_is_scored_by_phoenix_and_by_no_score_of_adults():
    """A child has the Phoenix score and neither SOFA nor qSOFA, SIRS or NEWS2.

    Source: Schlapbach 2024; Yébenes 2020, Table 1, compares scores of the adult.
    """
    assert set(of_child().scores) == {"phoenix"}


def test_phoenix_of_two_with_an_infection_is_sepsis():
    """A child with an infection and two points of Phoenix has sepsis; a cardiovascular point
    among them makes it septic shock, at priority 0.

    Source: Schlapbach 2024; decision 10.
    """
    sepsis = of_child(platelets_10e9_l=90, inr=1.4)
    assert sepsis.classification == "sepsis"
    assert sepsis.ruling is not None
    assert sepsis.ruling.priority is Priority.THREE_HOURS
    shock = of_child(platelets_10e9_l=90, lactate_mmol_l=5)
    assert shock.classification == "septic_shock"
    assert shock.ruling is not None
    assert shock.ruling.priority is Priority.ZERO


def test_values_of_an_adult_are_refused_for_a_child():
    """Values of an adult are not taken for a child, nor those of a child for an adult.

    Source: proposed.
    """
    child = a_transfer(care=CHILD)
    with refused("assessment_other_population"):
        record_assessment(child, an_adult(), actor=referring_doctor(), assessed_at=NOON)


def test_key_of_an_adult_is_named_in_a_child():
    """A value that only adults have, given for a child, is named with its path and not read.

    Source: proposed.
    """
    inputs = '{"population": "paediatric", "age_months": 36, "bilirubin_mg_dl": 2}'
    (fault,) = parse_vignettes(f'{{"id": "1", "inputs": {inputs}}}', now_at=NOON).faults
    assert (fault.path, fault.problem) == ("inputs.bilirubin_mg_dl", "of_other_population")


def test_child_without_an_age_is_not_assessed():
    """What is in order follows from the age, so that a child without one is not assessed.

    Source: proposed.
    """
    text = '{"id": "1", "inputs": {"population": "paediatric"}}'
    (fault,) = parse_vignettes(text, now_at=NOON).faults
    assert (fault.path, fault.problem) == ("inputs.age_months", "missing")


def test_child_who_needs_an_icu_goes_to_a_paediatric_one():
    """A child who needs intensive care is proposed hospitals with a paediatric ICU (SEP-2a for
    children), and no adult ICU however near.

    Source: Yébenes 2020, levels of healthcare (children).
    """
    transfer = a_transfer(care=CHILD)
    proposed = [each.hospital for each in transfer.candidates]
    assert proposed[0] == SANT_PAU
    assert not {MATARO, GERMANS_TRIAS} & set(proposed)


def test_child_who_needs_ecmo_goes_where_it_is():
    """For children SEP-2b is the level with ECMO: a paediatric ICU without it is not proposed,
    and the reason is its level.

    Source: Yébenes 2020, levels of healthcare ("2b only if they can provide ECMO support").
    """
    transfer = a_transfer(care=CHILD, needs=Needs(ecmo=True))
    assert [each.hospital for each in transfer.candidates] == [VALL_HEBRON]
    sant_pau = next(each for each in transfer.not_proposed if each.hospital == SANT_PAU)
    assert sant_pau.reasons[0].code == "level_too_low"


def test_hospital_without_children_says_so():
    """A hospital that has no children is left out for that reason.

    Source: Yébenes 2020, levels of healthcare; decision 13.
    """
    transfer = a_transfer(care=CHILD)
    clinic = next(each for each in transfer.not_proposed if each.hospital == "clinic")
    assert clinic.reasons[0].code == "care_not_offered"


def test_first_bolus_of_a_child_follows_from_the_weight():
    """The first volume of a child is a bolus by weight, 10 mL per kg: 140 mL for 14 kg. More
    than 40 mL per kg is marked, so that somebody looks for overload. Without the weight it is
    asked for.

    Source: Yébenes 2020, Fig. 4 (volume by weight); the volumes proposed, after SSC children.
    """
    known = {"is_child": True, "is_shock": True, "age_months": 36.0}
    assert first_volume(**known).missing == ("weight_kg",)
    fluids = first_volume(weight_kg=14.0, **known)
    assert (fluids.wanted_ml, fluids.most_ml) == (140, 560)
    assessed = of_child(lactate_mmol_l=4.0, weight_kg=14.0).fluids
    assert (assessed.volume_ml, assessed.most_ml) == (140, 560)


def test_pressure_of_a_child_is_judged_by_age():
    """A mean pressure of 50 mmHg is in order at three years and asks for volume at fifteen; 65
    mmHg is the bound of adults alone. Without the age nothing is said of the pressure.

    Source: Schlapbach 2024 (mean pressures by age); for the bundle proposed.
    """
    looked = {"capillary_refill_s": 1.0, "has_poor_skin_perfusion": False, "gcs": 15}
    known = {"is_child": True, "weight_kg": 14.0, "lactate_mmol_l": 1.0, "map_mmhg": 50.0}
    known |= looked
    assert first_volume(age_months=36.0, **known).state == "not_needed"
    assert first_volume(age_months=180.0, **known).state == "due"
    assert not of_child(age_months=36, map_mmhg=50.0).fluids.is_indicated
    assert of_child(age_months=180, map_mmhg=50.0).fluids.is_indicated
    unknown = first_volume(**known)
    assert (unknown.state, unknown.missing) == ("unknown", ("age_months",))


@pytest.mark.parametrize(
    "sign",
    [
        {"capillary_refill_s": 6},
        {"has_poor_skin_perfusion": True},
        {"gcs": 14, "capillary_refill_s": 2.5},
        {"map_mmhg": 44},
        {"systolic_mmhg": 75},
        {"lactate_mmol_l": 2.1},
    ],
)
def test_perfusion_of_a_child_is_seen_on_skin_and_consciousness_too(sign):
    """A refill of 3 s or poor skin perfusion asks for a bolus as a low pressure or a raised
    lactate does; so do a refill over 2 s and altered consciousness together. Consciousness
    alone asks for none: a coma may be of the brain. What nobody looked at is asked for, and no
    "not needed" is said before.

    Source: Yébenes 2020, Fig. 4 (signs of hypoperfusion); which they are is proposed.
    """
    assert of_child().fluids.is_indicated is False
    assert of_child(**sign).fluids.volume_ml == 140
    assert of_child(capillary_refill_s=None).fluids.missing == ("capillary_refill_s",)
    assert of_child(gcs=8).fluids.is_indicated is False


def test_one_vasoactive_drug_is_priority_0_of_a_child():
    """A child on one vasoactive drug is priority 0, though Phoenix gives it one point and no
    sepsis; the class stays as computed and the child is looked at again.

    Source: proposed, decision 20.
    """
    found = of_child(vasoactive_count=1)
    assert (found.classification, found.reassess_within_min) == ("infection", 60)
    assert found.ruling is not None
    assert (found.ruling.priority, found.ruling.rule) == ("P0", "vasoactives_running")


def test_improvement_after_hours_is_a_criterion_of_adults():
    """That nothing improves within three to six hours is a criterion of referral for adults; a
    child is referred earlier, by the other two.

    Source: Yébenes 2020, stage 3, criterion 1 ("in adult patients").
    """
    child = Situation(NOON, is_child=True)
    first, *_ = referrals_of(child, items_of(child, now_at=NOON))
    assert (first.code, first.state) == ("no_improvement", "adults_only")


def test_age_of_a_child_reaches_the_bundle():
    """The age that was recorded with the values of a child is the one its bundle is judged by.

    Source: proposed.
    """
    story = a_story(care=CHILD, needs=Needs(weight_kg=14))
    values = a_child(age_months=180, map_mmhg=50)
    recorded = record_assessment(
        story.transfer(), values, actor=referring_doctor(), assessed_at=NOON
    )
    before = bundle_of(story.transfer(), now_at=NOON).items
    story.record(recorded, by=referring_doctor())
    after = bundle_of(story.transfer(), now_at=NOON).items
    states = [
        next(x for x in items if x.step is BundleStep.FLUIDS).state for items in (before, after)
    ]
    assert states == ["unknown", "due"]


def test_bed_held_for_a_child_is_a_paediatric_one():
    """The agreement holds a bed of the paediatric ICU; the beds of adults stay as they are.

    Source: Yébenes 2020, levels of healthcare (children); decision 7.
    """
    story = a_story(Stage.ACCEPTED, care=CHILD)
    assert story.beds(SANT_PAU, BedKind.PICU).held == 1
    assert (SANT_PAU, BedKind.ICU) not in story.board.beds


def test_child_travels_with_the_paediatric_team():
    """A child travels with the paediatric team while one works; when none does, with a unit
    that has a doctor, and never with a nurse alone.

    Source: decision 14.
    """
    child = a_transfer(care=CHILD)
    every = tuple(UnitType)
    assert allowed_unit_types(child, working=every, has_pads=False) == (UnitType.PED,)
    without = tuple(kind for kind in every if kind is not UnitType.PED)
    assert allowed_unit_types(child, working=without, has_pads=False) == (UnitType.SVA,)


def test_adult_never_takes_the_paediatric_team():
    """The paediatric team is not proposed for an adult.

    Source: decision 14.
    """
    shock = a_transfer(condition=Condition.SEPTIC_SHOCK)
    kinds = allowed_unit_types(shock, working=tuple(UnitType), has_pads=True)
    assert UnitType.PED not in kinds
