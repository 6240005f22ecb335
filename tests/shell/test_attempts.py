"""Wrong passwords slow down whoever sends them, and nobody else."""

import asyncio
from contextlib import ExitStack, suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.config import read_settings
from dispatch.kernel import Refused, Unavailable
from dispatch.web import attempts as rules
from dispatch.web import devices as marks
from dispatch.web.attempts import Attempts, Knock, address_of
from dispatch.web.devices import Devices
from tests.builders import refused
from tests.shell.conftest import DEVICE_KEY, PASSWORD


class Seconds:
    def __init__(self):
        self.now_s = 1_000.0

    def __call__(self):
        return self.now_s


@pytest.fixture
def clock():
    return Seconds()


@pytest.fixture
def attempts(clock):
    return Attempts(clock)


def wrong():
    raise Refused("sign_in_failed")


def fail(attempts, knock, times=1):
    """So many wrong passwords; the seconds asked for when one is not even looked at."""
    for _ in range(times):
        try:
            with attempts.turn(knock):
                wrong()
        except Refused as said:
            if said.code == "too_many_attempts":
                return said.facts["wait_s"]
    return 0


def enter(attempts, knock):
    with attempts.turn(knock):
        pass


DISPATCHER = Knock("central", "192.0.2.1")
STRANGER = Knock("central", "203.0.113.9")
KNOWN = Knock("central", "203.0.113.9", device="a-device-0")


def test_waits_double_and_never_pass_a_minute(attempts, clock):
    assert fail(attempts, STRANGER, 5) == 0
    waits = []
    for _ in range(9):
        waits.append(fail(attempts, STRANGER))
        clock.now_s += waits[-1]
        assert fail(attempts, STRANGER) == 0
    assert waits[:4] == [2, 4, 8, 16]
    assert max(waits) <= 60


def test_who_waits_as_told_is_looked_at(attempts, clock):
    fail(attempts, STRANGER, 6)
    clock.now_s += fail(attempts, STRANGER)
    enter(attempts, STRANGER)
    assert fail(attempts, STRANGER, 5) == 0


def test_a_refused_try_is_no_try(attempts):
    fail(attempts, STRANGER, 5)
    assert {fail(attempts, STRANGER) for _ in range(50)} == {2}


def test_nobody_elsewhere_locks_a_dispatcher_out(attempts, clock):
    for minute in range(600):
        for last in range(30):
            fail(attempts, Knock("central", f"203.0.113.{last}"), 3)
        clock.now_s += 60
        enter(attempts, Knock("central", f"198.51.100.{minute % 250}"))
        enter(attempts, DISPATCHER)


def test_account_under_attack_gives_each_stranger_one_free_try(attempts):
    for last in range(10):
        fail(attempts, Knock("central", f"203.0.113.{last}"), 4)
    newcomer = Knock("central", "198.51.100.1")
    assert fail(attempts, newcomer) == 0
    assert fail(attempts, newcomer) > 0


def test_known_device_keeps_its_way_in(attempts):
    fail(attempts, STRANGER, 200)
    assert fail(attempts, STRANGER) > 0
    enter(attempts, KNOWN)
    fail(attempts, KNOWN, 30)
    assert fail(attempts, KNOWN) > 0
    enter(attempts, DISPATCHER)


def test_right_passwords_never_count(attempts):
    for person in range(500):
        enter(attempts, Knock(f"doctor-{person}", "192.0.2.7"))
    for _ in range(500):
        enter(attempts, DISPATCHER)


def test_many_at_once_do_not_slip_through(attempts):
    inside = []
    with suppress(Refused):
        for _ in range(50):
            turn = attempts.turn(STRANGER)
            turn.__enter__()
            inside.append(turn)
    assert len(inside) == rules.OF_A_PAIR.free


def looked_at(attempts, clock, *, took_s, times=40):
    """So many strangers, one after the other, each of them for so long."""
    for each in range(times):
        with suppress(Refused), attempts.turn(Knock(f"other-{each}", f"198.51.100.{each}")):
            clock.now_s += took_s
            wrong()


