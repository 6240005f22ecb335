"""The sheet for a day without screens: all that is open, in a folder, whatever happens."""

import stat
from html import unescape

import pytest
from msgspec.structs import replace
from structlog.testing import capture_logs

from dispatch.cli.telephones import read_telephones
from dispatch.desk.agree_by_phone import agree_by_phone
from dispatch.desk.dispute_agreement import dispute_agreement
from dispatch.desk.drive_elsewhere import drive_elsewhere
from dispatch.desk.read_sheet import read_sheet
from dispatch.desk.report_failure import report_failure
from dispatch.desk.withdraw_agreement import withdraw_agreement
from dispatch.i18n import LANGUAGES
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import HospitalCode, PersonId, Refused
from dispatch.kernel.faults import Faulty
from dispatch.transfer.decide_phone import PhoneCall
from dispatch.transfer.described import ToldAge
from dispatch.transfer.stage import Stage
from dispatch.watch import sheet
from dispatch.web.pages.sheet import Printing, print_all, print_sheet
from tests.builders import ALL_YES, crew, dispatcher, intensivist
from tests.desk_world import World, by


async def printed(world: World, **known) -> str:
    made = await read_sheet(world.hq, by(HEADQUARTERS))
    return print_sheet(made, Printing(world.hq.network, **known), "en")


def keeper(world: World, folder) -> sheet.Keeper:
    printing = Printing(world.hq.network)
    return sheet.Keeper(folder, lambda made: print_all(made, printing))


async def test_open_transfer_is_printed_with_whom_to_call(world: World) -> None:
    transfer_id = await world.brought_to(Stage.EN_ROUTE)
    transfer = await world.transfer(transfer_id)
    page = await printed(world, telephones={"mataro": "93 000 00 01", "Helpline": "061"})
    assert transfer.number in page
    assert transfer.contact_phone in page
    assert transfer.bedside in page
    assert "SVA-01" in page
    assert page.count("93 000 00 01") >= 2  # beside the transfer and beside its beds
    assert "Helpline" in page


async def test_sheet_says_whom_to_look_for(world: World) -> None:
    await world.opened(described=ToldAge(sex="female", age_years=68))
    assert "Female, 68 years" in await printed(world)


async def test_sheet_names_where_a_diversion_goes_and_what_is_to_be_decided(
    world: World,
) -> None:
    transfer_id = await world.brought_to(Stage.DEPARTED)
    to = HospitalCode("sant-pau")
    await drive_elsewhere(
        world.hq, by(dispatcher()), transfer_id, hospital=to, reason="cardiac arrest"
    )
    page = unescape(await printed(world, telephones={"sant-pau": "93 000 00 02"}))
    assert "→ <strong>Hospital de la Santa Creu i Sant Pau</strong>" in page
    assert "agreed: Hospital de Mataró" in page
    assert "cardiac arrest" in page
    assert page.count("93 000 00 02") >= 2
    assert "The crew drives to a hospital that has not agreed: Hospital de la Santa" in page


