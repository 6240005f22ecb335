"""Road files become junctions and stretches, or every fault of both is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.routing.travel.roads import (
    InvalidRoads,
    RoadClass,
    Stretch,
    parse_roads,
    straight_km,
)

NODES = "node,lat,lon\nCalella,41.61,2.65\nMataro,41.54,2.44\nBadalona,41.45,2.24\n"
EDGES = "from,to,km,class\nCalella,Mataro,20,mw\nMataro,Badalona,19.5,tr\n"
POSITIONS = st.tuples(st.floats(40.5, 42.9), st.floats(0.1, 3.4))


def faults_of(nodes, edges):
    with pytest.raises(InvalidRoads) as refusal:
        parse_roads(nodes, edges)
    return [(f.file, f.line, f.column, f.value, f.code) for f in refusal.value.faults]


def test_roads_are_read_with_length_and_class():
    roads = parse_roads(NODES, EDGES)
    assert roads.junctions["Mataro"] == (41.54, 2.44)
    assert roads.stretches == (
        Stretch("Calella", "Mataro", 20.0, RoadClass.MOTORWAY),
        Stretch("Mataro", "Badalona", 19.5, RoadClass.DUAL_CARRIAGEWAY),
    )


def test_stretch_must_join_known_junctions():
    assert faults_of(NODES, EDGES + "Calella,Blanes,14,pr\n") == [
        ("roads_edges.csv", 4, "to", "Blanes", "unknown_junction")
    ]


def test_stretch_cannot_return_to_its_start():
    assert faults_of(NODES, EDGES + "Calella,Calella,2,ur\n") == [
        ("roads_edges.csv", 4, "to", "Calella", "stretch_to_itself")
    ]


def test_stretch_cannot_be_told_twice():
    assert faults_of(NODES, EDGES + "Mataro,Calella,21,pr\n") == [
        ("roads_edges.csv", 4, "to", "Calella", "stretch_repeated")
    ]


def test_every_junction_must_be_joined():
    assert faults_of(NODES + "Vielha,42.7,0.79\n", EDGES) == [
        ("roads_nodes.csv", 5, "node", "Vielha", "junction_not_joined")
    ]


def test_faults_of_both_files_are_told_together():
    nodes = NODES.replace("41.54", "far")
    edges = EDGES.replace("tr", "track").replace("20", "0").replace("Mataro,Bad", ",Bad")
    assert faults_of(nodes, edges) == [
        ("roads_nodes.csv", 3, "lat", "far", "not_a_number"),
        ("roads_edges.csv", 2, "km", "0", "out_of_range"),
        ("roads_edges.csv", 3, "from", "", "empty"),
        ("roads_edges.csv", 3, "class", "track", "word_not_allowed"),
    ]


def test_names_of_the_files_can_be_told():
    with pytest.raises(InvalidRoads) as refusal:
        parse_roads("", "", nodes_file="n.csv", edges_file="e.csv")
    assert [fault.file for fault in refusal.value.faults] == ["n.csv", "e.csv"]


def test_degree_of_latitude_is_111_km():
    assert straight_km((41.0, 2.0), (42.0, 2.0)) == pytest.approx(111.19, abs=0.01)


def test_straight_line_shortens_with_latitude():
    assert straight_km((60.0, 2.0), (60.0, 3.0)) == pytest.approx(55.6, abs=0.1)


@given(POSITIONS, POSITIONS, POSITIONS)
def test_straight_line_is_a_distance(first, second, third):
    there = straight_km(first, second)
    assert there == straight_km(second, first)
    assert straight_km(first, first) == 0
    assert there <= straight_km(first, third) + straight_km(third, second) + 1e-9
