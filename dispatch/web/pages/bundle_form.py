"""The form of one step of the bundle: when, and what was read."""

from datetime import datetime

from dispatch.assessment.bundle import BundleStep, Reading
from dispatch.identity import WALL
from dispatch.kernel import Refused
from dispatch.transfer.decide_bundle import (
    ALSO,
    MAY_BE_UNNEEDED,
    NEEDED,
    ONLY_AFTER_RECOGNITION,
    BundleReport,
)
from dispatch.transfer.shared import SharedView
from dispatch.web.pages.forms import Entered, Reader, as_shape
from dispatch.web.pages.picture import read_measure
from dispatch.web.pages.visit import Visit

NUMBERS = {
    "lactate_mmol_l": "clinical-lactate_mmol_l",
    "fluids_ml": "clinical-fluids_ml",
    "weight_kg": "need-weight_kg",
    "noradrenaline_mcg_kg_min": "clinical-noradrenaline_mcg_kg_min",
    "map_mmhg": "clinical-map_mmhg",
}
"""Fields that hold a number, with the message that names each."""

OUTCOMES = ("improved", "partial", "no_improvement")


def step_named(name: str) -> BundleStep:
    """The step of that name. Raises ``Refused("unknown_path")``."""
    if name not in set(BundleStep):
        raise Refused("unknown_path")
    return BundleStep(name)


def bundle_fields(step: BundleStep, shared: SharedView) -> dict[str, object]:
    """What the form of a step shows; the weight only while it is not known."""
    asked = (*NEEDED.get(step, ()), *ALSO.get(step, ()))
    is_weighed = shared.transfer.needs.weight_kg is not None
    shown = tuple(name for name in asked if name in NUMBERS)
    return {
        "step": step.value,
        "numbers": tuple(
            (f"reading/{name}", NUMBERS[name])
            for name in shown
            if name != "weight_kg" or not is_weighed
        ),
        "asks_weight": "weight_kg" in shown and not is_weighed,
        "asks_line": "is_peripheral" in asked,
        "asks_adequate": "is_adequate" in asked,
        "outcomes": OUTCOMES if "outcome" in asked else (),
        "asks_recognition": step in ONLY_AFTER_RECOGNITION,
        "may_be_unneeded": step in MAY_BE_UNNEEDED,
    }


def entered_step(visit: Visit, name: str, shared: SharedView) -> Entered:
    """A fresh form: the time is now, or that of the request for the recognition before it."""
    at = _shown_at(name, shared) or visit.now_at
    wall = at.astimezone(WALL).strftime("%H:%M")
    return Entered(visit.new_key(), {"occurred_at": wall})


def read_step(
    reader: Reader, step: BundleStep, shared: SharedView, *, now_at: datetime
) -> BundleReport:
    """The step as filled in; a time left as it was shown is the one it stood for.

    Raises ``Misfilled``, ``Refused("body_invalid")``.
    """
    known_at = _shown_at(step, shared)
    occurred_at = reader.clock("occurred_at", now_at=now_at, known_at=known_at)
    if reader.flag("unneeded"):
        reading: dict[str, object] = {"outcome": "not_needed"}
    else:
        asked = (*NEEDED.get(step, ()), *ALSO.get(step, ()))
        reading = {
            name: read_measure(reader, f"reading/{name}", shared.transfer.care)
            for name in asked
            if name in NUMBERS
        }
        for name in ("is_peripheral", "is_adequate"):
            said = reader.text(f"reading/{name}") if name in asked else None
            reading[name] = None if said is None else said == "yes"
        reading["outcome"] = reader.text("reading/outcome") if "outcome" in asked else None
    reader.require_sound()
    as_reading = as_shape(reading, Reading)
    return BundleReport(step, as_reading, occurred_at, reader.confirmed)


def _shown_at(step: str, shared: SharedView) -> datetime | None:
    """The instant a fresh form shows when it is not now: recognition is before the request."""
    return shared.transfer.milestones.requested_at if step == BundleStep.RECOGNITION else None
