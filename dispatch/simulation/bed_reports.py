"""Simulated ICUs report their beds now and then; a few never do, and their news grows old."""

from datetime import datetime

from dispatch.capacity import BedKind, Beds
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.kernel import HospitalCode
from dispatch.simulation.actors import as_command, dice, intensivist, seconds_since
from dispatch.simulation.world import Scene, World

OFTEN_S = (14 * 60, 26 * 60)
"""How long after its last report an ICU reports again, the least and the most."""

FORGETFUL = 0.12
"""Share of the ICUs that report once and then forget it."""

AT_A_LOOK = 2


async def report_beds_due(world: World, scene: Scene) -> tuple[HospitalCode, ...]:
    """The ICUs that reported at this look: a few, those whose time has come."""
    due = [
        beds
        for beds in scene.board.beds.values()
        if is_due(beds, scene.now_at, speed=world.rules.speed)
    ]
    for beds in due[:AT_A_LOOK]:
        doctor = as_command(intensivist(beds.hospital))
        await report_capacity(world.hq, doctor, next_report(beds))
    return tuple(beds.hospital for beds in due[:AT_A_LOOK])


def is_due(beds: Beds, now_at: datetime, *, speed: float) -> bool:
    """Whether this ICU has had its time since the last report; one that never did stays so."""
    if beds.reported_at is None or dice(beds.hospital, "forgets").random() < FORGETFUL:
        return False
    waits_s = dice(beds.hospital, beds.version, "reports").uniform(*OFTEN_S)
    return seconds_since(beds.reported_at, now_at) * speed >= waits_s


def next_report(beds: Beds) -> BedReport:
    """The same beds, with one patient more, one less, or as many."""
    change = dice(beds.hospital, beds.version, "patients").choice((-1, 0, 0, 1))
    most = max(0, beds.total - beds.held)
    return BedReport(
        hospital=beds.hospital,
        kind=BedKind(beds.kind),
        total=beds.total,
        used=min(max(0, beds.used + change), most),
    )
