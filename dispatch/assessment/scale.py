"""Points read from a scale: the one shape in which every score keeps its numbers."""

from typing import Literal

from msgspec import Struct

Sign = Literal["<", "<=", ">", ">="]


class Rung(Struct, frozen=True):
    """So many points for a value on that side of the bound, in the unit of the scale."""

    points: int
    sign: Sign
    value: float


class Scale(Struct, frozen=True):
    """Rungs from the first to be tried to the last; on none of them a value has no points.

    ``reads`` is the name of the value in ``AdultValues`` or ``ChildValues``.
    """

    score: str
    part: str
    reads: str
    unit: str
    rungs: tuple[Rung, ...]
    source: str
    version: str = "2026-1"


class Part(Struct, frozen=True):
    """Points of one part of a score, and the values that could still add to them."""

    points: int
    missing: tuple[str, ...] = ()


class Score(Struct, frozen=True):
    """A score. A missing value adds nothing to ``total``, which is then the least it can be.

    ``open_parts``: those to which a missing value could still add.
    """

    total: int
    parts: dict[str, int]
    missing: tuple[str, ...]
    open_parts: tuple[str, ...] = ()


def rungs(*steps: tuple[int, Sign, float]) -> tuple[Rung, ...]:
    """Rungs written as (points, sign, bound)."""
    return tuple(Rung(*step) for step in steps)


def points_on(scale: Scale, value: float, /) -> int:
    """The points of the first rung on whose side the value lies."""
    return next((rung.points for rung in scale.rungs if _is_on(rung, value)), 0)


def part_of(scale: Scale, value: float | None, /) -> Part:
    """The points of a value, or none and its name when it is not known."""
    return Part(0, (scale.reads,)) if value is None else Part(points_on(scale, value))


def worse_of(first: Part, second: Part, /, *, most: int) -> Part:
    """The higher points of two; nothing is missing once ``most`` is reached."""
    points = max(first.points, second.points)
    return Part(points, () if points >= most else first.missing + second.missing)


def sum_up(parts: dict[str, Part], /) -> Score:
    """The score of its parts."""
    return Score(
        total=sum(part.points for part in parts.values()),
        parts={name: part.points for name, part in parts.items()},
        missing=tuple(dict.fromkeys(name for part in parts.values() for name in part.missing)),
        open_parts=tuple(name for name, part in parts.items() if part.missing),
    )


def _is_on(rung: Rung, value: float) -> bool:
    match rung.sign:
        case "<":
            return value < rung.value
        case "<=":
            return value <= rung.value
        case ">":
            return value > rung.value
    return value >= rung.value
