"""Every route of the interface by every role, and by nobody: who may, may; others get 403."""

import re
from collections.abc import AsyncIterator, Mapping

import httpx
import pytest

from dispatch.desk import (
    acknowledge_pre_alert,
    add_shift,
    agree_by_phone,
    answer_checklist,
    answer_return,
    ask_hospital,
    assign_unit,
    cancel_pre_alert,
    cancel_transfer,
    change_condition,
    change_priority,
    close_as_lost,
    close_beds,
    confirm_agreement,
    confirm_part,
    counter_offer,
    decline_by_phone,
    decline_transfer,
    dispute_agreement,
    drive_elsewhere,
    end_papers,
    end_shift,
    expect_papers,
    hand_over,
    keep_bed,
    link_pre_alert,
    open_beds,
    raise_pre_alert,
    read_antibiotic_protocols,
    read_board,
    read_cutoffs,
    read_ended,
    read_failed,
    read_phone_agreements,
    read_pre_alert,
    read_roster,
    read_shared,
    read_transfer,
    record_assessment,
    record_bundle,
    record_death,
    record_positions,
    redirect_pre_alert,
    release_unit,
    report_capacity,
    report_course,
    report_failure,
    report_found,
    report_missing,
    report_progress,
    report_unit_status,
    report_unreachable,
    request_return,
    request_transfer,
    resolve_episode,
    resolve_pre_alert,
    set_antibiotic_protocol,
    set_cutoffs,
    settle_decision,
    take_back_closing,
    take_back_failure,
    take_back_part,
    take_back_step,
    withdraw_agreement,
    withdraw_request,
)
from dispatch.identity import Role
from dispatch.web import (
    agreement,
    antibiotics,
    assessment,
    board,
    care,
    custody,
    decisions,
    papers,
    pre_alerts,
    region,
    registry,
    signin,
    transfers,
    ways,
)
from tests.shell.conftest import Served, serving
from tests.shell.test_http_guards import a_request
from tests.stores import memory_stores
from tools.gen_routes import routes

ONE = "/api/transfers/{transfer_id:str}"
PRE = "/api/pre-alerts/{pre_alert_id:str}"
CUTOFFS = "/api/hospitals/{hospital:str}/cutoffs"
ANTIBIOTICS = "/api/hospitals/{hospital:str}/antibiotics"
A_PROTOCOL = {
    "care": "adult",
    "focus": "urinary",
    "text": "x",
    "approved_by": "x",
    "approved_on": "2026-11-02",
}
UNIT = "/api/units/{unit_id:str}"
ANYBODY = frozenset(Role)

