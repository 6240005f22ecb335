"""How long a request waits at each rung of the ladder. No source gives minutes: all proposed.

The last rung falls on the decision time that the quality measures propose (T2 of the facts:
15 min for priority 0, 30 min up to 3 h), so that a doctor at headquarters acts before it is
missed. Others: COOLSI (Québec) decides within 30 to 45 min; Pulsara repeats every 2 min.
"""

from dispatch.assessment.criterion import Criterion

_MEANINGS = {
    "repeat": "is asked again, if still on duty",
    "second": "has not answered: the second one is asked",
    "head": "nor the second: the head of duty is asked",
    "coordinating": "nor anybody: the coordinating doctor takes it on",
}

_MINUTES = {
    "p0": {"repeat": 3, "second": 5, "head": 10, "coordinating": 15},
    "3h": {"repeat": 10, "second": 15, "head": 20, "coordinating": 30},
}

_WORDS = {"p0": "priority 0", "3h": "priority up to 3 h"}

ESCALATION: tuple[Criterion, ...] = tuple(
    Criterion(
        f"escalate_{rung}_{priority}_min",
        value_min,
        "min",
        "proposed",
        is_proposed=True,
        meaning=f"So long after asking, {_WORDS[priority]}: the first intensivist "
        + _MEANINGS[rung],
    )
    for priority, minutes in _MINUTES.items()
    for rung, value_min in minutes.items()
)
