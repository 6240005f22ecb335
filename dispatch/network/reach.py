"""Who reaches which level in how long, and which centres hold the network together.

Hospitals are counted, not people. Minutes come in as a function of two hospital codes.
"""

from collections.abc import Callable
from dataclasses import dataclass

import networkx as nx

from dispatch.kernel.ids import HospitalCode
from dispatch.network.hospital import Hospital
from dispatch.network.levels import Care, Level
from dispatch.network.network import Network, hospitals_of_level, offer
from dispatch.network.reference_graph import reference_graph, references

Minutes = Callable[[str, str], int]


@dataclass(frozen=True)
class Nearest:
    """The nearest hospital of a level, seen from one hospital; itself where it suffices."""

    hospital: HospitalCode
    nearest: HospitalCode
    minutes: int


@dataclass(frozen=True)
class LevelReach:
    """One level for one kind of patient: farthest hospitals first.

    Empty when no hospital offers the level. Hospitals that don't treat such patients are left
    out.
    """

    care: Care
    level: Level
    within_min: int
    nearest: tuple[Nearest, ...]

    @property
    def reached(self) -> int:
        """How many hospitals reach the level within the minutes."""
        return sum(each.minutes <= self.within_min for each in self.nearest)

    @property
    def reached_pct(self) -> float:
        """The share of the hospitals, 0 to 100; 0 when none is counted."""
        return 100 * self.reached / len(self.nearest) if self.nearest else 0.0


@dataclass(frozen=True)
class Centre:
    """A reference centre. ``referrers`` send to it directly, ``dependants`` by any chain too.

    ``closeness`` is its centrality in the graph of references by minutes: the share of the
    hospitals that depend on it, over the mean minutes of their chains. ``farthest_min`` is the
    longest way of a direct referrer.
    """

    hospital: HospitalCode
    level: Level
    referrers: int
    dependants: int
    closeness: float
    mean_min: float
    farthest_min: int


def nearest_of_level(
    network: Network, code: HospitalCode, minutes: Minutes, *, care: Care, level: Level
) -> Nearest | None:
    """The nearest hospital of ``level`` or above; None when there is none."""
    able = [each.code for each in hospitals_of_level(network, care=care, level=level)]
    if not able:
        return None
    best = min(able, key=lambda each: (minutes(code, each), each))
    return Nearest(code, best, minutes(code, best))


def treating(network: Network, care: Care) -> tuple[Hospital, ...]:
    """The hospitals that treat this kind of patient, in the order of the file."""
    return tuple(each for each in network.hospitals.values() if offer(each, care) is not None)


def level_reach(
    network: Network, minutes: Minutes, *, care: Care, level: Level, within_min: int
) -> LevelReach:
    """From every hospital that treats such patients to the nearest one of the level."""
    found = [
        nearest
        for each in treating(network, care)
        if (nearest := nearest_of_level(network, each.code, minutes, care=care, level=level))
    ]
    farthest_first = sorted(found, key=lambda each: (-each.minutes, each.hospital))
    return LevelReach(care, level, within_min, tuple(farthest_first))


def reference_centres(network: Network, minutes: Minutes, *, care: Care) -> tuple[Centre, ...]:
    """Every hospital that others refer to, those on whom most depend first."""
    graph = reference_graph(references(network), care=care)
    for referring, centre in graph.edges:
        graph.edges[referring, centre]["minutes"] = minutes(referring, centre)
    centres = [
        _centre(network.hospitals[HospitalCode(code)], graph, care=care)
        for code in graph
        if graph.in_degree(code)
    ]
    return tuple(sorted(centres, key=lambda each: (-each.dependants, each.hospital)))


def _centre(hospital: Hospital, graph: nx.DiGraph, *, care: Care) -> Centre:
    offered = offer(hospital, care)
    assert offered is not None  # a network whose references hold has an offer at each centre
    ways_min = [way for _, _, way in graph.in_edges(hospital.code, data="minutes")]
    return Centre(
        hospital=hospital.code,
        level=offered.level,
        referrers=len(ways_min),
        dependants=len(nx.ancestors(graph, hospital.code)),
        closeness=nx.closeness_centrality(graph, hospital.code, distance="minutes"),
        mean_min=sum(ways_min) / len(ways_min),
        farthest_min=max(ways_min),
    )
