"""The numbers that a screen goes by. Each has its home in a table here; screens have none.

They come with the snapshot, so a changed row changes every screen with the next start.
"""

from msgspec import Struct

from dispatch.assessment import criterion
from dispatch.fleet import STALE_S, UNKNOWN_S
from dispatch.live.truth import OLD_AFTER_S


class Numbers(Struct, frozen=True):
    """The rows of the same names in ``docs/parameters.md``, and how old news may be."""

    risk_margin_min: float
    proposal_old_min: float
    value_old_min: float
    unassigned_alarm_min: float
    no_answer_p0_min: float
    no_answer_3h_min: float
    clock_ahead_s: float
    position_stale_s: float
    position_unknown_s: float
    old_after_s: float
    paper_idle_min: float
    papers_still_min: float
    papers_end_min: float


def numbers() -> Numbers:
    """As they are now."""
    return Numbers(
        risk_margin_min=criterion("risk_margin_min"),
        proposal_old_min=criterion("proposal_old_min"),
        value_old_min=criterion("value_old_min"),
        unassigned_alarm_min=criterion("unassigned_alarm_min"),
        no_answer_p0_min=criterion("no_answer_p0_min"),
        no_answer_3h_min=criterion("no_answer_3h_min"),
        clock_ahead_s=criterion("clock_ahead_s"),
        position_stale_s=STALE_S,
        position_unknown_s=UNKNOWN_S,
        old_after_s=OLD_AFTER_S,
        paper_idle_min=criterion("paper_idle_min"),
        papers_still_min=criterion("papers_still_min"),
        papers_end_min=criterion("papers_end_min"),
    )