@pytest.mark.parametrize("took_s", [0.1, 0.5, 2.0])
def test_strangers_wait_so_many_seconds_and_no_more(attempts, clock, took_s):
    looked_at(attempts, clock, took_s=took_s)
    with ExitStack() as inside:
        waiting = 0
        with suppress(Refused):
            for each in range(500):
                knock = Knock(f"name-{each}", f"192.0.2.{each}")
                inside.enter_context(attempts.turn(knock))
                waiting += 1
        assert rules.LONGEST_QUEUE_S <= waiting * took_s <= rules.LONGEST_QUEUE_S + 2 * took_s
        with refused("too_many_attempts"), attempts.turn(DISPATCHER):
            pass
        enter(attempts, KNOWN)
    enter(attempts, DISPATCHER)


def test_strangers_who_wait_for_each_other_are_measured_one_by_one(attempts, clock):
    """All came together; each took half a second, and the last waited for all of them."""
    turns = [attempts.turn(Knock(f"name-{each}", f"192.0.2.{each}")) for each in range(15)]
    for turn in turns:
        turn.__enter__()
    for turn in turns:
        clock.now_s += 0.5
        turn.__exit__(None, None, None)
    with ExitStack() as inside:
        for each in range(15):
            inside.enter_context(attempts.turn(Knock(f"next-{each}", f"192.0.2.{each}")))


def test_stranger_alone_is_looked_at_however_slow_the_machine_is(attempts, clock):
    looked_at(attempts, clock, took_s=60)
    enter(attempts, DISPATCHER)


@pytest.mark.parametrize("failed", [Unavailable("database"), asyncio.CancelledError()])
def test_what_the_world_broke_is_no_failure(attempts, failed):
    for _ in range(100):
        with suppress(Unavailable, asyncio.CancelledError), attempts.turn(STRANGER):
            raise failed
    enter(attempts, STRANGER)


def test_many_names_fill_no_memory(attempts, monkeypatch):
    monkeypatch.setattr(rules, "MOST_REMEMBERED", 50)
    for each in range(500):
        fail(attempts, Knock(f"name-{each}", f"192.0.2.{each % 250}"))
    assert len(attempts._counts) <= 50


@pytest.mark.parametrize(
    ("host", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        (None, "-"),
        ("unix:socket", "unix:socket"),
    ],
)
def test_an_address_is_counted_as_one_line(host, counted):
    assert address_of(host) == counted


def test_device_is_known_for_the_accounts_that_signed_in_on_it():
    devices = Devices(b"key")
    cookie = None
    for each in range(marks.MOST_MARKS):
        cookie = devices.marked(cookie, f"doctor-{each}", new_name="a-new-device")
    names = {devices.known(cookie, f"doctor-{each}") for each in range(marks.MOST_MARKS)}
    assert names == {"a-new-device"}
    assert devices.known(cookie, "central") is None
    assert Devices(b"other").known(cookie, "doctor-1") is None
    cookie = devices.marked(cookie, "one more", new_name="-")
    assert devices.known(cookie, "doctor-0") is None
    assert len(cookie) < 600


@given(st.text(max_size=80) | st.none())
def test_no_cookie_but_ours_makes_a_device_known(cookie):
    devices = Devices(b"key")
    assert devices.known(cookie, "central") is None
    assert devices.known(devices.marked(cookie, "central", new_name="a-new-device"), "central")


