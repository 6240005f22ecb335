"""The data files are sound, complete, and say where their facts come from."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from dispatch.fleet.parse_units import UNIT_COLUMNS, parse_units
from dispatch.fleet.types import UnitType
from dispatch.kernel.columns import decimal, filled, one_of
from dispatch.kernel.tables import read_table
from dispatch.network import Care, Level, check, parse_bases, parse_hospitals
from dispatch.network.hospital_columns import HOSPITAL_COLUMNS
from dispatch.network.parse_bases import BASE_COLUMNS
from dispatch.network.reference_graph import references
from dispatch.routing.travel.roads import EDGE_COLUMNS, NODE_COLUMNS, parse_roads

DATA = Path(__file__).parents[2] / "data"
DRIVE_COLUMNS = (
    filled("from"),
    filled("to"),
    decimal("minutes", 1, 400),
    decimal("km", 1, 500),
    one_of("confidence", "high", "medium"),
)
FILES = {
    "hospitals.csv": HOSPITAL_COLUMNS,
    "bases.csv": BASE_COLUMNS,
    "units.csv": UNIT_COLUMNS,
    "roads_nodes.csv": NODE_COLUMNS,
    "roads_edges.csv": EDGE_COLUMNS,
    "reference_drives.csv": DRIVE_COLUMNS,
}

# Table 2 of Yébenes 2020, typed again here so that the check itself is checked.
TABLE_2 = [
    ("calella", "SEP-1", "mataro", "germans-trias"),
    ("esperit-sant", "SEP-1", "germans-trias", "germans-trias"),
    ("badalona-municipal", "SEP-1", "germans-trias", "germans-trias"),
    ("mataro", "SEP-2a", "mataro", "germans-trias"),
    ("germans-trias", "SEP-2b", "germans-trias", "germans-trias"),
]


def content(name):
    return (DATA / name).read_bytes()


def rows(name):
    return list(csv.DictReader(content(name).decode().splitlines()))


@pytest.fixture(scope="module")
def hospitals():
    return parse_hospitals(content("hospitals.csv")).hospitals


@pytest.fixture(scope="module")
def bases():
    return parse_bases(content("bases.csv"))


@pytest.fixture(scope="module")
def units(bases):
    return parse_units(content("units.csv"), base_ids=frozenset(base.base_id for base in bases))


def test_hospitals_file_breaks_no_rule():
    assert [str(fault) for fault in check(content("hospitals.csv"))] == []


@pytest.mark.parametrize("name", FILES)
def test_file_has_the_columns_it_should(name):
    table = read_table(content(name), file=name, columns=FILES[name])
    assert [str(fault) for fault in table.faults] == []


@pytest.mark.parametrize("name", FILES)
def test_file_is_plain_utf8_with_unix_lines(name):
    raw = content(name)
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")


@pytest.mark.parametrize(("name", "columns"), FILES.items())
def test_every_column_is_in_the_dictionary(name, columns):
    text = (DATA / "README.md").read_text(encoding="utf-8")
    assert f"`{name}`" in text
    assert [c.name for c in columns if f"`{c.name}`" not in text] == []


def test_every_data_file_is_checked_here():
    assert {path.name for path in DATA.glob("*.csv")} == set(FILES)


@pytest.mark.parametrize(("code", "level", "sep2a", "sep2b"), TABLE_2)
def test_table_2_of_the_paper_is_reproduced(hospitals, code, level, sep2a, sep2b):
    adult = hospitals[code].adult
    assert (adult.level, adult.reference_sep2a, adult.reference_sep2b) == (level, sep2a, sep2b)
    assert not hospitals[code].level_is_provisional


def test_every_other_level_is_marked_provisional(hospitals):
    settled = {code for code, each in hospitals.items() if not each.level_is_provisional}
    assert settled == {code for code, *_ in TABLE_2}


def test_hospitals_count_as_the_source_says(hospitals):
    adult = Counter(each.adult and each.adult.level for each in hospitals.values())
    children = Counter(each.paediatric and each.paediatric.level for each in hospitals.values())
    assert adult == {Level.SEP_1: 42, Level.SEP_2A: 13, Level.SEP_2B: 11}
    assert children == {Level.SEP_1: 40, Level.SEP_2A: 3, Level.SEP_2B: 2, None: 21}


def test_intensive_beds_add_up_to_the_source(hospitals):
    assert sum(each.icu_beds for each in hospitals.values()) == 561
    assert sum(each.picu_beds for each in hospitals.values()) == 70


def test_every_pad_of_the_sources_is_marked(hospitals):
    assert {code for code, each in hospitals.items() if each.has_heliport} == {
        "vall-hebron",
        "sant-pau",
        "bellvitge",
        "parc-tauli",
        "reus",
        "cerdanya",
        "sant-joan-de-deu",
        "igualada",
        "aran",
        "tortosa",
        "trueta",
    }


def test_every_hospital_tells_where_its_facts_come_from(hospitals):
    wanted = ("coord=", "level+refs=", "icu=", "heliport=", "capabilities=")
    missing = [
        (code, word)
        for code, each in hospitals.items()
        for word in wanted
        if word not in each.provenance
    ]
    assert missing == []


def test_references_of_children_end_where_ecmo_is():
    network = parse_hospitals(content("hospitals.csv"))
    ends = {
        each.referred_to
        for each in references(network)
        if (each.care, each.level) == (Care.PAEDIATRIC, Level.SEP_2B)
    }
    assert ends == {"vall-hebron", "sant-joan-de-deu"}


def test_every_base_has_a_unit(bases, units):
    assert {base.base_id for base in bases} == {unit.base_id for unit in units}


def test_fleet_has_every_type_and_few_basic_units(units):
    kinds = Counter(unit.unit_type for unit in units)
    assert kinds == {
        UnitType.SVA: 36,
        UnitType.SVI: 64,
        UnitType.PED: 2,
        UnitType.HELI: 6,
        UnitType.SVB: 8,
    }


def test_only_the_helicopter_of_sabadell_flies_at_night(units):
    at_night = [
        unit.base_id
        for unit in units
        if unit.unit_type is UnitType.HELI and unit.shift_starts == unit.shift_ends
    ]
    assert at_night == ["base-heli-sabadell"]


def test_unsourced_bases_and_units_say_so():
    for name in ("bases.csv", "units.csv"):
        unmarked = [
            row["id"]
            for row in rows(name)
            if not row["provenance"].startswith(("S: ", "provisional"))
        ]
        assert unmarked == []


def test_roads_join_every_junction():
    roads = parse_roads(content("roads_nodes.csv"), content("roads_edges.csv"))
    assert (len(roads.junctions), len(roads.stretches)) == (161, 270)


def test_remembered_drives_join_known_hospitals(hospitals):
    drives = rows("reference_drives.csv")
    assert len(drives) == 44
    assert {row[end] for row in drives for end in ("from", "to")} <= set(hospitals)
