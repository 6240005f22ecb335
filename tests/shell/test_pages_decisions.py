"""Decisions on the pages of doctors: what is asked, why, and the way out."""

import pytest

from dispatch.assessment import Condition
from dispatch.desk.change_condition import change_condition
from dispatch.desk.settle_decision import settle_decision
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.transfer.decide_priority import ConditionReport
from dispatch.transfer.decisions import Settling, open_decisions
from dispatch.transfer.said_picture import SaidClinical, SaidNeeds
from dispatch.transfer.stage import Stage
from tests.builders import coordinating_doctor, referring_doctor
from tests.desk_world import by
from tests.shell.test_pages_forms import send

SURGERY = ConditionReport(
    Condition.SEPSIS, SaidNeeds(complex_source_control=True), SaidClinical()
)
AT_DESK = ("dispatcher", "coordinating_doctor")
MATARO, GERMANS_TRIAS = "Hospital de Mataró", "Germans Trias"


async def exceeded(served):
    transfer_id = await served.world.brought_to(Stage.ACCEPTED)
    await change_condition(served.world.hq, by(referring_doctor()), transfer_id, SURGERY)
    return transfer_id


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("calella", "requests"),
        ("uci-mataro", "answers"),
        ("calella", "shared"),
        ("uci-mataro", "shared"),
        ("coordinacio", "shared"),
    ],
)
async def test_doctors_read_what_is_asked_why_and_of_whom(served, code, who, path):
    transfer_id = await exceeded(served)
    client = await served.client(who)
    client.cookies.set("csi_language", code)
    page = await client.get(f"/{path}/{transfer_id}")
    assert catalogue(code).say("decision-needs_exceed_hospital") in page.text
    assert "SEP-2b" in page.text
    assert catalogue(code).say("decision-do-needs_exceed_hospital") in page.text
    roles = ", ".join(catalogue(code).say(f"role-{role}") for role in AT_DESK)
    assert catalogue(code).say("decision-settlers", {"roles": roles}) in page.text


async def test_doctor_asks_another_hospital_after_the_agreement_with_a_reason(served):
    transfer_id = await exceeded(served)
    client = await served.client("calella")
    path = f"/requests/{transfer_id}/hospital"
    page = await client.get(path)
    assert page.status_code == 200
    assert GERMANS_TRIAS in page.text
    asked = {"hospital": "germans-trias", "override_reason": "Mataró lacks surgery"}
    answer = await send(client, page, path, **asked)
    assert answer.status_code == 303
    transfer = await served.world.transfer(transfer_id)
    assert (transfer.stage, transfer.asked) == (Stage.ACCEPTED, "germans-trias")


async def test_doctor_chooses_no_other_hospital_without_such_a_decision(served):
    transfer_id = await served.world.brought_to(Stage.ACCEPTED)
    client = await served.client("calella")
    assert (await client.get(f"/requests/{transfer_id}/hospital")).status_code == 409


async def test_settled_decision_is_told_with_who_and_why(served):
    transfer_id = await exceeded(served)
    (asked,) = open_decisions(await served.world.transfer(transfer_id))
    settling = Settling(asked.kind, asked.about, "the surgeon goes to Mataró")
    command = by(coordinating_doctor())
    await settle_decision(served.world.hq, command, transfer_id, settling=settling)
    client = await served.client("calella")
    page = await client.get(f"/requests/{transfer_id}")
    assert "the surgeon goes to Mataró" in page.text
    assert catalogue("ca").say("decision-do-needs_exceed_hospital") not in page.text
