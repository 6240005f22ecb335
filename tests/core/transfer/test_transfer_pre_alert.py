"""A pre-alert from the call outside to its end, step by step, and who sees it."""

from datetime import timedelta
from itertools import permutations

import msgspec
import pytest

from dispatch.assessment import ChildValues, criterion
from dispatch.identity import HEADQUARTERS, Role, Sight
from dispatch.kernel import HospitalCode
from dispatch.routing.receiving.choose_confirming import ConfirmingChoice
from dispatch.transfer.board import Board, record_on, row_of, version_of
from dispatch.transfer.cut import Rows, cut
from dispatch.transfer.decide_pre_alert import (
    Redirection,
    acknowledge,
    cancel,
    expire,
    link,
    place_of,
    redirect,
    require_able,
    require_seen,
    resolve,
)
from dispatch.transfer.events import Event
from dispatch.transfer.pre_alert import (
    PreAlertStage,
    apply_to_pre_alert,
    expires_at,
    is_open,
    is_sender,
    sight_of,
    unseen_at,
)
from dispatch.transfer.pre_alert_view import view_pre_alert
from tests.builders import (
    CALELLA,
    MATARO,
    NOON,
    SANT_PAU,
    SVA_1,
    SVA_2,
    a_network,
    a_transfer,
    admin,
    an_actor,
    analyst,
    at,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.pre_alert_builders import (
    LOW,
    P1,
    a_pre_alert,
    a_report,
    primary_care,
    raised_by,
)

DOCTOR = referring_doctor(CALELLA)
TO_MATARO = Redirection(MATARO, 25, "no CT there")


def after(pre_alert, *events, minutes=1):
    for event in events:
        pre_alert = apply_to_pre_alert(pre_alert, event, occurred_at=at(minutes))
    return pre_alert


def confirmed():
    raised = a_pre_alert()
    return after(raised, resolve(raised, DOCTOR, reason=None))


def test_nearest_hospital_is_told_and_when_the_patient_comes():
    raised = a_pre_alert()
    assert (raised.hospital, raised.stage) == (CALELLA, PreAlertStage.RAISED)
    assert raised.arrives_at == at(12)
    assert [each.code for each in raised.findings] == ["tachypnoea", "tachycardia"]
    assert raised.candidates[0].rank == 1
    assert raised.unit_id == SVA_1


def test_immediate_need_of_an_icu_goes_to_a_higher_level():
    raised = a_pre_alert(needs_icu_reason="lip cyanosis, worse every minute")
    assert raised.hospital == MATARO
    assert [each.hospital for each in raised.passed_by] == [CALELLA]
    assert raised.passed_by[0].rank is None


def test_child_goes_where_children_are_treated():
    child = ChildValues(age_months=30, infection_suspected=True, has_petechiae=True)
    assert a_pre_alert(values=child).age_group == "1_2"


def test_position_is_kept_to_about_a_kilometre():
    place = a_pre_alert(lat=41.61234, lon=2.65678).place
    assert (place.lat, place.lon, place.municipality) == (41.61, 2.66, None)


def test_municipality_stands_for_a_position():
    where = place_of(a_report(lat=None, lon=None, municipality="Calella"), a_network(), ())
    assert where.kept.municipality == "Calella"
    assert where.spot == (where.kept.lat, where.kept.lon)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"lat": None, "lon": None}, "place_needed"),
        ({"lon": None}, "place_needed"),
        ({"lat": None}, "place_needed"),
        ({"lat": None, "municipality": "Atlantis"}, "unknown_municipality"),
        ({"lat": 48.8, "lon": 2.3}, "position_invalid"),
        ({"eta_min": -1}, "eta_out_of_range"),
        ({"eta_min": 181}, "eta_out_of_range"),
        ({"callback_phone": " "}, "text_invalid"),
        ({"needs_icu_reason": " "}, "text_invalid"),
    ],
)
def test_report_that_cannot_be_is_refused(changes, code):
    with refused(code):
        raised_by(crew(), **changes)


@pytest.mark.parametrize("eta_min", [0, 180])
def test_arrival_at_the_limits_is_accepted(eta_min):
    assert a_pre_alert(eta_min=eta_min).arrives_at == at(eta_min)


def test_region_without_hospitals_has_nobody_to_tell():
    with refused("no_hospital_able"):
        require_able(ConfirmingChoice((), ()))


