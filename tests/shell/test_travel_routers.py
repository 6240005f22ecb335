"""OSRM and Valhalla over real HTTP: the documented answers, and everything else."""

import json
import socket

import pytest

from dispatch.adapters import travel_http
from dispatch.adapters.travel_osrm import Osrm
from dispatch.adapters.travel_valhalla import Valhalla
from dispatch.kernel.failures import Unavailable
from dispatch.routing.travel.travel_source import Answer, Rung
from tests.shell.router_stub import Said, router_saying

CALELLA, MATARO, BASE = (41.615, 2.657), (41.556, 2.433), (41.54, 2.44)
STARTS, ENDS = (BASE, CALELLA), (CALELLA, MATARO)


def osrm_table(durations, **more):
    """As documented: rows are sources, cells seconds, null where there is no route."""
    waypoint = {"hint": "x", "distance": 4.1, "name": "N-II", "location": [2.657, 41.615]}
    return Said(
        {
            "code": "Ok",
            "durations": durations,
            "sources": [waypoint] * 2,
            "destinations": [waypoint] * 2,
            **more,
        }
    )


def valhalla_table(times, **more):
    """As documented: rows of cells with their indexes, ``time`` in seconds."""
    rows = [
        [
            {"distance": 21.3, "time": seconds, "from_index": row, "to_index": column}
            for column, seconds in enumerate(line)
        ]
        for row, line in enumerate(times)
    ]
    return Said({"sources_to_targets": rows, "units": "kilometers", **more})


def valhalla_status(modified=1_634_903_519):
    return Said({"version": "3.5.1", "tileset_last_modified": modified})


GOOD = [[1200.4, 1500], [0, 1260.9]]
SECONDS = ((1200.4, 1500.0), (0.0, 1260.9))


async def ask(engine, stub, **settings):
    router = engine(stub.url, **settings)
    try:
        return await router.answer(STARTS, ENDS)
    finally:
        await router.close()


# OSRM


async def test_osrm_is_asked_longitude_first():
    async with router_saying(table=[osrm_table(GOOD)]) as stub:
        await ask(Osrm, stub)
    ((target, _),) = stub.asked("/table")
    assert target == (
        "/table/v1/driving/2.440000,41.540000;2.657000,41.615000;2.433000,41.556000"
        "?sources=0;1&destinations=1;2&generate_hints=false"
    )


async def test_osrm_table_is_read_with_its_map():
    table = osrm_table(GOOD, data_version="2026-11-17T21:43:02Z")
    async with router_saying(table=[table]) as stub:
        assert await ask(Osrm, stub) == Answer(Rung.OSRM, SECONDS, "2026-11-17T21:43:02Z")


async def test_osrm_cell_without_a_route_is_empty():
    async with router_saying(table=[osrm_table([[None, 1500], [0, -3]])]) as stub:
        answer = await ask(Osrm, stub)
    assert answer == Answer(Rung.OSRM, ((None, 1500.0), (0.0, None)), "")


@pytest.mark.parametrize("code", ["NoSegment", "InvalidQuery", "TooBig", "NoTable"])
async def test_osrm_that_refuses_gives_nothing_and_is_asked_once(code):
    refusal = Said({"code": code, "message": "Could not find a matching segment"}, status=400)
    async with router_saying(table=[refusal]) as stub:
        assert await ask(Osrm, stub) is None
    assert len(stub.heard) == 1


@pytest.mark.parametrize(
    "document",
    [
        {"code": "Ok"},
        {"code": "Ok", "durations": [[1, 2]]},
        {"code": "Ok", "durations": [[1], [2]]},
        {"code": "Ok", "durations": {"0": [1, 2]}},
        {"durations": GOOD},
        {},
    ],
)
async def test_osrm_answer_of_another_shape_gives_nothing(document):
    async with router_saying(table=[Said(document)]) as stub:
        assert await ask(Osrm, stub) is None


# Valhalla


