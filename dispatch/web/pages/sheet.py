"""The sheet for a day without screens: one printable page, complete in itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from dispatch.capacity import BedKind
from dispatch.desk.read_sheet import Sheet
from dispatch.fleet import Unit
from dispatch.fleet.shift import shift_end_at
from dispatch.i18n import LANGUAGES, Language, catalogue
from dispatch.network import Network
from dispatch.transfer.views import BedsView
from dispatch.web.pages.render import render
from dispatch.web.pages.words import Words, spoken

STYLE = Path(__file__).parent.parent / "static" / "pages" / "sheet.css"

EMPTY_FORMS = 2
"""Blank requests at the end of the print, to be written on (proposed)."""


@dataclass(frozen=True)
class Printing:
    """What a print knows besides. ``telephones``: by hospital code, call sign or any name;
    ``every_min``: how often a new print is made, None for one that somebody asked for.
    """

    network: Network
    is_demo: bool = False
    desk_phone: str | None = None
    telephones: Mapping[str, str] = field(default_factory=dict)
    every_min: float | None = None


def print_sheet(sheet: Sheet, printing: Printing, language: Language) -> str:
    """The page as one file that needs no other: no script, no link, no server."""
    words = Words(catalogue(language), printing.network, sheet.as_of_at)
    return render(
        "sheet.html",
        {
            **spoken(words),
            "language": language,
            "sheet": sheet,
            "printing": printing,
            "style": STYLE.read_text(encoding="utf-8"),
            "working": [each for each in sheet.units if _works(each, sheet)],
            "beds": _beds(sheet, printing.network),
            "rosters": [
                (code, tuple(shifts))
                for code, shifts in groupby(sheet.shifts, key=lambda each: each.hospital)
            ],
            "others": _other_numbers(sheet, printing),
            "forms": range(EMPTY_FORMS),
        },
    )


def print_all(sheet: Sheet, printing: Printing) -> Mapping[str, str]:
    """The page in every language, by the name of its file."""
    return {
        f"sheet-{language}.html": print_sheet(sheet, printing, language)
        for language in LANGUAGES
    }


def _works(unit: Unit, sheet: Sheet) -> bool:
    return unit.transfer_id is not None or shift_end_at(unit, sheet.as_of_at) is not None


def _beds(
    sheet: Sheet, network: Network
) -> tuple[tuple[BedKind, tuple[tuple[str, int, BedsView | None], ...]], ...]:
    """Every hospital with beds of that kind, whether or not it ever reported."""
    reported = {(each.hospital, each.kind): each for each in sheet.beds}
    return tuple(
        (
            kind,
            tuple(
                (each.code, count, reported.get((each.code, kind)))
                for each in network.hospitals.values()
                if (count := each.icu_beds if kind is BedKind.ICU else each.picu_beds)
                or (each.code, kind) in reported
            ),
        )
        for kind in BedKind
    )


def _other_numbers(sheet: Sheet, printing: Printing) -> tuple[tuple[str, str], ...]:
    """Numbers of neither a hospital nor a unit: a helpline, a second desk."""
    known = {*printing.network.hospitals, *(each.unit_id for each in sheet.units)}
    return tuple((of, number) for of, number in printing.telephones.items() if of not in known)
