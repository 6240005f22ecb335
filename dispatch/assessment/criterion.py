"""One number of the protocol with everything a reader asks about it."""

from msgspec import Struct

PAPER = "Yébenes et al., Med Intensiva 2020;44:36-45"


class Criterion(Struct, frozen=True):
    """One number. ``is_proposed`` when no public source fixes it.

    ``version`` says which edition of our table set the value; a changed value takes a new one.
    """

    name: str
    value: float
    unit: str
    source: str
    is_proposed: bool
    meaning: str
    version: str = "2026-1"