ALLOWED = {
    ("POST", "/api/transfers"): (request_transfer.ALLOWED, a_request()),
    ("GET", ONE): (read_transfer.ALLOWED, None),
    ("GET", f"{ONE}/events"): (read_transfer.ALLOWED, None),
    ("POST", f"{ONE}/hospital"): (ask_hospital.ALLOWED, {"hospital": "mataro"}),
    ("POST", f"{ONE}/answers"): (answer_checklist.ALLOWED, {"answers": {}}),
    ("POST", f"{ONE}/decline"): (decline_transfer.ALLOWED, {"reason": "no_bed"}),
    ("POST", f"{ONE}/counter-offer"): (
        counter_offer.ALLOWED,
        {"kind": "after_resuscitation"},
    ),
    ("POST", f"{ONE}/phone-agreement"): (
        agree_by_phone.ALLOWED,
        {"doctor_id": "x", "answers": {}, "read_back": True},
    ),
    ("POST", f"{ONE}/phone-refusal"): (
        decline_by_phone.ALLOWED,
        {"doctor_id": "x", "reason": "no_bed"},
    ),
    ("POST", f"{ONE}/confirmation"): (confirm_agreement.ALLOWED, {}),
    ("GET", "/api/duty"): (read_roster.ALLOWED, None),
    ("POST", "/api/duty"): (
        add_shift.ALLOWED,
        {
            "hospital": "mataro",
            "person_id": "person uci-mataro",
            "post": "second",
            "starts_at": "2026-11-22T12:00:00Z",
            "ends_at": "2026-11-22T20:00:00Z",
        },
    ),
    ("POST", "/api/duty/{shift_id:str}/end"): (end_shift.ALLOWED, {}),
    ("POST", f"{ONE}/unit"): (assign_unit.ALLOWED, {"unit_id": "SVA-01"}),
    ("POST", f"{ONE}/release"): (release_unit.ALLOWED, {"reason": "as told"}),
    ("POST", f"{ONE}/progress"): (report_progress.ALLOWED, {"step": "notified"}),
    ("POST", f"{ONE}/failure"): (report_failure.ALLOWED, {"reason": "as told"}),
    ("POST", f"{ONE}/withdrawal"): (
        withdraw_agreement.ALLOWED,
        {"reason": "no_bed", "told_by": "x"},
    ),
    ("POST", f"{ONE}/death"): (record_death.ALLOWED, {}),
    ("POST", f"{ONE}/elsewhere"): (
        drive_elsewhere.ALLOWED,
        {"hospital": "mataro", "reason": "as told"},
    ),
    ("POST", f"{ONE}/course"): (report_course.ALLOWED, {"course": "worse", "note": "x"}),
    ("POST", f"{ONE}/unreachable"): (report_unreachable.ALLOWED, {"reason": "as told"}),
    ("POST", f"{ONE}/request-withdrawal"): (withdraw_request.ALLOWED, {"reason": "as told"}),
    ("POST", f"{ONE}/missing"): (report_missing.ALLOWED, {"reason": "as told"}),
    ("POST", f"{ONE}/found"): (report_found.ALLOWED, {"place": "x", "found_by": "x"}),
    ("POST", f"{ONE}/lost"): (close_as_lost.ALLOWED, {"reason": "as told"}),
    ("POST", f"{ONE}/dispute"): (dispute_agreement.ALLOWED, {"reason": "as told"}),
    ("POST", f"{ONE}/step-back"): (
        take_back_step.ALLOWED,
        {"step": "notified", "reason": "as told"},
    ),
    ("POST", f"{ONE}/closing-back"): (
        take_back_closing.ALLOWED,
        {"closing": "handed_over", "reason": "as told"},
    ),
    ("POST", f"{ONE}/papers-to-come"): (expect_papers.ALLOWED, {}),
    ("POST", f"{ONE}/papers-ended"): (end_papers.ALLOWED, {}),
    ("GET", "/api/ended"): (read_ended.ALLOWED, None),
    ("POST", f"{ONE}/part-back"): (
        take_back_part.ALLOWED,
        {"part": "receiver_took_over", "reason": "as told"},
    ),
    ("POST", f"{ONE}/failure-back"): (take_back_failure.ALLOWED, {"reason": "as told"}),
    ("GET", "/api/failed"): (read_failed.ALLOWED, None),
    ("POST", f"{ONE}/handover"): (hand_over.ALLOWED, {}),
    ("POST", f"{ONE}/condition"): (
        change_condition.ALLOWED,
        {"condition": "sepsis", "needs": {}, "clinical": {}},
    ),
    ("POST", f"{ONE}/priority"): (
        change_priority.ALLOWED,
        {"priority": "P0", "reason": "as told"},
    ),
    ("POST", f"{ONE}/decision"): (
        settle_decision.ALLOWED,
        {"decision": "needs_exceed_hospital", "about": "x", "reason": "as told"},
    ),
    ("POST", f"{ONE}/cancel"): (cancel_transfer.ALLOWED, {"reason": "as told"}),
    ("GET", f"{ONE}/shared"): (read_shared.ALLOWED, None),
    ("POST", f"{ONE}/bundle"): (record_bundle.ALLOWED, {"step": "antibiotic"}),
    ("POST", f"{ONE}/assessment"): (
        record_assessment.ALLOWED,
        {"inputs": {"population": "adult"}},
    ),
    ("POST", "/api/pre-alerts"): (raise_pre_alert.ALLOWED, {"inputs": {}}),
    ("GET", PRE): (read_pre_alert.ALLOWED, None),
    ("POST", f"{PRE}/acknowledgement"): (acknowledge_pre_alert.ALLOWED, {}),
    ("POST", f"{PRE}/hospital"): (
        redirect_pre_alert.ALLOWED,
        {"hospital": "mataro", "eta_min": 20, "reason": "as told"},
    ),
    ("POST", f"{PRE}/outcome"): (resolve_pre_alert.ALLOWED, {"reason": None}),
    ("POST", f"{PRE}/transfer"): (link_pre_alert.ALLOWED, {"transfer_id": "x"}),
    ("POST", f"{PRE}/cancel"): (cancel_pre_alert.ALLOWED, {"reason": "better"}),
    ("POST", "/api/assess"): (ANYBODY, []),
    ("GET", CUTOFFS): (read_cutoffs.ALLOWED, None),
    ("POST", CUTOFFS): (set_cutoffs.ALLOWED, {"own": {}, "reason": "as told"}),
    ("GET", ANTIBIOTICS): (read_antibiotic_protocols.ALLOWED, None),
    ("POST", ANTIBIOTICS): (set_antibiotic_protocol.ALLOWED, A_PROTOCOL),
    ("POST", f"{ANTIBIOTICS}/withdrawal"): (
        set_antibiotic_protocol.ALLOWED,
        {"care": "adult", "focus": "urinary", "reason": "as told"},
    ),
    ("POST", "/api/beds"): (
        report_capacity.ALLOWED,
        {"hospital": "mataro", "kind": "icu", "total": 10, "used": 3},
    ),
    ("POST", "/api/beds/closure"): (
        close_beds.ALLOWED,
        {
            "hospital": "mataro",
            "kind": "icu",
            "reason": "as told",
            "ends_at": "2026-11-22T16:00:00Z",
        },
    ),
    ("POST", "/api/beds/opening"): (
        open_beds.ALLOWED,
        {"hospital": "mataro", "kind": "icu"},
    ),
    ("POST", f"{ONE}/bed"): (keep_bed.ALLOWED, {}),
    ("POST", f"{ONE}/part"): (confirm_part.ALLOWED, {"part": "sender_released"}),
    ("POST", f"{ONE}/outcome"): (resolve_episode.ALLOWED, {"outcome": "ward"}),
    ("POST", f"{ONE}/return"): (
        request_return.ALLOWED,
        {"bedside": "UCI", "contact_phone": "937"},
    ),
    ("POST", f"{ONE}/return-answers"): (answer_return.ALLOWED, {}),
    ("GET", "/api/followed"): (read_board.ALLOWED, None),
    ("POST", f"{UNIT}/status"): (report_unit_status.ALLOWED, {"activity": "out_of_service"}),
    ("POST", f"{UNIT}/position"): (
        record_positions.ALLOWED,
        {"lat": 41.6, "lon": 2.6, "seen_at": "2026-11-22T12:00:00Z"},
    ),
    ("GET", "/api/board"): (read_board.ALLOWED, None),
    ("GET", "/api/positions"): (read_board.ALLOWED, None),
    ("GET", "/api/registry/phone-agreements"): (read_phone_agreements.ALLOWED, None),
    ("GET", "/api/network"): (ANYBODY, None),
    ("GET", "/api/checklist"): (ANYBODY, None),
    ("GET", "/api/me"): (ANYBODY, None),
}

