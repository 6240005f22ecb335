"""Hospitals files with one thing broken: ``data/small_hospitals.csv`` and one change each."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

SMALL = (Path(__file__).parent / "data/small_hospitals.csv").read_text(encoding="utf-8")
LINES = SMALL.splitlines(keepends=True)
ROWS = tuple(csv.DictReader(LINES))
COLUMNS = tuple(ROWS[0])


def with_cells(cells_by_code: Mapping[str, Mapping[str, str]]) -> str:
    """The small network, other cells in the rows of these hospitals."""
    return _written(COLUMNS, [{**row, **cells_by_code.get(row["code"], {})} for row in ROWS])


def _cells(code: str, /, **cells: str) -> str:
    return with_cells({code: cells})


def _written(columns: tuple[str, ...], rows: list[dict[str, str]]) -> str:
    made = io.StringIO()
    writer = csv.DictWriter(made, columns, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue()


def _line(code: str, before: str, after: str) -> str:
    """The small network, something in the line of this hospital replaced."""
    return "".join(
        line.replace(before, after, 1) if line.startswith(f"{code},") else line
        for line in LINES
    )


def _without(column: str) -> str:
    return _written(tuple(each for each in COLUMNS if each != column), [*ROWS])


_TEXTS = {
    "beds-with-a-word": _cells("granollers", icu_beds="12 beds"),
    "beds-without-icu": _cells("mollet", icu_beds="4"),
    "cell-too-many": _line("mollet", "\n", ",\n"),
    "code-with-capitals": _cells("mollet", code="Mollet"),
    "column-missing": _without("picu_beds"),
    "column-unknown": _written((*COLUMNS, "phone"), [*ROWS]),
    "coordinates-swapped": _cells("mollet", lat="2.2021", lon="41.5384"),
    "decimal-comma": _cells("mollet", lat="41,5384"),
    "differs-from-table-2": _cells("calella", adult_ref_sep2a="granollers"),
    "empty": "",
    "header-only": LINES[0],
    "heliport-maybe": _cells("mollet", heliport="maybe"),
    "icu-without-beds": _cells("parc-tauli", picu_beds="0"),
    "level-does-not-include-lower": _cells("granollers", adult_ref_sep2a="germans-trias"),
    "many-faults": with_cells(
        {
            "sant-pau": {"lat": "north"},
            "mataro": {"icu_beds": "0"},
            "mollet": {"adult_ref_sep2a": "nowhere", "picu_beds": "-1"},
        }
    ),
    "no-provenance": _cells("mollet", provenance=""),
    "quote-never-closed": _line("mollet", "mollet,", 'mollet,"'),
    "reference-circle": with_cells(
        {
            "esperit-sant": {"adult_ref_sep2a": "mollet"},
            "mollet": {"adult_ref_sep2a": "esperit-sant"},
        }
    ),
    "reference-missing": _cells("granollers", adult_ref_sep2b=""),
    "reference-not-expected": _cells("clinic", paediatric_ref_sep2b="vall-hebron"),
    "reference-of-the-other-care": _cells("mollet", paediatric_ref_sep2b="germans-trias"),
    "reference-without-icu": _cells("mollet", adult_ref_sep2a="calella"),
    "repeated": _cells("mollet", name="Hospital General de Granollers", short="GRANOLL"),
    "sep2b-refers-elsewhere": _cells("clinic", adult_ref_sep2b="vall-hebron"),
    "settled-without-source": _cells("granollers", level_provisional="no"),
    "table-2-row-missing": _written(
        COLUMNS, [row for row in ROWS if row["code"] != "esperit-sant"]
    ),
    "treats-nobody": _cells(
        "clinic",
        **dict.fromkeys(("adult_level", "paediatric_level"), "none"),
        **dict.fromkeys(("adult_ref_sep2a", "adult_ref_sep2b"), ""),
        **dict.fromkeys(("ecmo", "neurosurgery", "thoracic_surgery"), "no"),
        icu_beds="0",
    ),
    "unknown-level": _cells("mollet", adult_level="SEP-3"),
    "unknown-reference": _cells("mollet", adult_ref_sep2a="granolers"),
}

BROKEN: Mapping[str, bytes] = {
    **{name: text.encode() for name, text in _TEXTS.items()},
    "not-utf8": SMALL.encode("latin-1").replace(b"\xe8", b"\x81"),
}
"""By name, what is in the file."""
