"""People at other desks, and how to sit down at a board."""

import re
from typing import Any

import httpx
from playwright.async_api import Browser, BrowserContext, Page

from tests.journeys.conftest import DESK
from tests.waits import PATIENCE_S

STEPS = ("notified", "en_route", "at_patient", "departed")


class People:
    """People at other desks, who act over HTTP. Each signs in once: tries are counted."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._here: dict[str, httpx.AsyncClient] = {}
        self._keys = 0
        self._patients = 0

    async def here(self, username: str) -> httpx.AsyncClient:
        if username not in self._here:
            client = httpx.AsyncClient(base_url=self.url, timeout=PATIENCE_S)
            told = {"username": username, "password": "demo"}
            (await client.post("/api/sign-in", json=told)).raise_for_status()
            self._here[username] = client
        return self._here[username]

    async def get(self, username: str, path: str) -> Any:
        return (await (await self.here(username)).get(path)).raise_for_status().json()

    async def post(self, username: str, path: str, body: object) -> Any:
        self._keys += 1
        headers = {"Idempotency-Key": f"console-walk-{self._keys}"}
        if one := re.match("/api/transfers/[^/]+", path):
            headers["If-Match"] = str((await self.get(username, one[0]))["version"])
        answer = await (await self.here(username)).post(path, json=body, headers=headers)
        assert answer.is_success, answer.text
        return answer.json()

    async def request(self, **changes: object) -> Any:
        """Calella asks for a patient whom nobody has asked for before."""
        self._patients += 1
        body = {
            "referring": "calella",
            "care": "adult",
            "condition": "septic_shock",
            "patient_reference": f"NHC walk {self._patients}",
            "contact_phone": "937690201",
            "bedside": "Box 3",
            "has_treatment_limits": False,
            "needs": {"icu": True, "vasoactives": True},
            **changes,
        }
        return await self.post("calella", "/api/transfers", body)

    async def agree(self, **changes: object) -> Any:
        """A new patient in shock, accepted 4 of 4 by the first hospital proposed."""
        asked = await self.request(**changes)
        path = f"/api/transfers/{asked['transfer_id']}"
        hospital = (await self.get("central", path))["candidates"][0]["hospital"]
        body = {"hospital": hospital, "override_reason": None}
        await self.post("central", f"{path}/hospital", body)
        questions = (await self.get("central", "/api/checklist"))["questions"]
        answers = {question["question_id"]: "yes" for question in questions}
        await self.post(f"uci-{hospital}", f"{path}/answers", {"answers": answers})
        return asked

    async def free_unit(self, unit_type: str) -> str:
        """A unit at its base that is on shift at any hour: tests run at night, too."""
        units = (await self.get("central", "/api/board"))["units"]
        found: str = next(
            each["unit_id"]
            for each in units
            if each["unit_type"] == unit_type
            and each["activity"] == "station"
            and each["shift_starts"] == each["shift_ends"]
        )
        return found

    async def on_the_road(self) -> Any:
        """A patient whom a unit has just taken."""
        agreed = await self.agree()
        path = f"/api/transfers/{agreed['transfer_id']}"
        unit = await self.free_unit("SVA")
        body = {"unit_id": unit, "override_reason": "la més propera"}
        await self.post("central", f"{path}/unit", body)
        for step in STEPS:
            await self.post("central", f"{path}/progress", {"step": step})
            if step == "at_patient":
                await self.post("central", f"{path}/part", {"part": "crew_took_over"})
        return agreed

    async def leave(self) -> None:
        for client in self._here.values():
            await client.aclose()


async def open_context(browser: Browser, **changes: Any) -> BrowserContext:
    """A screen like those of the coordination room."""
    return await browser.new_context(
        **{"viewport": DESK, "locale": "ca-ES", "timezone_id": "Europe/Madrid", **changes}
    )


async def open_board(
    context: BrowserContext, people: People, username: str = "central"
) -> Page:
    """The board of somebody who is signed in already, in Catalan, with its rows."""
    client = await people.here(username)
    cookies = [
        {"name": cookie.name, "value": cookie.value or "", "url": people.url}
        for cookie in client.cookies.jar
    ]
    cookies.append({"name": "csi_language", "value": "ca", "url": people.url})
    await context.add_cookies(cookies)  # type: ignore[arg-type]
    page = await context.new_page()
    await page.goto(f"{people.url}/console/")
    await page.locator("[data-open-row]").first.wait_for()
    return page
