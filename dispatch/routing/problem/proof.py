"""What a bound rests on, for others to check: prices for transfers, beds and levels."""

import msgspec


class Triple(msgspec.Struct, frozen=True):
    """Three transfers and units in all; what a route with two or three of them is paid, never
    more than 0, since no plan has two such routes.
    """

    transfers: tuple[str, ...]
    units: tuple[str, ...]
    paid: float


class LevelProof(msgspec.Struct, frozen=True):
    """Prices that bound one level; ``check_proof`` judges them without the solver.

    ``bound`` is of ``stage_level`` among plans that keep what is ``held`` (level to value) and
    no trip of which responds later than ``longest_p0`` or is late by more than
    ``longest_late`` minutes (None: no limit). For the longest response ``stage_level`` is the
    first level: with a shorter one, more would be unserved. ``transfers`` has no price for one
    that is left out because priority 0 is settled without it. ``charges`` are by level.
    ``searched`` says that whole routes were tried as well, which ``bound`` leaves out.
    """

    level: int
    stage_level: int
    bound: int
    held: dict[int, int]
    charges: tuple[float, ...]
    transfers: dict[str, float]
    beds: dict[str, float]
    longest_p0: int | None
    longest_late: int | None
    searched: bool
    triples: tuple[Triple, ...] = ()
