"""The main roads of Catalonia as junctions and stretches, read from two files.

Own work from general knowledge: good to choose and compare, not to navigate. See
``data/README.md`` for how far it errs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

import networkx as nx

from dispatch.kernel.columns import decimal, filled, one_of, unique
from dispatch.kernel.faults import Fault, Faulty, in_file_order
from dispatch.kernel.tables import Row, Table, read_table, row_fault

Position = tuple[float, float]
"""Latitude and longitude, WGS84 degrees."""

EARTH_RADIUS_KM = 6371.0


class RoadClass(StrEnum):
    """Kind of road, in the words of ``roads_edges.csv``."""

    MOTORWAY = "mw"
    DUAL_CARRIAGEWAY = "tr"
    URBAN_EXPRESSWAY = "ex"
    TWO_LANE = "pr"
    SLOW_TWO_LANE = "ps"
    MOUNTAIN = "mo"
    CITY_STREET = "ur"


SPEED_KMH: Mapping[RoadClass, float] = {
    RoadClass.MOTORWAY: 108,
    RoadClass.DUAL_CARRIAGEWAY: 92,
    RoadClass.URBAN_EXPRESSWAY: 62,
    RoadClass.TWO_LANE: 72,
    RoadClass.SLOW_TWO_LANE: 61,
    RoadClass.MOUNTAIN: 52,
    RoadClass.CITY_STREET: 27,
}
"""Free-flow speed of a car, by class of road."""

CITY_CLASSES = frozenset({RoadClass.URBAN_EXPRESSWAY, RoadClass.CITY_STREET})
"""Where the city factor of a pace applies instead of the road factor."""


@dataclass(frozen=True)
class Stretch:
    """A road between two junctions, driven both ways."""

    start: str
    end: str
    km: float
    road_class: RoadClass


@dataclass(frozen=True)
class Roads:
    """Junctions by name and the stretches that join them, all in one connected piece."""

    junctions: Mapping[str, Position]
    stretches: tuple[Stretch, ...]


class InvalidRoads(Faulty):
    """The road files can't be used."""


NODE_COLUMNS = (
    unique(filled("node")),
    decimal("lat", 40.0, 43.5),
    decimal("lon", 0.0, 4.0),
)
EDGE_COLUMNS = (
    filled("from"),
    filled("to"),
    decimal("km", 0.1, 200),
    one_of("class", *RoadClass),
)


def straight_km(start: Position, end: Position) -> float:
    """Great-circle distance (haversine)."""
    lat_a, lat_b = radians(start[0]), radians(end[0])
    half_lat = sin((lat_b - lat_a) / 2)
    half_lon = sin(radians(end[1] - start[1]) / 2)
    chord = half_lat**2 + cos(lat_a) * cos(lat_b) * half_lon**2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def parse_roads(
    nodes: str | bytes,
    edges: str | bytes,
    *,
    nodes_file: str = "roads_nodes.csv",
    edges_file: str = "roads_edges.csv",
) -> Roads:
    """The roads of the two files. Raises ``InvalidRoads`` with every fault of both."""
    node_table = read_table(nodes, file=nodes_file, columns=NODE_COLUMNS)
    edge_table = read_table(edges, file=edges_file, columns=EDGE_COLUMNS)
    rules = (*_stretch_faults(node_table, edge_table), *_unjoined(node_table, edge_table))
    faults = (*node_table.faults, *in_file_order((*edge_table.faults, *rules)))
    if faults:
        raise InvalidRoads(faults)
    return Roads(
        junctions={
            row.cells["node"]: (float(row.cells["lat"]), float(row.cells["lon"]))
            for row in node_table.rows
        },
        stretches=tuple(_stretch(row) for row in edge_table.rows),
    )


def _stretch(row: Row) -> Stretch:
    cells = row.cells
    return Stretch(cells["from"], cells["to"], float(cells["km"]), RoadClass(cells["class"]))


def _stretch_faults(nodes: Table, edges: Table) -> Iterator[Fault]:
    known = {row.cells["node"] for row in nodes.rows if "node" in row.cells}
    seen: dict[frozenset[str], int] = {}
    for row in edges.rows:
        for column in ("from", "to"):
            if row.cells.get(column) not in {None, *known}:
                yield row_fault(row, column, "unknown_junction", "a node of the nodes file")
        if len(ends := _ends(row)) == 1:
            yield row_fault(row, "to", "stretch_to_itself", "another junction")
        elif ends and ends in seen:
            allowed = f"each stretch once (line {seen[ends]} has it)"
            yield row_fault(row, "to", "stretch_repeated", allowed)
        seen.setdefault(ends, row.line)


def _ends(row: Row) -> frozenset[str]:
    """Both ends of a stretch, or nothing where one of them can't be read."""
    if "from" in row.cells and "to" in row.cells:
        return frozenset((row.cells["from"], row.cells["to"]))
    return frozenset()


def _unjoined(nodes: Table, edges: Table) -> Iterator[Fault]:
    """Junctions off the largest connected piece; said only of files sound otherwise."""
    if nodes.faults or edges.faults:
        return
    lines = {row.cells["node"]: row for row in nodes.rows}
    graph = nx.Graph()
    graph.add_nodes_from(lines)
    graph.add_edges_from(tuple(ends) for row in edges.rows if len(ends := _ends(row)) == 2)
    largest = max(nx.connected_components(graph), key=len)
    for name, row in lines.items():
        if name not in largest:
            yield row_fault(row, "node", "junction_not_joined", "a junction that roads reach")
