"""What a fresh demo begins with."""

from collections import Counter

import pytest

from dispatch.capacity import BedKind
from dispatch.config import DEMO_PASSWORD
from dispatch.desk.sign_in import sign_in
from dispatch.fleet import Activity
from dispatch.identity import Role
from dispatch.kernel import HospitalCode
from dispatch.main import units_of
from dispatch.simulation.actors import is_simulated
from dispatch.simulation.cast import SHOWN, add_cast, cast, showcase_doctor, shown
from dispatch.simulation.first_day import CLOSED_BECAUSE, open_first_day
from dispatch.simulation.people import act_for_people
from dispatch.simulation.protocols import enter_protocols
from dispatch.simulation.run import look
from dispatch.simulation.world import Rules, a_world
from dispatch.transfer.stage import Stage
from tests.desk_world import Clock, World, a_headquarters, region
from tests.stores import memory_stores, require_replay


@pytest.fixture
async def opened() -> World:
    clock = Clock()
    hq = a_headquarters(memory_stores(), clock, is_demo=True)
    await hq.fleet.set_fleet(units_of(region()))
    await open_first_day(hq, Rules(), showcase_doctor(await people_of(hq)))
    return World(hq, clock)


async def people_of(hq):
    units = (await hq.log.read_board()).units
    kinds = {key: unit.unit_type for key, unit in units.items()}
    return cast(hq, kinds, language="ca")


async def test_shock_in_calella_waits_for_mataro(opened):
    transfers = (await opened.board()).transfers.values()
    showcase = next(each for each in transfers if each.referring == "calella")
    assert showcase.stage is Stage.ASKED
    assert showcase.asked == showcase.candidates[0].hospital == "mataro"
    assert showcase.priority.value == "P0"
    assert not is_simulated(showcase)


async def test_shock_in_calella_is_left_to_people(opened):
    simulated = a_world(opened.hq, Rules())
    for _ in range(20):
        opened.clock.forward(30)
        await act_for_people(simulated, await look(simulated))
    transfers = (await opened.board()).transfers.values()
    showcase = next(each for each in transfers if each.referring == "calella")
    assert showcase.stage is Stage.ASKED


async def test_day_has_transfers_in_many_stages(opened):
    stages = Counter(each.stage for each in (await opened.board()).transfers.values())
    assert stages == {
        Stage.REQUESTED: 1,
        Stage.ASKED: 2,
        Stage.ACCEPTED: 1,
        Stage.EN_ROUTE: 1,
        Stage.AT_PATIENT: 1,
        Stage.DEPARTED: 1,
    }


async def test_day_is_told_in_the_order_of_the_clock(opened):
    lines = (await opened.hq.log.read_changes(0)).lines
    told = [line for line in lines if line.event.__struct_config__.tag == "transfer.requested"]
    others = [line.occurred_at for line in told[:-1]]
    assert others == sorted(others)
    assert max(others) < opened.clock.now_at


async def test_most_units_are_busy_and_say_until_when(opened):
    units = (await opened.board()).units.values()
    busy = [unit for unit in units if unit.activity is Activity.OTHER_MISSION]
    assert 40 <= len(busy) <= 80
    assert all(unit.busy_until_at for unit in busy)


async def test_beds_are_full_closed_and_unknown_somewhere(opened):
    beds = (await opened.board()).beds
    full = beds[HospitalCode("santa-tecla"), BedKind.ICU]
    assert full.used == full.total
    closure = beds[HospitalCode("sagrat-cor"), BedKind.ICU].closure
    assert closure is not None
    assert closure.reason == CLOSED_BECAUSE
    assert (HospitalCode("igualada"), BedKind.ICU) not in beds


async def test_second_opening_changes_nothing(opened):
    before = await opened.board()
    await open_first_day(opened.hq, Rules(), showcase_doctor(await people_of(opened.hq)))
    assert await opened.board() == before
    await require_replay(opened.hq.log, units_of(region()))


async def test_cast_signs_in_with_the_demo_password(opened):
    people = await people_of(opened.hq)
    await add_cast(opened.hq, people, DEMO_PASSWORD)
    for username, role in (("central", Role.DISPATCHER), ("sva-15", Role.CREW)):
        _, session = await sign_in(opened.hq, username, DEMO_PASSWORD)
        assert session.actor.role is role


async def test_cast_is_added_once(opened):
    people = await people_of(opened.hq)
    await add_cast(opened.hq, people, DEMO_PASSWORD)
    await add_cast(opened.hq, people, DEMO_PASSWORD)
    assert len(await opened.hq.people.list_people()) == len(people)


async def test_every_icu_and_every_unit_has_its_account(opened):
    names = {each.username for each in await people_of(opened.hq)}
    assert set(SHOWN) <= names
    assert {"uci-germans-trias", "uci-sant-joan-de-deu", "olot", "svi-18", "heli-01"} <= names
    assert "svb-01" not in names


async def test_newcomer_is_shown_the_people_of_the_journey(opened):
    assert tuple(each.username for each in shown(await people_of(opened.hq))) == SHOWN


async def test_texts_of_two_hospitals_are_marked_as_invented_and_entered_once(opened):
    await enter_protocols(opened.hq)
    kept = await opened.hq.centres.read_protocols()
    assert sorted(each.hospital for each in kept) == ["calella", "mataro"]
    for each in kept:
        assert each.approved.text.startswith("TEXT DE DEMOSTRACIÓ, INVENTAT. NO ÉS CONSELL")
        assert (each.version, each.focus) == (1, "urinary")
