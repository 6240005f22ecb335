"""Identifiers. Each is opaque text of its own type, so that one can't stand for another."""

from typing import NewType

HospitalCode = NewType("HospitalCode", str)
"""Code of a hospital in ``data/hospitals.csv``, lower case with hyphens: ``germans-trias``."""

UnitId = NewType("UnitId", str)
"""Call sign of a life support unit in ``data/units.csv``: ``SVA-12``."""

TransferId = NewType("TransferId", str)
"""Random and unguessable; people say the transfer's number (``CSI-2716``) instead."""

PreAlertId = NewType("PreAlertId", str)
"""Random and unguessable; people say the pre-alert's number (``PRE-1004``) instead."""

PersonId = NewType("PersonId", str)
"""Account of a person or of a device; never a patient."""
