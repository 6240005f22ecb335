"""The judge of bounds: the solver's own proofs hold, and no other prices prove too much."""

import random
from pathlib import Path

import msgspec
import pytest

from dispatch.routing.assign_units import assign_units
from dispatch.routing.judge.check_proof import check_proof, verified_bound
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.parameters import Vector
from dispatch.routing.problem.parse_instance import parse_instance
from dispatch.routing.problem.proof import LevelProof
from tests.core.routing.builders import random_instance

LIMITS = SolveLimits(wall_s=20.0)
PLANS = sorted((Path(__file__).parent / "plans").glob("plan-s*.json"))


def _drawn(seed: int) -> Instance:
    rng = random.Random(seed)
    return random_instance(rng, units=rng.randint(2, 5), transfers=rng.randint(3, 7))


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_proof_of_a_published_instance_holds(path: Path) -> None:
    instance = parse_instance(path.read_bytes())
    solution = assign_units(instance, limits=LIMITS)
    assert solution.proofs
    for proof in solution.proofs:
        judged = check_proof(instance, solution.vector, proof)
        assert judged.holds, judged


@pytest.mark.parametrize("seed", range(20))
def test_every_proof_of_a_small_instance_holds(seed: int) -> None:
    instance = _drawn(seed)
    solution = assign_units(instance, limits=LIMITS)
    for proof in solution.proofs:
        judged = check_proof(instance, solution.vector, proof)
        assert judged.holds, judged
        level = solution.levels[proof.level]
        assert judged.verified <= level.value
        assert proof.searched or judged.verified == level.bound


@pytest.mark.parametrize("seed", range(20))
def test_no_prices_bound_more_than_the_optimum(seed: int) -> None:
    instance = _drawn(seed)
    rng = random.Random(seed)
    solution = assign_units(instance, limits=LIMITS)
    for proof in solution.proofs:
        if proof.level == 1:
            continue
        shaken = msgspec.structs.replace(
            proof,
            transfers={
                name: price + rng.gauss(0, 5) for name, price in proof.transfers.items()
            },
            beds={name: price - rng.random() * 5 for name, price in proof.beds.items()},
        )
        assert verified_bound(instance, shaken) <= solution.vector[proof.level]


def _one_of_level(level: int) -> tuple[Instance, Vector, LevelProof]:
    for seed in range(200):
        instance = _drawn(seed)
        solution = assign_units(instance, limits=LIMITS)
        for proof in solution.proofs:
            if proof.level == level and (level != 6 or instance.beds):
                return instance, solution.vector, proof
    raise AssertionError(level)


@pytest.mark.parametrize("level", [1, 2, 6])
def test_proof_that_claims_more_than_its_prices_is_found_out(level: int) -> None:
    instance, vector, proof = _one_of_level(level)
    more = {"longest_p0": vector[1] + 30} if level == 1 else {"bound": proof.bound + 1}
    judged = check_proof(instance, vector, msgspec.structs.replace(proof, **more))
    assert judged.claimed > judged.verified or judged.claimed == vector[1]
    assert not judged.holds or level == 1


def test_proof_about_another_plan_does_not_fit() -> None:
    instance, vector, proof = _one_of_level(6)
    other = (vector[0], vector[1], vector[2] + 1, *vector[3:])
    assert not check_proof(instance, other, proof).holds


@pytest.mark.parametrize(
    "changes",
    [
        {"beds": {"place-0": 1.0}},  # a bed too many would pay
        {"held": {5: 0}},  # a level held, and charged for less than nothing
        {"transfers": {}},  # everybody left out, priority 0 too
    ],
    ids=["beds", "levels", "left out"],
)
def test_prices_that_could_prove_anything_prove_nothing(changes: dict[str, object]) -> None:
    instance, _, proof = _one_of_level(6)
    charges = (*proof.charges[:5], -1.0, proof.charges[6])
    wrong = msgspec.structs.replace(proof, **{"charges": charges, **changes})
    assert verified_bound(instance, wrong) == 0