def test_invitation_makes_a_new_device_known_for_its_account_and_hour_alone():
    devices, now_at = Devices(b"key"), datetime(2026, 11, 30, 3, tzinfo=UTC)
    brought = devices.invitation("central", new_name="a-new-device", now_at=now_at)
    within_at, late_at = now_at + marks.INVITATION, now_at + marks.INVITATION * 1.01
    assert devices.invited(brought, "central", now_at=within_at) == "a-new-device"
    assert devices.invited(brought, "central", now_at=late_at) is None
    assert devices.invited(brought, "calella", now_at=now_at) is None
    assert Devices(b"other").invited(brought, "central", now_at=now_at) is None
    name, until, mark = brought.split(".")
    for altered in (f"{name}.{int(until) + 3600}.{mark}", f"b-new-device.{until}.{mark}"):
        assert devices.invited(altered, "central", now_at=now_at) is None
    cookie = devices.marked(None, "central", new_name="a-new-device")
    assert devices.invited(cookie, "central", now_at=now_at) is None
    assert devices.known(brought, "central") is None


@given(st.text(max_size=80) | st.none())
def test_no_invitation_but_ours_lets_a_device_in(brought):
    now_at = datetime(2026, 11, 30, 3, tzinfo=UTC)
    assert Devices(b"key").invited(brought, "central", now_at=now_at) is None


async def knock(client, password="wrong", **headers):  # noqa: S107 -- of nobody
    body = {"username": "central", "password": password}
    return await client.post("/api/sign-in", json=body, headers=headers)


async def test_refusal_says_when_to_try_again(served):
    async with served.anybody() as client:
        answers = [await knock(client) for _ in range(6)]
        page = await client.post("/sign-in", data={"username": "central", "password": "wrong"})
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
    assert answers[-1].headers["retry-after"] == str(answers[-1].json()["facts"]["wait_s"])
    assert page.status_code == 429
    assert int(page.headers["retry-after"]) in {1, 2}


async def test_whole_hospital_behind_one_address_signs_in(served):
    for _ in range(30):
        await served.client("calella")


async def test_device_that_signed_in_before_is_not_held_up_by_others(served):
    known = await served.client("central")
    async with served.anybody() as stranger:
        for _ in range(6):
            held_up = await knock(stranger)
    assert held_up.status_code == 429
    assert (await knock(known, password=PASSWORD)).status_code == 200


async def test_header_of_a_stranger_is_not_believed(served):
    async with served.anybody() as client:
        answers = [
            await knock(client, **{"X-Forwarded-For": f"192.0.2.{last}"}) for last in range(6)
        ]
    assert answers[-1].status_code == 429


@pytest.mark.parametrize("text", ["*", "example.org", "10.0.0.1/8", "1.2.3.4, x", "127.0.0.1;"])
def test_proxy_that_is_no_address_is_refused(text):
    with refused("setting_invalid", field="CSI_TRUSTED_PROXIES", value=text):
        read_settings(trusted_proxies=text)


def test_proxies_are_addresses_and_networks():
    settings = read_settings(trusted_proxies="127.0.0.1, 10.0.0.0/8 ,::1")
    assert [str(each) for each in settings.trusted_networks] == [
        "127.0.0.1/32",
        "10.0.0.0/8",
        "::1/128",
    ]


@pytest.mark.parametrize("door", ["page", "program"])
async def test_invited_device_signs_in_beside_whoever_keeps_trying(served, door):
    """The same address, an account under attack, a device never seen: the password decides."""
    async with served.anybody() as attacker, served.anybody() as colleague:
        for _ in range(8):
            await knock(attacker)
        kept_out = await knock(colleague, PASSWORD)
        brought = Devices(DEVICE_KEY).invitation(
            "central", new_name="a-new-device", now_at=served.world.hq.clock()
        )
        given = {"username": "central", "password": PASSWORD, "invitation": brought}
        if door == "program":
            let_in = await colleague.post("/api/sign-in", json=given)
        else:
            form = await colleague.get(f"/sign-in?invitation={brought}")
            assert f'name="invitation" value="{brought}"' in form.text
            wrong = await colleague.post("/sign-in", data={**given, "password": "wrong"})
            assert f'name="invitation" value="{brought}"' in wrong.text
            let_in = await colleague.post("/sign-in", data=given, follow_redirects=False)
    assert kept_out.status_code == 429
    assert let_in.status_code == (200 if door == "program" else 303)