def test_doctor_acknowledges_once():
    raised = a_pre_alert()
    seen = after(raised, acknowledge(raised, DOCTOR), minutes=3)
    assert (seen.stage, seen.acknowledged_by) == (PreAlertStage.ACKNOWLEDGED, DOCTOR.name)
    assert seen.acknowledged_at == at(3)
    with refused("already_acknowledged", person=DOCTOR.name):
        acknowledge(seen, intensivist(CALELLA))


def test_hospital_is_marked_until_somebody_acknowledges():
    raised = a_pre_alert()
    assert unseen_at(raised) == at(criterion("pre_alert_unseen_min"))
    assert unseen_at(after(raised, acknowledge(raised, DOCTOR))) is None


def test_redirected_one_begins_anew_at_the_other_hospital():
    raised = a_pre_alert()
    seen = after(raised, acknowledge(raised, DOCTOR))
    moved = after(seen, redirect(seen, TO_MATARO), minutes=6)
    assert (moved.hospital, moved.stage) == (MATARO, PreAlertStage.RAISED)
    assert (moved.acknowledged_by, moved.reason) == (None, "no CT there")
    assert moved.arrives_at == at(6 + 25)
    assert unseen_at(moved) == at(6 + criterion("pre_alert_unseen_min"))
    assert sight_of(moved, DOCTOR) is Sight.NOTHING


@pytest.mark.parametrize(
    ("to", "code"),
    [
        (Redirection(CALELLA, 25, "full"), "hospital_already_told"),
        (Redirection(SANT_PAU, 25, "full"), "hospital_not_suitable"),
        (Redirection(MATARO, 181, "full"), "eta_out_of_range"),
        (Redirection(MATARO, 25, ""), "text_invalid"),
    ],
)
def test_redirection_that_cannot_be_is_refused(to, code):
    with refused(code):
        redirect(a_pre_alert(), to)


def test_confirmed_one_may_lead_to_one_transfer():
    transfer = a_transfer()
    linked = after(confirmed(), link(confirmed(), transfer))
    assert (linked.stage, linked.transfer_id) == (
        PreAlertStage.CONFIRMED,
        transfer.transfer_id,
    )
    assert linked.closed_by == DOCTOR.name
    with refused("already_linked"):
        link(linked, transfer)


def test_transfer_of_another_hospital_is_not_linked():
    with refused("transfer_not_theirs"):
        link(confirmed(), a_transfer(referring=HospitalCode("mollet")))


def test_transfer_of_an_unconfirmed_one_is_not_linked():
    raised = a_pre_alert()
    with refused("pre_alert_not_confirmed"):
        link(raised, a_transfer())
    with refused("pre_alert_not_confirmed"):
        after(raised, link(confirmed(), a_transfer()))


def test_not_confirmed_keeps_its_reason():
    raised = a_pre_alert()
    over = after(raised, resolve(raised, DOCTOR, reason="other_diagnosis"), minutes=20)
    assert (over.stage, over.reason) == (PreAlertStage.NOT_CONFIRMED, "other_diagnosis")
    assert (over.closed_at, is_open(over)) == (at(20), False)


def test_taken_back_says_by_whom_and_why():
    raised = a_pre_alert()
    over = after(raised, cancel(raised, crew(), reason="better"))
    assert (over.stage, over.closed_by, over.reason) == (
        PreAlertStage.CANCELLED,
        crew().name,
        "better",
    )


def test_expires_at_its_minute_and_not_before():
    raised = a_pre_alert()
    ends_at = at(12 + criterion("pre_alert_expires_min"))
    assert expires_at(raised) == ends_at
    assert expire(raised, ends_at - timedelta(seconds=1)) == ()
    over = after(raised, *expire(raised, ends_at))
    assert (over.stage, over.closed_by) == (PreAlertStage.EXPIRED, None)
    assert expire(over, ends_at) == ()


def endings():
    raised = a_pre_alert()
    return {
        "confirmed": resolve(raised, DOCTOR, reason=None),
        "not_confirmed": resolve(raised, DOCTOR, reason="no_infection"),
        "cancelled": cancel(raised, crew(), reason="mistake"),
        "expired": expire(raised, at(10_000))[0],
    }


@pytest.mark.parametrize(("first", "second"), [*permutations(endings(), 2)])
def test_ended_one_never_ends_otherwise(first, second):
    over = after(a_pre_alert(), endings()[first])
    assert over.stage.value == first
    with refused("pre_alert_closed"):
        after(over, endings()[second])


