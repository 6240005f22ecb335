"""The data files are sound, complete, and say where their facts come from.

Everything is asked twice: of the files as they are, and of a copy to which one hospital, one
base and its unit were added as ``docs/how-to-change.md`` says. What counts rows fails there.
"""

import csv
import shutil
from collections import Counter
from pathlib import Path

import pytest

from dispatch.fleet.parse_units import parse_units
from dispatch.fleet.types import UnitType
from dispatch.main import read_region, units_of
from dispatch.network import Care, Level, parse_bases, parse_hospitals
from dispatch.network.reference_graph import references
from dispatch.routing.travel.roads import parse_roads
from tests.house.tree import ROOT, nothing_in, texts
from tools.check_data import COLUMNS, data_faults, main

DATA = ROOT / "data"

# What each new row says otherwise than the last one of its file.
ADDED = {
    "hospitals.csv": {
        "code": "solsona",
        "name": "Hospital de Solsona",
        "short": "SOLSONA",
        "municipality": "Solsona",
        "lat": "41.994",
        "lon": "1.517",
        "adult_ref_sep2a": "manresa",
        "adult_ref_sep2b": "parc-tauli",
        "provenance": "coord=K; level+refs=inferred; icu=K; heliport=none found in a source; "
        "capabilities=K",
    },
    "bases.csv": {
        "id": "base-solsona-nord",
        "municipality": "Solsona",
        "lat": "41.996",
        "lon": "1.518",
        "provenance": "provisional, K: made up",
    },
    "units.csv": {
        "id": "SVA-99",
        "type": "SVA",
        "base": "base-solsona-nord",
        "callsign": "SVA Solsona Nord",
        "provenance": "provisional, K: made up",
    },
}

# Table 2 of Yébenes 2020, typed again here so that the check itself is checked.
TABLE_2 = [
    ("calella", "SEP-1", "mataro", "germans-trias"),
    ("esperit-sant", "SEP-1", "germans-trias", "germans-trias"),
    ("badalona-municipal", "SEP-1", "germans-trias", "germans-trias"),
    ("mataro", "SEP-2a", "mataro", "germans-trias"),
    ("germans-trias", "SEP-2b", "germans-trias", "germans-trias"),
]

# Day and night pads of the press of 2019 and 2020, and Girona, where a helicopter is based.
PADS = {
    *("vall-hebron", "sant-pau", "bellvitge", "parc-tauli", "reus", "cerdanya"),
    *("sant-joan-de-deu", "igualada", "aran", "tortosa", "trueta"),
}


@pytest.fixture(scope="module", params=["shipped", "one more of each"])
def data(request, tmp_path_factory):
    if request.param == "shipped":
        return DATA
    return _with_one_more(tmp_path_factory.mktemp("data"))


def _with_one_more(folder):
    copied = Path(shutil.copytree(DATA, folder / "data"))
    for name, told in ADDED.items():
        last = rows(DATA, name)[-1]
        with (copied / name).open("a", encoding="utf-8") as file:
            csv.DictWriter(file, [*last], lineterminator="\n").writerow({**last, **told})
    return copied


def rows(folder, name):
    """The rows, read without the program."""
    return list(csv.DictReader((folder / name).read_text(encoding="utf-8").splitlines()))


@pytest.fixture(scope="module")
def hospitals(data):
    return parse_hospitals((data / "hospitals.csv").read_bytes()).hospitals


@pytest.fixture(scope="module")
def bases(data):
    return parse_bases((data / "bases.csv").read_bytes())


@pytest.fixture(scope="module")
def units(data, bases):
    base_ids = frozenset(base.base_id for base in bases)
    return parse_units((data / "units.csv").read_bytes(), base_ids=base_ids)


def test_no_file_has_a_fault(data, capsys):
    assert main([str(data)]) == 0
    assert capsys.readouterr().err == ""


def test_row_that_was_added_serves_at_once(data):
    region = read_region(data)
    codes = [row["code"] for row in rows(data, "hospitals.csv")]
    assert list(region.network.hospitals) == codes
    assert all(region.travel.road_min(codes[-1], each) >= 0 for each in codes)
    assert [unit.unit_id for unit in units_of(region)] == [
        row["id"] for row in rows(data, "units.csv")
    ]


@pytest.mark.parametrize(("name", "columns"), COLUMNS.items())
def test_every_column_is_in_the_dictionary(name, columns):
    text = texts()["data/README.md"]
    assert f"`{name}`" in text
    assert [c.name for c in columns if f"`{c.name}`" not in text] == []


@pytest.mark.parametrize(("code", "level", "sep2a", "sep2b"), TABLE_2)
def test_table_2_of_the_paper_is_reproduced(hospitals, code, level, sep2a, sep2b):
    adult = hospitals[code].adult
    assert (adult.level, adult.reference_sep2a, adult.reference_sep2b) == (level, sep2a, sep2b)
    assert not hospitals[code].level_is_provisional


def test_every_other_level_is_marked_provisional(hospitals):
    settled = {code for code, each in hospitals.items() if not each.level_is_provisional}
    assert settled == {code for code, *_ in TABLE_2}


def test_hospitals_count_as_the_file_says(data, hospitals):
    said = rows(data, "hospitals.csv")
    adult = Counter(each.adult.level if each.adult else "none" for each in hospitals.values())
    children = Counter(
        each.paediatric.level if each.paediatric else "none" for each in hospitals.values()
    )
    assert adult == Counter(row["adult_level"] for row in said)
    assert children == Counter(row["paediatric_level"] for row in said)


