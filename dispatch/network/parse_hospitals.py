"""Turns the text of ``hospitals.csv`` into the network, or says everything wrong with it."""

from dispatch.kernel.faults import Fault, Faulty
from dispatch.kernel.ids import HospitalCode
from dispatch.kernel.tables import Row
from dispatch.network.capability import Capability, Scope
from dispatch.network.check_network import check
from dispatch.network.hospital import CareOffer, Hospital
from dispatch.network.hospital_columns import (
    LEVEL_COLUMN,
    NOT_TREATED,
    REFERENCE_COLUMN,
    read_hospital_rows,
)
from dispatch.network.levels import Care, Level
from dispatch.network.network import Network


class InvalidNetwork(Faulty):
    """The hospitals file breaks a rule; the network can't be trusted and isn't made."""


def parse_hospitals(content: str | bytes, *, file: str = "hospitals.csv") -> Network:
    """The network of a hospitals file. Raises ``InvalidNetwork`` with every fault."""
    faults = check(content, file)
    if faults:
        raise InvalidNetwork(faults)
    rows = read_hospital_rows(content, file=file).rows
    made = (_hospital(row) for row in rows)
    return Network({each.code: each for each in made})


def read_faults(content: str | bytes, *, file: str = "hospitals.csv") -> tuple[Fault, ...]:
    """Only the faults of form: columns, cells, words, numbers. ``check`` adds the rules."""
    return read_hospital_rows(content, file=file).faults


def _hospital(row: Row) -> Hospital:
    cells = row.cells
    return Hospital(
        code=HospitalCode(cells["code"]),
        name=cells["name"],
        short=cells["short"],
        municipality=cells["municipality"],
        comarca=cells["comarca"],
        health_region=cells["health_region"],
        lat=float(cells["lat"]),
        lon=float(cells["lon"]),
        adult=_offer(row, Care.ADULT),
        paediatric=_offer(row, Care.PAEDIATRIC),
        icu_beds=int(cells["icu_beds"]),
        picu_beds=int(cells["picu_beds"]),
        has_heliport=cells["heliport"] == "yes",
        level_is_provisional=cells["level_provisional"] == "yes",
        capabilities={each: Scope(cells[each.value]) for each in Capability},
        capabilities_are_provisional=cells["capabilities_provisional"] == "yes",
        provenance=cells["provenance"],
        notes=cells["notes"],
    )


def _offer(row: Row, care: Care) -> CareOffer | None:
    word = row.cells[LEVEL_COLUMN[care]]
    if word == NOT_TREATED:
        return None
    return CareOffer(
        level=Level(word),
        reference_sep2a=HospitalCode(row.cells[REFERENCE_COLUMN[care, Level.SEP_2A]]),
        reference_sep2b=HospitalCode(row.cells[REFERENCE_COLUMN[care, Level.SEP_2B]]),
    )
