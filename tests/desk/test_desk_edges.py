"""What happens to a verb only now and then: a race, a wrong clock, a unit off the map."""

from dataclasses import replace as rewired
from typing import Any

from msgspec.structs import replace

from dispatch.assessment import Condition
from dispatch.desk.propose_units import propose_units
from dispatch.desk.read_sheet import read_sheet
from dispatch.desk.request_transfer import request_transfer
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import Refused, UnitId
from dispatch.store.entry import Entry, Receipt
from dispatch.store.protocol import LogStore
from dispatch.transfer.stage import Stage
from tests.builders import a_request, dispatcher, referring_doctor, refused
from tests.desk_world import World, by, fleet


class Overtaken:
    """A log that somebody else has written to just before the first entry."""

    def __init__(self, log: LogStore, code: str = "patient_already_requested") -> None:
        self._log = log
        self._code = code
        self._tries = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._log, name)

    async def record(self, entry: Entry) -> Receipt:
        self._tries += 1
        if self._tries == 1:
            raise Refused(self._code)  # as the constraints of the database do
        return await self._log.record(entry)


async def test_request_overtaken_by_its_twin_is_decided_again(world: World) -> None:
    hq = rewired(world.hq, log=Overtaken(world.hq.log))
    await request_transfer(hq, by(referring_doctor()), a_request())
    assert len((await world.board()).transfers) == 1


async def test_request_that_breaks_another_rule_is_refused(world: World) -> None:
    hq = rewired(world.hq, log=Overtaken(world.hq.log, "unknown_hospital"))
    with refused("unknown_hospital"):
        await request_transfer(hq, by(referring_doctor()), a_request())


async def test_most_urgent_transfer_is_first_on_the_sheet(world: World) -> None:
    await world.opened("NHC 1")
    shock = await world.opened("NHC 2", condition=Condition.SEPTIC_SHOCK)
    sheet = await read_sheet(world.hq, by(dispatcher()))
    assert sheet.transfers[0].transfer_id == shock
    assert len(sheet.transfers) == 2


async def test_unit_off_the_map_stops_no_plan(world: World) -> None:
    lost = replace(fleet()[0], unit_id=UnitId("SVA-99"), base_id="nowhere", place=None)
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    await world.hq.fleet.set_fleet((*fleet(), lost))
    await propose_units(world.hq, by(HEADQUARTERS))
    assert (await world.board()).transfers[transfer_id].proposal is not None
