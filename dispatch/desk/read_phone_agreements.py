"""What became of the agreements given by telephone: headquarters' own list of work."""

from msgspec import Struct

from dispatch.identity import Role
from dispatch.kernel import HospitalCode
from dispatch.registry import Counts, Period, PhoneAgreement, agreed_by_phone, counted
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading

ALLOWED = frozenset({Role.COORDINATING_DOCTOR, Role.ANALYST})


class OfHospital(Struct, frozen=True):
    """The agreements by telephone of one receiving hospital."""

    hospital: HospitalCode
    counts: Counts


class PhoneReport(Struct, frozen=True):
    """What became of those given in ``period``, as of now. It names no patient; small numbers
    are shown as they are, because somebody has to call each of these doctors.
    """

    period: Period
    total: int
    counts: Counts
    hospitals: tuple[OfHospital, ...]
    agreements: tuple[PhoneAgreement, ...]


@reading(ALLOWED)
async def read_phone_agreements(
    hq: Headquarters, command: Command, *, of: Period
) -> PhoneReport:
    """Counted anew out of the log: in all, by receiving hospital, and one by one."""
    del command
    begins_at, ends_at = of.begins_at, of.ends_at
    lines = await hq.log.read_agreed_by_phone(begins_at, ends_at)
    found = agreed_by_phone(lines, begins_at=begins_at, ends_at=ends_at)
    return PhoneReport(
        period=of,
        total=len(found),
        counts=counted(found),
        hospitals=tuple(
            OfHospital(code, counted(each for each in found if each.hospital == code))
            for code in sorted({each.hospital for each in found})
        ),
        agreements=found,
    )
