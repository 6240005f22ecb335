"""What turns out otherwise, on the pages of the crew and of both hospitals."""

import re
from html import unescape

import pytest

from dispatch.desk.agree_by_phone import agree_by_phone
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.report_missing import report_missing
from dispatch.fleet.position import Position
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.kernel import PersonId, UnitId
from dispatch.transfer.decide_phone import PhoneCall
from dispatch.transfer.stage import Stage
from tests.builders import ALL_YES, dispatcher
from tests.desk_world import by
from tests.shell.test_pages_forms import follow, send


@pytest.mark.parametrize("code", LANGUAGES)
async def test_crew_takes_back_the_wrong_button(served, code):
    transfer_id = await served.world.brought_to(Stage.AT_PATIENT)
    crew = await served.client("sva-01")
    crew.cookies.set("csi_language", code)
    page = await crew.get("/mission")
    say = catalogue(code).say
    assert say("page-step-back-hint", {"step": say("step-at_patient")}) in page.text
    empty = await send(crew, page, "/mission/step-back", reason="")
    assert empty.status_code == 422
    assert say("page-fault-step-back") in empty.text
    page = await follow(crew, await send(crew, page, "/mission/step-back", reason="slip"))
    assert say("page-done-step-back") in page.text
    assert (await served.world.transfer(transfer_id)).stage is Stage.EN_ROUTE


def plain(text: str) -> str:
    return unescape(text)


async def step_on(served, client, page, *steps):
    """The crew's one large button, so many times."""
    for _ in steps:
        page = await follow(client, await send(client, page, "/mission/step"))
    return page


async def test_crew_tells_the_course_and_the_death(served):
    transfer_id = await served.world.brought_to(Stage.DEPARTED)
    crew = await served.client("sva-01")
    page = await crew.get("/mission")
    half = await send(crew, page, "/mission/course", course="worse", note="")
    assert half.status_code == 422
    page = await follow(
        crew, await send(crew, page, "/mission/course", course="worse", note="MAP 45")
    )
    for name, path in (("calella", "requests"), ("uci-mataro", "answers")):
        client = await served.client(name)
        text = (await client.get(f"/{path}/{transfer_id}")).text
        assert catalogue("ca").say("decision-patient_worse") in text
    unsure = await send(crew, page, "/mission/death")
    assert unsure.status_code == 422
    assert catalogue("ca").say("page-fault-sure") in unsure.text
    page = await follow(crew, await send(crew, page, "/mission/death", sure="yes"))
    assert catalogue("ca").say("page-done-death") in page.text
    assert (await served.world.transfer(transfer_id)).stage is Stage.DIED
    doctor = await served.client("calella")
    text = (await doctor.get(f"/requests/{transfer_id}")).text
    assert catalogue("ca").say("milestone-died_at") in text
    assert catalogue("ca").say("page-awaited-died") in text


@pytest.mark.parametrize("code", LANGUAGES)
async def test_crew_turns_round_and_the_sender_takes_the_patient_back(served, code):
    transfer_id = await served.world.brought_to(Stage.DEPARTED)
    crew, doctor = await served.client("sva-01"), await served.client("calella")
    for client in (crew, doctor):
        client.cookies.set("csi_language", code)
    say = catalogue(code).say
    page = await doctor.get(f"/requests/{transfer_id}")
    sent = await send(doctor, page, f"/requests/{transfer_id}/back", why="limits")
    assert say("page-done-back") in (await follow(doctor, sent)).text
    page = await crew.get("/mission")
    assert say("page-elsewhere-back") in page.text
    half = await send(crew, page, "/mission/elsewhere", hospital="", why="limits")
    assert say("page-fault-elsewhere") in half.text
    page = await follow(
        crew, await send(crew, page, "/mission/elsewhere", hospital="calella", why="limits")
    )
    rang = await send(crew, page, "/mission/unreachable", rang="five minutes")
    assert say("page-done-unreachable") in (await follow(crew, rang)).text
    page = await crew.get("/mission")
    assert say("page-step-arrived-back") in page.text
    assert say("page-step-arrived") not in page.text
    page = await step_on(served, crew, page, "arrived")
    assert say("page-step-given-back") in page.text
    page = await doctor.get(f"/requests/{transfer_id}")
    page = await follow(doctor, await send(doctor, page, f"/requests/{transfer_id}/taken-back"))
    assert say("page-done-taken-back") in page.text
    assert (await served.world.transfer(transfer_id)).stage is Stage.TAKEN_BACK


