"""The version somebody decided from travels as ``If-Match``, or hidden in a form."""

import pytest

from dispatch.assessment import Condition
from dispatch.desk.change_condition import change_condition
from dispatch.i18n import catalogue
from dispatch.transfer.decide_priority import ConditionReport
from dispatch.transfer.said_picture import SaidNeeds
from dispatch.transfer.stage import Stage
from tests.builders import coordinating_doctor
from tests.desk_world import by
from tests.shell.test_http_guards import post
from tests.shell.test_pages_forms import ALL_FOUR, send

UNIT = {"unit_id": "SVA-02", "override_reason": "nearer"}


async def changed_by_another(served, stage):
    """A transfer at that stage, its version on somebody's screen, and then a change."""
    transfer_id = await served.world.brought_to(stage)
    seen = (await served.world.transfer(transfer_id)).version
    report = ConditionReport(Condition.SEPSIS, SaidNeeds(isolation=True))
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


TAKING = {
    "unit": (UNIT, Stage.ACCEPTED),
    "hospital": ({"hospital": "germans-trias", "override_reason": "near"}, Stage.ASKED),
    "cancel": ({"reason": "better"}, Stage.ACCEPTED),
}


@pytest.mark.parametrize("verb", TAKING)
async def test_program_too_says_what_it_saw_before_it_takes_something(served, verb):
    body, stage = TAKING[verb]
    transfer_id = await served.world.brought_to(stage)
    client = await served.client("central")
    headers = {"Idempotency-Key": "one-key-for-this"}
    path = f"/api/transfers/{transfer_id}/{verb}"
    answer = await client.post(path, json=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (428, "version_needed")
    assert "If-Match" in answer.json()["detail"]


@pytest.mark.parametrize("verb", ["hospital", "cancel"])
async def test_form_without_its_version_takes_nothing(served, verb):
    transfer_id = await served.world.brought_to(Stage.ASKED)
    client = await served.client("calella")
    path = f"/requests/{transfer_id}/{verb}"
    page = await client.get(path)
    answer = await send(client, page, path, seen="", **TAKING[verb][0])
    assert answer.status_code == 428
    assert (await served.world.transfer(transfer_id)).asked == "mataro"


async def test_two_dispatchers_one_unit_the_second_is_told_by_name(served):
    both = [await served.world.brought_to(Stage.ACCEPTED, f"NHC {each}") for each in (1, 2)]
    client = await served.client("central")
    answers = [
        await post(client, f"/api/transfers/{each}/unit", UNIT, key=f"one-unit-{each}")
        for each in both
    ]
    assert [each.status_code for each in answers] == [200, 409]
    problem = answers[1].json()
    assert problem["code"] == "unit_taken_meanwhile"
    number = (await served.world.transfer(both[0])).number
    assert (problem["facts"]["number"], number in problem["detail"]) == (number, True)
    named = {**UNIT, "takes_from": both[0]}
    taken = await post(client, f"/api/transfers/{both[1]}/unit", named, key="now-by-name")
    assert taken.status_code == 200
    assert (await served.world.transfer(both[0])).unit_id is None


@pytest.mark.parametrize("sent", ["*", 'W/"3"', "abc", "-1", "1" * 16, '"', '"5', '5"'])
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
    report = ConditionReport(Condition.SEPSIS, SaidNeeds(isolation=True))
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
