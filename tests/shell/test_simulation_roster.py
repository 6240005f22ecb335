"""The demonstration has somebody on duty in every ICU, once."""

from collections import Counter

from dispatch.identity import Post
from dispatch.simulation.roster import man_the_icus
from dispatch.store.memory.duty import MemoryDuty
from tests.desk_world import Clock, a_headquarters, region
from tests.stores import memory_stores


async def test_every_icu_is_manned_once_however_often_it_starts():
    clock = Clock()
    hq = a_headquarters(memory_stores()._replace(duty=MemoryDuty()), clock)
    for days in (0, 0, 1, 2):
        clock.forward(days * 24 * 60)
        await man_the_icus(hq)
    shifts = await hq.duty.read_shifts(clock())
    with_icu = {
        code
        for code, each in region().network.hospitals.items()
        if each.icu_beds + each.picu_beds > 0
    }
    assert Counter((shift.hospital, shift.post) for shift in shifts) == Counter(
        (code, post) for code in with_icu for post in Post
    )
    clock.forward(31 * 24 * 60)
    await man_the_icus(hq)
    assert len(await hq.duty.read_shifts(clock())) == len(shifts)
