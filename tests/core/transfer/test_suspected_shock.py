"""Who may be in shock while 3 h is in force is asked about on the board; priority stays."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.assess import assess
from dispatch.assessment.priority import Priority
from dispatch.assessment.values import AdultValues, ChildValues
from dispatch.network.levels import Care
from dispatch.transfer.assessed import Assessed, Presupposed
from dispatch.transfer.decide_priority import MAY_LOWER
from dispatch.transfer.decisions import MAY_SETTLE, open_decisions
from dispatch.transfer.parts import Clinical, Described
from dispatch.transfer.stage import CLOSED, Stage
from tests.builders import a_story, a_transfer, at, coordinating_doctor

CHILD = ChildValues(
    age_months=10,
    infection_suspected=True,
    capillary_refill_s=5,
    heart_rate_bpm=190,
    systolic_mmhg=58,
    map_mmhg=37,
    gcs=14,
    lactate_mmol_l=4.5,
)
"""The child of the clinician's trial: Phoenix 1."""


def a_child(values=None, stage=Stage.ASKED, **changes):
    transfer = a_transfer(stage, care=Care.PAEDIATRIC, **changes)
    if values is None:
        return transfer
    return replace(transfer, assessed=Assessed(None, values, at(9), "Dr. A"))


def asked(transfer):
    return [each for each in open_decisions(transfer) if each.kind == "shock_suspected"]


@pytest.mark.parametrize("stage", sorted(set(Stage) - CLOSED))
def test_signs_of_shock_in_a_child_call_for_a_decision(stage):
    transfer = a_child(CHILD, stage)
    (decision,) = asked(transfer)
    assert transfer.priority is Priority.THREE_HOURS
    assert decision.since_at == at(9)
    assert [(why.code, why.facts) for why in decision.why] == [
        ("look_again_within", {"minutes": 60})
    ]
    assert [why.code for why in decision.clinical_why] == [
        *("sign_low_map", "sign_low_systolic", "sign_high_lactate", "sign_slow_refill")
    ]


SIGNS = [
    ((), {}),
    ((), {"lactate_mmol_l": 3.9, "capillary_refill_s": 2.9, "map_mmhg": 39}),
    (("sign_high_lactate",), {"lactate_mmol_l": 4}),
    (("sign_low_map",), {"map_mmhg": 38}),
    (("sign_low_systolic",), {"systolic_mmhg": 69}),
    (("sign_slow_refill",), {"capillary_refill_s": 3}),
    (("sign_poor_skin_perfusion",), {"has_poor_skin_perfusion": True}),
    ((), {"vasoactive_count": 1, "lactate_mmol_l": 4}),
    ((), {"map_mmhg": 20, "lactate_mmol_l": 5}),
]


@pytest.mark.parametrize(("codes", "known"), SIGNS)
def test_each_sign_is_enough_and_what_is_priority_zero_is_asked_as_that(codes, known):
    values = ChildValues(age_months=10, infection_suspected=True, **known)
    whys = [why.code for each in asked(a_child(values)) for why in each.clinical_why]
    assert whys == list(codes)


def test_picture_is_read_too_by_the_age_described():
    low = {"clinical": Clinical(map_mmhg=48)}
    assert not asked(a_child(**low))
    for described, is_low in (
        (Described(age_months=20), False),
        (Described(age_years=4), False),
        (Described(age_years=5), True),
        (Described(age_years=19), True),
    ):
        assert bool(asked(a_child(described=described, **low))) is is_low
    assert asked(a_child(clinical=Clinical(lactate_mmol_l=10)))


def test_latest_value_counts():
    before = a_child(replace(CHILD, capillary_refill_s=1))
    better = Clinical(lactate_mmol_l=2, map_mmhg=60)
    assert asked(before)
    assert not asked(replace(before, clinical=better, clinical_at=at(10)))


def an_adult(**known):
    transfer = a_transfer(Stage.ASKED)
    values = AdultValues(infection_suspected=True, **known)
    return replace(transfer, assessed=Assessed(values, None, at(9), "Dr. A"))


HYPOTENSION = [
    ((), {}),
    ((), {"systolic_mmhg": 90, "diastolic_mmhg": 60}),
    (("hypotension_systolic",), {"systolic_mmhg": 89, "diastolic_mmhg": 60}),
    (("hypotension_map",), {"systolic_mmhg": 95, "diastolic_mmhg": 49}),
    (("hypotension_map", "hypotension_systolic"), {"systolic_mmhg": 80, "diastolic_mmhg": 50}),
    ((), {"systolic_mmhg": 86, "diastolic_mmhg": 56, "usual_systolic_mmhg": 88}),
    ((), {"lactate_mmol_l": 3.9}),
    (("high_lactate",), {"lactate_mmol_l": 4}),
    (("systolic_fall",), {"systolic_mmhg": 100, "usual_systolic_mmhg": 141}),
]


@pytest.mark.parametrize(("codes", "known"), HYPOTENSION)
def test_hypotension_of_an_adult_before_right_fluids_asks_for_another_look(codes, known):
    """Decision 10: 3 h, and forced re-assessment within the hour. What is usual counts."""
    for fluids in (None, False):
        found = asked(an_adult(adequate_fluids_given=fluids, **known))
        assert [why.code for each in found for why in each.clinical_why] == list(codes)
        assert all(each.why[0].code == "look_again_before_fluids" for each in found)


