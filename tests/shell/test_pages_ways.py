"""What turns out otherwise, on the pages of the crew and of both hospitals."""

import pytest

from dispatch.i18n import LANGUAGES, catalogue
from dispatch.transfer.stage import Stage
from tests.shell.test_pages_forms import follow, send


@pytest.mark.parametrize("code", LANGUAGES)
async def test_crew_takes_back_the_wrong_button(served, code):
    transfer_id = await served.world.brought_to(Stage.AT_PATIENT)
    crew = await served.client("sva-01")
    crew.cookies.set("csi_language", code)
    page = await crew.get("/mission")
    say = catalogue(code).say
    assert say("page-step-back-hint", {"step": say("step-at_patient")}) in page.text
    empty = await send(crew, page, "/mission/step-back", reason="")
    assert empty.status_code == 422
    assert say("page-fault-step-back") in empty.text
    page = await follow(crew, await send(crew, page, "/mission/step-back", reason="slip"))
    assert say("page-done-step-back") in page.text
    assert (await served.world.transfer(transfer_id)).stage is Stage.EN_ROUTE
