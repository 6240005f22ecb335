"""The graph of references shows circles and hospitals that never reach a SEP-2b."""

from pathlib import Path

from dispatch.network import Care, Level, parse_hospitals
from dispatch.network.reference_graph import (
    Reference,
    circles,
    reference_graph,
    references,
    without_sep2b,
)

SMALL = Path(__file__).parents[2] / "data" / "small_hospitals.csv"


def graph_of(*pairs):
    made = [Reference(start, end, Care.ADULT, Level.SEP_2B) for start, end in pairs]
    return reference_graph(made, care=Care.ADULT)


def test_edge_carries_every_level_it_serves():
    network = parse_hospitals(SMALL.read_bytes())
    graph = reference_graph(references(network), care=Care.ADULT)
    assert graph.edges["esperit-sant", "germans-trias"]["levels"] == (
        Level.SEP_2A,
        Level.SEP_2B,
    )
    assert graph.edges["calella", "mataro"]["levels"] == (Level.SEP_2A,)


def test_hospital_that_refers_to_itself_has_no_edge():
    assert not graph_of(("vic", "vic")).edges


def test_graph_keeps_one_care_only():
    network = parse_hospitals(SMALL.read_bytes())
    graph = reference_graph(references(network), care=Care.PAEDIATRIC)
    assert "clinic" not in graph
    assert ("calella", "mataro") not in graph.edges


def test_circle_is_found_whatever_its_length():
    graph = graph_of(("c", "a"), ("a", "b"), ("b", "c"), ("d", "a"))
    assert circles(graph) == (("a", "b", "c"),)


def test_chain_is_no_circle():
    assert circles(graph_of(("a", "b"), ("b", "c"))) == ()


def test_hospital_is_reached_through_a_chain():
    assert without_sep2b(graph_of(("a", "b"), ("b", "top"), ("x", "y")), ["top"]) == ("x", "y")


def test_sep2b_outside_the_graph_reaches_nobody():
    assert without_sep2b(graph_of(("a", "b")), ["elsewhere"]) == ("a", "b")
