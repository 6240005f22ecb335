"""How conscious an adult is, told by a letter, by the Glasgow scale, or by both.

Everything that reads an adult's consciousness reads it here. Where the two contradict each
other (``GCS_OF_ACVPU``) somebody is asked, and until then the graver counts.
"""

from collections.abc import Mapping
from typing import get_args

from msgspec.structs import replace

from dispatch.assessment.scale import Part, Scale, part_of, points_on
from dispatch.assessment.values import AdultValues, Consciousness

GCS_OF_ACVPU: Mapping[str, tuple[int, int]] = {
    "A": (13, 15),
    "C": (9, 14),
    "V": (6, 14),
    "P": (4, 12),
    "U": (3, 8),
}
"""Points of the Glasgow scale that go with a level of consciousness, both ends included."""

GCS_SOURCE = (
    "proposed, by the items of the scale: who is alert opens the eyes, new confusion costs a "
    "point of speech, no answer to pain leaves one point of eyes"
)

LEVELS: tuple[Consciousness, ...] = get_args(Consciousness)
"""From awake to unresponsive."""


def by_the_graver(values: AdultValues, /) -> AdultValues:
    """The values with a letter and a Glasgow scale that agree: of two that contradict each
    other the milder is taken for the mildest that goes with the graver. What only one tells
    stays.
    """
    gcs, level = values.gcs, values.acvpu
    if gcs is None or level is None:
        return values
    least, most = GCS_OF_ACVPU[level]
    if gcs > most:
        return replace(values, gcs=most)
    return replace(values, acvpu=level_of(gcs)) if gcs < least else values


def part_of_gcs(scale: Scale, values: AdultValues, /) -> Part:
    """The points of an adult's consciousness on a scale of the Glasgow kind. Of a letter alone
    those of the mildest that goes with it: the least that they can be, the rest is missing.
    """
    known = by_the_graver(values)
    if known.gcs is not None or known.acvpu is None:
        return part_of(scale, known.gcs)
    _, most = GCS_OF_ACVPU[known.acvpu]
    return Part(points_on(scale, most), (scale.reads,))


def goes_with(level: Consciousness, gcs: int, /) -> bool:
    """Whether both can be right of one patient at one time."""
    least, most = GCS_OF_ACVPU[level]
    return least <= gcs <= most


def level_of(gcs: int, /) -> Consciousness:
    """The mildest level that goes with those points."""
    return next(level for level in LEVELS if GCS_OF_ACVPU[level][0] <= gcs)
