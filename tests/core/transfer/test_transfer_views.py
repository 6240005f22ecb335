"""What leaves for each pair of eyes: never the patient key, the clinical picture to few."""

import msgspec
import pytest
from msgspec.structs import replace

from dispatch.assessment.priority import Condition
from dispatch.capacity.beds import BedKind
from dispatch.fleet.unit import Activity
from dispatch.identity.actor import HEADQUARTERS
from dispatch.transfer.events import UnitProposed
from dispatch.transfer.parts import Clinical, UnitOption, UnitProposal
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import Transfer
from dispatch.transfer.views import (
    OPTIONS_ON_THE_BOARD,
    TOLD,
    WORKED_OUT,
    TransferView,
    sees_beds,
    sees_unit,
    view_beds,
    view_event,
    view_transfer,
    window_ends_at,
)
from tests.builders import (
    CALELLA,
    MATARO,
    NOON,
    SVA_1,
    SVA_2,
    T1,
    a_story,
    a_transfer,
    a_unit,
    admin,
    analyst,
    at,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    some_beds,
)

CLINICAL = Clinical(focus="urinary", lactate_mmol_l=4.2)
ON_ITS_WAY = a_transfer(Stage.EN_ROUTE, clinical=CLINICAL)
PROPOSAL = UnitProposal(
    unit_id=SVA_1,
    after=None,
    options=tuple(
        UnitOption(SVA_1, is_proposed=False, bedside_min=n, arrival_min=n, reasons=())
        for n in range(12)
    ),
    method="exact",
    proved=(),
    vector=(),
    solve_s=0,
    computed_at=NOON,
)
BY_HEADQUARTERS = [dispatcher(), coordinating_doctor(), analyst(), HEADQUARTERS]


def by_name(actor):
    return actor.name


@pytest.mark.parametrize(
    "actor",
    [
        coordinating_doctor(),
        HEADQUARTERS,
        referring_doctor(CALELLA),
        intensivist(MATARO),
        crew(SVA_1),
    ],
    ids=by_name,
)
def test_clinical_picture_goes_to_those_who_treat(actor):
    view = view_transfer(ON_ITS_WAY, actor, in_full=False)
    assert view is not None
    assert view.clinical == CLINICAL


@pytest.mark.parametrize("actor", [dispatcher(), analyst()], ids=by_name)
def test_clinical_picture_is_not_for_those_who_route(actor):
    view = view_transfer(ON_ITS_WAY, actor, in_full=True)
    assert view is not None
    assert view.clinical is None
    assert view.needs == ON_ITS_WAY.needs


@pytest.mark.parametrize("actor", [admin(), crew(SVA_2), referring_doctor(MATARO)], ids=by_name)
def test_nothing_leaves_for_those_who_take_no_part(actor):
    assert view_transfer(ON_ITS_WAY, actor, in_full=True) is None


@pytest.mark.parametrize("stage", Stage)
def test_patient_key_never_leaves(stage):
    story = a_story(stage)
    view = view_transfer(story.transfer(), HEADQUARTERS, in_full=True)
    told = [view_event(line) for line in story.lines]
    assert story.transfer().patient_key.encode() not in msgspec.json.encode((view, told))


def test_view_has_every_field_but_what_must_not_leave():
    kept_back = set(Transfer.__struct_fields__) - set(TransferView.__struct_fields__)
    assert kept_back == {
        "bed_gone_at",
        "receiver_overbooked_at",
        "unit_silent_at",
        "unit_overdue_at",
        "closed",
        "patient_key",
        "referring_doctor_id",
        "bundle",
        "bundle_late",
        "assessed",
        "presupposed",
        "clinical_at",
        "clinical_said",
        "steps",
        "unit_type",
        "ended_with",
        "failed",
    }
    added = set(TransferView.__struct_fields__) - set(Transfer.__struct_fields__)
    assert added == WORKED_OUT
    assert added == {
        "window_ends_at",
        "escalates_at",
        "hold_expires_at",
        "responsible",
        "responsible_unit",
        "responsible_hospital",
        "missing_parts",
        "last_step",
        "failure",
        "part_back",
        "heading_to",
        "door",
        "decisions",
        "needs_doctor",
        "is_unchecked",
        "clinical_said_at",
    }


def test_view_copies_the_transfer():
    view = view_transfer(ON_ITS_WAY, HEADQUARTERS, in_full=True)
    for name in set(TransferView.__struct_fields__) - WORKED_OUT:
        assert getattr(view, name) == getattr(ON_ITS_WAY, name)


def test_board_row_leaves_out_what_only_the_detail_shows():
    proposed = replace(ON_ITS_WAY, proposal=PROPOSAL)
    short = view_transfer(proposed, dispatcher(), in_full=False)
    full = view_transfer(proposed, dispatcher(), in_full=True)
    assert short is not None
    assert full is not None
    assert short.not_proposed == ()
    assert full.not_proposed == ON_ITS_WAY.not_proposed
    assert short.proposal == replace(PROPOSAL, options=PROPOSAL.options[:OPTIONS_ON_THE_BOARD])
    assert full.proposal == PROPOSAL


