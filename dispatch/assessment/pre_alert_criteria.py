"""The clocks of a pre-alert. The paper names it and gives no minutes: all proposed."""

from dispatch.assessment.criterion import Criterion


def _row(name: str, value: float, meaning: str) -> Criterion:
    return Criterion(name, value, "min", "proposed", is_proposed=True, meaning=meaning)


PRE_ALERT: tuple[Criterion, ...] = (
    _row(
        "pre_alert_unseen_min",
        5,
        "A hospital has not acknowledged a pre-alert for this long: the board marks it",
    ),
    _row(
        "pre_alert_expires_min",
        120,
        "So long after the expected arrival a pre-alert without an outcome expires",
    ),
    _row(
        "pre_alert_longest_min",
        180,
        "The longest time to arrival that a pre-alert may name",
    ),
    _row(
        "pre_alert_twin_within_min",
        30,
        "Pre-alerts of one place and age group that arrive this near: likely one patient",
    ),
)
