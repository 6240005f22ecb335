"""Of a mean told and a cuff that contradict each other the graver counts until confirmed."""

import pytest
from msgspec.structs import replace

from dispatch.assessment import AdultValues, assess
from dispatch.assessment.priority import SHOCK, Priority
from dispatch.assessment.values import map_of
from dispatch.transfer.answer_vignettes import answer_vignettes
from dispatch.transfer.crew import doctor_because
from dispatch.transfer.decide_assessment import record_assessment
from dispatch.transfer.decide_request import NewTransfer, request_transfer
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.evolve import evolve_all
from dispatch.transfer.known_values import known_now, values_now
from dispatch.transfer.parts import Clinical
from dispatch.transfer.sayings import told_of
from dispatch.transfer.shared import shared_view
from dispatch.transfer.stage import Stage
from tests.builders import (
    T1,
    a_request,
    a_transfer,
    at,
    coordinating_doctor,
    referring_doctor,
    refused,
)

TOLD = AdultValues(
    infection_suspected=True,
    adequate_fluids_given=True,
    map_mmhg=80,
    systolic_mmhg=84,
    diastolic_mmhg=46,
)
"""The patient of the clinician's trial: 80 told, 58.7 by the cuff."""

CONFIRMED = "inputs/map_mmhg=80 & dbp=46"


def told(values=TOLD, *, confirmed=(), minute=5, transfer=None):
    before = transfer or a_transfer(Stage.ASKED)
    events = record_assessment(before, values, actor=referring_doctor(), assessed_at=at(minute))
    lines = [replace(each, confirmed_doubts=confirmed) for each in events]
    return evolve_all(before, lines, occurred_at=at(minute))


def mean_of(transfer):
    values = values_now(transfer)
    assert values is not None
    found = map_of(values)
    assert found is not None
    return round(found, 1)


def kinds(transfer):
    return [each.kind for each in open_decisions(transfer)]


def test_cuff_counts_for_class_and_priority_and_nothing_is_called_sufficient():
    found = assess(TOLD)
    assert map_of(TOLD) == 58.666667
    assert found.classified.is_shock
    assert found.ruling == SHOCK
    codes = [doubt.code for doubt in found.doubts]
    assert "pressures_disagree" in codes
    assert not {"low_systolic_after_fluids", "lactate_after_fluids"} & {*codes}


@pytest.mark.parametrize(
    ("values", "mean_mmhg"),
    [
        ({"map_mmhg": 73, "systolic_mmhg": 84, "diastolic_mmhg": 46}, 73),
        ({"map_mmhg": 74, "systolic_mmhg": 84, "diastolic_mmhg": 46}, 58.666667),
        ({"map_mmhg": 40, "systolic_mmhg": 84, "diastolic_mmhg": 46}, 40),
        ({"map_mmhg": 90, "systolic_mmhg": 80, "diastolic_mmhg": 46}, 57.333333),
        ({"map_mmhg": 80, "systolic_mmhg": 84}, 80),
        ({"map_mmhg": 80, "diastolic_mmhg": 46}, 80),
    ],
)
def test_graver_of_two_that_are_far_apart(values, mean_mmhg):
    assert map_of(AdultValues(**values)) == mean_mmhg


def test_on_the_board_the_graver_counts_for_decisions_and_crew():
    transfer = told()
    assert transfer.priority is Priority.THREE_HOURS
    assert "graver_known" in kinds(transfer)
    assert "graver_known" in doctor_because(transfer)
    assert known_now(transfer).map_mmhg == 58


def test_confirmed_mean_counts_and_the_cuff_stays_on_record():
    transfer = told(confirmed=(CONFIRMED,))
    assert "graver_known" not in kinds(transfer)
    assert "shock_suspected" in kinds(transfer)  # by the systolic of 84
    assert told_of(transfer).circulation.map_mmhg == 80
    assert known_now(transfer).map_mmhg == 80
    assert transfer.assessed.adult.diastolic_mmhg == 46
    shared = shared_view(transfer, coordinating_doctor(), now_at=at(6))
    assert shared.values is not None
    assert shared.values["dbp"] == 46
    assert "pressures_disagree" not in str(shared.assessment)


def test_confirmation_holds_until_a_pressure_is_told_anew():
    confirmed = told(confirmed=(CONFIRMED,))
    later = told(AdultValues(creatinine_mg_dl=1), minute=8, transfer=confirmed)
    assert mean_of(later) == 80
    fallen = told(AdultValues(systolic_mmhg=80), minute=9, transfer=later)
    assert mean_of(fallen) == 57.3
    assert "graver_known" in kinds(fallen)


def test_another_confirmation_confirms_no_mean():
    for other in ("inputs/map_mmhg=80 & dbp=40", "inputs/lactate_mmol_l=80 & dbp=46"):
        assert "graver_known" in kinds(told(confirmed=(other,)))


@pytest.mark.parametrize(
    ("clinical", "values"),
    [
        (Clinical(), TOLD),
        (Clinical(map_mmhg=80), replace(TOLD, map_mmhg=None)),
    ],
)
def test_request_asks_whether_the_graver_counts_until_the_mean_is_confirmed(clinical, values):
    place = "clinical" if clinical.map_mmhg else "inputs"
    new, doctor = NewTransfer(T1, "CSI-0001", "key"), referring_doctor()
    request = a_request(clinical=clinical)
    with refused("told_otherwise", rule="septic_shock"):
        request_transfer(request, new=new, actor=doctor, values=values)
    confirmed = (f"{place}/map_mmhg=80 & dbp=46",)
    opened = request_transfer(
        replace(request, confirmed_doubts=confirmed), new=new, actor=doctor, values=values
    )
    assert opened.priority is Priority.THREE_HOURS


def test_picture_confirmed_against_the_cuff_of_the_values_counts():
    transfer = a_transfer(Stage.ASKED, clinical=Clinical(map_mmhg=80))
    cuff = replace(TOLD, map_mmhg=None)
    at_once = {"transfer": transfer, "minute": 0}
    assert "graver_known" in kinds(told(cuff, **at_once))
    confirmed = told(cuff, confirmed=("clinical/map_mmhg=80 & dbp=46",), **at_once)
    assert "graver_known" not in kinds(confirmed)
    assert mean_of(confirmed) == 80


@pytest.mark.parametrize(
    ("confirmed", "priority"), [("", "0"), (f', "confirmed_doubts": ["{CONFIRMED}"]', None)]
)
def test_text_of_vignettes_confirms_as_people_do(confirmed, priority):
    text = (
        '[{"id": "a", "inputs": {"population": "adult", "infection_suspected": true, '
        '"adequate_fluids_given": true, "map_mmhg": 80, "sbp": 84, "dbp": 46}'
        f"{confirmed}}}]"
    )
    (answer,) = answer_vignettes(text, now_at=at(0)).answers
    assert answer["csi_priority"] == priority