def test_nothing_is_done_with_an_ended_one():
    over = confirmed()
    for act in (
        lambda: acknowledge(over, DOCTOR),
        lambda: redirect(over, TO_MATARO),
        lambda: resolve(over, DOCTOR, reason=None),
        lambda: cancel(over, crew(), reason="better"),
    ):
        with refused("pre_alert_closed"):
            act()


def test_raised_twice_is_refused():
    with refused("requested_twice"):
        after(a_pre_alert(), raised_by(crew()))


SEES_ALL = [
    *(coordinating_doctor(), HEADQUARTERS, DOCTOR, intensivist(CALELLA), crew(SVA_1)),
]
SEES_THE_WAY = [dispatcher(), analyst()]
SEES_NOTHING = [
    *(admin(), referring_doctor("mataro"), intensivist("mataro"), crew(SVA_2)),
    *(primary_care(), an_actor(Role.CREW), an_actor(Role.REFERRING_DOCTOR)),
]


@pytest.mark.parametrize("actor", SEES_ALL, ids=lambda actor: actor.person_id)
def test_who_takes_part_sees_the_signs(actor):
    view = view_pre_alert(require_seen(a_pre_alert(), actor), actor)
    assert view is not None
    assert view.findings
    assert view.vitals == {"rr": 26, "hr": 118}


@pytest.mark.parametrize("actor", SEES_THE_WAY, ids=lambda actor: actor.person_id)
def test_who_works_at_the_board_sees_the_way_alone(actor):
    view = view_pre_alert(a_pre_alert(), actor)
    assert view is not None
    assert (view.findings, view.vitals) == (None, None)
    assert (view.hospital, view.arrives_at) == (CALELLA, at(12))


@pytest.mark.parametrize("actor", SEES_NOTHING, ids=lambda actor: actor.person_id)
def test_for_others_it_does_not_exist(actor):
    assert view_pre_alert(a_pre_alert(), actor) is None
    with refused("unknown_pre_alert"):
        require_seen(a_pre_alert(), actor)


def test_primary_care_team_sees_its_own_only():
    own = a_pre_alert(primary_care())
    assert is_sender(own, primary_care())
    assert not is_sender(own, primary_care("CAP Blanes"))
    assert sight_of(own, crew()) is Sight.NOTHING


def test_nobody_sees_what_does_not_exist():
    with refused("unknown_pre_alert"):
        require_seen(None, dispatcher())


def recorded(*events, board=None):
    return record_on(
        board or Board(), events, actor=crew(), occurred_at=NOON, recorded_at=NOON
    )[0]


def test_board_keeps_it_apart_from_transfers():
    board = recorded(raised_by(crew()))
    assert (board.transfers, list(board.pre_alerts)) == ({}, [P1])
    assert version_of(board, P1) == 1
    assert row_of(raised_by(crew())) == P1


def test_board_applies_each_event_to_its_row():
    board = recorded(raised_by(crew()), raised_by(crew(SVA_2), pre_alert_id="P2"))
    board = recorded(acknowledge(board.pre_alerts[P1], DOCTOR), board=board)
    assert [row.stage.value for row in board.pre_alerts.values()] == ["acknowledged", "raised"]
    assert version_of(board, P1) == 3


def test_event_of_an_unknown_one_is_refused():
    with refused("unknown_pre_alert"):
        recorded(acknowledge(a_pre_alert(), DOCTOR))


def rows(board):
    return Rows((), (), (), (), tuple(board.pre_alerts.values()))


def test_hospital_gets_its_own_and_loses_what_is_over():
    board = recorded(raised_by(crew()))
    seen = cut(rows(board), DOCTOR, open_transfers=())
    assert [each.pre_alert_id for each in seen.pre_alerts] == [P1]
    elsewhere = cut(rows(board), referring_doctor(MATARO), open_transfers=())
    assert (elsewhere.pre_alerts, elsewhere.gone_pre_alerts) == ((), (P1,))
    over = recorded(resolve(board.pre_alerts[P1], DOCTOR, reason=None), board=board)
    seen = cut(rows(over), DOCTOR, open_transfers=())
    assert (seen.pre_alerts, seen.gone_pre_alerts) == ((), (P1,))


@pytest.mark.parametrize("name", endings())
def test_events_are_read_back_as_written(name):
    event = endings()[name]
    assert msgspec.json.decode(msgspec.json.encode(event), type=Event) == event


def test_raised_event_says_nothing_of_who_the_patient_is():
    told = msgspec.json.encode(raised_by(crew(), values=LOW, lat=41.61234)).decode()
    assert "41.61234" not in told
    assert "age_months" not in told
