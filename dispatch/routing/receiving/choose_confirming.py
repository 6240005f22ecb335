"""Where a patient with a pre-alert goes: the nearest hospital able to confirm the sepsis.

To a higher level only if the evolution suggests an immediate need of an ICU (Yébenes 2020).
Every hospital that treats such patients confirms: SEP-1 resuscitates and controls the focus.
"""

from msgspec import Struct

from dispatch.kernel.ids import HospitalCode
from dispatch.network.hospital import Hospital
from dispatch.network.levels import Care, Level
from dispatch.network.network import Network, offer, offers_level
from dispatch.routing.receiving.hospital_choice import Reason
from dispatch.routing.travel.roads import Position
from dispatch.routing.travel.travel_times import TravelTimes

MOST_TOLD = 5
"""Hospitals named: the first one and its alternatives."""


class Confirming(Struct, frozen=True):
    """A hospital able to confirm, minutes away by road; the first one is proposed."""

    hospital: HospitalCode
    road_min: int
    reasons: tuple[Reason, ...]


class ConfirmingChoice(Struct, frozen=True):
    """The nearest first; ``passed_by`` are those nearer than the first, and why not they."""

    candidates: tuple[Confirming, ...]
    passed_by: tuple[Confirming, ...]


def choose_confirming(
    network: Network, travel: TravelTimes, *, start: Position, care: Care, needs_icu: bool
) -> ConfirmingChoice:
    """The hospitals by minutes from ``start``, by their code where minutes are equal."""
    level = Level.SEP_2A if needs_icu else Level.SEP_1
    ways = sorted(
        (travel.road_min(start, each.code), each.code, each)
        for each in network.hospitals.values()
    )
    able = [way for way in ways if offers_level(way[2], care=care, level=level)]
    first_min = able[0][0] if able else 0
    return ConfirmingChoice(
        candidates=tuple(
            Confirming(code, road_min, _why(road_min, first_min, needs_icu=needs_icu))
            for road_min, code, _ in able[:MOST_TOLD]
        ),
        passed_by=tuple(
            Confirming(code, road_min, (_why_not(each, care, level),))
            for road_min, code, each in ways
            if road_min < first_min
        ),
    )


def _why(road_min: int, first_min: int, *, needs_icu: bool) -> tuple[Reason, ...]:
    if road_min > first_min:
        return (Reason("farther", (("minutes", road_min - first_min),)),)
    return (Reason("nearest_with_icu" if needs_icu else "nearest_able"),)


def _why_not(hospital: Hospital, care: Care, level: Level) -> Reason:
    offered = offer(hospital, care)
    if offered is None:
        return Reason("care_not_offered", (("care", care.value),))
    facts = (("level", offered.level.value), ("needed", level.value))
    return Reason("level_too_low", facts)