def test_hypotension_after_right_fluids_is_looked_at_again_at_once():
    """Without a mean pressure it may be shock: never less urgent than before the fluids."""
    filled = AdultValues(infection_suspected=True, adequate_fluids_given=True)
    for values, minutes in (
        (replace(filled, systolic_mmhg=72), 0),
        (replace(filled, systolic_mmhg=85, lactate_mmol_l=3), 0),
        (replace(filled, systolic_mmhg=88, diastolic_mmhg=58), 60),
    ):
        told = Assessed(values, None, at(9), "Dr. A")
        (decision,) = asked(replace(a_transfer(Stage.ASKED), assessed=told))
        assert decision.why[0].code == "look_again_after_fluids"
        assert decision.why[0].facts == {"minutes": minutes}
        assert assess(values).reassess_within_min == minutes


def test_picture_of_an_adult_is_read_too_and_priority_zero_is_asked_as_that():
    low = Clinical(map_mmhg=64.5)
    assert asked(a_transfer(Stage.ASKED, clinical=low))
    assert not asked(a_transfer(Stage.ASKED, clinical=Clinical(map_mmhg=65)))
    right = an_adult(adequate_fluids_given=True, systolic_mmhg=80, diastolic_mmhg=50)
    assert [each.kind for each in open_decisions(right)] == ["graver_known"]
    assert not asked(an_adult(systolic_mmhg=70, vasoactives_mcg_kg_min={"norepinephrine": 0.1}))


def test_patient_without_infection_is_not_asked_so():
    none = Presupposed(infection_suspected=False, said_at=at(9))
    assert not asked(replace(a_child(CHILD), presupposed=none))


def test_only_who_may_lower_says_that_it_is_no_shock():
    assert MAY_SETTLE["shock_suspected"] == MAY_LOWER


def test_lowering_by_hand_settles_it_with_its_reason():
    story = a_story(Stage.ASKED, care=Care.PAEDIATRIC, clinical=Clinical(lactate_mmol_l=10))
    assert asked(story.transfer())
    story.change_priority(priority=Priority.ZERO)
    assert not asked(story.transfer())
    story.change_priority(priority=Priority.THREE_HOURS, by=coordinating_doctor())
    assert not asked(story.transfer())
    (settled,) = story.transfer().settled
    assert (settled.kind, settled.settled_by) == (
        "shock_suspected",
        coordinating_doctor().name,
    )


LOW = AdultValues(infection_suspected=True, systolic_mmhg=84, map_mmhg=60)


def agreed_then(values, *, minute=70, stage=Stage.ACCEPTED):
    transfer = a_transfer(stage)
    return replace(transfer, assessed=Assessed(values, None, at(minute), "Dr. A"))


def looks(transfer):
    return [(why.code, why.facts) for each in asked(transfer) for why in each.why]


def test_low_pressure_beside_the_fourth_yes_is_asked_about_at_once():
    """Resuscitated by the checklist, no fluids on record: another look in an hour."""
    transfer = agreed_then(LOW)
    (decision,) = asked(transfer)
    assert looks(transfer) == [("look_again_resuscitated", {})]
    assert decision.about != asked(agreed_then(LOW, stage=Stage.ASKED))[0].about


def test_the_fourth_yes_after_the_low_pressure_asks_since_then():
    transfer = agreed_then(LOW, minute=-10)
    (decision,) = asked(transfer)
    assert transfer.agreement is not None
    assert decision.since_at == transfer.agreement.agreed_at


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"answers": {}}, "look_again_before_fluids"),
        ({"disputed_at": at(80)}, "look_again_before_fluids"),
        ({}, "look_again_resuscitated"),
    ],
)
def test_only_a_yes_that_stands_says_so(changes, code):
    transfer = agreed_then(LOW)
    assert transfer.agreement is not None
    told = replace(transfer, agreement=replace(transfer.agreement, **changes))
    assert code in [each for each, _ in looks(told)]


@pytest.mark.parametrize(
    ("minute", "code"), [(70, "look_again_before_fluids"), (-10, "look_again_resuscitated")]
)
def test_who_says_since_that_fluids_were_not_enough_has_answered(minute, code):
    short = replace(LOW, adequate_fluids_given=False)
    assert looks(agreed_then(short, minute=minute))[0][0] == code


def test_who_says_that_fluids_were_enough_is_asked_about_shock():
    filled = agreed_then(replace(LOW, adequate_fluids_given=True))
    assert next(each.kind for each in open_decisions(filled)) == "graver_known"


def test_child_has_no_right_fluids_to_ask_about():
    child = a_child(CHILD, Stage.ACCEPTED)
    assert looks(child) == [("look_again_within", {"minutes": 60})]


def test_shock_by_a_pressure_that_is_the_usual_one_says_so_on_the_board():
    usual = replace(LOW, adequate_fluids_given=True, usual_map_mmhg=60)
    decision = next(each for each in open_decisions(agreed_then(usual)))
    assert decision.kind == "graver_known"
    told = {why.code: why.facts for why in decision.clinical_why}
    assert told["told_usual_map_mmhg"] == {"usual_map_mmhg": 60}
