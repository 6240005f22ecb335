"""The real hospitals and roads, and one choice asked of them, for tests of the choice."""

from pathlib import Path

from dispatch.network import Care, parse_hospitals
from dispatch.network.capability import Capability
from dispatch.routing.receiving.choose_hospital import (
    BedsNow,
    Need,
    choose_hospital,
)
from dispatch.routing.travel.roads import parse_roads
from dispatch.routing.travel.travel_times import build_travel_times

DATA = Path(__file__).parents[3] / "data"
NETWORK = parse_hospitals((DATA / "hospitals.csv").read_bytes())
ROADS = parse_roads(
    (DATA / "roads_nodes.csv").read_bytes(), (DATA / "roads_edges.csv").read_bytes()
)
TRAVEL = build_travel_times(
    ROADS, {code: (each.lat, each.lon) for code, each in NETWORK.hospitals.items()}
)
ICU = Need()
SURGERY = Need(complex_source_control=True)
ECMO = Need(capabilities=frozenset({Capability.ECMO}))
WARD = Need(icu=False)
BEYOND = {"capacity_after_candidates", "farther_than_candidates"}


def of(capability):
    return Need(icu=False, capabilities=frozenset({capability}))


NEWS = BedsNow(free=2, age_min=5)


def choose(referring="calella", care=Care.ADULT, need=ICU, **known):
    return choose_hospital(
        NETWORK,
        referring=referring,
        care=care,
        need=need,
        beds=known.get("beds", {}),
        travel=TRAVEL,
        declined=known.get("declined", {}),
    )


def codes(choice):
    return [each.hospital for each in choice.candidates]


def candidate(choice, code):
    return next(each for each in choice.candidates if each.hospital == code)


def reason(choice, code):
    return left_out(choice, code).reasons[0]


def left_out(choice, code):
    return next(each for each in choice.not_proposed if each.hospital == code)


def everywhere(news):
    return dict.fromkeys(NETWORK.hospitals, news)
