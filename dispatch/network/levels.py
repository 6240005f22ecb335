"""Levels of care of the Interhospital Sepsis Code (Yébenes 2020, levels of healthcare)."""

from enum import StrEnum


class Care(StrEnum):
    """Whom a level is for: the adult and the paediatric networks differ."""

    ADULT = "adult"
    PAEDIATRIC = "paediatric"


class Level(StrEnum):
    """What a hospital can do for a septic patient. Every level includes the lower ones.

    Adults: SEP-1 resuscitates and controls the focus, SEP-2a adds an ICU, SEP-2b adds surgery
    of every focus day and night. Children: SEP-2a adds a paediatric ICU, SEP-2b adds ECMO.
    """

    SEP_1 = "SEP-1"
    SEP_2A = "SEP-2a"
    SEP_2B = "SEP-2b"

    def includes(self, lower: "Level") -> bool:
        """Whether this level does all that ``lower`` does; each level includes itself."""
        return _RANK[self] >= _RANK[lower]


_RANK = {Level.SEP_1: 1, Level.SEP_2A: 2, Level.SEP_2B: 3}


def rank(level: Level) -> int:
    """1 for SEP-1, 2 for SEP-2a, 3 for SEP-2b: what to sort by, never shown."""
    return _RANK[level]
