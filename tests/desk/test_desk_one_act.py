"""What a person does in one act is one entry or nothing: request, values and link."""

import pytest
from msgspec import convert

from dispatch.assessment import AdultValues, ChildValues
from dispatch.desk.link_pre_alert import link_pre_alert
from dispatch.desk.raise_pre_alert import raise_pre_alert
from dispatch.desk.request_transfer import Beside, request_transfer
from dispatch.desk.resolve_pre_alert import resolve_pre_alert
from dispatch.kernel import PreAlertId, TransferId
from tests.builders import CALELLA, a_request, crew, referring_doctor, refused
from tests.desk_world import World, by, fleet
from tests.pre_alert_builders import FAST, a_report
from tests.stores import require_replay

DOCTOR = referring_doctor(CALELLA)
MEASURED = AdultValues(infection_suspected=True, lactate_mmol_l=4.6)


async def confirmed(world: World) -> PreAlertId:
    receipt = await raise_pre_alert(world.hq, by(crew()), a_report(), values=FAST)
    one = PreAlertId(receipt.subject)
    await resolve_pre_alert(world.hq, by(DOCTOR), one)
    return one


async def test_request_values_and_link_are_one_entry(world: World) -> None:
    one, before = await confirmed(world), (await world.board()).seq
    beside = Beside(values=MEASURED, pre_alert_id=one)
    receipt = await request_transfer(world.hq, by(DOCTOR, "key"), a_request(), beside=beside)
    assert await world.names(after=before) == [
        "transfer.requested",
        "transfer.hospitals-proposed",
        "transfer.assessment-recorded",
        "pre-alert.linked",
    ]
    transfer = await world.transfer(TransferId(receipt.subject))
    assert transfer.assessed is not None
    assert transfer.assessed.assessed_at == transfer.milestones.requested_at
    linked = (await world.hq.log.read_rows((one,))).pre_alerts[one]
    assert linked.transfer_id == transfer.transfer_id
    again = await request_transfer(world.hq, by(DOCTOR, "key"), a_request(), beside=beside)
    assert again == receipt
    await require_replay(world.hq.log, fleet())


async def test_request_that_cannot_be_linked_opens_nothing(world: World) -> None:
    one, first = await confirmed(world), await world.opened("NHC 1")
    await link_pre_alert(world.hq, by(DOCTOR), one, transfer_id=first)
    before = (await world.board()).seq
    with refused("already_linked", field="pre_alert_id"):
        await request_transfer(
            world.hq,
            by(DOCTOR),
            a_request(patient_reference="NHC 2"),
            beside=Beside(pre_alert_id=one),
        )
    assert await world.names(after=before) == []


async def test_values_that_cannot_be_recorded_open_nothing(world: World) -> None:
    of_a_child = Beside(values=ChildValues(age_months=20))
    with refused("assessment_other_population"):
        await request_transfer(world.hq, by(DOCTOR), a_request(), beside=of_a_child)
    assert await world.names() == []


async def test_unknown_pre_alert_opens_nothing(world: World) -> None:
    with refused("unknown_pre_alert", field="pre_alert_id"):
        await request_transfer(
            world.hq, by(DOCTOR), a_request(), beside=Beside(pre_alert_id=PreAlertId("none"))
        )
    assert await world.names() == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("treatment_limits", {"has_treatment_limits": True}),
        ("end_of_life", {"is_end_of_life": True}),
        ("no_infection", {"infection_suspected": False}),
    ],
)
async def test_values_against_the_code_open_nothing(
    world: World, code: str, said: dict[str, bool]
) -> None:
    with refused(code):
        await request_transfer(
            world.hq, by(DOCTOR), a_request(), beside=Beside(values=convert(said, AdultValues))
        )
    assert await world.names() == []
