"""Pre-alerts of one patient are recognised, and link to the transfer that comes of them."""

from typing import Any

import pytest

from dispatch.desk.raise_pre_alert import raise_pre_alert
from dispatch.desk.request_transfer import Beside, request_transfer
from dispatch.desk.resolve_pre_alert import resolve_pre_alert
from dispatch.identity import Actor
from dispatch.kernel import PreAlertId, TransferId
from dispatch.transfer.pre_alert import PreAlert, PreAlertStage
from tests.builders import CALELLA, a_request, crew, referring_doctor, refused
from tests.desk_world import World, by, fleet
from tests.pre_alert_builders import FAST, a_report, primary_care
from tests.stores import require_replay

DOCTOR = referring_doctor(CALELLA)
HERS, ALSO_HERS = "PUJO1680412001", "CIP PUJO-1-680412-001"


async def raised(world: World, actor: Actor | None = None, **changes: Any) -> PreAlert:
    command = by(actor or crew())
    receipt = await raise_pre_alert(world.hq, command, a_report(**changes), values=FAST)
    return await row(world, PreAlertId(receipt.subject))


async def row(world: World, one: PreAlertId) -> PreAlert:
    return (await world.hq.log.read_rows((one,))).pre_alerts[one]


def told(alert: PreAlert) -> list[tuple[str, str]]:
    return [(twin.number, twin.how) for twin in alert.twins]


async def test_two_teams_tell_of_one_patient(world: World) -> None:
    first = await raised(world, primary_care(), patient_reference=HERS)
    world.clock.forward(50)
    second = await raised(world, patient_reference=ALSO_HERS)
    assert (told(first), told(second)) == ([], [(first.number, "same")])
    assert "PUJO" not in repr(await world.hq.log.read_changes(0))


async def test_two_identifiers_are_two_patients_however_near(world: World) -> None:
    await raised(world, patient_reference=HERS)
    other = await raised(world, primary_care(), patient_reference="ABCD0700101001")
    assert told(other) == []


@pytest.mark.parametrize(
    ("minutes", "changes", "is_likely"),
    [
        (10, {}, True),
        (31, {}, False),
        (10, {"lat": 41.70, "lon": 2.80}, False),
    ],
)
async def test_one_place_age_and_hour_are_likely_one_patient(
    world: World, minutes: float, changes: dict[str, Any], is_likely: bool
) -> None:
    first = await raised(world, patient_reference=HERS)
    world.clock.forward(minutes)
    second = await raised(world, primary_care(), **changes)
    assert told(second) == ([(first.number, "likely")] if is_likely else [])


async def test_request_links_every_pre_alert_of_its_patient(world: World) -> None:
    first = await raised(world, primary_care(), patient_reference=HERS)
    second = await raised(world, patient_reference=ALSO_HERS)
    third = await raised(world, crew("SVA-02"), patient_reference=HERS)
    await resolve_pre_alert(world.hq, by(DOCTOR), first.pre_alert_id)
    await resolve_pre_alert(world.hq, by(DOCTOR), third.pre_alert_id, reason="same_patient")
    other = await raised(world, crew("SVA-03"), patient_reference="ABCD0700101001")
    receipt = await request_transfer(
        world.hq,
        by(DOCTOR),
        a_request(patient_reference=HERS),
        beside=Beside(pre_alert_id=first.pre_alert_id),
    )
    one = TransferId(receipt.subject)
    for alert, link in ((first, one), (second, one), (third, None), (other, None)):
        assert (await row(world, alert.pre_alert_id)).transfer_id == link
    assert (await row(world, second.pre_alert_id)).stage is PreAlertStage.CONFIRMED
    await require_replay(world.hq.log, fleet())


async def test_pre_alert_to_another_hospital_stays_theirs(world: World) -> None:
    alert = await raised(world, patient_reference=HERS)
    await world.opened(HERS, referring="blanes")
    kept = await row(world, alert.pre_alert_id)
    assert (kept.transfer_id, kept.stage) == (None, PreAlertStage.RAISED)


async def test_patient_with_an_open_transfer_is_told_to_who_prepares(world: World) -> None:
    one = await world.opened(HERS, referring="blanes")
    await world.opened("ABCD0700101001", referring="blanes")
    alert = await raised(world, patient_reference=ALSO_HERS)
    number = (await world.transfer(one)).number
    assert told(alert) == [(number, "same")]
    assert told(await raised(world, crew("SVA-02"))) == [(alert.number, "likely")]
    await require_replay(world.hq.log, fleet())


async def test_code_of_a_child_for_an_adult_is_asked_about(world: World) -> None:
    child = "PUJO1150412001"
    with refused("doubts_unconfirmed", doubts="patient_reference=cip & age_group"):
        await raised(world, patient_reference=child)
    with refused("doubts_unconfirmed", doubts="patient_reference=cip"):
        await raised(world, patient_reference="PUJO1681312001")
    right = ("patient_reference=cip & age_group",)
    assert told(await raised(world, patient_reference=child, confirmed_doubts=right)) == []


@pytest.mark.parametrize(
    ("reference", "code"), [("---", "identifier_empty"), (" ", "text_invalid")]
)
async def test_identifier_of_nothing_is_refused(
    world: World, reference: str, code: str
) -> None:
    with refused(code, field="patient_reference"):
        await raised(world, patient_reference=reference)


async def test_pre_alert_confirmed_before_is_linked_as_it_is(world: World) -> None:
    alert = await raised(world, patient_reference=HERS)
    await resolve_pre_alert(world.hq, by(DOCTOR), alert.pre_alert_id)
    one = await world.opened(HERS)
    assert (await row(world, alert.pre_alert_id)).transfer_id == one
