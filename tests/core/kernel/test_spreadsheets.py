"""Files as spreadsheets write them: read where they mean one thing, else one sentence."""

import codecs
from pathlib import Path

import pytest

from dispatch.kernel.columns import clock, decimal, filled, free_text, one_of
from dispatch.kernel.ids import HospitalCode
from dispatch.kernel.tables import read_table
from dispatch.network.capability import Capability, Scope
from dispatch.network.parse_hospitals import parse_hospitals

COLUMNS = (
    filled("code"),
    decimal("lat", 40, 43),
    one_of("level", "SEP-1", "SEP-2a"),
    clock("from"),
    free_text("notes"),
)
PLAIN = """code,lat,level,from,notes
mora,41.4280,SEP-1,08:00,"Móra; nit"
vic,41.5,SEP-2a,20:00,
"""
HOSPITALS = Path("data/hospitals.csv").read_text(encoding="utf-8")


def read(content):
    return read_table(content, file="t.csv", columns=COLUMNS)


def cells(content):
    table = read(content)
    assert table.faults == ()
    return [dict(row.cells) for row in table.rows]


USUAL = [
    {"code": "mora", "lat": "41.4280", "level": "SEP-1", "from": "08:00", "notes": "Móra; nit"},
    {"code": "vic", "lat": "41.5", "level": "SEP-2a", "from": "20:00", "notes": ""},
]
OURS = (
    'code;lat;level;from;notes\nmora;41,4280;01-sep;8:00;"Móra; nit"\nvic;41,5;SEP-2a;20:00;\n'
)


def same(found):
    return [{**row, "lat": float(row["lat"])} for row in found]


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        OURS,
        "sep=;\n" + OURS,
        '"sep=;"\r\n' + OURS.replace("\n", "\r\n"),
        OURS.replace("08:00", "08:00:00").replace("01-sep", "1-Sep"),
        PLAIN.replace(",", " , ").replace('" ', '"').replace(' "', '"'),
        PLAIN.replace("\n", ",,\n") + ",,,,,,\n",
        OURS.encode("cp1252"),
        codecs.BOM_UTF8 + PLAIN.encode(),
        codecs.BOM_UTF16_LE + OURS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + OURS.encode("utf-16-be"),
        PLAIN.replace(",", "\t"),
    ],
)
def test_what_can_only_mean_one_thing_is_read(content):
    assert same(cells(content)) == same(USUAL)


def test_number_that_can_be_read_in_two_ways_is_not():
    columns = (decimal("km", 0, 5000), filled("code"))
    table = read_table("km;code\n1,500;a\n1,5;b\n", file="t.csv", columns=columns)
    assert [(fault.line, fault.code) for fault in table.faults] == [(2, "not_a_number")]


def test_date_that_could_be_anything_is_refused():
    table = read(PLAIN.replace("SEP-1", "2026-09-01"))
    assert [fault.code for fault in table.faults] == ["word_not_allowed"]


def test_file_of_another_kind_is_one_sentence():
    table = read("Informe|mensual\n" + "x|y\n" * 500)
    (fault,) = table.faults
    assert (fault.code, table.rows) == ("no_header", ())
    assert "code, lat, level" in fault.allowed


def test_many_missing_columns_are_one_sentence():
    (fault,) = read("code\nvic\n").faults
    assert (fault.code, fault.allowed) == (
        "column_missing",
        "the columns lat, level, from, notes",
    )


def test_same_fault_on_many_lines_is_told_once():
    (fault,) = read(PLAIN.splitlines()[0] + "\nvic,41,SEP-9,08:00,\n" * 40).faults
    assert (fault.line, fault.value) == (2, "SEP-9")
    assert fault.allowed == "SEP-1, SEP-2a (the same on 39 more lines)"


def of_ours(text):
    """Our own hospitals as a Catalan spreadsheet saves them."""
    import csv
    import io

    rows = list(csv.reader(io.StringIO(text)))
    lat, lon = rows[0].index("lat"), rows[0].index("lon")
    for row in rows[1:]:
        row[lat], row[lon] = row[lat].replace(".", ","), row[lon].replace(".", ",")
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_our_hospitals_survive_a_spreadsheet(encoding):
    saved = of_ours(HOSPITALS).replace("SEP-1;", "01-sep;").encode(encoding)
    plain = parse_hospitals(HOSPITALS, file="h.csv")
    assert parse_hospitals(saved, file="h.csv") == plain


def test_file_older_than_a_column_says_that_it_does_not_know():
    rows = [line.split(",") for line in HOSPITALS.splitlines()]
    young = slice(rows[0].index("ecmo"), rows[0].index("capabilities_provisional") + 1)
    older = "\n".join(",".join([*row[: young.start], *row[young.stop :]]) for row in rows)
    clinic = parse_hospitals(older).hospitals[HospitalCode("clinic")]
    assert clinic.capabilities[Capability.ECMO] is Scope.UNKNOWN
    assert clinic.capabilities_are_provisional
    assert clinic.icu_beds == 48


def test_column_of_before_is_still_needed():
    (fault,) = read(
        PLAIN.replace(",from", "").replace(",08:00", "").replace(",20:00", "")
    ).faults
    assert (fault.code, fault.column) == ("column_missing", "from")
