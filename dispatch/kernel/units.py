"""Units of measure as types. Durations that the solver sees are whole minutes or seconds."""

from typing import NewType

Minutes = NewType("Minutes", int)
"""Whole minutes, rounded half up where a finer value is known."""

Km = NewType("Km", float)
"""Kilometres on the road (or in the air where said)."""