Everybody = tuple[Served, Mapping[str, httpx.AsyncClient]]


@pytest.fixture(scope="module")
async def everybody() -> AsyncIterator[Everybody]:
    """One house for all rows, whose effects none of them reads; each role signed in to it."""
    async with serving(memory_stores()) as served:
        yield served, {role: await served.client(name) for role, name in PEOPLE.items()}


OPEN_TO_ALL = {("POST", "/api/sign-in"), ("POST", "/api/sign-out")}

PEOPLE = {
    Role.DISPATCHER: "central",
    Role.COORDINATING_DOCTOR: "coordinacio",
    Role.REFERRING_DOCTOR: "calella",
    Role.INTENSIVIST: "uci-mataro",
    Role.CREW: "sva-01",
    Role.PRIMARY_CARE: "cap-calella",
    Role.ANALYST: "analista",
    Role.ADMIN: "admin",
}


def test_table_has_every_route_of_the_interface():
    routes = {
        (method, path)
        for room in (
            *(
                transfers,
                agreement,
                custody,
                decisions,
                assessment,
                care,
                pre_alerts,
                antibiotics,
            ),
            *(region, registry, board, signin, ways, papers),
        )
        for route in room.ROUTES
        for method in route.http_methods
        for path in route.paths
    }
    assert {(m, p) for m, p in routes if m != "OPTIONS"} == set(ALLOWED) | OPEN_TO_ALL