async def test_valhalla_is_asked_by_post_for_cars():
    says = {"sources_to_targets": [valhalla_table(GOOD)], "status": [valhalla_status()]}
    async with router_saying(**says) as stub:
        answer = await ask(Valhalla, stub)
    ((_, body),) = stub.asked("/sources_to_targets")
    assert json.loads(body) == {
        "sources": [{"lat": 41.54, "lon": 2.44}, {"lat": 41.615, "lon": 2.657}],
        "targets": [{"lat": 41.615, "lon": 2.657}, {"lat": 41.556, "lon": 2.433}],
        "costing": "auto",
    }
    assert answer == Answer(Rung.VALHALLA, SECONDS, "1634903519")


async def test_valhalla_is_asked_for_its_map_once():
    says = {"sources_to_targets": [valhalla_table(GOOD)], "status": [valhalla_status()]}
    async with router_saying(**says) as stub:
        router = Valhalla(stub.url)
        for _ in range(3):
            await router.answer(STARTS, ENDS)
        await router.close()
    assert len(stub.asked("/status")) == 1


async def test_valhalla_without_status_has_no_map_version():
    refusal = Said({"error_code": 106, "error": "Try any of"}, status=404)
    says = {"sources_to_targets": [valhalla_table(GOOD)], "status": [refusal]}
    async with router_saying(**says) as stub:
        assert (await ask(Valhalla, stub)).map_version == ""


async def test_valhalla_cell_without_a_route_is_empty():
    table = valhalla_table([[None, 1500], [0, 1]])
    table.body["sources_to_targets"][1][1] = {"time": 60, "from_index": 1, "to_index": 0}
    table.body["sources_to_targets"][1][0] = "none"
    says = {"sources_to_targets": [table], "status": [valhalla_status()]}
    async with router_saying(**says) as stub:
        assert (await ask(Valhalla, stub)).seconds == ((None, 1500.0), (None, None))


@pytest.mark.parametrize(
    "document", [{}, {"sources_to_targets": {}}, {"sources_to_targets": [[1, 2], "x"]}]
)
async def test_valhalla_answer_of_another_shape_gives_nothing(document):
    async with router_saying(sources_to_targets=[Said(document)]) as stub:
        assert await ask(Valhalla, stub) is None


async def test_valhalla_that_refuses_gives_nothing():
    refusal = Said({"error_code": 171, "error": "No suitable edges near location"}, status=400)
    async with router_saying(sources_to_targets=[refusal]) as stub:
        assert await ask(Valhalla, stub) is None


# Either, when it doesn't work

TOO_SHORT_S = 1.0

BROKEN = {
    "server error": Said({"code": "Ok"}, status=500),
    "redirect": Said({}, status=302),
    "garbage": Said(b"<html>Bad Gateway</html>"),
    "no object": Said([1, 2]),
    "late": Said({"code": "Ok"}, after_s=2 * TOO_SHORT_S),
}


@pytest.mark.parametrize("engine", [Osrm, Valhalla])
@pytest.mark.parametrize("said", BROKEN.values(), ids=BROKEN)
async def test_router_that_fails_twice_is_unavailable(engine, said):
    async with router_saying(table=[said], sources_to_targets=[said]) as stub:
        with pytest.raises(Unavailable, match="router"):
            await ask(engine, stub, timeout_s=TOO_SHORT_S)
    assert len(stub.heard) == 2


async def test_router_that_fails_once_is_asked_again():
    async with router_saying(table=[BROKEN["server error"], osrm_table(GOOD)]) as stub:
        assert (await ask(Osrm, stub)).seconds == SECONDS


async def test_answer_without_end_is_not_read_to_its_end(monkeypatch):
    monkeypatch.setattr(travel_http, "LONGEST_ANSWER_BYTES", 1000)
    async with router_saying(table=[Said(b" " * 100_000)]) as stub:
        with pytest.raises(Unavailable):
            await ask(Osrm, stub)


async def test_nobody_listening_is_unavailable():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    router = Osrm(f"http://127.0.0.1:{port}")
    with pytest.raises(Unavailable, match="router"):
        await router.answer(STARTS, ENDS)
    await router.close()
