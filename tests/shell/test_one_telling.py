"""An assessment is told in the same lines on the page, in the preview and by ``csi assess``."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest

from dispatch.i18n import LANGUAGES
from dispatch.web.pages.values_form import OF_PICTURE
from tests.shell.test_cli_assess import csi_assess
from tests.shell.test_pages_child import asked_by
from tests.shell.test_pages_forms import FILLED, follow, send

NEW, SCORES = "/requests/new", "/requests/new/scores"
PICTURE = {"lactate_mmol_l": 5.1, "map_mmhg": 58}
"""What the form of the request says besides."""

PLACES = {
    **{key: f"clinical/{name}" for key, name in OF_PICTURE.items()},
    "weight_kg": "needs/weight_kg",
    "life_support_limitation": "has_treatment_limits",
}
SUSPECTED = {"infection_suspected": True}
ADULTS: dict[str, dict[str, Any]] = {
    "shock after fluids": {
        **SUSPECTED,
        "sbp": 80,
        "dbp": 47,
        "adequate_fluids_given": True,
        "platelets_10e9_l": 90,
        "gcs": 14,
        "weight_kg": 70,
    },
    "unknown labs": {**SUSPECTED, "rr": 26, "hr": 122, "temp_c": 38.7},
    "pregnant": {**SUSPECTED, "rr": 28, "spo2": 91, "hr": 135, "pregnancy": True},
    "limits of treatment": {**SUSPECTED, "sbp": 80, "life_support_limitation": True},
    "no infection": {"infection_suspected": False, "spo2": 96},
}
SENT = ("shock after fluids", "unknown labs", "pregnant")
"""Those for whom a transfer may be asked."""

CHILDREN: dict[str, dict[str, Any]] = {
    "child in shock": {**SUSPECTED, "vasoactive_count": 2, "weight_kg": 18},
    "child of whom little is known": {**SUSPECTED, "hr": 170},
}


class Told(HTMLParser):
    """The lines of a page that tell an assessment."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._is_in = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "ul":
            self._is_in = dict(attrs).get("class") == "assessed"
        elif tag == "li" and self._is_in:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        self._is_in = self._is_in and tag != "ul"

    def handle_data(self, data: str) -> None:
        if self._is_in and self.lines and data.strip():
            self.lines[-1] += data


def by_the_command(language: str, **inputs: Any) -> list[str]:
    given = json.dumps({"id": "X", "inputs": inputs})
    said = csi_assess("--format", "text", "-", given=given, language=language)
    assert said.exit_code == 0, said.stderr
    lines = [line.removeprefix("X").strip() for line in said.stdout.splitlines()]
    return [line for line in lines if "inputs/" not in line]


def filled_in(inputs: dict[str, Any]) -> dict[str, str]:
    """As people fill in the form; what request and picture ask is asked only there."""
    return {PLACES.get(key, f"values/{key}"): _written(each) for key, each in inputs.items()}


def _written(value: object) -> str:
    words = {True: "yes", False: "no"}
    return words[value] if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ADULTS)
async def test_adult_is_told_alike_before_sending_after_it_and_by_the_command(
    served, name, language
):
    client = await served.client("calella")
    client.cookies.set("csi_language", language)
    inputs = {"life_support_limitation": False, **ADULTS[name]}
    fields = {**FILLED, "described/age": "31", **filled_in(inputs)}
    said = by_the_command(language, population="adult", **PICTURE, **inputs)
    before = await send(client, await client.get(NEW), NEW, to=SCORES, **fields)
    assert Told(before.text).lines == said
    if name in SENT:
        after = await follow(client, await send(client, await client.get(NEW), NEW, **fields))
        assert Told(after.text).lines == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CHILDREN)
async def test_child_is_told_alike_on_the_page_and_by_the_command(served, name, language):
    client, one = await asked_by(served, **{"described/age": "6"})
    client.cookies.set("csi_language", language)
    path, inputs = f"{one}/values", {"age_months": 72, **CHILDREN[name]}
    fields = {f"values/{key}": _written(each) for key, each in inputs.items()}
    page = await follow(client, await send(client, await client.get(path), path, **fields))
    known = {"life_support_limitation": False, **PICTURE, **inputs}
    assert Told(page.text).lines == by_the_command(language, population="paediatric", **known)
