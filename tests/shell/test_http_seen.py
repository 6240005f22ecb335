"""The version somebody decided from travels as ``If-Match``, or hidden in a form."""

import pytest

from dispatch.assessment import Condition
from dispatch.desk.change_condition import ConditionReport, change_condition
from dispatch.i18n import catalogue
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.stage import Stage
from tests.builders import coordinating_doctor
from tests.desk_world import by
from tests.shell.test_pages_forms import ALL_FOUR, send

UNIT = {"unit_id": "SVA-02", "override_reason": "nearer"}


async def changed_by_another(served, stage):
    """A transfer at that stage, its version on somebody's screen, and then a change."""
    transfer_id = await served.world.brought_to(stage)
    seen = (await served.world.transfer(transfer_id)).version
    report = ConditionReport(Condition.SEPSIS, Needs(isolation=True), Clinical())
    await change_condition(served.world.hq, by(coordinating_doctor()), transfer_id, report)
    return transfer_id, seen


async def assign(served, transfer_id, seen):
    client = await served.client("central")
    headers = {"Idempotency-Key": "one-key-for-this", **seen}
    path = f"/api/transfers/{transfer_id}/unit"
    return await client.post(path, json=UNIT, headers=headers)


@pytest.mark.parametrize("form", ['"{}"', "{}"])
async def test_version_of_an_old_picture_is_a_conflict(served, form):
    transfer_id, seen = await changed_by_another(served, Stage.ACCEPTED)
    answer = await assign(served, transfer_id, {"If-Match": form.format(seen)})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (409, "changed_since")
    assert problem["facts"] == {"person": coordinating_doctor().name}
    assert coordinating_doctor().name in problem["detail"]


async def test_version_of_the_answer_may_be_sent_back(served):
    transfer_id, _ = await changed_by_another(served, Stage.ACCEPTED)
    client = await served.client("central")
    seen = (await client.get(f"/api/transfers/{transfer_id}")).json()["version"]
    assert (await assign(served, transfer_id, {"If-Match": f'"{seen}"'})).status_code == 200


async def test_program_need_not_say_what_it_saw(served):
    transfer_id, _ = await changed_by_another(served, Stage.ACCEPTED)
    assert (await assign(served, transfer_id, {})).status_code == 200


@pytest.mark.parametrize("sent", ["*", 'W/"3"', "abc", "-1", "1" * 16, '"'])
async def test_what_is_no_version_is_refused(served, sent):
    transfer_id, _ = await changed_by_another(served, Stage.ACCEPTED)
    answer = await assign(served, transfer_id, {"If-Match": sent})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "version_invalid")
    assert problem["field"] == "If-Match"


ANOTHER = {"hospital": "germans-trias", "override_reason": "Ha trucat"}
PAGES = {
    "hospital": ("calella", "/requests/{}/hospital", "/requests/{}/hospital", ANOTHER),
    "cancel": ("calella", "/requests/{}/cancel", "/requests/{}/cancel", {"reason": "Millora"}),
    "accept": ("uci-mataro", "/answers/{}", "/answers/{}/accept", ALL_FOUR),
}


@pytest.mark.parametrize("name", PAGES)
async def test_page_on_an_old_picture_says_who_changed_it(served, name):
    username, path, action, typed = PAGES[name]
    transfer_id = await served.world.brought_to(Stage.ASKED)
    client = await served.client(username)
    page = await client.get(path.format(transfer_id))
    report = ConditionReport(Condition.SEPSIS, Needs(isolation=True), Clinical())
    await change_condition(served.world.hq, by(coordinating_doctor()), transfer_id, report)

    answer = await send(client, page, action.format(transfer_id), **typed)
    assert answer.status_code == 409
    facts = {"person": coordinating_doctor().name}
    assert catalogue("ca").say("refused-changed_since", facts) in answer.text
    assert all(f'value="{value}"' in answer.text for value in typed.values())

    again = await send(client, answer, action.format(transfer_id), **typed)
    assert again.status_code == 303, again.text


async def test_form_with_a_version_that_is_none_is_refused(served):
    transfer_id = await served.world.brought_to(Stage.ASKED)
    client = await served.client("calella")
    path = f"/requests/{transfer_id}/cancel"
    page = await client.get(path)
    answer = await send(client, page, path, reason="Millora", seen="latest")
    assert answer.status_code == 422
    assert 'id="faults"' in answer.text
