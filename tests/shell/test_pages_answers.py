"""The intensivist's pages: four answers, a coded no, beds, taking over."""

from datetime import timedelta

import pytest

from dispatch.assessment import AdultValues
from dispatch.capacity import BedKind
from dispatch.desk.close_beds import ClosureReport, close_beds
from dispatch.desk.record_assessment import record_assessment
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.kernel import HospitalCode
from dispatch.transfer.stage import Stage
from tests.builders import intensivist
from tests.desk_world import by
from tests.shell.test_pages_forms import ALL_FOUR, Sheet, ask, follow, request, send

GERMANS_TRIAS = HospitalCode("germans-trias")


@pytest.fixture
async def asked(served):
    """Germans Trias is asked: its intensivist, the path of the page, the transfer's id."""
    doctor, path = await request(served)
    await ask(doctor, path)
    transfer_id = path.rpartition("/")[2]
    return await served.client("uci-germans-trias"), f"/answers/{transfer_id}", transfer_id


async def sent(client, path, *, to="accept", **values):
    page = await client.get(path)
    return await send(client, page, f"{path}/accept", to=f"{path}/{to}", **values)


async def test_calella_to_germans_trias_by_forms_alone(served, asked):
    icu, path, transfer_id = asked
    assert path in (await icu.get("/answers")).text
    shown = await follow(icu, await sent(icu, path, **ALL_FOUR))
    transfer = await served.world.transfer(transfer_id)
    assert transfer.stage is Stage.ACCEPTED
    assert transfer.agreement.hospital == "germans-trias"
    assert await served.world.held("germans-trias") == 1
    assert catalogue("ca").say("page-done-accepted") in shown.text


async def test_yes_against_limits_on_record_asks_why_on_the_page(served, asked):
    icu, path, transfer_id = asked
    limits = AdultValues(has_treatment_limits=True)
    doctor = by(intensivist("germans-trias"))
    await record_assessment(served.world.hq, doctor, transfer_id, values=limits)
    answer = await sent(icu, path, **ALL_FOUR)
    assert answer.status_code == 422
    assert "f-despite_reason" in Sheet(answer.text).targets
    await sent(icu, path, despite_reason="limits lifted", **ALL_FOUR)
    transfer = await served.world.transfer(transfer_id)
    assert transfer.stage is Stage.ACCEPTED
    assert [each.reason for each in transfer.settled] == ["limits lifted"]


async def test_no_answer_and_no_reason_is_preset(asked):
    icu, path, _ = asked
    assert Sheet((await icu.get(path)).text).chosen == set()


@pytest.mark.parametrize("code", LANGUAGES)
async def test_each_unanswered_question_is_linked(served, asked, code):
    icu, path, transfer_id = asked
    icu.cookies.set("csi_language", code)
    some = {"answers/infection": "yes", "answers/organ_dysfunction": "yes"}
    answer = await sent(icu, path, **some)
    sheet = Sheet(answer.text)
    assert answer.status_code == 422
    assert sheet.targets - {"main"} == {
        "f-answers-no_treatment_limits",
        "f-answers-adequate_resuscitation",
    }
    assert sheet.targets <= sheet.ids
    assert sheet.chosen == set(some)
    assert catalogue(code).say("page-faults-title") in answer.text
    assert (await served.world.transfer(transfer_id)).stage is Stage.ASKED


async def test_accepting_with_a_no_changes_nothing(served, asked):
    icu, path, transfer_id = asked
    answer = await sent(icu, path, **{**ALL_FOUR, "answers/infection": "no"})
    assert answer.status_code == 422
    assert "f-answers-infection" in Sheet(answer.text).targets
    assert (await served.world.transfer(transfer_id)).stage is Stage.ASKED


async def test_a_no_needs_its_reason(served, asked):
    icu, path, transfer_id = asked
    answer = await sent(icu, path, to="decline")
    assert answer.status_code == 422
    assert "f-reason" in Sheet(answer.text).targets
    assert '<details class="more decline" open>' in answer.text
    assert (await served.world.transfer(transfer_id)).stage is Stage.ASKED


async def test_a_no_without_answers_goes_on_elsewhere(served, asked):
    icu, path, transfer_id = asked
    shown = await follow(icu, await sent(icu, path, to="decline", reason="no_bed"))
    (declined,) = (await served.world.transfer(transfer_id)).declined
    assert (declined.reason, declined.failing) == ("no_bed", ())
    assert catalogue("ca").say("page-done-declined") in shown.text
    assert (await icu.get(path)).status_code == 404


async def test_a_no_with_its_answers_keeps_the_failing_question(served, asked):
    icu, path, transfer_id = asked
    answers = {**ALL_FOUR, "answers/adequate_resuscitation": "no"}
    await sent(icu, path, to="decline", reason="resuscitation_first", **answers)
    (declined,) = (await served.world.transfer(transfer_id)).declined
    assert declined.failing == ("adequate_resuscitation",)


