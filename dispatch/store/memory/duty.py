"""Duty rosters in memory. Same contract as in PostgreSQL."""

from collections.abc import Iterable
from datetime import datetime

from dispatch.identity.duty import Shift


class MemoryDuty:
    """See ``DutyStore``."""

    def __init__(self, shifts: Iterable[Shift] = ()) -> None:
        self._shifts = {shift.shift_id: shift for shift in shifts}

    async def add_shifts(self, shifts: Iterable[Shift]) -> None:
        """See ``DutyStore``."""
        for shift in shifts:
            self._shifts.setdefault(shift.shift_id, shift)

    async def find_shift(self, shift_id: str) -> Shift | None:
        """See ``DutyStore``."""
        return self._shifts.get(shift_id)

    async def end_shift(self, shift: Shift) -> None:
        """See ``DutyStore``."""
        if shift.shift_id in self._shifts:
            self._shifts[shift.shift_id] = shift

    async def read_shifts(
        self, after: datetime, *, until: datetime | None = None
    ) -> tuple[Shift, ...]:
        """See ``DutyStore``."""
        found = (
            shift
            for shift in self._shifts.values()
            if shift.ends_at > after and (until is None or shift.starts_at <= until)
        )
        return tuple(sorted(found, key=lambda each: (each.starts_at, each.shift_id)))