async def test_sheet_tells_an_agreement_unconfirmed_and_one_denied(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    call = PhoneCall(PersonId("person uci-mataro"), dict(ALL_YES), read_back=True)
    await agree_by_phone(world.hq, by(dispatcher()), transfer_id, call=call)
    assert "has not confirmed it yet" in await printed(world)
    doctor = by(replace(intensivist("mataro"), person_id=call.doctor_id))
    await dispute_agreement(world.hq, doctor, transfer_id, reason="advice only")
    page = await printed(world)
    assert "denies this agreement by telephone" in page
    assert "advice only" in page


async def test_sheet_says_where_a_patient_waits_on_the_road(world: World) -> None:
    transfer_id = await world.brought_to(Stage.DEPARTED)
    place = (41.58, 2.55)
    await report_failure(
        world.hq, by(crew("SVA-01")), transfer_id, reason="engine", position=place
    )
    page = await printed(world)
    assert "41.5800, 2.5500" in page
    assert (await world.transfer(transfer_id)).bedside not in page
    assert "SVA-01" in page


async def test_sheet_says_nothing_of_who_the_patient_is(world: World) -> None:
    transfer_id = await world.opened("NHC 4711")
    page = await printed(world)
    assert "4711" not in page
    assert (await world.transfer(transfer_id)).patient_key not in page


async def test_sheet_says_when_it_was_made_and_how_often(world: World) -> None:
    page = await printed(world, every_min=5.0)
    assert '<span class="made">22/11/2026 13:00</span>' in page
    assert "every 5 min" in page
    assert "confirm by telephone" in page


async def test_sheet_needs_no_other_file(world: World) -> None:
    page = await printed(world)
    assert "<script" not in page
    assert "http" not in page
    assert "href=" not in page


async def test_beds_never_reported_are_unknown_not_free(world: World) -> None:
    page = await printed(world)
    assert ">?/" in page


async def test_sheet_is_kept_in_three_languages(world: World, tmp_path) -> None:
    await sheet.look(world.hq, keeper(world, tmp_path / "made"))
    kept = {file.name for file in (tmp_path / "made").iterdir()}
    assert kept == {f"sheet-{language}.html" for language in LANGUAGES}


@pytest.mark.parametrize(("folder", "file"), [(None, 0o600), (0o700, 0o600), (0o750, 0o640)])
async def test_print_is_nobody_elses_to_read(world: World, tmp_path, folder, file) -> None:
    """A folder that was there keeps its mode, and its group reads where it may look."""
    kept = tmp_path / "sheet"
    if folder is not None:
        kept.mkdir()
        kept.chmod(folder)
    await sheet.look(world.hq, keeper(world, kept))
    assert stat.S_IMODE(kept.stat().st_mode) == (folder or 0o700)
    assert {stat.S_IMODE(each.stat().st_mode) for each in kept.iterdir()} == {file}


async def test_print_before_stays_when_one_fails(world: World, tmp_path) -> None:
    kept = keeper(world, tmp_path)
    await sheet.look(world.hq, kept)
    before = (tmp_path / "sheet-ca.html").read_text()

    def fails(made):
        raise ZeroDivisionError

    await sheet.look(world.hq, sheet.Keeper(tmp_path, fails))
    assert (tmp_path / "sheet-ca.html").read_text() == before


async def test_failing_folder_is_told_once_and_once_again_when_it_works(
    world: World, tmp_path
) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = keeper(world, tmp_path / "file")
    with capture_logs() as logs:
        await sheet.look(world.hq, kept)
        await sheet.look(world.hq, kept)
        (tmp_path / "file").unlink()
        await sheet.look(world.hq, kept)
    assert [each["event"] for each in logs] == ["not_printed", "printed_again"]


async def test_dispatcher_prints_it_at_once(served) -> None:
    desk = await served.client("central")
    page = await desk.get("/sheet")
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "username", ["calella", "uci-mataro", "sva-01", "cap-calella", "admin"]
)
async def test_nobody_else_prints_it(served, username) -> None:
    client = await served.client(username)
    assert (await client.get("/sheet")).status_code == 403


def test_telephones_name_line_and_column(tmp_path) -> None:
    file = tmp_path / "telephones.csv"
    file.write_text("of,telephone\nmataro,93 000 00 01\ncalella,call me\n")
    with pytest.raises(Faulty) as caught:
        read_telephones(file)
    (fault,) = caught.value.faults
    assert (fault.line, fault.column) == (3, "telephone")


def test_missing_list_of_telephones_is_said(tmp_path) -> None:
    with pytest.raises(Refused) as caught:
        read_telephones(tmp_path / "none.csv")
    assert caught.value.field == "CSI_TELEPHONES"


def test_without_a_list_there_are_no_telephones() -> None:
    assert read_telephones(None) == {}


async def test_sheet_marks_an_agreement_that_does_not_stand(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    call = PhoneCall(PersonId("person uci-mataro"), dict(ALL_YES), read_back=True)
    await agree_by_phone(world.hq, by(dispatcher()), transfer_id, call=call)
    assert "NOT VALID" not in await printed(world)
    doctor = by(replace(intensivist("mataro"), person_id=call.doctor_id))
    await dispute_agreement(world.hq, doctor, transfer_id, reason="advice only")
    assert (await printed(world)).count("NOT VALID: denied or withdrawn") == 2
    await withdraw_agreement(
        world.hq, by(dispatcher()), transfer_id, reason="no_bed", told_by="Dra. Puig"
    )
    page = await printed(world)
    assert "NOT VALID" not in page
    assert "Agreement 4 of 4</small></div>" in page
    other = await world.brought_to(Stage.EN_ROUTE, "NHC 5")
    await withdraw_agreement(
        world.hq, by(dispatcher()), other, reason="no_bed", told_by="Dra. Puig"
    )
    assert (await printed(world)).count("NOT VALID: denied or withdrawn") == 1


async def test_questions_of_a_form_break_between_them_and_are_never_cut(world: World) -> None:
    page = await printed(world)
    style = page[page.index("<style>") : page.index("</style>")]
    boxes = style[style.index(".boxes {") :].split("}")[0]
    assert "flex-wrap: wrap" in boxes
    assert "nowrap" not in style[style.index(".boxes span") :].split("}")[0]
