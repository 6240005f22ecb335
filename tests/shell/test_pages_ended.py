"""A transfer closed by the wrong button, on the pages of the crew and of both hospitals."""

import pytest

from dispatch.desk.confirm_part import confirm_part
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.transfer.stage import Stage
from tests.builders import MATARO, intensivist
from tests.desk_world import by
from tests.shell.test_pages_forms import follow, send


@pytest.mark.parametrize("code", LANGUAGES)
async def test_crew_takes_back_a_handover_pressed_by_mistake(served, code):
    transfer_id = await served.world.brought_to(Stage.ARRIVED)
    crew = await served.client("sva-01")
    crew.cookies.set("csi_language", code)
    say = catalogue(code).say
    page = await crew.get("/mission")
    page = await follow(crew, await send(crew, page, "/mission/step"))
    assert (await served.world.transfer(transfer_id)).stage is Stage.HANDED_OVER
    assert say("page-ended") in page.text
    path = f"/ended/{transfer_id}"
    assert path in page.text
    page = await crew.get(path)
    empty = await send(crew, page, path, reason="")
    assert empty.status_code == 422
    assert say("page-fault-closing-back") in empty.text
    page = await follow(crew, await send(crew, page, path, reason="wrong button"))
    assert say("page-done-closing-back") in page.text
    assert say("page-step-handed_over") in page.text
    assert (await served.world.transfer(transfer_id)).stage is Stage.ARRIVED
    assert path not in page.text


async def test_crew_takes_back_a_death_told_by_mistake(served):
    transfer_id = await served.world.brought_to(Stage.DEPARTED)
    crew = await served.client("sva-01")
    page = await crew.get("/mission")
    page = await follow(crew, await send(crew, page, "/mission/death", sure="yes"))
    path = f"/ended/{transfer_id}"
    assert path in page.text
    page = await crew.get(path)
    await follow(crew, await send(crew, page, path, reason="slip"))
    assert (await served.world.transfer(transfer_id)).stage is Stage.DEPARTED


async def test_doctor_takes_back_a_cancellation(served):
    transfer_id = await served.world.brought_to(Stage.ACCEPTED)
    doctor = await served.client("calella")
    page = await doctor.get(f"/requests/{transfer_id}/cancel")
    await send(doctor, page, f"/requests/{transfer_id}/cancel", reason="better")
    path = f"/ended/{transfer_id}"
    assert path in (await doctor.get("/requests")).text
    page = await doctor.get(path)
    page = await follow(doctor, await send(doctor, page, path, reason="another patient"))
    assert catalogue("ca").say("page-done-closing-back") in page.text
    assert (await served.world.transfer(transfer_id)).stage is Stage.ACCEPTED


async def test_receiving_hospital_takes_back_its_own_word(served):
    transfer_id = await served.world.brought_to(Stage.ARRIVED)
    doctor = await served.client("uci-mataro")
    page = await doctor.get(f"/answers/{transfer_id}")
    await send(doctor, page, f"/answers/{transfer_id}/handover")
    path = f"/ended/{transfer_id}"
    assert path in (await doctor.get("/answers")).text
    page = await doctor.get(path)
    await follow(doctor, await send(doctor, page, path, reason="not yet"))
    assert (await served.world.transfer(transfer_id)).stage is Stage.ARRIVED


async def test_what_forbids_it_is_named(served):
    transfer_id = await served.world.brought_to(Stage.HANDED_OVER)
    crew, path = await served.client("sva-01"), f"/ended/{transfer_id}"
    page = await crew.get(path)
    command = by(intensivist(MATARO))
    await confirm_part(served.world.hq, command, transfer_id, part="receiver_took_over")
    refused = await send(crew, page, path, reason="slip")
    number = (await served.world.transfer(transfer_id)).number
    assert refused.status_code == 409
    assert catalogue("ca").say("refused-closing_confirmed", {"number": number}) in refused.text


async def test_after_its_time_there_is_nothing_to_take_back(served):
    transfer_id = await served.world.brought_to(Stage.HANDED_OVER)
    served.world.clock.forward(61)
    crew = await served.client("sva-01")
    assert "/ended/" not in (await crew.get("/mission")).text
    page = await crew.get(f"/ended/{transfer_id}")
    assert catalogue("ca").say("page-ended-none") in page.text
