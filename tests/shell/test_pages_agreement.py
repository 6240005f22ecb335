"""Rosters, counter-offers and confirmations on the intensivist's pages, by forms alone."""

import pytest

from dispatch.desk.agree_by_phone import agree_by_phone
from dispatch.desk.end_shift import end_shift
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.kernel import PersonId
from dispatch.transfer.decide_phone import PhoneCall
from dispatch.transfer.described import ToldAge
from dispatch.transfer.stage import Stage
from dispatch.watch import escalation
from tests.builders import ALL_YES, MATARO, coordinating_doctor, dispatcher
from tests.desk_world import by
from tests.shell.test_pages_forms import Sheet, follow, send

ME = PersonId("person uci-mataro")
CA = catalogue("ca").say


@pytest.fixture
async def asked(served):
    """Mataró is asked; its intensivist has the page open."""
    transfer_id = await served.world.brought_to(Stage.ASKED)
    return await served.client("uci-mataro"), f"/answers/{transfer_id}", transfer_id


async def offered(icu, path, **values):
    page = await icu.get(path)
    return await send(icu, page, f"{path}/accept", to=f"{path}/offer", **values)


async def off_duty(served):
    for shift in await served.world.hq.on_duty(MATARO):
        await end_shift(served.world.hq, by(coordinating_doctor()), shift.shift_id)


async def test_supporting_data_stand_under_their_question(asked):
    icu, path, _ = asked
    page = (await icu.get(path)).text
    questions = page.split('<fieldset class="field question')[1:5]
    assert [question.count("<dt>") for question in questions] == [1, 6, 1, 3]
    assert "Glasgow" in questions[1]
    assert CA("supporting-stated-no-limits") in questions[2]
    assert CA("clinical-antibiotic_at") in questions[3]


async def test_counter_offer_for_later_is_by_the_clock_on_the_wall(served, asked):
    icu, path, transfer_id = asked
    values = {"kind": "later", "available_at": "2026-11-22T20:00"}
    shown = await follow(icu, await offered(icu, path, **values))
    (offer,) = (await served.world.transfer(transfer_id)).offers
    assert offer.available_at.isoformat() == "2026-11-22T19:00:00+00:00"
    assert CA("page-done-offered") in shown.text
    assert (await icu.get(path)).status_code == 404


async def test_counter_offer_of_another_hospital_names_it(served, asked):
    icu, path, transfer_id = asked
    await offered(icu, path, kind="other_hospital", suggested="germans-trias")
    (offer,) = (await served.world.transfer(transfer_id)).offers
    assert (offer.kind, offer.suggested) == ("other_hospital", "germans-trias")


OFFERS = [
    ({"kind": "later", "available_at": "2026-11-22T20:00"}, "20:00"),
    ({"kind": "after_resuscitation"}, None),
    ({"kind": "other_hospital", "suggested": "germans-trias"}, "Germans Trias"),
]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("values", "detail"), OFFERS)
async def test_doctor_who_asked_reads_the_counter_offer(served, asked, values, detail, code):
    icu, path, transfer_id = asked
    await offered(icu, path, **values)
    doctor = await served.client("calella")
    doctor.cookies.set("csi_language", code)
    for page in (f"/requests/{transfer_id}", f"/shared/{transfer_id}"):
        shown = (await doctor.get(page)).text
        said = shown.partition('id="offers-title"')[2].partition("</section>")[0]
        assert "Mataró" in said
        assert catalogue(code).say(f"offer-{values['kind']}") in said
        assert detail is None or detail in said


async def test_both_doctors_read_sex_and_age(served):
    whom = ToldAge(sex="female", age_years=68)
    transfer_id = await served.world.brought_to(Stage.ASKED, described=whom)
    icu, doctor = await served.client("uci-mataro"), await served.client("calella")
    told = f"{CA('sex-female').capitalize()}, {CA('described-years', {'age': 68})}"
    for client, page in (
        (icu, "/answers"),
        (icu, f"/answers/{transfer_id}"),
        (icu, f"/shared/{transfer_id}"),
        (doctor, f"/shared/{transfer_id}"),
        (doctor, f"/requests/{transfer_id}"),
    ):
        assert told in (await client.get(page)).text, page


@pytest.mark.parametrize(
    ("values", "blamed"),
    [
        ({}, "f-kind"),
        ({"kind": "other_hospital"}, "f-suggested"),
        ({"kind": "later"}, "f-available_at"),
        ({"kind": "later", "available_at": "soon"}, "f-available_at"),
        ({"kind": "later", "available_at": "2026-11-22T10:00"}, "f-available_at"),
        ({"kind": "later", "available_at": "2027-03-28T02:30"}, "f-available_at"),
        ({"kind": "later", "available_at": "2026-11-22T20:00Z"}, "f-available_at"),
    ],
)
async def test_incomplete_counter_offer_is_blamed_at_its_field(served, asked, values, blamed):
    icu, path, transfer_id = asked
    answer = await offered(icu, path, **values)
    sheet = Sheet(answer.text)
    assert answer.status_code == 422
    assert blamed in sheet.targets & sheet.ids
    assert (await served.world.transfer(transfer_id)).stage is Stage.ASKED


