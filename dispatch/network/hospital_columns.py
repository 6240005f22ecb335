"""The columns of ``hospitals.csv``, and what each accepts by itself."""

from dispatch.kernel.columns import (
    Column,
    decimal,
    filled,
    free_text,
    matching,
    one_of,
    unique,
    whole,
    younger,
)
from dispatch.kernel.tables import Table, read_table
from dispatch.network.capability import Capability, Scope
from dispatch.network.levels import Care, Level

NOT_TREATED = "none"
CODE_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*"
CODE_ALLOWED = "lower case letters, digits and single hyphens"

# Catalonia with a little margin, WGS84 degrees.
LAT_LOW, LAT_HIGH = 40.5, 42.9
LON_LOW, LON_HIGH = 0.1, 3.4

_CODE_OR_EMPTY = f"({CODE_PATTERN})?"
_LEVEL_WORDS = (*(level.value for level in Level), NOT_TREATED)

LEVEL_COLUMN = {Care.ADULT: "adult_level", Care.PAEDIATRIC: "paediatric_level"}
BEDS_COLUMN = {Care.ADULT: "icu_beds", Care.PAEDIATRIC: "picu_beds"}
REFERENCE_COLUMN = {
    (Care.ADULT, Level.SEP_2A): "adult_ref_sep2a",
    (Care.ADULT, Level.SEP_2B): "adult_ref_sep2b",
    (Care.PAEDIATRIC, Level.SEP_2A): "paediatric_ref_sep2a",
    (Care.PAEDIATRIC, Level.SEP_2B): "paediatric_ref_sep2b",
}


def _reference_column(name: str) -> Column:
    return matching(name, _CODE_OR_EMPTY, allowed=f"the code of a hospital: {CODE_ALLOWED}")


HOSPITAL_COLUMNS = (
    unique(matching("code", CODE_PATTERN, allowed=CODE_ALLOWED)),
    unique(filled("name")),
    unique(matching("short", "[A-Z0-9]{2,8}", allowed="2 to 8 capital letters or digits")),
    filled("municipality"),
    filled("comarca"),
    filled("health_region"),
    decimal("lat", LAT_LOW, LAT_HIGH),
    decimal("lon", LON_LOW, LON_HIGH),
    one_of("adult_level", *_LEVEL_WORDS),
    _reference_column("adult_ref_sep2a"),
    _reference_column("adult_ref_sep2b"),
    one_of("paediatric_level", *_LEVEL_WORDS),
    _reference_column("paediatric_ref_sep2a"),
    _reference_column("paediatric_ref_sep2b"),
    whole("icu_beds", 0, 300),
    whole("picu_beds", 0, 300),
    one_of("heliport", "yes", "no"),
    one_of("level_provisional", "yes", "no"),
    *(
        younger(one_of(each.value, *(scope.value for scope in Scope)), Scope.UNKNOWN.value)
        for each in Capability
    ),
    younger(one_of("capabilities_provisional", "yes", "no"), "yes"),
    filled("provenance"),
    free_text("notes"),
)


def read_hospital_rows(content: str | bytes, *, file: str) -> Table:
    """The rows of a hospitals file, with the faults that a row shows by itself."""
    return read_table(content, file=file, columns=HOSPITAL_COLUMNS)
