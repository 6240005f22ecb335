"""Triples: what parts of routes break and plans never do, in relaxations and in proofs."""

from collections.abc import Sequence

import msgspec
import numpy as np
import pytest

from dispatch.routing.assign_units import Solution, assign_units
from dispatch.routing.exact.triples import broken_triples
from dispatch.routing.judge.check_proof import check_proof, verified_bound
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.plan import plan_of
from dispatch.routing.problem.proof import LevelProof, Triple
from dispatch.routing.problem.routes import RouteSpace, joined, no_routes, route_space
from dispatch.routing.search.known_routes import routes_of
from tests.core.routing.builders import a_shock, a_unit, an_instance, fractional_instance

UNITS = ("u1", "u2", "u3")
SHOCKS = ("t1", "t2", "t3")


def _space() -> RouteSpace:
    units = tuple(a_unit(name) for name in UNITS)
    return route_space(an_instance(units, tuple(map(a_shock, SHOCKS))), frozenset())


def _broken(*parts: tuple[str, Sequence[str], float]) -> list[set[str]]:
    """The names of what is broken by these shares of routes."""
    space = _space()
    routes = no_routes(space.rules.trips)
    for unit, transfers, _ in parts:
        trips = {unit: [(transfer, "east") for transfer in transfers]}
        routes = joined(routes, routes_of(space, plan_of(space.instance, trips)))
    found = broken_triples(space, routes, np.array([share for _, _, share in parts]))
    return [{(*SHOCKS, *UNITS)[member] for member in triple} for triple in found.tolist()]


def test_three_halves_of_routes_with_two_of_three_transfers_are_no_plan() -> None:
    pairs = (
        ("u1", ("t1", "t2"), 0.5),
        ("u2", ("t2", "t3"), 0.5),
        ("u3", ("t1", "t3"), 0.5),
    )
    assert _broken(*pairs) == [{"t1", "t2", "t3"}]


def test_unit_counts_as_a_transfer_does() -> None:
    halves = (("u1", ("t1",), 0.5), ("u1", ("t2",), 0.5), ("u2", ("t1", "t2"), 0.5))
    assert _broken(*halves) == [{"t1", "t2", "u1"}]


def test_route_with_all_three_counts_once() -> None:
    assert _broken(("u1", SHOCKS, 0.5), ("u2", SHOCKS, 0.5)) == []


def test_whole_routes_break_nothing() -> None:
    assert _broken(("u1", ("t1", "t2"), 1.0), ("u2", ("t3",), 1.0)) == []


def test_most_broken_comes_first() -> None:
    parts = (
        ("u1", ("t1", "t3"), 0.5),
        ("u1", ("t2",), 0.5),
        ("u2", ("t1", "t2"), 0.5),
        ("u3", ("t2", "t3"), 0.3),
    )
    found = _broken(*parts)
    assert found[0] == {"t1", "t2", "u1"}
    assert {"t1", "t2", "t3"} in found[1:]


def _proven(seed: int) -> tuple[Instance, Solution, tuple[LevelProof, ...]]:
    """The proofs that need a triple."""
    instance = fractional_instance(seed)
    solution = assign_units(instance, limits=SolveLimits(wall_s=20.0))
    return instance, solution, tuple(each for each in solution.proofs if each.triples)


@pytest.mark.parametrize("seed", [204, 216, 347])
def test_proof_with_triples_holds_and_without_them_does_not(seed: int) -> None:
    instance, solution, proofs = _proven(seed)
    assert proofs
    for proof in proofs:
        assert check_proof(instance, solution.vector, proof).holds
    bare = [msgspec.structs.replace(proof, triples=()) for proof in proofs]
    assert any(verified_bound(instance, each) < each.bound for each in bare)


@pytest.mark.parametrize(
    "wrong",
    [
        Triple(("t1", "t2", "t3"), (), 1.0),
        Triple(("t1", "t2"), (), -1.0),
        Triple(("t1", "t1", "t2"), ("u1",), -1.0),
        Triple(("t1", "t2"), ("u1", "u2"), -1.0),
    ],
    ids=["paid for it", "two", "one twice", "four"],
)
def test_triple_that_is_none_proves_nothing(wrong: Triple) -> None:
    instance, _, (proof, *_) = _proven(557)
    assert verified_bound(instance, msgspec.structs.replace(proof, triples=(wrong,))) == 0
