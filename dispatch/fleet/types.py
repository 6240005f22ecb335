"""Kinds of life support unit, and how each moves."""

from enum import StrEnum


class UnitType(StrEnum):
    """What a unit can do, in the words of the emergency medical system."""

    SVA = "SVA"
    """Advanced life support, with a doctor."""
    SVI = "SVI"
    """Intermediate life support, led by a nurse."""
    SVB = "SVB"
    """Basic life support: never for these transfers."""
    PED = "PED"
    """Paediatric team."""
    HELI = "HELI"
    """Medical helicopter."""


class Mode(StrEnum):
    """How a unit travels."""

    ROAD = "road"
    AIR = "air"
