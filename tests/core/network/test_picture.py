"""The picture shows every hospital and every reference, and is well-formed."""

from xml.etree import ElementTree as ET

import pytest

from dispatch.network import Care, Level, parse_hospitals
from dispatch.network.picture import COLOURS, draw_network
from dispatch.network.reach import treating
from tests.builders import REPOSITORY, a_network

SVG = "{http://www.w3.org/2000/svg}"


def drawn(network=None, care=Care.ADULT):
    return ET.fromstring(draw_network(network or a_network(), care=care))  # noqa: S314


def shipped():
    return parse_hospitals((REPOSITORY / "data" / "hospitals.csv").read_bytes())


@pytest.mark.parametrize("care", Care)
def test_every_hospital_is_drawn_and_named_once(care):
    network = shipped()
    titles = {each.text for each in drawn(network, care).iter(f"{SVG}title")}
    names = [each.text for each in drawn(network, care).iter(f"{SVG}text")]
    for each in treating(network, care):
        assert any(title.startswith(each.name) for title in titles)
        assert names.count(each.short) == 1


def test_references_are_lines_in_the_colour_of_their_level():
    colours = {each.get("stroke") for each in drawn().iter(f"{SVG}line")}
    assert colours == {COLOURS[Level.SEP_2A], COLOURS[Level.SEP_2B]}


def test_hospitals_lie_within_the_picture():
    root = drawn(shipped())
    width, height = float(root.get("width")), float(root.get("height"))
    for each in root.iter(f"{SVG}circle"):
        assert 0 < float(each.get("cx")) < width
        assert 0 < float(each.get("cy")) < height


def test_north_is_up():
    lats = {each.name: each.lat for each in shipped().hospitals.values()}
    spots = {
        each.find(f"{SVG}title").text.rsplit(",", 1)[0]: float(each.get("cy"))
        for each in drawn(shipped()).iter(f"{SVG}circle")
        if each.find(f"{SVG}title") is not None and float(each.get("cx")) < 900
    }
    northernmost, southernmost = (
        max(spots, key=lats.__getitem__),
        min(spots, key=lats.__getitem__),
    )
    assert spots[northernmost] < spots[southernmost]


def test_legend_names_every_level():
    texts = {each.text for each in drawn().iter(f"{SVG}text")}
    assert {level.value for level in Level} <= texts
