"""Cut-offs of a centre through the desk, on both stores, and where they are used."""

import pytest
from msgspec.structs import replace

from dispatch.assessment import AdultValues
from dispatch.desk.raise_pre_alert import raise_pre_alert
from dispatch.desk.read_centres import read_centres
from dispatch.desk.read_cutoffs import read_cutoffs
from dispatch.desk.read_shared import read_shared
from dispatch.desk.record_assessment import record_assessment
from dispatch.desk.set_cutoffs import NewCutoffs, set_cutoffs
from dispatch.kernel import HospitalCode
from tests.builders import (
    CALELLA,
    MATARO,
    coordinating_doctor,
    crew,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk_world import World, by
from tests.pre_alert_builders import a_report

SLOWER = NewCutoffs({"tachypnoea_from_rpm": 25}, "audit of 2026")
FAST = AdultValues(infection_suspected=True, respiratory_rate_rpm=24)


async def set_for_calella(world: World, new: NewCutoffs = SLOWER) -> None:
    await set_cutoffs(world.hq, by(coordinating_doctor()), CALELLA, new=new)


async def test_hospital_reads_what_holds_who_set_it_and_why(world: World) -> None:
    await set_cutoffs(world.hq, by(intensivist(MATARO)), MATARO, new=SLOWER)
    view = await read_cutoffs(world.hq, by(crew()), MATARO)
    (row, *_) = view.rows
    assert (row.name, row.value, row.proposed) == ("tachypnoea_from_rpm", 25, 22)
    assert (view.in_use.of, view.in_use.since_at) == ("centre", world.clock.now_at)
    (kept,) = view.settings
    assert (kept.set_by, kept.reason) == (intensivist(MATARO).name, "audit of 2026")
    assert kept.set_at.tzinfo is not None


async def test_other_hospital_keeps_the_proposed(world: World) -> None:
    await set_for_calella(world)
    view = await read_cutoffs(world.hq, by(crew()), MATARO)
    assert (view.in_use.of, view.settings) == ("proposed", ())


async def test_last_setting_holds_and_the_first_is_still_told(world: World) -> None:
    await set_for_calella(world)
    world.clock.forward(60)
    await set_for_calella(world, NewCutoffs({}, "back to the proposed"))
    view = await read_cutoffs(world.hq, by(crew()), CALELLA)
    assert view.in_use.of == "proposed"
    assert [each.reason for each in view.settings] == ["back to the proposed", "audit of 2026"]


async def test_same_setting_sent_twice_counts_once(world: World) -> None:
    command = by(coordinating_doctor(), key="sent twice")
    first = await set_cutoffs(world.hq, command, CALELLA, new=SLOWER)
    again = await set_cutoffs(world.hq, command, CALELLA, new=SLOWER)
    assert first == again
    assert len(await world.hq.centres.read_settings(CALELLA)) == 1


@pytest.mark.parametrize(
    ("hospital", "new"),
    [
        (CALELLA, replace(SLOWER, reason="another")),
        (CALELLA, NewCutoffs({}, SLOWER.reason)),
        (MATARO, SLOWER),
    ],
)
async def test_key_of_one_setting_takes_no_other(
    world: World, hospital: HospitalCode, new: NewCutoffs
) -> None:
    command = by(coordinating_doctor(), key="k")
    await set_cutoffs(world.hq, command, CALELLA, new=SLOWER)
    with refused("key_reused", field="Idempotency-Key"):
        await set_cutoffs(world.hq, command, hospital, new=new)
    assert len(await world.hq.centres.read_settings()) == 1


async def test_coordinating_doctor_sees_whose_hold_everywhere(world: World) -> None:
    await set_for_calella(world)
    centres = await read_centres(world.hq, by(coordinating_doctor()))
    assert set(centres) == set(world.hq.network.hospitals)
    assert {code for code, used in centres.items() if used.of == "centre"} == {CALELLA}


async def test_known_setting_is_not_changed(world: World) -> None:
    await set_for_calella(world)
    (kept,) = await world.hq.centres.read_settings(CALELLA)
    await world.hq.centres.add_setting(replace(kept, reason="another"))
    assert await world.hq.centres.read_settings(CALELLA) == (kept,)


async def test_strange_name_has_no_settings(world: World) -> None:
    assert await world.hq.centres.read_settings(HospitalCode("no\x00ne")) == ()


async def test_intensivist_sets_nothing_for_another_hospital(world: World) -> None:
    with refused("not_your_hospital", field="hospital"):
        await set_cutoffs(world.hq, by(intensivist(MATARO)), CALELLA, new=SLOWER)


@pytest.mark.parametrize(
    ("hospital", "new", "code"),
    [
        ("atlantis", SLOWER, "unknown_hospital"),
        (CALELLA, NewCutoffs({}, " "), "text_invalid"),
        (CALELLA, NewCutoffs({"tachypnoea_from_rpm": 60}, "as told"), "cutoff_out_of_range"),
    ],
)
async def test_setting_that_cannot_be_is_refused_and_not_kept(
    world: World, hospital: str, new: NewCutoffs, code: str
) -> None:
    with refused(code):
        await set_cutoffs(world.hq, by(coordinating_doctor()), HospitalCode(hospital), new=new)
    assert await world.hq.centres.read_settings(CALELLA) == ()


async def test_nobody_reads_cutoffs_of_no_hospital(world: World) -> None:
    with refused("unknown_hospital"):
        await read_cutoffs(world.hq, by(crew()), HospitalCode("atlantis"))


async def test_patient_is_judged_by_the_cutoffs_of_where_the_patient_is(world: World) -> None:
    transfer_id = await world.opened()
    doctor = by(referring_doctor())
    await record_assessment(world.hq, doctor, transfer_id, values=FAST)
    before = await read_shared(world.hq, doctor, transfer_id)
    await set_for_calella(world)
    after = await read_shared(world.hq, doctor, transfer_id)
    assert before.assessment is not None
    assert after.assessment is not None
    assert (before.assessment["csi_detection"], before.cutoffs_of) == ("suspicion", "proposed")
    assert (after.assessment["csi_detection"], after.cutoffs_of) == ("none", "centre")
    assert after.cutoffs_since_at == world.clock.now_at


async def test_pre_alert_is_judged_by_the_hospital_it_goes_to(world: World) -> None:
    await raise_pre_alert(world.hq, by(crew()), a_report(), values=FAST)
    await set_for_calella(world)
    with refused("no_sign_fired"):
        await raise_pre_alert(world.hq, by(crew()), a_report(), values=FAST)
