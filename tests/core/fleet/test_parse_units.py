"""Units are read from their file, or every fault of it is told."""

from datetime import time

import pytest

from dispatch.fleet.parse_units import InvalidUnits, UnitRow, parse_units
from dispatch.fleet.types import Mode, UnitType
from dispatch.kernel.ids import UnitId

HEADER = "id,type,mode,base,shift_starts,shift_ends,callsign,provenance\n"
SVA = "SVA-01,SVA,road,base-vic,00:00,00:00,SVA Vic,K\n"
HELI = "HELI-01,HELI,air,base-heli,08:00,20:00,HELI Vic,K\n"


def faults_of(rows, **options):
    with pytest.raises(InvalidUnits) as refusal:
        parse_units(HEADER + rows, **options)
    return [(f.line, f.column, f.value, f.allowed, f.code) for f in refusal.value.faults]


def test_unit_is_read_with_its_shift():
    assert parse_units(HEADER + SVA + HELI)[1] == UnitRow(
        UnitId("HELI-01"),
        UnitType.HELI,
        Mode.AIR,
        "base-heli",
        time(8),
        time(20),
        "K",
        "HELI Vic",
    )


def test_units_keep_the_order_of_the_file():
    assert [each.unit_id for each in parse_units(HEADER + HELI + SVA)] == ["HELI-01", "SVA-01"]


def test_helicopter_cannot_go_by_road():
    assert faults_of(HELI.replace("air", "road")) == [
        (2, "mode", "road", "air, for HELI", "mode_not_of_type")
    ]


def test_ground_unit_cannot_fly():
    assert faults_of(SVA.replace("road", "air")) == [
        (2, "mode", "air", "road, for SVA", "mode_not_of_type")
    ]


def test_call_number_must_name_the_type():
    assert faults_of(SVA.replace("SVA-01", "SVI-01")) == [
        (2, "id", "SVI-01", "SVA and a number", "id_not_of_type")
    ]


def test_base_must_be_known_when_bases_are_given():
    assert faults_of(SVA, base_ids=frozenset({"base-olot"})) == [
        (2, "base", "base-vic", "the id of a base of bases.csv", "unknown_base")
    ]


def test_known_base_is_accepted():
    assert parse_units(HEADER + SVA, base_ids=frozenset({"base-vic"}))[0].base_id == "base-vic"


def test_every_fault_is_told_at_once():
    rows = SVA.replace("SVA,road", "VIR,boat") + SVA.replace("00:00,SVA Vic", "25:00,SVA Vic")
    assert [(line, column, code) for line, column, _, _, code in faults_of(rows)] == [
        (2, "type", "word_not_allowed"),
        (2, "mode", "word_not_allowed"),
        (3, "shift_ends", "not_a_time"),
        (3, "id", "repeated"),
        (3, "callsign", "repeated"),
    ]


def test_unreadable_base_is_told_once():
    assert [
        fault[4] for fault in faults_of(SVA.replace("base-vic", ""), base_ids=frozenset())
    ] == ["empty"]