def test_row_without_proposal_stays_without():
    view = view_transfer(ON_ITS_WAY, dispatcher(), in_full=False)
    assert view is not None
    assert view.proposal is None


@pytest.mark.parametrize("stage", [Stage.REQUESTED, Stage.ASKED])
def test_window_does_not_run_before_the_agreement(stage):
    assert window_ends_at(a_transfer(stage)) is None


def test_window_ends_three_hours_after_the_agreement():
    assert window_ends_at(a_transfer(Stage.EN_ROUTE)) == at(10 + 180)


def test_priority_0_has_no_window():
    shock = a_transfer(Stage.EN_ROUTE, condition=Condition.SEPTIC_SHOCK)
    assert window_ends_at(shock) is None


def test_window_is_on_the_view():
    view = view_transfer(ON_ITS_WAY, crew(SVA_1), in_full=False)
    assert view is not None
    assert view.window_ends_at == at(190)


@pytest.mark.parametrize("actor", BY_HEADQUARTERS, ids=by_name)
def test_headquarters_sees_every_unit_and_bed(actor):
    assert sees_unit(a_unit(), actor, mission_seen=False)
    assert sees_beds(some_beds(), actor)


def test_crew_sees_its_own_unit():
    assert sees_unit(a_unit(SVA_1), crew(SVA_1), mission_seen=False)
    assert not sees_unit(a_unit(SVA_2), crew(SVA_1), mission_seen=False)


def test_doctor_sees_the_unit_that_comes():
    coming = a_unit(transfer_id=T1, activity=Activity.EN_ROUTE)
    assert sees_unit(coming, referring_doctor(), mission_seen=True)
    assert not sees_unit(coming, referring_doctor(), mission_seen=False)
    assert not sees_unit(a_unit(), referring_doctor(), mission_seen=True)


@pytest.mark.parametrize("actor", [intensivist(MATARO), referring_doctor(MATARO)], ids=by_name)
def test_hospital_sees_its_own_beds(actor):
    assert sees_beds(some_beds(MATARO), actor)
    assert not sees_beds(some_beds(CALELLA), actor)


@pytest.mark.parametrize("actor", [crew(), admin()], ids=by_name)
def test_beds_are_not_for_crews_and_accounts(actor):
    assert not sees_beds(some_beds(), actor)


def test_beds_come_with_what_is_free():
    view = view_beds(some_beds(total=10, used=6, held=1, version=7))
    assert (view.hospital, view.kind, view.version) == (MATARO, BedKind.ICU, 7)
    assert (view.total, view.used, view.held, view.free) == (10, 6, 1, 3)
    assert (view.closure, view.reported_at) == (None, NOON)
    assert (view.expires_at, view.source, view.overridden) == (at(30), None, 0)


def test_unknown_beds_stay_unknown():
    assert view_beds(some_beds(reported_at=None)).free is None


def test_timeline_says_who_did_what_when():
    story = a_story(Stage.ASSIGNED)
    line = next(
        view_event(each)
        for each in story.lines
        if view_event(each).name == "transfer.unit-assigned"
    )
    assert (line.transfer_id, line.actor_role) == (T1, "dispatcher")
    assert (line.occurred_at, line.recorded_at) == (at(15), at(15))
    expected = {"unit_id": SVA_1, "override_reason": "nearest", "despite_reason": None}
    assert line.facts == expected


def test_timeline_keeps_both_times_of_a_late_report():
    story = a_story(Stage.EN_ROUTE)
    story.wait(30)
    story.step("at_patient", occurred_at=at(40))
    line = view_event(story.lines[-2])
    assert (line.occurred_at, line.recorded_at) == (at(40), at(55))
    assert line.facts == {"step": "at_patient"}


def test_event_of_beds_belongs_to_no_transfer():
    story = a_story()
    story.report_beds(MATARO, total=9, used=4)
    line = view_event(story.lines[-1])
    assert line.transfer_id is None
    assert line.facts == {"hospital": MATARO, "kind": "icu", "total": 9, "used": 4}


@pytest.mark.parametrize("stage", Stage)
def test_timeline_tells_only_listed_facts(stage):
    for each in a_story(stage).lines:
        assert set(view_event(each).facts) <= set(TOLD)


def test_timeline_keeps_plans_and_pictures_to_itself():
    story = a_story(Stage.ACCEPTED, clinical=CLINICAL)
    story.record((UnitProposed(T1, PROPOSAL),), by=HEADQUARTERS)
    assert view_event(story.lines[-1]).facts == {}
    facts = view_event(story.lines[0]).facts
    assert not {"clinical", "needs", "contact_phone", "bedside", "patient_key"} & set(facts)
