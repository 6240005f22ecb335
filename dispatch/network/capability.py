"""Scarce capabilities: what only a few hospitals have, whatever their level."""

from enum import StrEnum

from dispatch.network.levels import Care


class Capability(StrEnum):
    """The value is the column of ``hospitals.csv`` and the need that asks for it."""

    ECMO = "ecmo"
    NEUROSURGERY = "neurosurgery"
    THORACIC_SURGERY = "thoracic_surgery"
    BURNS = "burns"
    HYPERBARIC = "hyperbaric"


class Scope(StrEnum):
    """Whom a capability of a hospital is for."""

    NOBODY = "no"
    ADULT = "adult"
    PAEDIATRIC = "paediatric"
    BOTH = "both"
    UNKNOWN = "unknown"

    def covers(self, care: Care) -> bool | None:
        """Whether such patients have it there; None when nobody knows."""
        if self is Scope.UNKNOWN:
            return None
        return self is Scope.BOTH or self.value == care.value
