"""Who is let in, and who goes where there is no room."""

import resource

import pytest
from structlog.testing import capture_logs

from dispatch.kernel.addresses import networks_of
from dispatch.web import doorkeeper
from dispatch.web.doorkeeper import Doorkeeper, most_together, open_files


class Guest:
    """Somebody at the door, silent or not."""

    def __init__(self, *, is_silent=True):
        self.is_silent, self.is_gone = is_silent, False

    def keeps_us_waiting(self):
        """Whether we wait for them."""
        return self.is_silent

    def cut_off(self):
        """No more."""
        self.is_gone = True


def entered(keeper, host, count, *, is_silent=True):
    """So many from there, let in or not."""
    guests = [Guest(is_silent=is_silent) for _ in range(count)]
    return [guest for guest in guests if keeper.enter(guest, host)]


def gone(guests):
    return [guest.is_gone for guest in guests].count(True)


def test_trusted_proxies_have_no_limit_of_their_own():
    keeper = Doorkeeper(1, trusted=networks_of("127.0.0.1"))
    assert len(entered(keeper, "127.0.0.1", 9)) == 9
    (first,) = entered(keeper, "192.0.2.1", 2)
    keeper.leave(first)
    keeper.leave(first)
    assert len(entered(keeper, "192.0.2.1", 2)) == 1
    assert entered(keeper, "unix:", 1)


def test_line_at_home_is_one_address():
    keeper = Doorkeeper(1)
    assert entered(keeper, "2001:db8::1", 1)
    assert not entered(keeper, "2001:db8::2", 1)


def test_oldest_silent_of_the_address_with_most_make_room():
    keeper = Doorkeeper(100, together=32)
    innocent = entered(keeper, "192.0.2.1", 4)
    attacker = entered(keeper, "192.0.2.2", 28)
    assert entered(keeper, "192.0.2.3", 1)
    assert gone(innocent) == 0
    assert [guest.is_gone for guest in attacker[:3]] == [True, True, False]
    assert gone(attacker) == 2


def test_three_addresses_that_say_nothing_shut_nobody_out():
    keeper = Doorkeeper(500, together=768)
    for last in (2, 3, 4):
        entered(keeper, f"127.0.1.{last}", 480)
    innocent = entered(keeper, "192.0.2.1", 10, is_silent=False)
    for last in (2, 3, 4):
        entered(keeper, f"127.0.1.{last}", 480)
    assert len(innocent) == 10
    assert gone(innocent) == 0


def test_proxies_go_last():
    keeper = Doorkeeper(100, together=20, trusted=networks_of("127.0.0.1"))
    behind = entered(keeper, "127.0.0.1", 18)
    strangers = entered(keeper, "192.0.2.2", 2)
    assert entered(keeper, "192.0.2.3", 1)
    assert (gone(behind), gone(strangers)) == (0, 1)


def test_where_nobody_keeps_us_waiting_the_next_is_refused_and_told_once():
    keeper = Doorkeeper(100, together=5)
    with capture_logs() as logs:
        entered(keeper, "192.0.2.1", 5, is_silent=False)
        assert not entered(keeper, "192.0.2.2", 4)
    assert [(each["event"], each["why"]) for each in logs] == [
        ("connections_refused", "together")
    ]


@pytest.mark.parametrize(
    ("limits", "files"),
    [
        ((1_024, 524_288), 65_536),
        ((1_024, 4_096), 4_096),
        ((1_024, resource.RLIM_INFINITY), 65_536),
        ((1_024, 1_024), 1_024),
        ((100_000, 524_288), 100_000),
        ((resource.RLIM_INFINITY, resource.RLIM_INFINITY), 65_536),
    ],
)
def test_as_many_files_as_the_system_lets_us(monkeypatch, limits, files):
    asked = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits)
    monkeypatch.setattr(resource, "setrlimit", lambda _, both: asked.append(both))
    assert open_files() == files
    assert asked in ([], [(files, limits[1])])


def test_system_that_allows_fewer_than_it_says_is_believed(monkeypatch):
    def refuse(*_):
        raise ValueError

    monkeypatch.setattr(resource, "getrlimit", lambda _: (256, resource.RLIM_INFINITY))
    monkeypatch.setattr(resource, "setrlimit", refuse)
    assert open_files() == 256


def test_connections_leave_room_for_files():
    assert most_together(1_024) == 768
    assert most_together(64) == 64
    assert most_together(65_536) == doorkeeper.MOST_TOGETHER
