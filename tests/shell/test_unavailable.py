"""Each cause has its own words for its own reader: what to do, and what is wrong."""

import pytest
from structlog.testing import capture_logs

from dispatch.i18n import LANGUAGES, catalogue
from dispatch.kernel import Unavailable
from dispatch.telemetry import CANNOT_WRITE

CAUSES = ("database", "saturated", *sorted(CANNOT_WRITE), "clock_wrong")


@pytest.fixture
def failing(monkeypatch):
    def fail(what):
        async def read(*_):
            raise Unavailable(what, seconds=7200)

        monkeypatch.setattr("dispatch.web.session.read_session", read)

    return fail


@pytest.mark.parametrize("what", CAUSES)
@pytest.mark.parametrize("path", ["/requests", "/api/board"])
async def test_people_are_told_what_to_do_and_administrators_what_is_wrong(
    served, failing, path, what
):
    client = await served.client("calella")
    failing(what)
    with capture_logs() as logs:
        answer = await client.get(path, headers={"accept-language": "en"})
    assert answer.status_code == 503
    assert "call headquarters" in answer.text.lower()
    assert "CSI_" not in answer.text
    assert "PostgreSQL" not in answer.text
    (told,) = [each["wrong"] for each in logs if each["event"] == "down"]
    assert told == catalogue("en").say(f"unavailable-{what}", {"seconds": 7200})


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_causes_share_their_words(language):
    said = catalogue(language)
    words = {said.say(f"unavailable-{what}", {"seconds": 9}) for what in CAUSES}
    assert len(words) == len(CAUSES)
    assert len({said.say(f"todo-{what}", {}) for what in CAUSES[1:]}) == len(CAUSES) - 1


async def test_programs_are_told_when_to_try_again(served, failing):
    client = await served.client("calella")
    failing("saturated")
    answer = await client.get("/api/board")
    assert (answer.headers["retry-after"], answer.json()["code"]) == ("3", "saturated")
