"""Bases are read from their file, or every fault of it is told."""

import pytest

from dispatch.network import Base, parse_bases
from dispatch.network.parse_bases import InvalidBases

HEADER = "id,municipality,lat,lon,provenance\n"


def test_base_is_read_with_its_position():
    assert parse_bases(HEADER + "base-vic,Vic,41.93,2.254,K\n") == (
        Base("base-vic", "Vic", 41.93, 2.254, "K"),
    )


def test_faulty_bases_are_refused_together():
    with pytest.raises(InvalidBases) as refusal:
        parse_bases(HEADER + "base-vic,,41.93,2.254,K\nbase-vic,Vic,12,2.254,K\n")
    assert [(f.line, f.column, f.code) for f in refusal.value.faults] == [
        (2, "municipality", "empty"),
        (3, "lat", "out_of_range"),
        (3, "id", "repeated"),
    ]
