"""What closes a step of the bundle: a first lactate told as a value, the right antibiotic."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.answer import answer_of
from dispatch.assessment.assess import assess
from dispatch.assessment.bundle import BundleStep, Done, Reading, Situation
from dispatch.assessment.bundle_items import items_of
from dispatch.assessment.values import AdultValues, ChildValues
from dispatch.network.levels import Care
from dispatch.transfer.assessed import Assessed, values_of
from dispatch.transfer.bundle import bundle_of
from dispatch.transfer.care_events import AssessmentRecorded
from dispatch.transfer.decide_assessment import record_assessment
from dispatch.transfer.decide_bundle import require_reading
from dispatch.transfer.evolve import evolve
from dispatch.transfer.known_values import known_now
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.sayings import had_right_fluids, with_right_fluids
from dispatch.transfer.shared import shared_view
from dispatch.transfer.transfer import Transfer
from tests.builders import NOON, a_transfer, at, referring_doctor, refused

LACTATE, ANTIBIOTIC = BundleStep.LACTATE, BundleStep.ANTIBIOTIC


def told(transfer: Transfer, minutes: float, lactate: float | None) -> Transfer:
    values = AdultValues(infection_suspected=True, lactate_mmol_l=lactate)
    when = at(minutes)
    events = record_assessment(transfer, values, actor=referring_doctor(), assessed_at=when)
    (event,) = events
    assert isinstance(event, AssessmentRecorded)
    return evolve(transfer, event, occurred_at=when)


def lactate_of(transfer: Transfer):
    items = bundle_of(transfer, now_at=at(100)).items
    return next(item for item in items if item.step is LACTATE)


def test_first_lactate_told_as_a_value_closes_the_step():
    item = lactate_of(told(a_transfer(), 20, 4.6))
    assert (item.state, item.done_at, item.reading.lactate_mmol_l) == ("done", at(20), 4.6)


def test_a_later_value_corrects_the_reading_and_moves_no_time():
    item = lactate_of(told(told(a_transfer(), 20, 46), 25, 4.6))
    assert (item.done_at, item.reading.lactate_mmol_l) == (at(20), 4.6)
    without = lactate_of(told(told(a_transfer(), 20, 4.6), 90, None))
    assert without.done_at == at(20)


def test_lactate_of_the_picture_stays_the_first():
    pictured = replace(a_transfer(), clinical=Clinical(lactate_mmol_l=5.1))
    item = lactate_of(told(pictured, 20, 2.0))
    assert (item.state, item.reading.lactate_mmol_l) == ("untimed", 5.1)


def test_values_without_a_lactate_close_nothing():
    assert lactate_of(told(a_transfer(), 20, None)).state == "late"


@pytest.mark.parametrize(
    ("is_adequate", "state", "doubt"),
    [(None, "done", None), (True, "done", None), (False, "late", "antibiotic_inadequate")],
)
def test_antibiotic_that_does_not_cover_leaves_its_step_open(is_adequate, state, doubt):
    done = Done(ANTIBIOTIC, at(30), "x", Reading(is_adequate=is_adequate))
    of = Situation(recognised_at=NOON, done={ANTIBIOTIC: done})
    item = next(x for x in items_of(of, now_at=at(70)) if x.step is ANTIBIOTIC)
    assert (item.state, item.doubt, item.done_at) == (state, doubt, at(30))


def test_adequacy_is_said_of_the_antibiotic_alone():
    require_reading(ANTIBIOTIC, Reading(is_adequate=False), care=a_transfer().care)
    with refused("bundle_value_strange", field="reading/is_adequate"):
        require_reading(BundleStep.CULTURES, Reading(is_adequate=True), care=a_transfer().care)


def step_of(transfer: Transfer, step: BundleStep):
    items = bundle_of(transfer, now_at=at(20)).items
    return next(item for item in items if item.step is step)


LOW = AdultValues(
    infection_suspected=True, systolic_mmhg=75, diastolic_mmhg=40, adequate_fluids_given=True
)


def with_values(values: AdultValues, fluids_ml: int | None = None) -> Transfer:
    weighed = Needs(weight_kg=80)
    transfer = a_transfer(needs=weighed, clinical=Clinical(fluids_ml=fluids_ml))
    return replace(transfer, assessed=Assessed(values, None, at(9), "Dr. A"))


TOLD_FLUIDS = [
    with_values(LOW),
    with_values(replace(LOW, adequate_fluids_given=None), fluids_ml=2600),
    with_values(replace(LOW, adequate_fluids_given=None, diastolic_mmhg=None), fluids_ml=2400),
    replace(
        with_values(replace(LOW, adequate_fluids_given=None)), rule="hypotensive_after_fluids"
    ),
]


@pytest.mark.parametrize("transfer", TOLD_FLUIDS)
def test_right_fluids_are_right_wherever_they_were_told(transfer: Transfer) -> None:
    """No second 30 mL/kg; noradrenaline is due, or the mean pressure is asked for."""
    fluids = step_of(transfer, BundleStep.FLUIDS)
    assert (fluids.state, fluids.wanted_ml, fluids.doubt) == ("untimed", None, None)
    noradrenaline = step_of(transfer, BundleStep.NORADRENALINE)
    is_asked = known_now(transfer).map_mmhg is None
    assert noradrenaline.state == ("unknown" if is_asked else "due")
    assert noradrenaline.missing == (("map_mmhg",) if is_asked else ())
    assert transfer.assessed is not None
    values = with_right_fluids(transfer, values_of(transfer.assessed))
    found = shared_view(transfer, referring_doctor(), now_at=at(20)).assessment
    stated = replace(values, has_treatment_limits=False)
    assert found == answer_of(transfer.number, assess(stated))
    assert assess(values).fluids.is_indicated is False


def test_smaller_volume_beside_right_fluids_is_doubted_and_not_asked_for_again():
    transfer = with_values(LOW, fluids_ml=500)
    fluids = step_of(transfer, BundleStep.FLUIDS)
    assert (fluids.state, fluids.doubt) == ("untimed", "volume_short")
    unweighed = replace(transfer, needs=Needs())
    assert step_of(unweighed, BundleStep.FLUIDS).doubt is None
    assert step_of(transfer, BundleStep.NORADRENALINE).state == "due"


def test_fluids_nobody_told_are_asked_for():
    transfer = with_values(replace(LOW, adequate_fluids_given=None))
    assert step_of(transfer, BundleStep.FLUIDS).wanted_ml == 2400
    assert step_of(transfer, BundleStep.NORADRENALINE).state == "waiting"


def test_child_is_asked_by_its_own_volumes():
    child = a_transfer(care=Care.PAEDIATRIC)
    assert had_right_fluids(child) is None
    values = ChildValues(age_months=20)
    assert with_right_fluids(child, values) is values
