"""A hospital as the network knows it: where it is, what it offers, to whom it refers."""

from collections.abc import Mapping
from dataclasses import dataclass

from dispatch.kernel.ids import HospitalCode
from dispatch.kernel.tables import Row
from dispatch.network.capability import Capability, Scope
from dispatch.network.hospital_columns import LEVEL_COLUMN, NOT_TREATED, REFERENCE_COLUMN
from dispatch.network.levels import Care, Level


@dataclass(frozen=True)
class CareOffer:
    """What a hospital offers one kind of patient, and its reference centres for the rest."""

    level: Level
    reference_sep2a: HospitalCode
    reference_sep2b: HospitalCode


@dataclass(frozen=True)
class Hospital:
    """One acute hospital.

    ``adult`` or ``paediatric`` is None where such patients aren't treated. ``lat`` and ``lon``
    are WGS84 degrees. ``icu_beds`` and ``picu_beds`` are installed adult and paediatric
    critical beds, not free ones. ``level_is_provisional`` speaks of the adult level and its
    references: True unless they come from Table 2 of Yébenes 2020. Paediatric levels are
    always provisional. ``capabilities`` says for each scarce capability whom it is for, and
    ``capabilities_are_provisional`` whether that still waits for a source.
    """

    code: HospitalCode
    name: str
    short: str
    municipality: str
    comarca: str
    health_region: str
    lat: float
    lon: float
    adult: CareOffer | None
    paediatric: CareOffer | None
    icu_beds: int
    picu_beds: int
    has_heliport: bool
    level_is_provisional: bool
    capabilities: Mapping[Capability, Scope]
    capabilities_are_provisional: bool
    provenance: str
    notes: str = ""


def hospital_of(row: Row) -> Hospital:
    """The hospital of a row that is without fault."""
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
