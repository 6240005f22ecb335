"""What a dispatcher's screen does: the nearest idle unit, or the earliest to arrive."""

import heapq

from bench.peers.fleet_state import FleetState, completed, most_urgent_first
from bench.question import Answer, Question
from dispatch.routing.problem.instance import Instance, Transfer, Unit

IDLE_WITHIN_MIN = 15
"""A unit that can set out this soon counts as idle: mobilising takes a helicopter that long."""


def earliest_arrival(instance: Instance, _: Question, /) -> Answer:
    """Transfers by urgency, each to the unit that is first at the bedside, busy ones too."""
    return Answer(completed(instance, {}))


def nearest_idle(instance: Instance, _: Question, /) -> Answer:
    """The nearest unit that is idle when the transfer's turn comes; who is busy is not asked.

    Crews keep the transfer they were given. A transfer that finds no idle unit waits for the
    next that gets free; the most urgent of those waiting goes first.
    """
    queue = _Queue(instance)
    queue.keep_given()
    while (now_min := queue.next_min()) is not None:
        queue.serve(now_min)
    return Answer(queue.state.trips)


class _Queue:
    """The waiting transfers, the idle units, and the minutes at which these meet."""

    def __init__(self, instance: Instance) -> None:
        self.state = FleetState(instance)
        self.waiting = most_urgent_first(instance)
        self.idle: dict[str, list[Unit]] = {each.type: [] for each in instance.units}
        self._order = {each.id: order for order, each in enumerate(instance.units)}
        self._busy = [
            (0 if each.free_at <= IDLE_WITHIN_MIN else each.free_at, order, each)
            for order, each in enumerate(instance.units)
        ]
        heapq.heapify(self._busy)
        self._ready_at = sorted({max(0, each.ready) for each in instance.transfers})

    def keep_given(self) -> None:
        """Every crew that was given a transfer goes on with it, if its shift lets it."""
        by_id = {each.id: each for each in self.waiting}
        kept = set()
        for index, (_, order, unit) in enumerate(self._busy):
            transfer = by_id.get(unit.assigned_to or "")
            if transfer and self.state.in_shift(unit, transfer):
                self.state.append(unit, transfer)
                kept.add(transfer.id)
                self._busy[index] = (self.state.free_at[unit.id], order, unit)
        heapq.heapify(self._busy)
        self.waiting = [each for each in self.waiting if each.id not in kept]

    def next_min(self) -> int | None:
        """The next minute at which somebody calls or gets free; None when nobody waits."""
        if not self.waiting:
            return None
        soon = [*self._ready_at[:1], *(each[0] for each in self._busy[:1])]
        return min(soon, default=None)

    def serve(self, now_min: int) -> None:
        """Gives idle units to the transfers agreed by now."""
        self._ready_at = [each for each in self._ready_at if each > now_min]
        while self._busy and self._busy[0][0] <= now_min:
            unit = heapq.heappop(self._busy)[2]
            self.idle[unit.type].append(unit)
        self.waiting = [each for each in self.waiting if not self._served(each, now_min)]

    def _served(self, transfer: Transfer, now_min: int) -> bool:
        if transfer.ready > now_min:
            return False
        able = [
            unit
            for kind in transfer.unit_types
            for unit in self.idle.get(kind, ())
            if self.state.in_shift(unit, transfer)
        ]
        if not able:
            return False
        unit = min(able, key=lambda each: self.state.drive_min(each, transfer))
        self.state.append(unit, transfer)
        self.idle[unit.type].remove(unit)
        order = self._order[unit.id]
        heapq.heappush(self._busy, (self.state.free_at[unit.id], order, unit))
        return True
