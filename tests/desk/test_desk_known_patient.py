"""What the request said of a patient is read by everything, and asked when told otherwise."""

from typing import Any

import pytest

from dispatch.assessment import AdultValues, ChildValues, PatientValues
from dispatch.assessment.bundle import BundleStep, Item, Reading
from dispatch.assessment.priority import Condition
from dispatch.desk.change_condition import change_condition
from dispatch.desk.read_shared import read_shared
from dispatch.desk.record_assessment import record_assessment
from dispatch.desk.record_bundle import record_bundle
from dispatch.desk.request_transfer import Beside, request_transfer
from dispatch.kernel import TransferId
from dispatch.kernel.asked import Doubtful
from dispatch.network import Care
from dispatch.transfer.decide_bundle import BundleReport
from dispatch.transfer.decide_priority import ConditionReport
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.described import ToldAge
from dispatch.transfer.parts import Clinical, Described, Needs
from dispatch.transfer.said_picture import SaidClinical, SaidNeeds
from dispatch.transfer.shared import SharedView
from tests.builders import a_request, referring_doctor
from tests.desk_world import World, by

DOCTOR = by(referring_doctor())


async def a_child(world: World, years: int, kg: float, **picture: Any) -> TransferId:
    return await world.opened(
        care=Care.PAEDIATRIC,
        described=ToldAge(None, years),
        needs=Needs(weight_kg=kg),
        clinical=Clinical(**picture),
        hypotensive_after_fluids=False,
    )


async def shared(world: World, transfer_id: TransferId) -> SharedView:
    return await read_shared(world.hq, DOCTOR, transfer_id)


def step(view: SharedView, wanted: BundleStep) -> Item:
    return next(each for each in view.bundle.items if each.step is wanted)


async def assess(
    world: World, transfer_id: TransferId, values: PatientValues, *confirmed: str
) -> None:
    await record_assessment(world.hq, DOCTOR, transfer_id, values=values, confirmed=confirmed)


async def test_child_in_shock_gets_a_bolus_by_the_age_and_weight_of_the_request(
    world: World,
) -> None:
    view = await shared(world, await a_child(world, 5, 18, map_mmhg=34))
    fluids = step(view, BundleStep.FLUIDS)
    assert (fluids.state, fluids.wanted_ml, fluids.missing) == ("due", 180, ())
    assert step(view, BundleStep.NORADRENALINE).state == "waiting"
    assert step(view, BundleStep.MAP_TARGET).state == "due"


async def test_vasoactive_is_due_when_forty_per_kilogram_are_in(world: World) -> None:
    view = await shared(world, await a_child(world, 12, 40, map_mmhg=38, fluids_ml=1700))
    assert step(view, BundleStep.NORADRENALINE).state == "due"
    short = await world.opened(
        "NHC 2",
        care=Care.PAEDIATRIC,
        described=ToldAge(None, 12),
        needs=Needs(weight_kg=40),
        clinical=Clinical(map_mmhg=38, fluids_ml=1500),
    )
    assert step(await shared(world, short), BundleStep.NORADRENALINE).state == "waiting"


async def test_scores_read_the_weight_and_the_pressure_of_the_request(world: World) -> None:
    transfer_id = await a_child(world, 6, 18, map_mmhg=35)
    values = ChildValues(age_months=74, infection_suspected=True, lactate_mmol_l=6)
    await assess(world, transfer_id, values)
    found = (await shared(world, transfer_id)).assessment
    assert found is not None
    fluids = found["fluids"]
    assert isinstance(fluids, dict)
    assert fluids["volume_ml"] == 180
    assert found["phoenix"] == 3