@pytest.mark.parametrize("code", LANGUAGES)
async def test_crew_that_is_missed_says_where_it_is(served, code):
    transfer_id = await served.world.brought_to(Stage.DEPARTED)
    crew, doctor = await served.client("sva-01"), await served.client("calella")
    for client in (crew, doctor):
        client.cookies.set("csi_language", code)
    say = catalogue(code).say
    desk = by(dispatcher())
    await report_missing(served.world.hq, desk, transfer_id, reason="radio silent")
    assert say("page-awaited-missing") in plain(
        (await doctor.get(f"/requests/{transfer_id}")).text
    )
    page = await crew.get("/mission")
    assert say("decision-patient_missing") in plain(page.text)
    assert say("page-found-hint") in plain(page.text)
    empty = await send(crew, page, "/mission/found", place="")
    assert say("page-fault-found") in empty.text
    found = await send(crew, page, "/mission/found", place="C-32, km 97")
    assert say("page-done-found") in plain((await follow(crew, found)).text)
    assert (await served.world.transfer(transfer_id)).missing is None


async def test_crew_stops_on_the_way_and_goes_on(served):
    transfer_id = await served.world.brought_to(Stage.DEPARTED)
    crew = await served.client("sva-01")
    page = await crew.get("/mission")
    page = await follow(
        crew, await send(crew, page, "/mission/elsewhere", hospital="sant-pau", why="arrest")
    )
    say, to = catalogue("ca").say, {"hospital": "Hospital de la Santa Creu i Sant Pau"}
    assert plain(say("page-step-arrived-elsewhere", to)) in plain(page.text)
    told = plain(say("page-diverted", {**to, "reason": "arrest"}))
    assert plain(page.text).index(told) < page.text.index('action="/mission/step"')
    page = await step_on(served, crew, page, "arrived")
    page = await follow(
        crew, await send(crew, page, "/mission/elsewhere", hospital="mataro", why="stable")
    )
    on = {"hospital": "Hospital de Mataró"}
    text = plain(page.text)
    assert text.index(plain(say("page-goes-on", on))) < text.index(
        plain(say("page-step-goes-on", on))
    )
    await step_on(served, crew, page, "departed", "arrived", "handed over")
    assert (await served.world.transfer(transfer_id)).stage is Stage.HANDED_OVER


async def test_intensivist_takes_the_yes_back_and_the_crew_stays(served):
    transfer_id = await served.world.brought_to(Stage.AT_PATIENT)
    icu = await served.client("uci-mataro")
    page = await icu.get(f"/answers/{transfer_id}")
    none = await send(icu, page, f"/answers/{transfer_id}/withdraw")
    assert none.status_code == 422
    sent = await send(icu, page, f"/answers/{transfer_id}/withdraw", reason="no_bed")
    assert catalogue("ca").say("page-done-withdrawn") in (await follow(icu, sent)).text
    crew = await served.client("sva-01")
    page = await crew.get("/mission")
    assert catalogue("ca").say("page-no-receiver") in page.text
    refused = await send(crew, page, "/mission/step")
    assert refused.status_code == 409
    doctor = await served.client("calella")
    text = (await doctor.get(f"/requests/{transfer_id}")).text
    assert catalogue("ca").say("decision-receiver_withdrew") in text
    assert "/hospital" in text


@pytest.mark.parametrize("code", LANGUAGES)
async def test_doctor_named_is_told_at_once_and_denies_it(served, code):
    transfer_id = await served.world.brought_to(Stage.ASKED)
    call = PhoneCall(PersonId("person uci-mataro"), dict(ALL_YES), read_back=True)
    await agree_by_phone(served.world.hq, by(dispatcher()), transfer_id, call=call)
    icu = await served.client("uci-mataro")
    icu.cookies.set("csi_language", code)
    say = catalogue(code).say
    assert say("page-named") in (await icu.get("/answers")).text
    page = await icu.get(f"/answers/{transfer_id}")
    empty = await send(icu, page, f"/answers/{transfer_id}/dispute", denied="")
    assert empty.status_code == 422
    sent = await send(icu, page, f"/answers/{transfer_id}/dispute", denied="advice only")
    page = await follow(icu, sent)
    assert say("page-done-disputed") in page.text
    assert say("decision-agreement_disputed") in page.text
    assert say("page-named") not in (await icu.get("/answers")).text


