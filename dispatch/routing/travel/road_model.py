"""How minutes come out of the road files: ties, fastest ways, and the fitted line.

A place is tied to its nearest junctions, the fastest way is found on the graph, and a line
fitted to 49 remembered drives turns the sum into door-to-door minutes. The values are the
author's own fit; mean absolute error 7.4 to 8 % against those drives.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from math import floor

import networkx as nx

from dispatch.routing.travel.roads import (
    CITY_CLASSES,
    SPEED_KMH,
    Position,
    Roads,
    Stretch,
    straight_km,
)


@dataclass(frozen=True)
class Pace:
    """Factors on free-flow car minutes, in the city and on the open road, each > 0."""

    city: float
    road: float


NORMAL = Pace(city=1.0, road=1.0)
"""Driving with the traffic."""

LIGHTS = Pace(city=0.85, road=0.9)
"""Driving with lights. Proposed, without a local source: own records should replace it."""

TIED_JUNCTIONS = 3
TIE_REACH_FACTOR, TIE_REACH_KM = 2.2, 3.0
TIE_DETOUR = 1.35
TIE_NEAR_KM, TIE_NEAR_KMH, TIE_FAR_KMH = 4.0, 30.0, 50.0
TIE_MIN = 1.0

FITTED_SLOPE, FITTED_MIN = 0.935, 2.4
FITTED_KM_SLOPE, LEAST_DETOUR = 0.94, 1.05

NEIGHBOURS_KM, NEIGHBOURS_MIN = 0.3, 2

Node = tuple[str, str]
"""A junction ``("junction", name)`` or a place ``("place", name)`` of the graph."""


@dataclass(frozen=True)
class Leg:
    """Minutes and kilometres along the graph, before the fitted line."""

    model_min: float
    km: float


@dataclass(frozen=True)
class Reach:
    """All of the graph as seen from one place: fastest leg, and the node before the last."""

    legs: Mapping[Node, Leg]
    previous: Mapping[Node, Node]


def are_neighbours(start: Position, end: Position) -> bool:
    """Whether two positions are so near (under 300 m) that 2 minutes is all there is to say."""
    return straight_km(start, end) < NEIGHBOURS_KM


def ties(
    position: Position, junctions: Mapping[str, Position], pace: Pace
) -> Iterator[tuple[Node, Leg]]:
    """The up to 3 junctions by which a position reaches the graph, nearest first.

    Those count that are within 2.2 times the nearest one's distance + 3 km.
    """
    by_distance = ((straight_km(position, at), name) for name, at in junctions.items())
    nearest = nsmallest(TIED_JUNCTIONS, by_distance)
    reach_km = TIE_REACH_FACTOR * nearest[0][0] + TIE_REACH_KM
    for apart_km, name in nearest:
        if apart_km <= reach_km:
            yield ("junction", name), _tie(apart_km, pace)


def road_graph(roads: Roads, places: Mapping[str, Position], pace: Pace) -> nx.Graph:
    """Junctions and places as nodes; edges with ``model_min`` at this pace and ``km``."""
    graph = nx.Graph()
    for stretch in roads.stretches:
        start, end = ("junction", stretch.start), ("junction", stretch.end)
        graph.add_edge(start, end, model_min=_stretch_min(stretch, pace), km=stretch.km)
    for name, position in places.items():
        for junction, leg in ties(position, roads.junctions, pace):
            graph.add_edge(("place", name), junction, model_min=leg.model_min, km=leg.km)
    return graph


def reach(graph: nx.Graph, place: str) -> Reach:
    """The fastest legs from a place to every node."""
    source: Node = ("place", place)
    found = nx.dijkstra_predecessor_and_distance(graph, source, weight="model_min")
    before: Mapping[Node, list[Node]] = found[0]
    distances_min: Mapping[Node, float] = found[1]
    legs = {source: Leg(0.0, 0.0)}
    previous: dict[Node, Node] = {}
    # Distances come nearest first, so the node before is always there already.
    for node, model_min in distances_min.items():
        if node != source:
            previous[node] = before[node][0]
            km = legs[previous[node]].km + graph.edges[previous[node], node]["km"]
            legs[node] = Leg(model_min, km)
    return Reach(legs, previous)


def door_to_door_min(leg: Leg, pace: Pace) -> int:
    """Whole minutes, rounded half up; leaving and arriving count as city."""
    return floor(FITTED_SLOPE * leg.model_min + FITTED_MIN * pace.city + 0.5)


def door_to_door_km(leg: Leg, apart_km: float) -> float:
    """Kilometres by road between positions ``apart_km`` apart in a straight line."""
    return max(FITTED_KM_SLOPE * leg.km, LEAST_DETOUR * apart_km)


def shorten_through(
    minutes: Mapping[str, Mapping[str, int]], through: Iterable[str]
) -> dict[str, dict[str, int]]:
    """The same table where no detour through one of these places is shorter than the way.

    Rounding alone can't break the triangle inequality, since every way carries the fitted
    minutes of leaving and arriving once; only the flat 2 minutes of neighbours can.
    """
    table = {start: dict(row) for start, row in minutes.items()}
    for middle in through:
        onward = table[middle]
        for row in table.values():
            _shorten(row, row[middle], onward)
    return table


def _shorten(row: dict[str, int], first_min: int, onward: Mapping[str, int]) -> None:
    """Takes the way through a middle where it is shorter. The start of the program waits for
    this, and a min() takes three times as long.
    """
    for end, rest_min in onward.items():
        if first_min + rest_min < row[end]:  # noqa: PLR1730
            row[end] = first_min + rest_min


def _tie(apart_km: float, pace: Pace) -> Leg:
    is_near = apart_km < TIE_NEAR_KM
    speed_kmh = TIE_NEAR_KMH if is_near else TIE_FAR_KMH
    driven_km = TIE_DETOUR * apart_km
    minutes = driven_km / speed_kmh * 60 + TIE_MIN
    return Leg(minutes * (pace.city if is_near else pace.road), driven_km)


def _stretch_min(stretch: Stretch, pace: Pace) -> float:
    factor = pace.city if stretch.road_class in CITY_CLASSES else pace.road
    return stretch.km / SPEED_KMH[stretch.road_class] * 60 * factor
