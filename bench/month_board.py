"""What headquarters knows at a minute of the simulated month: rows of the live board.

The rows are the program's own and so is the instance that comes of them. Only the soonest units
of each kind are put on the board, or a month would take a day.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from bench.month_engine import (
    Crew,
    Journey,
    Run,
    expected_drive_min,
    on_shift,
    open_journeys,
    outing_end,
    ready_min,
    spot_now,
)
from bench.month_world import Patient, instant
from dispatch.assessment.priority import Condition
from dispatch.fleet.position import Position
from dispatch.fleet.types import UnitType
from dispatch.fleet.unit import Activity, Assignability, Unit
from dispatch.kernel.ids import PersonId, TransferId, UnitId
from dispatch.network.network import hospital
from dispatch.transfer.board import Board
from dispatch.transfer.parts import Agreement, Clinical, Milestones, Needs
from dispatch.transfer.plan_instance import Question
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import Transfer
from dispatch.transfer.unit_types import allowed_unit_types

SOONEST = 8
"""Units of each kind that are looked at for each patient, beside those already sent."""

WORKING = frozenset(UnitType)


def allowed(run: Run, patient: Patient) -> frozenset[UnitType]:
    """The kinds of unit that may go, by the program's own rule."""
    pads = [
        hospital(run.where.network, end).has_heliport
        for end in (patient.referring, patient.receiving)
    ]
    row = transfer_row(Journey(patient))
    return frozenset(allowed_unit_types(row, working=WORKING, has_pads=all(pads)))


def bedside_min(run: Run, crew: Crew, journey: Journey) -> float:
    """When the crew would be with the patient, as everybody expects."""
    spot = spot_now(run, crew)
    return ready_min(run, crew) + expected_drive_min(run, crew, spot, journey)


def soonest(run: Run, journey: Journey, crews: Iterable[Crew]) -> list[Crew]:
    """The crews that would be there first, first ones first, kind by kind."""
    kinds = allowed(run, journey.patient)
    order = sorted(
        (bedside_min(run, crew, journey), str(crew.unit.unit_id), crew)
        for crew in crews
        if crew.unit.unit_type in kinds
    )
    found: dict[UnitType, list[Crew]] = {}
    for _, _, crew in order:
        found.setdefault(crew.unit.unit_type, []).append(crew)
    return [crew for alike in found.values() for crew in alike[:SOONEST]]


def question(run: Run) -> Question:
    """The board as headquarters sees it now, cut to the units that matter."""
    working = [crew for crew in run.crews.values() if on_shift(run, crew)]
    chosen = {
        str(crew.unit.unit_id): crew
        for journey in run.waiting()
        for crew in soonest(run, journey, working)
    }
    chosen |= {
        str(crew.unit.unit_id): crew for crew in working if crew.patient and not crew.loaded
    }
    units = {each.unit_id: each for each in (unit_row(run, crew) for crew in chosen.values())}
    rows = (transfer_row(each) for each in open_journeys(run))
    return Question(
        board=Board(seq=1, transfers={row.transfer_id: row for row in rows}, units=units),
        network=run.where.network,
        travel=run.travel,  # type: ignore[arg-type]  # the same three calls, remembered
        positions=dict(_positions(run, chosen.values())),
        now_at=instant(run.now_min),
    )


def _positions(run: Run, crews: Iterable[Crew]) -> Iterable[tuple[UnitId, Position]]:
    for crew in crews:
        spot = spot_now(run, crew)
        if not isinstance(spot, str) and not crew.loaded:
            name, (lat, lon) = crew.unit.unit_id, spot
            yield name, Position(name, lat, lon, instant(run.now_min))


def unit_row(run: Run, crew: Crew) -> Unit:
    """The unit as the live board would show it."""
    spot_now(run, crew)
    activity, until = _doing(run, crew)
    free = activity is Activity.STATION
    return replace(
        crew.unit,
        assignability=Assignability.AVAILABLE if free else Assignability.NOT_AVAILABLE,
        activity=activity,
        transfer_id=None if crew.patient is None else TransferId(crew.patient),
        busy_until_at=None if until is None else instant(until),
        place=crew.place,
    )


def _doing(run: Run, crew: Crew) -> tuple[Activity, float | None]:
    if crew.loaded:
        return Activity.TRANSPORTING, crew.told_free_min
    if crew.drive is not None:
        going = run.now_min > crew.drive.starts_min
        return (Activity.EN_ROUTE if going else Activity.DISPATCHED), None
    busy = outing_end(run, crew)
    if busy is not None:
        return Activity.OTHER_MISSION, busy
    if run.now_min < crew.clear_min:
        return Activity.CLEARING, crew.clear_min
    return Activity.STATION, None


def transfer_row(journey: Journey) -> Transfer:
    """The transfer as the live board would show it."""
    patient = journey.patient
    agreed_at = instant(patient.agreed_min)
    sent = journey.crew is not None
    stage = Stage.ACCEPTED if not sent else Stage.EN_ROUTE
    return Transfer(
        transfer_id=TransferId(patient.name),
        number=patient.name,
        stage=stage if journey.bedside_min is None else Stage.DEPARTED,
        care=patient.care,
        condition=patient.condition,
        priority=patient.priority,
        rule="simulated",
        referring=patient.referring,
        referring_doctor_id=PersonId("simulated"),
        referring_doctor="",
        contact_phone="",
        patient_key="",
        bedside="",
        needs=Needs(vasoactives=patient.condition is Condition.SEPTIC_SHOCK),
        clinical=Clinical(),
        milestones=Milestones(
            requested_at=agreed_at,
            agreed_at=agreed_at,
            assigned_at=instant(journey.assigned_min) if sent else None,
        ),
        agreement=Agreement(patient.receiving, PersonId(""), "", "", {}, agreed_at),
        proposal=journey.proposal,
        unit_id=None if journey.crew is None else UnitId(journey.crew),
        expected_bedside_at=instant(journey.expected_bedside_min) if sent else None,
    )
