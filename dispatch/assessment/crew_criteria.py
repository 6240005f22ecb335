"""How long a unit may stay silent, or be late. The paper gives no minutes: all proposed."""

from dispatch.assessment.criterion import Criterion


def _row(name: str, value_min: float, meaning: str) -> Criterion:
    return Criterion(name, value_min, "min", "proposed", is_proposed=True, meaning=meaning)


CREW_CLOCKS: tuple[Criterion, ...] = (
    _row(
        "unit_silent_min",
        5,
        "An assigned unit has not acknowledged for this long: the board asks for a decision",
    ),
    _row(
        "unit_overdue_min",
        10,
        "A unit is later at the bedside than expected by this: the board asks for a decision",
    ),
)
