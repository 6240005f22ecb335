"""A child from request to unit, through the verbs people use."""

from dispatch.capacity import BedKind
from dispatch.desk.propose_units import propose_units
from dispatch.desk.read_shared import read_shared
from dispatch.desk.record_assessment import record_assessment
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.desk.report_unit_status import StatusReport, report_unit_status
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import HospitalCode, UnitId
from dispatch.network import Care
from dispatch.transfer.parts import Needs
from dispatch.transfer.stage import Stage
from tests.builders import VALL_HEBRON, dispatcher, intensivist, referring_doctor, refused
from tests.desk_world import World, by
from tests.spec.patients import a_child, an_adult

ECMO = Needs(ecmo=True, weight_kg=14)
CENTRES = ["vall-hebron", "sant-joan-de-deu"]


async def report(world: World, kind: BedKind, total: int, used: int) -> None:
    beds = BedReport(VALL_HEBRON, kind, total, used)
    await report_capacity(world.hq, by(intensivist(VALL_HEBRON)), beds)


async def test_only_centres_with_ecmo_are_proposed_for_it(world: World) -> None:
    transfer_id = await world.opened(care=Care.PAEDIATRIC, needs=ECMO)
    transfer = await world.transfer(transfer_id)
    assert [each.hospital for each in transfer.candidates] == CENTRES
    told = {each.hospital: each.reasons[0].code for each in transfer.not_proposed}
    assert len(told) == len(world.hq.network.hospitals) - len(CENTRES)
    assert told[HospitalCode("parc-tauli")] == "level_too_low"
    assert told[HospitalCode("clinic")] == "care_not_offered"


async def test_beds_of_adults_are_none_for_a_child(world: World) -> None:
    await report(world, BedKind.ICU, 56, 20)
    first = await world.opened("NHC 1", care=Care.PAEDIATRIC, needs=ECMO)
    assert (await world.transfer(first)).candidates[0].beds_free is None
    await report(world, BedKind.PICU, 20, 17)
    second = await world.opened("NHC 2", care=Care.PAEDIATRIC, needs=ECMO)
    assert (await world.transfer(second)).candidates[0].beds_free == 3


async def test_paediatric_team_is_proposed_then_a_doctor(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED, care=Care.PAEDIATRIC, needs=ECMO)
    await propose_units(world.hq, by(HEADQUARTERS))
    proposal = (await world.transfer(transfer_id)).proposal
    assert proposal is not None
    assert proposal.unit_id == "PED-01"
    away = StatusReport("off_duty")
    await report_unit_status(world.hq, by(dispatcher()), UnitId("PED-01"), away)
    world.clock.forward(15)
    await propose_units(world.hq, by(HEADQUARTERS))
    proposal = (await world.transfer(transfer_id)).proposal
    assert proposal is not None
    assert proposal.unit_id is not None
    assert proposal.unit_id.startswith("SVA-")


async def test_values_of_adults_and_children_never_mix(world: World) -> None:
    child = await world.opened("NHC 1", care=Care.PAEDIATRIC)
    adult = await world.opened("NHC 2")
    doctor = by(referring_doctor())
    with refused("assessment_other_population"):
        await record_assessment(world.hq, doctor, child, values=an_adult())
    with refused("assessment_other_population"):
        await record_assessment(world.hq, doctor, adult, values=a_child())
    await record_assessment(world.hq, doctor, child, values=a_child())
    shared = await read_shared(world.hq, doctor, child)
    assert shared.assessment is not None
    assert {"phoenix", "sofa", "qsofa", "sirs", "news2"} & shared.assessment.keys() == {
        "phoenix"
    }
