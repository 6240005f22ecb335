"""What a hospital may set for itself, and whose cut-offs an assessment used."""

import pytest
from msgspec.structs import replace

from dispatch.assessment import CRITERIA, DEFAULT_CUTOFFS, Cutoffs, centre_cutoffs
from dispatch.assessment.centre import (
    CENTRE_RANGES,
    CentreSetting,
    CutoffsInUse,
    in_use,
    require_centre,
)
from dispatch.kernel import PersonId
from tests.builders import CALELLA, NOON, refused

SETTING = CentreSetting(
    setting_id="S1",
    hospital=CALELLA,
    own={"tachypnoea_from_rpm": 24},
    reason="own audit of 2026",
    set_by_id=PersonId("x"),
    set_by="Dr. X",
    set_at=NOON,
)


def test_every_cutoff_has_its_range_around_the_proposed_number():
    assert set(CENTRE_RANGES) == set(Cutoffs.__struct_fields__)
    for name, limits in CENTRE_RANGES.items():
        assert limits.low < CRITERIA[name].value < limits.high


@pytest.mark.parametrize("name", CENTRE_RANGES)
def test_limits_of_a_range_are_accepted_and_known_to_detection(name):
    for value in (CENTRE_RANGES[name].low, CENTRE_RANGES[name].high):
        own = {"hypoxia_scale2_below_pct": 80, "child_refill_above_s": 1, name: value}
        own |= {} if name != "hypoxia_scale2_below_pct" else {"hypoxia_below_pct": 96}
        own |= {} if name != "child_refill_above_s" else {"child_refill_tachycardia_from_s": 5}
        assert getattr(centre_cutoffs(require_centre(own)), name) == value


@pytest.mark.parametrize("name", CENTRE_RANGES)
def test_number_beyond_its_range_is_refused(name):
    limits = CENTRE_RANGES[name]
    for value in (limits.low - 0.1, limits.high + 0.1, float("nan"), float("inf")):
        with refused("cutoff_out_of_range", field=name):
            require_centre({name: value})


def test_unknown_cutoff_is_refused():
    with refused("cutoff_unknown", field="sofa_from_points"):
        require_centre({"sofa_from_points": 3})


@pytest.mark.parametrize(
    ("own", "field"),
    [
        ({"hypoxia_scale2_below_pct": 92, "hypoxia_below_pct": 91}, "hypoxia_scale2_below_pct"),
        ({"child_refill_above_s": 3.5}, "child_refill_above_s"),
        ({"child_refill_tachycardia_from_s": 2, "child_refill_above_s": 2.1}, None),
    ],
)
def test_cutoffs_out_of_their_order_are_refused(own, field):
    with refused("cutoff_order", field=field):
        require_centre(own)


def test_cutoffs_of_a_pair_may_be_equal():
    own = {"hypoxia_scale2_below_pct": 92, "child_refill_above_s": 3}
    assert require_centre(own) == own


def test_proposed_number_written_down_is_no_own_one():
    assert require_centre({"tachypnoea_from_rpm": 22, "lactate_above_mmol_l": 3}) == {
        "lactate_above_mmol_l": 3
    }


def test_centre_without_a_setting_uses_the_proposed():
    assert in_use(None) == CutoffsInUse(DEFAULT_CUTOFFS, "proposed", None)


def test_last_setting_holds_since_it_was_set():
    used = in_use(SETTING)
    assert (used.cutoffs.tachypnoea_from_rpm, used.of, used.since_at) == (24, "centre", NOON)
    assert used.cutoffs.tachycardia_above_bpm == DEFAULT_CUTOFFS.tachycardia_above_bpm


def test_empty_setting_goes_back_to_the_proposed():
    assert in_use(replace(SETTING, own={})).of == "proposed"
