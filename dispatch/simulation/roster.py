"""Who is on duty in the demonstration: the account of each ICU, and played people behind it."""

from collections.abc import Iterator
from datetime import timedelta

from dispatch.desk import Headquarters
from dispatch.identity import Post, Shift
from dispatch.kernel import PersonId
from dispatch.network import Hospital
from dispatch.simulation.actors import MARK, intensivist
from dispatch.simulation.cast import NAMES

BEFORE_D, AFTER_D = 1, 30
"""The roster of a demonstration: from yesterday on, a month ahead."""

DEMO = "demo"


async def man_the_icus(hq: Headquarters) -> None:
    """Puts people on duty in every ICU where nobody is, at every start."""
    now_at = hq.clock()
    running = await hq.duty.read_shifts(now_at)
    manned = {(shift.hospital, shift.person_id) for shift in running}
    wanted = (shift for each in hq.network.hospitals.values() for shift in _of(hq, each))
    await hq.duty.add_shifts(
        shift for shift in wanted if (shift.hospital, shift.person_id) not in manned
    )


def _of(hq: Headquarters, hospital: Hospital) -> Iterator[Shift]:
    if hospital.icu_beds + hospital.picu_beds == 0:
        return
    played = intensivist(hospital.code)
    account = f"uci-{hospital.code}"
    people = (
        (
            PersonId(f"{DEMO}-{account}"),
            NAMES.get(account, f"UCI {hospital.short}"),
            Post.FIRST,
        ),
        (played.person_id, played.name, Post.SECOND),
        (
            PersonId(f"{MARK}head-{hospital.code}"),
            f"Cap de guàrdia {hospital.short} (simulació)",
            Post.HEAD,
        ),
    )
    now_at = hq.clock()
    for person_id, name, post in people:
        yield Shift(
            shift_id=f"{DEMO}-{person_id}-{now_at:%Y%m%d}",
            hospital=hospital.code,
            person_id=person_id,
            name=name,
            post=post,
            starts_at=now_at - timedelta(days=BEFORE_D),
            ends_at=now_at + timedelta(days=AFTER_D),
            added_by="Demo",
            added_at=now_at,
        )