async def test_answering_twice_with_one_key_counts_once(served, asked):
    icu, path, _ = asked
    page = await icu.get(path)
    fields = next(known for to, known in Sheet(page.text).forms if to == f"{path}/accept")
    body = {**fields, **ALL_FOUR}
    answers = [await icu.post(f"{path}/accept", data=body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert await served.world.held("germans-trias") == 1
    assert (await served.world.names()).count("transfer.accepted") == 1


async def test_answering_again_under_another_key_is_a_conflict(served, asked):
    icu, path, _ = asked
    page = await icu.get(path)
    fields = next(known for to, known in Sheet(page.text).forms if to == f"{path}/accept")
    await icu.post(f"{path}/accept", data={**fields, **ALL_FOUR})
    again = await icu.post(f"{path}/accept", data={**fields, **ALL_FOUR, "key": "k" * 12})
    assert again.status_code == 409
    assert 'id="faults"' in again.text


@pytest.mark.parametrize("way", ["", "/accept", "/decline", "/handover"])
async def test_the_intensivist_of_another_hospital_gets_404(served, asked, way):
    _, path, _ = asked
    other = await served.client("uci-mataro")
    asked_for = other.post(path + way, data={"key": "k" * 12}) if way else other.get(path)
    assert (await asked_for).status_code == 404


@pytest.mark.parametrize("code", LANGUAGES)
async def test_questions_are_in_the_language_and_marked_provisional(asked, code):
    icu, path, _ = asked
    icu.cookies.set("csi_language", code)
    page = (await icu.get(path)).text
    assert catalogue(code).say("provisional-wording") in page
    wording = {
        "ca": "ressuscitació inicial",
        "es": "reanimación inicial",
        "en": "resuscitation",
    }
    assert wording[code] in page


async def test_abnormal_values_say_so_in_words(asked):
    icu, path, _ = asked
    page = (await icu.get(path)).text
    lactate = page.partition("Lactat")[2].partition("</div>")[0]
    assert "5,1" in lactate
    assert "(fa " in lactate or "(ara mateix)" in lactate
    assert catalogue("ca").say("page-unusual") in lactate
    glasgow = page.partition("Glasgow")[2].partition("</div>")[0]
    assert catalogue("ca").say("not-known") in glasgow


async def test_an_open_checklist_is_never_refreshed_away(asked):
    icu, path, _ = asked
    assert "http-equiv" not in (await icu.get(path)).text
    assert "http-equiv" in (await icu.get("/answers")).text


@pytest.mark.parametrize("stage", tuple(Stage)[2:-1])
async def test_every_stage_after_the_agreement_has_its_page(served, stage):
    transfer_id = await served.world.brought_to(stage)
    asked = (await served.world.transfer(transfer_id)).agreement.hospital
    icu = await served.client(f"uci-{asked}")
    page = await icu.get(f"/answers/{transfer_id}")
    assert page.status_code == 200
    assert (f"/answers/{transfer_id}/handover" in page.text) is (stage is Stage.ARRIVED)


async def test_the_receiving_team_takes_over_once_arrived(served):
    transfer_id = await served.world.brought_to(Stage.ARRIVED)
    hospital = (await served.world.transfer(transfer_id)).agreement.hospital
    icu = await served.client(f"uci-{hospital}")
    path = f"/answers/{transfer_id}"
    shown = await follow(icu, await send(icu, await icu.get(path), f"{path}/handover"))
    assert (await served.world.transfer(transfer_id)).stage is Stage.HANDED_OVER
    assert catalogue("ca").say("page-done-handed_over") in shown.text


async def test_beds_are_reported_for_the_own_hospital(served):
    icu = await served.client("uci-germans-trias")
    page = await icu.get("/answers/beds")
    filled = {"total": "40", "used": "37"}
    shown = await follow(icu, await send(icu, page, "/answers/beds", **filled))
    beds = (await served.world.board()).beds[GERMANS_TRIAS, BedKind.ICU]
    assert (beds.total, beds.used, beds.source) == (40, 37, "hospital")
    assert catalogue("ca").say("page-done-beds") in shown.text


async def test_unit_is_closed_with_a_reason_and_opened_again(served):
    icu = await served.client("uci-germans-trias")
    page = await icu.get("/answers/beds")
    to = {"to": "/answers/beds/closure"}
    filled = {"kind": "icu", "reason": "Brot", "hours": "6"}
    shown = await follow(icu, await send(icu, page, "/answers/beds", **to, **filled))
    closure = (await served.world.board()).beds[GERMANS_TRIAS, BedKind.ICU].closure
    assert (closure.reason, closure.closed_by) == ("Brot", "Uci-Germans-Trias")
    assert closure.ends_at == served.world.clock() + timedelta(hours=6)
    assert "Brot" in shown.text
    page = await icu.get("/answers/beds")
    shown = await follow(icu, await send(icu, page, "/answers/beds/opening"))
    assert (await served.world.board()).beds[GERMANS_TRIAS, BedKind.ICU].closure is None
    assert catalogue("ca").say("page-done-opened") in shown.text


async def test_older_page_neither_opens_nor_replaces_what_another_closed(served):
    icu = await served.client("uci-germans-trias")
    open_page = await icu.get("/answers/beds")
    to = {"to": "/answers/beds/closure"}
    await send(icu, open_page, "/answers/beds", **to, kind="icu", reason="Brot", hours="24")
    older = await icu.get("/answers/beds")
    first_at = served.world.clock()
    served.world.clock.forward(5)
    until_at = served.world.clock() + timedelta(hours=12)
    report = ClosureReport(GERMANS_TRIAS, BedKind.ICU, "Oxigen", until_at, first_at)
    await close_beds(served.world.hq, by(intensivist("germans-trias")), report)
    filled = {"kind": "icu", "reason": "Dues infermeres", "hours": "2"}
    key = {"key": "of another window"}
    closing = await send(icu, open_page, "/answers/beds", **to, **filled, **key)
    opening = await send(icu, older, "/answers/beds/opening")
    author = intensivist("germans-trias").name
    for answer in (closing, opening):
        sheet = Sheet(answer.text)
        assert answer.status_code == 409
        assert sheet.targets <= sheet.ids
        assert f"{author} hi ha posat un altre tancament" in answer.text
        assert "Oxigen, fins a 23/11 01:05" in answer.text
    closure = (await served.world.board()).beds[GERMANS_TRIAS, BedKind.ICU].closure
    assert closure.reason == "Oxigen"


async def test_closure_without_a_reason_is_blamed_at_its_field(served):
    icu = await served.client("uci-germans-trias")
    page = await icu.get("/answers/beds")
    to = {"to": "/answers/beds/closure"}
    filled = {"kind": "icu", "reason": " ", "hours": "6"}
    answer = await send(icu, page, "/answers/beds", **to, **filled)
    sheet = Sheet(answer.text)
    assert answer.status_code == 422
    assert "f-reason" in sheet.targets & sheet.ids


async def test_closed_unit_is_asked_with_a_reason_and_sees_it(served):
    command = by(intensivist("germans-trias"))
    until_at = served.world.clock() + timedelta(hours=2)
    report = ClosureReport(GERMANS_TRIAS, BedKind.ICU, "Brot", until_at)
    await close_beds(served.world.hq, command, report)
    doctor, path = await request(served)
    page = await doctor.get(f"{path}/hospital")
    assert "Brot" in page.text
    form = f"{path}/hospital"
    without = await send(doctor, page, form, hospital="germans-trias")
    assert without.status_code == 422
    told = catalogue("ca").say("refused-closed_or_full", {"despite": "closed"})
    assert told in without.text
    page = await doctor.get(form)
    why = {"override_reason": "És el de referència"}
    await follow(doctor, await send(doctor, page, form, hospital="germans-trias", **why))
    icu = await served.client("uci-germans-trias")
    shown = await icu.get(path.replace("/requests/", "/answers/"))
    assert "És el de referència" in shown.text
    assert (await served.world.board()).beds[GERMANS_TRIAS, BedKind.ICU].overridden == 1


async def test_old_count_of_beds_is_shown_as_unknown(served):
    icu = await served.client("uci-germans-trias")
    page = await icu.get("/answers/beds")
    await send(icu, page, "/answers/beds", total="40", used="37")
    assert catalogue("ca").say("why-free_beds", {"beds": 3}) in (await icu.get("/answers")).text
    served.world.clock.forward(31)
    shown = (await icu.get("/answers")).text
    assert catalogue("ca").say("why-free_beds", {"beds": 3}) not in shown
    assert catalogue("ca").say("page-beds-old", {"ago": "fa 31 min"}) in shown


async def test_held_bed_is_kept_by_its_hospital(served, asked):
    icu, path, transfer_id = asked
    await follow(icu, await sent(icu, path, **ALL_FOUR))
    served.world.clock.forward(20)
    shown = await follow(icu, await send(icu, await icu.get(path), f"{path}/bed"))
    transfer = await served.world.transfer(transfer_id)
    assert transfer.bed_held_at == served.world.clock()
    assert catalogue("ca").say("page-done-kept") in shown.text


@pytest.mark.parametrize(
    ("total", "used", "blamed"),
    [("", "", "f-total"), ("10", "11", "f-used"), ("x", "1", "f-total")],
)
async def test_impossible_beds_are_blamed_at_their_field(served, total, used, blamed):
    icu = await served.client("uci-mataro")
    page = await icu.get("/answers/beds")
    answer = await send(icu, page, "/answers/beds", total=total, used=used)
    sheet = Sheet(answer.text)
    assert answer.status_code == 422
    assert blamed in sheet.targets & sheet.ids