@pytest.mark.parametrize("code", LANGUAGES)
async def test_who_is_off_duty_is_told_and_can_answer_nothing(served, asked, code):
    icu, path, transfer_id = asked
    icu.cookies.set("csi_language", code)
    await off_duty(served)
    page = await icu.get(path)
    said = catalogue(code).say
    assert said("duty-not-you") in page.text
    assert said("duty-nobody-now") in page.text
    four = {f"answers/{name}": "yes" for name in ALL_YES}
    answer = await send(icu, page, f"{path}/accept", **four)
    assert answer.status_code == 403
    assert said("refused-not_on_duty") in answer.text
    assert (await served.world.transfer(transfer_id)).stage is Stage.ASKED


async def test_intensivist_puts_themself_on_duty_and_answers(served, asked):
    icu, path, transfer_id = asked
    await off_duty(served)
    roster = await icu.get("/answers/duty")
    values = {
        "person_id": ME,
        "post": "first",
        "starts_at": "2026-11-22T13:00",
        "ends_at": "2026-11-23T08:00",
    }
    shown = await follow(icu, await send(icu, roster, "/answers/duty", **values))
    assert CA("page-done-duty") in shown.text
    assert CA("duty-running") in shown.text
    four = {f"answers/{name}": "yes" for name in ALL_YES}
    await send(icu, await icu.get(path), f"{path}/accept", **four)
    assert (await served.world.transfer(transfer_id)).stage is Stage.ACCEPTED


@pytest.mark.parametrize(
    ("changes", "blamed"),
    [
        ({"post": ""}, "f-post"),
        ({"person_id": ""}, "f-person_id"),
        ({"ends_at": ""}, "f-ends_at"),
        ({"ends_at": "2026-11-22T12:00"}, "f-ends_at"),
        ({"starts_at": "2027-03-28T02:30", "ends_at": "2027-03-28T08:00"}, "f-starts_at"),
    ],
)
async def test_impossible_shift_is_blamed_at_its_field(served, changes, blamed):
    icu = await served.client("uci-mataro")
    values = {
        "person_id": ME,
        "post": "second",
        "starts_at": "2026-11-22T13:00",
        "ends_at": "2026-11-23T08:00",
        **changes,
    }
    answer = await send(icu, await icu.get("/answers/duty"), "/answers/duty", **values)
    sheet = Sheet(answer.text)
    assert answer.status_code == 422
    assert blamed in sheet.targets & sheet.ids


async def test_shift_is_ended_from_the_roster(served):
    icu = await served.client("uci-mataro")
    (own,) = [each for each in await served.world.hq.on_duty(MATARO) if each.person_id == ME]
    page = await icu.get("/answers/duty")
    to = next(to for to, _ in Sheet(page.text).forms if "uci-mataro" in to)
    shown = await follow(icu, await send(icu, page, to))
    assert "Uci-Mataro" in shown.text
    left = {each.shift_id for each in await served.world.hq.on_duty(MATARO)}
    assert own.shift_id not in left


async def test_roster_of_a_hospital_without_accounts_says_so(served):
    person = await served.world.hq.people.find_person("uci-mataro")
    page = await (await served.client("uci-mataro")).get("/answers/duty")
    assert person.name in page.text
    assert CA("duty-nobody-employed") not in page.text


async def test_doctor_confirms_on_their_page_what_they_said_by_telephone(served, asked):
    icu, path, transfer_id = asked
    call = PhoneCall(ME, dict(ALL_YES), read_back=True)
    await agree_by_phone(served.world.hq, by(dispatcher()), transfer_id, call=call)
    waiting = CA(
        "phone-unconfirmed", {"recorder": dispatcher().name, "person": "person uci-mataro"}
    )
    page = await icu.get(path)
    assert waiting in page.text
    assert waiting in (await icu.get("/answers")).text
    shown = await follow(icu, await send(icu, page, f"{path}/confirm"))
    assert CA("page-done-confirmed") in shown.text
    assert waiting not in shown.text
    assert f"{path}/confirm" not in shown.text
    assert (await served.world.transfer(transfer_id)).agreement.confirmed_at is not None


async def test_colleague_is_not_asked_to_confirm(served, asked):
    icu, path, transfer_id = asked
    other = PersonId("intensivist-mataro")
    call = PhoneCall(other, dict(ALL_YES), read_back=True)
    await agree_by_phone(served.world.hq, by(dispatcher()), transfer_id, call=call)
    page = await icu.get(path)
    assert f"{path}/confirm" not in page.text
    assert other in page.text


async def test_ladder_is_shown_to_who_is_asked(served, asked):
    icu, path, _ = asked
    served.world.clock.forward(11)
    await escalation.look_after(served.world.hq)
    assert CA("rung-repeat") in (await icu.get(path)).text
    assert CA("rung-repeat") in (await icu.get("/answers")).text
