"""Simulated ICUs keep their beds' news fresh, most of them."""

from datetime import timedelta

import pytest

from dispatch.capacity import BedKind, Beds, report_beds
from dispatch.kernel import HospitalCode
from dispatch.simulation.bed_reports import (
    AT_A_LOOK,
    FORGETFUL,
    OFTEN_S,
    is_due,
    next_report,
    report_beds_due,
)
from dispatch.simulation.run import look
from dispatch.simulation.world import Rules, Scene, a_world
from dispatch.transfer.board import Board
from tests.builders import MATARO, NOON, at
from tests.desk_world import region

ICUS = ("mataro", "germans-trias", "vall-hebron", "granollers", "manresa", "trueta")


def some(hospital=MATARO, **changes):
    plain = {"total": 14, "used": 9, "held": 1, "reported_at": NOON, "version": 3}
    return Beds(HospitalCode(hospital), BedKind.ICU, **{**plain, **changes})


@pytest.fixture
def simulated(world):
    return a_world(world.hq, Rules())


def test_icu_that_never_reported_stays_silent():
    assert not is_due(some(reported_at=None), at(1000), speed=1)


def test_icu_reports_again_within_its_time():
    assert not is_due(some(), at(OFTEN_S[0] / 60 - 1), speed=1)
    assert is_due(some(), at(OFTEN_S[1] / 60 + 1), speed=1)


def test_icu_of_a_faster_day_reports_sooner():
    assert is_due(some(), at(OFTEN_S[1] / 60 / 10 + 0.1), speed=10)


def test_a_few_icus_forget():
    hospitals = list(region().network.hospitals)
    silent = [each for each in hospitals if not is_due(some(each), at(600), speed=1)]
    assert 0 < len(silent) < 3 * FORGETFUL * len(hospitals)


@pytest.mark.parametrize("version", range(1, 40))
@pytest.mark.parametrize(("used", "held"), [(0, 0), (14, 0), (12, 2), (9, 1)])
def test_next_report_is_always_a_possible_one(version, used, held):
    beds = some(used=used, held=held, version=version)
    report = next_report(beds)
    after = report_beds(beds, total=report.total, used=report.used)
    assert after.total == beds.total
    assert abs(report.used - used) <= 1


async def test_few_report_at_one_look(simulated):
    scene = await look(simulated)
    old = {(HospitalCode(code), BedKind.ICU): some(code) for code in ICUS}
    crowded = Scene(Board(beds=old), scene.seen, NOON + timedelta(hours=2))
    assert len(await report_beds_due(simulated, crowded)) == AT_A_LOOK
