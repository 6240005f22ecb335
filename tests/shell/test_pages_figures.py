"""Numbers as people write them, in every number field of every form, in three languages."""

import pytest

from dispatch.i18n import LANGUAGES, catalogue
from tests.shell.test_pages_forms import FILLED, Sheet, language, send
from tests.shell.test_pages_forms import request as requested

NEW = "/requests/new"
NO_NUMBERS = ("1e3", "0x10", "1_0", "nan", "inf", "２０")
NOT_NUMBERS = frozenset({"key", "seen", "position"})


def number_fields(page, action):
    """The names of the text fields of a form that ask for a number, by their keyboard."""
    return sorted(Numbers(page.text, action).names)


class Numbers(Sheet):
    """The fields of one form with a keyboard for numbers."""

    def __init__(self, html, action):
        self.action, self.names = action, set()
        super().__init__(html)

    def handle_starttag(self, tag, attrs):
        super().handle_starttag(tag, attrs)
        found = dict(attrs)
        is_own = self.forms and self.forms[-1][0] == self.action
        if is_own and found.get("inputmode") in {"decimal", "numeric"}:
            self.names.add(found["name"])


async def requests_form(served):
    return await served.client("calella"), NEW, FILLED


async def values_form(served):
    client, path = await requested(served)
    return client, path.replace("/requests", "/shared") + "/values", {}


async def condition_form(served):
    client, path = await requested(served)
    return client, f"{path}/condition", {"condition": "septic_shock", "needs/icu": "yes"}


async def fluids_form(served):
    client, path = await requested(served)
    return client, path.replace("/requests", "/shared") + "/bundle/fluids", {}


async def noradrenaline_form(served):
    client, path = await requested(served)
    return client, path.replace("/requests", "/shared") + "/bundle/noradrenaline", {}


async def cutoffs_form(served):
    return await served.client("uci-mataro"), "/cutoffs/mataro", {"reason": "prova"}


async def beds_form(served):
    return await served.client("uci-mataro"), "/answers/beds", {"total": "12", "used": "3"}


async def pre_alert_form(served):
    client = await served.client("cap-calella")
    return client, "/pre-alerts/new/adult", {"values/infection_suspected": "yes"}


FORMS = (
    *(requests_form, values_form, condition_form, fluids_form, noradrenaline_form),
    *(cutoffs_form, beds_form, pre_alert_form),
)


@pytest.mark.parametrize("form", FORMS)
async def test_what_only_a_program_reads_is_blamed_in_every_field(served, form):
    client, path, filled = await form(served)
    page = await client.get(path)
    names = number_fields(page, path)
    assert names
    for said, typed in zip(LANGUAGES * 2, NO_NUMBERS, strict=True):
        client.cookies.update(language(said))
        wrong = dict.fromkeys(names, typed)
        answer = await send(client, page, path, **{**filled, **wrong})
        assert answer.status_code == 422, typed
        blamed = Sheet(answer.text).targets
        assert {f"f-{name.replace('/', '-')}" for name in names} <= blamed, typed
        count, number = (
            catalogue(said).say(f"page-fault-{code}", {"allowed": "|"}).split("|", 1)[0]
            for code in ("count", "not_a_number")
        )
        assert count in answer.text or number in answer.text


@pytest.mark.parametrize("typed", ["2.000", "2,000"])
async def test_two_litres_are_never_two_millilitres(served, typed):
    client, path = await requested(
        served, **{"clinical/fluids_ml": typed, "needs/weight_kg": "70"}
    )
    (transfer,) = (await served.world.board()).transfers.values()
    assert transfer.clinical.fluids_ml == 2000
    step = path.replace("/requests", "/shared") + "/bundle/fluids"
    answer = await send(
        client,
        await client.get(step),
        step,
        **{"reading/fluids_ml": typed, "reading/weight_kg": "70"},
    )
    assert answer.status_code == 303, answer.text
    (transfer,) = (await served.world.board()).transfers.values()
    assert transfer.bundle[0].reading.fluids_ml == 2000


@pytest.mark.parametrize("said", LANGUAGES)
async def test_number_with_two_readings_is_asked_and_nothing_is_sent(served, said):
    client = await served.client("calella")
    client.cookies.update(language(said))
    page = await client.get(NEW)
    wrong = {"clinical/fluids_ml": "0.500", "values/platelets_10e9_l": "1.500"}
    answer = await send(client, page, NEW, **{**FILLED, **wrong})
    half = "0.5" if said == "en" else "0,5"
    facts = {"one": half, "other": "500", "allowed": "0-30000 mL"}
    assert catalogue(said).say("page-fault-two_readings", facts) in answer.text
    assert not (await served.world.board()).transfers
