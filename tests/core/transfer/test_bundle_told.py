"""What closes a step of the bundle: a first lactate told as a value, the right antibiotic."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.bundle import BundleStep, Done, Reading, Situation
from dispatch.assessment.bundle_items import items_of
from dispatch.assessment.values import AdultValues
from dispatch.transfer.bundle import bundle_of
from dispatch.transfer.decide_assessment import record_assessment
from dispatch.transfer.decide_bundle import require_reading
from dispatch.transfer.events import AssessmentRecorded
from dispatch.transfer.evolve import evolve
from dispatch.transfer.parts import Clinical
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