def test_intensive_beds_add_up_to_the_file(data, hospitals):
    said = rows(data, "hospitals.csv")
    for kind in ("icu_beds", "picu_beds"):
        read = sum(getattr(each, kind) for each in hospitals.values())
        assert read == sum(int(row[kind]) for row in said) > 0


def test_every_pad_of_the_sources_is_marked(hospitals):
    assert {code for code, each in hospitals.items() if each.has_heliport} >= PADS


def test_references_of_children_end_where_ecmo_is(data):
    network = parse_hospitals((data / "hospitals.csv").read_bytes())
    ends = {
        each.referred_to
        for each in references(network)
        if (each.care, each.level) == (Care.PAEDIATRIC, Level.SEP_2B)
    }
    assert ends >= {"vall-hebron", "sant-joan-de-deu"}
    ecmo = {row["code"]: row["ecmo"] for row in rows(data, "hospitals.csv")}
    nothing_in(end for end in sorted(ends) if ecmo[end] not in {"paediatric", "both"})


def test_fleet_has_every_type_and_few_basic_units(units):
    kinds = Counter(unit.unit_type for unit in units)
    assert set(kinds) == set(UnitType)
    assert kinds[UnitType.SVB] < len(units) / 10


def test_helicopter_that_flies_at_night_has_a_source(units):
    at_night = {
        unit.base_id: unit.provenance
        for unit in units
        if unit.unit_type is UnitType.HELI and unit.shift_starts == unit.shift_ends
    }
    assert "base-heli-sabadell" in at_night
    nothing_in(base for base, said in at_night.items() if not said.startswith("S: "))


def test_roads_keep_every_junction_and_stretch(data):
    names = ("roads_nodes.csv", "roads_edges.csv")
    roads = parse_roads(*((data / name).read_bytes() for name in names))
    kept = (len(roads.junctions), len(roads.stretches))
    assert kept == tuple(len(rows(data, name)) for name in names)


def test_no_document_counts_the_rows():
    """A number that a person would have to change with every row is soon untrue."""
    words = {
        "hospitals.csv": ("hospital", "acute hospital", "adult row"),
        "bases.csv": ("base", "place"),
        "units.csv": ("unit", "life support unit"),
        "reference_drives.csv": ("drive", "remembered drive"),
        "roads_nodes.csv": ("junction",),
        "roads_edges.csv": ("stretch",),
    }
    said = {f"{len(rows(DATA, name))} {each}" for name, of in words.items() for each in of}
    nothing_in(
        f"{path}: {each}"
        for path in ("README.md", "data/README.md", "docs/how-to-change.md", "docs/tour.md")
        for each in sorted(said)
        if each in texts()[path]
    )


BROKEN = {
    "hospitals.csv": [
        ("SEP-1,manresa", "SEP-1,manresaa", "adult_ref_sep2a", "the code of a hospital"),
        ("41.994", "north", "lat", "a number from 40.5 to 42.9"),
        (" icu=K;", "", "provenance", "also where these come from: icu="),
        ("0,0,no,yes", "0,0,yes,yes", "heliport", "no, as the provenance"),
    ],
    "bases.csv": [
        ("41.996", "2", "lat", "a number from 40.5 to 42.9"),
        ("base-solsona-nord", "base-solsona-sud", "id", "a base where a unit"),
        ("provisional, K: ", "", "provenance", "S: … or provisional, …"),
    ],
    "units.csv": [
        ("SVA-99,SVA", "SVA-99,SVI", "id", "SVI and a number"),
        ("base-solsona-nord", "base-nowhere", "base", "the id of a base of bases.csv"),
        ("provisional, K: ", "", "provenance", "S: … or provisional, …"),
    ],
    "reference_drives.csv": [
        ("calella,mataro,22", "calella,nowhere,22", "to", "the code of a hospital"),
        (",high", ",low", "confidence", "high, medium"),
    ],
    "roads_edges.csv": [("Trinitat,Besos", "Trinitat,Nowhere", "to", "a node of the nodes")],
    "roads_nodes.csv": [("Glories,41", "Glories,14", "lat", "a number from 40.0 to 43.5")],
}


@pytest.mark.parametrize(
    ("name", "change"), [(name, each) for name, changes in BROKEN.items() for each in changes]
)
def test_fault_is_told_with_file_line_column_and_what_is_allowed(
    tmp_path, capsys, name, change
):
    before, after, column, allowed = change
    folder = _with_one_more(tmp_path)
    text = (folder / name).read_text(encoding="utf-8")
    at = text.rindex(before)
    line = text[:at].count("\n") + 1
    (folder / name).write_text(text[:at] + after + text[at + len(before) :], encoding="utf-8")
    assert main([str(folder)]) == 1
    said = capsys.readouterr().err
    assert f"{name}:{line} {column}: " in said
    assert f"allowed: {allowed}" in said


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("hospitals.csv", None, "file_missing"),
        ("hospices.csv", b"code\n", "file_unknown"),
        ("bases.csv", (DATA / "bases.csv").read_bytes().rstrip(), "not_plain_text"),
        ("bases.csv", b"\xef\xbb\xbf" + (DATA / "bases.csv").read_bytes(), "not_plain_text"),
    ],
)
def test_file_that_should_not_be_as_it_is(tmp_path, name, content, code):
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    (fault,) = data_faults(folder)
    assert (fault.file, fault.code) == (name, code)
