"""References as a graph, to find what no single row shows: circles and dead ends."""

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from dispatch.network.hospital import Hospital
from dispatch.network.levels import Care, Level
from dispatch.network.network import Network, offer


@dataclass(frozen=True)
class Reference:
    """One hospital refers one kind of patient to another for one level (or to itself)."""

    hospital: str
    referred_to: str
    care: Care
    level: Level


def references(network: Network) -> tuple[Reference, ...]:
    """Every reference of the network, in the order of the file."""
    return tuple(
        each
        for hospital in network.hospitals.values()
        for care in Care
        for each in _references_of(hospital, care)
    )


def reference_graph(references: Iterable[Reference], *, care: Care) -> nx.DiGraph:
    """Hospitals as nodes, references of one kind of patient as edges.

    Edge attribute ``levels``: for which levels the one refers to the other. References to
    oneself are left out: they only say that the own level suffices.
    """
    graph = nx.DiGraph()
    for each in references:
        if each.care is not care:
            continue
        graph.add_node(each.hospital)
        if each.hospital == each.referred_to:
            continue
        known = graph.get_edge_data(each.hospital, each.referred_to, {"levels": ()})
        graph.add_edge(each.hospital, each.referred_to, levels=(*known["levels"], each.level))
    return graph


def circles(graph: nx.DiGraph) -> tuple[tuple[str, ...], ...]:
    """Groups of hospitals that refer to one another in a circle, each group sorted."""
    groups = nx.strongly_connected_components(graph)
    return tuple(sorted(tuple(sorted(group)) for group in groups if len(group) > 1))


def without_sep2b(graph: nx.DiGraph, sep2b: Iterable[str]) -> tuple[str, ...]:
    """Hospitals from which no chain of references ends in a SEP-2b one, sorted."""
    reached: set[str] = set()
    for code in sep2b:
        if code in graph:
            reached |= {code, *nx.ancestors(graph, code)}
    return tuple(sorted(set(graph) - reached))


def _references_of(hospital: Hospital, care: Care) -> tuple[Reference, ...]:
    offered = offer(hospital, care)
    if offered is None:
        return ()
    return (
        Reference(hospital.code, offered.reference_sep2a, care, Level.SEP_2A),
        Reference(hospital.code, offered.reference_sep2b, care, Level.SEP_2B),
    )
