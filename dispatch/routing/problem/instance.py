"""One instance of the assignment problem: places, units, open transfers.

The field names are those of the published plan instance. All times are whole minutes after
now, which is 0. ``parse_instance`` builds one from text and is where its faults are found.
"""

from typing import Literal, NamedTuple

import msgspec

from dispatch.routing.problem.parameters import Amount, Duration, Moment, Parameters

Mode = Literal["road", "air"]
Priority = Literal["P0", "3h"]
Matrix = tuple[tuple[Duration, ...], ...]


class Travel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Minutes between locations, one square matrix per mode, row = from, column = to."""

    road: Matrix
    air: Matrix


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A life support unit, where and when it is next free.

    ``free_at`` includes mobilisation or the end of the mission under way; ``shift_end`` may be
    past. ``assigned_to`` is a transfer it was given and has not loaded yet.
    """

    id: str
    type: str
    mode: Mode
    location: str
    free_at: Duration
    shift_end: Moment
    coverage_cost: Amount = 0
    assigned_to: str | None = None


class DestinationOption(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A hospital that would receive the patient, and what choosing it costs."""

    hospital: str
    penalty: Amount = 0


class Transfer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An open transfer. ``ready`` is the minute of agreement; both durations are minutes."""

    id: str
    priority: Priority = msgspec.field(name="class")
    ready: Moment
    origin: str
    destinations: tuple[DestinationOption, ...]
    unit_types: tuple[str, ...]
    bedside: Duration
    handover: Duration


class Instance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything a plan depends on. A hospital not in ``beds`` has no limit here."""

    parameters: Parameters
    locations: tuple[str, ...]
    travel: Travel
    units: tuple[Unit, ...]
    transfers: tuple[Transfer, ...]
    beds: dict[str, Duration] = {}
    name: str = ""
    description: str = ""
    time_unit: Literal["min"] = "min"


class Minutes(NamedTuple):
    """Minutes from one location to another by their names: ``minutes.between(here, there)``."""

    place: dict[str, int]
    matrix: Matrix

    def between(self, here: str, there: str) -> int:
        """Minutes from here to there."""
        return self.matrix[self.place[here]][self.place[there]]


def minutes_between(instance: Instance, mode: Mode, /) -> Minutes:
    """Minutes from one location to another for that mode, by their names."""
    place = {name: index for index, name in enumerate(instance.locations)}
    return Minutes(place, instance.travel.road if mode == "road" else instance.travel.air)
