"""Reading a form; and how tests fill one in: as a browser without script would."""

from datetime import UTC, datetime
from html.parser import HTMLParser

import httpx
import pytest

from dispatch.kernel import Refused
from dispatch.kernel.figures import Bounds
from dispatch.web.pages.faults import Misfilled
from dispatch.web.pages.forms import Form, Reader, as_shape
from dispatch.web.transfers import ProgressBody
from tests.builders import NOON

FILLED = {
    "care": "adult",
    "condition": "septic_shock",
    "has_treatment_limits": "no",
    "needs/icu": "yes",
    "needs/complex_source_control": "yes",
    "patient_reference": "NHC 77",
    "described/sex": "female",
    "described/age": "68",
    "bedside": "Urgències, box 4",
    "contact_phone": "93 769 02 01",
    "clinical/lactate_mmol_l": "5,1",
    "clinical/map_mmhg": "58",
}
MANY_FIELDS = b"&".join(b"a%d=1" % each for each in range(200))
ALL_FOUR = {
    f"answers/{name}": "yes"
    for name in (
        "infection",
        "organ_dysfunction",
        "no_treatment_limits",
        "adequate_resuscitation",
    )
}


class Sheet(HTMLParser):
    """The forms of a page, each with what a browser would send untouched; and its ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[tuple[str, dict[str, str]]] = []
        self.ids: set[str] = set()
        self.targets: set[str] = set()
        self.chosen: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.ids.add(found.get("id", ""))
        if tag == "a" and found.get("href", "").startswith("#"):
            self.targets.add(found["href"][1:])
        if tag == "form":
            self.forms.append((found["action"], {}))
        if tag == "input" and self.forms:
            self._note(found)

    def _note(self, found):
        kind, fields = found.get("type", "text"), self.forms[-1][1]
        if kind in {"radio", "checkbox"}:
            if "checked" in found:
                fields[found["name"]] = found["value"]
                self.chosen.add(found["name"])
        else:
            fields[found["name"]] = found.get("value", "")


async def send(client, page, action, *, to=None, **values):
    """The form of ``page`` that goes to ``action`` with ``values`` filled in; ``to``: the path
    of another button of it.
    """
    fields = next(
        known
        for path, known in Sheet(page.text).forms
        if path == action and known.get("activity") == values.get("activity")
    )
    return await client.post(to or action, data={**fields, **values})


async def follow(client, answer):
    """The page a redirect leads to."""
    assert answer.status_code == 303, answer.text
    return await client.get(answer.headers["location"])


async def request(served, **values):
    """A doctor of Calella has sent a request: the client, and the path of its page."""
    client = await served.client("calella")
    page = await client.get("/requests/new")
    answer = await send(client, page, "/requests/new", **{**FILLED, **values})
    assert answer.status_code == 303, answer.text
    return client, answer.headers["location"].split("?")[0]


async def ask(client, path, hospital="germans-trias", **values):
    """The doctor asks a hospital."""
    page = await client.get(path)
    forms = [
        fields for _, fields in Sheet(page.text).forms if fields.get("hospital") == hospital
    ]
    return await client.post(f"{path}/hospital", data={**forms[0], **values})


def language(code):
    return httpx.Cookies({"csi_language": code})


LACTATE = Bounds(0, 30)


def reader(**values):
    return Reader(Form(values, "digest"))


@pytest.mark.parametrize(
    ("typed", "read"), [("5,1", 5.1), (" 5.1 ", 5.1), ("", None), ("0", 0)]
)
def test_a_number_may_have_comma_or_point(typed, read):
    assert reader(lactate=typed).number("lactate", LACTATE, allowed="0-30") == read


@pytest.mark.parametrize("typed", ["high", "nan", "inf", "1,2,3", "5 1", "1e1", "0x1F", "1_0"])
def test_what_is_no_number_is_blamed(typed):
    found = reader(lactate=typed)
    assert found.number("lactate", LACTATE, allowed="0-30") is None
    with pytest.raises(Misfilled) as caught:
        found.require_sound()
    assert caught.value.faults["lactate"] == (
        "page-fault-not_a_number",
        {"allowed": "0-30", "one": None, "other": None},
    )


def test_half_a_heart_beat_is_never_rounded():
    found = reader(heart_rate_bpm="80,5")
    beats = Bounds(10, 350, is_whole=True)
    assert found.number("heart_rate_bpm", beats, allowed="10-350") is None
    with pytest.raises(Misfilled, match="heart_rate_bpm"):
        found.require_sound()


@pytest.mark.parametrize("typed", ["", "-1", "2.5", "many", "²", "9" * 7])
def test_a_count_of_beds_is_a_whole_number(typed):
    found = reader(total=typed)
    found.count("total")
    with pytest.raises(Misfilled):
        found.require_sound()


def test_every_missing_field_is_said_at_once():
    found = reader()
    found.text("bedside", missing="page-fault-bedside")
    found.yes_or_no("needs/icu", missing="page-fault-needs-icu")
    with pytest.raises(Misfilled) as caught:
        found.require_sound()
    assert list(caught.value.faults) == ["bedside", "needs/icu"]


def test_a_known_instant_stays_when_its_clock_is_untouched():
    known = datetime(2026, 11, 20, 11, 5, 30, tzinfo=UTC)
    found = reader(at="12:05")
    assert found.clock("at", now_at=NOON, known_at=known) == known


@pytest.mark.parametrize("typed", ["late", "14", "T14", "24:00", "14:05+02:00", "１４:05"])
def test_what_is_no_time_is_blamed(typed):
    found = reader(at=typed)
    assert found.clock("at", now_at=NOON, known_at=None) is None
    with pytest.raises(Misfilled):
        found.require_sound()


@pytest.mark.parametrize("key", ["", "short", "x" * 201, "newline\n--"])
def test_a_form_without_a_sound_key_is_refused(key):
    with pytest.raises(Refused, match="key_needed"):
        _ = Form({"key": key}, "digest").key


def test_a_choice_not_on_the_page_names_its_field():
    with pytest.raises(Refused) as caught:
        as_shape({"step": "teleported"}, ProgressBody)
    assert (caught.value.code, caught.value.field) == ("body_invalid", "step")


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [
        (b"{}", "application/json", 415),
        (b"care=%00", "application/x-www-form-urlencoded", 400),
        (b"care=%ff", "application/x-www-form-urlencoded", 400),
        ("care=ö".encode(), "application/x-www-form-urlencoded", 400),
        (
            MANY_FIELDS,
            "application/x-www-form-urlencoded",
            400,
        ),
        (b"care=" + b"x" * 70_000, "application/x-www-form-urlencoded", 413),
    ],
)
async def test_a_body_that_is_no_form_is_refused(served, content, media_type, status):
    client = await served.client("calella")
    answer = await client.post(
        "/requests/new", content=content, headers={"content-type": media_type}
    )
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert "Traceback" not in answer.text
