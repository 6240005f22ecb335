"""What every method is asked, and what it may answer."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from dispatch.routing.problem.instance import Instance

Trips = Mapping[str, Sequence[tuple[str, str]]]
"""A plan as published: unit id to ordered (transfer, hospital) pairs."""


class Question(msgspec.Struct, frozen=True):
    """How long a method may search, and what it is told beside the instance.

    ``longest_p0_min`` is a gift to methods that can't minimise the longest response: the value
    this project's solver found, as a deadline. ``only_drive`` says that the instance is the
    one routing programs share: windows hard, least drive and coverage.
    """

    limit_s: float
    seed: int = 1
    longest_p0_min: int | None = None
    only_drive: bool = False


class Answer(msgspec.Struct, frozen=True):
    """A plan; ``how`` is the method's own word for the way it was found.

    ``bounds`` and ``proven`` are one value per level and empty where nothing is claimed.
    ``improved`` is the search's own record: seconds since it began, value it had then.
    """

    trips: Trips
    how: str = ""
    bounds: tuple[int, ...] = ()
    proven: tuple[bool, ...] = ()
    improved: tuple[tuple[float, int], ...] = ()


AT_END: list[Callable[[], None]] = []
"""What a method that keeps something open between its calls wants done after the last one."""

Method = Callable[[Instance, Question], Answer]
