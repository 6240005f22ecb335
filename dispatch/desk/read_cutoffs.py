"""Which cut-offs of detection hold at a hospital, and who set them when and why."""

from msgspec import Struct

from dispatch.assessment.centre import CENTRE_RANGES, CentreSetting, CutoffsInUse, in_use
from dispatch.assessment.criteria import CRITERIA
from dispatch.identity import Role
from dispatch.kernel import HospitalCode
from dispatch.network import hospital as require_hospital
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading

ALLOWED = frozenset(set(Role) - {Role.ADMIN})


class CutoffRow(Struct, frozen=True):
    """One cut-off: what holds, what is proposed, and what a centre may set, in its unit."""

    name: str
    value: float
    proposed: float
    low: float
    high: float
    unit: str


class CutoffsView(Struct, frozen=True):
    """All cut-offs of a hospital; ``settings`` are its own, the last one first."""

    hospital: HospitalCode
    in_use: CutoffsInUse
    rows: tuple[CutoffRow, ...]
    settings: tuple[CentreSetting, ...]


@reading(ALLOWED)
async def read_cutoffs(
    hq: Headquarters, command: Command, hospital: HospitalCode
) -> CutoffsView:
    """Cut-offs are no secret: whoever is signed in may know by which a patient is judged."""
    del command
    require_hospital(hq.network, hospital)
    settings = await hq.centres.read_settings(hospital)
    used = in_use(settings[0] if settings else None)
    return CutoffsView(
        hospital=hospital,
        in_use=used,
        rows=tuple(
            CutoffRow(
                name=name,
                value=getattr(used.cutoffs, name),
                proposed=CRITERIA[name].value,
                low=limits.low,
                high=limits.high,
                unit=CRITERIA[name].unit,
            )
            for name, limits in CENTRE_RANGES.items()
        ),
        settings=settings,
    )
