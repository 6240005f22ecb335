"""A mean pressure nobody gave is never above the systolic: the bundle reads it so."""

from dispatch.assessment.bundle import BundleStep as S
from tests.core.assessment.test_bundle_items import CHILD, done, item


def test_systolic_below_the_mean_aimed_at_says_that_the_mean_is_low():
    """A mean pressure is never above its systolic."""
    adult = done(S.FLUIDS, 30, fluids_ml=2100)
    for systolic, state in ((64, "due"), (65, "unknown")):
        known = {"systolic_mmhg": systolic, "weight_kg": 70}
        assert item(S.NORADRENALINE, 31, adult, **known).state == state
    child = done(S.FLUIDS, 30, fluids_ml=560)
    for systolic, state in ((44, "due"), (45, "waiting")):
        found = item(S.NORADRENALINE, 40, child, systolic_mmhg=systolic, **CHILD)
        assert found.state == state
    unaged = {"is_child": True, "weight_kg": 14, "systolic_mmhg": 30, "lactate_mmol_l": 3}
    assert item(S.NORADRENALINE, 40, child, **unaged).state == "waiting"