async def test_death_in_the_emergency_room_is_told_by_its_doctor(served):
    transfer_id = await served.world.brought_to(Stage.ASKED)
    doctor = await served.client("calella")
    page = await doctor.get(f"/requests/{transfer_id}")
    sent = await send(doctor, page, f"/requests/{transfer_id}/death", sure="yes")
    assert catalogue("ca").say("page-done-death") in (await follow(doctor, sent)).text
    assert (await served.world.transfer(transfer_id)).stage is Stage.DIED


@pytest.mark.parametrize("code", LANGUAGES)
async def test_hospital_that_has_the_patient_is_named_not_the_one_that_agreed(served, code):
    transfer_id = await served.world.brought_to(Stage.DEPARTED)
    crew = await served.client("sva-01")
    page = await crew.get("/mission")
    page = await follow(
        crew, await send(crew, page, "/mission/elsewhere", hospital="sant-pau", why="arrest")
    )
    await step_on(served, crew, page, "arrived", "handed over")
    names = served.world.hq.network.hospitals
    has, agreed = names["sant-pau"].name, names["mataro"].name
    told = catalogue(code).say("page-responsible-receiving", {"hospital": has})
    facts = {"hospital": has, "agreed": agreed, "reason": "arrest"}
    elsewhere = catalogue(code).say("page-brought-elsewhere", facts)
    for name, paths in (("calella", ("requests", "shared")), ("uci-mataro", ("answers",))):
        client = await served.client(name)
        client.cookies.set("csi_language", code)
        for path in paths:
            text = plain((await client.get(f"/{path}/{transfer_id}")).text)
            assert told in text
            assert elsewhere in text
    text = (await (await served.client("uci-mataro")).get(f"/answers/{transfer_id}")).text
    assert f"/answers/{transfer_id}/outcome" not in text


@pytest.mark.parametrize("code", LANGUAGES)
async def test_death_on_the_road_names_the_crew_that_had_the_patient(served, code):
    transfer_id = await served.world.brought_to(Stage.DEPARTED)
    crew = await served.client("sva-01")
    await send(crew, await crew.get("/mission"), "/mission/death", sure="yes")
    doctor = await served.client("calella")
    doctor.cookies.set("csi_language", code)
    told = catalogue(code).say("page-responsible-crew-last", {"unit": "SVA-01"})
    for path in ("requests", "shared"):
        assert told in plain((await doctor.get(f"/{path}/{transfer_id}")).text)


@pytest.mark.parametrize("code", LANGUAGES)
async def test_crew_sees_what_is_asked_of_its_transfer_above_its_button(served, code):
    transfer_id = await served.world.brought_to(Stage.ASKED)
    call = PhoneCall(PersonId("person uci-mataro"), dict(ALL_YES), read_back=True)
    await agree_by_phone(served.world.hq, by(dispatcher()), transfer_id, call=call)
    icu = await served.client("uci-mataro")
    page = await icu.get(f"/answers/{transfer_id}")
    await send(icu, page, f"/answers/{transfer_id}/dispute", denied="advice only")
    await assign_unit(
        served.world.hq,
        by(dispatcher()),
        transfer_id,
        unit_id=UnitId("SVA-01"),
        override_reason="nearest",
        despite_reason="told again by telephone",
    )
    crew = await served.client("sva-01")
    crew.cookies.set("csi_language", code)
    text = plain((await crew.get("/mission")).text)
    say = catalogue(code).say
    asked, button = say("decision-agreement_disputed"), say("page-step-notified")
    assert text.index(asked) < text.index(button)
    assert "advice only" in text
    assert say("decision-do-agreement_disputed") in text


async def test_other_hospitals_stand_the_nearest_first_with_their_level(served):
    transfer_id = await served.world.brought_to(Stage.DEPARTED)
    crew = await served.client("sva-01")

    async def offered() -> list[str]:
        page = plain((await crew.get("/mission")).text)
        return re.findall(r"(\d+) min · ([^·]+) · ([^<(]+)", page)

    from_sender = await offered()
    minutes = [int(each[0]) for each in from_sender]
    assert minutes == sorted(minutes)
    assert from_sender[0][2].strip() == "Hospital Comarcal Sant Jaume de Calella"
    assert {each[1].rstrip("*") for each in from_sender} >= {"SEP-1", "SEP-2b"}
    place = served.world.hq.network.hospitals["vic"]
    fix = Position(UnitId("SVA-01"), place.lat, place.lon, served.world.clock.now_at)
    await served.world.hq.fleet.write_positions((fix,))
    assert (await offered())[0][2].strip() == place.name
    served.world.clock.forward(minutes=6)
    assert await offered() == from_sender
    assert (await served.world.transfer(transfer_id)).stage is Stage.DEPARTED
