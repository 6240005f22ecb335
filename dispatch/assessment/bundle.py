"""The bundle of stage 2 as people record it: which step, when, and what was read then.

Yébenes 2020, stage 2 and Fig. 4. What is due when follows in ``bundle_items.py``.
"""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from msgspec import Struct


class BundleStep(StrEnum):
    """A step, in the order in which people go through them."""

    RECOGNITION = "recognition"
    """Zero of every timer."""
    OXYGEN = "oxygen"
    CULTURES = "cultures"
    BLOOD_PANEL = "blood_panel"
    """The blood tests that tell which organs fail."""
    ANTIBIOTIC = "antibiotic"
    LACTATE = "lactate"
    FLUIDS = "fluids"
    NORADRENALINE = "noradrenaline"
    CENTRAL_LINE = "central_line"
    """The end of noradrenaline by a peripheral line."""
    MAP_TARGET = "map_target"
    LACTATE_AGAIN = "lactate_again"
    FOCUS_CONTROL = "focus_control"
    CONTROLS = "controls"
    REASSESSMENT = "reassessment"


Outcome = Literal["improved", "partial", "no_improvement", "not_needed"]
"""Of a re-assessment: the first three. ``not_needed``: this patient does without the step."""

ItemState = Literal[
    "done", "done_late", "untimed", "due", "late", "waiting", "not_needed", "unknown"
]
"""``untimed``: done, nobody said when, so never in time. ``waiting``: for something before it.
``unknown``: ``missing`` says what would have to be known.
"""

Doubt = Literal[
    "antibiotic_first",
    "antibiotic_inadequate",
    "volume_short",
    "volume_high",
    "map_at_bound",
    "map_below",
    "map_below_age",
    "too_early",
]


class Reading(Struct, frozen=True, forbid_unknown_fields=True):
    """What was read or given at a step. ``fluids_ml`` is all crystalloid up to then."""

    lactate_mmol_l: float | None = None
    fluids_ml: float | None = None
    weight_kg: float | None = None
    noradrenaline_mcg_kg_min: float | None = None
    is_peripheral: bool | None = None
    map_mmhg: float | None = None
    outcome: Outcome | None = None
    is_adequate: bool | None = None
    """Of the antibiotic: whether it covers what is suspected, as the doctor judges; None when
    nobody said.
    """


class Done(Struct, frozen=True):
    """A step as somebody recorded it. ``done_at`` None: nobody said when."""

    step: BundleStep
    done_at: datetime | None
    recorded_by: str
    reading: Reading = Reading()


class Situation(Struct, frozen=True):
    """What is known of the patient beside the steps. None is not known.

    ``done``: the last record of each step. ``supports``: organ support that is needed.
    ``age_months``: of a child, whose pressure can't be judged without it.
    ``adequate_fluids_given``: of an adult, wherever it was told.
    """

    recognised_at: datetime
    done: dict[BundleStep, Done] = {}
    is_child: bool = False
    is_shock: bool = False
    needs_vasoactives: bool = False
    lacks_means: bool = False
    supports: tuple[str, ...] = ()
    weight_kg: float | None = None
    age_months: float | None = None
    lactate_mmol_l: float | None = None
    map_mmhg: float | None = None
    systolic_mmhg: float | None = None
    usual_systolic_mmhg: float | None = None
    usual_map_mmhg: float | None = None
    adequate_fluids_given: bool | None = None
    capillary_refill_s: float | None = None
    has_poor_skin_perfusion: bool | None = None
    gcs: int | None = None


class Item(Struct, frozen=True):
    """A step as it stands now. ``due_at`` None: the source gives it no time.

    ``opens_at``: not to be judged before. ``wanted_ml``: the first volume for this weight; of
    a child the first bolus, and ``most_ml`` the volume above which overload is looked for.
    """

    step: BundleStep
    state: ItemState
    due_at: datetime | None = None
    done_at: datetime | None = None
    recorded_by: str | None = None
    reading: Reading = Reading()
    opens_at: datetime | None = None
    wanted_ml: float | None = None
    most_ml: float | None = None
    missing: tuple[str, ...] = ()
    doubt: Doubt | None = None