async def test_weight_told_among_values_is_known_to_the_bundle(world: World) -> None:
    transfer_id = await world.opened(care=Care.PAEDIATRIC, clinical=Clinical(map_mmhg=30))
    values = ChildValues(age_months=72, infection_suspected=True, weight_kg=18)
    await assess(world, transfer_id, values)
    assert step(await shared(world, transfer_id), BundleStep.FLUIDS).wanted_ml == 180
    given = SaidClinical(map_mmhg=30, fluids_ml=200)
    report = ConditionReport(Condition.SEPTIC_SHOCK, clinical=given)
    await change_condition(world.hq, DOCTOR, transfer_id, report)
    assert (await world.transfer(transfer_id)).needs.weight_kg == 18


AGES = [
    (8, 24, "described/age_years=8"),
    (2, 96, "described/age_years=2"),
]


@pytest.mark.parametrize(("years", "months", "beside"), AGES)
async def test_another_age_of_a_child_is_asked_about(
    world: World, years: int, months: int, beside: str
) -> None:
    kg = 26 if years > 2 else 12
    transfer_id = await a_child(world, years, kg)
    values = ChildValues(age_months=months, infection_suspected=True, map_mmhg=46)
    with pytest.raises(Doubtful) as raised:
        await assess(world, transfer_id, values)
    question = f"inputs/age_months={months} & {beside}"
    assert raised.value.facts["doubts"] == question
    assert (await world.transfer(transfer_id)).assessed is None
    await assess(world, transfer_id, values, question)
    transfer = await world.transfer(transfer_id)
    assert transfer.described == Described(None, months // 12)
    kinds = [each.kind for each in open_decisions(transfer)]
    assert kinds == (["shock_suspected"] if months > 60 else [])


async def test_age_among_the_values_is_asked_about_when_it_changes_later(world: World) -> None:
    transfer_id = await world.opened(care=Care.PAEDIATRIC)
    await assess(world, transfer_id, ChildValues(age_months=8))
    world.clock.forward(30)
    with pytest.raises(Doubtful) as raised:
        await assess(world, transfer_id, ChildValues(age_months=96))
    assert raised.value.asked[0].beside == "described/age_months=8"


async def test_confirmed_age_of_a_small_child_is_kept_in_months(world: World) -> None:
    transfer_id = await a_child(world, 8, 26)
    question = "inputs/age_months=6 & described/age_years=8"
    await assess(world, transfer_id, ChildValues(age_months=6), question)
    assert (await world.transfer(transfer_id)).described == Described(None, None, 6)


async def test_another_weight_is_asked_about_at_every_door(world: World) -> None:
    transfer_id = await world.opened(needs=Needs(weight_kg=80))
    beside = "needs/weight_kg=80"
    with pytest.raises(Doubtful) as raised:
        await assess(world, transfer_id, AdultValues(weight_kg=50))
    assert raised.value.facts["doubts"] == f"inputs/weight_kg=50 & {beside}"
    reading = Reading(fluids_ml=1500, weight_kg=50)
    given = BundleReport(BundleStep.FLUIDS, reading)
    with pytest.raises(Doubtful) as raised:
        await record_bundle(world.hq, DOCTOR, transfer_id, report=given)
    assert raised.value.facts["doubts"] == f"reading/weight_kg=50 & {beside}"
    moved = ConditionReport(Condition.SEPSIS, SaidNeeds(weight_kg=50))
    with pytest.raises(Doubtful) as raised:
        await change_condition(world.hq, DOCTOR, transfer_id, moved)
    assert raised.value.facts["doubts"] == f"needs/weight_kg=50 & {beside}"
    await assess(world, transfer_id, AdultValues(weight_kg=70))
    assert (await world.transfer(transfer_id)).needs.weight_kg == 70


async def test_request_that_says_two_ages_or_weights_is_asked(world: World) -> None:
    request = a_request(described=ToldAge(None, 70), needs=Needs(weight_kg=80))
    values = AdultValues(age_years=30, weight_kg=50)
    with pytest.raises(Doubtful) as raised:
        await request_transfer(world.hq, DOCTOR, request, beside=Beside(values=values))
    assert raised.value.facts["doubts"] == (
        "inputs/age_years=30 & described/age_years=70, inputs/weight_kg=50 & needs/weight_kg=80"
    )
