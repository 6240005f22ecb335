"""What detection says: the signs that fired, and how strong they are together."""

from enum import StrEnum
from typing import Literal

from msgspec import Struct

Letter = Literal["B", "C", "D", "E"]
"""Breathing, circulation, disability (consciousness), biomarkers. A, infection, is the gate."""


class Detection(StrEnum):
    """How far the signs go (Yébenes 2020, Fig. 2 and 3)."""

    NONE = "none"
    SUSPICION = "suspicion"
    """Adaptive responses: they may come before organ failure."""
    ACTIVATION = "activation"
    """Signs of organ failure: the code may be activated without waiting for tests."""


class Finding(Struct, frozen=True):
    """One sign that fired. ``value`` and ``cutoff`` in the unit of ``reads``, if a number."""

    code: str
    letter: Letter
    strength: Detection
    reads: str
    value: float | None = None
    cutoff: float | None = None


class Detected(Struct, frozen=True):
    """``detection`` None: nobody said whether an infection is suspected (A is the gate).

    ``findings`` are told with and without infection; ``missing`` could add to them.
    """

    detection: Detection | None
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]


def detect(
    findings: tuple[Finding, ...], missing: tuple[str, ...], *, infection: bool | None
) -> Detected:
    """The strongest finding, if there is an infection."""
    missing = tuple(dict.fromkeys(missing))
    if infection is None:
        return Detected(None, findings, ("infection_suspected", *missing))
    if not infection:
        return Detected(Detection.NONE, findings, ())
    strengths = {finding.strength for finding in findings}
    for strength in (Detection.ACTIVATION, Detection.SUSPICION):
        if strength in strengths:
            is_most = strength is Detection.ACTIVATION
            return Detected(strength, findings, () if is_most else missing)
    return Detected(Detection.NONE, findings, missing)
