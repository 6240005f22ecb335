"""Of whom forms ask whether she is pregnant. All proposed."""

from dispatch.assessment.criterion import Criterion

_SOURCE = "proposed; the widest ages at which births are usual"

CHILDBEARING: tuple[Criterion, ...] = (
    Criterion(
        "childbearing_from_years",
        12,
        "years",
        _SOURCE,
        is_proposed=True,
        meaning="Age from which forms ask a woman whether she is pregnant",
    ),
    Criterion(
        "childbearing_upto_years",
        55,
        "years",
        _SOURCE,
        is_proposed=True,
        meaning="Age up to which they do",
    ),
)
