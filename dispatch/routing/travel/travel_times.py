"""Minutes and kilometres between places, by road and by air, and the way along the road."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from dispatch.kernel.failures import Refused
from dispatch.routing.travel.road_model import (
    NEIGHBOURS_KM,
    NEIGHBOURS_MIN,
    NORMAL,
    Leg,
    Node,
    Pace,
    Reach,
    are_neighbours,
    door_to_door_km,
    door_to_door_min,
    reach,
    road_graph,
    shorten_through,
    ties,
)
from dispatch.routing.travel.roads import Position, Roads, straight_km

Spot = str | Position
"""The name of a place, or any position."""

# Helicopter, proposed values: starting, landing and walking to the pad, then a straight line.
AIR_FIXED_MIN, AIR_KMH = 12, 220.0


@dataclass(frozen=True)
class Waypoint:
    """A point of a way; ``minute`` counts from its start and may be a fraction."""

    lat: float
    lon: float
    minute: float


@dataclass(frozen=True)
class TravelTimes:
    """Travel among named places at one pace; made by ``build_travel_times``.

    Among named places minutes are whole, symmetric, and keep the triangle inequality. From a
    free position they are whole, but may break it by the little that neighbours do. Unknown
    names raise ``Refused("unknown_place")``.
    """

    pace: Pace
    places: Mapping[str, Position]
    junctions: Mapping[str, Position]
    reaches: Mapping[str, Reach]
    minutes: Mapping[str, Mapping[str, int]]

    def road_min(self, start: Spot, end: str) -> int:
        """Whole minutes by road, door to door; 0 to itself, 2 within 300 m."""
        first, last = self.position(start), self.position(end)
        if isinstance(start, str):
            return self.minutes[start][end]
        if are_neighbours(first, last):
            return NEIGHBOURS_MIN
        return door_to_door_min(self._whole_leg(start, end), self.pace)

    def road_km(self, start: Spot, end: str) -> float:
        """Kilometres of the fastest way, at least 1.05 times the straight line."""
        first, last = self.position(start), self.position(end)
        if start == end:
            return 0.0
        if are_neighbours(first, last):
            return NEIGHBOURS_KM
        return door_to_door_km(self._whole_leg(start, end), straight_km(first, last))

    def air_min(self, start: Spot, end: Spot) -> int:
        """Whole minutes by helicopter, rounded up: 12 and the straight line at 220 km/h."""
        if start == end:
            return 0
        apart_km = straight_km(self.position(start), self.position(end))
        return ceil(AIR_FIXED_MIN + apart_km / AIR_KMH * 60)

    def path(self, start: Spot, end: str) -> tuple[Waypoint, ...]:
        """The way by road, both ends included; its last minute is ``road_min(start, end)``."""
        first, last = self.position(start), self.position(end)
        total_min = self.road_min(start, end)
        if start == end or are_neighbours(first, last):
            return Waypoint(*first, 0), Waypoint(*last, total_min)
        model_min = self._whole_leg(start, end).model_min
        back = self.reaches[end]
        return (
            Waypoint(*first, 0),
            *(
                Waypoint(
                    *self._at(node),
                    (model_min - back.legs[node].model_min) / model_min * total_min,
                )
                for node in self._onward_nodes(start, end)
            ),
        )

    def knows(self, spot: Spot) -> bool:
        """Whether it is on the map; a position always is."""
        return not isinstance(spot, str) or spot in self.places

    def position(self, spot: Spot) -> Position:
        """Where a place is; a position stands for itself."""
        if not isinstance(spot, str):
            return spot
        if spot not in self.places:
            raise Refused("unknown_place", field="place", value=spot)
        return self.places[spot]

    def _at(self, node: Node) -> Position:
        kind, name = node
        return self.places[name] if kind == "place" else self.junctions[name]

    def _whole_leg(self, start: Spot, end: str) -> Leg:
        if isinstance(start, str):
            return self.reaches[end].legs["place", start]
        return self._way_out(start, end)[1]

    def _way_out(self, start: Position, end: str) -> tuple[Node, Leg]:
        """The junction by which to leave a free position for a place, and the whole leg."""
        legs = self.reaches[end].legs
        ways = (
            (node, Leg(tie.model_min + legs[node].model_min, tie.km + legs[node].km))
            for node, tie in ties(start, self.junctions, self.pace)
        )
        return min(ways, key=lambda way: way[1].model_min)

    def _onward_nodes(self, start: Spot, end: str) -> tuple[Node, ...]:
        """Every node after the start, up to and with the end."""
        previous = self.reaches[end].previous
        node = (
            previous["place", start] if isinstance(start, str) else self._way_out(start, end)[0]
        )
        nodes = [node]
        while nodes[-1] != ("place", end):
            nodes.append(previous[nodes[-1]])
        return tuple(nodes)


def build_travel_times(
    roads: Roads, places: Mapping[str, Position], *, pace: Pace = NORMAL
) -> TravelTimes:
    """Travel times among all places; some 175 places take well under a second."""
    graph = road_graph(roads, places, pace)
    reaches = {name: reach(graph, name) for name in places}
    minutes: dict[str, dict[str, int]] = {name: {name: 0} for name in places}
    neighbours: dict[str, None] = {}
    names = tuple(places)
    for index, start in enumerate(names):
        legs = reaches[start].legs
        for end in names[index + 1 :]:
            if are_neighbours(places[start], places[end]):
                neighbours |= {start: None, end: None}
                taken_min = NEIGHBOURS_MIN
            else:
                taken_min = door_to_door_min(legs["place", end], pace)
            minutes[start][end] = minutes[end][start] = taken_min
    closed = shorten_through(minutes, neighbours)
    return TravelTimes(pace, dict(places), roads.junctions, reaches, closed)
