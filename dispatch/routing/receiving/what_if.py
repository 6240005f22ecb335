"""What changes when a hospital loses a level: an ICU closes, or surgery stops at night."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode
from dispatch.network.hospital import Hospital
from dispatch.network.levels import Care, Level
from dispatch.network.network import Network, hospital, offer, offers_level, reference
from dispatch.network.reach import nearest_of_level, treating
from dispatch.routing.receiving.choose_hospital import choose_hospital
from dispatch.routing.receiving.hospital_choice import Need
from dispatch.routing.travel.travel_times import TravelTimes

MOST_RANKED = 3
"""Candidates told before and after, the first ones."""


@dataclass(frozen=True)
class Loss:
    """One hospital that loses its reference or its nearest centre for a level.

    ``before`` is always the hospital that closes; ``after`` the nearest one left, None when no
    hospital of the level is left. ``ranked_*`` are the first candidates proposed to it.
    """

    hospital: HospitalCode
    level: Level
    was_reference: bool
    was_nearest: bool
    before_min: int
    after: HospitalCode | None
    after_min: int | None
    ranked_before: tuple[HospitalCode, ...]
    ranked_after: tuple[HospitalCode, ...]

    @property
    def added_min(self) -> int | None:
        """Minutes more to the new nearest; negative where the reference was not the nearest."""
        return None if self.after_min is None else self.after_min - self.before_min


@dataclass(frozen=True)
class _Closure:
    """The network before and after a hospital loses a level, for one kind of patient."""

    before: Network
    after: Network
    closing: HospitalCode
    care: Care
    travel: TravelTimes


def what_if_closed(
    network: Network, code: str, *, care: Care, level: Level, travel: TravelTimes
) -> tuple[Loss, ...]:
    """Everything lost when the hospital no longer offers ``level``, nor those above it.

    Most added minutes first, nobody left before all. Raises ``Refused("unknown_hospital")``
    and ``Refused("level_not_offered")``; SEP-1 cannot be lost.
    """
    closing = hospital(network, code)
    if level is Level.SEP_1 or not offers_level(closing, care=care, level=level):
        raise Refused("level_not_offered", field="level", hospital=code, level=level.value)
    left = _without(network, closing, care=care, level=level)
    closure = _Closure(network, left, closing.code, care, travel)
    losses = [
        loss
        for lost in (Level.SEP_2A, Level.SEP_2B)
        if lost.includes(level) and offers_level(closing, care=care, level=lost)
        for loss in _losses(closure, lost)
    ]
    return tuple(sorted(losses, key=_worst_first))


def _worst_first(loss: Loss) -> tuple[bool, int, str, str]:
    return loss.added_min is not None, -(loss.added_min or 0), loss.level, loss.hospital


def _without(network: Network, closing: Hospital, *, care: Care, level: Level) -> Network:
    """The network after: the level below is left; its own patients refer as they do now."""
    offered = offer(closing, care)
    assert offered is not None  # it offers the level that it loses
    below = Level.SEP_2A if level is Level.SEP_2B else Level.SEP_1
    kept = replace(offered, level=below)
    changed = (
        replace(closing, adult=kept)
        if care is Care.ADULT
        else replace(closing, paediatric=kept)
    )
    return Network({**network.hospitals, closing.code: changed})


def _losses(closure: _Closure, level: Level) -> Iterator[Loss]:
    care, travel, closing = closure.care, closure.travel, closure.closing
    for each in treating(closure.before, care):
        code = each.code
        nearest = nearest_of_level(
            closure.before, code, travel.road_min, care=care, level=level
        )
        assert nearest is not None  # the hospital that closes is one of them
        centre = reference(closure.before, code, care=care, level=level)
        if closing not in {centre, nearest.nearest}:
            continue
        left = nearest_of_level(closure.after, code, travel.road_min, care=care, level=level)
        yield Loss(
            hospital=code,
            level=level,
            was_reference=centre == closing,
            was_nearest=nearest.nearest == closing,
            before_min=travel.road_min(code, closing),
            after=left.nearest if left else None,
            after_min=left.minutes if left else None,
            ranked_before=_ranked(closure, closure.before, code, level),
            ranked_after=_ranked(closure, closure.after, code, level),
        )


def _ranked(
    closure: _Closure, network: Network, referring: HospitalCode, level: Level
) -> tuple[HospitalCode, ...]:
    choice = choose_hospital(
        network,
        referring=referring,
        care=closure.care,
        need=Need(complex_source_control=level is Level.SEP_2B),
        beds={},
        travel=closure.travel,
        declined={},
    )
    able = (each for each in choice.candidates if "none_has_all" not in each.warnings)
    return tuple(each.hospital for each in able)[:MOST_RANKED]
