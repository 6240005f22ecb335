"""Instances are the same from the same seed, and such as the program accepts."""

import os
import subprocess
import sys
from collections import Counter

import msgspec
import pytest

from bench.instances import catalonia, instance_of, plane
from bench.sizes import ALL, Size
from dispatch.routing.problem.parse_instance import parse_instance
from tests.house.tree import ROOT
from tests.waits import PATIENCE_S

SURGE = ALL["surge"]
SMALL_PLANE = Size("little", 40, 30, 2, 2, "plane", 1.0)
PRINT_ONE = (
    "import hashlib, msgspec; from bench.instances import instance_of; from bench.sizes import"
    " ALL; print(hashlib.sha256(msgspec.json.encode(instance_of(ALL['surge'], 7))).hexdigest())"
)


def test_equal_seeds_give_equal_instances_in_any_process():
    assert _printed("1") == _printed("2")


def test_another_seed_gives_another_instance():
    assert instance_of(SURGE, 1).transfers != instance_of(SURGE, 2).transfers


@pytest.mark.parametrize(
    "size", [*(ALL[n] for n in ("normal", "surge", "disaster")), SMALL_PLANE]
)
def test_an_instance_is_one_that_the_program_accepts(size):
    drawn = instance_of(size, 3)
    assert parse_instance(msgspec.json.encode(drawn)) == drawn
    assert (len(drawn.transfers), len(drawn.units)) == (size.transfers, size.units)


def test_no_transfer_is_given_to_two_units():
    for seed in range(10):
        given = Counter(unit.assigned_to for unit in instance_of(SURGE, seed).units)
        given.pop(None)
        assert given
        assert set(given.values()) == {1}


def test_a_unit_is_given_only_what_it_may_take():
    drawn = instance_of(ALL["disaster"], 0)
    types = {each.id: each.unit_types for each in drawn.transfers}
    given = [unit for unit in drawn.units if unit.assigned_to]
    assert given
    assert all(unit.type in types[unit.assigned_to or ""] for unit in given)


def test_nobody_is_sent_to_where_they_are():
    for size in (ALL["disaster"], SMALL_PLANE):
        for transfer in instance_of(size, 0).transfers:
            assert transfer.origin not in {each.hospital for each in transfer.destinations}


@pytest.mark.parametrize("mode", ["road", "air"])
def test_no_detour_is_shorter_than_the_way(mode):
    for land in (catalonia(), plane(0)):
        minutes = getattr(land.travel, mode)
        some = range(0, len(minutes), 7)
        assert all(
            minutes[a][c] <= minutes[a][b] + minutes[b][c]
            for a in some
            for b in some
            for c in some
        )


def _printed(salt):
    made = subprocess.run(
        [sys.executable, "-c", PRINT_ONE],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": salt},
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE_S,
    )
    return made.stdout
