"""The simulated month: the same for every policy, and true to its own rules."""

from functools import cache
from itertools import pairwise

import pytest

from bench.month import FREE, Outcome, half_width, share_kept
from bench.month_engine import Run, simulate
from bench.month_policies import POLICIES
from bench.month_world import BUSY_SHARE, DAY_MIN, Month, Region, month, noise, region

DAYS, LOAD = 0.2, 10.0


@cache
def _region() -> Region:
    return region()


def _month(seed: int = 1, *, load: float = LOAD, days: float = DAYS) -> Month:
    return month(_region(), seed=seed, load=load, days=days)


@cache
def _run(policy: str) -> Run:
    return simulate(_region(), _month(), POLICIES[policy])


def _responses(run: Run) -> list[float]:
    return [
        (each.bedside_min or 0.0) - each.patient.agreed_min for each in run.journeys.values()
    ]


@pytest.mark.parametrize("policy", POLICIES)
def test_every_patient_is_reached_after_the_agreement(policy: str) -> None:
    run = _run(policy)
    assert len(run.journeys) == len(_month().patients) > 5
    assert all(each.bedside_min is not None and each.closed for each in run.journeys.values())
    assert min(_responses(run)) > 0


@pytest.mark.parametrize("policy", POLICIES)
def test_no_crew_carries_two_patients_at_once(policy: str) -> None:
    by_crew: dict[str, list[float]] = {}
    for each in _run(policy).journeys.values():
        by_crew.setdefault(each.crew or "", []).append(each.bedside_min or 0.0)
    assert "" not in by_crew
    for minutes in by_crew.values():
        gaps = [later - sooner for sooner, later in pairwise(sorted(minutes))]
        assert all(gap > 32 for gap in gaps)  # the shorter preparation at the bedside alone


@pytest.mark.parametrize("policy", ["nearest idle", "earliest arrival"])
def test_policy_that_never_plans_again_changes_no_crew(policy: str) -> None:
    assert sum(each.undone for each in _run(policy).journeys.values()) == 0


def test_same_seed_is_the_same_month() -> None:
    assert _month() == _month()
    assert _month(2).patients != _month().patients
    again = simulate(_region(), _month(), POLICIES["ours"])
    assert _responses(again) == _responses(_run("ours"))


def test_other_work_takes_its_share_of_the_time() -> None:
    drawn = _month(days=10.0)
    busy_min = sum(
        min(end, 10 * DAY_MIN) - max(start, 0.0)
        for outings in drawn.outings.values()
        for start, end in outings
        if start < 10 * DAY_MIN
    )
    share = busy_min / (10 * DAY_MIN * len(drawn.outings))
    assert share == pytest.approx(BUSY_SHARE, abs=0.01)


def test_demand_has_its_mean_and_its_days() -> None:
    patients = _month(load=20.0, days=20.0).patients
    by_day = sum(8 <= each.agreed_min % DAY_MIN / 60 < 20 for each in patients)
    assert len(patients) == pytest.approx(4.5 * 20 * 20, rel=0.1)
    assert by_day / (len(patients) - by_day) == pytest.approx(1.4, rel=0.15)


def test_noise_depends_on_names_alone() -> None:
    assert noise(1, "T1", "u1") == noise(1, "T1", "u1") != noise(1, "T1", "u2")


def test_interval_is_students() -> None:
    assert half_width([1.0, 2.0, 3.0, 4.0] * 3) == pytest.approx(0.742, abs=0.002)


def test_share_kept_compares_with_free_planning() -> None:
    def of(p0_mean_min: float) -> Outcome:
        return Outcome(10, p0_mean_min, 0, 0, 0, 0, 1, 0)

    runs = [{"nearest idle": of(40 + n), FREE: of(30 + n), "ours": of(31 + n)} for n in (0, 1)]
    share, width = share_kept(runs, "ours")
    assert share == pytest.approx(90)
    assert width == pytest.approx(0, abs=1e-9)
