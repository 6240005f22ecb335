"""What one running simulation holds. Everything that must last is on the board instead."""

from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from dispatch.desk import Headquarters
from dispatch.fleet import Position
from dispatch.kernel import UnitId
from dispatch.simulation.movement import Trip
from dispatch.transfer.board import Board


@dataclass(frozen=True)
class Rules:
    """How the demonstration runs.

    ``speed``: how many times faster than the clock simulated people answer and units travel.
    ``has_arrivals`` False: no new simulated patients. ``has_crews`` False: units on a transfer
    stay where they are until a crew of people reports its steps.
    """

    seed: int = 2020
    speed: float = 1.0
    has_arrivals: bool = True
    has_crews: bool = True


@dataclass
class World:
    """The headquarters acted upon, and the ways units are on right now."""

    hq: Headquarters
    rules: Rules
    random: Random
    trips: dict[UnitId, Trip] = field(default_factory=dict)
    told_at: dict[UnitId, datetime] = field(default_factory=dict)


@dataclass(frozen=True)
class Scene:
    """The board at one look, with the latest positions."""

    board: Board
    seen: dict[UnitId, Position]
    now_at: datetime


def a_world(hq: Headquarters, rules: Rules) -> World:
    """A simulation of this headquarters, ready to run."""
    return World(hq=hq, rules=rules, random=Random(f"fleet:{rules.seed}"))