def test_table_has_every_role_people_hold():
    assert set(PEOPLE) == set(Role) - {Role.HEADQUARTERS}


@pytest.mark.parametrize("role", sorted(PEOPLE))
@pytest.mark.parametrize("route", sorted(ALLOWED))
async def test_role_is_let_in_exactly_where_allowed(everybody, route, role):
    (method, path), (allowed, body) = route, ALLOWED[route]
    client = everybody[1][role]
    place = path.replace("{transfer_id:str}", "none").replace("{unit_id:str}", "NONE-01")
    place = place.replace("{shift_id:str}", "none").replace("{pre_alert_id:str}", "none")
    place = place.replace("{hospital:str}", "mataro")
    key = {"Idempotency-Key": f"matrix {role} {path}"[:190]}
    answer = await client.request(method, place, json=body, headers=key)
    is_refused = answer.status_code == 403 and answer.json()["code"] == "role_not_allowed"
    assert is_refused == (role not in allowed), answer.text
    assert answer.status_code != 401


@pytest.mark.parametrize("route", sorted(ALLOWED))
async def test_nobody_is_let_in_anywhere(everybody, route):
    (method, path), (_, body) = route, ALLOWED[route]
    async with everybody[0].anybody() as client:
        answer = await client.request(
            method, path.replace("{transfer_id:str}", "none"), json=body
        )
    assert answer.status_code == 401


def test_the_printed_page_says_the_same_as_the_table():
    printed = {(way.method, way.path): way.roles for way in routes()}
    printed["POST", "/api/assess"] = None  # its verb is asked only with ?hospital=
    wrong = {
        path
        for (method, path), (allowed, _) in ALLOWED.items()
        if (printed[method, re.sub(r":str}", "}", path)] or ANYBODY) & set(PEOPLE)
        != allowed & set(PEOPLE)
    }
    assert wrong == set()


@pytest.mark.parametrize("role", sorted(PEOPLE))
async def test_pages_let_in_whom_the_printed_page_says(everybody, role):
    """The door of a page is asked before its form is read: who is ticked gets past it."""
    client = everybody[1][role]
    found = dict[str, bool]()
    pages = [way for way in routes() if way.gate is not None and "/api/" not in way.path]
    assert len(pages) > 50
    for way in pages:
        address = re.sub(r"{\w+}", "none", way.path.replace("{code}", "mataro"))
        answer = await client.request(way.method, address, data={"x": "y"})
        found[f"{way.method} {way.path}"] = answer.status_code == 403
    assert found == {f"{w.method} {w.path}": role not in (w.gate or ()) for w in pages}
